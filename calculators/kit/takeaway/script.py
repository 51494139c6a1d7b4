"""A calculation as four lines of Python, which print what the page shows."""

from typing import Any

from calculators.kit import read
from calculators.kit.controls import controls
from calculators.kit.declaration.declare import Calculator, declarations
from calculators.kit.declaration.fields import Field, Number, Rows

TYPE = "text/x-python;charset=utf-8"
# Nothing has to be installed: Python imports from the archive as it is.
LINES = """\
import sys, urllib.request
sys.path.insert(0, urllib.request.urlretrieve({archive!r})[0])
from calculators.kit import view
print(view.result({name!r}, {raw!r})["headline"]["text"])
"""


def text(name: str, calculator: Calculator[Any, Any], raw: read.Raw, archive: str) -> str:
    """The lines for input that can be read; `archive` is where the calculators are kept."""
    return LINES.format(archive=archive, name=name, raw=changed(calculator, raw))


def changed(calculator: Calculator[Any, Any], raw: read.Raw) -> dict[str, Any]:
    """What differs from the form's defaults, as it was typed; rows differ as a whole."""
    defaults = _form(calculator)
    told = {name: _plain(calculator.fields[name], given) for name, given in raw.items()}
    return {name: value for name, value in told.items() if value != defaults[name]}


def _form(calculator: Calculator[Any, Any]) -> dict[str, Any]:
    """What stands in the form by default."""
    form: dict[str, Any] = {}
    for control in controls(read.understood(calculator, {}), calculator.fields):
        name, *cell = control.path.split(".")
        if not cell:
            form[name] = _plain(control.field, control.text)
            continue
        rows = form.setdefault(name, [])
        if int(cell[0]) == len(rows):
            rows.append({})
        rows[-1][cell[1]] = _plain(control.field, control.text)
    return form


def _plain(field: Field, given: Any) -> Any:
    """The same without the no-break spaces that a form groups digits with."""
    match field, given:
        case Rows(row=row), list():
            columns = declarations(row)
            return [{key: _plain(columns[key], cell) for key, cell in one.items()} for one in given]
        case Number(), str():
            return " ".join(given.split())
        case _:
            return given
