"""The macros that need the build: its pages, their addresses, what is written beside them."""

import json
from collections import Counter
from functools import cached_property
from pathlib import Path
from typing import Any

from mkdocs.utils import get_relative_url

from bundle import ROOT, assemble, fonts, modules, policy, styles, wheel
from calculators.kit import quoted, view
from macros import (
    cards,
    checks,
    glossary,
    notes,
    papers,
    plan,
    quoting,
    ranges,
    reading,
    shared,
    sources,
    tasks,
)
from macros.calculator import drawn
from macros.companions import embed, offered, offline, plain, synonyms
from macros.diagrams import diagram
from macros.papers import Paper
from macros.render import render
from macros.slots import MARK, switch


class Pages:
    """The macros of one build. `env` is the environment of mkdocs-macros."""

    def __init__(self, env: Any) -> None:
        self.env = env
        self.bundle = assemble(env.conf["site_url"] or "")
        self.sheets: list[str] = []
        self.placed: Counter[str] = Counter()
        self.texts: dict[str, str] = {}
        self.notes = notes.Notes()
        for macro in (
            *quoting.MACROS,
            self.calculator,
            self.editors,
            self.diagram,
            self.chapters,
            self.cards,
            self.sources,
            self.assumptions,
            self.changes,
            self.glossary,
            self.shared_numbers,
            self.wheel,
            self.report,
            self.self_check,
            self.paper,
            self.papers,
            self.book_files,
            self.plan,
        ):
            env.macro(macro)

    def name_files(self) -> None:
        """Let the pages name the fonts, and the one sheet that `write` joins in place of many."""
        self.sheets = [str(sheet) for sheet in self.env.conf["extra_css"]]
        self.env.conf["extra_css"] = []
        self.env.conf["extra"]["sheet"] = styles.SHEET
        self.env.conf["extra"]["edition"] = self.bundle.edition
        self.env.conf["extra"]["fonts"] = fonts.of_every_page(ROOT)

    def finish(self, page: Any, markdown: str) -> str:
        """Keep a page's Markdown with its macros expanded; give it what every page has."""
        reading.put_in_order(page, self.pages)
        whole = "\n\n".join(filter(None, (markdown, self.notes.foot(page.url))))
        self.texts[page.file.src_uri] = plain.plain(whole)
        return f"{whole}\n\n{switch()}\n" if MARK in markdown else whole

    def write(self, site: Path) -> None:
        """Write what stands beside the pages into the built site, and say what has run out."""
        self.bundle.write(site)
        embed.write(site, self.pages, self.env.conf)
        ranges.write(site)
        modules.write(ROOT / "docs", site)
        styles.write(site, self.sheets, whole=not self.env.conf["strict"])
        synonyms.write(site)
        sources.report()
        plain.write(site, self.texts, self.pages, self.env.conf)
        papers.write(site, self._papers)
        # `mkdocs serve` puts a script of its own into pages, which is not strict.
        if self.env.conf["strict"]:
            policy.write(site)
        # The last but for the book, which no reader keeps twice: it lists all the rest.
        offline.write(site, self.bundle, self.env.conf)
        offered.write(site, self.env.conf)

    def calculator(self, name: str, **inputs: Any) -> str:
        """A live calculator that opens with its default result; call it at column 0.

        `inputs` replace defaults. Raises KeyError for an unknown name, BadInputError for a
        bad input.
        """
        place = f"{self.env.page.file.src_uri} {name}"
        self.placed[place] += 1
        # Labels need ids, and the same calculator may stand twice on a page.
        return drawn(name, quoted.as_typed(inputs), self.placed[place], shared.of(name))

    def editors(self, words: str) -> str:
        """A sign of what the editors add, `words` behind it; on paper a footnote."""
        return self.notes.sign(self.env.page.url, words)

    def shared_numbers(self) -> str:
        """A form of all shared numbers, each with the calculators that ask it."""
        used = {
            key: [view.form(place.calculator) for place in one.places]
            for key, one in shared.load().items()
        }
        return render("shared.html", shared=shared.load(), used=used)

    def wheel(self) -> str:
        """A link to the wheel; pip finds it on the page, so the page's address is enough for it."""
        [path] = [path for path in self.bundle.analysts if path.endswith(f"{wheel.PLAIN}.whl")]
        address = get_relative_url(path, self.env.page.url)
        return f'<a href="{address}"><code>{Path(path).name}</code></a>'

    def report(self) -> str:
        """The reader's report, with the tasks of all chapters, which its script shows as needed."""
        return render("report.html", chapters=self.tasked())

    def plan(self) -> str:
        """The reader's plan: the tasks of all chapters, each with its week, and his own."""
        checks = [view.form(audit["calculator"]) for audit in plan.audits()]
        audits = json.dumps(plan.audits())
        return render("plan.html", chapters=self.tasked(), audits=audits, checks=checks)

    def tasked(self) -> list[tasks.Chapter]:
        """The chapters that have tasks, with these."""
        return [*tasks.chapters(self.pages, self._expanded)]

    def self_check(self) -> str:
        """The chapter's five questions to its reader, closed; call it at column 0.

        Raises ValueError, which names the slip in `checks/<chapter>.toml`.
        """
        chapters = [page.file.name for page in self.pages if "chapter" in page.meta]
        questions = checks.load(self.env.page.file.name, chapters, self._expanded)
        return render("self_check.html", questions=questions)

    def paper(self, name: str) -> str:
        """A line that leads to a paper's files, for a paragraph of its own. Raises KeyError."""
        if name not in self._papers:
            raise KeyError(f"no paper {name!r}; there are {', '.join(self._papers)}")
        return render("paper.html", paper=self._papers[name].told, root=self._root)

    def papers(self) -> str:
        """Every paper with what it is for and its files, in the order of the chapters."""
        titled = {page.file.name: (page.meta["title"], page.url) for page in self.pages}
        told = [(titled[one.declared.chapter], one.told) for one in self._papers.values()]
        return render("papers.html", papers=told, root=self._root)

    @cached_property
    def _papers(self) -> dict[str, Paper]:
        # What papers take from chapters says its signs there, not on the page that asks first.
        signed, self.notes = self.notes, notes.Notes()
        made = papers.made(self.pages, self._expanded, self.env.conf)
        self.notes = signed
        return made

    @property
    def _root(self) -> str:
        return str(get_relative_url(".", self.env.page.url))

    def _expanded(self, text: str, numbers: dict[str, Any] | None = None) -> str:
        # Most have no macro, and to compile a template takes longer than all else here.
        if "{{" not in text and "{%" not in text:
            return text
        return str(self.env.env.from_string(text).render(numbers or {}, rubles=checks.rubles))

    def book_files(self) -> str:
        """A line that leads to the book where the site is published with it, else nothing."""
        return offered.line(self.env.conf)

    def glossary(self) -> str:
        """Every term with its meaning, in alphabetical order."""
        return render("glossary.html", terms=glossary.load())

    def diagram(self, name: str, **given: str) -> str:
        """A diagram; call it at column 0. Raises KeyError for an unknown name.

        `given` figures fill the places its words leave: ValueError names one that is missing.
        """
        return diagram(name, given)

    def chapters(self) -> str:
        """The map: every chapter with the question it answers, and how far a reader has come."""
        found = [page for page in self.pages if "chapter" in page.meta]
        tasked = {chapter.name: len(chapter.tasks) for chapter in self.tasked()}
        return render("chapters.html", chapters=found, tasked=tasked, checked=plan.asked())

    def cards(self) -> str:
        """A card for each calculator, in groups by what one decides, and a field to find them."""
        groups = cards.groups()
        chapters = {page.file.name: page.meta for page in self.pages}
        drawn = {group.key: list(cards.cards(group, chapters)) for group in groups}
        told = cards.told(sum(map(len, drawn.values())))
        return render("cards.html", groups=groups, cards=drawn, told=told)

    def sources(self, *, corrected: bool = False) -> str:
        """Every sourced figure, list and table, or those that the source had wrong."""
        entries = [e for e in sources.entries(self.pages) if e.corrected or not corrected]
        return render("sources.html", entries=entries, ids=not corrected)

    def assumptions(self) -> str:
        """The calculators' defaults that no source gives."""
        return render("assumptions.html", assumptions=sources.assumptions())

    def changes(self) -> str:
        """What was mended in the calculators, from the changelog; call it at column 0."""
        return sources.changes()

    @property
    def pages(self) -> list[Any]:
        """The pages of the navigation, in order."""
        pages: list[Any] = self.env.variables["navigation"].pages
        for page in pages:
            if not page.meta:  # MkDocs has not come to it yet
                page.read_source(self.env.conf)
        return pages
