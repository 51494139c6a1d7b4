"""What holds for comparing agencies and for the brief, whatever a reader types."""

from dataclasses import replace
from decimal import Decimal as D
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import agency_score
from calculators.agency_score import CRITERIA, Agency, Inputs
from calculators.kit import view
from calculators.kit.arithmetic import exact
from tests.calculators.typed import answered, raw_inputs

scale = st.decimals(0, 5, places=1)
agencies = st.builds(Agency, st.sampled_from("АБВГД"), *[scale] * len(CRITERIA))
inputs = st.builds(
    Inputs,
    *[scale] * len(CRITERIA),
    st.lists(agencies, min_size=1, max_size=6).map(tuple),
)
compute = exact(agency_score.compute)


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
    assert len(scores) in {0, len(i.agencies)}


@given(inputs, st.sampled_from(list(CRITERIA)))
def test_a_better_mark_never_lowers_a_score(i: Inputs, criterion: str) -> None:
    agency = i.agencies[0]
    best: dict[str, Any] = {criterion: D(5)}
    better = replace(agency, **best)
    one, other = (compute(replace(i, agencies=(of,))).scores[0] for of in (agency, better))
    assert (one is None) == (other is None)
    assert one is None or other is None or one <= other


@given(inputs)
def test_only_the_proportion_of_weights_matters(i: Inputs) -> None:
    halves = {f"weight_{key}": getattr(i, f"weight_{key}") / 2 for key in CRITERIA}
    assert compute(replace(i, **halves)).ranking == compute(i).ranking


@given(inputs)
def test_a_weak_point_is_a_low_mark_on_an_important_criterion(i: Inputs) -> None:
    only = i.agencies[0]
    weak = compute(replace(i, agencies=(only,))).weak_points[0]
    for criterion in CRITERIA:
        important, low = getattr(i, f"weight_{criterion}") >= 4, getattr(only, criterion) <= 2
        assert (criterion in weak) == (important and low)


@given(raw_inputs("job_brief"))
def test_a_brief_holds_every_answer_and_counts_it(raw: dict[str, str]) -> None:
    outputs = view.numbers("job_brief", raw)["outputs"]
    answers = {key: text.strip() for key, text in raw.items() if text.strip()}
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
