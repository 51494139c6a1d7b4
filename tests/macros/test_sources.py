"""What the build says of figures that the law may have changed since."""

import logging

import pytest

from macros import sources

LAW = ["law.income_tax", "law.income_tax.limit", "law.contributions", "law.contributions.limit",
       "law.minimum_wage"]  # fmt: skip
# Seconds from 1970 to noon of the last day of 2026 and of the first of 2027, UTC.
NEW_YEARS_EVE, NEW_YEAR = "1798718400", "1798804800"


@pytest.fixture
def told(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.INFO, "mkdocs")
    return caplog


def test_what_still_holds_is_not_spoken_of(
    told: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NEW_YEARS_EVE)
    sources.report()
    assert told.records == []
    assert not any(entry.old for entry in sources.entries([]))


def test_each_figure_that_has_run_out_is_named_and_none_is_a_warning(
    told: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NEW_YEAR)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    sources.report()
    assert [record.levelname for record in told.records] == ["INFO"] * len(LAW)
    assert all(record.name.startswith("mkdocs.") for record in told.records)
    for key, record in zip(LAW, told.records, strict=True):
        assert f"{key} holds for 2026 only" in record.getMessage()
        assert "calculators/figures.toml" in record.getMessage()
    assert [entry.key for entry in sources.entries([]) if entry.old] == LAW
    assert capsys.readouterr().out == ""


def test_on_github_it_stands_on_the_page_of_the_run_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NEW_YEAR)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    sources.report()
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(LAW)
    assert lines[0].startswith("::warning file=calculators/figures.toml::law.income_tax holds")


def test_the_editors_defaults_are_told_in_words_and_a_list_as_rows() -> None:
    rows = [row for told in sources.assumptions() for row in told["rows"]]
    values = {row["label"]: row["value"] for row in rows}
    assert values["Ваша ступень"] == "руководитель отдела продаж"
    assert values["Этапы воронки"] == "строки"
