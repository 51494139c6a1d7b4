"""How a change is told."""

from decimal import Decimal as D

import pytest

from calculators.kit.declaration.units import RUBLES
from calculators.kit.words import formats
from calculators.kit.words.changes import by, grown
from calculators.kit.words.formats import NBSP


@pytest.mark.parametrize(
    ("growth", "said"),
    [
        ("1", "не изменится"),
        ("0", "упадёт до нуля"),
        ("1.5", "вырастет в 1,5 раза"),
        ("1.1", "вырастет в 1,1 раза"),
        ("1.09", "вырастет на 9 %"),
        ("1.00001", "почти не изменится"),
        ("0.99999", "почти не изменится"),
        ("0.8", "снизится на 20 %"),
        ("0.51", "снизится на 49 %"),
        ("0.5", "упадёт в 2 раза"),
        ("0.04", "упадёт в 25 раз"),
    ],
)
def test_a_growth_is_told_in_times_or_in_percent(growth: str, said: str) -> None:
    assert grown(D(growth)).replace(NBSP, " ") == said


@pytest.mark.parametrize(
    ("added", "said"),
    [
        ("1500", "вырастет на 1 500 ₽"),
        ("-1500", "снизится на 1 500 ₽"),
        ("0.001", "почти не изменится"),
        ("-0.001", "почти не изменится"),
    ],
)
def test_what_is_added_is_told_by_its_sign(added: str, said: str) -> None:
    assert by(formats.quantity(D(added), RUBLES)).replace(NBSP, " ") == said
