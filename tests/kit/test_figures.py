"""Sourced figures under permanent keys."""

from decimal import Decimal

import pytest

from calculators.kit.declaration import figures, units


def test_a_figure_has_a_value_a_unit_a_text_and_an_origin() -> None:
    for key, figure in figures.load().items():
        assert figure.key == key
        assert figure.text
        assert figure.source.title
        assert figure.source.date
        assert figure.shown


def test_the_share_that_returns_is_twenty_percent() -> None:
    assert figures.figure("repeat.share").value == Decimal(20)
    assert figures.figure("repeat.share").shown == "20\u00a0%"


def test_an_unknown_key_is_refused_with_the_file_and_the_known_keys() -> None:
    with pytest.raises(KeyError, match=r"calculators/figures.toml.*repeat\.shares.*repeat\.share"):
        figures.figure("repeat.shares")


WHOLE: dict[str, object] = {
    "value": 1, "unit": "rubles", "text": "t", "source": "s", "note": ""
}  # fmt: skip


def test_a_range_is_shown_with_both_ends_and_has_no_one_value() -> None:
    table = WHOLE | {"from": 2, "to": 4, "unit": "weeks"}
    del table["value"]
    weeks = figures.parse("a.b", table, {"s": figures.Source("s", "s", "s")})
    assert weeks.shown == "2–4\u00a0недели"
    with pytest.raises(ValueError, match=r"'a\.b' is a range"):
        _ = weeks.value


def test_every_list_and_table_is_whole() -> None:
    for sheet in figures.sheets().values():
        assert sheet.text
        assert sheet.rows
        assert all(len(row) == max(len(sheet.columns), 1) for row in sheet.rows)
        assert not any("{" in cell for row in sheet.rows for cell in row)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"value": 1}, "needs exactly"),
        (WHOLE | {"unit": "pounds"}, "unit must be one"),
        (WHOLE | {"source": "elsewhere"}, "source must be one"),
    ],
)
def test_a_figure_with_a_slip_names_the_file_and_the_key(
    table: dict[str, object], message: str
) -> None:
    sources = {"s": figures.Source("s", "s", "s")}
    with pytest.raises(ValueError, match=rf"figures\.toml: \[figure.'a\.b'\] .*{message}"):
        figures.parse("a.b", table, sources)


def test_a_sheet_is_its_table_with_figures_quoted_in_its_cells() -> None:
    source = next(iter(figures.sources()))
    words = {"text": "список", "source": source, "note": "примечание"}
    table = {"columns": ["А", "Б"], "rows": [["1", "{repeat.share} клиентов"], ["2", "—"]]}
    assert figures._sheet("a.b", table | words) == figures.Sheet(
        "a.b",
        ("А", "Б"),
        (("1", "20\u00a0% клиентов"), ("2", "—")),
        "список",
        figures.sources()[source],
        "примечание",
    )
    one = figures._sheet("a.c", {"items": ["раз", "два"]} | words)
    assert (one.key, one.columns, one.rows) == ("a.c", (), (("раз",), ("два",)))
    assert one.items == ("раз", "два")


@pytest.mark.parametrize(
    "table", [{"items": []}, {"rows": [], "text": "", "source": "", "note": ""}]
)
def test_a_sheet_with_a_slip_names_the_file_and_the_key(table: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"figures\.toml: \[sheet\.'a\.b'\] needs exactly"):
        figures._sheet("a.b", table)


def test_a_figure_is_parsed_whole() -> None:
    source = figures.Source("s", "s", "s")
    table = {"from": 2, "to": 4, "unit": "weeks", "text": "срок", "source": "s", "note": "его"}
    assert figures.parse("a.b", table, {"s": source}) == figures.Figure(
        "a.b", Decimal(2), Decimal(4), units.WEEKS, "срок", source, "его"
    )
    one = figures.parse("a.b", WHOLE | {"value": Decimal("2.5")}, {"s": source})
    assert (one.low, one.high, one.value) == (Decimal("2.5"),) * 3


def test_an_unknown_sheet_is_refused_with_the_file_and_the_known_ones() -> None:
    with pytest.raises(
        KeyError, match=r"figures.toml has no sheet 'owners'.*, hiring\.\S+, .*owner"
    ):
        figures.sheet("owners")
    with pytest.raises(KeyError, match=r"has no figure 'x'; it has \S+, "):
        figures.figure("x")


def test_what_the_law_says_holds_through_the_last_day_of_its_year() -> None:
    tax = figures.figure("law.income_tax")
    assert tax.year == 2026
    assert [tax.has_run_out(now) for now in (2025, 2026, 2027)] == [False, False, True]
    assert figures.run_out(2026) == []
    assert [figure.key for figure in figures.run_out(2027)] == [
        "law.income_tax",
        "law.income_tax.limit",
        "law.contributions",
        "law.contributions.limit",
        "law.minimum_wage",
    ]
    assert not figures.figure("repeat.share").has_run_out(9999)


def test_a_figure_of_the_law_is_named_with_its_year() -> None:
    shown = {key: figures.figure(f"law.{key}").dated for key in ("income_tax", "minimum_wage")}
    assert shown["income_tax"] == "13\u00a0% (2026\u00a0год)"
    assert shown["minimum_wage"] == "27\u00a0093\u00a0₽ (2026\u00a0год)"
    assert not shown["income_tax"].rounded
    # 30 % in all and 0,2 % for accidents.
    assert figures.figure("law.contributions").dated == "30,2\u00a0% (2026\u00a0год)"
    assert figures.figure("repeat.share").dated == figures.figure("repeat.share").shown


def test_a_year_is_read_where_there_is_one() -> None:
    sources = {"s": figures.Source("s", "s", "s")}
    assert figures.parse("a.b", WHOLE | {"year": 2026}, sources).year == 2026
    assert figures.parse("a.b", WHOLE, sources).year is None
