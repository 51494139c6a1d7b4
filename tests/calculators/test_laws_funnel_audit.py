"""What holds for the gaps of a funnel, whatever its stages."""

import json
from dataclasses import replace
from decimal import Decimal as D
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.funnel_audit import model as funnel_audit
from calculators.funnel_audit.model import Inputs, Stage
from calculators.kit import view
from calculators.kit.arithmetic import exact
from tests.calculators.typed import answered, raw_inputs

audit = exact(funnel_audit.compute)
percents = st.decimals(0, 100, places=1)


def funnels(stages: st.SearchStrategy[Stage]) -> st.SearchStrategy[Inputs]:
    """Funnels of one to five stages with names of their own."""
    return st.builds(
        Inputs,
        # Small enough for a test's own arithmetic, which keeps twenty-eight digits.
        leads=st.integers(0, 10**4).map(D),
        stages=st.lists(stages, min_size=1, max_size=5).map(
            lambda drawn: tuple(replace(one, name=str(n)) for n, one in enumerate(drawn))
        ),
        average_check=st.integers(0, 10**4).map(D),
    )


anything = funnels(st.builds(Stage, name=st.just(""), actual=percents, target=percents))
# No stage does better than it should.
behind = funnels(st.tuples(percents, percents).map(lambda pair: Stage("", min(pair), max(pair))))


def with_stage(i: Inputs, number: int, one: Stage) -> Inputs:
    return replace(i, stages=(*i.stages[:number], one, *i.stages[number + 1 :]))


@given(raw_inputs("funnel_audit"))
def test_any_admitted_funnel_has_a_whole_answer(raw: dict[str, Any]) -> None:
    assert answered("funnel_audit", raw)["headline"]["text"]


@given(anything)
def test_what_is_lost_and_what_there_is_make_what_should_be(i: Inputs) -> None:
    o = audit(i)
    assert o.actual_results + o.lost_results == o.target_results
    assert o.lost_results * i.average_check == o.lost_revenue
    assert 0 <= o.actual_results <= i.leads
    assert o.actual_results <= o.target_results <= i.leads


@given(anything)
def test_a_gap_is_what_the_stage_lacks_to_its_target_and_never_less_than_none(i: Inputs) -> None:
    o = audit(i)
    assert list(o.gap) == [max(one.target - one.actual, D(0)) for one in i.stages]


@given(anything)
def test_a_stage_brings_back_what_its_target_alone_would_add(i: Inputs) -> None:
    o = audit(i)
    for number, (one, recovered) in enumerate(zip(i.stages, o.recovered_revenue, strict=True)):
        mended = audit(with_stage(i, number, replace(one, actual=max(one.actual, one.target))))
        assert o.lost_revenue - mended.lost_revenue == recovered


@given(anything)
def test_what_only_all_stages_bring_is_what_they_one_by_one_do_not(i: Inputs) -> None:
    o = audit(i)
    assert all(recovered >= 0 for recovered in o.recovered_revenue)
    assert exact(sum)([*o.recovered_revenue, o.joint_revenue]) == o.lost_revenue
    assert exact(sum)([*o.recovered_results, o.joint_results]) == o.lost_results
    assert o.joint_results >= 0
    assert o.joint_results == 0 or sum(gap > 0 for gap in o.gap) > 1


@given(anything)
def test_no_stage_brings_back_more_than_the_weakest(i: Inputs) -> None:
    o = audit(i)
    if o.weakest_stage is None:
        assert not any(o.recovered_results)
    else:
        assert o.recovered_results[int(o.weakest_stage)] == max(o.recovered_results) > 0


@given(anything)
def test_stages_that_lead_are_those_within_ten_percent_of_the_most(i: Inputs) -> None:
    o = audit(i)
    most = max(o.recovered_results)
    near = [n for n, one in enumerate(o.recovered_results) if one and most <= one * D("1.1")]
    assert o.dearest_stages == tuple(str(n) for n in near)


@given(anything)
def test_nobody_is_told_to_begin_where_nothing_comes_back_or_where_two_are_near(i: Inputs) -> None:
    stages = [
        {"name": one.name, "actual": str(one.actual), "target": str(one.target)}
        for one in i.stages
    ]  # fmt: skip
    raw = {"leads": str(i.leads), "stages": stages, "average_check": str(i.average_check)}
    shown = view.result("funnel_audit", raw)
    action = shown["reading"]["action"]
    dearest = audit(i).dearest_stages
    assert ("Начните с этапа" in action) == (len(dearest) == 1)
    assert ("оставьте цели выше" in action) <= (not dearest and i.leads > 0)
    # A loss that cannot be known is called none neither in words nor in the picture.
    blind = "Потери так не посчитать" in shown["reading"]["meaning"]
    chart = shown["chart"]
    assert (
        blind
        == ("Потери так не посчитать" in chart["finding"])
        == (json.loads(chart["spec"])["title"] == "Потери так не посчитать")
    )


