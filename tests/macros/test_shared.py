"""The shared numbers: each is asked in two places or more, and called alike."""

from pathlib import Path

import pytest

from calculators.kit import registry
from macros import shared
from tests.conftest import ROOT

SHARED = shared.load()
CHAPTERS = {page.stem: page.read_text("utf-8") for page in Path(ROOT, "docs").glob("*.md")}


def in_prose(place: shared.Place) -> bool:
    """Whether a chapter quotes the number."""
    return any(
        f'value("{place.calculator}", "{place.field}"' in chapter for chapter in CHAPTERS.values()
    )


def test_there_are_ten_at_least() -> None:
    assert len(SHARED) >= 10


@pytest.mark.parametrize("key", SHARED)
def test_each_is_asked_by_two_calculators_or_by_one_and_the_prose(key: str) -> None:
    places = SHARED[key].places
    assert len(places) >= 2 or in_prose(places[0])
    assert len({place.calculator for place in places}) == len(places)


@pytest.mark.parametrize("key", SHARED)
def test_what_the_first_of_its_fields_admits_the_others_admit(key: str) -> None:
    # The page of all numbers asks the first.
    first, *others = (place.declared for place in SHARED[key].places)
    for other in others:
        assert other.minimum <= first.minimum
        assert first.maximum <= other.maximum
        assert first.whole >= other.whole
        assert first.positive >= other.positive


def test_a_calculator_s_fields_are_found_by_their_names() -> None:
    fields = shared.of("account_plan")
    assert fields["base"] == fields_of("lost_revenue")["clients"] == "clients"
    assert shared.of("job_brief") == {}


def fields_of(calculator: str) -> dict[str, str]:
    """Its fields, found by looking through all shared numbers."""
    return {
        place.field: one.key
        for one in SHARED.values()
        for place in one.places
        if place.calculator == calculator and place.field in registry.get(calculator).fields
    }


@pytest.mark.parametrize(
    ("declared", "said"),
    [
        ({"label": "Чек", "help": ""}, "check has or lacks fields"),
        ({"label": "Чек", "help": "", "fields": [], "unit": "₽"}, "check has or lacks unit"),
        ({"label": "Чек", "help": "", "fields": ["lost_revenue.chek"]}, "has no number 'chek'"),
        (
            {"label": "Чек", "help": "", "fields": ["lost_revenue.clients", "lost_revenue.margin"]},
            "check has fields in %, клиентов",
        ),
    ],
)
def test_a_slip_is_named_with_the_file_and_the_key(declared: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=r"shared\.toml") as error:
        shared.parse({"check": declared})
    assert said in str(error.value)
