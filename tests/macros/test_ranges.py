"""Ranges in one piece, wherever they stand in a page."""

import re

from macros.ranges import BEGUN, NUMBER, whole
from tests.conftest import ROOT

NB = "\u00a0"
KEPT = '<span class="range">{}</span>'


def test_a_range_in_a_text_is_one_element_without_its_unit() -> None:
    assert whole(f"<p>Ещё 2–3{NB}года.</p>") == f"<p>Ещё {KEPT.format('2–3')}{NB}года.</p>"


def test_groups_of_digits_decimals_and_percents_are_of_the_range() -> None:
    for text in (f"150{NB}000–400{NB}000", "2,6–6,1", f"10{NB}%–20{NB}%", "1–2–3"):
        assert whole(f"<td>{text}</td>") == f"<td>{KEPT.format(text)}</td>"


def test_a_range_that_may_be_longer_than_a_line_of_a_phone_is_left_alone() -> None:
    # 10 signs, the dash, 10 signs.
    long = f"16{NB}500{NB}000–41{NB}000{NB}000{NB}₽"
    assert whole(f"<p>От и до: {long}.</p>") == f"<p>От и до: {long}.</p>"


def test_a_dash_between_anything_else_is_left_alone() -> None:
    for text in ("Москва–Тверь", "цена — 5", "от 2 –", "2-3"):
        assert whole(f"<p>{text}</p>") == f"<p>{text}</p>"


def test_what_is_no_text_of_the_page_is_left_alone() -> None:
    for html in (
        '<input value="800–1200">',
        '<p data-said="2–3 > 1">5</p>',
        "<title>2–3</title>",
        "<script>say('2–3')</script>",
        "<svg><text>2–3</text></svg>",
        "<select><option>2–3</option></select>",
        "<!-- 2–3 -->",
    ):
        assert whole(html) == html


def test_the_script_knows_a_range_as_the_build_does() -> None:
    script = (ROOT / "docs/assets/calculators/paint.js").read_text("utf-8")
    told = dict(re.findall(r'^const (NUMBER|BEGUN) = "(.*)"$', script, re.MULTILINE))
    read = {name: text.replace(r"\\", "\\") for name, text in told.items()}
    assert read == {
        "NUMBER": NUMBER.replace(r"\xa0", r"\u00a0"),
        "BEGUN": BEGUN.replace(r"\xa0", r"\u00a0"),
    }
