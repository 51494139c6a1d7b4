"""The policy that stands in every page: the same in all, and only what stands in them runs."""

import re
from pathlib import Path

import pytest

from bundle import policy
from tests.site.documents import Document

STRICT = ("unsafe-eval", "http:", "https:", "*", "blob:")


def told(document: Document) -> dict[str, list[str]]:
    """The policy of a page: what each of its directives allows."""
    metas = [a for tag, a in document.tags if tag == "meta"]
    found = [a["content"] or "" for a in metas if a.get("http-equiv") == "Content-Security-Policy"]
    assert len(found) == 1
    parts = (part.split() for part in found[0].split(";"))
    return {name: allowed for name, *allowed in parts}


def test_every_page_has_the_same_policy_before_anything_it_is_about(
    documents: dict[str, Document],
) -> None:
    policies = {str(told(document)) for document in documents.values()}
    assert len(policies) == 1
    for path, document in documents.items():
        first = [a for tag, a in document.tags if tag in ("meta", "script", "link")][:2]
        assert first[1].get("http-equiv") == "Content-Security-Policy", path


def test_scripts_run_from_files_of_the_site_and_by_their_hash_alone(
    documents: dict[str, Document],
) -> None:
    allowed = told(documents[""])
    assert allowed["default-src"] == allowed["connect-src"] == ["'self'"]
    assert allowed["object-src"] == allowed["form-action"] == ["'none'"]
    scripts = allowed["script-src"]
    assert scripts[:2] == ["'self'", "'wasm-unsafe-eval'"]
    assert all(re.fullmatch(r"'sha256-[\w+/]{43}='", one) for one in scripts[2:])
    assert not [one for words in allowed.values() for one in words if one.strip("'") in STRICT]


def test_no_element_has_a_script_of_its_own(documents: dict[str, Document]) -> None:
    for path, document in documents.items():
        for tag, attributes in document.tags:
            assert not [name for name in attributes if name.startswith("on")], (path, tag)
            assert not (attributes.get("href") or "").startswith("javascript:"), (path, tag)


def test_a_hash_is_of_what_stands_between_the_tags() -> None:
    # printf 'go()' | openssl dgst -sha256 -binary | base64
    page = '<script>go()</script><script src="a.js"></script><script type="application/json">{}'
    assert policy.inline(page) == ["go()"]
    assert policy.digest("go()") == "'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw='"


def test_a_page_without_a_place_for_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "bare.html").write_text("<html></html>", "utf-8")
    with pytest.raises(ValueError, match=r"bare\.html"):
        policy.write(tmp_path)
