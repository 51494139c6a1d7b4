"""The diagrams: their words, their templates and their one style sheet."""

import html
import re
from pathlib import Path

import pytest

from macros import diagrams
from tests.conftest import ROOT

WORDS = diagrams.load()
TEMPLATES = ROOT / "macros/templates/diagrams"
SHEET = ROOT / "docs/assets/stylesheets/diagrams.css"
COLOURED = re.compile(r"(?:^|[\s;{])((?:color|background|border|fill|stroke)[\w-]*)\s*:\s*([^;}]+)")
NO_COLOUR = re.compile(r"var\(--[\w-]+\)|-?[\d.]+(?:px|rem|%)?|solid|none|transparent|separate")

every_diagram = pytest.mark.parametrize("name", sorted(WORDS))


def given(name: str) -> dict[str, str]:
    """A figure for every place of a diagram, each unlike any other text."""
    return {place: f"<{place}> & 7" for place in diagrams.places(WORDS[name])}


def read(markup: str) -> str:
    """What a reader sees of some HTML."""
    return html.unescape(re.sub(r"<[^>]+>", "", markup))


def test_the_four_diagrams_are_there() -> None:
    assert sorted(WORDS) == ["audit_lists", "career_path", "customer_journey", "hiring_paths"]
    assert sorted(file.stem for file in TEMPLATES.iterdir()) == sorted(WORDS)


@every_diagram
def test_a_diagram_is_one_line_and_a_figure_with_a_caption(name: str) -> None:
    drawn = diagrams.diagram(name, given(name))
    assert "\n" not in drawn
    assert drawn.startswith('<figure class="diagram">')
    assert drawn.endswith("</figcaption> </figure>")


@every_diagram
def test_every_word_and_every_given_figure_is_shown(name: str) -> None:
    figures = given(name)
    shown = read(diagrams.diagram(name, figures))
    for text in diagrams.texts(WORDS[name]):
        for place, figure in figures.items():
            text = text.replace(f"{{{place}}}", figure)
        assert text in shown


@every_diagram
def test_the_words_hold_no_figure_of_their_own(name: str) -> None:
    for text in diagrams.texts(WORDS[name]):
        assert not re.search(r"\d", diagrams.PLACE.sub("", text)), text


@every_diagram
def test_a_template_holds_no_words(name: str) -> None:
    assert not re.search("[а-яё]", (TEMPLATES / f"{name}.html").read_text("utf-8"), re.IGNORECASE)


@every_diagram
def test_a_diagram_has_no_id_that_a_second_one_could_repeat(name: str) -> None:
    assert not re.search(r"\sid\s*=", diagrams.diagram(name, given(name)))


@every_diagram
def test_a_drawn_shape_is_hidden_from_those_who_listen(name: str) -> None:
    drawn = diagrams.diagram(name, given(name))
    for shape in re.findall(r"<svg[^>]*>", drawn):
        assert 'aria-hidden="true"' in shape
    assert "<text" not in drawn


def test_an_unknown_diagram_is_refused_with_the_known_ones_named() -> None:
    with pytest.raises(KeyError, match=r"'carreer'; it has audit_lists, career_path, "):
        diagrams.diagram("carreer", {})


@pytest.mark.parametrize("place", sorted(diagrams.places(WORDS["hiring_paths"])))
def test_a_missing_figure_is_named(place: str) -> None:
    figures = given("hiring_paths")
    del figures[place]
    with pytest.raises(ValueError, match=rf"'hiring_paths' needs {place}=figure\(…\)$"):
        diagrams.diagram("hiring_paths", figures)


def test_a_figure_that_nobody_asked_for_is_named() -> None:
    with pytest.raises(ValueError, match=r"takes no figure, not \{'weeks'\}"):
        diagrams.diagram("audit_lists", {"weeks": "2"})


@pytest.mark.parametrize("file", [SHEET, *sorted(TEMPLATES.iterdir())], ids=lambda f: f.name)
def test_every_colour_is_one_of_the_page(file: Path) -> None:
    text = re.sub(r"/\*.*?\*/", "", file.read_text("utf-8"), flags=re.DOTALL)
    for name, value in COLOURED.findall(text):
        assert not NO_COLOUR.sub("", value).strip(), f"{name}: {value}"
    assert not re.search(r"\s(?:style|fill|stroke|color)\s*=", text)


def test_the_lists_of_the_audit_stand_in_the_order_of_the_source() -> None:
    shown = read(diagrams.diagram("audit_lists", {}))
    order = ["Быстро исправить", "Небыстро исправить", "Быстрый результат", "1", "В работу", "2",
             "Небыстрый результат", "3", "4"]  # fmt: skip
    at = [shown.index(text) for text in order]
    assert at == sorted(at)
    assert shown.count("В работу") == 2  # the first list and the caption
