"""The workbook that a reader takes away: it computes what the page computes."""

import zipfile
from decimal import Decimal as D
from functools import cached_property
from pathlib import Path
from typing import Any

import formulas
import openpyxl
import pytest
from playwright.sync_api import Page, expect

from calculators.kit import registry, view
from calculators.kit.declaration.fields import Number
from calculators.kit.declaration.units import PERCENT
from tests.browser.reader import LIVE, Reader
from tests.calculators.sheets import shown

NAME = "account_plan"
FIELDS = registry.get(NAME).fields
FIRST = 5  # the row of the first yellow cell
COLUMNS = ["month", "contacted", "new", "active", "orders", "revenue", "profit", "cumulative"]
PERCENTS = {
    name for name, field in FIELDS.items() if isinstance(field, Number) and field.unit is PERCENT
}
LISTED = [name for name, output in registry.get(NAME).results.items() if output.listed]
RESULTS = dict(zip(LISTED, range(FIRST + len(FIELDS) + 2, 99), strict=False))
YELLOW = "FFFFF3A8"


class Workbook:
    """The saved file, its values and its formulas."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.cached = openpyxl.load_workbook(file, data_only=True)
        self.written = openpyxl.load_workbook(file)

    @cached_property
    def model(self) -> Any:
        """All formulas, compiled."""
        return formulas.ExcelModel().loads(str(self.file)).finish()

    def recalculate(self, given: dict[str, str]) -> dict[str, Any]:
        """Values by cell, as `РАСЧЁТ!B5`, once the yellow cells hold what is given."""
        typed = {
            f"'[{self.file.name}]РАСЧЁТ'!B{FIRST + list(FIELDS).index(name)}": float(
                D(text) / 100 if name in PERCENTS else D(text)
            )
            for name, text in given.items()
        }
        solution = self.model.calculate(inputs=typed)
        return {
            key.partition("]")[2].replace("'", ""): cell.value[0, 0]
            for key, cell in solution.items()
            if ":" not in key and hasattr(cell, "value")
        }


@pytest.fixture(scope="module")
def workbook(
    browser: Any, site: Path, site_url: str, tmp_path_factory: pytest.TempPathFactory
) -> Workbook:
    """The file for the default inputs, saved by the page."""
    page: Page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    placed = Reader(page, site_url).alone(NAME).wake()
    assert not [url for url in asked if "write-excel-file" in url]
    with page.expect_download(timeout=LIVE) as waiting:
        placed.root.get_by_text("Скачать", exact=True).click()
        placed.root.get_by_role("button", name="Excel с формулами").click()
    assert [url for url in asked if "write-excel-file" in url]
    assert waiting.value.suggested_filename == f"{NAME}.xlsx"
    file = tmp_path_factory.mktemp("files") / f"{NAME}.xlsx"
    waiting.value.save_as(file)
    expect(placed.root.get_by_text("Файл готов, он в загрузках.")).to_be_visible()
    page.close()
    assert (site / "index.html").is_file()
    return Workbook(file)


def agrees(cells: dict[str, Any], given: dict[str, str]) -> None:
    """Assert that the cells say what the calculator says."""
    outputs, (_, told) = view.numbers(NAME, given)["outputs"], shown(NAME, given)
    for name, row in RESULTS.items():
        said = getattr(told, name)
        found = cells[f"РАСЧЁТ!B{row}"]
        if isinstance(found, str):
            assert found == said
        else:
            assert float(found) == pytest.approx(float(outputs[name]), rel=1e-9, abs=1e-4), name
            assert said.amount is None or said.amount == outputs[name]
    for number in range(1, 61):
        line = [cells[f"ПО МЕСЯЦАМ!{letter}{number + 2}"] for letter in "ABCDEFGH"]
        if number > len(outputs["months"]):
            assert line == [""] * len(COLUMNS)
        else:
            month = [float(outputs["months"][number - 1][name]) for name in COLUMNS]
            assert [float(value) for value in line] == pytest.approx(month, rel=1e-9, abs=1e-4)


CHANGED = {
    "base": "500",
    "managers": "2.5",
    "contacts_per_manager": "77",
    "ramp_months": "0",
    "conversion": "12.5",
    "orders_per_year": "6",
    "average_check": "9999.9",
    "margin": "35",
    "monthly_loss": "0",
    "payroll": "61500",
    "bonus": "7.25",
    "setup_cost": "0",
    "horizon": "60",
    "new_clients": "12.5",
}


def test_every_input_can_be_changed_in_the_workbook() -> None:
    assert CHANGED.keys() == FIELDS.keys()


@pytest.mark.parametrize("name", CHANGED)
def test_a_changed_yellow_cell_gives_what_the_page_would_say(workbook: Workbook, name: str) -> None:
    given = {name: CHANGED[name]}
    agrees(workbook.recalculate(given), given)


@pytest.mark.parametrize(
    "given",
    [
        {},
        CHANGED,
        {"base": "0", "horizon": "6"},
        {"conversion": "0", "horizon": "12"},
        {"ramp_months": "7.5", "horizon": "36"},
        {"managers": "0", "setup_cost": "0"},
        {"payroll": "0", "setup_cost": "100", "margin": "100"},
        {"horizon": "36"},
        {"horizon": "36", "new_clients": "120"},
        {"base": "300", "new_clients": "20", "managers": "0.5", "horizon": "36"},
        {"orders_per_year": "2.5", "monthly_loss": "0", "horizon": "60"},
        {"orders_per_year": "1.2", "horizon": "60", "managers": "0.5"},
        {"orders_per_year": "0.7", "monthly_loss": "100"},
        {"orders_per_year": "30", "setup_cost": "0", "horizon": "60", "base": "900"},
        {"orders_per_year": "0", "setup_cost": "0", "payroll": "40000", "horizon": "60"},
    ],
    ids=str,
)
def test_changed_together_they_agree_too(workbook: Workbook, given: dict[str, str]) -> None:
    agrees(workbook.recalculate(given), given)


def test_a_viewer_that_computes_nothing_shows_the_results(workbook: Workbook) -> None:
    cells = {
        f"{sheet.title.upper()}!{cell.coordinate}": "" if cell.value is None else cell.value
        for sheet in workbook.cached
        for row in sheet.iter_rows()
        for cell in row
    }
    agrees(cells, {})


def test_what_is_to_be_typed_is_yellow_and_limited_and_all_else_is_a_formula(
    workbook: Workbook,
) -> None:
    front, months = workbook.written
    yellow = [
        cell.coordinate
        for row in front.iter_rows()
        for cell in row
        if cell.fill.fgColor.rgb == YELLOW
    ]
    assert yellow == [f"B{row}" for row in range(FIRST, FIRST + len(FIELDS))]
    limited = {str(rule.sqref): rule for rule in front.data_validations.dataValidation}
    assert limited.keys() == set(yellow)
    horizon = limited["B17"]
    assert (horizon.type, horizon.formula1, horizon.formula2) == ("whole", "6", "60")
    assert horizon.error == "Здесь можно от 6 до 60."
    assert all(front[f"B{row}"].data_type == "f" for row in RESULTS.values())
    computed = [cell for row in months.iter_rows(min_row=2) for cell in row]
    assert len(computed) == 61 * 11
    assert {cell.data_type for cell in computed} == {"f"}


def test_the_workbook_is_dressed_for_the_screen_and_for_paper(workbook: Workbook) -> None:
    front, months = workbook.written
    assert [sheet.title for sheet in workbook.written] == ["Расчёт", "По месяцам"]
    assert front["B9"].number_format == r"0.00\ %"
    assert front["B11"].number_format == months["F3"].number_format == r'#,##0\ "₽"'
    assert months.freeze_panes == "B2"
    assert months.print_title_rows == "$1:$1"
    assert front["A1"].value == registry.get(NAME).title
    assert front.page_setup.orientation == "landscape"
    assert months.page_setup.orientation == "portrait"
    for sheet in workbook.written:
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.column_dimensions["A"].width >= 10


def test_the_file_is_small(workbook: Workbook) -> None:
    assert workbook.file.stat().st_size < 40_000
    assert zipfile.is_zipfile(workbook.file)
