"""What comes before and after a page for whoever reads on."""

from types import SimpleNamespace
from typing import Any

import pytest

from macros.reading import put_in_order


def page(name: str, **meta: int) -> Any:
    return SimpleNamespace(
        meta=meta, previous_page=None, next_page=None, file=SimpleNamespace(src_uri=name)
    )


def test_a_page_of_practice_stands_beside_its_chapter_and_not_in_the_line() -> None:
    one, two = page("one.md", chapter=1), page("two.md", chapter=2)
    beside, last = page("practice/two.md", practice=2), page("last.md")
    pages = [one, two, beside, last]
    for each in pages:
        put_in_order(each, pages)
    assert (one.previous_page, one.next_page) == (None, two)
    assert (two.previous_page, two.next_page) == (one, last)
    assert (beside.previous_page, beside.next_page) == (two, last)
    assert (last.previous_page, last.next_page) == (two, None)


def test_a_page_that_is_in_no_navigation_is_left_as_it_is() -> None:
    alone = page("alone.md")
    put_in_order(alone, [page("one.md", chapter=1)])
    assert (alone.previous_page, alone.next_page) == (None, None)


def test_practice_of_a_chapter_that_there_is_not_is_refused_by_name() -> None:
    stray = page("practice/stray.md", practice=9)
    with pytest.raises(ValueError, match=r"practice/stray\.md: practice: 9 is no chapter"):
        put_in_order(stray, [page("one.md", chapter=1), stray])
