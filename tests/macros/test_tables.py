"""Sourced tables in chapters, whole or by columns."""

import pytest

from calculators.kit.declaration import figures
from macros.quoting import table


def test_a_table_has_a_head_a_rule_and_every_row() -> None:
    lines = table("audit.matrix").splitlines()
    assert lines[0] == "| Список | Пример задачи |"
    assert lines[1] == "| --- | --- |"
    assert [line.split(" | ")[0].removeprefix("| ") for line in lines[2:]] == list(
        figures.sheet("audit.matrix").items
    )


def test_a_numbered_table_counts_its_rows_from_one() -> None:
    head, rule, *rows = table("audit.checks", numbered=True).splitlines()
    assert head.startswith("| № | Что проверить |")
    assert rule.startswith("| ---: | --- |")
    assert [row.split(" | ")[0] for row in rows] == [f"| {n}" for n in range(1, 8)]


def test_a_table_may_show_some_of_its_columns_in_the_order_asked_for() -> None:
    head, *_ = table("owner", "Признак беды", "Направление").splitlines()
    assert head == "| Признак беды | Направление |"


def test_a_column_that_the_table_lacks_is_refused() -> None:
    with pytest.raises(ValueError, match="Цвет"):
        table("owner", "Цвет")
