"""Templates into one line of HTML, with nothing of the text lost."""

import html

import pytest

from macros.render import kept_lines


@pytest.mark.parametrize("text", ["", "одна строка", "# Первая\n\n  вторая <b> & третья\n"])
def test_a_text_keeps_its_lines_on_one_line_of_html(text: str) -> None:
    kept = kept_lines(text)
    assert "\n" not in kept
    assert "<" not in kept
    assert html.unescape(kept) == text
