"""Questions to every door, as the page asks them: typed, linked, kept, or out of a file."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from random import Random
from typing import Any

from calculators.kit import registry
from calculators.kit.takeaway import files
from macros import plan, shared
from tests.fuzz import forms, hostile

type Case = Mapping[str, Any]
"""A `door`, the `question` asked there, spelled, and paths known to be `wrong`, if any is."""

PLACES = {
    key: [f"{place.calculator}.{place.field}" for place in number.places]
    for key, number in shared.load().items()
}
QUOTED = ["value", "cjm_uplift", "average_check", {}]
QUOTES: list[list[Any]] = [
    ["value", "lost_revenue", "lost_revenue_year", {}],
    ["value", "cjm_uplift", "stages.0.name", {"reach": 9000}],
    ["said", "hiring_cost", "turning", {"salary": {"unless_own": 100_000}}],
    ["said", "account_plan", "meaning", {}],
    ["lever", "account_plan", "average_check", "higher", {}],
    ["turn", "account_plan", "margin", {}],
    ["spread", "account_plan", {"margin": {"unless_own": "26–34"}}],
    ["value", "daily_plan", "needed_per_day", {"average_check": {"quote": QUOTED}}],
]  # fmt: skip


def drawn(seed: str, first: int, end: int) -> Iterator[Case]:
    """The questions of a seed from one number to another."""
    for number in range(first, end):
        yield question(Random(f"{seed}:{number}"))


def question(rng: Random) -> Case:
    """Any question; those that are answered at each press of a key are asked most."""
    kind: str = rng.choices([*KINDS], [weight for weight, _ in KINDS.values()])[0]
    return KINDS[kind][1](rng)


def _name(rng: Random) -> str:
    return rng.choice(registry.names())


def _answer(rng: Random) -> Case:
    name = _name(rng)
    raw, wrong = forms.form(rng, name)
    return {"door": "answer", "question": {"calculator": name, "raw": raw}, "wrong": wrong}


def _decide(rng: Random, **more: Any) -> Case:
    name = _name(rng)
    raw, _ = forms.form(rng, name)
    return {"door": "decide", "question": {"calculator": name, "raw": raw, **more}}


def _sought(rng: Random) -> Case:
    name = _name(rng)
    calculator = registry.get(name)
    labels = [one.label for one in (*calculator.results.values(), *calculator.fields.values())]
    asked = {
        "output": rng.choice([*labels, hostile.short(rng)]),
        "target": hostile.text(rng),
        "input": rng.choice([*labels, hostile.short(rng)]),
    }
    raw, _ = forms.form(rng, name)
    return {"door": "decide", "question": {"calculator": name, "raw": raw, "seek": asked}}


def _seek(rng: Random) -> Case:
    name = _name(rng)
    calculator = registry.get(name)
    keys = [*calculator.results, *calculator.fields]
    asked = {
        "output": rng.choice([*keys, hostile.short(rng)]),
        "target": hostile.text(rng),
        "path": rng.choice([*keys, hostile.short(rng)]),
    }
    return {"door": "seek", "question": {"name": name, "raw": forms.form(rng, name)[0], **asked}}


def _named(rng: Random, name: str, least: int = 0) -> list[Any]:
    count = rng.randrange(least, 5)
    return [{"name": hostile.text(rng), "raw": forms.form(rng, name)[0]} for _ in range(count)]


def _variants(rng: Random) -> Case:
    name = _name(rng)
    return {
        "door": "decide",
        "question": {"calculator": name, "raw": {}, "variants": _named(rng, name)},
    }


def _quotes(rng: Random) -> Case:
    keys = [*PLACES, *hostile.NAMES]
    numbers = {rng.choice(keys): hostile.text(rng) for _ in range(rng.randrange(6))}
    asked = {"quotes": rng.sample(QUOTES, 2), "numbers": numbers, "places": PLACES}
    return {"door": "decide", "question": {"calculator": "", "raw": {}, **asked}}


@cache
def offered(name: str) -> list[list[str]]:
    """The kinds of files that the page offers of a calculator, but for what it copies itself."""
    found = files.offered(name, registry.get(name)).values()
    return [[kind for kind in kinds if kind in files.KINDS] for kinds in found]


def _file(rng: Random) -> Case:
    name = _name(rng)
    kinds = [kind for kinds in offered(name) for kind in kinds]
    wanted = {
        "kind": rng.choice([*kinds, "py"]),
        "number": rng.choice([0, 0, 0, 1, 7]),
        "named": [],
    }
    if rng.random() < 0.3:
        wanted |= {"kind": "csv", "named": _named(rng, name, 1)}
    asked = {
        "calculator": name,
        "raw": forms.form(rng, name)[0],
        "file": wanted | {"archive": "a.whl"},
    }
    return {"door": "take", "question": asked}


def _entry(rng: Random) -> Any:
    name = _name(rng)
    raw, _ = forms.form(rng, name)
    known = rng.random() < 0.9
    return {
        "calculator": name if known else hostile.short(rng),
        "version": rng.choice(["1", "2", hostile.short(rng)]),
        "raw": raw,
        "note": rng.choice(["", hostile.text(rng)]),
    }


def _report(rng: Random) -> Case:
    asked = {
        "title": hostile.text(rng),
        "date": "26 ноября 2026 г.",
        "entries": [_entry(rng) for _ in range(rng.randrange(4))],
        "tasks": [{"chapter": "Глава", "text": hostile.text(rng), "done": True}],
    }
    kind = rng.choice(["", "md", "docx"])
    return {"door": "take", "question": {"report": asked | ({"file": kind} if kind else {})}}


def _plan(rng: Random) -> Case:
    chapters = list(dict.fromkeys(registry.get(name).chapter for name in registry.names()))
    audits = [
        it | {"raw": forms.form(rng, it["calculator"])[0], "beside": None} for it in plan.audits()
    ]
    return {"door": "take", "question": {"plan": {"chapters": chapters, "audits": audits}}}


def _planned(rng: Random) -> Case:
    tasks = [
        {
            "id": "#own-1",
            "url": "https://example.org/plan/#own-1",
            "text": hostile.text(rng),
            "chapter": rng.choice(["", "Глава"]),
            "done": rng.choice([True, False]),
            "week": rng.choice(["", "2026-11-30"]),
            "span": rng.choice(["", "30 ноября — 6 декабря"]),
        }
        for _ in range(rng.randrange(4))
    ]
    groups = [{"title": "на этой неделе", "tasks": tasks}]
    kind = rng.choice(["md", "docx", "ics"])
    return {"door": "take", "question": {"plan": {"file": kind, "date": "", "groups": groups}}}


KINDS: dict[str, tuple[float, Callable[[Random], Case]]] = {
    "answer": (90, _answer),
    "decide": (0.7, _decide),
    "sought": (0.7, _sought),
    "seek": (0.7, _seek),
    "variants": (2, _variants),
    "quotes": (0.3, _quotes),
    "file": (1.5, _file),
    "report": (2, _report),
    "plan": (1, _plan),
    "planned": (1, _planned),
}
"""What is asked, and how often: what looks at hundreds of answers is asked seldom."""
