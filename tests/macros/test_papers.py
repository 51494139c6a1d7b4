"""What papers refuse, and how they take paragraphs and labels."""

from types import SimpleNamespace
from typing import Any

import pytest

from macros.papers import blocks, declared, made
from macros.papers.chapters import Chapters
from macros.papers.tables import Table

TEXT = """# Глава {: #chapter }

Вступление.

## Раздел {: #part }

**Сделайте.** Возьмите *десять* клиентов,
{{ figure }} и [позвоните](hiring.md).

Второй абзац.

## Дальше {: #next }

**Сделайте.** Другое.
"""
PAPER = {"title": "Лист", "chapter": "one", "about": "Проверить", "blocks": [{"text": "Слово"}]}


@pytest.fixture
def chapters() -> Chapters:
    page = SimpleNamespace(
        file=SimpleNamespace(name="one", content_string=TEXT),
        meta={"chapter": 1, "title": "Глава"},
        url="one/",
    )
    other = SimpleNamespace(meta={"title": "Отчёт"})
    return Chapters(
        [page, other], lambda text: text.replace("{{ figure }}", "<b>20</b>"), "Сайт", "https://a/"
    )


def test_a_paragraph_of_a_chapter_comes_as_plain_text_with_its_macros_filled_in(
    chapters: Chapters,
) -> None:
    told = chapters.paragraph("one#part", "**Сделайте.**")
    assert told == "Возьмите десять клиентов, 20 и позвоните."
    assert list(chapters) == ["one"]
    assert chapters["one"].address == "https://a/one/"


@pytest.mark.parametrize(
    ("place", "begins", "said"),
    [
        ("two#part", "**Сделайте.**", "'two', which is no chapter"),
        ("one#parts", "**Сделайте.**", "no heading #parts"),
        ("one#part", "Третий", "one.md has 0 paragraphs under #part"),
        ("one#part", "", "one.md has 2 paragraphs under #part"),
    ],
)
def test_a_paragraph_that_is_not_there_is_named(
    chapters: Chapters, place: str, begins: str, said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        chapters.paragraph(place, begins)


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ({"txt": "Слово"}, "a block is one of"),
        ({"text": "Слово", "heading": "Слово"}, "a block is one of"),
        ({"text": "{repeat.shares}"}, r"repeat\.shares"),
        ({"text": "Слово", "smal": True}, "smal"),
        ({"sheet": "owners"}, "owners"),
        ({"sheet": "owner", "columns": ["Цвет"]}, "Цвет"),
        ({"rows": 3, "columns": ["А", "Б"], "widths": [1]}, "1 widths for the columns"),
        ({"inputs": "marketer_pay", "names": ["pay"], "fill": "У нас"}, "pay"),
    ],
)
def test_a_block_with_a_slip_is_named_with_its_paper(
    chapters: Chapters, block: dict[str, Any], said: str
) -> None:
    paper = declared.parse("sheet-of-mine", PAPER | {"blocks": [block]})
    with pytest.raises(ValueError, match=rf"sheet-of-mine\.toml: .*{said}"):
        list(blocks.resolved(paper, chapters))


@pytest.mark.parametrize("change", [{"colour": "red"}, {"title": None}])
def test_a_paper_with_a_slip_is_named(change: dict[str, Any]) -> None:
    table = {key: value for key, value in (PAPER | change).items() if value is not None}
    with pytest.raises(ValueError, match=r"mine\.toml needs .*'title'.*; see \['(colour|title)'\]"):
        declared.parse("mine", table)


def test_labels_and_figures_stand_where_their_keys_are() -> None:
    assert declared.words("{cjm_uplift.reach}: {cjm.example.before}") == "Охват: 500\u00a0человек"
    assert declared.words("{cjm_uplift.stages.uplift}") == "Прибавка"
    with pytest.raises(KeyError, match=r"cjm_uplift has no 'uplift'; it has .*growth"):
        declared.words("{cjm_uplift.uplift}")


def test_a_paper_of_no_chapter_is_refused() -> None:
    with pytest.raises(ValueError, match=r"papers are of chapters that there are not: .*hiring"):
        made([], str, {"site_name": "Сайт", "site_url": ""})


def test_a_formula_names_cells_of_its_row_and_a_column_as_a_whole() -> None:
    sheet = Table.parse(
        "mine",
        {
            "key": "a",
            "name": "А",
            "note": "",
            "rows": 3,
            "columns": [{"key": "x", "title": "Икс"}, {"key": "y", "title": "Игрек"}],
            "above": [{"key": "z", "label": "Зет"}],
        },
    )
    # A title, a note, an empty row, one line above, an empty row, the head in the sixth.
    assert (sheet.head, sheet.first, sheet.last) == (6, 7, 9)
    assert (sheet.cell("y", 8), sheet.range("y"), sheet.cell("z", 8)) == ("B8", "$B$7:$B$9", "$B$4")
    with pytest.raises(KeyError, match=r"mine\.toml: sheet 'a' has no 'w'"):
        sheet.cell("w", 7)


def test_only_what_may_be_chosen_or_is_within_bounds_may_be_typed() -> None:
    columns = [{"key": "x", "title": "Икс", "choices": ["да", "нет"]},
               {"key": "y", "title": "Игрек", "kind": "whole", "between": [1, 13]},
               {"key": "z", "title": "Зет"}]  # fmt: skip
    table = {"key": "a", "name": "А", "note": "", "rows": 1, "columns": columns}
    choice, number, free = (column.rule() for column in Table.parse("mine", table).columns)
    assert choice is not None
    assert (choice.type, choice.formula1) == ("list", '"да,нет"')
    assert number is not None
    assert (number.type, number.formula1, number.formula2) == ("whole", "1", "13")
    assert free is None
