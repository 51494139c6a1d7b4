"""What holds for variants of every calculator side by side, and cases by hand."""

import csv
from decimal import Decimal
from operator import sub
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.kit import registry, view
from calculators.kit.arithmetic import exact
from calculators.kit.decision import variants as side_by_side
from calculators.kit.decision.work import done, exactly
from calculators.kit.takeaway import door
from calculators.kit.words import formats
from tests.calculators.typed import raw_inputs

NB = "\u00a0"


def named(*raws: dict[str, Any]) -> list[dict[str, Any]]:
    """Variants А, Б, В."""
    return [{"name": name, "raw": raw} for name, raw in zip("АБВ", raws, strict=False)]


def lines(name: str, *raws: dict[str, Any]) -> dict[str, list[tuple[str, str]]]:
    """The lines of the page's table: what each variant has, and how far from the first it is."""
    found = view.variants(name, named(*raws))["lines"]
    return {
        line["label"]: [(cell["text"].replace(NB, " "), cell["change"]) for cell in line["cells"]]
        for line in found
    }


@pytest.mark.parametrize("name", registry.names())
@settings(max_examples=10)
@given(data=st.data())
def test_a_variant_has_what_the_page_itself_shows_for_its_numbers(
    name: str, data: st.DataObject
) -> None:
    raws = [data.draw(raw_inputs(name)) for _ in range(2)]
    results = [view.result(name, raw) for raw in raws]
    found = view.variants(name, named(*raws))
    if any("errors" in result for result in results):
        assert len(found["wrong"]) == sum("errors" in result for result in results)
        return
    assert found["wrong"] == []
    outputs = [[result["headline"], *result["outputs"]] for result in results]
    told = found["lines"][-len(outputs[0]) :]
    for line, *shown in zip(told, *outputs, strict=True):
        assert {line["label"]} == {output["label"] for output in shown}
        assert [cell["text"] for cell in line["cells"]] == [output["text"] for output in shown]


@pytest.mark.parametrize("name", registry.names())
@settings(max_examples=10)
@given(data=st.data())
def test_a_difference_is_what_is_to_be_added_to_the_first(name: str, data: st.DataObject) -> None:
    raws = [data.draw(raw_inputs(name)) for _ in range(2)]
    if any("errors" in view.result(name, raw) for raw in raws):
        return
    calculator = registry.get(name)
    columns = done(exactly(side_by_side.computed(calculator, named(*raws))))
    numbers = [view.numbers(name, raw)["outputs"] for raw in raws]
    plain = {
        output.label: key
        for key, output in calculator.results.items()
        if output.listed and output.unit and not output.said
    }
    for line in exact(list)(side_by_side.outcomes(calculator, columns)):
        one, other = (numbers[at].get(plain.get(line.label)) for at in (0, 1))
        if isinstance(one, Decimal) and isinstance(other, Decimal):
            change = line.changes[1]
            assert change is not None
            assert change.amount == exact(sub)(other, one)
            assert line.changes[0] is None


@pytest.mark.parametrize("name", registry.names())
def test_the_same_numbers_twice_differ_in_nothing(name: str) -> None:
    found = view.variants(name, named({}, {}))
    assert len(found["lines"]) == 1 + len(view.result(name, {})["outputs"])
    changes = {cell["change"] for line in found["lines"] for cell in line["cells"]}
    assert changes <= {"", "так же"}


@pytest.mark.parametrize("name", registry.names())
def test_one_variant_alone_is_compared_with_nothing(name: str) -> None:
    assert view.variants(name, named({})) == {"columns": [], "lines": [], "wrong": []}


def test_lost_revenue_with_more_clients_and_a_lower_margin() -> None:
    found = lines("lost_revenue", {}, {"clients": "1500", "margin": "20"})
    assert found["Клиентов за всё время"] == [("1 000 клиентов", ""), ("1 500 клиентов", "")]
    assert found["Рентабельность повторных продаж"] == [("30 %", ""), ("20 %", "")]
    # 1500 × 20 % × 2 × 15 000 = 9 000 000, 3 000 000 more than with 1000.
    year = [("6 000 000 ₽", ""), ("9 000 000 ₽", f"+3{NB}000{NB}000{NB}₽")]
    assert found["Незаработанная выручка за год"] == year
    # 30 % of 6 000 000 is 1 800 000; 20 % of 9 000 000 is the same.
    profit = [("1 800 000 ₽", ""), ("1 800 000 ₽", "так же")]
    assert found["Прибыль, которой нет, за год"] == profit
    assert "Средний чек" not in found


