"""Papers to take away: what is declared in `declared/`, as files for Word and for Excel."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from calculators.kit.words import labels
from macros.papers import blocks, document, workbook
from macros.papers.chapters import Chapters
from macros.papers.declared import Declared, load

FOLDER = "papers"
PROGRAMS = {"docx": "Word", "xlsx": "Excel"}
# By the paper's name: all that it says, and its files.
_kept: dict[str, tuple[str, dict[str, bytes]]] = {}


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper with its files: bytes by the end of the file's name, as in `PROGRAMS`."""

    declared: Declared
    files: dict[str, bytes]

    @property
    def told(self) -> dict[str, Any]:
        """What templates show of it; addresses are from the site's root, sizes in kilobytes."""
        return {
            "title": self.declared.title,
            "inside": labels.inside(self.declared.title),
            "about": self.declared.about,
            "files": [
                {
                    "address": f"{FOLDER}/{self.declared.name}.{kind}",
                    "saved": f"{self.declared.title}.{kind}",
                    "program": PROGRAMS[kind],
                    "size": -(-len(content) // 1024),
                }
                for kind, content in self.files.items()
            ],
        }


def made(pages: Iterable[Any], expand: Callable[[str], str], config: Any) -> dict[str, Paper]:
    """Every paper by name, in the order of the chapters among `pages`.

    `expand` fills in the macros of a chapter's text. Raises ValueError that names the slip.
    """
    chapters = Chapters(pages, expand, config["site_name"], config["site_url"] or "")
    order = list(chapters)
    declared = load()
    if lost := {one.chapter for one in declared.values()} - set(order):
        raise ValueError(f"papers are of chapters that there are not: {', '.join(sorted(lost))}")
    found = sorted(declared.values(), key=lambda one: (order.index(one.chapter), one.title))
    return {one.name: Paper(one, _files(one, chapters)) for one in found}


def write(site: Path, papers: dict[str, Paper]) -> None:
    """Write the files of papers into the built site."""
    (site / FOLDER).mkdir(exist_ok=True)
    for name, paper in papers.items():
        for kind, content in paper.files.items():
            (site / FOLDER / f"{name}.{kind}").write_bytes(content)


def _files(one: Declared, chapters: Chapters) -> dict[str, bytes]:
    chapter = chapters[one.chapter]
    about = (chapters.site_name, chapter.number, chapter.title, chapter.address)
    told = repr((one, about, [*blocks.resolved(one, chapters)]))
    # Under `mkdocs serve` a paper is made anew only when it says something else.
    if _kept.get(one.name, ("",))[0] != told:
        files = {"docx": document.made(one, chapters)}
        files |= {"xlsx": workbook.made(one, chapters)} if one.sheets else {}
        _kept[one.name] = told, files
    return _kept[one.name][1]
