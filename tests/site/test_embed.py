"""The pages with a calculator alone: what they are to searches, how little they are."""

import gzip
import json
import re
from pathlib import Path
from posixpath import join, normpath

import pytest

from bundle import RUNTIME, styles
from calculators.kit import registry, view
from macros.companions import offline
from tests.conftest import SITE_URL
from tests.site.documents import EMBEDDED, Document

MOST = 60_000  # bytes on the wire, before anything of Python
NAMES = registry.names()


def html(site: Path, name: str) -> str:
    return (site / EMBEDDED / name / "index.html").read_text("utf-8")


def test_every_calculator_has_one(embedded: dict[str, Document]) -> None:
    assert set(embedded) == {f"{EMBEDDED}{name}/" for name in NAMES}


def test_each_says_what_it_is_and_that_the_chapter_is_what_to_find(
    embedded: dict[str, Document], site: Path
) -> None:
    for path, document in embedded.items():
        form = view.form(path.removeprefix(EMBEDDED).rstrip("/"))
        [page] = [attrs for tag, attrs in document.tags if tag == "html"]
        assert page["lang"] == "ru"
        meta = {a["name"]: a["content"] for t, a in document.tags if t == "meta" and "name" in a}
        assert meta["robots"] == "noindex"
        assert meta["description"].startswith(form["question"])
        [canonical] = [a["href"] for _, a in document.tags if a.get("rel") == "canonical"]
        assert canonical == f"{SITE_URL}{form['chapter']}/"
        text = html(site, form["calculator"])
        assert f"<title>{form['title']} — Плейбук коммерческого директора</title>" in text
    assert "embed/" not in (site / "sitemap.xml").read_text("utf-8")
    assert "embed/" not in (site / "llms.txt").read_text("utf-8")
    assert '"embed/' not in (site / "search/search_index.json").read_text("utf-8")


def test_each_leads_to_its_chapter_in_a_tab_of_its_own(embedded: dict[str, Document]) -> None:
    for path, document in embedded.items():
        name = path.removeprefix(EMBEDDED).rstrip("/")
        [link] = [attrs for tag, attrs in document.tags if tag == "a"]
        chapter = registry.get(name).chapter
        assert link["href"] == f"../../{chapter}/#{name.replace('_', '-')}-1"
        assert (link["target"], link["rel"]) == ("_blank", "noopener")
        assert "Плейбук коммерческого директора: глава «" in document.words


def test_nothing_of_material_is_there_but_rules_for_what_stands_in_the_page(
    embedded: dict[str, Document], site: Path
) -> None:
    for document in embedded.values():
        links = [attrs for tag, attrs in document.tags if tag == "link"]
        assert [attrs["rel"] for attrs in links] == ["canonical", "icon", "stylesheet"]
        sources = document.attributes("script", "src")
        assert sources == ["../../assets/embed/main.js"]
        assert not [attrs for _, attrs in document.tags if "md-header" in attrs.get("class", "")]
        assert not {"nav", "header"} & {
            tag for tag, attrs in document.tags if "calc" not in str(attrs)
        }
    sheet = (site / styles.EMBEDDED).read_text("utf-8")
    for name in (".md-header", ".md-nav", ".md-search", ".diagram", "@font-face"):
        assert name not in sheet
    for name in (".calculator__form", ".embed__source", ".fold", "slate"):
        assert name in sheet


def test_no_number_of_the_readers_own_is_asked_or_filled_in(site: Path) -> None:
    for name in NAMES:
        assert not re.search(
            "data-own|data-offer|data-shared=.[a-z]|my-numbers", html(site, name)
        ), name


@pytest.mark.parametrize("name", NAMES)
def test_it_weighs_little_before_python_starts(site: Path, name: str) -> None:
    told = json.loads((site / RUNTIME).read_text("utf-8").removeprefix("export const runtime = "))
    own = [f"{EMBEDDED}{name}/index.html", styles.EMBEDDED, "assets/embed/main.js"]
    # All modules of a start, those of its worker too; there is no font.
    modules = ["assets/calculators/main.js", RUNTIME, *told["modules"]]
    assert normpath(join("assets/embed", "../calculators/main.js")) in modules
    files = [(site / file).read_bytes() for file in (*own, *modules)]
    # As GitHub Pages serves them.
    assert sum(len(gzip.compress(file, 6)) for file in files) < MOST


def test_it_is_not_kept_for_readers_of_the_site(site: Path) -> None:
    worker = (site / offline.WORKER).read_text("utf-8")
    assert '"repeat-sales/"' in worker
    assert not re.search(r'"embed/|assets/embed/|embed\.css', worker)
