"""A document in Markdown, as the blocks of another kind of file."""

from calculators.kit.takeaway import markdown

TEXT = """# ТЗ

## 1. Обязанности

- звонить
* писать
- [ ] проверить CRM
#хештег  не заголовок

1. Первое
"""


def test_every_line_becomes_a_block_with_its_words() -> None:
    found = [(b["style"], b["level"], b["text"]) for b in markdown.blocks(TEXT)]
    assert found == [
        ("heading", 1, "ТЗ"),
        ("heading", 2, "1. Обязанности"),
        ("item", 0, "звонить"),
        ("item", 0, "писать"),
        ("task", 0, "проверить CRM"),
        ("text", 0, "#хештег  не заголовок"),
        ("text", 0, "1. Первое"),
    ]


def test_an_empty_text_has_no_blocks() -> None:
    assert list(markdown.blocks(" \n\n")) == []
