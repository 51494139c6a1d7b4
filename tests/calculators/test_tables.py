"""Tables of results, their heads and first rows worked by hand."""

from calculators.kit import view

NB = "\u00a0"


def table(name: str, **raw: str) -> list[list[str]]:
    """The first table of a result, its head first, with plain spaces."""
    found = view.result(name, raw)["tables"][0]
    rows = [found["columns"], *(row["cells"] for row in found["rows"])]
    return [[cell["text"].replace(NB, " ") for cell in row] for row in rows]


def test_the_plan_names_rubles_in_its_heads_and_nothing_else_there() -> None:
    head, first, *_ = table("account_plan")
    assert head == ["Месяц", "Контакты", "Вернулись", "Остаются", "Покупки",
                    "Выручка, ₽", "Прибыль, ₽", "Накоплено, ₽"]  # fmt: skip
    assert first[:2] == ["1", "40"]  # 120 clients a manager, in their first of three months


def test_at_the_end_of_the_ramp_a_manager_meets_everybody_he_can() -> None:
    _, first, second, third, fourth, *_ = table("account_plan")
    # 120 × 1 ÷ 3, × 2 ÷ 3, × 3 ÷ 3, and whole ever after
    assert [row[1] for row in (first, second, third, fourth)] == ["40", "80", "120", "120"]


def test_ways_to_run_ads_are_compared_at_a_half_one_two_and_four_budgets() -> None:
    _, *rows = table("team_or_contractors", ad_budget="100000")
    assert [row[0] for row in rows] == ["50 000 ₽", "100 000 ₽", "200 000 ₽", "400 000 ₽"]
    # 15 % of the budget + 60 000 + 40 hours × 3 000
    assert [row[1] for row in rows] == ["187 500 ₽", "195 000 ₽", "210 000 ₽", "240 000 ₽"]


def test_without_a_budget_ways_to_run_ads_are_compared_up_to_the_rule_of_thumb() -> None:
    _, *rows = table("team_or_contractors", ad_budget="0")
    assert [row[0] for row in rows] == ["0 ₽", "500 000 ₽", "1 000 000 ₽", "2 000 000 ₽"]
