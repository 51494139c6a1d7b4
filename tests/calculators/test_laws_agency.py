"""What holds for comparing agencies and for the brief, whatever a reader types."""

from dataclasses import replace
from decimal import Decimal as D
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.agency_score import calculator, model
from calculators.agency_score.model import CRITERIA, OPTIONS, UNKNOWN, Agency, Inputs
from calculators.kit import view
from calculators.kit.arithmetic import exact
from calculators.kit.declaration.declare import Shown
from calculators.kit.read import UNSEEN
from tests.calculators.typed import answered, raw_inputs

scale = st.decimals(0, 5, places=1)
marks = st.sampled_from(list(OPTIONS))
agencies = st.builds(Agency, st.sampled_from("АБВГД"), *[marks] * len(CRITERIA))
inputs = st.builds(
    Inputs,
    *[scale] * len(CRITERIA),
    st.lists(agencies, min_size=1, max_size=6).map(tuple),
)
compute = exact(calculator.compute)


@given(raw_inputs("agency_score"))
def test_any_admitted_agencies_have_a_whole_answer(raw: dict[str, Any]) -> None:
    assert answered("agency_score", raw)["headline"]["text"]


@given(inputs)
def test_every_agency_is_ranked_once_and_the_scores_fall(i: Inputs) -> None:
    o = compute(i)
    assert sorted(o.ranking) == sorted(agency.name for agency in i.agencies)
    scores = [score for score in o.scores if score is not None]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 100 for score in scores)
    # Those without a score stand last.
    assert list(o.scores) == scores + [None] * (len(i.agencies) - len(scores))


@given(inputs)
def test_who_leads_is_above_nothing_and_all_that_tie_do(i: Inputs) -> None:
    o = compute(i)
    scores = [score for score in o.scores if score is not None]
    best = max(scores, default=D(0))
    assert len(o.leaders) == sum(best > 0 and best - score < 5 for score in scores)
    assert o.leaders == o.ranking[: len(o.leaders)]


@given(inputs, st.sampled_from(list(CRITERIA)))
def test_a_better_mark_never_lowers_a_score(i: Inputs, criterion: str) -> None:
    agency = replace(i.agencies[0], **{criterion: "2"})
    better = replace(agency, **{criterion: "3"})
    one, other = (compute(replace(i, agencies=(of,))).scores[0] for of in (agency, better))
    assert (one is None) == (other is None)
    assert one is None or other is None or one <= other


@given(inputs, st.sampled_from(list(CRITERIA)))
def test_not_to_know_is_to_leave_a_criterion_out(i: Inputs, criterion: str) -> None:
    only = replace(i.agencies[0], **{criterion: UNKNOWN})
    without: dict[str, Any] = {f"weight_{criterion}": D(0)}
    one = compute(replace(i, agencies=(only,)))
    other = compute(replace(i, agencies=(only,), **without))
    assert one.scores == other.scores
    total = sum(getattr(i, f"weight_{key}") for key in CRITERIA)
    known = sum(getattr(i, f"weight_{key}") for key in CRITERIA if getattr(only, key) != UNKNOWN)
    coverage = one.coverage[0]
    if total == 0:
        assert coverage is None
    else:
        assert coverage is not None
        assert abs(coverage - 100 * known / total) < D("1e-20")
    assert criterion not in one.weak_points[0]


@given(inputs)
def test_only_the_proportion_of_weights_matters(i: Inputs) -> None:
    halves = {f"weight_{key}": getattr(i, f"weight_{key}") / 2 for key in CRITERIA}
    assert compute(replace(i, **halves)).ranking == compute(i).ranking


@given(inputs)
def test_a_weak_point_is_a_low_mark_on_an_important_criterion(i: Inputs) -> None:
    only = i.agencies[0]
    weak = compute(replace(i, agencies=(only,))).weak_points[0]
    for criterion in CRITERIA:
        important = getattr(i, f"weight_{criterion}") >= 4
        assert (criterion in weak) == (important and getattr(only, criterion) in {"0", "1", "2"})


@given(inputs)
def test_nobody_is_said_to_lead_where_some_tie_or_nobody_scores(i: Inputs) -> None:
    shown = Shown(i, calculator.fields), Shown(compute(i), calculator.results)
    meaning = exact(calculator.reading)(*shown).meaning
    o = shown[1].raw
    alone = o.spread is not None and len(o.leaders) == 1
    assert meaning.startswith("Впереди") == alone
    if len(o.leaders) > 1:
        assert all(f"«{name}» — " in meaning for name in o.leaders)


@given(inputs)
def test_nobody_is_chosen_while_what_is_unknown_could_change_who_is_first(i: Inputs) -> None:
    o = compute(i)
    shown = Shown(i, calculator.fields), Shown(o, calculator.results)
    action = exact(calculator.reading)(*shown).action
    if not action.startswith(("Решают рекомендации", "До договора", "Отправьте")):
        return
    # The worst for the first and the best for all others: there are several, each by its place.
    best, *others = model.ranked(i)
    least, most = (
        [
            replace(of.agency, **{key: mark for key in CRITERIA if key not in of.marks})
            for of in some
        ]
        for some, mark in (([best], "0"), (others, "5"))
    )
    (first,) = compute(replace(i, agencies=tuple(least))).scores
    rest = compute(replace(i, agencies=tuple(most))).scores
    assert first is not None
    assert first >= max(score for score in rest if score is not None)
    # Nor is the best of the weak.
    assert o.scores[0] is not None
    assert o.scores[0] >= 50


@given(raw_inputs("job_brief"))
def test_a_brief_holds_every_answer_and_counts_it(raw: dict[str, str]) -> None:
    outputs = view.numbers("job_brief", raw)["outputs"]
    seen = {key: UNSEEN.sub("", text).strip() for key, text in raw.items()}
    answers = {key: text for key, text in seen.items() if text}
    assert outputs["filled"] == len(answers)
    assert outputs["filled"] + len(outputs["missing"]) == 11
    assert not answers.keys() & set(outputs["missing"])
    assert all(text in outputs["document"] for text in answers.values())
    assert answered("job_brief", raw)["document"] == outputs["document"]


@pytest.mark.parametrize(("length", "fits"), [(5000, True), (5001, False)])
def test_an_answer_holds_five_thousand_characters(length: int, fits: bool) -> None:
    result = view.result("job_brief", {"duties": "ы" * length})
    assert ("errors" not in result) == fits
    assert fits or "5\u00a0000" in result["errors"]["duties"]
