"""Papers to take away: what is in them, who leads to them, what their formulas give."""

import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import docx
import formulas
import openpyxl
import pytest
from docx.document import Document as Word
from docx.oxml.ns import qn

from calculators.kit import view
from macros import sheets
from macros.papers import PROGRAMS
from macros.papers.declared import Declared, load
from macros.papers.tables import Table
from tests.conftest import ROOT, SITE_URL
from tests.site.documents import Document
from tests.site.test_length import chapters as names_of_chapters

PAPERS = load()
BOOKS = {name: paper for name, paper in PAPERS.items() if paper.sheets}
MOST = 40_000  # bytes of a file
ALL = 300_000  # bytes of all of them, which a reader keeps for offline


@pytest.fixture(params=PAPERS)
def paper(request: pytest.FixtureRequest) -> Declared:
    found: Declared = PAPERS[request.param]
    return found


@pytest.fixture
def word(site: Path, paper: Declared) -> Word:
    return docx.Document(str(site / "papers" / f"{paper.name}.docx"))


def kinds(paper: Declared) -> list[str]:
    """The ends of the names of a paper's files."""
    return ["docx", *(["xlsx"] if paper.sheets else [])]


def files(site: Path) -> list[Path]:
    return [file for file in sorted((site / "papers").iterdir()) if file.suffix[1:] in PROGRAMS]


def rows(word: Word) -> Iterator[list[str]]:
    """The texts of every row of a document's tables."""
    for table in word.tables:
        for row in table.rows:
            yield [cell.text for cell in row.cells]


def test_every_chapter_has_a_paper_and_leads_to_it_and_so_does_the_page_of_all(
    chapters: dict[str, Document], site: Path
) -> None:
    assert {paper.chapter for paper in PAPERS.values()} == {*names_of_chapters()}
    for paper in PAPERS.values():
        for page in (f"{paper.chapter}/", "papers/"):
            links = [urljoin(page, href) for href in chapters[page].attributes("a", "href")]
            for kind in kinds(paper):
                assert f"papers/{paper.name}.{kind}" in links, page
    plain = (site / "repeat-sales/index.md").read_text("utf-8")
    assert "[Word](../papers/touch-plan.docx), [Excel](../papers/touch-plan.xlsx)" in plain
    saved = chapters["papers/"].attributes("a", "download")
    assert "План касаний на квартал.xlsx" in saved
    assert len({*saved}) == len(saved) == sum(len(kinds(one)) for one in PAPERS.values())


def test_files_are_as_declared_small_and_have_no_day_of_their_own(site: Path) -> None:
    declared = {f"{paper.name}.{kind}" for paper in PAPERS.values() for kind in kinds(paper)}
    assert {file.name for file in files(site)} == declared
    assert all(file.stat().st_size < MOST for file in files(site))
    assert sum(file.stat().st_size for file in files(site)) < ALL
    for file in files(site):
        with zipfile.ZipFile(file) as packed:
            assert {entry.date_time[:3] for entry in packed.infolist()} == {(1980, 1, 1)}
            core = packed.read("docProps/core.xml").decode()
        assert {*re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)} == {"2026-01-01T00:00:00Z"}
        assert "ru-RU" in core


def test_a_paper_for_word_has_its_headings_and_says_where_it_is_from(
    word: Word, paper: Declared
) -> None:
    headings = [p.text for p in word.paragraphs if p.style and p.style.name == "Heading 2"]
    assert headings == [block["heading"] for block in paper.blocks if "heading" in block]
    assert [p.text for p in word.paragraphs if p.style and p.style.name == "Heading 1"] == [
        paper.title
    ]
    [footer] = word.sections[0].footer.paragraphs
    links = [run.text for link in footer.hyperlinks for run in link.runs]
    assert links == [f"{SITE_URL}{paper.chapter}/"]
    assert footer.text.startswith("Плейбук коммерческого директора · ")


def test_a_paper_for_word_has_the_words_of_its_sheets_and_empty_cells_beside_them(
    word: Word, paper: Declared
) -> None:
    found = [*rows(word)]
    for block in (block for block in paper.blocks if "sheet" in block):
        sheet = sheets.sheet(block["sheet"])
        titles = list(sheet.columns) or block["columns"]
        chosen = [titles.index(title) for title in block.get("columns") or titles]
        only = block.get("only") or range(1, len(sheet.rows) + 1)
        for number in only:
            cells = [sheet.rows[number - 1][at] for at in chosen]
            empty = [""] * len(block.get("fill", ()))
            margin = [str(number)] if block.get("numbered") else []
            assert [*margin, *cells, *empty] in found
    for block in (block for block in paper.blocks if "listing" in block):
        items = sheets.sheet(block["listing"]).items
        numbered = [p.text for p in word.paragraphs if p.style and p.style.name == "List Number"]
        assert numbered == [*items]
    assert any("" in row for row in found), "there is where to write"


