"""What holds for every questionnaire, whatever is answered."""

from decimal import Decimal as D
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import audit_check, hiring_check, owner_check
from calculators.kit import answers, view
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
def test_a_mistake_made_more_raises_the_risk_by_half_a_question(
    name: str, data: st.DataObject
) -> None:
    key = data.draw(st.sampled_from(KEYS[name]))
    raw = data.draw(mistakes(name)) | {key: data.draw(st.sampled_from(list(WORSE)))}
    added = outputs(name, raw | {key: WORSE[raw[key]]})["risk"] - outputs(name, raw)["risk"]
    assert abs(added - D(50) / len(KEYS[name])) < D("1e-20")


@MISTAKES
@given(data=st.data())
def test_the_first_three_are_mistakes_that_are_made(name: str, data: st.DataObject) -> None:
    found = outputs(name, data.draw(mistakes(name)))
    assert set(found["first_three"]) <= set(found["present"])
    assert len(found["first_three"]) == min(3, len(found["present"]))
    assert (found["risk"] == 0) == (found["present"] == [])


@MISTAKES
@given(data=st.data())
def test_where_to_begin_does_not_depend_on_how_much_of_a_mistake_is_made(
    name: str, data: st.DataObject
) -> None:
    raw = data.draw(mistakes(name))
    wholly = {key: "yes" if answer == "partly" else answer for key, answer in raw.items()}
    assert outputs(name, raw)["first_three"] == outputs(name, wholly)["first_three"]


@given(checked)
def test_every_check_is_passed_to_be_mended_or_to_be_found_out(raw: dict[str, str]) -> None:
    found = outputs("audit_check", raw)
    passed = [key for key in CHECKS if raw[key] == "yes"]
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
    assert (one["score"], one["first_to_fix"]) == (other["score"], other["first_to_fix"])


@given(st.decimals(0, 520, places=2))
def test_the_term_is_flagged_by_itself(weeks: D) -> None:
    found = outputs("hiring_check", {"weeks_open": str(weeks)})
    assert found["too_long"] == (weeks > 13)
    assert found["risk"] == outputs("hiring_check", {})["risk"]


def test_two_halves_make_a_whole() -> None:
    assert answers.score(["yes", "no"]) == answers.score(["partly", "partly"]) == 50


def test_what_leads_comes_first_and_no_more_than_asked() -> None:
    assert answers.earliest(["a", "b", "c", "d"], order=["d", "x"]) == ("d", "a", "b")
    assert answers.earliest(["a"], order=["d"]) == ("a",)
