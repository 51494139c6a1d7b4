"""The build: what it refuses, and what the built pages hold."""

import hashlib
import os
import re
import subprocess
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from bundle import wheel
from calculators.kit import registry, view
from macros.companions import offered, offline
from tests.conftest import ROOT, build_site, copy_project
from tests.site.documents import in_pieces

FOREIGN = re.compile(r"""(?:src|href)=["']?(https?:)?//|url\(["']?(https?:)?//|@import""")
# Links that a reader follows by choice load nothing by themselves.
CANONICAL = re.compile(r'<link rel="?canonical"? href="?[^>]*>')

GENERATOR = re.compile(r'<meta name="?generator"? [^>]*>')
DIGEST = re.compile(r'^var version = "\w+"$|^  "[^"]*(?:/|\.html|)": "sha256-[^"]+"', re.MULTILINE)
DATED = re.compile(r'<span class="git-revision[^>]*>[^<]*</span>')


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


@pytest.fixture
def project(site: Path, tmp_path: Path) -> Path:
    """A copy of the project whose chapters a test may break."""
    assert site  # what its build keeps for the next one is there
    return copy_project(tmp_path)


LINKS = "[ссылка](no-such-page.md) [ссылка](glossary.md#no-such-heading)"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{{ calculator('lost_revenues') }}", ["lost_revenues"]),
        ("{{ calculator('lost_revenue', margin=101) }}", ["margin"]),
        ("{{ value('lost_revenue', 'lost_revenue_yaer') }}", ["lost_revenue_yaer"]),
        ("{{ diagram('hiring_paths', own_weeks='2–4 недели') }}", ["agency_weeks=figure(…)"]),
        ("{{ no_such_variable }}", ["no_such_variable"]),
        ("{% if %}", ["Expected an expression"]),
        (LINKS, ["no-such-page.md", "no-such-heading"]),
    ],
)
def test_the_build_fails_on_a_slip_and_names_it(project: Path, line: str, said: list[str]) -> None:
    # The page that is built first: what fails there fails soon.
    page = project / "docs" / "index.md"
    page.write_text(f"{page.read_text('utf-8')}\n\n{line}\n", "utf-8")
    built = build_site(project / "site", project / "mkdocs.yml")
    assert built.returncode != 0
    assert not [words for words in said if words not in built.stdout + built.stderr]


