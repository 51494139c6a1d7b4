"""What a reader takes away, by names and raw strings: the door beside `calculators.kit.view`.

Nothing that a start needs imports it: it comes to the browser when something is taken away.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from calculators.kit import read, registry
from calculators.kit.arithmetic import exact
from calculators.kit.decision.door import variants_table
from calculators.kit.takeaway import files, script
from calculators.kit.takeaway.plan import plan as plan
from calculators.kit.takeaway.report import report as report
from calculators.kit.takeaway.symbols import UnfollowedError


@exact
def file(
    name: str,
    raw: read.Raw,
    kind: str,
    number: int = 0,
    named: Sequence[Mapping[str, Any]] = (),
    archive: str = "",
) -> dict[str, Any]:
    """A file to take away: `{"name", "type"}` and what is in it, as JSON-able data.

    `kind` is a kind of `files.KINDS`, `number` which of the tables from 0; with variants `named`,
    `{"name", "raw"}` each, their table; of kind `py`, lines that take the calculators from
    `archive`. Bad input gives `{"errors": {field: message}}`. Raises KeyError or IndexError for
    what is not there, UnfollowedError for numbers whose formulas are longer than a workbook takes.
    """
    calculator = registry.get(name)
    if named:
        return files.variants(name, variants_table(name, named))
    try:
        inputs = read.inputs(calculator, raw)
    except read.BadInputError as bad:
        return {"errors": bad.errors}
    if kind == "py":
        return {"name": f"{name}.py", "type": script.TYPE,
                "text": script.text(name, calculator, raw, archive)}  # fmt: skip
    i, o = calculator.shown(inputs)
    return files.KINDS[kind](name, calculator, i, o, number)


def answer(question: str) -> str:
    """The worker's door: JSON `{"calculator", "raw", "file"}` in, the JSON of `file` out.

    With `"report"` in the question, the JSON of `report`; with `"plan"`, that of `plan`.
    `{"unfollowed": true}` where there are no formulas for these numbers: the worker goes on.
    """
    asked = json.loads(question)
    if "report" in asked:
        made = report(asked["report"])
    elif "plan" in asked:
        made = plan(asked["plan"])
    else:
        try:
            made = file(asked["calculator"], asked["raw"], **asked["file"])
        except UnfollowedError:
            made = {"unfollowed": True}
    return json.dumps(made, ensure_ascii=False)
