"""The shape of `--json`, which programs may rely on."""

import io
import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from calculators.__main__ import main
from calculators.kit import registry, view
from calculators.kit.declaration.fields import Choice, Number, Rows

EVERY = pytest.mark.parametrize("name", registry.names())

type Ask = Callable[..., tuple[int, str, str]]


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Run `--json` with `inputs` on standard input: exit status, output, errors."""

    def ask(*arguments: str, inputs: Any = None) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(inputs or {})))
        return main([*arguments, "--json", "--input", "-"]), *capsys.readouterr()

    return ask


def answer(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text, parse_float=Decimal)
    return found


@EVERY
def test_an_answer_is_a_name_inputs_and_outputs_in_the_declared_order(name: str, ask: Ask) -> None:
    status, out, err = ask(name)
    assert (status, err) == (0, "")
    found, calculator = answer(out), registry.get(name)
    assert list(found) == ["calculator", "inputs", "outputs"]
    assert found["calculator"] == name
    assert list(found["inputs"]) == list(calculator.fields)
    assert list(found["outputs"]) == list(calculator.results)


@EVERY
def test_the_inputs_of_an_answer_give_the_same_answer_byte_for_byte(name: str, ask: Ask) -> None:
    for preset in [[], *(["--preset", key] for key in registry.get(name).presets)]:
        _, first, _ = ask(name, *preset)
        status, again, err = ask(name, inputs=json.loads(first)["inputs"])
        assert (status, again, err) == (0, first, "")


def test_rows_are_lists_of_objects_and_growth_from_nothing_is_null(ask: Ask) -> None:
    stages = [
        {"name": "А", "conversion": 10, "uplift": "2,5"},
        {"name": "Б", "conversion": 0, "uplift": "50 п. п."},
    ]
    _, out, _ = ask("cjm_uplift", inputs={"stages": stages, "average_check": "2 тыс. ₽"})
    # 10 000 × 10 % = 1000, × 0 % = 0; 10 000 × 12,5 % = 1250, × 50 % = 625; 12,5 ÷ 10 = 1,25
    assert answer(out) == {
        "calculator": "cjm_uplift",
        "inputs": {
            "reach": 10_000,
            "stages": [
                {"name": "А", "conversion": 10, "uplift": Decimal("2.5")},
                {"name": "Б", "conversion": 0, "uplift": 50},
            ],
            "average_check": 2000,
        },
        "outputs": {
            "growth": None,
            "added_results": 625,
            "added_revenue": 1_250_000,
            "conversion_before": 0,
            "conversion_after": Decimal("6.25"),
            "best_stage": "Б",
            "before": [1000, 0],
            "after": [1250, 625],
            "stage_growth": [Decimal("1.25"), None],
        },
    }


def test_a_range_is_its_low_and_its_high(ask: Ask) -> None:
    _, out, _ = ask("career_path", "step=rop", "years=3,5")
    # The whole path takes 6–10 years: 6 − 3,5 and 10 − 3,5; to an experienced one 3–6 more.
    outputs = answer(out)["outputs"]
    assert outputs["years_left"] == [Decimal("2.5"), Decimal("6.5")]
    assert outputs["years_to_experienced"] == [Decimal("5.5"), Decimal("12.5")]


def test_choices_are_keys_and_yes_or_no_is_a_boolean(ask: Ask) -> None:
    _, out, _ = ask("audit_check", "channels=Да")
    found = answer(out)
    assert found["inputs"]["channels"] == "yes"
    assert found["outputs"]["ready_for_scripts"] is False
    assert found["outputs"]["first_to_fix"] == "lead_quality"


def refused(name: str) -> tuple[dict[str, Any], str]:
    """Input that the calculator's first field does not admit, and the path of the message."""
    key, field = next(iter(registry.get(name).fields.items()))
    match field:
        case Rows():
            return {key: []}, key
        case Number() | Choice():
            return {key: "abc"}, key
    return {key: "я" * (field.longest + 1)}, key


@EVERY
def test_bad_input_is_an_object_of_messages_on_standard_output(name: str, ask: Ask) -> None:
    raw, path = refused(name)
    status, out, err = ask(name, inputs=raw)
    assert (status, err) == (2, "")
    assert answer(out) == view.result(name, raw)
    assert list(answer(out)) == ["calculator", "errors"]
    assert list(answer(out)["errors"]) == [path]


def test_messages_name_cells_and_unknown_fields_in_the_order_they_came(ask: Ask) -> None:
    unknown = {f"field_{n}": "1" for n in range(9)}
    stage = {"name": "А", "conversion": 90, "uplift": 11}
    assert ask("cjm_uplift", inputs={"stages": [stage]})[:2] == (
        2,
        '{\n  "calculator": "cjm_uplift",\n  "errors": {\n    "stages.0.uplift": '
        '"Конверсия вместе с прибавкой должна остаться от 0 до 100\u00a0%."\n  }\n}\n',
    )
    _, out, _ = ask("cjm_uplift", inputs=unknown | {"stages": [stage | {"name": ""}]})
    assert list(answer(out)["errors"]) == [*unknown, "stages.0.name"]


@EVERY
def test_levers_are_a_measure_now_and_ends_and_turning_points(name: str, ask: Ask) -> None:
    status, out, err = ask(name, "--levers")
    assert (status, err) == (0, "")
    found = answer(out)
    assert list(found) == ["calculator", "inputs", "measure", "now", "levers", "turns"]
    assert found["inputs"] == answer(ask(name)[1])["inputs"]
    assert all(list(one) == ["input", "low", "high", "swing"] for one in found["levers"])
    assert all(list(one) == ["input", "at", "answer"] for one in found["turns"])
    assert found["measure"] in {None, *registry.get(name).results}


def test_levers_of_bad_input_are_messages_at_its_fields(ask: Ask) -> None:
    status, out, _ = ask("lost_revenue", "--levers", inputs={"clients": "много"})
    assert status == 2
    assert list(answer(out)["errors"]) == ["clients"]
