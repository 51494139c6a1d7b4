"""A calculator as an example that is worked out: what is asked, given, answered."""

from typing import Any
from xml.etree.ElementTree import Element

from calculators.kit import quoted
from macros.book.tree import first, has_class, read, text
from macros.calculator import shown
from macros.render import render

# A longer derivation or table is for the site, where the reader's own numbers are.
STEPS = 10
ROWS = 12


def example(section: Element, address: str) -> Element:
    """What a calculator's `section` of the page at `address` opens with, and where to compute."""
    name = section.get("data-calculator", "")
    title = section.get("aria-labelledby", "")
    raw = given(section)
    told = shown(name, raw)
    html = render(
        "book/example.html",
        **told,
        id=title,
        inputs=_inputs(name, raw, told),
        groups=_groups(name, raw, told),
        origins=_origins(told),
        tables=[one for one in told["result"]["tables"] if len(one["rows"]) <= ROWS],
        steps=told["result"]["steps"] if len(told["result"]["steps"]) <= STEPS else [],
        address=f"{address}#{title}",
    )
    return read(html)[0]


def given(section: Element) -> dict[str, Any]:
    """What stands in the fields of a form, as if it were typed: raw input of its calculator."""
    raw: dict[str, Any] = {}
    for field in section.iter():
        if name := field.get("data-field"):
            rows = [row for row in field.iter() if "data-row" in row.attrib]
            if has_class(field, "field--rows"):
                raw[name] = [
                    {
                        cell: _typed(place)
                        for place in row.iter()
                        if (cell := place.get("data-cell"))
                    }
                    for row in rows
                ]
            else:
                raw[name] = _typed(field)
    return raw


def _typed(place: Element) -> str:
    """What is typed into, or chosen in, the one control of a place. Raises ValueError for none."""
    control = first(place, lambda element: element.tag in {"select", "textarea", "input"})
    if control is None:
        raise ValueError(f"{place.get('data-field') or place.get('data-cell')} has no control")
    if control.tag == "textarea":
        return "".join(control.itertext())
    if control.tag == "select":
        options = [*control.iter("option")]
        chosen = next((one for one in options if "selected" in one.attrib), options[0])
        return chosen.get("value", text(chosen))
    if control.get("type") == "radio":
        radios = [*place.iter("input")]
        return next((one.get("value", "") for one in radios if "checked" in one.attrib), "")
    return control.get("value", "")


def _fields(told: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for one in told["form"]["fields"] if one["name"] not in told["result"]["idle"]]


def _inputs(name: str, raw: dict[str, Any], told: dict[str, Any]) -> list[dict[str, str]]:
    """The fields that are no list, with what is typed and the number of where it comes from."""
    origins = _origins(told)
    return [
        {
            "label": one["label"],
            "text": quoted.value(name, raw, one["name"]) or "—",
            "origin": str(origins.index(_origin(one)) + 1) if one["origin"] else "",
        }
        for one in _fields(told)
        if one["kind"] != "rows"
    ]


def _groups(name: str, raw: dict[str, Any], told: dict[str, Any]) -> list[dict[str, Any]]:
    """The fields that are lists, each a table."""
    return [
        {
            "label": one["label"],
            "columns": [column["label"] for column in one["columns"]],
            "rows": [
                [
                    quoted.value(name, raw, f"{one['name']}.{row}.{column['name']}") or "—"
                    for column in one["columns"]
                ]
                for row in range(len(raw[one["name"]]))
            ],
            "origin": str(_origins(told).index(_origin(one)) + 1) if one["origin"] else "",
        }
        for one in _fields(told)
        if one["kind"] == "rows"
    ]


def _origin(field: dict[str, Any]) -> str:
    words: str = field["origin"]["text"]
    return words.removeprefix("По умолчанию — ")


def _origins(told: dict[str, Any]) -> list[str]:
    """Where the numbers come from, each once, in the order of the fields."""
    return [*dict.fromkeys(_origin(one) for one in _fields(told) if one["origin"])]
