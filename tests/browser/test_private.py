"""What a reader types stays in his browser: no request carries it, not even to the site's host."""

import pytest
from playwright.sync_api import Request, expect

from tests.browser.reader import Reader

# In no file of the site; typed with a space, sent in whatever way.
TYPED = ("7654321", "7 654 321", "7%20654%20321", "7%C2%A0654%C2%A0321", "7+654+321")


@pytest.mark.every_browser
def test_what_is_typed_is_in_no_request_and_no_cookie(reader: Reader) -> None:
    sent: list[Request] = []
    reader.page.context.on("request", lambda request: sent.append(request))
    placed = reader.open().calculator().wake()
    placed.type({"clients": "7 654 321"})
    placed.is_current()
    expect(placed.input("clients")).to_have_value("7 654 321")
    reader.open()  # again, with what the browser kept
    assert len(sent) > 10
    assert {request.method for request in sent} == {"GET"}
    asked = [request.url + (request.post_data or "") for request in sent]
    carried = [url for url in asked if any(form in url for form in TYPED)]
    assert carried == []
    assert not [request.url for request in sent if "7654321" in str(request.headers)]
    assert reader.page.context.cookies() == []
