"""The pages of practice as a reader comes to them: from a chapter, on a phone, and back."""

import json
import re

from playwright.sync_api import expect

from tests.browser.reader import Reader, awake


def test_a_chapter_leads_to_its_page_of_practice_whose_words_are_explained_and_back(
    reader: Reader,
) -> None:
    page = reader.page
    page.set_viewport_size({"width": 360, "height": 740})
    reader.open("sales-audit/")
    page.get_by_role("link", name="первая неделя аудита по часам").click()
    expect(page).to_have_url(re.compile(r"/practice/audit-first-week/(#.*)?$"))
    awake(page)
    faults = reader.faults()
    assert not faults, json.dumps(faults, ensure_ascii=False, indent=2)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    # A page in a folder of its own: its terms lead to the one glossary all the same.
    page.locator("article [data-term=crm]").first.click()
    expect(page).to_have_url(re.compile(r"(?<!practice)/glossary/(#.*)?$"))
    page.go_back()
    page.locator("article").get_by_role("link", name="Аудит отдела продаж").click()
    expect(page).to_have_url(re.compile(r"/sales-audit/(#.*)?$"))
