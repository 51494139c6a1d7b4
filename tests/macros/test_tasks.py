"""The tasks of the chapters, out of their checklists."""

from types import SimpleNamespace
from typing import Any

import pytest

from macros import tasks

TEXT = """# Глава

- [ ] Выгрузить {{ who }}.
  {: #week-export }
- [ ] Назначить одного.
  {: #week-owner }

- просто пункт
"""


def page(markdown: str, **meta: Any) -> Any:
    """A page of the site as MkDocs has it."""
    file = SimpleNamespace(name="chapter", src_uri="chapter.md")
    return SimpleNamespace(markdown=markdown, meta={"title": "Глава"} | meta, file=file)


def expanded(text: str) -> str:
    return text.replace("{{ who }}", "<span data-quote='[]'>базу</span>")


def test_every_task_of_a_chapter_is_found_with_its_id_and_its_macros_filled_in() -> None:
    (found,) = tasks.chapters([page(TEXT, chapter=4)], expanded)
    assert (found.name, found.title) == ("chapter", "Глава")
    assert found.tasks == (
        tasks.Task("week-export", "Выгрузить базу."),
        tasks.Task("week-owner", "Назначить одного."),
    )


def test_a_page_that_is_no_chapter_has_none() -> None:
    assert list(tasks.chapters([page(TEXT)], expanded)) == []


@pytest.mark.parametrize(
    "task", ["- [ ] без имени\n", "- [ ] на две\n  строки\n  {: #week-two }\n", "  - [ ] внутри\n"]
)
def test_a_task_that_would_be_left_out_fails_with_the_page(task: str) -> None:
    with pytest.raises(ValueError, match=r"chapter\.md: 3 tasks, 2 of them"):
        list(tasks.chapters([page(TEXT + task, chapter=4)], expanded))