def test_hiring_cost_with_a_dearer_agency() -> None:
    found = lines("hiring_cost", {}, {"agency_salaries": "2"})
    assert found["Вознаграждение агентства"] == [("1,5 оклада", ""), ("2 оклада", "")]
    # Half a salary of 120 000 is 60 000 more; what is cheaper stays, and is no number.
    assert found["Весь найм через агентство"][1][1] == f"+60{NB}000{NB}₽"
    assert found["Что дешевле"] == [("сами", ""), ("сами", "")]


def test_cjm_uplift_with_one_stage_less_and_points_of_a_percent() -> None:
    stage = {"name": "Звонок", "conversion": "30", "uplift": "3"}
    found = lines("cjm_uplift", {}, {"stages": [stage]})
    assert found["Этап, строка 1"] == [("Показ → переход", ""), ("Звонок", "")]
    assert found["Переход → заявка, конверсия сейчас"] == [("4 %", ""), ("—", "")]
    # 5 % × 4 % × 20 % = 0,04 %; 30 % is 29,96 points more.
    was = [("0,04 %", ""), ("30 %", f"+29,96{NB}п.{NB}п.")]
    assert found["Сквозная конверсия была"] == was


def test_less_is_told_with_a_minus_and_next_to_nothing_in_words() -> None:
    found = lines("lost_revenue", {}, {"average_check": "14000"}, {"clients": "1000,0000001"})
    year = found["Незаработанная выручка за год"]
    # 1000 × 20 % × 2 × 14 000 = 5 600 000
    assert year[1] == ("5 600 000 ₽", f"{formats.MINUS}400{NB}000{NB}₽")


def test_a_variant_that_the_form_cannot_read_is_named_with_why() -> None:
    found = view.variants("lost_revenue", named({}, {"clients": "много"}))
    assert [cell["text"] for cell in found["lines"][0]["cells"]] == [f"6{NB}000{NB}000{NB}₽", "—"]
    (wrong,) = found["wrong"]
    assert wrong["text"].startswith("«Б» с этой формой не считается. Не получается прочесть число")


def test_fields_that_the_form_has_no_more_are_left_out() -> None:
    assert view.variants("lost_revenue", named({"price": "1"}, {}))["wrong"] == []


def test_a_range_is_shown_as_typed_and_computed_for_its_middle() -> None:
    found = lines("lost_revenue", {}, {"clients": "800–1600"})
    assert found["Клиентов за всё время"][1] == ("800–1 600 клиентов", "")
    # 1200 × 20 % × 2 × 15 000
    assert found["Незаработанная выручка за год"][1][0] == "7 200 000 ₽"


def test_the_file_has_a_row_for_each_variant_and_numbers_bare() -> None:
    raws = named({}, {"clients": "1500"})
    made = door.file("lost_revenue", {}, "csv", 0, raws)
    assert made["name"] == "lost_revenue_variants.csv"
    head, first, second = csv.reader(
        made["text"].removeprefix("\ufeff").splitlines(), delimiter=";"
    )
    assert head[:3] == [
        "Вариант",
        "Клиентов за всё время, клиентов",
        "Незаработанная выручка за год, ₽",
    ]
    assert first[:3] == ["А", "1000", "6000000"]
    assert second[:3] == ["Б", "1500", "9000000"]
    difference = head.index("Незаработанная выручка за год: разница с «А», ₽")
    assert (first[difference], second[difference]) == ("", "3000000")


@pytest.mark.parametrize("name", registry.names())
def test_every_column_of_the_file_is_there_whatever_is_compared(name: str) -> None:
    text = door.file(name, {}, "csv", 0, named({}, {}))["text"].removeprefix("\ufeff")
    widths = {len(row) for row in csv.reader(text.splitlines(), delimiter=";")}
    assert len(widths) == 1
