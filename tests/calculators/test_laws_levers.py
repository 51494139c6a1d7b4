"""What holds for levers and turning points, found again through the door of each calculator."""

import json
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.kit import plainjson, registry, typed, view
from calculators.kit.arithmetic import exact
from calculators.kit.declaration.declare import declarations
from calculators.kit.declaration.fields import Number, Rows
from tests.calculators.typed import raw_inputs

EVERY = pytest.mark.parametrize("name", registry.names())
TENTH = Decimal("0.1")


def as_typed(value: Any) -> Any:
    """Plain inputs as a reader would type them."""
    match value:
        case Decimal():
            return typed.Exact(plainjson.dumps(value))
        case dict():
            return {key: as_typed(one) for key, one in value.items()}
        case list():
            return [as_typed(one) for one in value]
        case _:
            return value


def with_number(inputs: dict[str, Any], path: str, value: Decimal) -> dict[str, Any]:
    """The inputs, as typed, with the number at `path` replaced."""
    raw: dict[str, Any] = as_typed(inputs)
    *above, last = path.split(".")
    record: Any = raw
    for key in above:
        record = record[int(key) if key.isdigit() else key]
    record[last] = as_typed(value)
    return raw


def number(name: str, inputs: dict[str, Any], path: str) -> tuple[Decimal, Number]:
    """The number at `path` and its field."""
    field, *rest = path.split(".")
    declared, value = registry.get(name).fields[field], inputs[field]
    if rest:
        assert isinstance(declared, Rows)
        declared, value = declarations(declared.row)[rest[1]], value[int(rest[0])][rest[1]]
    assert isinstance(declared, Number)
    return value, declared


def tenth(value: Decimal, field: Number) -> Decimal:
    """A tenth of a number; of a whole one rounded, and at least 1."""
    part = abs(value) * TENTH
    return max(Decimal(1), part.quantize(Decimal(1), ROUND_HALF_UP)) if field.whole else part


@exact
def apart(one: Decimal, other: Decimal) -> Decimal:
    """How far two measures are apart, with all digits."""
    return abs(one - other)


def headline(name: str, raw: dict[str, Any]) -> Any:
    """The answer that can turn: its key, the first of several, or whether there is one."""
    found = view.numbers(name, raw)["outputs"][registry.get(name).headline]
    if isinstance(found, list):
        return found[0] if found else None
    return found is None if found is None or isinstance(found, Decimal) else found


def drawn(data: st.DataObject, name: str) -> dict[str, Any]:
    """Levers and turning points of admitted input, or of the defaults where fields disagree."""
    raw = data.draw(raw_inputs(name))
    return view.levers(name, {} if "errors" in view.result(name, raw) else raw)


@EVERY
@settings(max_examples=15)
@given(data=st.data())
def test_a_levers_ends_are_what_the_calculator_says_there(name: str, data: st.DataObject) -> None:
    told = drawn(data, name)
    for lever in told["levers"]:
        value, field = number(name, told["inputs"], lever["input"])
        ends = [max(value - tenth(value, field), field.minimum + (field.positive and field.whole)),
                min(value + tenth(value, field), field.maximum)]  # fmt: skip
        for end, measure in zip(ends, (lever["low"], lever["high"]), strict=True):
            raw = with_number(told["inputs"], lever["input"], end)
            # Where fields would disagree, the end is nearer than a tenth.
            if "errors" not in view.result(name, raw):
                assert view.numbers(name, raw)["outputs"][told["measure"]] == measure
        known = [one for one in (lever["low"], lever["high"]) if one is not None]
        if told["now"] is not None and len(known) > 1:
            assert lever["swing"] == max(apart(one, told["now"]) for one in known)
    swings = [lever["swing"] for lever in told["levers"]]
    assert swings == sorted(swings, reverse=True)


@EVERY
@settings(max_examples=10)
@given(data=st.data())
def test_at_a_turning_point_the_answer_is_another_one_and_just_before_it_is_not(
    name: str, data: st.DataObject
) -> None:
    told = drawn(data, name)
    now = headline(name, as_typed(told["inputs"]))
    for turn in told["turns"]:
        value, field = number(name, told["inputs"], turn["input"])
        assert min(value / 4, value * 4) - field.whole <= turn["at"]
        assert turn["at"] <= max(value / 4, value * 4) + field.whole
        there = headline(name, with_number(told["inputs"], turn["input"], turn["at"]))
        assert there == turn["answer"] != now
        # A hair's breadth: 1 of whole numbers, else the sixth digit of what is typed.
        hair = Decimal(1) if field.whole else Decimal(1).scaleb(value.adjusted() - 5)
        before = turn["at"] - hair if turn["at"] > value else turn["at"] + hair
        assert headline(name, with_number(told["inputs"], turn["input"], before)) == now


