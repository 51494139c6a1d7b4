"""What holds for the spread of any calculator, and cases by hand."""

import json
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.kit import plainjson, registry, typed, view
from calculators.kit.decision import spread
from calculators.kit.declaration.fields import Number
from tests.calculators.typed import raw_inputs

EVERY = pytest.mark.parametrize("name", registry.names())


def numbers(name: str) -> list[str]:
    """The calculator's fields for numbers, those of rows left out."""
    return [key for key, field in registry.get(name).fields.items() if isinstance(field, Number)]


def with_ranges(data: st.DataObject, name: str) -> dict[str, Any]:
    """Admitted input with ranges about up to three of its numbers."""
    raw = data.draw(raw_inputs(name))
    raw = {} if "errors" in view.result(name, raw) else raw
    for field in data.draw(st.lists(st.sampled_from(numbers(name)), max_size=3, unique=True)):
        around = raw | {field: data.draw(st.sampled_from(["0–1", "1–2", "2–30", "5 ± 40 %"]))}
        if "errors" not in view.result(name, around):
            raw = around
    return raw


def late(value: Decimal | None) -> tuple[bool, Decimal]:
    """«Never» is later than any number."""
    return value is None, value or Decimal(0)


@pytest.mark.parametrize("name", [name for name in registry.names() if numbers(name)])
@settings(max_examples=8, deadline=None)
@given(data=st.data())
def test_twenty_cases_in_order_lie_within_low_and_high(name: str, data: st.DataObject) -> None:
    told = view.numbers(name, with_ranges(data, name))
    for it in told.get("spread", {}).values():
        assert len(it["cases"]) == 20
        ordered = [it["low"], *it["cases"], it["high"]]
        assert all(late(one) <= late(next_) for one, next_ in pairwise(ordered))


@pytest.mark.parametrize("name", [name for name in registry.names() if numbers(name)])
@settings(max_examples=8, deadline=None)
@given(data=st.data())
def test_a_range_leaves_the_answer_that_of_its_middle(name: str, data: st.DataObject) -> None:
    raw = with_ranges(data, name)
    told = view.numbers(name, raw)
    middle = {key: typed.Exact(plainjson.dumps(told["inputs"][key])) for key in numbers(name)}
    assert view.numbers(name, raw | middle)["outputs"] == told["outputs"]


@pytest.mark.parametrize("name", [name for name in registry.names() if numbers(name)])
def test_a_range_of_no_width_gives_the_point_everywhere(name: str) -> None:
    field = numbers(name)[0]
    point = view.result(name, {})["fields"][field]
    told = view.numbers(name, {field: f"{point}–{point}"})
    assert told["inputs"] == view.numbers(name, {})["inputs"]
    for output, it in told["spread"].items():
        now = told["outputs"][output]
        assert {it["low"], it["high"], *it["cases"]} == {now}


@EVERY
def test_without_a_range_there_is_no_spread(name: str) -> None:
    assert "spread" not in view.numbers(name, {})
    assert view.spread_sentences(name, {}) == []


def test_one_range_of_a_product_is_spread_evenly() -> None:
    told = view.numbers("lost_revenue", {"clients": "800–1200"})["spread"]["lost_revenue_year"]
    # 800 × 20 % × 2 × 15 000 = 4 800 000 and 1200 × 6 000 = 7 200 000.
    assert (told["low"], told["high"]) == (4_800_000, 7_200_000)
    # The 512 values of base two are 1/1024 and 1/512, …, 511/512, so the case at 1/40, the
    # thirteenth of 512, is 12/512: 800 + 400 × 12/512 = 809,375, in whole clients 809.
    assert told["cases"][0] == 809 * 6_000
    # The eleventh at 21/40: the 269th, 268/512: 800 + 400 × 268/512 = 1009,375.
    assert told["cases"][10] == 1009 * 6_000


def test_corners_belong_to_the_box() -> None:
    told = view.numbers("lost_revenue", {"clients": "800–1200", "average_check": "10000–20000"})
    it = told["spread"]["lost_revenue_year"]
    # 800 × 0,2 × 2 × 10 000 = 3 200 000; 1200 × 0,2 × 2 × 20 000 = 9 600 000.
    assert (it["low"], it["high"]) == (3_200_000, 9_600_000)


def test_of_the_agency_s_fee_alone_the_cases_are_counted_by_hand() -> None:
    raw = {"agency_salaries": "1–2"}
    # Both ways cost alike at 1,161 salaries: below that, 16 % of the range, the agency is cheaper:
    # 3,2 cases of 20.
    said = view.spread_sentences("hiring_cost", raw)[0].replace("\u00a0", " ")
    assert said == "Что дешевле: сами — в 17 случаях из 20, агентство — в 3."


def test_where_some_cases_never_pay_back_it_is_said_how_many() -> None:
    raw = {"margin": "18–26"}
    told = view.numbers("account_plan", raw)["spread"]["payback_month"]
    never = told["cases"].count(None)
    assert 0 < never < 20
    said = view.spread_sentences("account_plan", raw)[0].replace("\u00a0", " ")
    assert said == f"В {never} случаях из 20 не окупится за срок плана."
    # «Never» is the last column, apart from the others.
    dots = json.loads(json.dumps(view.decisions("account_plan", raw)))["dots"]
    assert [dot["x"] for dot in dots].count("20") == never
    assert {"18", "19"}.isdisjoint(dot["x"] for dot in dots)


def test_points_that_do_not_go_with_one_another_are_left_out_and_counted() -> None:
    rows = [{"name": "Звонок", "conversion": "90–100", "uplift": "0–10"}]
    said = view.spread_sentences("cjm_uplift", {"stages": rows})
    # Conversion and uplift are over 100 % together in about half of the box.
    assert "Не посчитаны сочетания, которых не бывает: " in said[-1]
    count = int(said[-1].split(": ")[1].split(" из ")[0])
    assert abs(count - 256) < 10
    assert said[-1].endswith(" из 512.")


def test_the_same_ranges_give_the_same_cases_always() -> None:
    raw = {"clients": "800–1200", "margin": "20–40"}
    assert view.numbers("lost_revenue", raw) == view.numbers("lost_revenue", raw)


def test_the_sequence_turns_the_digits_of_a_number_about() -> None:
    # 6 is 110 in base two, 0,011 turned: 3/8; 5 is 12 in base three, 0,21 turned: 7/9.
    assert spread.halton(6, 2) == Decimal("0.375")
    assert round(spread.halton(5, 3), 6) == Decimal("0.777778")
    primes = spread.primes()
    assert [next(primes) for _ in range(6)] == [2, 3, 5, 7, 11, 13]


def test_what_comes_out_alike_everywhere_is_said_once() -> None:
    # The margin changes nothing of the revenue; with 1 % of it the plan never pays back.
    revenue = view.spread_sentences("lost_revenue", {"margin": "20–40"})[0]
    assert revenue.replace("\u00a0", " ") == "Во всех 20 случаях — 6 000 000 ₽."
    never = view.spread_sentences("account_plan", {"margin": "1–2"})[0]
    everywhere = "Окупится через: во всех 20 случаях — не окупится за срок плана."
    assert never.replace("\u00a0", " ") == everywhere


def test_beside_a_headline_in_words_the_range_has_its_name() -> None:
    told = view.decisions("hiring_cost", {"agency_salaries": "1–2"})
    assert told
    assert told["range"].startswith("Выгода агентства: от −")
    money = view.decisions("lost_revenue", {"clients": "800–1200"})
    assert money
    assert money["range"].replace("\u00a0", " ") == "4 800 000–7 200 000 ₽"
