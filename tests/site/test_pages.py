"""What every built page keeps to: links, headings, words for those who cannot see."""

import json
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urljoin, urlsplit

from bundle import ENTRIES, RUNTIME
from calculators.kit import registry
from tests.conftest import SITE_URL
from tests.site.documents import Document

STATIC = r'(?m)^import .*? from "(\.[^"]+)"'


def test_every_link_leads_to_a_page_and_every_anchor_to_an_id(
    documents: dict[str, Document], site: Path
) -> None:
    for path, document in documents.items():
        for href in document.attributes("a", "href"):
            if path == "404.html" or urlsplit(href).scheme:
                continue
            target = urlsplit(urljoin(f"/{path}", href))
            name = target.path.lstrip("/")
            if name in documents:
                anchor = unquote(target.fragment)
                # A calculator with numbers to open on, or a place of the page.
                places = (
                    documents[name].attributes("section", "data-calculator")
                    if "?" in anchor
                    else [*documents[name].ids, "__skip"]
                )
                assert not anchor or anchor.partition("?")[0] in places, (path, href)
            else:
                assert (site / unquote(name)).is_file(), (path, href)


def test_every_page_has_one_first_heading_and_skips_no_level(
    documents: dict[str, Document],
) -> None:
    for path, document in documents.items():
        levels = [int(tag[1]) for tag in document.headings]
        assert levels.count(1) == 1, path
        assert all(after - before <= 1 for before, after in pairwise(levels))


def test_no_id_stands_twice_on_a_page(documents: dict[str, Document]) -> None:
    for path, document in documents.items():
        twice = {
            name
            for name, count in Counter(document.ids).items()
            if count > 1 and "clip" not in name
        }
        assert not twice, path


def test_heading_ids_are_readable(documents: dict[str, Document]) -> None:
    for path, document in documents.items():
        ids = [a.get("id", "") for tag, a in document.tags if re.fullmatch("h[1-6]", tag)]
        assert not [name for name in ids if re.match(r"_\d+|.*_\d+$", name)], path


def test_every_page_says_what_it_is_to_searches_and_shares(chapters: dict[str, Document]) -> None:
    descriptions = []
    for path, document in chapters.items():
        meta = {
            a.get("name") or a.get("property"): a.get("content")
            for t, a in document.tags
            if t == "meta"
        }
        for name in ("description", "og:title", "og:description", "og:image", "og:locale"):
            assert meta.get(name), (path, name)
        if path != "404.html":
            assert len(meta["description"] or "") >= 60, path
            descriptions.append(meta["description"])
    assert len(descriptions) == len(set(descriptions)), "a page has a description of its own"


def test_pictures_have_words(documents: dict[str, Document]) -> None:
    for path, document in documents.items():
        assert all("alt" in attrs for tag, attrs in document.tags if tag == "img"), path
        figures = [t for t, _ in document.tags if t == "figure"]
        captions = [t for t, _ in document.tags if t == "figcaption"]
        assert len(figures) == len(captions), path


def test_typography_is_russian(documents: dict[str, Document]) -> None:
    for path, document in documents.items():
        text = document.words
        assert not re.search(r"[\"“”„]", text), (path, re.findall(r".{20}[\"“”„].{20}", text))
        assert not re.search(r" - |--", text), (path, re.findall(r".{20}(?: - |--).{20}", text))
        loose = re.findall(r".{0,20}\d [₽%].{0,10}|.{0,20}\d[₽%].{0,10}", text)
        assert not loose, (path, loose)
        groups = re.findall(r".{0,20}\d{1,3}(?: \d{3})+(?!\d).{0,10}", text)
        assert not groups, (path, groups)
        assert "..." not in text, path


def test_the_calculators_page_has_a_card_for_each(documents: dict[str, Document]) -> None:
    links = documents["calculators/"].attributes("a", "href")
    for name in registry.names():
        assert any(link.endswith(f"#{name.replace('_', '-')}-1") for link in links), name


def test_every_page_is_there_as_plain_markdown(site: Path, chapters: dict[str, Document]) -> None:
    listed = (site / "llms.txt").read_text("utf-8")
    # Of what the site is made, programs are told beside the page of licences.
    for path in chapters.keys() - {"404.html", "licences/"}:
        text = (site / path / "index.md").read_text("utf-8")
        assert f"{path}index.md)" in listed
        assert text.startswith("# ")
        assert not re.search(r"<\w+|\{[:{%]", text), path


def test_every_page_is_in_the_sitemap_and_says_when_it_changed(
    site: Path, chapters: dict[str, Document]
) -> None:
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    dated = re.findall(r"<loc>(.*?)</loc>\s*<lastmod>[\d-]+</lastmod>", sitemap)
    pages = [path for path in chapters if path != "404.html"]
    assert {*dated} == {urljoin(SITE_URL, path) for path in pages}
    for path in pages:
        assert "Последнее обновление" in (site / path / "index.html").read_text("utf-8")


def test_a_page_names_one_sheet_and_one_script_of_ours_and_nothing_before_its_text(
    chapters: dict[str, Document],
) -> None:
    for document in chapters.values():
        links = [attrs for tag, attrs in document.tags if tag == "link"]
        kinds = [attrs.get("rel") for attrs in links]
        assert kinds.count("stylesheet") == 1
        assert "modulepreload" not in kinds
        early = [attrs for attrs in links if attrs.get("rel") == "preload"]
        assert {(attrs["as"], attrs["fetchpriority"]) for attrs in early} == {("font", "low")}
        scripts = [attrs for tag, attrs in document.tags if tag == "script"]
        modules = [attrs["src"] for attrs in scripts if attrs.get("type") == "module"]
        assert [name.endswith("assets/main.js") for name in modules] == [True]


def test_no_script_is_asked_for_before_the_text_is_painted(
    site: Path, documents: dict[str, Document]
) -> None:
    for path in documents:
        page = site / path if path.endswith(".html") else site / path / "index.html"
        html = page.read_text("utf-8")
        early = re.sub(r"<template>.*?</template>", "", html, flags=re.DOTALL)
        assert re.search(r"<script [^>]*src=", html), path
        assert not re.search(r"<script [^>]*src=", early), path


def test_a_start_is_told_every_module_that_it_imports_so_that_all_come_at_once(site: Path) -> None:
    def imports(module: str) -> set[str]:
        text = (site / module).read_text("utf-8")
        direct = {normpath(join(dirname(module), name)) for name in re.findall(STATIC, text)}
        return direct.union(*(imports(name) for name in direct))

    told = json.loads((site / RUNTIME).read_text("utf-8").removeprefix("export const runtime = "))
    needed = {*ENTRIES}.union(*(imports(name) for name in ENTRIES))
    assert {"assets/calculators/client.js", "assets/calculators/memory.js"} <= needed
    # Whoever reads this list has the module that holds it.
    assert {*told["modules"]} == needed - {RUNTIME}
