"""Elements of a page: read, found, taken away."""

import re
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element, SubElement

import tinyhtml5

type Test = Callable[[Element], bool]

# The innermost first, since templates stand in templates.
TEMPLATE = re.compile(r"<template\b[^>]*>(?:(?!<template\b).)*?</template>", re.DOTALL)
SVG = "http://www.w3.org/2000/svg"
NAMESPACE = re.compile(r"^\{[^}]*\}")


def read(html: str) -> Element:
    """The body of a page or of a piece of one, without namespaces and templates."""
    count = 1
    while count:
        html, count = TEMPLATE.subn("", html)
    body: Element = tinyhtml5.parse(html, namespace_html_elements=False).find("body")
    for element in body.iter():
        if not isinstance(element.tag, str):  # a comment
            element.tag, element.text = "script", None
        element.tag = NAMESPACE.sub("", element.tag)
        element.attrib = {
            name: value for name, value in element.attrib.items() if not name.startswith("{")
        }
        if element.tag == "svg":
            element.set("xmlns", SVG)
    return body


def has_class(element: Element, *names: str) -> bool:
    """Whether an element is of one of the classes `names`."""
    return not set(names).isdisjoint(element.get("class", "").split())


def pairs(root: Element) -> Iterator[tuple[Element, Element]]:
    """Every element below `root` after its parent, as they are now."""
    yield from [(parent, child) for parent in root.iter() for child in parent]


def first(root: Element, test: Test) -> Element | None:
    """The first element below `root` that passes."""
    return next((element for element in root.iter() if test(element)), None)


def text(element: Element) -> str:
    """All that can be read in an element, its spaces joined."""
    return " ".join("".join(element.itertext()).split())


def remove(parent: Element, child: Element) -> None:
    """Take an element away; what follows it stays."""
    place = [*parent].index(child)
    if child.tail:
        if place:
            parent[place - 1].tail = (parent[place - 1].tail or "") + child.tail
        else:
            parent.text = (parent.text or "") + child.tail
    parent.remove(child)


def remove_all(root: Element, test: Test) -> None:
    """Take away every element below `root` that passes."""
    for parent, child in pairs(root):
        if test(child) and child in [*parent]:
            remove(parent, child)


def replace(parent: Element, old: Element, new: Element) -> None:
    """Put an element in the place of another."""
    new.tail = old.tail
    parent[[*parent].index(old)] = new


def added(parent: Element, tag: str, words: str = "", **attributes: str) -> Element:
    """A new last child; `class_` is its class."""
    named = {name.rstrip("_"): value for name, value in attributes.items()}
    child = SubElement(parent, tag, named)
    child.text = words or None
    return child
