"""What one calculator says in a report: its answer, and what that was computed from."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from calculators.kit import read, registry, view
from calculators.kit.arithmetic import exact
from calculators.kit.controls import Control, controls
from calculators.kit.decision import cases
from calculators.kit.decision.spread import spread
from calculators.kit.decision.work import done
from calculators.kit.declaration.declare import Calculator, declarations
from calculators.kit.declaration.fields import Rows
from calculators.kit.read import Understood
from calculators.kit.words.labels import inside

GONE = "Такого калькулятора в плейбуке больше нет. То, что вы вписали, осталось здесь."
WRONG = "С этими числами не посчитать: откройте калькулятор, поправьте их и добавьте ещё раз."
NO_FIELD = "такого поля больше нет."
CHANGED = "С тех пор формула изменилась, и ответ мог стать другим."

type Shown = dict[str, Any]
type Line = dict[str, str]
"""What was asked, the `label`, and what was answered, the `text`."""


@exact
def entry(name: str, version: str, raw: read.Raw) -> Shown:
    """What a report shows of a calculator for what was typed when it had that version.

    What there is none of is an empty list. What cannot be computed with is shown as it was typed,
    and `wrong` says why; so is what a calculator that is no more was asked.
    """
    if name not in registry.names():
        return _shown(name, "", "calculators") | {
            "wrong": _texts(GONE),
            "typed": [*_typed(raw, {})],
        }
    calculator = registry.get(name)
    shown = _shown(calculator.title, calculator.question, calculator.chapter)
    try:
        understood = read.understood(calculator, raw)
    except read.BadInputError as bad:
        labels = {key: field.label for key, field in calculator.fields.items()}
        told = _wrong(calculator, bad.errors)
        return shown | {"wrong": _texts(WRONG, *told), "typed": [*_typed(raw, labels)]}
    result = view.result(name, raw)
    found = done(spread(calculator, understood.inputs, understood.ranges))
    page = cases.page(calculator, found) if found else cases.NOTHING
    own, rest = inputs(calculator, understood)
    return shown | {
        "answer": [{"label": result["headline"]["label"], "text": result["headline"]["text"]}],
        "spread": _texts(page["range"], page["counting"]),
        "wrong": _texts(CHANGED if version != str(calculator.version) else ""),
        "typed": own,
        "rest": _texts(rest),
        "charts": [result["chart"]] if result["chart"] else [],
        "caution": _texts(result["reading"]["caution"]),
    }


def _shown(title: str, question: str, chapter: str) -> Shown:
    empty: Shown = {key: [] for key in ("answer", "spread", "wrong", "typed", "rest", "charts")}
    words = {"title": title, "question": question or title, "chapter": chapter}
    return empty | words | {"caution": []}


def _texts(*texts: str) -> list[dict[str, str]]:
    return [{"text": text} for text in texts if text]


def inputs(calculator: Calculator[Any, Any], it: Understood[Any]) -> tuple[list[Line], str]:
    """What differs from the calculator's example, a line each, and all the rest in a sentence.

    A row is one line, called by what its first cell holds. What changes nothing is left out.
    """
    example = read.understood(calculator, {})
    idle = [*calculator.idle(it.inputs)]
    own: list[Line] = []
    rest: list[str] = []
    for name, field in calculator.fields.items():
        held, given = ([*controls(one, {name: field})] for one in (it, example))
        rows = isinstance(field, Rows)
        lines = [*(_rows(held) if rows else _line(field.label, held[0].shown))]
        if name in idle:
            continue
        if [(one.path, one.text) for one in held] != [(one.path, one.text) for one in given]:
            own += lines
        else:
            rest += (
                _told(line["label"] if rows else inside(line["label"]), line) for line in lines
            )
    return own, f"{'Остальное' if own else 'Всё'} как в примере: {'; '.join(rest)}." if rest else ""


def _told(label: str, line: Line) -> str:
    return f"{label} — {' '.join(line['text'].splitlines())}"


def _line(label: str, text: str) -> Iterator[Line]:
    if text:
        yield {"label": label, "text": str(text)}


def _rows(held: Sequence[Control]) -> Iterator[Line]:
    # Cells are called «Лид, конверсия», by their row, whose name is the first cell.
    rows: dict[str, list[Control]] = {}
    for one in held:
        rows.setdefault(one.path.rpartition(".")[0], []).append(one)
    for heading, *cells in rows.values():
        name = f"{heading.shown}, "
        told = (f"{cell.label.removeprefix(name)} {cell.shown}" for cell in cells if cell.shown)
        yield {"label": str(heading.shown), "text": ", ".join(told)}


def _wrong(calculator: Calculator[Any, Any], errors: Mapping[str, str]) -> Iterator[str]:
    for path, error in errors.items():
        name, *cell = path.split(".")
        field = calculator.fields.get(name)
        if field is None:
            yield f"{path}: {NO_FIELD}"
        elif not cell or not isinstance(field, Rows):
            yield f"{field.label}: {error}"
        elif not cell[0].isdecimal():
            yield f"{path}: {NO_FIELD}"
        else:
            known = cell[-1] in declarations(field.row)
            yield f"{field.label}, строка {int(cell[0]) + 1}: {error if known else NO_FIELD}"


def _typed(raw: read.Raw, labels: Mapping[str, str]) -> Iterator[Line]:
    for name, given in raw.items() if isinstance(raw, Mapping) else [("", raw)]:
        rows = given if isinstance(given, list) else [given]
        yield from _line(labels.get(name, name), "\n".join(filter(None, map(_words, rows))))


def _words(given: Any) -> str:
    # What was typed into a field, or into a row in one line; what nobody can type is not there.
    cells = given.values() if isinstance(given, Mapping) else [given]
    return ", ".join(filter(None, (one.strip() for one in cells if isinstance(one, str))))
