"""A chapter printed from the browser."""

from io import BytesIO

from pypdf import PdfReader

from tests.browser.reader import Reader


def test_chapter_seven_prints_on_eight_pages_and_the_first_is_full(reader: Reader) -> None:
    printed = reader.open("hiring/").page.pdf(prefer_css_page_size=True)
    pages = PdfReader(BytesIO(printed)).pages
    assert len(pages) <= 8
    # What is drawn letter by letter is read with spaces of its own.
    first = "".join(pages[0].extract_text().split())
    # The first heading has its table with the last row, and what follows the table, on its page.
    for words in ("Два пути: что вы платите", "Адаптация", "Написать вакансию"):
        assert "".join(words.split()) in first