def test_two_stages_of_three_already_bring_a_part_of_what_is_brought_only_together() -> None:
    # 500 × 40 % × 80 % × 25 % = 40 of them, 17,5 before; by themselves they bring 17,5 and 2,5.
    stages = [("А", 20, 40), ("Б", 70, 80), ("В", 25, 30)]
    i = Inputs(D(500), tuple(Stage(name, D(now), D(aim)) for name, now, aim in stages), D(50_000))
    two = audit(replace(i, stages=(*i.stages[:2], replace(i.stages[2], target=D(25)))))
    assert (two.joint_results, audit(i).joint_results) == (D("2.5"), D(7))
    assert "все вместе" not in str(view.result("funnel_audit", {}))


def test_what_a_check_would_make_of_results_is_not_said_to_be_nothing() -> None:
    def revenues(**raw: Any) -> list[str]:
        outputs = view.result("funnel_audit", raw)["outputs"]
        return [output["text"].replace("\u00a0", " ") for output in outputs if "₽" in output["text"]
                or "чек" in output["text"]]  # fmt: skip

    assert revenues() == ["1 525 000 ₽", "350 000 ₽"]
    # Of 30,5 results 7 come back only by all stages together, at whatever check.
    assert revenues(average_check="0") == ["чек не указан"] * 2
    # Nothing is lost, whatever the check.
    assert revenues(average_check="0", leads="0") == ["0 ₽", "0 ₽"]


def test_what_a_stage_brings_back_is_written_by_its_gap_and_comes_out_to_the_ruble() -> None:
    stages = [{"name": str(n), "actual": "10", "target": "20"} for n in range(5)]
    steps = view.result("funnel_audit", {"stages": stages})["steps"]
    formulas = {step["label"]: step["formula"].replace("\u00a0", " ") for step in steps}
    assert formulas["Вернёт в одиночку «0»"] == (
        "500 лидов × (20 % − 10 %) × 10 % × 10 % × 10 % × 10 % × 50 000 ₽ = 250 ₽"
    )
    assert formulas["Сейчас"].endswith("= 0,005 результата")


@given(anything)
def test_which_stage_is_the_weakest_does_not_depend_on_the_check(i: Inputs) -> None:
    free, dear = (audit(replace(i, average_check=check)) for check in (D(0), D(10) ** 6))
    assert free.weakest_stage == dear.weakest_stage
    assert free.lost_revenue == 0


@given(anything)
def test_targets_already_reached_lose_nothing(i: Inputs) -> None:
    there = tuple(replace(one, target=one.actual) for one in i.stages)
    o = audit(replace(i, stages=there))
    assert o.lost_results == o.lost_revenue == 0
    assert not any(o.gap)
    assert not any(o.recovered_revenue)


@given(behind)
def test_a_funnel_that_does_better_than_it_should_loses_nothing(i: Inputs) -> None:
    swapped = tuple(Stage(one.name, one.target, one.actual) for one in i.stages)
    o = audit(replace(i, stages=swapped))
    assert o.lost_results == o.lost_revenue == o.joint_revenue == 0
    assert o.weakest_stage is None


@given(anything, st.data())
def test_a_higher_target_never_loses_less_nor_a_stage_on_its_way_to_it_more(
    i: Inputs, data: st.DataObject
) -> None:
    number = data.draw(st.integers(0, len(i.stages) - 1))
    one, lost = i.stages[number], audit(i).lost_results
    target = data.draw(st.decimals(one.target, 100, places=1))
    actual = data.draw(st.decimals(one.actual, one.aim, places=1))
    assert audit(with_stage(i, number, replace(one, target=target))).lost_results >= lost
    assert audit(with_stage(i, number, replace(one, actual=actual))).lost_results <= lost


@given(anything, st.data())
def test_a_better_stage_never_has_a_larger_gap_and_leaves_those_of_others(
    i: Inputs, data: st.DataObject
) -> None:
    number = data.draw(st.integers(0, len(i.stages) - 1))
    one, before = i.stages[number], audit(i).gap
    actual = data.draw(st.decimals(one.actual, 100, places=1))
    after = audit(with_stage(i, number, replace(one, actual=actual))).gap
    assert after[number] <= before[number]
    assert [*after[:number], *after[number + 1 :]] == [*before[:number], *before[number + 1 :]]


@given(anything, st.integers(0, 10**4))
def test_more_leads_never_lose_less(i: Inputs, more: int) -> None:
    o, grown = audit(i), audit(replace(i, leads=i.leads + more))
    assert grown.lost_results >= o.lost_results
    assert grown.joint_results >= o.joint_results


@pytest.mark.parametrize("factor", ["leads", "average_check"])
@given(i=anything)
def test_twice_the_leads_or_the_check_loses_twice_the_revenue(factor: str, i: Inputs) -> None:
    doubled: dict[str, Any] = {factor: getattr(i, factor) * 2}
    o, twice = audit(i), audit(replace(i, **doubled))
    assert twice.lost_revenue == o.lost_revenue * 2
    assert twice.recovered_revenue == tuple(amount * 2 for amount in o.recovered_revenue)
    assert twice.gap == o.gap
    assert twice.weakest_stage == o.weakest_stage or i.leads == 0


@given(anything)
def test_the_order_of_stages_changes_no_total(i: Inputs) -> None:
    o, turned = audit(i), audit(replace(i, stages=i.stages[::-1]))
    assert turned.lost_results == o.lost_results
    assert turned.recovered_revenue[::-1] == o.recovered_revenue
