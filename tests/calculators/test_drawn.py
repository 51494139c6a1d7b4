"""Where charts put their lines, bars and marks, worked by hand."""

import json
from itertools import pairwise
from typing import Any

import pytest

from calculators.kit import charts, registry, view
from tests import case_files

CHARTED = [
    case
    for case in [
        *(case_files.Case(name, "по умолчанию", "", {}) for name in registry.names()),
        *case_files.load_all(),
    ]
    if not case.refuse and view.result(case.calculator, case.given)["chart"]
]


def spec(name: str, **raw: Any) -> dict[str, Any]:
    drawn: dict[str, Any] = json.loads(view.result(name, raw)["chart"]["spec"])
    return drawn


def domain(drawn: dict[str, Any], axis: str) -> list[float]:
    found: list[float] = drawn["layer"][0]["encoding"][axis]["scale"]["domain"]
    return found


def marks(drawn: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Each layer as its mark and, row by row, what its channels x, y and text read."""
    found = []
    for layer in drawn["layer"]:
        reads = [layer["encoding"].get(channel, {}).get("field") for channel in ("x", "y", "text")]
        rows = [tuple(row[f] for f in reads if f) for row in layer["data"]["values"]]
        found.append((layer["mark"]["type"], *rows))
    return found


def colours(drawn: dict[str, Any]) -> list[str | None]:
    return [layer["mark"].get("color") for layer in drawn["layer"]]


@pytest.mark.parametrize("case", CHARTED, ids=str)
def test_a_text_is_written_and_an_axis_is_shared_by_all_layers(case: case_files.Case) -> None:
    drawn = spec(case.calculator, **case.given)
    axes: dict[str, list[Any]] = {"x": [], "y": []}
    for layer in drawn["layer"]:
        assert (layer["mark"]["type"] == "text") == ("text" in layer["encoding"])
        for name, channels in axes.items():
            channel = dict(layer["encoding"].get(name, {}))
            channel.pop("field", None)
            if channel:
                channels.append(channel)
    assert all(channel == channels[0] for channels in axes.values() for channel in channels)
    assert drawn["title"]
    assert drawn["height"] > 0


def test_lost_revenue_grows_from_nothing_through_the_reader_s_point() -> None:
    # Twice 20 % is 40 %: 1000 × 40 % × 2 × 15 000 = 12 000 000, × 30 % = 3 600 000.
    # Names stand between the lines: (12 + 3,6) ÷ 2 = 7,8 and (3,6 + 0) ÷ 2 = 1,8 million.
    drawn = spec("lost_revenue")
    assert marks(drawn) == [
        ("area", (0, 0), (40, 12_000_000)),
        ("text", (40, 7_800_000, "выручка")),
        ("area", (0, 0), (40, 3_600_000)),
        ("text", (40, 1_800_000, "прибыль")),
        ("rule", (20, 6_000_000)),
        ("point", (20, 6_000_000)),
    ]
    assert (domain(drawn, "x"), domain(drawn, "y")) == ([0, 40], [0, 15_000_000])
    first, second = charts.PRIMARY, charts.SECONDARY
    assert colours(drawn) == [first, first, second, second, None, charts.MARK]


@pytest.mark.parametrize(
    ("share", "end"),
    # At most four round steps from 0 to twice the share, to 40 % at least and 100 % at most.
    [("1", 40), ("20", 40), ("21", 60), ("40", 80), ("50", 100), ("60", 100), ("100", 100)],
)
def test_the_axis_of_shares_is_twice_the_reader_s(share: str, end: int) -> None:
    drawn = spec("lost_revenue", return_share=share)
    assert domain(drawn, "x") == [0, end]
    assert drawn["layer"][0]["data"]["values"][1]["share"] == end


@pytest.mark.parametrize(
    ("margin", "named"),
    # The axis ends at 15 million; a gap of 1,875 million or less has no room for a name.
    [
        ("15", ["выручка"]),
        ("15.625", ["выручка"]),
        ("16", ["выручка", "прибыль"]),
        ("90", ["прибыль"]),
    ],
)
def test_a_line_is_named_where_there_is_room(margin: str, named: list[str]) -> None:
    drawn = marks(spec("lost_revenue", margin=margin))
    assert [rows[0][2] for mark, *rows in drawn if mark == "text"] == named


def test_the_two_ways_of_hiring_cross_between_the_ends() -> None:
    drawn = spec("hiring_cost")
    outputs = view.numbers("hiring_cost", {})["outputs"]
    own, dear = float(outputs["own_total"]), view.numbers("hiring_cost", {"agency_salaries": "2"})
    free = view.numbers("hiring_cost", {"agency_salaries": "0"})["outputs"]["agency_total"]
    first, last = float(free), float(dear["outputs"]["agency_total"])
    assert marks(drawn) == [
        ("line", (0, own), (2, own)),
        ("line", (0, first), (2, last)),
        ("text", (0, own, "сами")),
        ("text", (2, last, "агентство")),
        *[(mark, (1.5, float(outputs["agency_total"]))) for mark in ("rule", "point")],
    ]
    crossing = (own - first) / (last - first) * 2
    assert crossing == pytest.approx(float(outputs["break_even_salaries"]))
    # 369 060 and a quarter is 461 325: five steps of 100 000.
    assert domain(drawn, "y") == [0, 500_000]
    assert colours(drawn)[:4] == [charts.SECONDARY, charts.PRIMARY] * 2
    names = [layer["mark"] for layer in drawn["layer"][2:4]]
    assert [(name["align"], name["dx"] > 0, name["dy"] < 0) for name in names] == [
        ("left", True, True), ("right", False, True),
    ]  # fmt: skip


def test_the_name_of_the_own_search_keeps_off_a_dearer_agency() -> None:
    # A costly empty week and a slow agency: dearer even free of charge.
    raw = {"agency_weeks": "50", "own_weeks": "1", "vacancy_cost": "100000"}
    drawn = spec("hiring_cost", **raw)
    assert (
        drawn["layer"][1]["data"]["values"][0]["amount"]
        > drawn["layer"][0]["data"]["values"][0]["amount"]
    )
    assert drawn["layer"][2]["mark"]["dy"] > 0


@pytest.mark.parametrize(
    ("fee", "end"),
    # To two salaries at least, to the fee, or to a crossing not beyond four fees.
    [("0", 2), ("0.5", 2), ("1.5", 2), ("2.5", 3), ("3", 3), ("5", 6)],
)
def test_the_axis_of_fees_reaches_the_reader_s(fee: str, end: int) -> None:
    assert domain(spec("hiring_cost", agency_salaries=fee), "x") == [0, end]


def test_both_ways_of_marketing_are_lines_from_no_budget_to_twice_the_reader_s() -> None:
    drawn = spec("team_or_contractors")
    ends = [
        view.numbers("team_or_contractors", {"ad_budget": b})["outputs"] for b in ("0", "1500000")
    ]
    here = view.numbers("team_or_contractors", {})["outputs"]
    you = [float(end["contractors_total"]) for end in ends]
    staff = [float(end["staff_total"]) for end in ends]
    assert marks(drawn) == [
        ("line", (0, you[0]), (1_500_000, you[1])),
        ("text", (1_500_000, you[1], "вы")),
        ("line", (0, staff[0]), (1_500_000, staff[1])),
        ("text", (1_500_000, staff[1], "маркетолог")),
        ("point", *((600_000, float(here[f"{way}_total"])) for way in ("contractors", "staff"))),
    ]
    # 405 000 at 1,5 million: five steps of 100 000.
    assert (domain(drawn, "x"), domain(drawn, "y")) == ([0, 1_500_000], [0, 500_000])
    assert colours(drawn) == [*[charts.SECONDARY] * 2, *[charts.PRIMARY] * 2, charts.MARK]
    # With 1,5 million you are dearer: your name stands above its line, the other below.
    assert [drawn["layer"][n]["mark"]["dy"] > 0 for n in (1, 3)] == [False, True]


def test_pay_steps_up_at_the_threshold_and_is_flat_above_the_cap() -> None:
    drawn = spec("marketer_pay")
    # 117 500 without the bonus of 30 000 × attainment: 70 % gives 21 000, 120 % 36 000.
    assert marks(drawn) == [
        ("area", (0, 117_500), (70, 117_500)),
        ("area", (70, 138_500), (120, 153_500), (150, 153_500)),
        ("rule", (90, 144_500)),
        ("point", (90, 144_500)),
    ]
    assert (domain(drawn, "x"), domain(drawn, "y")) == ([0, 150], [0, 200_000])
    assert colours(drawn)[:2] == [charts.PRIMARY] * 2


def test_the_plan_s_money_starts_below_zero_and_payback_is_marked() -> None:
    drawn = spec("account_plan")
    months = view.numbers("account_plan", {})["outputs"]["months"]
    area, drop, point = marks(drawn)
    assert area == (
        "area", (0, -150_000), *((float(m["month"]), float(m["cumulative"])) for m in months),
    )  # fmt: skip
    paid = (16, float(months[15]["cumulative"]))
    assert drop == ("line", (16, -600_000), paid)
    assert point == ("point", paid)
    assert (domain(drawn, "x"), domain(drawn, "y")) == ([0, 25], [-600_000, 600_000])
    assert colours(drawn) == [charts.PRIMARY, charts.MARK, charts.MARK]
    assert drawn["layer"][1]["mark"]["strokeDash"]


def test_the_years_to_go_are_counted_from_the_reader_s() -> None:
    drawn = spec("career_path")
    rows = drawn["layer"][0]["data"]["values"]
    # Four years so far: 2–6 and 5–12 to go.
    assert [(row["at"], row["end"]) for row in rows] == [(6, 10), (6, 10), (9, 16)]
    assert [row["colour"] for row in rows] == [charts.MUTED, charts.PRIMARY, charts.SECONDARY]
    assert {row["at"] for row in drawn["layer"][1]["data"]["values"]} == {4}
    assert domain(drawn, "x") == [0, 20]
    top = spec("career_path", step="commercial_director")["layer"][0]["data"]["values"]
    assert [row["colour"] for row in top] == [charts.MUTED, charts.SECONDARY]


def test_the_bands_that_fit_stand_out_and_the_offer_crosses_all() -> None:
    drawn = spec("salary_bands")
    rows = drawn["layer"][0]["data"]["values"]
    thousands = [(row["at"] / 1000, row["end"] / 1000) for row in rows]
    assert thousands == [(40, 70), (70, 130), (100, 250), (150, 400), (270, 700)]
    assert [row["colour"] for row in rows] == [charts.MUTED, charts.PRIMARY, *[charts.MUTED] * 3]
    assert {row["at"] for row in drawn["layer"][1]["data"]["values"]} == {120_000}
    assert domain(drawn, "x") == [0, 800_000]


def bars(name: str, **raw: Any) -> list[tuple[str, float, str]]:
    rows = spec(name, **raw)["layer"][0]["data"]["values"]
    return [(row["text"].replace("\u00a0", " "), row["amount"], row["colour"]) for row in rows]


def test_each_stage_has_a_bar_for_now_and_one_for_after() -> None:
    head, now, then = charts.INK, charts.SECONDARY, charts.PRIMARY
    assert bars("cjm_uplift") == [
        ("1. Показ → переход", 0, head),
        ("сейчас — 500 человек", 500, now), ("после — 750 человек", 750, then),
        ("2. Переход → заявка", 0, head),
        ("сейчас — 20 человек", 20, now), ("после — 37,5 человека", 37.5, then),
        ("3. Заявка → сделка", 0, head),
        ("сейчас — 4 человека", 4, now), ("после — 9,38 человека", 9.375, then),
    ]  # fmt: skip
    assert domain(spec("cjm_uplift"), "x") == [0, 750]


def test_each_stage_has_a_bar_of_what_it_brings_back() -> None:
    words = [text for text, _, _ in bars("funnel_audit")]
    amounts = [(amount, colour) for _, amount, colour in bars("funnel_audit")][1::2]
    assert words[::2] == [
        "1. Лид → назначенный КЭВ",
        "2. Назначенный → проведённый КЭВ",
        "3. Проведённый КЭВ → сделка",
        "Сверх этого — только вместе",
    ]
    assert words[1::2] == [
        "вернёт 875 000 ₽", "вернёт 125 000 ₽", "вернёт 175 000 ₽", "вернут 350 000 ₽",
    ]  # fmt: skip
    assert amounts == [
        (875_000, charts.PRIMARY), (125_000, charts.SECONDARY), (175_000, charts.SECONDARY),
        (350_000, charts.MUTED),
    ]  # fmt: skip
    assert domain(spec("funnel_audit"), "x") == [0, 875_000]


def test_without_a_check_stages_are_drawn_by_results() -> None:
    shown = bars("funnel_audit", average_check="0")[1::2]
    assert [words for words, _, _ in shown] == [
        "вернёт 17,5 результата", "вернёт 2,5 результата", "вернёт 3,5 результата",
        "вернут 7 результатов",
    ]  # fmt: skip
    assert domain(spec("funnel_audit", average_check="0"), "x") == [0, 17.5]


@pytest.mark.parametrize(
    ("targets", "found"),
    # Of 20 points and 19 the larger is more by a nineteenth.
    [(("40", "30"), [0]), (("30", "40"), [1]), (("40", "40"), [0, 1]), (("40", "39"), [0, 1])],
    ids=["first", "second", "tie", "near"],
)
def test_the_stages_that_lead_stand_out_even_among_namesakes(
    targets: tuple[str, str], found: list[int]
) -> None:
    stages = [{"name": "Звонок", "actual": "20", "target": target} for target in targets]
    colours = [colour for _, _, colour in bars("funnel_audit", stages=stages)][1::2]
    assert [n for n, colour in enumerate(colours) if colour == charts.PRIMARY] == found


BACKLOG = [case for case in CHARTED if case.calculator == "audit_backlog"]


@pytest.mark.parametrize("case", BACKLOG, ids=str)
def test_the_four_lists_are_boxes_side_by_side_that_hold_their_words(case: case_files.Case) -> None:
    drawn = spec(case.calculator, **case.given)
    boxes, texts = (layer["data"]["values"] for layer in drawn["layer"])
    outputs = view.numbers(case.calculator, case.given)["outputs"]
    assert [(box["left"], box["right"] > box["left"] + 0.9) for box in boxes] == [
        (0, True), (1, True), (0, True), (1, True),
    ]  # fmt: skip
    assert [box["right"] for box in boxes] == [0.98, 1.98] * 2
    assert [boxes[0]["top"], boxes[0]["down"]] == [boxes[1]["top"], boxes[1]["down"]]
    assert boxes[2]["top"] == pytest.approx(boxes[0]["down"] + 0.2)
    assert boxes[0]["top"] == 0
    titles = [f"Список {number}" for number in (1, 2, 3, 4)]
    heads = [text for text in texts if text["weight"] == "bold"]
    assert sorted(head["text"] for head in heads) == titles
    longest = []
    for box in boxes:
        inside = [
            text for text in texts
            if text["left"] == box["left"] and box["top"] <= text["top"] < box["down"]
        ]  # fmt: skip
        steps = [below["top"] - above["top"] for above, below in pairwise(inside)]
        assert steps == pytest.approx([1] * len(steps))
        assert inside[0]["top"] == box["top"]
        assert [text["size"] for text in inside[:4]] == [12, 11, 11, 12]
        assert [text["colour"] for text in inside[:4]] == [
            charts.INK, charts.MUTED, charts.MUTED, charts.INK,
        ]  # fmt: skip
        assert {text["weight"] for text in inside[1:]} == {"normal"}
        longest.append(len(inside) + 0.5 - (box["down"] - box["top"]))
        first = titles.index(inside[0]["text"])
        key = list(registry.get(case.calculator).results["first_list"].words)[first]
        mine = key == outputs["first_list"]
        assert box["colour"] == (charts.PRIMARY if mine else charts.MUTED)
    assert max(longest) == pytest.approx(0)
    end = boxes[2]["down"] + 0.2
    assert domain(drawn, "y") == pytest.approx([end, 0])
    assert domain(drawn, "x") == [0, 2]
    assert drawn["height"] == pytest.approx(20 * end)
    assert len(texts) == sum(text["top"] < end for text in texts)
