"""What every chart keeps to, for the defaults, the presets and every accepted case."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import jsonschema_rs
import pytest

from calculators.kit import registry, view
from tests import case_files

ROOT = Path(__file__).parent.parent.parent
SCHEMA = ROOT / "node_modules/vega-lite/build/vega-lite-schema.json"
TYPED = [
    *((name, "по умолчанию", {}) for name in registry.names()),
    *(
        (name, key, dict(preset.raw))
        for name in registry.names()
        for key, preset in registry.get(name).presets.items()
    ),
    *((case.calculator, case.case, case.given) for case in case_files.load_all() if case.expect),
]
EVERY = pytest.mark.parametrize(
    ("name", "raw"), [(name, raw) for name, _, raw in TYPED], ids=[f"{n}: {c}" for n, c, _ in TYPED]
)


@cache
def schema() -> jsonschema_rs.Validator:
    def address(node: dict[str, Any]) -> dict[str, Any]:
        # The schema's own references have angle brackets, which are none of an address.
        return node | {"$ref": quote(node["$ref"], "#/")} if "$ref" in node else node

    return jsonschema_rs.validator_for(json.loads(SCHEMA.read_text("utf-8"), object_hook=address))


def drawn(name: str, raw: dict[str, Any]) -> dict[str, Any]:
    """The specification of a chart; with no layers where a calculator draws none."""
    chart = view.result(name, raw)["chart"]
    return json.loads(chart["spec"]) if chart else {"layer": []}


def channels(spec: dict[str, Any]) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Each channel that reads a field, with the rows that it reads."""
    for layer in spec["layer"]:
        for channel in layer["encoding"].values():
            if "field" in channel:
                yield channel, layer["data"]["values"]


@EVERY
def test_a_chart_is_what_vega_lite_admits(name: str, raw: dict[str, Any]) -> None:
    spec = drawn(name, raw)
    if spec["layer"]:
        # Vega draws no background for none, which its schema does not know.
        assert spec["config"]["background"] is None
        spec |= {"config": spec["config"] | {"background": "transparent"}}
        assert not [error.message for error in schema().iter_errors(spec)]


@EVERY
def test_a_chart_reads_fields_that_its_rows_have(name: str, raw: dict[str, Any]) -> None:
    for channel, rows in channels(drawn(name, raw)):
        assert rows
        assert all(row[channel["field"]] is not None for row in rows)


@EVERY
def test_everything_drawn_is_within_its_axis(name: str, raw: dict[str, Any]) -> None:
    for channel, rows in channels(drawn(name, raw)):
        if channel.get("type") == "quantitative":
            low, high = sorted(channel["scale"]["domain"])
            assert low < high
            assert all(low <= row[channel["field"]] <= high for row in rows)
