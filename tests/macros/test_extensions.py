"""The Markdown extensions: checklists and tables that fit a phone."""

import pytest
from markdown import Markdown

LONG = "Предложение, которое не помещается в столбец таблицы на экране телефона"


def convert(text: str) -> str:
    extensions = ["attr_list", "tables", "macros.extensions.checklist", "macros.extensions.tables"]
    return Markdown(extensions=extensions).convert(text)


def test_an_item_with_a_box_becomes_a_labelled_box_under_its_own_id() -> None:
    html = convert("- [ ] Выгрузить **базу**.\n  {: #week-export }\n")
    assert '<li id="week-export"><label><input type="checkbox"' in html
    assert "<span>Выгрузить <strong>базу</strong>.</span></label>" in html
    assert "data-checklist" in html
    assert ">Снять отметки</button>" in html
    assert '<a href="plan.md">Все дела — в\u00a0«Моём плане»</a>' in html


def test_an_item_without_an_id_is_refused_by_its_words() -> None:
    with pytest.raises(ValueError, match="Выгрузить базу"):
        convert("- [ ] Выгрузить базу.\n")


def test_a_plain_list_stays_a_plain_list() -> None:
    assert "data-checklist" not in convert("- Выгрузить базу.\n")


def test_a_table_of_sentences_names_the_column_in_every_cell() -> None:
    html = convert(f"| Ошибка | Что делать |\n|---|---|\n| {LONG} | {LONG} |\n")
    assert '<table class="stacked">' in html
    assert html.count('data-label="Ошибка"') == 1
    assert html.count('data-label="Что делать"') == 1


def test_a_table_of_numbers_stays_a_table() -> None:
    assert 'class="stacked"' not in convert("| Доля | Сумма |\n|---|---|\n| 5 % | 100 ₽ |\n")


def test_the_empty_corner_of_a_table_is_no_heading() -> None:
    html = convert("|  | Сами | Агентство |\n|---|---|---|\n| Срок | 3 | 2 |\n")
    assert html.count("<th>") == 2
    assert "<td></td>\n<th>Сами</th>" in html
