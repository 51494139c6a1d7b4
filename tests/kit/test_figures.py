"""Sourced figures under permanent keys."""

from decimal import Decimal

import pytest

from calculators.kit import figures


def test_a_figure_has_a_value_a_unit_a_text_and_an_origin() -> None:
    for key, figure in figures.load().items():
        assert figure.key == key
        assert figure.text
        assert figure.source.title
        assert figure.source.date
        assert figure.shown


def test_the_share_that_returns_is_twenty_percent() -> None:
    assert figures.figure("repeat.share").value == Decimal(20)
    assert figures.figure("repeat.share").shown == "20\u00a0%"


def test_an_unknown_key_is_refused_with_the_file_and_the_known_keys() -> None:
    with pytest.raises(KeyError, match=r"calculators/figures.toml.*repeat\.shares.*repeat\.share"):
        figures.figure("repeat.shares")


WHOLE: dict[str, object] = {
    "value": 1, "unit": "rubles", "text": "t", "source": "s", "note": ""
}  # fmt: skip


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"value": 1}, "needs exactly"),
        (WHOLE | {"unit": "pounds"}, "unit must be one"),
        (WHOLE | {"source": "elsewhere"}, "source must be one"),
    ],
)
def test_a_figure_with_a_slip_names_the_file_and_the_key(
    table: dict[str, object], message: str
) -> None:
    sources = {"s": figures.Source("s", "s", "s")}
    with pytest.raises(ValueError, match=rf"figures\.toml: \[figure.'a\.b'\] .*{message}"):
        figures.parse("a.b", table, sources)
