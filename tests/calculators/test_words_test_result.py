"""What is said of two versions at each place where one reading gives way to another."""

import pytest

from calculators.kit import charts, view
from tests.calculators.test_drawn import domain, spec

NB = "\u00a0"


def told(*numbers: int) -> dict[str, str]:
    """The reading for people and results of А, then of Б, with plain spaces."""
    names = ("visitors_a", "results_a", "visitors_b", "results_b")
    raw = {name: str(number) for name, number in zip(names, numbers, strict=False)}
    found: dict[str, str] = view.result("test_result", raw)["reading"]
    return {key: text.replace(NB, " ") for key, text in found.items()}


@pytest.mark.parametrize(
    ("numbers", "meaning"),
    [
        ((), "Видно 1,6 п. п. в пользу Б, но разница может быть случайной: от −1,1 до "
             "4,35 п. п."),
        ((500, 28, 500, 20), "Видно 1,6 п. п. в пользу А, но разница может быть случайной: "
                             "от −4,35 до 1,1 п. п."),
        ((5000, 200, 5000, 280), "Похоже, Б и правда лучше: на деле разница — 0,76–2,44 п. п."),
        ((5000, 280, 5000, 200), "Похоже, Б и правда хуже: на деле разница — 0,76–2,44 п. п."),
        ((500, 20, 500, 20), "Конверсии равны: 4 %. На деле разница может быть от −2,52 до "
                             "2,52 п. п."),
        ((500, 0, 500, 0), "Результатов пока нет ни у одной версии. Разница может быть от −0,76 "
                           "до 0,76 п. п."),
        # 1 of a million more: 0,0001 points.
        ((10**6, 100, 10**6, 101), "Видно меньше 0,01 п. п. в пользу Б, но разница может быть "
                                   "случайной: меньше 0,01 п. п. в обе стороны."),
    ],
)  # fmt: skip
def test_each_difference_has_words_of_its_own(numbers: tuple[int, ...], meaning: str) -> None:
    assert told(*numbers)["meaning"] == meaning


@pytest.mark.parametrize(
    ("numbers", "begins"),
    [
        ((), "Не решайте, пока у каждой версии не наберётся 2 799 человек."),
        ((5000, 200, 5000, 280), "Оставляйте Б"),
        ((5000, 280, 5000, 200), "Верните А"),
        ((500, 20, 500, 20), "Оставьте версию, с которой меньше хлопот"),
        ((500, 0, 500, 0), "Подождите первых результатов"),
        # 20 and 21 of 500: 7,85 × (0,04 × 0,96 + 0,042 × 0,958) ÷ 0,002² = 154 301, far off.
        ((500, 20, 500, 21), "Для такой разницы нужно, чтобы каждую версию увидели 154 3"),
        # Of one person each, who came or did not: no spread to plan by.
        ((1, 0, 1, 1), "Покажите обе версии ещё стольким же"),
    ],
)
def test_what_to_do_follows_from_what_is_known(numbers: tuple[int, ...], begins: str) -> None:
    assert told(*numbers)["action"].startswith(begins)


@pytest.mark.parametrize(
    ("found", "begins"),
    [
        ((10, 10), "Так считают"),
        ((9, 10), "Меньше десяти результатов у версии А:"),
        ((10, 9), "Меньше десяти результатов у версии Б:"),
        ((9, 9), "Меньше десяти результатов у версии А и Б:"),
    ],
)
def test_few_results_are_doubted(found: tuple[int, int], begins: str) -> None:
    assert told(500, found[0], 500, found[1])["caution"].startswith(begins)


def test_each_conversion_is_drawn_in_its_interval_and_marked_where_it_is_seen() -> None:
    drawn = spec("test_result")
    ranges, across, words = (layer["data"]["values"] for layer in drawn["layer"])
    ends = [(round(row["at"], 3), round(row["end"], 3)) for row in ranges]
    assert ends == [(2.604, 6.097), (3.903, 7.974)]
    assert [mark["at"] for mark in across] == [4, 5.6]
    assert [row["colour"] for row in ranges] == [charts.MUTED, charts.PRIMARY]
    assert words[0]["text"].replace(NB, " ") == "А: 4 %, на деле 2,6–6,1 %"
    # Four steps of 2 % hold 7,974 %.
    assert domain(drawn, "x") == [0, 8]
    assert drawn["title"].replace(NB, " ") == "4 % и 5,6 % — пока не понять"


def test_no_axis_goes_beyond_all_people() -> None:
    raw = {"visitors_a": "10", "results_a": "10", "visitors_b": "10", "results_b": "10"}
    assert domain(spec("test_result", **raw), "x") == [0, 100]
