"""What holds for seeking in every calculator, and cases by hand."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.kit import plainjson, registry, typed, view
from calculators.kit.arithmetic import exact
from calculators.kit.decision.sought import LARGEST
from calculators.kit.declaration.fields import Number
from tests.calculators.test_laws_levers import number, with_number
from tests.calculators.typed import raw_inputs


def paths(name: str) -> list[str]:
    """The calculator's numbers, those of the default rows included."""
    return [lever["input"] for lever in view.levers(name, {})["levers"]]


def outputs(name: str) -> list[str]:
    """The numbers of its answer at the defaults."""
    declared, found = registry.get(name).results, view.numbers(name, {})["outputs"]
    return [
        key for key, output in declared.items() if output.unit and isinstance(found[key], Decimal)
    ]


SOUGHT = [name for name in registry.names() if paths(name)]


def gets(name: str, inputs: dict[str, Any], path: str, value: Decimal, output: str) -> Any:
    """What an output is with the number at `path` replaced."""
    return view.numbers(name, with_number(inputs, path, value))["outputs"][output]


@pytest.mark.parametrize("name", SOUGHT)
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_a_sought_value_reaches_the_target_and_a_slightly_nearer_one_does_not(
    name: str, data: st.DataObject
) -> None:
    raw = data.draw(raw_inputs(name))
    raw = {} if "errors" in view.result(name, raw) else raw
    here = view.numbers(name, raw)
    path = data.draw(st.sampled_from(paths(name)))
    output = data.draw(st.sampled_from(outputs(name)))
    now = here["outputs"][output]
    field, *row = path.split(".")
    there = not row or int(row[0]) < len(here["inputs"][field])
    if not there or not isinstance(now, Decimal):
        return
    target = data.draw(st.sampled_from([now * 2, now / 2, now + 1, now - 1, now, Decimal(0)]))
    if abs(target) > LARGEST:  # more than may be asked for
        return
    text = typed.Exact(plainjson.dumps(exact(round)(target, 6)))
    told = view.seek(name, raw, output, text, path)
    assert told["target"] == Decimal(text)
    if not told["reached"]:
        assert told["value"] is None
        return
    value, declared = number(name, here["inputs"], path)
    assert gets(name, told["inputs"], path, told["value"], output) == told["gets"]
    if told["value"] == value:
        assert told["gets"] == told["target"]
        return
    falls = now > told["target"]
    assert told["gets"] <= told["target"] if falls else told["gets"] >= told["target"]
    # A hair's breadth nearer: 1 of whole numbers, else the sixth digit of what is typed.
    hair = Decimal(1)
    if not declared.whole and value:
        hair = Decimal(1).scaleb(value.adjusted() - 5)
    nearer = told["value"] - hair if told["value"] > value else told["value"] + hair
    if min(value, told["value"]) < nearer < max(value, told["value"]):
        almost = gets(name, told["inputs"], path, nearer, output)
        assert almost is None or (almost > told["target"] if falls else almost < told["target"])


def said(name: str, raw: dict[str, Any], output: str, target: str, path: str) -> str:
    """What is told of it, with ordinary spaces."""
    return view.seek_sentence(name, raw, output, target, path).replace("\u00a0", " ")


def test_ten_millions_take_so_many_clients() -> None:
    told = view.seek("lost_revenue", {}, "lost_revenue_year", "10 млн", "clients")
    # 10 000 000 ÷ (20 % × 2 × 15 000) = 1666,67: a client less is short of it.
    assert (told["value"], told["reached"], told["gets"]) == (1667, True, 1667 * 6_000)
    sentence = "«Клиентов за всё время»: нужно 1 667 клиентов, сейчас 1 000 клиентов."
    assert said("lost_revenue", {}, "lost_revenue_year", "10 млн", "clients") == sentence


def test_less_is_sought_downwards_and_rounded_to_where_it_is_reached_still() -> None:
    # 5 000 000 ÷ (1000 × 2 × 15 000) = 16,666… %: 16,6 reaches it, 16,7 does not.
    sentence = "«Доля, которая вернулась бы»: нужно 16,6 %, сейчас 20 %."
    assert said("lost_revenue", {}, "lost_revenue_year", "5000000", "return_share") == sentence


def test_what_is_so_already_is_said() -> None:
    sentence = "Так и есть: «Незаработанная выручка за год» — 6 000 000 ₽."
    assert said("lost_revenue", {}, "lost_revenue_year", "6000000", "clients") == sentence


def test_what_no_admitted_value_reaches_is_said_with_the_nearest() -> None:
    # All 100 % of 1000 clients: 1000 × 2 × 15 000 = 30 000 000.
    told = view.seek("lost_revenue", {}, "lost_revenue_year", "60 млн", "return_share")
    assert (told["value"], told["reached"], told["gets"]) == (None, False, 30_000_000)
    short = "одним этим числом столько не получить. Ближе всего"
    sentence = f"«Доля, которая вернулась бы»: {short} 30 000 000 ₽ — 100 %."
    assert said("lost_revenue", {}, "lost_revenue_year", "60 млн", "return_share") == sentence
    # The margin changes nothing of the revenue.
    sentence = f"«Рентабельность повторных продаж»: {short} 6 000 000 ₽ — как сейчас."
    assert said("lost_revenue", {}, "lost_revenue_year", "7 млн", "margin") == sentence


def test_months_are_steps_and_never_is_later_than_any() -> None:
    told = view.seek("account_plan", {}, "payback_month", "12", "margin")
    assert told["gets"] == 12
    never = view.seek("account_plan", {"margin": "10"}, "payback_month", "24", "margin")
    assert never["reached"]
    assert never["gets"] <= 24


def test_a_cell_of_a_row_is_sought_too() -> None:
    # (5 + x)/5 × 5/4 × 25/20 = 3, so x = 5 × 1,92 − 5 = 4,6.
    told = view.seek("cjm_uplift", {}, "growth", "3", "stages.0.uplift")
    assert told["value"] == Decimal("4.6")


@pytest.mark.parametrize("target", ["", "abc", "10 кг", "1" * 50])
def test_a_target_that_is_no_number_is_answered_as_in_a_field(target: str) -> None:
    with pytest.raises(ValueError, match=r"[А-Я].*\."):
        view.seek("lost_revenue", {}, "lost_revenue_year", target, "clients")


def test_unknown_names_are_answered_with_the_known() -> None:
    with pytest.raises(KeyError, match="lost_revenue_year, lost_revenue_month"):
        view.seek("lost_revenue", {}, "x", "1", "clients")
    with pytest.raises(KeyError, match="clients, return_share"):
        view.seek("lost_revenue", {}, "lost_revenue_year", "1", "x")


@pytest.mark.parametrize("name", SOUGHT)
def test_what_a_page_offers_has_names_of_its_own(name: str) -> None:
    told = view.decisions(name, {})
    assert told
    for offered in (told["outputs"], told["inputs"]):
        labels = [choice["text"] for choice in offered]
        assert len(set(labels)) == len(labels)
    assert len(told["inputs"]) == len(paths(name))
    numbers = [f for f in registry.get(name).fields.values() if isinstance(f, Number)]
    assert len(told["inputs"]) >= len(numbers)
