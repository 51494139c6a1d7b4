"""Examples that a button or the command line fills in."""

import json

import pytest

from calculators.__main__ import main
from calculators.kit import registry, view

EVERY = [(name, key) for name in registry.names() for key in registry.get(name).presets]


def test_the_plan_has_the_example_of_its_source() -> None:
    assert registry.get("account_plan").presets["tours"].title == "Авторские туры"


@pytest.mark.parametrize(("name", "key"), EVERY)
def test_an_example_is_answered_and_says_where_its_numbers_come_from(name: str, key: str) -> None:
    raw = view.preset(name, key)
    result = view.result(name, raw)
    assert "errors" not in result
    assert result["headline"] != view.result(name, {})["headline"]
    assert registry.get(name).presets[key].why


@pytest.mark.parametrize(("name", "key"), EVERY)
def test_an_example_is_plain_data_of_the_form(name: str, key: str) -> None:
    given = {preset["name"]: preset["raw"] for preset in view.form(name)["presets"]}
    assert json.loads(json.dumps(given))[key] == view.preset(name, key)


def test_an_unknown_example_is_refused_with_the_known_ones() -> None:
    with pytest.raises(KeyError, match="tours"):
        view.preset("account_plan", "tour")


def test_the_command_line_fills_an_example_in(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["account_plan", "--preset", "tours", "horizon=12", "--json"]) == 0
    inputs = json.loads(capsys.readouterr().out)["inputs"]
    raw = view.preset("account_plan", "tours") | {"horizon": "12"}
    assert {key: str(value) for key, value in inputs.items()} == {
        key: text.replace(",", ".") for key, text in raw.items()
    }


def test_the_command_line_names_the_examples_it_knows(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["account_plan", "--preset", "tour"])
    assert stopped.value.code == 2
    assert "есть: tours" in capsys.readouterr().err
    assert main([]) == 0
    assert "--preset tours  Авторские туры" in capsys.readouterr().out
