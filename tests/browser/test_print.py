"""A chapter printed from the browser."""

from io import BytesIO

from pypdf import PdfReader

from tests.browser.reader import Reader


def test_chapter_seven_prints_on_eight_pages_and_the_first_is_full(reader: Reader) -> None:
    printed = reader.open("hiring/").page.pdf(prefer_css_page_size=True)
    pages = PdfReader(BytesIO(printed)).pages
    assert len(pages) <= 8
    # The first heading's table and what follows stand below the chapter's beginning.
    first = pages[0].extract_text()
    assert "Два пути: что вы платите и что получаете" in first
    assert "Адаптация" in first
