"""What each control of a form holds once it is read: a field's, and every cell's of its rows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from calculators.kit import ranged, typed
from calculators.kit.arithmetic import Range
from calculators.kit.declaration.declare import declarations
from calculators.kit.declaration.fields import Choice, Field, Number, Rows
from calculators.kit.read import Understood
from calculators.kit.words import formats
from calculators.kit.words.labels import inside


@dataclass(frozen=True, slots=True)
class Control:
    """A control by its path, such as `stages.0.conversion`, what it is called, and what it holds.

    `ends` are those of a range typed there.
    """

    path: str
    label: str
    field: Field
    value: Any
    ends: Range | None

    @property
    def text(self) -> str:
        """What stands in the form."""
        if not isinstance(self.field, Number):
            return str(self.value)
        if self.ends:
            return ranged.written(self.field, self.ends)
        return typed.written(self.field, self.value)

    @property
    def shown(self) -> formats.Text:
        """The same with its unit, or an option in words."""
        match self.field:
            case Number(unit=unit) if self.ends:
                return formats.Text(f"{self.text}{formats.NBSP}{unit.many}", rounded=False)
            case Number(unit=unit):
                return formats.whole(self.value, unit)
            case Choice(options=options):
                return formats.Text(options[self.value], rounded=False)
            case _:
                return formats.Text(self.value, rounded=False)


def controls(understood: Understood[Any], declared: Mapping[str, Field]) -> Iterator[Control]:
    """Every control in the form's order; a row's are called by what its first one holds."""
    for name, field in declared.items():
        value = getattr(understood.inputs, name)
        if not isinstance(field, Rows):
            yield Control(name, field.label, field, value, understood.ranges.get(name))
            continue
        for index, row in enumerate(value):
            yield from _cells(understood, field, row, index, f"{name}.{index}.")


def _cells(
    understood: Understood[Any], rows: Rows, row: Any, index: int, path: str
) -> Iterator[Control]:
    cells = declarations(rows.row)
    (name, field), *others = cells.items()
    heading = getattr(row, name)
    labels = {name: f"{field.label}, строка {index + 1}"}
    labels |= {name: f"{heading}, {inside(field.label)}" for name, field in others}
    for name, field in cells.items():
        ends = understood.ranges.get(path + name)
        yield Control(path + name, labels[name], field, getattr(row, name), ends)
