"""The page of licences names all that the site ships of others' work, by their own words."""

import json
import re
from importlib import resources
from pathlib import Path
from urllib.parse import urljoin

import jsonschema_rs

from macros import licences
from macros.companions import languages
from macros.licences import written
from tests.conftest import ROOT
from tests.site.documents import Document

# What a site under MIT and CC BY may ship; another one is to be read before it is added here.
ADMITTED = {
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "MIT AND BSD-3-Clause",
    "MPL-1.1", "MPL-2.0", "OFL-1.1", "PSF-2.0", "Unlicense", "W3C", "Zlib", "bzip2-1.0.6",
}  # fmt: skip
SCHEMAS = resources.files("cyclonedx.schema") / "_res"


def test_every_package_whose_files_are_in_the_site_is_named_with_its_version(
    site: Path, documents: dict[str, Document]
) -> None:
    shipped = {folder.name for folder in (site / "assets/vendor").iterdir()}
    assert {"pyodide-0.29.5", "zstddec-0.3.4"} <= shipped
    assert shipped <= {f"{part.name}-{part.version}" for part in licences.parts() if part.use}
    words = " ".join(documents["licences/"].words.split())
    for part in licences.parts():
        assert re.search(rf"{re.escape(part.name)}\b.*{re.escape(part.version)}", words), part.name


def test_whatever_is_inside_of_materials_scripts_is_named(site: Path) -> None:
    named = {part.name.lower().removesuffix(".js") for part in licences.parts()}
    maps = [*(site / "assets/javascripts").rglob("*.map")]
    assert len(maps) == 2  # its script and its search
    inside = {
        name
        for file in maps
        for source in json.loads(file.read_text("utf-8"))["sources"]
        for name in re.findall(r"node_modules/((?:@[^/]+/)?[^/]+)/", source)
    }
    assert {"lunr", "rxjs"} <= inside <= named


def test_search_is_shipped_in_russian_alone(site: Path) -> None:
    found = {file.name for file in (site / languages.LUNR).rglob("*.*")}
    assert found == {"lunr.ru.min.js", "lunr.stemmer.support.min.js"}


def test_no_licence_is_shipped_that_nobody_has_read() -> None:
    assert {part.licence for part in licences.parts()} == ADMITTED


def test_every_licence_stands_once_in_the_file_of_texts_the_sites_own_first(site: Path) -> None:
    _, *blocks = (site / written.TEXTS).read_text("utf-8").split(f"{written.RULE}\n")
    names, texts = blocks[::2], [text.strip("\n") for text in blocks[1::2]]
    assert texts[0] == (ROOT / "LICENSE").read_text("utf-8").strip("\n")
    assert len(texts) == len(set(texts))
    for part in licences.parts():
        assert f"{part.name} {part.version}".strip() in names[texts.index(part.text)]


def test_programs_are_told_of_the_same_parts_in_the_words_of_cyclonedx(site: Path) -> None:
    told = json.loads((site / written.LIST).read_text("utf-8"))
    names = [f"{name}.SNAPSHOT.schema.json" for name in ("bom-1.6", "spdx", "jsf-0.82")]
    schema, *others = (json.loads((SCHEMAS / name).read_text("utf-8")) for name in names)
    # The others are named by their files, beside it.
    beside = [urljoin(schema["$id"], name) for name in names[1:]]
    registry = jsonschema_rs.Registry([*zip(beside, others, strict=True)])
    jsonschema_rs.Draft7Validator(schema, registry=registry).validate(told)
    assert [one["name"] for one in told["components"]] == [p.name for p in licences.parts()]
    references = [one["bom-ref"] for one in told["components"]]
    assert len(references) == len(set(references))
    assert "pkg:npm/%40fontsource-variable/golos-text@5.3.0" in references


def test_every_page_leads_to_the_licences(chapters: dict[str, Document]) -> None:
    for path, document in chapters.items():
        assert any(link.endswith("licences/") for link in document.attributes("a", "href")) or (
            path == "licences/"
        ), path
