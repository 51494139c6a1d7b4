"""What a question for another answer may be about, how it is read, and what is said of it."""

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any

from calculators.kit import typed
from calculators.kit.decision.numbers import fits, named, places
from calculators.kit.decision.seek import Sought, outcome, reaches, seek
from calculators.kit.decision.work import Work
from calculators.kit.declaration.declare import Calculator, Output, shown
from calculators.kit.declaration.fields import Number, assumed
from calculators.kit.declaration.units import Unit
from calculators.kit.words import formats

NOTHING = {"path": "", "text": ""}
"""Where there is nothing to put into the form."""
LARGEST = Decimal(10) ** 24


def outputs(calculator: Calculator[Any, Any], inputs: Any) -> Iterator[tuple[str, Output, Unit]]:
    """The outputs that may be sought: numbers, the measure first."""
    found = calculator.compute(inputs)
    names = sorted(calculator.results, key=lambda name: name != calculator.measured)
    for name in names:
        output, value = calculator.results[name], getattr(found, name)
        never = value is None and name == calculator.measured
        if output.unit and (isinstance(value, Decimal) or never):
            yield name, output, output.unit


def choices(calculator: Calculator[Any, Any], inputs: Any) -> dict[str, list[dict[str, str]]]:
    """The labels that a page offers: of the outputs, and of the numbers to vary."""
    varied = [named(inputs, place) for place in places(calculator, inputs)]
    sought = [output.label for _, output, _ in outputs(calculator, inputs)]
    return {
        "outputs": [{"text": label} for label in dict.fromkeys(sought)],
        "inputs": [{"text": label} for label in dict.fromkeys(varied)],
    }


def asked(
    calculator: Calculator[Any, Any], inputs: Any, output: str, target: str, path: str
) -> Work[Sought]:
    """Seek what is asked by names. Raises KeyError for an unknown one, ValueError for a target."""
    units = {name: unit for name, _, unit in outputs(calculator, inputs)}
    if output not in units:
        raise KeyError(f"нет числа «{output}» в ответе; есть: {', '.join(units)}")
    varied = {place.path: place for place in places(calculator, inputs)}
    if path not in varied:
        raise KeyError(f"нет поля для числа «{path}»; есть: {', '.join(varied)}")
    label = calculator.results[output].label
    field = Number(label, units[output], assumed(0, ""), "", -LARGEST, LARGEST)
    number = typed.number(field, target).value
    return (yield from seek(calculator, inputs, output, number, varied[path]))


def page(
    calculator: Calculator[Any, Any], inputs: Any, *, output: str, target: str, input: str
) -> Work[dict[str, str]]:
    """What a page says to labels of its own, and the `path` and `text` to put into the form."""
    names = {found.label: name for name, found, _ in outputs(calculator, inputs)}
    paths = {named(inputs, place): place.path for place in places(calculator, inputs)}
    if output not in names or input not in paths:
        return NOTHING | {"sentence": "Такого числа в ответе сейчас нет. Выберите другое."}
    try:
        it = yield from asked(calculator, inputs, names[output], target, paths[input])
    except ValueError as error:
        return NOTHING | {"sentence": str(error)}
    text = typed.written(it.place.field, needed(calculator, inputs, it))
    moved = {"path": it.place.path, "text": text} if it.reached else NOTHING
    return moved | {"sentence": sentence(calculator, inputs, it)}


def numbers(it: Sought) -> dict[str, Any]:
    """What was sought at full precision; no value where nothing reaches the target."""
    return {
        "output": it.output,
        "target": it.target,
        "input": it.place.path,
        "value": it.value if it.reached else None,
        "reached": it.reached,
        "gets": it.gets,
    }


def sentence(calculator: Calculator[Any, Any], inputs: Any, it: Sought) -> str:
    """What was found, in words."""
    output, unit = calculator.results[it.output], it.place.field.unit
    label = f"«{named(inputs, it.place)}»"
    now, gets = formats.whole(it.place.value, unit), shown(it.gets, output)
    if it.reached and it.value == it.place.value:
        return typed.ended(f"Так и есть: «{output.label}» — {gets}")
    if it.reached:
        value = formats.whole(needed(calculator, inputs, it), unit)
        return typed.ended(f"{label}: нужно {value}, сейчас {now}")
    where = "как сейчас" if it.value == it.place.value else formats.whole(it.value, unit)
    return typed.ended(
        f"{label}: одним этим числом столько не получить. Ближе всего {gets} — {where}"
    )


def needed(calculator: Calculator[Any, Any], inputs: Any, it: Sought) -> Decimal:
    """The value in three digits, rounded to where it reaches the target still; or exactly."""
    if it.place.field.whole or it.value == it.place.value:
        return it.value
    away = ROUND_CEILING if it.value > it.place.value else ROUND_FLOOR
    rounded = it.value.quantize(Decimal(1).scaleb(it.value.adjusted() - 2), away)
    if not fits(calculator, inputs, it.place.path, rounded):
        return it.value
    gets = outcome(calculator, inputs, it.output, it.place.path, rounded)
    return rounded if reaches(gets, it.target, falls=it.falls) else it.value
