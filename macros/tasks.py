"""The tasks of the chapters, out of their checklists: each is written once, in its chapter."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

TASK = re.compile(r"^- \[ \] (?P<text>.+)\n +\{: #(?P<id>[\w-]+) \}$", re.MULTILINE)
TAG = re.compile(r"<[^>]+>")
BOX = re.compile(r"^\s*- \[ \]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Task:
    """A task under the `id` that the reader's tick is kept under."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter by the name of its page, with its tasks in order."""

    name: str
    title: str
    tasks: tuple[Task, ...]


def chapters(pages: Iterable[Any], expand: Callable[[str], str]) -> Iterator[Chapter]:
    """The chapters among the pages that have tasks; `expand` fills in the macros of a text.

    What a task quotes stands there without the markup that lets the chapter change it.

    Raises ValueError, which names the page, for a task that would be left out.
    """
    for page in pages:
        if "chapter" not in page.meta:
            continue
        found = [*TASK.finditer(page.markdown)]
        boxes = len(BOX.findall(page.markdown))
        if len(found) != boxes:
            raise ValueError(
                f"{page.file.src_uri}: {boxes} tasks, {len(found)} of them a line with an id below;"
                " write «- [ ] …» and «  {: #id }»"
            )
        tasks = (Task(one["id"], TAG.sub("", expand(one["text"]))) for one in found)
        yield Chapter(page.file.name, page.meta["title"], tuple(tasks))
