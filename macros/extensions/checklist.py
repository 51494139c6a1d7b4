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
# Each is seen where it is so, and told to nobody else.
MISSING = "Отметки не запоминаются: JavaScript выключен, или страница загрузилась не вся."
UNKEPT = "Браузер не даёт хранить: отметки пропадут, когда вы закроете страницу."
RELOAD = "Обновить страницу"
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
                self.tell(last)

    def tell(self, last: Element) -> None:
        """Say under a list what keeps it from remembering."""
        missing = SubElement(last, "span", {"class": "missing", "data-search-exclude": ""})
        missing.text = f"{MISSING} "
        button = {"type": "button", "class": "calculator__button", "data-action": "reload"}
        SubElement(missing, "button", button).text = RELOAD
        unkept = {"class": "unkept", "role": "status", "data-search-exclude": ""}
        SubElement(last, "span", unkept).text = UNKEPT

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
