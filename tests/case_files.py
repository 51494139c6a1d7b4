"""The YAML cases that a sales director can read, and the one way to check them."""

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    """A sentence, what is typed, and either exact outputs or messages at fields."""

    calculator: str
    case: str
    why: str
    given: dict[str, Any]
    expect: dict[str, Any] = field(default_factory=dict)
    refuse: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.calculator}: {self.case}"


@cache
def load(calculator: str) -> tuple[Case, ...]:
    """The cases of one calculator, every number as it is written."""
    # BaseLoader leaves scalars as strings: a number is never read as a float.
    text = (FOLDER / f"{calculator}.yaml").read_text("utf-8")
    return tuple(Case(calculator, **case) for case in yaml.load(text, yaml.BaseLoader))  # noqa: S506


def load_all() -> list[Case]:
    """The cases of every calculator that has a file of them."""
    return [case for file in sorted(FOLDER.glob("*.yaml")) for case in load(file.stem)]


def check(case: Case, answer: dict[str, Any]) -> None:
    """Assert that `answer`, full-precision outputs or errors, is what the case says."""
    if case.refuse:
        assert answer.keys() == {"errors"}
        assert answer["errors"].keys() == case.refuse.keys()
        for name, message in case.refuse.items():
            assert message in answer["errors"][name].replace("\u00a0", " ")
        return
    assert case.expect, "a case expects something"
    for name, expected in case.expect.items():
        assert_equal(answer["outputs"][name], expected, name)


def assert_equal(value: Any, expected: Any, name: str) -> None:
    """Assert equality: of lists item by item, of records by the keys that are expected.

    Numbers are exact, or equal to the digits after «≈».
    """
    if isinstance(expected, list):
        assert len(value) == len(expected), f"{name}: {value}, expected {expected}"
        for index, pair in enumerate(zip(value, expected, strict=True)):
            assert_equal(*pair, f"{name}.{index}")
    elif isinstance(expected, dict):
        for key in expected:
            assert_equal(value[key], expected[key], f"{name}.{key}")
    elif isinstance(value, Decimal):
        number = Decimal(expected.removeprefix("≈").strip().replace(",", "."))
        rounded = value.quantize(number, ROUND_HALF_UP) if expected.startswith("≈") else value
        assert rounded == number, f"{name}: {value}, expected {expected}"
    else:
        known = {None: "null", True: "true", False: "false"}
        assert known.get(value, value) == expected, f"{name}: {value}, expected {expected}"
