"""The build: what it refuses, and what the built pages hold."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from calculators.kit import registry, view
from tests.conftest import build_site, copy_project

FOREIGN = re.compile(r"""(?:src|href)=["']?(https?:)?//|url\(["']?(https?:)?//|@import""")
# Links that a reader follows by choice load nothing by themselves.
CANONICAL = re.compile(r'<link rel="?canonical"? href="?[^>]*>')

DATED = re.compile(r'<span class="git-revision[^>]*>[^<]*</span>')


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project whose chapters a test may break."""
    return copy_project(tmp_path)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{{ calculater('lost_revenue') }}", "calculater"),
        ("{{ calculator('lost_revenues') }}", "lost_revenues"),
        ("{{ calculator('lost_revenue', client=5) }}", "client"),
        ("{{ calculator('lost_revenue', margin=101) }}", "margin"),
        ("{{ value('lost_revenue', 'lost_revenue_yaer') }}", "lost_revenue_yaer"),
        ("{{ figure('repeat.shares') }}", "repeat.shares"),
        (
            "{{ diagram('career_paths') }}",
            "audit_lists, career_path, customer_journey, hiring_paths",
        ),
        ("{{ diagram('hiring_paths', own_weeks='2–4 недели') }}", "agency_weeks=figure(…)"),
        ("{{ no_such_variable }}", "no_such_variable"),
        ("{{ page.no_such_attribute.x }}", "no_such_attribute"),
        ("{% if %}", "Expected an expression"),
        ("[ссылка](no-such-page.md)", "no-such-page.md"),
        ("[ссылка](index.md#no-such-heading)", "no-such-heading"),
    ],
)
def test_the_build_fails_on_a_slip_and_names_it(project: Path, line: str, said: str) -> None:
    chapter = project / "docs" / "repeat-sales.md"
    chapter.write_text(f"{chapter.read_text('utf-8')}\n\n{line}\n", "utf-8")
    built = build_site(project / "site", "http://127.0.0.1/", project / "mkdocs.yml")
    assert built.returncode != 0
    assert said in built.stdout + built.stderr


def test_an_untouched_copy_builds(project: Path) -> None:
    built = build_site(project / "site", "http://127.0.0.1/", project / "mkdocs.yml")
    assert built.returncode == 0, built.stderr


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
    html = (site / registry.get(name).chapter / "index.html").read_text("utf-8")
    result = view.result(name, {})
    shown = [result["headline"]["text"], *result["reading"].values()]
    shown += [result["chart"]["finding"]] if result["chart"] else []
    shown += [output["text"] for output in result["outputs"]]
    shown += [step["formula"] for step in result["steps"]]
    assert all(text in html for text in shown)
    assert not result["chart"] or html.count('<div class="calculator__drawing ') >= 2


def test_the_font_has_the_ruble_and_cyrillic(site: Path) -> None:
    sheet = (site / "assets/fonts/index.css").read_text("utf-8")
    names = re.findall(r"url\(\./([^)]+)\)", sheet)
    assert names
    assert all((site / "assets/fonts" / name).is_file() for name in names)
    assert "U+0400-045F" in sheet
    assert "U+20AD-20C0" in sheet


def test_large_files_have_names_that_change_with_them(site: Path) -> None:
    ours = [
        f
        for f in site.rglob("*")
        if not {site / "assets/javascripts", site / "search"} & {*f.parents}
    ]
    large = [f for f in ours if f.is_file() and f.stat().st_size > 400_000]
    assert large
    for file in large:
        assert re.search(r"-\d+\.\d+\.\d+/|-[0-9a-f]{12}/", file.as_posix()), file


def test_two_builds_of_the_same_sources_are_the_same(
    site: Path, tmp_path: Path, built_url: str
) -> None:
    again = tmp_path / "site"
    assert build_site(again, built_url).returncode == 0
    for file in (f for f in site.rglob("*") if f.is_file()):
        other = again / file.relative_to(site)
        # A page that is not committed yet carries the time of its making.
        if file.suffix == ".html":
            assert DATED.sub("", other.read_text("utf-8")) == DATED.sub("", file.read_text("utf-8"))
        else:
            assert other.read_bytes() == file.read_bytes(), file


def test_pages_and_the_sitemap_give_the_day_of_the_last_commit_not_that_of_the_build(
    project: Path,
) -> None:
    moment = "2021-03-04T12:00:00Z"
    dated = os.environ | {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    commit = ["git", "-c", "user.name=Автор", "-c", "user.email=author@example.org", "commit"]
    for command in (["git", "init", "-q"], ["git", "add", "docs"], [*commit, "-qm", "Главы"]):
        subprocess.run(command, cwd=project, env=dated, check=True)
    site = project / "site"
    built = build_site(site, "http://127.0.0.1/", project / "mkdocs.yml")
    assert built.returncode == 0, built.stderr
    assert "4 марта 2021" in (site / "index.html").read_text("utf-8")
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    assert set(re.findall(r"<lastmod>(.*?)<", sitemap)) == {"2021-03-04"}
