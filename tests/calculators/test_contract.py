"""What every calculator keeps to, whatever it computes."""

import ast
import json
import re
import sys
from dataclasses import FrozenInstanceError, fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
import vl_convert

import calculators
from calculators.kit import charts, read, registry, view
from calculators.kit.declaration.declare import Calculator
from macros.drawing import VEGA_LITE
from tests.calculators.typed import ANSWERED

PACKAGE = Path(calculators.__file__).parent
EVERY = pytest.mark.parametrize("name", registry.names())
# A letter that is neither Russian nor part of a unit or a known abbreviation.
LATIN = re.compile(r"[A-Za-z]{2,}")
ABBREVIATIONS = {"CRM", "KPI", "SEO", "CJM", "HR", "digital", "Flex", "flex"}


def texts(value: Any) -> list[str]:
    """Every string in JSON-able data, charts' specifications aside."""
    if isinstance(value, dict):
        shown = {
            k: v for k, v in value.items() if k not in {"spec", "digest", "kind", "name", "key"}
        }
        return [text for v in shown.values() for text in texts(v)]
    if isinstance(value, list):
        return [text for v in value for text in texts(v)]
    return [value] if isinstance(value, str) else []


def options(fields: list[dict[str, Any]]) -> set[str]:
    """The keys that choices hold, which a reader never sees."""
    keys = {option["key"] for field in fields for option in field.get("options", [])}
    return keys.union(*(options(field.get("columns", [])) for field in fields))


def nested(fields: dict[str, str]) -> dict[str, Any]:
    """Raw input with what each control holds, from the controls' paths."""
    raw: dict[str, Any] = {}
    for path, text in fields.items():
        match path.split("."):
            case [field]:
                raw[field] = text
            case [field, index, column]:
                rows = raw.setdefault(field, [])
                rows.extend([{}] * (int(index) + 1 - len(rows)))
                rows[int(index)] = rows[int(index)] | {column: text}
    return raw


def computed(name: str) -> tuple[Calculator[Any, Any], Any, Any]:
    calculator = registry.get(name)
    inputs = read.inputs(calculator, {})
    return calculator, inputs, calculator.compute(inputs)


def test_the_catalogue_is_the_listing_of_the_package() -> None:
    found = [f for f in PACKAGE.iterdir() if f.is_dir() or f.suffix == ".py"]
    listed = {f.stem for f in found if not f.stem.startswith("_")}
    assert set(registry.names()) == listed - {"kit"}


def test_an_unknown_calculator_is_refused_with_the_known_ones() -> None:
    with pytest.raises(KeyError, match="lost_revenue"):
        registry.get("lost_revenues")


@EVERY
def test_inputs_and_outputs_are_frozen_records(name: str) -> None:
    _, inputs, outputs = computed(name)
    for record in (inputs, outputs):
        assert is_dataclass(record)
        with pytest.raises(FrozenInstanceError):
            setattr(record, fields(record)[0].name, 1)


@EVERY
def test_every_field_says_what_it_is_and_where_its_default_comes_from(name: str) -> None:
    for field in view.form(name)["fields"]:
        assert field["label"]
        assert field["origin"] or field["kind"] in {"choice", "text"}
        assert not field["help"] or field["help"].endswith((".", "?"))


@EVERY
def test_exactly_one_output_is_the_headline(name: str) -> None:
    results = registry.get(name).results.values()
    assert [output.headline for output in results].count(True) == 1
    assert all(output.label for output in results)


@EVERY
def test_computing_twice_gives_the_same(name: str) -> None:
    calculator, inputs, outputs = computed(name)
    assert calculator.compute(inputs) == outputs
    assert view.result(name, {}) == view.result(name, {})


@EVERY
def test_typing_the_shown_defaults_changes_nothing(name: str) -> None:
    assert view.result(name, nested(view.result(name, {})["fields"])) == view.result(name, {})


@EVERY
def test_the_view_is_plain_data(name: str) -> None:
    result = view.result(name, {})
    assert json.loads(json.dumps(result)) == result
    answer = view.answer(json.dumps({"calculator": name, "raw": {}}))
    assert json.loads(answer) == result


@EVERY
def test_the_derivation_ends_in_the_shown_outputs(name: str) -> None:
    result = view.result(name, ANSWERED.get(name, {}))
    outputs = [result["headline"], *result["outputs"]]
    outcomes = {step["formula"].rpartition("= ")[2].rpartition("≈ ")[2] for step in result["steps"]}
    assert outcomes
    assert outcomes & {output["text"] for output in outputs}


@EVERY
def test_what_a_reader_sees_is_russian(name: str) -> None:
    shown = view.form(name)
    words = texts([shown["title"], shown["question"], shown["fields"], view.result(name, {})])
    names = {name, *registry.get(name).fields, *registry.get(name).results}
    names |= options(shown["fields"])
    foreign = {w for text in words for w in LATIN.findall(text) if text not in names}
    assert foreign <= ABBREVIATIONS


@EVERY
def test_the_chapter_of_the_calculator_calls_it(name: str) -> None:
    chapter = Path("docs") / f"{registry.get(name).chapter}.md"
    assert f'{{{{ calculator("{name}"' in chapter.read_text("utf-8")


CHARTED = pytest.mark.parametrize(
    "name", [name for name in registry.names() if view.result(name, {})["chart"]]
)


@CHARTED
def test_the_chart_has_a_finding_and_compiles(name: str) -> None:
    chart = view.result(name, {})["chart"]
    assert len(chart["finding"]) > 20
    vl_convert.vegalite_to_vega(json.loads(chart["spec"]) | {"width": 320}, vl_version=VEGA_LITE)


@CHARTED
def test_the_chart_takes_every_colour_from_the_page(name: str) -> None:
    spec = view.result(name, {})["chart"]["spec"]
    assert charts.MUTED in spec
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgb\(", spec)


@pytest.mark.parametrize(
    "file", sorted(PACKAGE.rglob("*.py")), ids=lambda f: f.relative_to(PACKAGE).as_posix()
)
def test_calculators_import_the_standard_library_the_kit_and_themselves_alone(file: Path) -> None:
    imported = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            imported |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            imported.add(node.module or "")
    foreign = {m for m in imported if m.partition(".")[0] not in sys.stdlib_module_names}
    itself = f"calculators.{file.parent.name}"
    assert all(m == "calculators" or m.startswith(("calculators.kit", itself)) for m in foreign)


@pytest.mark.parametrize("file", sorted((PACKAGE / "kit").rglob("*.py")), ids=lambda f: f.stem)
def test_the_kit_names_no_calculator_and_holds_no_markup(file: Path) -> None:
    source = file.read_text("utf-8")
    assert not [name for name in registry.names() if re.search(rf"\b{name}\b", source)]
    assert not re.search(r"</?(p|div|span|li|b|strong|a)\b", source)
