"""The diagrams as a reader sees them: on a page of their own, each placed twice."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import expect

from macros import diagrams
from tests.browser.reader import Reader
from tests.conftest import Builds, served

WORDS = diagrams.load()
PAGE = "gallery/"
SMALLEST = 13  # px; as small as the calculators' own notes
# What stands in the places, as long as figures are.
FIGURE = "2–4 недели"

SPILLED = """() => [...document.querySelectorAll(".diagram, .diagram *")]
    .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
    .map((one) => one.outerHTML.slice(0, 120))"""
OUTSIDE = """() => [...document.querySelectorAll(".diagram")].flatMap((figure) => {
    const edge = figure.getBoundingClientRect()
    return [...figure.querySelectorAll("*")]
        .map((one) => [one.outerHTML.slice(0, 120), one.getBoundingClientRect()])
        .filter(([, box]) => box.left < edge.left - 1 || box.right > edge.right + 1)
        .map(([html]) => html)
})"""
SIZES = """() => [...document.querySelectorAll(".diagram *")]
    .filter((one) => one.innerText)
    .map((one) => parseFloat(getComputedStyle(one).fontSize))"""
COLOURS = """() => [...document.querySelectorAll(".diagram *")].map((one) => {
    const style = getComputedStyle(one)
    return [style.color, style.borderLeftColor, style.fill, style.stroke]
})"""
STEPS = """() => [...document.querySelectorAll(".diagram")[0].querySelectorAll(".funnel__step")]
    .map((one) => one.getBoundingClientRect().width)"""


@pytest.fixture(scope="module")
def site(builds: Builds) -> Path:
    """The site with a page of diagrams; no chapter shows them all."""

    def edit(project: Path) -> None:
        calls = []
        for name, words in WORDS.items():
            figures = "".join(f', {place}="{FIGURE}"' for place in sorted(diagrams.places(words)))
            calls += [f'{{{{ diagram("{name}"{figures}) }}}}'] * 2
        page = "\n\n".join(["# Схемы {: #gallery }", *calls, "Текст."])
        (project / "docs" / "gallery.md").write_text(f"{page}\n", "utf-8")

    return builds.edited("diagrams", edit)


@pytest.fixture(scope="module")
def site_url(site: Path) -> Iterator[str]:
    """Of this site: another one's may be served already."""
    with served(site) as url:
        yield url


# At 680 the journey has only just room to run across.
@pytest.mark.parametrize("width", [320, 360, 680, 1280])
def test_nothing_is_wider_than_its_place(reader: Reader, width: int) -> None:
    reader.page.set_viewport_size({"width": width, "height": 740})
    reader.open(PAGE)
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= width
    assert reader.page.evaluate(SPILLED) == []
    assert reader.page.evaluate(OUTSIDE) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_no_text_is_too_small_to_read(reader: Reader, width: int) -> None:
    reader.page.set_viewport_size({"width": width, "height": 740})
    sizes = reader.open(PAGE).page.evaluate(SIZES)
    assert sizes
    assert min(sizes) >= SMALLEST


@pytest.mark.parametrize("name", sorted(WORDS))
def test_a_diagram_is_named_by_its_caption(reader: Reader, name: str) -> None:
    caption = diagrams.PLACE.sub(FIGURE, WORDS[name]["caption"])
    figures = reader.open(PAGE).page.get_by_role("figure", name=caption)
    expect(figures).to_have_count(2)


@pytest.mark.parametrize("width", [320, 1280])
def test_the_career_narrows_step_by_step(reader: Reader, width: int) -> None:
    reader.page.set_viewport_size({"width": width, "height": 740})
    widths = reader.open(PAGE).page.evaluate(STEPS)
    assert len(widths) == 4
    assert all(below < above * 0.9 for above, below in pairwise(widths))


def test_a_print_from_the_dark_theme_has_the_colours_of_the_light_one(reader: Reader) -> None:
    page = reader.page
    page.emulate_media(color_scheme="dark")
    screen = reader.open(PAGE).page.evaluate(COLOURS)
    page.emulate_media(media="print")
    printed = page.evaluate(COLOURS)
    page.evaluate("localStorage.clear()")  # Material keeps the theme of the first visit
    page.emulate_media(color_scheme="light")
    assert printed == reader.open(PAGE).page.evaluate(COLOURS)
    assert printed != screen
