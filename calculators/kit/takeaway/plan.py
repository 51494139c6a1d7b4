"""A reader's plan: which chapters' tasks come first by his own checks, and files of all tasks."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from calculators.kit import read, registry
from calculators.kit.arithmetic import exact
from calculators.kit.takeaway import files, markdown

TITLE, EMPTY = "Мой план", "Дел пока нет."
CALENDAR = "text/calendar;charset=utf-8"
FIRST = "Сначала то, что показала ваша проверка: {}. Остальные главы — по порядку."
CHOICE = "Какая глава с чем помогает, предложила редакция."
NOTHING = "Ваша проверка не нашла, с чего начать раньше: главы стоят по порядку."
WRONG = (
    "Ответы вашей проверки не прочитались: главы стоят по порядку. Откройте её и ответьте снова."
)

type Asked = Mapping[str, Any]


def plan(asked: Asked) -> dict[str, Any]:
    """The order of a plan, or, with a `"file"`, `"md"`, `"docx"` or `"ics"`, that file.

    The order is of `{"chapters": [name], "audits": [{"calculator", "raw", "found", "helps"}]}`,
    those checks that a reader has answered: `found` names the outputs that hold findings, `helps`
    the chapters for each. The file is of `{"date", "groups": [{"title", "tasks"}]}`, of each task
    `"id"`, `"text"`, `"done"`, `"week"`, its Monday or nothing, `"span"`, the week in words,
    `"chapter"` and `"url"`.
    """
    if kind := asked.get("file"):
        groups = [*_written(asked["groups"])]
        return _calendar(groups) if kind == "ics" else _document(kind, asked["date"], groups)
    return order(asked["chapters"], asked["audits"])


def order(chapters: Sequence[str], audits: Sequence[Asked]) -> dict[str, Any]:
    """`{"order": [chapter], "why", "reasons": {chapter: text}}`: what the checks found first.

    Among the chapters that help, those come first that are best for a finding, the first finding
    of each check before the second of any. What cannot be read is said and orders nothing.
    """
    ranks: dict[str, tuple[int, int, int]] = {}
    reasons: dict[str, dict[str, list[str]]] = {}
    wrong = False
    for number, audit in enumerate(audits):
        try:
            found = [*findings(audit)]
        except (read.BadInputError, KeyError):
            wrong = True
            continue
        title = registry.get(audit["calculator"]).title
        for position, (key, words) in enumerate(found):
            for rank, chapter in enumerate(audit["helps"].get(key, [])):
                if chapter in chapters:
                    here = (rank, position, number)
                    ranks[chapter] = min(here, ranks.get(chapter, here))
                    reasons.setdefault(chapter, {}).setdefault(title, []).append(words)
    led = sorted(ranks, key=lambda chapter: ranks[chapter])
    titles = [f"«{title}»" for title in dict.fromkeys(t for c in led for t in reasons[c])]
    why = f"{FIRST.format(', '.join(titles))} {CHOICE}" if led else WRONG if wrong else NOTHING
    return {
        "order": [*led, *(chapter for chapter in chapters if chapter not in ranks)],
        "why": why,
        "reasons": {chapter: _reason(reasons.get(chapter, {})) for chapter in chapters},
    }


@exact
def findings(audit: Asked) -> Iterator[tuple[str, str]]:
    """What a check has found, by key and in words, the first to mend first.

    Raises BadInputError for answers that it does not know, KeyError for another check.
    """
    calculator = registry.get(audit["calculator"])
    outputs = calculator.compute(read.inputs(calculator, audit["raw"]))
    told: set[str] = set()
    for name in audit["found"]:
        held = getattr(outputs, name) or ()
        for key in (held,) if isinstance(held, str) else held:
            if key not in told:
                told.add(key)
                yield key, calculator.results[name].words[key]


def _reason(found: Mapping[str, Sequence[str]]) -> str:
    told = {title: ", ".join(f"«{one}»" for one in words) for title, words in found.items()}
    return " ".join(f"{title}: {words}." for title, words in told.items())


def _written(groups: Sequence[Asked]) -> Iterator[Asked]:
    # A task is a line, as its reader may not have written it; one without words is none yet.
    for group in groups:
        lines = (
            (task, " ".join(read.UNSEEN.sub("", task["text"]).split())) for task in group["tasks"]
        )
        if tasks := [{**task, "text": line} for task, line in lines if line]:
            yield {**group, "tasks": tasks}


def _document(kind: str, date: str, groups: Sequence[Asked]) -> files.Made:
    blocks = [*_blocks(date, groups)]
    if kind == "docx":
        return {"name": "plan.docx", "type": files.WORD, "title": TITLE, "blocks": blocks}
    return {"name": "plan.md", "type": files.MARKDOWN, "text": markdown.text(blocks)}


def _blocks(date: str, groups: Sequence[Asked]) -> Iterator[dict[str, Any]]:
    yield {"style": "heading", "level": 1, "text": TITLE}
    yield {"style": "text", "level": 0, "text": date}
    if not groups:
        yield {"style": "text", "level": 0, "text": EMPTY}
    for group in groups:
        title = group["title"]
        yield {"style": "heading", "level": 2, "text": title[:1].upper() + title[1:]}
        for task in group["tasks"]:
            # A group may be a week's own.
            week = f" ({task['span']})" if task["span"] and task["span"] not in title else ""
            style = "done" if task["done"] else "task"
            yield {"style": style, "level": 0, "text": task["text"] + week}


def _calendar(groups: Sequence[Asked]) -> files.Made:
    # What is done needs no day; phones import events, few of them tasks.
    events = [
        {
            "id": task["id"],
            "day": task["week"],
            "summary": task["text"],
            "description": f"{task['chapter']}. {task['span']}".lstrip(". "),
            "url": task["url"],
        }
        for group in groups
        for task in group["tasks"]
        if task["week"] and not task["done"]
    ]
    return {"name": "plan.ics", "type": CALENDAR, "title": TITLE, "events": events}
