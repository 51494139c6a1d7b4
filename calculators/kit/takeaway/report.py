"""A report: what calculators answer, one under another, found anew from what was typed."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from calculators.kit.read import UNSEEN
from calculators.kit.takeaway import files, markdown
from calculators.kit.takeaway.entry import Shown, entry

TITLE = "Отчёт"
INPUTS, NOTE, TASKS = "Из чего посчитано", "Заметка", "Задачи этих глав"
KEPT = 64
"""Of how many entries what was found is kept: a report has fewer."""

type Block = dict[str, Any]


def report(asked: Mapping[str, Any]) -> dict[str, Any]:
    """What a page shows of `{"title", "date", "entries": [{"calculator", "version", "raw"}]}`.

    With a `"file"`, `"md"` or `"docx"`, that file, with the `"note"` of each entry and `"tasks"`,
    `{"chapter", "text", "done"}` each.
    """
    entries = asked["entries"]
    found = [_found(e["calculator"], e["version"], json.dumps(e["raw"])) for e in entries]
    title = asked["title"].strip() or TITLE
    if not asked.get("file"):
        chapters = list(dict.fromkeys(one["chapter"] for one in found))
        return {"title": title, "date": asked["date"], "entries": found, "chapters": chapters}
    blocks = [_block("heading", title, 1), _block("text", asked["date"])]
    for shown, given in zip(found, entries, strict=True):
        blocks += [*_told(shown), *_noted(given["note"])]
    blocks += _tasks(asked["tasks"])
    return _file(asked["file"], title, blocks)


# To move an entry, or to write a note to it, changes nothing in what was found for it.
@lru_cache(KEPT)
def _found(name: str, version: str, raw: str) -> Shown:
    return entry(name, version, json.loads(raw))


def _block(style: str, text: str, level: int = 0) -> Block:
    return {"style": style, "level": level, "text": UNSEEN.sub("", text)}


def _told(shown: Shown) -> Iterator[Block]:
    yield _block("heading", shown["question"], 2)
    yield from (_block("heading", f"{it['label']}: {it['text']}", 3) for it in shown["answer"])
    yield from (_block("text", it["text"]) for it in [*shown["spread"], *shown["wrong"]])
    yield from (_block("text", it["finding"]) for it in shown["charts"])
    yield from (_block("text", it["text"]) for it in shown["caution"])
    if shown["typed"] or shown["rest"]:
        yield _block("heading", INPUTS, 4)
    for it in shown["typed"]:
        words = " ".join(it["text"].splitlines())
        yield _block("item", f"{it['label']}: {words}" if words else it["label"])
    yield from (_block("text", it["text"]) for it in shown["rest"])


def _noted(note: str) -> Iterator[Block]:
    if note.strip():
        yield _block("heading", NOTE, 4)
        yield from markdown.blocks(note)


def _tasks(tasks: Sequence[Mapping[str, Any]]) -> Iterator[Block]:
    if tasks:
        yield _block("heading", TASKS, 2)
    for chapter, its in groupby(tasks, key=itemgetter("chapter")):
        yield _block("heading", chapter, 3)
        for task in its:
            yield _block("done" if task["done"] else "task", task["text"])


def _file(kind: str, title: str, blocks: list[Block]) -> files.Made:
    if kind == "docx":
        return {"name": "report.docx", "type": files.WORD, "title": title, "blocks": blocks}
    return {"name": "report.md", "type": files.MARKDOWN, "text": markdown.text(blocks)}
