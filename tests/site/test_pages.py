"""What every built page keeps to: links, headings, words for those who cannot see."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urljoin, urlsplit

from calculators.kit import registry
from tests.site.documents import Document

WORKER = "assets/calculators/worker.js"
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
                assert not anchor or anchor in {*documents[name].ids, "__skip"}, (path, href)
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


def test_every_page_says_what_it_is_to_searches_and_shares(documents: dict[str, Document]) -> None:
    descriptions = []
    for path, document in documents.items():
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


def test_every_page_is_there_as_plain_markdown(site: Path, documents: dict[str, Document]) -> None:
    listed = (site / "llms.txt").read_text("utf-8")
    for path in (p for p in documents if p != "404.html"):
        text = (site / path / "index.md").read_text("utf-8")
        assert f"{path}index.md)" in listed
        assert text.startswith("# ")
        assert not re.search(r"<\w+|\{[:{%]", text), path


def test_every_page_is_in_the_sitemap_and_says_when_it_changed(
    site: Path, documents: dict[str, Document], built_url: str
) -> None:
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    dated = re.findall(r"<loc>(.*?)</loc>\s*<lastmod>[\d-]+</lastmod>", sitemap)
    pages = [path for path in documents if path != "404.html"]
    assert {*dated} == {urljoin(built_url, path) for path in pages}
    for path in pages:
        assert "Последнее обновление" in (site / path / "index.html").read_text("utf-8")


def test_a_page_names_every_module_that_its_scripts_import_so_that_all_come_at_once(
    documents: dict[str, Document], site: Path
) -> None:
    def imports(module: str) -> set[str]:
        text = (site / module).read_text("utf-8")
        direct = {normpath(join(dirname(module), name)) for name in re.findall(STATIC, text)}
        return direct.union(*(imports(name) for name in direct))

    for path, document in documents.items():
        if path == "404.html":  # it may stand anywhere: its addresses begin at the host
            continue
        links = [attrs for tag, attrs in document.tags if tag == "link"]
        named = [attrs["href"] for attrs in links if attrs.get("rel") == "modulepreload"]
        scripts = [attrs for tag, attrs in document.tags if tag == "script"]
        modules = [attrs["src"] for attrs in scripts if attrs.get("type") == "module"]
        relative = {urljoin(f"/{path}", name).lstrip("/") for name in modules}
        needed = {WORKER}.union(*(imports(name) for name in {*relative, WORKER}))
        assert {"assets/calculators/client.js", "assets/calculators/memory.js"} <= needed
        assert {urljoin(f"/{path}", name).lstrip("/") for name in named} == needed
