"""The numbers among a calculator's inputs, by their paths, and inputs with one changed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from calculators.kit.declaration.declare import Calculator, declarations
from calculators.kit.declaration.fields import Number, Rows
from calculators.kit.words.labels import inside


@dataclass(frozen=True, slots=True)
class Place:
    """A number among the inputs: its path, such as `stages.0.conversion`, its field and value."""

    path: str
    field: Number
    value: Decimal

    @property
    def lowest(self) -> Decimal:
        """The least that the field admits; zero itself where only it is left out."""
        field = self.field
        return field.minimum + 1 if field.positive and field.whole else field.minimum


def places(calculator: Calculator[Any, Any], inputs: Any) -> Iterator[Place]:
    """Every number of the inputs in the form's order, those in rows included."""
    for name, field in calculator.fields.items():
        value = getattr(inputs, name)
        if isinstance(field, Number):
            yield Place(name, field, value)
        elif isinstance(field, Rows):
            for column, cell in declarations(field.row).items():
                if isinstance(cell, Number):
                    for index, row in enumerate(value):
                        yield Place(f"{name}.{index}.{column}", cell, getattr(row, column))


def named(inputs: Any, place: Place) -> str:
    """What a number is called; in a row, with the name of the row."""
    name, *rest = place.path.split(".")
    if not rest:
        return place.field.label
    row = getattr(inputs, name)[int(rest[0])]
    return f"{getattr(row, next(iter(declarations(type(row)))))}, {inside(place.field.label)}"


def changed[I](inputs: I, path: str, value: Decimal) -> I:
    """The inputs with the number at `path` replaced."""
    name, *rest = path.split(".")
    if not rest:
        return replace(inputs, **{name: value})  # type: ignore[type-var]
    index, column = int(rest[0]), rest[1]
    rows = list(getattr(inputs, name))
    rows[index] = replace(rows[index], **{column: value})
    return replace(inputs, **{name: type(getattr(inputs, name))(rows)})  # type: ignore[type-var]


def fits(calculator: Calculator[Any, Any], inputs: Any, path: str, value: Decimal) -> bool:
    """Whether the number at `path` may have this value with the other inputs as they are."""
    return not list(calculator.check(changed(inputs, path, value)))
