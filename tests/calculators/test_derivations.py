"""Every line of a derivation comes out, read as a person with a calculator reads it.

With «=» it comes out to the last digit. With «≈» each number that is measured in something may
have lost half of its last digit, no more, and these halves are carried through the arithmetic.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.kit import registry, view
from calculators.kit.words import formats
from tests import case_files
from tests.calculators.typed import ANSWERED, raw_inputs

NB = "\u00a0"
NUMBER = rf"[0-9]{{1,3}}(?:{NB}[0-9]{{3}})*(?:,[0-9]+)?"
TOKEN = re.compile(
    rf"(?P<low>−?{NUMBER})(?:–(?P<high>{NUMBER}))?"
    rf"(?:{NB}(?P<unit>%|₽|п\.{NB}п\.|из{NB}[0-9]+|[а-я]+))?"
    r"|(?P<sign>[-+−×÷()√])|(?P<least>меньшее из)|(?P<comma>и) "
)
PARTS = {"%", f"п.{NB}п."}
# What a line says in words, each with the arithmetic that a reader does.
FLOOR = re.compile(r"(.+), но не меньше (?:срока на маркетинг \((.+)\)|нуля)")
BELOW = re.compile(r"(.+) — меньше порога (.+), поэтому")


class Bounds(NamedTuple):
    """All that a shown number may be, `low` to `high`."""

    low: Fraction
    high: Fraction


type Range = tuple[Bounds, Bounds]
"""The lower and the upper number of «6–10 лет»; of «6 лет», the same twice."""
ZERO: Range = (Bounds(Fraction(0), Fraction(0)),) * 2


class Line:
    """The reader of one side of a line, from left to right."""

    def __init__(self, text: str, *, loose: bool) -> None:
        self.loose = loose
        self.left = [*self.tokens(text)]

    def tokens(self, text: str) -> Any:
        at = 0
        while at < len(text):
            found = TOKEN.match(text, at)
            assert found, f"cannot be read: {text[at:]!r}"
            at = found.end()
            at += text.startswith(" ", at)
            yield found

    def value(self) -> Range:
        value = self.sum()
        assert not self.left, f"left over: {self.left[0][0]!r}"
        return value

    def take(self, *signs: str) -> str:
        """The next sign, if it is one of these; a minus written before a number is none."""
        if self.left and self.left[0][0].strip() in signs:
            taken: str = self.left.pop(0)[0].strip()
            return taken
        return ""

    def sum(self) -> Range:
        value = self.product()
        while sign := self.take("+", "−"):
            value = each(add if sign == "+" else subtract, value, self.product(), sign == "−")
        return value

    def product(self) -> Range:
        value = self.one()
        while sign := self.take("×", "÷"):
            value = each(multiply if sign == "×" else divide, value, self.one())
        return value

    def one(self) -> Range:
        if self.take("меньшее из"):
            one = self.sum()
            assert self.take("и")
            return each(smaller, one, self.sum())
        if self.take("√"):
            return each(root, self.one(), ZERO)
        if self.take("("):
            value = self.sum()
            assert self.take(")")
            return value
        number = self.left.pop(0)
        assert number["low"], number[0]
        low, high = (self.shown(number[part], number["unit"]) for part in ("low", "high"))
        return low or ZERO[0], high or low or ZERO[0]

    def shown(self, text: str | None, unit: str | None) -> Bounds | None:
        if text is None:
            return None
        plain = text.replace(NB, "").replace("−", "-").replace(",", ".")
        digits = len(plain.partition(".")[2])
        # A bare number is a count or a rule, such as the months of a year: nothing is hidden.
        half = Fraction(1, 2 * 10**digits) if self.loose and unit else Fraction(0)
        worth = Fraction(1, 100) if unit in PARTS else Fraction(1)
        return Bounds((Fraction(plain) - half) * worth, (Fraction(plain) + half) * worth)


def each(
    sign: Callable[[Bounds, Bounds], Bounds], one: Range, other: Range, crossed: bool = False
) -> Range:
    """What is done to a range is done to both of its ends.

    Time served, a single number, is taken off both; from a range no range is ever taken.
    """
    assert not crossed or other[0] == other[1]
    return sign(one[0], other[0]), sign(one[1], other[1])


def add(a: Bounds, b: Bounds) -> Bounds:
    return Bounds(a.low + b.low, a.high + b.high)


def subtract(a: Bounds, b: Bounds) -> Bounds:
    return Bounds(a.low - b.high, a.high - b.low)


def multiply(a: Bounds, b: Bounds) -> Bounds:
    products = [x * y for x, y in product(a, b)]
    return Bounds(min(products), max(products))


def divide(a: Bounds, b: Bounds) -> Bounds:
    assert b.low > 0 or b.high < 0, "divided by what may be nothing"
    return multiply(a, Bounds(1 / b.high, 1 / b.low))


def root(a: Bounds, _: Bounds) -> Bounds:
    low, high = (max(end, Fraction(0)) for end in a)
    found = [(Decimal(end.numerator) / end.denominator).sqrt() for end in (low, high)]
    return Bounds(Fraction(found[0]), Fraction(found[1]))


def smaller(a: Bounds, b: Bounds) -> Bounds:
    return Bounds(min(a.low, b.low), min(a.high, b.high))


def larger(a: Bounds, b: Bounds) -> Bounds:
    return Bounds(max(a.low, b.low), max(a.high, b.high))


def side(text: str, *, loose: bool) -> Range:
    """All that a side of a line may be worth."""
    if floored := FLOOR.fullmatch(text):
        floor = Line(floored[2], loose=loose).value() if floored[2] else ZERO
        return each(larger, Line(floored[1], loose=loose).value(), floor)
    if below := BELOW.fullmatch(text):
        attained, threshold = (Line(part, loose=False).value()[0] for part in below.groups())
        assert attained.low < threshold.low
        return ZERO
    return Line(text, loose=loose).value()


def comes_out(formula: str) -> bool:
    """Whether a whole line, such as «2 × 3 = 6», is true."""
    found, sign, said = re.fullmatch(r"(.+) ([=≈]) (.+)", formula).groups()  # type: ignore[union-attr]
    sides = [side(text, loose=sign == "≈") for text in (found, said)]
    if sign == "=":
        return sides[0] == sides[1]
    return all(a.low <= b.high and b.low <= a.high for a, b in zip(*sides, strict=True))


@pytest.mark.parametrize(
    ("formula", "true"),
    [
        # 0,25 of a purchase, shown as 0,3: 200 × 0,3 × 15 000 is 900 000.
        ("200 клиентов × 0,3 покупки × 15 000 ₽ = 750 000 ₽", False),
        ("200 клиентов × 0,25 покупки × 15 000 ₽ = 750 000 ₽", True),
        # From 199,5 × 0,25 × 14 999,5 to 200,5 × 0,35 × 15 000,5.
        ("200 клиентов × 0,3 покупки × 15 000 ₽ ≈ 750 000 ₽", True),
        ("200 клиентов × 0,3 покупки × 15 000 ₽ ≈ 748 000 ₽", False),
        ("1,3 недели × 50 000 ₽ = 62 500 ₽", False),
        # 833,33… is more than 833 and less than 833,5; a third of the year has its 12 whole.
        ("10 000 ₽ ÷ 12 = 833 ₽", False),
        ("10 000 ₽ ÷ 12 ≈ 833 ₽", True),
        ("10 000 ₽ ÷ 12 ≈ 834 ₽", False),
        ("7 ₽ × (22 % − 2 %) = 1,4 ₽", True),
        ("−2 ₽ − (−5 ₽) = 3 ₽", True),
        ("2 ₽ × (меньшее из 9 задач и 8 задач) ÷ 8 задач = 2 ₽", True),
        ("6–10 лет − 7 лет, но не меньше нуля = 0–3 года", True),
        ("6–10 лет − 7 лет = 0–3 года", False),
        ("6–10 лет − 9 лет, но не меньше срока на маркетинг (2–3 года) = 2–3 года", True),
        ("80 % − 60 % = 20 п. п.", True),
        # √0,09 is 0,3.
        ("1 ₽ − √(0,3 × 0,3) = 0,7 ₽", True),
        ("1 ₽ − √(0,1 × 0,9) = 0,8 ₽", False),
        ("139 лидов ÷ 200 лидов — меньше порога 70 %, поэтому = 0 ₽", True),
    ],
)
def test_a_person_with_a_calculator_knows_a_true_line(formula: str, true: bool) -> None:
    shown = re.sub(r"(?<=[0-9]) (?=[0-9₽%а-я])|(?<=п\.) (?=п)", NB, formula)
    assert comes_out(shown) is true


@pytest.mark.parametrize("formula", ["1 ₽ + рубль = 2 ₽", "1 ₽ ÷ 0 ₽ ≈ 3", "1 ₽ 2 ₽ = 2 ₽"])
def test_a_line_that_nobody_could_compute_is_no_line(formula: str) -> None:
    with pytest.raises(AssertionError):
        comes_out(formula.replace(" ₽", f"{NB}₽"))


def lines(name: str, raw: dict[str, Any]) -> list[str]:
    """The lines of the derivation, without those that only count the items of a list."""
    steps = view.result(name, raw).get("steps", [])
    counted = [step for step in steps if re.fullmatch(r"Список \d", step["label"])]
    assert not counted or (name == "audit_backlog" and len(counted) == 4)
    return [step["formula"] for step in steps if step not in counted]


CASES = [case for case in case_files.load_all() if case.expect]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_line_of_every_case_comes_out(case: case_files.Case) -> None:
    for line in lines(case.calculator, case.given):
        assert comes_out(line), line


def percents(low: int, high: int) -> st.SearchStrategy[str]:
    return st.decimals(low, high, places=4).map(formats.number)


def lifted() -> st.SearchStrategy[dict[str, str]]:
    """A stage that stays within 0–100 %, whatever it is raised or lowered by."""
    pairs = st.tuples(*[st.decimals(0, 100, places=4)] * 2)
    return pairs.map(
        lambda pair: {
            "name": "этап",
            "conversion": formats.number(pair[0]),
            "uplift": formats.number(pair[1] - pair[0]),
        }
    )


def counts(low: int, high: int) -> st.SearchStrategy[str]:
    return st.integers(low, high).map(str)


def sold() -> st.SearchStrategy[dict[str, str]]:
    """A channel with as many leads as deals, or more."""
    drawn = st.fixed_dictionaries({"budget": counts(0, 10**6), "leads": counts(0, 500)})
    return drawn.flatmap(
        lambda row: counts(0, int(row["leads"])).map(
            lambda deals: row | {"name": "канал", "deals": deals}
        )
    )


# What is drawn for one field must go with what is drawn for another.
FITTING: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "career_path": {"years_in_post": percents(0, 9), "years": percents(9, 60)},
    "channel_cost": {"channels": st.lists(sold(), min_size=1, max_size=5)},
    "cjm_uplift": {"stages": st.lists(lifted(), min_size=1, max_size=5)},
    "daily_plan": {"work_days": counts(15, 31), "days_passed": counts(0, 15)},
    "marketer_pay": {"threshold": percents(0, 100), "cap": percents(100, 300)},
    "test_result": {
        f"{what}_{version}": counts(*bounds)
        for what, bounds in {"visitors": (200, 10**6), "results": (0, 200)}.items()
        for version in ("a", "b")
    },
}


@pytest.mark.parametrize("name", registry.names())
@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_every_line_comes_out_whatever_is_typed(name: str, data: st.DataObject) -> None:
    assert lines(name, ANSWERED.get(name, {}))
    raw = data.draw(raw_inputs(name, **FITTING.get(name, {})))
    for line in lines(name, raw):
        assert comes_out(line), line
