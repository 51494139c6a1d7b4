"""The groups of the calculators' page, and the words by which their cards are found."""

from typing import Any

import pytest

from calculators.kit import registry
from macros import cards

DECLARED: dict[str, dict[str, Any]] = {
    "money": {"title": "Деньги", "calculators": ["b", "a"]},
    "people": {"title": "Люди", "calculators": ["c"]},
    "words": {"a": "чек"},
}


def test_every_calculator_stands_in_one_group() -> None:
    names = [name for group in cards.groups() for name in group.words]
    assert sorted(names) == list(registry.names())


def test_groups_keep_the_order_of_the_file_and_have_other_words() -> None:
    money, people = cards.parse(DECLARED, ["a", "b", "c"])
    assert (money.key, money.title, money.words) == ("money", "Деньги", {"b": "", "a": "чек"})
    assert list(money.words) == ["b", "a"]
    assert people.words == {"c": ""}


@pytest.mark.parametrize(
    ("known", "message"),
    [
        (["a", "b", "c", "d"], "groups.toml: 'd' stands in 0 groups; write it in one"),
        (["a", "b"], "groups.toml: there is no calculator 'c'; take it out"),
    ],
)
def test_a_calculator_too_many_or_too_few_is_named(known: list[str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        cards.parse(DECLARED, known)


def test_a_calculator_of_two_groups_is_named() -> None:
    twice = DECLARED | {"people": {"title": "Люди", "calculators": ["c", "a"]}}
    with pytest.raises(ValueError, match="'a' stands in 2 groups"):
        cards.parse(twice, ["a", "b", "c"])


def test_a_word_is_known_by_what_all_its_forms_begin_with() -> None:
    assert cards.beginnings("Воронки, чёрных лидов: KPI") == ["ворон", "черн", "лид", "kpi"]
    # «День» and «дня» have one letter in common.
    assert {"день", "дней", "дня"} <= {*cards.beginnings("день")}
    assert not [word for word in cards.beginnings("В день и на") if len(word) < 3]


def test_how_many_are_found_is_said_for_every_number() -> None:
    none, *some = cards.told(5)
    assert "Попробуйте другое слово" in none
    assert [words.replace("\u00a0", " ") for words in some] == [
        "Нашлось: 1 калькулятор.", "Нашлось: 2 калькулятора.", "Нашлось: 3 калькулятора.",
        "Нашлось: 4 калькулятора.", "Нашлось: 5 калькуляторов.",
    ]  # fmt: skip
