"""Lists and tables that chapters and papers take from one place."""

from typing import Any

import pytest

from calculators.kit.declaration import figures
from macros import sheets

WORDS = {"text": "список", "source": "practitioner", "note": "примечание"}


def test_every_list_and_table_is_found_whether_a_calculator_asks_it_or_not() -> None:
    assert sheets.sheet("audit.checks") is figures.sheet("audit.checks")
    assert len(sheets.sheet("marketer.skills").rows) == 9
    assert "marketer.skills" not in figures.sheets()


def test_a_cell_quotes_a_figure() -> None:
    table = {"columns": ["А"], "rows": [["от {repeat.share}"]]} | WORDS
    assert sheets.parse("a", table).rows == (("от 20\u00a0%",),)
    with pytest.raises(KeyError, match=r"repeat\.shares"):
        sheets.parse("a", table | {"rows": [["{repeat.shares}"]]})


def test_a_list_of_the_editors_needs_no_note() -> None:
    one = sheets.parse("a", {"items": ["раз", "два"], "text": "список", "source": "editors"})
    assert one.items == ("раз", "два")
    assert one.source is sheets.EDITORS


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"items": []}, "columns"),
        ({"colour": "red"}, "colour"),
        ({"source": "elsewhere"}, "source must be one of"),
        ({"source": "editors"}, "note"),
    ],
)
def test_a_slip_is_named_with_its_file_and_key(change: dict[str, Any], said: str) -> None:
    table = {"columns": ["А"], "rows": [["1"]]} | WORDS
    with pytest.raises(ValueError, match=rf"sheets\.toml: \[sheet\.'a\.b'\].*(?:{said})"):
        sheets.parse("a.b", table | change)


def test_an_unknown_key_is_refused_with_those_there_are() -> None:
    with pytest.raises(KeyError, match=r"'owners'.*audit\.checks.*marketer\.skills"):
        sheets.sheet("owners")