def test_a_paper_for_word_is_a4_in_russian_and_repeats_the_heads_of_its_tables(
    word: Word,
) -> None:
    page = word.sections[0]
    sides = (page.page_width, page.page_height)
    assert {round(side.cm, 1) for side in sides if side} == {21, 29.7}
    margins = (page.left_margin, page.right_margin, page.top_margin, page.bottom_margin)
    assert {round(margin.cm, 1) for margin in margins if margin} == {2}
    language = word.styles.element.find(f".//{qn('w:lang')}")
    assert language.get(qn("w:val")) == "ru-RU"
    lined = [t for t in word.tables if t.style and t.style.name == "Table Grid"]
    assert all(t.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None for t in lined)


def test_paragraphs_are_those_of_the_chapters_and_figures_stand_in_their_places(
    site: Path,
) -> None:
    meetings = docx.Document(str(site / "papers" / "sales-meetings.docx"))
    told = [p.text for p in meetings.paragraphs]
    assert (
        "Пятнадцать минут каждое утро. Каждый говорит: что обещал вчера, что из этого сделал, "
        "что и к какому часу сделает сегодня. Обещания записывайте — с них начнётся завтрашняя "
        "встреча."
    ) in told
    assert ["Кто", "Что обещал вчера", "Что из этого сделал"] in [row[:3] for row in rows(meetings)]
    journey = docx.Document(str(site / "papers" / "journey-map.docx"))
    assert any("10\u00a0000\u00a0человек" in p.text for p in journey.paragraphs)
    assert any("Этап: откуда → куда" in row for row in rows(journey))
    assert not [text for file in files(site) for text in texts(file) if re.search(r"\{\w", text)]


def texts(file: Path) -> Iterator[str]:
    """What stands in a file: words alone, no formula."""
    if file.suffix == ".docx":
        document = docx.Document(str(file))
        yield from (p.text for p in document.paragraphs)
        yield from (cell for row in rows(document) for cell in row)
        return
    for page in openpyxl.load_workbook(file):
        for row in page.iter_rows():
            yield from (str(cell.value) for cell in row if cell.data_type == "s")


def test_no_words_become_a_formula_and_no_formula_reaches_out_of_its_file(site: Path) -> None:
    for name, paper in BOOKS.items():
        book = openpyxl.load_workbook(site / "papers" / f"{name}.xlsx")
        for page, declared in zip(book, paper.sheets, strict=True):
            table = Table.parse(name, declared)
            counted = {column.key for column in table.columns if column.formula}
            expected = sum(bool(line.formula) for line in table.above) + len(counted) * table.rows
            expected += sum(column.totals for column in table.columns) * len(table.totals)
            found = [c.value for row in page.iter_rows() for c in row if c.data_type == "f"]
            assert len(found) == expected
            assert not [text for text in found if re.search(r"\[|https?:|\{", text)]


def typed(site: Path, name: str, cells: dict[str, dict[str, Any]], folder: Path) -> dict[str, Any]:
    """Every cell of a workbook by its sheet and address, once these are typed."""
    book = openpyxl.load_workbook(site / "papers" / f"{name}.xlsx")
    for sheet, values in cells.items():
        for address, value in values.items():
            book[sheet][address] = value
    file = folder / f"{name}.xlsx"
    book.save(file)
    solution = formulas.ExcelModel().loads(str(file)).finish().calculate()
    return {
        key.partition("]")[2].replace("'", ""): cell.value[0, 0]
        for key, cell in solution.items()
        if ":" not in key and hasattr(cell, "value")
    }


def table(name: str, number: int = 0) -> Table:
    return Table.parse(name, BOOKS[name].sheets[number])


