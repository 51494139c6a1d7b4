"""What a form holds, into a calculator's inputs, messages and notes."""

from typing import Any

import pytest

from calculators.kit import read, registry, typed
from calculators.kit.declaration.fields import Text, chosen


def test_every_bad_field_gets_its_own_message_and_good_ones_none() -> None:
    calculator = registry.get("lost_revenue")
    with pytest.raises(read.BadInputError) as caught:
        read.inputs(calculator, {"clients": "?", "margin": "200", "average_check": "10"})
    assert caught.value.errors.keys() == {"clients", "margin"}


def test_an_unknown_field_is_refused_with_the_known_ones() -> None:
    with pytest.raises(read.BadInputError) as caught:
        read.inputs(registry.get("lost_revenue"), {"client": "5"})
    assert "average_check" in caught.value.errors["client"]


STAGE = {"name": "Звонок", "actual": "20", "target": "30"}


@pytest.mark.parametrize(
    ("name", "raw", "notes"),
    [
        ("lost_revenue", {}, {}),
        ("lost_revenue", {"average_check": "15 000"}, {}),
        (
            "lost_revenue",
            {"average_check": "15.000", "clients": "1,000", "return_share": "0,2"},
            {
                "clients": "Прочли как 1 000.",
                "return_share": "0,2 % — это 0,002 целого. Имели в виду 20 %?",
                "average_check": "Прочли как 15 000.",
            },
        ),
        (
            "funnel_audit",
            {"stages": [STAGE, STAGE | {"target": "0,5"}]},
            {"stages.1.target": "0,5 % — это 0,005 целого. Имели в виду 50 %?"},
        ),
    ],
)
def test_what_may_be_meant_otherwise_is_noted_at_its_field_or_cell(
    name: str, raw: dict[str, Any], notes: dict[str, str]
) -> None:
    found = read.understood(registry.get(name), raw).notes
    assert {path: note.replace("\u00a0", " ") for path, note in found.items()} == notes
    assert list(found) == list(notes)


def test_a_persons_number_is_not_taken_for_a_programs_that_was_read_before() -> None:
    # A person's point before three digits groups thousands, a program's never does.
    calculator = registry.get("lost_revenue")
    for text, check in (("15.000", 15_000), (typed.Exact("15.000"), 15), ("15.000", 15_000)):
        assert read.inputs(calculator, {"average_check": text}).average_check == check


def test_too_many_characters_are_counted_as_the_limit_is_written() -> None:
    field = Text("Задача", chosen("", ""), longest=5000)
    with pytest.raises(ValueError, match="до 5\u00a0000 знаков, сейчас 5\u00a0001"):
        read.text(field, "я" * 5001)
    assert read.text(field, f" {'я' * 5000} ") == "я" * 5000


@pytest.mark.parametrize("raw", [[], ["1"], None, True, 1.5, "1"])
def test_what_is_no_form_at_all_is_refused_as_an_unknown_field(raw: Any) -> None:
    with pytest.raises(read.BadInputError) as refused:
        read.inputs(registry.get("lost_revenue"), raw)
    assert refused.value.errors.keys() == {""}


def test_what_nobody_sees_is_no_part_of_a_text() -> None:
    field = registry.get("job_brief").fields["duties"]
    assert isinstance(field, Text)
    # Half of a character, a bell, right to left; a tab and an end of a line are seen.
    assert read.text(field, "\0За\ud83dявки\x07\t\u202eи\nзвонки ") == "Заявки\tи\nзвонки"
