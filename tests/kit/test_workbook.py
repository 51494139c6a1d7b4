"""A workbook as plain data; tests/browser/test_workbook.py recalculates the saved file."""

import json
import re
from dataclasses import replace
from decimal import Decimal as D
from typing import Any

import pytest

from calculators.kit import registry, view
from calculators.kit.declaration.declare import Output
from calculators.kit.declaration.fields import Choice, Default, Number, Rows, Text
from calculators.kit.declaration.units import CLIENTS, MARKS, MONTHS_BRIEFLY, PERCENT, RUBLES
from calculators.kit.takeaway import cells, door, files, lines
from calculators.kit.takeaway import front as front_sheet
from calculators.kit.takeaway.symbols import UnfollowedError

NAME = "account_plan"
NUMBER = Number("Поле", CLIENTS, Default(D(1), "так"), "Что это.", D(0), D(50))
B = "'Расчёт'!$B$"  # the column of what is typed, from row 5 in the order of the form


def sheets(**raw: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = door.file(NAME, raw, "xlsx")["sheets"]
    return found


def columns(sheet: dict[str, Any], key: str, rows: slice = slice(None)) -> list[list[Any]]:
    """One property of every cell of some rows."""
    return [[cell[key] for cell in row] for row in sheet["rows"][rows]]


def test_the_front_sheet_is_a_title_a_hint_the_inputs_and_the_results() -> None:
    front, months = sheets()
    fields, results = registry.get(NAME).fields, registry.get(NAME).results
    shown = [name for name, output in results.items() if output.listed]
    words = [row[0] if row else "" for row in columns(front, "value")]
    assert words == [
        registry.get(NAME).title, front_sheet.HINT, "", "Исходные числа",
        *(field.label for field in fields.values()),
        "", "Результат", *(results[name].label for name in shown),
    ]  # fmt: skip
    heads = ["Исходные числа", "Значение", "Единица", "Что это", "Откуда число в примере"]
    assert columns(front, "value")[3] == heads
    assert columns(front, "value")[19] == ["Результат", "Значение", "Единица"]
    given = ["label", "given", "unit", "text", "text"]
    styles = [["title"], ["note"], [], ["head"] * 5, *[given] * 14]
    assert columns(front, "style") == [*styles, [], ["head"] * 3, *[["label", "plain", "unit"]] * 8]
    assert [row[3] for row in columns(front, "value")[4:18]] == [f.help for f in fields.values()]
    assert columns(front, "value")[4][4] == (
        "По умолчанию — допущение редакции: круглое число для примера."
    )
    assert (front["name"], front["frozen"], front["wide"]) == ("Расчёт", [0, 0], True)
    assert (months["name"], months["frozen"], months["wide"]) == ("По месяцам", [1, 1], False)
    assert len(front["widths"]) == 5
    assert len(set(map(len, months["rows"])) | {len(months["widths"])}) == 1
    assert months["widths"][0] < months["widths"][1]
    assert len(set(months["widths"][1:])) == 1


def test_a_cell_in_percent_holds_a_share_and_its_unit_is_in_its_format() -> None:
    front, _ = sheets(average_check="60000,5")
    values = [row[1:3] for row in columns(front, "value")[4:18]]
    # 6 %, 22 %, 3 % and 2 % as shares of one
    assert values == [
        [2000, "клиентов"], [1, "менеджеров"], [120, "клиентов"], [3, "месяцев"], [0.06, ""],
        [2, "покупок"], [60000.5, ""], [0.22, ""], [0.03, ""], [120000, ""], [0.02, ""],
        [150000, ""], [24, "месяцев"], [0, "клиентов"],
    ]  # fmt: skip
    assert [row[1] for row in columns(front, "format")[4:18]] == [
        "#,##0", "", "", "", r"0.00\ %", "", r'#,##0.00\ "₽"', r"0.00\ %", r"0.00\ %",
        r'#,##0\ "₽"', r"0.00\ %", r'#,##0\ "₽"', "#,##0", "",
    ]  # fmt: skip


def test_results_are_formulas_over_the_columns_from_the_opening_row_to_the_last() -> None:
    front, _ = sheets()
    line = "'По месяцам'!${0}$2:${0}$62".format  # a heading, an opening row and sixty months
    short, best, lacking = (line(letter) for letter in "IJK")
    paid = f'COUNTIF({short},">0")+IF({B}16>0,0,1)'
    assert [row[1] for row in columns(front, "formula")[20:]] == [
        f'IF(ROUND(MIN({line("H")}),4)>=0,"вкладывать не придётся",'
        f'IF({paid}>{B}17,"не окупится за срок плана",{paid}))', f"MAX({short})",
        f"SUM({line('G')})-{B}16", f"MAX({best})", f"MATCH(MAX({best}),{best},0)-1",
        f'IF(COUNT({lacking})=0,"хватит до конца срока",MIN({lacking}))',
        f"SUM({line('G')})", f"SUM({line('F')})",
    ]  # fmt: skip
    money = r'#,##0\ "₽"'
    assert [row[1] for row in columns(front, "format")[20:]] == [
        "0", money, money, money, "", "", money, money,
    ]  # fmt: skip
    assert [row[2] for row in columns(front, "value")[20:]] == ["месяцев", *[""] * 7]
    assert [row[1] for row in columns(front, "value")[20:]] == pytest.approx(
        [16, 447_610.41, 518_582.41, 518_582.41, 24, 18, 668_582.41, 17_742_912.06], abs=0.01
    )


def test_what_never_pays_back_says_so_in_its_cell() -> None:
    front, _ = sheets(conversion="0")
    assert front["rows"][20][1]["value"] == "не окупится за срок плана"


def test_a_month_is_computed_from_its_own_row_and_the_one_before() -> None:
    _, months = sheets()
    assert columns(months, "value")[0][4:8] == [
        "Покупки",
        "Выручка, ₽",
        "Прибыль, ₽",
        "Накоплено, ₽",
    ]
    assert columns(months, "formula")[1] == [*["0"] * 7, f"-{B}16", f"{B}16", '""', '""']
    assert columns(months, "value")[1] == [*[0] * 7, -150_000, 150_000, "", ""]
    capacity = f"{B}6*{B}7*IF(A4<{B}8,A4/{B}8,1)"
    ages, bought = "(A4-A$2:A3)", f"*{B}10/12,9))"
    formulas = [
        f"MAX(0,MIN({capacity},{B}5+{B}18*(A4-1)-SUM(B$2:B3)))", f"B4*{B}9", f"D3*(1-{B}13)+C4",
        f"C4+SUMPRODUCT(C$2:C3*(1-{B}13)^{ages}"
        f"*(INT(ROUND({ages}{bought}-INT(ROUND(({ages}-1){bought}))",
        f"E4*{B}11", f"F4*({B}12-{B}15)-{B}14*{B}6", "H3+G4",
        "IF(AND(OR(A4=1,I3>0),ROUND(H4,4)<0),-H4,0)", "MAX(J3,H4)",
        f'IF(ROUND({capacity}-B4,6)>0,A4,"")',
    ]  # fmt: skip
    assert columns(months, "formula")[3] == [
        f'IF(2<={B}17,2,"")', *(f'IF($A4="","",{formula})' for formula in formulas)
    ]  # fmt: skip
    # Month 2 of a ramp of 3: 120 × 2 ÷ 3 = 80; × 6 % = 4,8; 2,4 × 97 % + 4,8 = 7,128; those of
    # month 1 buy again in month 7; 4,8 × 60 000 = 288 000; × 20 % − 120 000 = −62 400;
    # −150 000 − 91 200 − 62 400 = −303 600, and month 1 was better by the 62 400.
    values = columns(months, "value")[3]
    assert values[:-1] == pytest.approx(
        [2, 80, 4.8, 7.128, 4.8, 288_000, -62_400, -303_600, 303_600, -241_200]
    )
    assert values[-1] == ""
    assert columns(months, "format")[3] == [
        "0", *["#,##0.0"] * 4, *[r'#,##0\ "₽"'] * 3, r'#,##0\ "₽";;', r'#,##0\ "₽"', "0",
    ]  # fmt: skip
    assert set(columns(months, "style")[3]) == {"plain"}
    assert set(columns(months, "style")[0]) == {"column"}


def test_there_is_room_for_the_longest_plan_and_rows_beyond_this_one_are_empty() -> None:
    _, months = sheets()
    assert len(months["rows"]) == 1 + 1 + 60
    assert columns(months, "value")[25][0] == 24
    assert set(columns(months, "value")[26]) == {""}
    # In month 16 the money is back; month 18 is the first with fewer talks than there is time for.
    rows = columns(months, "value")[1:26]
    assert [number for number, row in enumerate(rows) if row[8] > 0] == [*range(16)]
    assert [row[10] for row in rows if row[10] != ""] == [*range(18, 25)]
    assert [row[9] for row in rows[2:13]] == [rows[1][7]] * 11


def test_a_yellow_cell_refuses_what_the_page_refuses() -> None:
    front, _ = sheets()
    limits = [row[1] for row in columns(front, "limits")[4:18]]
    assert limits[4] == cells.REFUSED | {
        "type": "decimal", "formulas": [0, 1], "error": "Здесь можно от 0 до 100\u00a0%.",
    }  # fmt: skip
    assert (limits[12]["type"], limits[12]["formulas"]) == ("whole", [6, 60])
    assert all(limit is None for row in columns(front, "limits")[20:] for limit in row)


def test_a_number_above_zero_has_a_limit_just_above_it() -> None:
    cell = cells.given(replace(NUMBER, positive=True), D(1))
    assert cell["limits"]["formulas"][0] == 1e-9
    assert cell["limits"]["error"] == "Здесь можно больше 0 и не больше 50."


def test_the_least_percent_is_a_share_too() -> None:
    cell = cells.given(replace(NUMBER, unit=PERCENT, minimum=D(10)), D(20))
    assert cell["limits"]["formulas"] == [0.1, 0.5]


def test_words_are_typed_without_limits_whatever_they_begin_with() -> None:
    cell = cells.given(Text("Имя", Default("", ""), "Чьё."), "=1+1")
    assert (cell["value"], cell["formula"], cell["limits"]) == ("=1+1", "", None)


def test_an_answer_is_one_of_those_of_its_choice_and_a_number_where_it_is_one() -> None:
    field = Choice("Оценка", {"unknown": "не знаю", "4": "4"}, Default("4", ""), "")
    assert cells.given(field, "4")["value"] == 4
    cell = cells.given(field, "unknown")
    assert cell["value"] == "не знаю"
    assert cell["limits"] == cells.REFUSED | {
        "type": "list", "formulas": ['"не знаю,4"'],
        "error": "Здесь можно выбрать одно: не знаю, 4.",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("output", "value", "shown", "form"),
    [
        (Output("Балл", MARKS), D("2.5"), 2.5, "#,##0.00"),
        (Output("Срок", MONTHS_BRIEFLY), D(7), 7, "#,##0"),
        (Output("Доля", PERCENT), D(25), 0.25, r"0.00\ %"),
        (Output("Сумма", RUBLES), D("0.5"), 0.5, r'#,##0.00\ "₽"'),
        (Output("Сумма", RUBLES), D("100.5"), 100.5, r'#,##0\ "₽"'),
        (Output("Сумма", RUBLES, absent="нет"), None, "нет", r'#,##0\ "₽"'),
        (Output("Ответ"), "да", "да", ""),
        (Output("Счёт"), D(3), 3, ""),
    ],
)
def test_a_result_stands_in_its_cell_as_its_unit_asks(
    output: Output, value: object, shown: object, form: str
) -> None:
    cell = lines.computed(output, value, "A1", None)
    assert (cell["value"], cell["format"], cell["formula"]) == (shown, form, "A1")
    assert lines.computed(output, value, "A1", "0")["format"] == "0"


def test_columns_are_lettered_from_a() -> None:
    assert [cells.letter(number) for number in (0, 1, 25)] == ["A", "B", "Z"]


def test_every_kind_of_file_has_its_name_and_type() -> None:
    name = "job_brief"
    text, word = door.file(name, {}, "md"), door.file(name, {}, "docx")
    document = view.result(name, {})["document"]
    assert text == {
        "name": "job_brief.md", "type": "text/markdown;charset=utf-8", "text": f"{document}\n",
    }  # fmt: skip
    office = "application/vnd.openxmlformats-officedocument"
    assert word["name"] == "job_brief.docx"
    assert word["type"] == f"{office}.wordprocessingml.document"
    assert word["title"] == registry.get(name).title
    assert isinstance(word["blocks"], list)
    book = door.file(NAME, {}, "xlsx")
    assert (book["name"], book["type"]) == ("account_plan.xlsx", f"{office}.spreadsheetml.sheet")


def test_numbers_without_formulas_give_no_file_and_stop_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def longer(*_: object) -> None:
        raise UnfollowedError("a formula is longer than a spreadsheet takes")

    monkeypatch.setitem(files.KINDS, "xlsx", longer)
    asked = {"calculator": NAME, "raw": {}, "file": {"kind": "xlsx"}}
    assert json.loads(door.answer(json.dumps(asked))) == {"unfollowed": True}


FORMULA = '=HYPERLINK("http://a.example","1")'
NAMED = [
    ("agency_score", "agencies"),
    ("audit_backlog", "tasks"),
    ("channel_cost", "channels"),
    ("cjm_uplift", "stages"),
    ("funnel_audit", "stages"),
]


@pytest.mark.parametrize(("name", "field"), NAMED)
def test_a_name_that_is_a_formula_stays_words(name: str, field: str) -> None:
    rows = registry.get(name).fields[field].default.value
    column = next(iter(rows[0]))
    sheets = door.file(name, {field: [row | {column: FORMULA} for row in rows]}, "xlsx")["sheets"]
    found = [cell for sheet in sheets for row in sheet["rows"] for cell in row]
    assert any(cell["value"] == FORMULA and not cell["formula"] for cell in found)
    for cell in found:
        # What is left of a formula without its words, where a quote is written twice.
        rest = re.sub('"(?:[^"]|"")*"', "", cell["formula"])
        assert "HYPERLINK" not in rest
        assert '"' not in rest


def test_every_list_of_names_in_a_workbook_is_tried() -> None:
    lists = {
        (name, key)
        for name in registry.names()
        for key, field in registry.get(name).fields.items()
        if isinstance(field, Rows)
    }
    assert lists == set(NAMED)
