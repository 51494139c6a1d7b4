"""The site stands wherever it is published: at a path, at a name of its own, in anybody's fork."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.conftest import PATH, ROOT, SITE_URL
from tests.site.documents import Document

# What people and programs read; scripts of others name addresses of their own.
READ = (".html", ".json", ".md", ".txt", ".webmanifest", ".xml")
HOSTS = {"localhost", "127.0.0.1", urlsplit(SITE_URL).hostname}
ADDRESS = re.compile(rf"https?://(?:{'|'.join(map(re.escape, filter(None, HOSTS)))})[^\s\"'<>)]*")
# What GitHub shows or obeys of a repository.
SHOWN = ("*.md", "*.toml", "mkdocs.yml", "package.json", ".github/*.yml", ".github/workflows/*.yml")


def test_no_page_or_list_names_another_address_of_the_site(site: Path) -> None:
    files = [file for file in site.rglob("*") if file.suffix in READ]
    named = {
        (file.relative_to(site).as_posix(), address)
        for file in files
        for address in ADDRESS.findall(file.read_text("utf-8"))
    }
    assert {"llms.txt", "sitemap.xml", "404.html"} <= {name for name, _ in named}
    assert [one for one in named if not one[1].startswith(SITE_URL)] == []


def test_the_page_for_what_is_not_there_works_at_any_depth(
    documents: dict[str, Document], site: Path
) -> None:
    page = documents["404.html"]
    tags = [(tag, name) for tag in ("a", "link", "script", "img") for name in ("href", "src")]
    addresses = {value for tag, name in tags for value in page.attributes(tag, name)}
    local = [urlsplit(it) for it in addresses if not urlsplit(it).scheme and it[0] != "#"]
    assert len(local) > 20
    for address in local:
        assert address.path.startswith(PATH), address
        file = site / unquote(address.path.removeprefix(PATH))
        assert (file / "index.html" if file.is_dir() else file).is_file(), address


def test_a_fork_has_no_name_to_change() -> None:
    for pattern in SHOWN:
        found = sorted(ROOT.glob(pattern))
        assert found, pattern
        for file in found:
            text = file.read_text("utf-8")
            assert not re.search(r"github\.(?:com|io)/|githubusercontent", text), file
