"""A calculator whose answers change says so by its version: links made before tell of it."""

import hashlib
import json
from decimal import Decimal
from pathlib import Path

import pytest

from calculators.kit import plainjson, registry, typed, view
from calculators.kit.declaration.fields import Number

KNOWN = Path(__file__).with_name("versions.json")


def digest(name: str) -> str:
    """A digest of the answers to the defaults, the presets, and each number halved."""
    asked = [{}, *(dict(preset.raw) for preset in registry.get(name).presets.values())]
    for key, field in registry.get(name).fields.items():
        if isinstance(field, Number):
            half = typed.Exact(plainjson.dumps(field.default.value / 2))
            if "errors" not in view.result(name, {key: half}):
                asked.append({key: half})
    answers = [view.numbers(name, raw)["outputs"] for raw in asked]
    rounded = json.dumps(answers, default=lambda value: str(round(Decimal(value), 9)))
    return hashlib.sha256(rounded.encode()).hexdigest()[:16]


@pytest.mark.parametrize("name", registry.names())
def test_answers_that_change_have_a_version_of_their_own(name: str) -> None:
    known = json.loads(KNOWN.read_text("utf-8"))
    version = registry.get(name).version
    now = {"version": version, "digest": digest(name)}
    assert name in known, f"{name} is new: write {json.dumps(now)} under {name} into {KNOWN.name}"
    raised = now | {"version": version + 1}
    assert known[name] == now, (
        f"{name} answers otherwise than its version {version} did: raise it to {version + 1} and "
        f"write {json.dumps(raised)} into {KNOWN.name}"
    )
