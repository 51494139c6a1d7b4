"""A workbook as plain data; tests/browser/test_workbook.py recalculates the saved file."""

from dataclasses import replace
from decimal import Decimal as D
from typing import Any

import pytest

from calculators.kit import registry, view, workbook
from calculators.kit.declare import Output
from calculators.kit.fields import Choice, Default, Number, Rows, Text
from calculators.kit.units import CLIENTS, MARKS, MONTHS_BRIEFLY, PERCENT, RUBLES

NAME = "account_plan"
NUMBER = Number("Поле", CLIENTS, Default(D(1), "так"), "Что это.", D(0), D(50))
B = "'Расчёт'!$B$"  # the column of what is typed, from row 5 in the order of the form


def sheets(**raw: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = view.file(NAME, raw, "xlsx")["sheets"]
    return found


def columns(sheet: dict[str, Any], key: str, rows: slice = slice(None)) -> list[list[Any]]:
    """One property of every cell of some rows."""
    return [[cell[key] for cell in row] for row in sheet["rows"][rows]]


def test_the_front_sheet_is_a_title_a_hint_the_inputs_and_the_results() -> None:
    front, months = sheets()
    fields, results = registry.get(NAME).fields, registry.get(NAME).results
    shown = ["payback_month", "investment", "profit_total", "revenue_total"]
    words = [row[0] if row else "" for row in columns(front, "value")]
    assert words == [
        registry.get(NAME).title, workbook.HINT, "", "Исходные числа",
        *(field.label for field in fields.values()),
        "", "Результат", *(results[name].label for name in shown),
    ]  # fmt: skip
    heads = ["Исходные числа", "Значение", "Единица", "Что это"]
    assert columns(front, "value")[3] == heads
    assert columns(front, "value")[18] == ["Результат", "Значение", "Единица", ""]
    styles = [["title"], ["note"], [], ["head"] * 4, *[["plain", "given", "unit", "note"]] * 13]
    assert columns(front, "style") == [*styles, [], ["head"] * 4, *[["plain", "plain", "unit"]] * 4]
    assert [row[3] for row in columns(front, "value")[4:17]] == [f.help for f in fields.values()]
    assert (front["name"], front["frozen"], front["wide"]) == ("Расчёт", [0, 0], True)
    assert (months["name"], months["frozen"], months["wide"]) == ("По месяцам", [1, 1], False)
    assert len(front["widths"]) == 4
    assert len(set(map(len, months["rows"])) | {len(months["widths"])}) == 1
    assert months["widths"][0] < months["widths"][1]
    assert len(set(months["widths"][1:])) == 1


def test_a_cell_in_percent_holds_a_share_and_its_unit_is_in_its_format() -> None:
    front, _ = sheets(average_check="60000,5")
    values = [row[1:3] for row in columns(front, "value")[4:17]]
    # 6 %, 22 %, 3 % and 2 % as shares of one
    assert values == [
        [2000, "клиентов"], [1, "менеджеров"], [120, "клиентов"], [3, "месяцев"], [0.06, ""],
        [2, "покупок"], [60000.5, ""], [0.22, ""], [0.03, ""], [120000, ""], [0.02, ""],
        [150000, ""], [24, "месяцев"],
    ]  # fmt: skip
    assert [row[1] for row in columns(front, "format")[4:17]] == [
        "#,##0", "", "", "", r"0.00\ %", "", r'#,##0.00\ "₽"', r"0.00\ %", r"0.00\ %",
        r'#,##0\ "₽"', r"0.00\ %", r'#,##0\ "₽"', "#,##0",
    ]  # fmt: skip


def test_results_are_formulas_over_the_columns_from_the_opening_row_to_the_last() -> None:
    front, _ = sheets()
    line = "'По месяцам'!${0}$2:${0}$62".format  # a heading, an opening row and sixty months
    assert [row[1] for row in columns(front, "formula")[19:]] == [
        f'IF(MAX({line("I")})<{B}17,MAX({line("I")})+1,"не окупится за срок плана")',
        f"-MIN({line('H')})", f"SUM({line('G')})", f"SUM({line('F')})",
    ]  # fmt: skip
    assert [row[1] for row in columns(front, "format")[19:]] == ["0", *[r'#,##0\ "₽"'] * 3]
    assert [row[2] for row in columns(front, "value")[19:]] == ["месяцев", "", "", ""]
    assert front["rows"][19][1]["value"] == 12
    assert front["rows"][20][1]["value"] == pytest.approx(324_934.2096)


def test_what_never_pays_back_says_so_in_its_cell() -> None:
    front, _ = sheets(conversion="0")
    assert front["rows"][19][1]["value"] == "не окупится за срок плана"


def test_a_month_is_computed_from_its_own_row_and_the_one_before() -> None:
    _, months = sheets()
    assert columns(months, "value")[0][4:8] == [
        "Покупки",
        "Выручка, ₽",
        "Прибыль, ₽",
        "Накоплено, ₽",
    ]
    assert columns(months, "formula")[1] == [*["0"] * 7, f"-{B}16", "0"]
    assert columns(months, "value")[1] == [*[0] * 7, -150_000, 0]
    contacts = f"MAX(0,MIN({B}6*{B}7*IF(A4<{B}8,A4/{B}8,1),{B}5-SUM(B$2:B3)))"
    formulas = [
        contacts, f"B4*{B}9", f"D3*(1-{B}13)+C4", f"C4+D3*(1-{B}13)*{B}10/12", f"E4*{B}11",
        f"F4*({B}12-{B}15)-{B}14*{B}6", "H3+G4", "IF(ROUND(H4,4)<0,A4,0)",
    ]  # fmt: skip
    assert columns(months, "formula")[3] == [
        f'IF(2<={B}17,2,"")', *(f'IF($A4="","",{formula})' for formula in formulas)
    ]  # fmt: skip
    # Month 2 of a ramp of 3: 120 × 2 ÷ 3 = 80; × 6 % = 4,8; 2,4 × 97 % + 4,8 = 7,128;
    # 4,8 + 2,4 × 97 % × 2 ÷ 12 = 5,188; × 60 000 = 311 280; × 20 % − 120 000 = −57 744
    assert columns(months, "value")[3] == pytest.approx(
        [2, 80, 4.8, 7.128, 5.188, 311_280, -57_744, -241_200 - 57_744, 2]
    )
    assert columns(months, "format")[3] == [
        "0", *["#,##0.0"] * 4, *[r'#,##0\ "₽"'] * 3, "0;;"
    ]  # fmt: skip
    assert set(columns(months, "style")[3]) == {"plain"}
    assert set(columns(months, "style")[0]) == {"column"}


def test_there_is_room_for_the_longest_plan_and_rows_beyond_this_one_are_empty() -> None:
    _, months = sheets()
    assert len(months["rows"]) == 1 + 1 + 60
    assert columns(months, "value")[25][0] == 24
    assert set(columns(months, "value")[26]) == {""}
    # In month 12 the money is back, and from then on nothing is below zero.
    assert [row[8] for row in columns(months, "value")[2:15]] == [*range(1, 12), 0, 0]


def test_a_yellow_cell_refuses_what_the_page_refuses() -> None:
    front, _ = sheets()
    limits = [row[1] for row in columns(front, "limits")[4:17]]
    assert limits[4] == {
        "least": 0, "most": 1, "whole": False, "message": "Здесь можно от 0 до 100\u00a0%.",
    }  # fmt: skip
    assert (limits[12]["least"], limits[12]["most"], limits[12]["whole"]) == (6, 60, True)
    assert all(limit is None for row in columns(front, "limits")[19:] for limit in row)


def test_a_number_above_zero_has_a_limit_just_above_it() -> None:
    cell = workbook._given(replace(NUMBER, positive=True), D(1))[1]
    assert cell["limits"]["least"] == 1e-9
    assert cell["limits"]["message"] == "Здесь можно больше 0 и не больше 50."


def test_the_least_percent_is_a_share_too() -> None:
    cell = workbook._given(replace(NUMBER, unit=PERCENT, minimum=D(10)), D(20))[1]
    assert (cell["limits"]["least"], cell["limits"]["most"]) == (0.1, 0.5)


def test_words_and_answers_are_typed_without_limits() -> None:
    for field in (Text("Имя", Default("", ""), "Чьё."), Choice("Имя", {}, Default("", ""), "Чьё.")):
        cells = workbook._given(field, "да")
        assert [cell["value"] for cell in cells] == ["Имя", "да", "", "Чьё."]
        assert [cell["style"] for cell in cells] == ["plain", "given", "unit", "note"]
        assert cells[1]["limits"] is None


def test_rows_have_no_place_in_a_workbook() -> None:
    with pytest.raises(TypeError, match="«Этапы»: rows"):
        workbook._given(Rows("Этапы", object, Default([], ""), "", "этап", 1, 2), ())


@pytest.mark.parametrize(
    ("output", "value", "shown", "form"),
    [
        (Output("Балл", MARKS), D("2.5"), 2.5, "#,##0.00"),
        (Output("Срок", MONTHS_BRIEFLY), D(7), 7, "#,##0"),
        (Output("Доля", PERCENT), D(25), 0.25, r"0.00\ %"),
        (Output("Сумма", RUBLES), D("0.5"), 0.5, r'#,##0\ "₽"'),
        (Output("Сумма", RUBLES, absent="нет"), None, "нет", r'#,##0\ "₽"'),
        (Output("Ответ"), "да", "да", ""),
        (Output("Счёт"), D(3), 3, ""),
    ],
)
def test_a_result_stands_in_its_cell_as_its_unit_asks(
    output: Output, value: object, shown: object, form: str
) -> None:
    cell = workbook._computed(output, value, "A1", None)
    assert (cell["value"], cell["format"], cell["formula"]) == (shown, form, "A1")
    assert workbook._computed(output, value, "A1", "0")["format"] == "0"


def test_columns_are_lettered_from_a() -> None:
    assert [workbook.letter(number) for number in (0, 1, 25)] == ["A", "B", "Z"]


def test_every_kind_of_file_has_its_name_and_type() -> None:
    name = "job_brief"
    text, word = view.file(name, {}, "md"), view.file(name, {}, "docx")
    document = view.result(name, {})["document"]
    assert text == {
        "name": "job_brief.md", "type": "text/markdown;charset=utf-8", "text": f"{document}\n",
    }  # fmt: skip
    office = "application/vnd.openxmlformats-officedocument"
    assert word["name"] == "job_brief.docx"
    assert word["type"] == f"{office}.wordprocessingml.document"
    assert word["title"] == registry.get(name).title
    assert isinstance(word["blocks"], list)
    book = view.file(NAME, {}, "xlsx")
    assert (book["name"], book["type"]) == ("account_plan.xlsx", f"{office}.spreadsheetml.sheet")