def test_the_map_of_a_journey_gives_what_the_calculator_gives_for_the_same_numbers(
    site: Path, tmp_path: Path
) -> None:
    # Of 2 000 people 300 passed, of those 300 30, of those 30 6: 15 %, 10 % and 20 %.
    stages = [("2000", 300, "3"), ("300", 30, "-1"), ("30", 6, "2.5")]
    shares = ("15", "10", "20")
    journey = table("journey-map")
    cells: dict[str, Any] = {journey.range("average_check").replace("$", ""): 50_000}
    for row, (entered, passed, uplift) in enumerate(stages, journey.first):
        cells[journey.cell("entered", row)] = int(entered)
        cells[journey.cell("passed", row)] = passed
        cells[journey.cell("uplift", row)] = float(uplift)
    found = typed(site, "journey-map", {"Карта пути": cells}, tmp_path)
    raw = {
        "reach": "2000",
        "average_check": "50000",
        "stages": [
            {"name": "этап", "conversion": share, "uplift": uplift.replace(".", ",")}
            for share, (_, _, uplift) in zip(shares, stages, strict=True)
        ],
    }
    expected = view.numbers("cjm_uplift", raw)["outputs"]
    # The calculator's percents are shares in cells.
    for key, output, unit in (
        ("growth", "growth", 1),
        ("added", "added_results", 1),
        ("revenue", "added_revenue", 1),
        ("before", "conversion_before", 100),
        ("after", "conversion_after", 100),
    ):
        cell = found[f"КАРТА ПУТИ!{journey.range(key).replace('$', '')}"]
        assert float(cell) == pytest.approx(float(Decimal(expected[output])) / unit), key


def test_the_card_of_candidates_weighs_as_the_calculator_weighs_agencies(
    site: Path, tmp_path: Path
) -> None:
    weights, marks = [5, 3, 0, 4, 2, 1, 5, 3], [4, None, 5, 2, 0, 3, None, 5]
    card = table("interview-scorecard")
    cells: dict[str, Any] = {}
    for row, (weight, mark) in enumerate(zip(weights, marks, strict=True), card.first):
        cells[card.cell("weight", row)] = weight
        cells[card.cell("first", row)] = mark
    found = typed(site, "interview-scorecard", {"Оценка": cells}, tmp_path)
    keys = ("experience", "reviews", "recommendations", "guarantee", "speed", "questions",
            "results", "numbers")  # fmt: skip
    agency = {key: "unknown" if mark is None else str(mark)
              for key, mark in zip(keys, marks, strict=True)}  # fmt: skip
    raw = {f"weight_{key}": str(weight) for key, weight in zip(keys, weights, strict=True)}
    expected = view.numbers("agency_score", raw | {"agencies": [{"name": "А"} | agency]})["outputs"]
    # 5·4 + 0·5 + 4·2 + 2·0 + 1·3 + 3·5 = 46 of 5·15 = 75 possible; 15 of 23 in weights are known.
    score, known = (found[f"ОЦЕНКА!{card.cell('first', card.last + n)}"] for n in (1, 2))
    assert score == pytest.approx(float(Decimal(expected["scores"][0])) / 100)
    assert score == pytest.approx(46 / 75)
    assert known == pytest.approx(float(Decimal(expected["coverage"][0])) / 100)
    assert found[f"ОЦЕНКА!{card.cell('second', card.last + 1)}"] == ""


def test_what_is_noted_of_a_client_is_counted_in_its_week_of_the_plan(
    site: Path, tmp_path: Path
) -> None:
    plan, clients = table("touch-plan"), table("touch-plan", 1)
    noted = [(1, "да", "да", 60_000), (1, "да", "нет", None), (1, "нет", None, None),
             (13, "да", "да", 10_000)]  # fmt: skip
    keys = ("week", "done", "talked", "amount")
    kept = {
        clients.cell(key, row): value
        for row, values in enumerate(noted, clients.first)
        for key, value in zip(keys, values, strict=True)
    }
    planned = {plan.cell("touches", row): 10 for row in range(plan.first, plan.last + 1)}
    found = typed(site, "touch-plan", {"План": planned, "Клиенты": kept}, tmp_path)
    first = [found[f"ПЛАН!{plan.cell(key, plan.first)}"]
             for key in ("touched", "talked", "sold", "received")]  # fmt: skip
    assert first == [2, 1, 1, 60_000]
    total = [found[f"ПЛАН!{plan.cell(key, plan.last + 1)}"] for key in ("touched", "received")]
    assert total == [3, 70_000]
    # 3 touches of 130; no talks are planned, so that nothing is said of them.
    assert found["ПЛАН!B4"] == pytest.approx(3 / 130)
    assert found["ПЛАН!B5"] == ""


@pytest.mark.parametrize("name", BOOKS)
def test_an_empty_sheet_shows_no_error(name: str, site: Path, tmp_path: Path) -> None:
    found = typed(site, name, {}, tmp_path)
    assert not [key for key, value in found.items() if str(value).startswith("#")]


def test_no_paper_names_a_figure_by_hand() -> None:
    for name in PAPERS:
        text = (ROOT / f"macros/papers/declared/{name}.toml").read_text("utf-8")
        assert not re.findall(r"\d+ (?:%|₽|человек)", text)
