"""Texts and values that nobody should type, by what is wrong with them."""

from collections.abc import Callable
from random import Random
from typing import Any

PLAIN = [
    "0", "1", "7", "12", "100", "1200", "12,5", "0.5", "1 250 000,5", "1.250", "½", "3 млн",
    "2 тыс.", "5 %", "15 000 ₽", "−3", "≈ 10", "1e3", ",5", "5,",
]  # fmt: skip
DIGITS = [
    "٣٤", "१२", "１２", "𝟙𝟚", "²", "Ⅷ", "三", "৪", "1٢", "٫٥", "๑", "①",
]  # fmt: skip
MARKS = [
    "\u202e12", "1\u202e2", "\u2066абв", "\u200f7", "\u202a\u202c", "\u061c5", "\u2069\u2069",
]  # fmt: skip
CONTROLS = [
    "\0", "1\x002", "имя\0", "\x1b[31m", "\x7f", "\x85", "\x0b", "\u2028", "\u2029", "\ufffe",
    "\uffff", "a\rb", "\tх", "\x08",
]  # fmt: skip
SURROGATES = [
    "\ud800", "1\udfff", "\udc00\ud800", "имя \ud83d", "\udcff12",
]  # fmt: skip
NAMES = [
    "__proto__", "constructor", "toString", "hasOwnProperty", "prototype", "__class__",
    "__init__", "__dict__", "valueOf", "", ".", "a.b", "0",
]  # fmt: skip
MARKUP = [
    "<script>alert(1)</script>", "]]>", "&amp;", "<!--", "{{ 7*7 }}", "{0.__class__}", "%s%n",
    "{%", "# заголовок", "- [x] дело", "`", "\\", "'\"", "${1}", "javascript:alert(1)",
    "</textarea>",
]  # fmt: skip
FORMULAS = [
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", '=HYPERLINK("http://a.example";"x")', "=cmd|'/C x'!A0",
    "\t=1", "\r=1", " =1", "＝1+1", "−1+1", "\u200b=1", "\u00a0@a", "\n-1", "\0=1",
]  # fmt: skip
POWERS = [
    "1e99", "1e-99", "1e999999999", "1E+9", "-0", "1e-38", "0e50", "9e24", "1e38", "-1e9", "1e",
    "e5", "1e-9", "NaN", "sNaN", "Infinity", "-inf", "1_000", "0x10", "1e12", "5e-324",
]  # fmt: skip
BETWEEN = [
    "-", "–", "—", "…", "...", "..", " - ", "±", " ± ", "+-", "+/-", " до ",
]  # fmt: skip
UNITS = [
    "", " %", "%", " ₽", " тыс.", " млн", " млрд", " к", " месяцев", " человек", " лид", "руб",
]  # fmt: skip
LOTS = [
    "1", "-", " ", "a", "1-", "±", "½", ".", "1 ", "от ", "до ", "1e", "\u00a0", "т", "'", "0",
    "9,", "…", "%", "\u200b", "\ud800", "=", "<b>", "я\n", "1±", "--", "+-",
]  # fmt: skip


def number(rng: Random) -> str:
    """Digits, many or few, as they may be typed anywhere."""
    digits = "".join(rng.choices("0123456789", k=rng.choice([1, 2, 3, 6, 12, 20, 39, 40, 41, 200])))
    at = rng.randrange(len(digits) + 1)
    return (
        rng.choice(["", "", "-", "+"]) + digits[:at] + rng.choice(["", ",", ".", " "]) + digits[at:]
    )


def tiny(rng: Random) -> str:
    """A number so near to nothing that what is divided by it has no room."""
    return "0," + "0" * rng.randrange(38) + str(rng.randrange(1, 10))


def ranged(rng: Random) -> str:
    """A range: its ends equal, turned, huge, or none."""
    ends = [
        rng.choice([rng.choice(PLAIN), number(rng), tiny(rng), rng.choice(POWERS)]) for _ in "ab"
    ]
    if rng.random() < 0.1:
        ends = ["1" + "0" * rng.randrange(39) for _ in "ab"]
    if rng.random() < 0.2:
        ends[1] = ends[0]
    start = "от " if rng.random() < 0.2 else ""
    return start + rng.choice(BETWEEN).join(ends) + rng.choice(UNITS)


def mixed(rng: Random) -> str:
    """Pieces of all kinds, one behind the other."""
    every = [*PLAIN, *DIGITS, *MARKS, *CONTROLS, *POWERS, *BETWEEN, *UNITS, *FORMULAS, *LOTS]
    return "".join(rng.choices(every, k=rng.randrange(1, 7)))


def lots(rng: Random) -> dict[str, Any]:
    """Thousands of characters, or a million."""
    return {"$times": [rng.choice(LOTS), rng.choice([41, 1_000, 5_000, 20_000, 500_000])]}


KINDS: dict[str, Callable[[Random], Any]] = {
    "plain": lambda rng: rng.choice(PLAIN) + rng.choice(UNITS),
    "number": number,
    "tiny": tiny,
    "digits of other scripts": lambda rng: rng.choice(DIGITS),
    "marks of direction": lambda rng: rng.choice(MARKS),
    "control characters": lambda rng: rng.choice(CONTROLS),
    "surrogates": lambda rng: rng.choice(SURROGATES),
    "names of prototypes": lambda rng: rng.choice(NAMES),
    "markup": lambda rng: rng.choice(MARKUP),
    "formulas": lambda rng: rng.choice(FORMULAS),
    "exponents": lambda rng: rng.choice(POWERS),
    "ranges": ranged,
    "mixed": mixed,
    "empty": lambda _: "",
}
RARE = 0.01
"""How many texts of a hundred are very long: each takes as long as a hundred others."""


def text(rng: Random) -> Any:
    """Any text, which may be spelled."""
    return lots(rng) if rng.random() < RARE else KINDS[rng.choice([*KINDS])](rng)


def short(rng: Random) -> str:
    """Any text that is not very long."""
    found: str = KINDS[rng.choice([*KINDS])](rng)
    return found


def anything(rng: Random, depth: int = 0) -> Any:
    """Any value of JSON, what JSON does not admit and Python reads among them."""
    kinds: list[Callable[[], Any]] = [
        lambda: None,
        lambda: rng.choice([True, False]),
        lambda: rng.choice([0, 1, -1, 10**30, 1.5, 1e308, float("nan"), float("inf")]),
        lambda: text(rng),
        lambda: {"$deep": [rng.choice("[{"), rng.choice([3, 50, 400, 900])]},
    ]
    if depth < 3:
        kinds += [
            lambda: [anything(rng, depth + 1) for _ in range(rng.randrange(4))],
            lambda: {short(rng): anything(rng, depth + 1) for _ in range(rng.randrange(4))},
        ]
    return rng.choice(kinds)()