@EVERY
def test_every_number_of_the_inputs_has_a_lever_where_there_is_a_measure(name: str) -> None:
    told = view.levers(name, {})
    calculator = registry.get(name)
    paths = {
        f"{key}.{index}.{column}" if isinstance(field, Rows) else key
        for key, field in calculator.fields.items()
        for index, row in enumerate(told["inputs"][key] if isinstance(field, Rows) else [{}])
        for column, cell in (
            declarations(field.row) if isinstance(field, Rows) else {key: field}
        ).items()
        if isinstance(cell, Number)
    }
    levered = {lever["input"] for lever in told["levers"]}
    assert levered == (paths if told["measure"] else set())


def test_of_lost_revenue_four_numbers_matter_alike() -> None:
    told = view.levers("lost_revenue", {})
    # 1000 × 20 % × 2 × 15 000 = 6 000 000; a tenth of any factor is a tenth of it: 600 000.
    assert told["now"] == 6_000_000
    assert [(it["input"], it["low"], it["high"], it["swing"]) for it in told["levers"][:4]] == [
        (name, 5_400_000, 6_600_000, 600_000)
        for name in ("clients", "return_share", "orders_per_year", "average_check")
    ]
    assert not any(it["swing"] for it in told["levers"][4:])
    # A sum of money has no answer in words that could turn.
    assert told["turns"] == []


def test_of_a_funnel_the_share_that_is_smallest_matters_most() -> None:
    raw = {
        "stages": [
            {"name": "А", "conversion": "10", "uplift": "10"},
            {"name": "Б", "conversion": "40", "uplift": "10"},
        ]
    }
    told = view.levers("cjm_uplift", raw)
    # 20/10 × 50/40 = 2,5. With 9 %: 19/9 × 1,25 = 2,6389; with 11 %: 21/11 × 1,25 = 2,3864.
    assert told["now"] == Decimal("2.5")
    first = told["levers"][0]
    assert first["input"] == "stages.0.conversion"
    assert round(first["low"], 4) == Decimal("2.6389")
    assert round(first["high"], 4) == Decimal("2.3864")
    # With 9 points of uplift: 19/10 × 1,25 = 2,375; with 11: 2,625. Of the second stage:
    # 49/40 × 2 = 2,45 and 51/40 × 2 = 2,55.
    ends = {it["input"]: (it["low"], it["high"]) for it in told["levers"]}
    assert ends["stages.0.uplift"] == (Decimal("2.375"), Decimal("2.625"))
    assert ends["stages.1.uplift"] == (Decimal("2.45"), Decimal("2.55"))


def test_an_offer_turns_where_it_leaves_its_band() -> None:
    told = view.levers("salary_bands", {"experience": "2", "offer": "120000"})
    # The band of a middle marketer ends at 130 000 ₽, that sum included; the sixth digit is 1 ₽.
    turned = {it["input"]: (it["at"], it["answer"]) for it in told["turns"]}
    assert turned["offer"] == (130_001, "above")


def test_the_fee_at_which_an_agency_is_cheaper_is_the_one_that_makes_both_equal() -> None:
    told = view.levers("hiring_cost", {})
    fee = view.numbers("hiring_cost", {})["outputs"]["break_even_salaries"]
    turned = {it["input"]: it for it in told["turns"]}
    assert abs(turned["agency_salaries"]["at"] - fee) <= Decimal("0.00001")


def test_never_is_later_than_the_last_month() -> None:
    told = view.levers("account_plan", {"margin": "19,1"})
    margin = next(it for it in told["levers"] if it["input"] == "margin")
    horizon = told["inputs"]["horizon"]
    assert margin["low"] is None
    assert margin["swing"] >= horizon + 1 - told["now"]


