"""A Markdown extension: list items `- [ ] …` with an id become boxes to tick.

The id is what the reader's ticks are kept under, so it is written by hand and stays::

    - [ ] Выгрузить базу из CRM.
      {: #export }
"""

import re
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

BOX = re.compile(r"\[ \]\s+")
RESET = "Снять отметки"
PLAN = "plan.md"
ALL_TASKS = "Все дела — в\u00a0«Моём плане»"
AFTER_ATTRIBUTES = 5  # attr_list, which gives the ids, runs at 8


class Checklist(Treeprocessor):
    """Rewrites the lists of a page whose items begin with an empty box."""

    def run(self, root: Element) -> None:
        for items in list(root.iter("ul")):
            boxes = [item for item in items if BOX.match(item.text or "")]
            for item in boxes:
                self.box(item)
            if boxes:
                items.set("class", "checklist")
                items.set("data-checklist", "")
                last = SubElement(items, "li", {"class": "checklist__reset"})
                button = {"type": "button", "class": "calculator__button", "hidden": "hidden"}
                reset = SubElement(last, "button", button | {"data-reset": ""})
                reset.text, reset.tail = RESET, " "
                # MkDocs makes an address of it, as of every link.
                SubElement(last, "a", {"href": PLAN}).text = ALL_TASKS

    def box(self, item: Element) -> None:
        """Turn a list item into a labelled box. Raises ValueError for one without an id."""
        text = BOX.sub("", item.text or "", count=1)
        if "id" not in item.attrib:
            raise ValueError(f"checklist item without an id: «{text}»; add a line {{: #id }}")
        content = list(item)
        for child in content:
            item.remove(child)
        item.text = None
        label = SubElement(item, "label")
        SubElement(label, "input", {"type": "checkbox"})
        words = SubElement(label, "span")
        words.text = text
        words.extend(content)


class ChecklistExtension(Extension):
    """Registers `Checklist`."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.treeprocessors.register(Checklist(md), "checklist", AFTER_ATTRIBUTES)


def makeExtension(**kwargs: Any) -> Extension:  # noqa: N802
    """The extension, as Python-Markdown asks for it."""
    return ChecklistExtension(**kwargs)
