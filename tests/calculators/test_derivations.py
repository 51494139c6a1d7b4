"""Every line of a derivation, read as a person reads it, comes to what stands after its sign."""

import ast
import operator
import re
from collections.abc import Callable
from fractions import Fraction

import pytest

from calculators.kit import view
from tests import case_files

NB = "\u00a0"
SIGNS = str.maketrans({"×": "*", "÷": "/", "−": "-", ",": ".", NB: " "})
NUMBER = re.compile(r"\d+(?: \d{3})*(?:\.\d+)?")
OPERATIONS: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
}  # fmt: skip
CASES = [case for case in case_files.load_all() if case.expect]


def worth(side: str) -> tuple[Fraction, Fraction] | None:
    """What a side of a line is worth, and the most that its rounding hides; None for words."""
    text = re.sub(r" (?:%|п\. п\.)", "*0.01", side.translate(SIGNS))
    numbers = [*NUMBER.finditer(text)]
    # Units are words; what else is left must be a sum.
    bare = re.sub(r"[а-яё₽][а-яё. ₽]*", "", NUMBER.sub(lambda n: n[0].replace(" ", ""), text))
    try:
        tree = ast.parse(bare.strip(), mode="eval").body
        value = _value(tree)
    except (SyntaxError, ValueError, ZeroDivisionError):
        return None
    slack = Fraction(0)
    for number in numbers:
        digits = len(number[0].partition(".")[2])
        size = Fraction(number[0].replace(" ", ""))
        half = Fraction(1, 2 * 10**digits)
        slack += half / size if size else half
    return value, slack


def _value(node: ast.expr) -> Fraction:
    match node:
        case ast.Constant(value=int() | float()):
            return Fraction(ast.unparse(node))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand)
        case ast.BinOp(left=left, op=sign, right=right):
            return OPERATIONS[type(sign)](_value(left), _value(right))
    raise ValueError(ast.dump(node))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_line_of_the_derivation_comes_to_what_it_says(case: case_files.Case) -> None:
    for step in view.result(case.calculator, case.given)["steps"]:
        left, sign, right = re.split(r" ([=≈]) ", step["formula"])
        found, said = worth(left), worth(right)
        assert sign in "=≈"
        if found is None or said is None:
            continue  # words, such as «меньшее из»
        hidden = abs(found[0]) * (found[1] + said[1]) + Fraction(1, 100)
        assert abs(found[0] - said[0]) <= hidden, step


def test_nearly_all_lines_are_sums_that_can_be_read() -> None:
    lines = [
        re.split(r" [=≈] ", step["formula"])
        for case in CASES
        for step in view.result(case.calculator, case.given)["steps"]
    ]
    read = [line for line in lines if all(worth(side) is not None for side in line)]
    assert len(read) > 0.85 * len(lines)
