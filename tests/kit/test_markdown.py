"""A document in Markdown, as the blocks of another kind of file."""

from calculators.kit.takeaway import markdown

TEXT = """# ТЗ

## 1. Обязанности

- звонить
* писать
- [ ] проверить CRM
- [x] позвонить
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
        ("done", 0, "позвонить"),
        ("text", 0, "#хештег  не заголовок"),
        ("text", 0, "1. Первое"),
    ]


def test_an_empty_text_has_no_blocks() -> None:
    assert list(markdown.blocks(" \n\n")) == []


def test_blocks_become_a_text_of_the_same_blocks() -> None:
    found = list(markdown.blocks(TEXT))
    text = markdown.text(found)
    assert list(markdown.blocks(text)) == found
    # Items follow one another, all else has a blank line between.
    assert "- звонить\n- писать\n- [ ] проверить CRM\n- [x] позвонить\n\n#хештег" in text


def test_no_blocks_are_an_empty_text() -> None:
    assert markdown.text([]) == ""