@EVERY
@settings(max_examples=5)
@given(data=st.data())
def test_a_piece_at_a_time_the_page_is_told_the_same(name: str, data: st.DataObject) -> None:
    raw = data.draw(raw_inputs(name))
    raw = {} if "errors" in view.result(name, raw) else raw
    *pieces, last = view.decide(json.dumps({"calculator": name, "raw": raw}))
    assert set(pieces) <= {""}
    assert len(pieces) >= len(view.levers(name, raw)["levers"])
    if (told := view.decisions(name, raw)) is None:
        assert json.loads(last)["bars"] == json.loads(last)["inputs"] == []
    else:
        assert json.loads(last) == told


@EVERY
@settings(max_examples=15)
@given(data=st.data())
def test_bars_lie_on_one_axis_with_now_inside(name: str, data: st.DataObject) -> None:
    raw = data.draw(raw_inputs(name))
    told = view.decisions(name, {} if "errors" in view.result(name, raw) else raw)
    if told is None:
        return
    bars = [[float(bar[key]) for key in ("from", "now", "to")] for bar in told["bars"]]
    assert len(bars) <= 7
    for ends in bars:
        assert 0 <= ends[0] <= ends[1] <= ends[2] <= 100
    if bars:
        assert min(low for low, _, _ in bars) == 0
        assert max(high for _, _, high in bars) == 100


def said(name: str, raw: dict[str, Any]) -> dict[str, Any]:
    """What the page says, with ordinary spaces."""
    told = json.loads(json.dumps(view.decisions(name, raw)).replace("\\u00a0", " "))
    assert isinstance(told, dict)
    return told


def test_the_finding_names_what_moves_the_answer_most_and_to_what() -> None:
    # 1100 × 20 % × 2 × 15 000 = 6 600 000, and so for each of the four.
    finding = "одинаково 4 числа. На десятую часть больше — и будет 6 600 000 ₽."
    assert said("lost_revenue", {})["finding"] == finding
    # With two factors at nought the others change nothing.
    nothing = "ни одно число: на десятую часть больше или меньше — ничего не меняется."
    assert said("lost_revenue", {"clients": "0", "average_check": "0"})["finding"] == nothing
    # Whole numbers move by 1 at least: (1 + 1) × 20 % × 2 × 15 000 = 12 000.
    one = "клиентов за всё время. 2 клиента, а не 1 клиент — и будет 12 000 ₽."
    assert said("lost_revenue", {"clients": "1"})["finding"] == one


def test_a_bar_says_what_each_of_its_ends_gives() -> None:
    first = said("lost_revenue", {})["bars"][0]
    assert first == {
        "label": "Клиентов за всё время",
        "left": "900 клиентов → 5 400 000 ₽",
        "right": "1 100 клиентов → 6 600 000 ₽",
        # 6 000 000 is in the middle of 5 400 000 and 6 600 000.
        "from": "0.0", "to": "100.0", "now": "50.0",
    }  # fmt: skip


def test_a_bar_that_falls_has_its_higher_value_at_the_left() -> None:
    # A dearer specialist makes the agency's percent dearer: its gain falls.
    first = said("hiring_cost", {})["bars"][0]
    assert first["left"] == "132 000 ₽ → −60 236 ₽"
    assert first["right"] == "108 000 ₽ → −21 112 ₽"


def test_where_no_number_measures_the_answer_it_is_said_where_that_turns() -> None:
    told = said("hiring_check", {})
    assert told["bars"] == []
    assert told["title"] == "Ответ сменится"
    # A vacancy counts as old after thirteen weeks; the sixth digit of 4 weeks is 0,00001.
    assert told["finding"] == "«Сколько недель открыта вакансия» — 13,1 недели (сейчас 4 недели)."
    assert told["turning"] == ""


def test_a_questionnaire_without_numbers_says_nothing() -> None:
    assert view.decisions("owner_check", {}) is None


def test_what_never_comes_is_said_as_the_page_says_it() -> None:
    told = said("account_plan", {"margin": "19,1"})
    # With any of four numbers a tenth worse the plan never pays back, and nothing is worse.
    assert told["finding"] == "одинаково 4 числа."
    never = [bar["right"] for bar in told["bars"] if "не окупится" in bar["right"]]
    assert "17,19 % → не окупится за срок плана" in never
    assert len(never) >= 4
    # At 21 % only the margin itself does that.
    assert said("account_plan", {"margin": "21"})["finding"].endswith(
        "На десятую часть меньше — не окупится за срок плана."
    )
