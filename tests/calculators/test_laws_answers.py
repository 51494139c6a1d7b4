"""What holds for every questionnaire, whatever is answered."""

from decimal import Decimal as D
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import audit_check, hiring_check, owner_check
from calculators.kit import view
from calculators.kit.declaration import answers
from tests.calculators.typed import answered, raw_inputs

MISTAKES = pytest.mark.parametrize("name", ["owner_check", "hiring_check"])
KEYS = {"owner_check": list(owner_check.NAMES), "hiring_check": list(hiring_check.NAMES)}
CHECKS = list(audit_check.NAMES)
WORSE = {"no": "partly", "partly": "yes"}


def outputs(name: str, raw: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = view.numbers(name, raw)["outputs"]
    return found


def replies(keys: list[str], options: str) -> st.SearchStrategy[dict[str, str]]:
    return st.fixed_dictionaries({key: st.sampled_from(options.split()) for key in keys})


def mistakes(name: str) -> st.SearchStrategy[dict[str, str]]:
    return replies(KEYS[name], "yes partly no")


checked = replies(CHECKS, "yes partly no unknown")


@pytest.mark.parametrize("name", ["audit_check", "owner_check", "hiring_check"])
@given(data=st.data())
def test_any_answers_have_a_whole_result(name: str, data: st.DataObject) -> None:
    assert answered(name, data.draw(raw_inputs(name)))["headline"]["text"]


@MISTAKES
@given(data=st.data())
def test_a_mistake_made_more_adds_half_a_question(name: str, data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(KEYS[name]))
    raw = data.draw(mistakes(name)) | {key: data.draw(st.sampled_from(list(WORSE)))}
    more, less = outputs(name, raw | {key: WORSE[raw[key]]}), outputs(name, raw)
    assert more["made"] - less["made"] == D("0.5")


@MISTAKES
@given(data=st.data())
def test_the_first_three_are_mistakes_that_are_made(name: str, data: st.DataObject) -> None:
    found = outputs(name, data.draw(mistakes(name)))
    assert set(found["first_three"]) <= set(found["present"])
    assert len(found["first_three"]) == min(3, len(found["present"]))
    assert (found["made"] == 0) == (found["present"] == [])


@MISTAKES
@given(data=st.data())
def test_where_to_begin_does_not_depend_on_how_much_of_a_mistake_is_made(
    name: str, data: st.DataObject
) -> None:
    raw = data.draw(mistakes(name))
    wholly = {key: "yes" if answer == "partly" else answer for key, answer in raw.items()}
    assert outputs(name, raw)["first_three"] == outputs(name, wholly)["first_three"]


@MISTAKES
@given(data=st.data())
def test_nothing_is_found_in_what_nobody_answered(name: str, data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(KEYS[name]))
    raw = data.draw(replies(KEYS[name], "yes partly no unanswered"))
    found = outputs(name, raw | {key: "unanswered"})
    answered = {raw[k] for k in raw if k != key} - {"unanswered"}
    assert key not in found["present"]
    assert (found["made"] is None) == (found["first_three"] is None) == (not answered)
    if answered:
        assert found == outputs(name, raw | {key: "no"})


@given(checked)
def test_every_check_is_passed_to_be_mended_or_to_be_found_out(raw: dict[str, str]) -> None:
    found = outputs("audit_check", raw)
    passed = [key for key in CHECKS if raw[key] == "yes"]
    assert found["passed"] == len(passed)
    assert sorted([*passed, *found["to_fix"], *found["unknown"]]) == sorted(CHECKS)
    assert found["ready_for_scripts"] == (passed == CHECKS) == (found["first_to_fix"] is None)


@given(checked)
def test_nothing_before_the_first_to_fix_is_left_undone(raw: dict[str, str]) -> None:
    first = outputs("audit_check", raw)["first_to_fix"]
    before = CHECKS[: CHECKS.index(first)] if first else CHECKS
    assert all(raw[key] == "yes" for key in before)


@given(checked)
def test_not_to_know_scores_as_no(raw: dict[str, str]) -> None:
    as_no = {key: "no" if answer == "unknown" else answer for key, answer in raw.items()}
    one, other = outputs("audit_check", raw), outputs("audit_check", as_no)
    counted = ("score", "passed", "first_to_fix", "ready_for_scripts")
    assert [one[key] for key in counted] == [other[key] for key in counted]
    assert other["unknown"] == []


@given(checked)
def test_what_is_partly_so_is_not_passed(raw: dict[str, str]) -> None:
    none = {key: "no" if answer == "partly" else answer for key, answer in raw.items()}
    assert outputs("audit_check", raw)["passed"] == outputs("audit_check", none)["passed"]


@given(replies(KEYS["hiring_check"], "yes partly no unanswered"), st.decimals(0, 520, places=2))
def test_a_term_too_long_stands_first_and_changes_no_count(raw: dict[str, str], weeks: D) -> None:
    brief, found = (
        outputs("hiring_check", raw),
        outputs("hiring_check", raw | {"weeks_open": str(weeks)}),
    )
    assert found["too_long"] == (weeks > 13)
    assert (found["made"], found["present"]) == (brief["made"], brief["present"])
    if weeks <= 13:
        assert found["first_three"] == brief["first_three"]
        return
    others = [key for key in brief["first_three"] or [] if key != "long_search"]
    assert found["first_three"][0] == "long_search"
    assert found["first_three"][1:] == others[:2]
    shown = answered("hiring_check", raw | {"weeks_open": str(weeks)})
    assert "Держать как есть" not in str(shown["lists"])
    assert shown["headline"]["text"].startswith("Долгий найм")


@MISTAKES
@given(data=st.data())
def test_to_keep_all_as_it_is_takes_an_answer_to_every_question(
    name: str, data: st.DataObject
) -> None:
    raw = data.draw(replies(KEYS[name], "no unanswered"))
    keep = "Держать как есть" in str(answered(name, raw)["lists"])
    assert keep == (set(raw.values()) == {"no"})


@MISTAKES
@given(data=st.data())
def test_where_to_begin_is_called_settled_when_no_other_answer_can_change_it(
    name: str, data: st.DataObject
) -> None:
    raw = data.draw(replies(KEYS[name], "yes partly no unanswered"))
    left = [key for key in KEYS[name] if raw[key] == "unanswered"]
    full = raw | data.draw(replies(left, "yes partly no"))
    before, after = outputs(name, raw)["first_three"], outputs(name, full)["first_three"]
    asks = "придётся с другого" in answered(name, raw)["reading"]["action"]
    if before and not asks:
        assert after[0] == before[0]
    if not left or not before:
        assert not asks


def test_two_halves_make_a_whole() -> None:
    assert answers.score(["yes", "no"]) == answers.score(["partly", "partly"]) == 50


def test_what_leads_comes_first_and_no_more_than_asked() -> None:
    assert answers.earliest(["a", "b", "c", "d"], order=["d", "x"]) == ("d", "a", "b")
    assert answers.earliest(["a"], order=["d"]) == ("a",)