@pytest.fixture(scope="module")
def late(site: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A copy built without an edit when 2026 is over, committed long before; and what was said."""
    assert site
    project = copy_project(tmp_path_factory.mktemp("late"))
    moment = "2021-03-04T12:00:00Z"
    dated = os.environ | {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    commit = ["git", "-c", "user.name=Автор", "-c", "user.email=author@example.org", "commit"]
    for command in (["git", "init", "-q"], ["git", "add", "docs"], [*commit, "-qm", "Главы"]):
        subprocess.run(command, cwd=project, env=dated, check=True)
    noon = "1798804800"  # of 1 January 2027, UTC
    built = build_site(project / "site", project / "mkdocs.yml", SOURCE_DATE_EPOCH=noon)
    assert built.returncode == 0, built.stderr
    return project / "site", built.stderr


def test_a_year_that_is_over_stops_no_build_but_is_said_in_its_log_and_on_its_page(
    late: tuple[Path, str],
) -> None:
    site, said = late
    assert "law.minimum_wage holds for 2026 only" in said
    page = (site / "sources/index.html").read_text("utf-8")
    assert page.count("Срок вышел: число 2026 года") == 5
    assert "Действует на 2026" not in page


def test_pages_and_the_sitemap_give_the_day_of_the_last_commit_not_that_of_the_build(
    late: tuple[Path, str],
) -> None:
    site, _ = late
    assert "4 марта 2021" in (site / "index.html").read_text("utf-8")
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    assert set(re.findall(r"<lastmod>(.*?)<", sitemap)) == {"2021-03-04"}


def test_no_page_asks_another_host_for_anything(site: Path) -> None:
    for page in pages(site):
        html = re.sub(r"<a\b[^>]*>", "", CANONICAL.sub("", page.read_text("utf-8")))
        assert not FOREIGN.search(html), page
    for sheet in site.rglob("*.css"):
        assert not FOREIGN.search(sheet.read_text("utf-8")), sheet


def test_no_template_is_left_in_a_page(site: Path) -> None:
    for page in pages(site):
        assert "{{" not in page.read_text("utf-8"), page
        assert "{%" not in page.read_text("utf-8"), page


@pytest.mark.parametrize("name", registry.names())
def test_the_default_result_stands_in_the_page_before_any_script(site: Path, name: str) -> None:
    pages = [site / registry.get(name).chapter, site / "embed" / name]
    htmls = [in_pieces((page / "index.html").read_text("utf-8")) for page in pages]
    result = view.result(name, {})
    shown = [result["headline"]["text"], *result["reading"].values()]
    shown += [result["chart"]["finding"]] if result["chart"] else []
    shown += [output["text"] for output in result["outputs"]]
    shown += [step["formula"] for step in result["steps"]]
    for html in htmls:
        assert all(text in html for text in shown)
        assert not result["chart"] or html.count('<div class="calculator__drawing ') >= 2


def test_the_font_has_every_letter_of_the_pages_and_not_the_weight_of_a_whole_one(
    site: Path,
) -> None:
    letters: set[int] = set()
    weight = 0
    for file in (site / "assets/fonts").glob("*.woff2"):
        letters |= TTFont(file).getBestCmap().keys()
        weight += file.stat().st_size
    chapters = [*site.glob("*-*/index.html"), *site.glob("practice/*/index.html")]
    text = "".join(page.read_text("utf-8") for page in chapters)
    # The arrow to the next page and marks of charts are not of any font we bring.
    shown = {ord(letter) for letter in re.findall(r"[А-яЁё«»—–…₽№×÷−A-z0-9\u00a0]", text)}
    assert shown <= letters
    # The four whole files have 96 636 bytes.
    assert weight < 96_636 / 2


def test_one_style_sheet_has_what_the_pages_and_the_scripts_name_and_no_more(site: Path) -> None:
    sheets = {file.name for file in site.rglob("*.css")}
    assert sheets == {"embed.css", "site.css"}  # of all pages, and of calculators alone
    text = (site / "assets/stylesheets/site.css").read_text("utf-8")
    # Ours, a state that only a script makes, Material's, and what its script alone makes.
    for name in (".calculator__form", "[data-fresh]", ".md-nav__link", ".md-search-result__item"):
        assert name in text
    assert ".md-consent" not in text
    page = (site / "index.html").read_text("utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()[:12]
    assert f'href="assets/stylesheets/site.css?{digest}"' in page


def test_scripts_come_without_lines_of_comments_and_with_all_else(site: Path) -> None:
    for script in (ROOT / "docs").rglob("*.js"):
        source = script.read_text("utf-8")
        built = (site / script.relative_to(ROOT / "docs")).read_text("utf-8")
        assert "@ts-check" not in built, script
        left = built.splitlines()
        for line in source.splitlines():
            if left and line == left[0]:
                del left[0]
            else:
                assert re.match(r"//|/\*\*|\*", line.strip()), (script, line)
        assert not left, script
        # A text of several lines is not looked into: none may have a line that looks like one.
        texts = "".join(source.split("`")[1::2])
        assert not re.search(r"^\s*(//|/\*)", texts, re.MULTILINE), script


def test_large_files_have_names_that_change_with_them(site: Path) -> None:
    ours = [
        f
        for f in site.rglob("*")
        if not {site / "assets/javascripts", site / "search"} & {*f.parents}
    ]
    # What is not for pages, and imported from again and again, has an address that stays.
    stays = {site / wheel.ARCHIVE, *(site / offered.FOLDER).glob("*")}
    large = [f for f in ours if f.is_file() and f.stat().st_size > 400_000 and f not in stays]
    assert large
    for file in large:
        dated = r"-\d+\.\d+\.\d+/|-[0-9a-f]{12}/|\+src[0-9a-f]{8}-"
        assert re.search(dated, file.as_posix()), file


def test_two_builds_of_the_same_sources_are_the_same_and_properdocs_builds_what_mkdocs_does(
    site: Path, tmp_path: Path
) -> None:
    again = tmp_path / "site"
    built = build_site(again, program="properdocs")
    assert built.returncode == 0, built.stderr
    assert [*paths(again)] == [*paths(site)]
    for path in paths(site):
        # A page that is not committed yet carries the time of its making, and each the generator.
        assert told(again / path) == told(site / path), path
    assert "mkdocs-ProperDocs" in (again / "index.html").read_text("utf-8")


def paths(site: Path) -> list[Path]:
    return sorted(file.relative_to(site) for file in site.rglob("*") if file.is_file())


def told(file: Path) -> bytes | str:
    """What a file says but for what may differ; the worker has digests of all such pages."""
    if file.suffix == ".html":
        return GENERATOR.sub("", DATED.sub("", file.read_text("utf-8")))
    if file.name == offline.WORKER:
        return DIGEST.sub("", file.read_text("utf-8"))
    return file.read_bytes()
