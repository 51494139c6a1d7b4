"""What was found once is never found again."""

from random import Random
from typing import Any

import pytest

from tests.fuzz import corpus, doors, questions, shrink
from tests.fuzz.run import ask, fault_of


@pytest.mark.parametrize("case", corpus.load(), ids=lambda case: case["why"])
def test_what_was_found_is_mended(case: dict[str, Any]) -> None:
    doors.check(case)


def test_a_few_questions_of_every_kind_find_nothing() -> None:
    for kind, (_, made) in questions.KINDS.items():
        for number in range(4):
            doors.check(made(Random(f"{kind}:{number}")))


def test_the_same_seed_asks_the_same() -> None:
    assert ask(("few", 0, 20)) == ask(("few", 0, 20))
    first, again, other = (questions.question(Random(seed)) for seed in ("1:7", "1:7", "2:7"))
    assert first == again != other


def test_an_answer_to_what_is_wrong_is_a_fault() -> None:
    case = {"door": "answer", "question": {"calculator": "lost_revenue", "raw": {"clients": "5"}}}
    assert fault_of(case) is None
    found = fault_of(case | {"wrong": ["clients"]})
    assert found
    assert "an answer to what is wrong" in found.what


def test_the_smallest_that_fails_is_found() -> None:
    # Of two keys one matters, of its text one letter, of a thousand rows two.
    large = {"a": ["слово", "1х2"], "b": {"$rows": [{"c": "1"}, 1000]}}

    def fails(value: Any) -> bool:
        return "х" in str(value.get("a")) and value.get("b", {}).get("$rows", [0, 0])[1] >= 2

    assert shrink.smallest(large, fails) == {"a": ["х"], "b": {"$rows": [{"c": "1"}, 2]}}
