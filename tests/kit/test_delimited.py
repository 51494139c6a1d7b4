"""A table as a file that Excel in Russian opens."""

import csv
import re
from decimal import Decimal as D

import pytest

from calculators.kit import read, registry, view
from calculators.kit.declaration.declare import Shown, Table
from calculators.kit.declaration.units import PERCENT, RUBLES
from calculators.kit.takeaway import delimited, door
from calculators.kit.words import formats
from tests import case_files

NB = "\u00a0"
ACCEPTED = [case for case in case_files.load_all() if case.expect]


def words(text: str) -> formats.Text:
    return formats.Text(text, rounded=False)


def file(*rows: list[str]) -> list[str]:
    titles = [f"Столбец {number}" for number, _ in enumerate(rows[0], 1)]
    return delimited.text(Table("Таблица", titles, rows)).split("\r\n")


def test_a_file_has_a_mark_semicolons_and_ends_of_lines_of_windows() -> None:
    table = Table("Таблица", ["Этап", "Рост"], [["Звонок", words("да")]])
    assert delimited.text(table) == "\ufeffЭтап;Рост\r\nЗвонок;да\r\n"


@pytest.mark.parametrize(
    ("amount", "cell"),
    [
        ("1250000.5", "1250000,5"),
        ("-1234.50", "-1234,5"),
        ("1E+6", "1000000"),
        ("0.3333333333333333333333", "0,333333333333333"),
        ("0", "0"),
    ],
)
def test_a_number_is_bare_and_its_unit_stands_in_the_heading(amount: str, cell: str) -> None:
    head, line, _ = file(["Выручка", formats.quantity(D(amount), RUBLES)])
    assert head.endswith("Столбец 2, ₽")
    assert line == f"Выручка;{cell}"


def test_a_number_without_its_unit_stays_a_number_and_leaves_the_heading() -> None:
    head, line, _ = file([formats.bare(D(12_000), RUBLES)])
    assert head.endswith("Столбец 1")
    assert line == "12000"


def test_a_range_and_an_absent_value_stay_words_with_plain_spaces() -> None:
    head, line, _ = file([words(f"2–4{NB}недели"), words("—"), formats.quantity(D(5), PERCENT)])
    assert head == "\ufeffСтолбец 1;Столбец 2;Столбец 3, %"
    assert line == "2–4 недели;—;5"


@pytest.mark.parametrize(
    "text", ["=1+1", "+7 900", "-скидка", "@all", " =1", "\t=1", f"{NB}=1", "\0=1", "＝1", "＠a"]
)
def test_words_that_would_run_as_a_formula_do_not(text: str) -> None:
    _, line, _ = file([words(text)])
    assert line.startswith("'")


def test_what_nobody_sees_is_in_no_file() -> None:
    _, line, _ = file([words("За\x0bявка\ud800")])
    assert line == "Заявка"


def test_words_with_separators_quotes_and_ends_of_lines_are_quoted() -> None:
    text = delimited.text(Table("", ["А"], [[words('за "раз"; два\nтри')]]))
    assert text == '\ufeffА\r\n"за ""раз""; два\nтри"\r\n'


@pytest.mark.parametrize("case", ACCEPTED, ids=str)
def test_every_column_of_every_table_has_one_unit_at_most(case: case_files.Case) -> None:
    calculator = registry.get(case.calculator)
    inputs = read.inputs(calculator, case.given)
    i = Shown(inputs, calculator.fields)
    o = Shown(calculator.compute(inputs), calculator.results)
    for table in calculator.tables(i, o):
        for column in zip(*table.rows, strict=True):
            units = {c.unit for c in column if isinstance(c, formats.Text) and c.amount is not None}
            assert len(units) <= 1


@pytest.mark.parametrize("case", ACCEPTED, ids=str)
def test_every_table_makes_a_file_with_a_line_for_each_row(case: case_files.Case) -> None:
    for number, table in enumerate(view.result(case.calculator, case.given)["tables"]):
        made = door.file(case.calculator, case.given, "csv", number)
        lines = list(csv.reader(made["text"].removeprefix("\ufeff").splitlines(), delimiter=";"))
        assert [len(line) for line in lines] == [len(table["columns"])] * (1 + len(table["rows"]))
        assert not re.search("[\u00a0\u2009\u202f\u2212]", made["text"])


def test_bad_input_makes_no_file() -> None:
    made = door.file("account_plan", {"base": "abc"}, "csv")
    assert made.keys() == {"errors"}
    assert made["errors"].keys() == {"base"}


def test_the_table_of_variants_has_a_name_of_its_own() -> None:
    named = [{"name": "А", "raw": {}}, {"name": "Б", "raw": {"clients": "5"}}]
    made = door.file("lost_revenue", {}, "csv", 0, named)
    assert made["name"] == "lost_revenue_variants.csv"
    assert made["type"] == "text/csv;charset=utf-8"
    assert made["text"].startswith("\ufeff")
    assert made.keys() == {"name", "type", "text"}
