"""Labels of fields as other words name them."""

from collections.abc import Sequence
from decimal import Decimal

from calculators.kit.declaration.fields import Field, Number
from calculators.kit.declaration.units import Unit
from calculators.kit.words import formats

NUMBERS = Unit("число", "числа", "чисел", digits=0)
FIELDS = Unit("поле", "поля", "полей", digits=0)


def inside(label: str) -> str:
    """A label as it stands inside a sentence; «НДФЛ» and the like stay as they are."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def more(fields: Sequence[Field]) -> str:
    """How many fields there are beside the first ones: «Ещё 3 числа»."""
    unit = NUMBERS if all(isinstance(field, Number) for field in fields) else FIELDS
    return f"Ещё {formats.whole(Decimal(len(fields)), unit)}"


def named(fields: Sequence[Field]) -> str:
    """The labels of fields, one after another."""
    return ", ".join(inside(field.label) for field in fields)
