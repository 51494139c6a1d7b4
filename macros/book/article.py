"""A page's article without what only a screen has."""

import re
from xml.etree.ElementTree import Element

from macros.book.example import example
from macros.book.tree import (
    added,
    first,
    has_class,
    pairs,
    read,
    remove,
    remove_all,
    replace,
    text,
)

CONTROLS = frozenset({"button", "form", "input", "select", "textarea", "option", "progress"})
DROPPED = CONTROLS | {"script", "noscript", "style"}
# Links to headings, the switch of a chapter's numbers, notes beside terms, the day of the change.
SCREEN = (
    "headerlink", "quotes", "term-notes", "md-source-file", "checklist__reset", "check__said",
    "check__end", "funnel__shape",
)  # fmt: skip
# What opens and closes, or names a control, becomes plain blocks.
PLAIN = {"details": "div", "fieldset": "div", "label": "div", "summary": "p", "legend": "p"}
KEPT = {"id", "class", "href", "src", "alt", "colspan", "rowspan", "scope", "start", "lang"}
ALIGNED = re.compile(r"text-align:\s*(right|center)")
COLOURS = {
    "ink": "#1d2429",
    "muted": "#5a6167",
    "grid": "#ded8ca",
    "primary": "#0b5d56",
    "secondary": "#b3470d",
    "mark": "#1d2429",
}
# Of the parts of a drawing.
BROWSER = {"class", "role", "pointer-events", "font-family"}
COLOUR = re.compile(r"var\(--chart-(\w+)\)")


def article(html: str, address: str) -> Element:
    """The article of a built page at `address`, for paper. Raises ValueError if there is none."""
    found = first(read(html), lambda element: element.tag == "article")
    if found is None:
        raise ValueError(f"{address} has no article")
    _examples(found, address)
    _footnotes(found)
    _keys(found)
    remove_all(found, _of_the_screen)
    for element in found.iter():
        _plain(element)
    for figure in found.iter("figure"):
        said = first(figure, lambda element: element.tag == "figcaption")
        for svg in figure.iter("svg"):
            _picture(svg, text(said) if said is not None else "")
    return found


def _of_the_screen(element: Element) -> bool:
    return element.tag in DROPPED or "hidden" in element.attrib or has_class(element, *SCREEN)


def _examples(root: Element, address: str) -> None:
    """Every calculator as an example worked out for what its form opens with."""
    for parent, child in pairs(root):
        if child.tag == "section" and "data-calculator" in child.attrib:
            replace(parent, child, example(child, address))


def _footnotes(root: Element) -> None:
    """A sign of the editors becomes a footnote with the words that stand behind it."""
    words = {e.get("id"): e for e in root.iter() if has_class(e, "term-note")}
    for parent, sign in pairs(root):
        if has_class(sign, "editors"):
            note = words[sign.get("aria-describedby")]
            footnote = Element("span", {"class": "footnote"})
            footnote.text = note.text
            footnote.extend(note)
            replace(parent, sign, footnote)


def _keys(root: Element) -> None:
    """The answers to a self-check stand after the last question, each with its number."""
    for check in [e for e in root.iter() if has_class(e, "check")]:
        keys = [(parent, key) for parent, key in pairs(check) if has_class(key, "check__key")]
        if keys:
            added(check, "p", "Ответы", class_="check__answers")
        for number, (parent, key) in enumerate(keys, 1):
            remove_all(key, lambda element: element.tag == "summary")
            remove(parent, key)
            key.tail = None
            key.insert(0, Element("p", {"class": "check__number"}))
            key[0].text = f"{number}."
            check.append(key)


def _plain(element: Element) -> None:
    if element.tag in PLAIN:
        element.set("class", f"{element.get('class', '')} {element.tag}".strip())
        element.tag = PLAIN[element.tag]
    aligned = ALIGNED.search(element.get("style", ""))
    if element.tag in {"svg", "path", "line", "rect", "text", "g", "tspan", "circle"}:
        return
    element.attrib = {name: value for name, value in element.attrib.items() if name in KEPT}
    if aligned:
        element.set("class", f"{element.get('class', '')} {aligned[1]}".strip())


def _picture(svg: Element, label: str) -> None:
    """A drawing in the colours of paper, with nothing that is for a browser; `label` tells it."""
    # Not every reader lets a style sheet into a drawing.
    if has_class(svg, "funnel__arrow"):
        svg.attrib |= {"fill": "none", "stroke": COLOURS["secondary"], "stroke-width": "2"}
    for element in svg.iter():
        element.attrib = {
            name: COLOUR.sub(lambda match: COLOURS[match[1]], value)
            for name, value in element.attrib.items()
            if name not in BROWSER and not name.startswith("aria-")
        }
    remove_all(svg, lambda element: element.tag == "path" and not element.get("d"))
    told = {"role": "img", "aria-label": label} if text(svg) else {"aria-hidden": "true"}
    svg.attrib |= {"font-family": "Golos Text, sans-serif", **told}
