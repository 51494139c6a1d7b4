"""What search is given to look through."""

import json
from html import unescape
from pathlib import Path

from calculators.kit import registry, view
from calculators.kit.declaration import figures
from macros.companions import synonyms
from tests.site.documents import Document


def test_the_index_has_the_chapters_and_no_form_or_chart(site: Path) -> None:
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))
    text = unescape(" ".join(entry["text"] for entry in index["docs"]))
    assert "Хантер и фермер" in text
    tabled = {cell for sheet in figures.sheets().values() for row in sheet.rows for cell in row}
    assert "<svg" not in text
    assert "Загружаем Python" not in text
    for name in registry.names():
        if chart := view.result(name, {})["chart"]:
            assert chart["finding"] not in text
        for field in view.form(name)["fields"]:
            # A question out of a sourced table may be told in a chapter too.
            assert not field["help"] or field["help"] in tabled or field["help"] not in text


def test_the_worker_is_ours_on_every_page_and_material_has_the_one_it_loads(
    site: Path, chapters: dict[str, Document]
) -> None:
    for path in chapters:
        page = site / path if path.endswith(".html") else site / path / "index.html"
        config = page.read_text("utf-8").partition('id="__config"')[2]
        address = json.loads(config[config.index("{") : config.index("</script>")])["search"]
        path, _, material = address.partition("?")
        assert path.endswith("assets/javascripts/search/worker.js")
        assert (site / "assets/javascripts/workers" / material).is_file()


def test_no_spelling_means_two_things() -> None:
    spellings = [spelling.lower() for group in synonyms.groups() for spelling in group]
    assert len(spellings) == len(set(spellings))


def test_an_abbreviation_of_the_glossary_is_found_by_what_it_stands_for_and_by_more() -> None:
    groups = {group[0]: group[1:] for group in synonyms.groups()}
    assert groups["РОП"] == ["руководитель отдела продаж"]
    assert groups["БК"] == ["база клиентов", "клиентская база"]
    assert groups["КД"] == ["коммерческий директор"]
