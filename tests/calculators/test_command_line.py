"""The calculators on the command line."""

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from calculators import __main__ as command_line
from calculators.__main__ import main
from calculators.kit import registry, view

type Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: str) -> tuple[int, str, str]:
        try:
            status = main(arguments)
        except SystemExit as stop:
            status = int(str(stop.code))
        return status, *capsys.readouterr()

    return run


def test_alone_it_lists_every_calculator_with_its_fields(run: Run) -> None:
    status, out, _ = run()
    assert status == 0
    for name in registry.names():
        assert name in out
        assert all(f"    {field}" in out for field in registry.get(name).fields)


def test_a_person_reads_the_result_and_how_it_was_found(run: Run) -> None:
    # 1200 × 20 % = 240; 240 × 2 × 15 000 = 7 200 000
    status, out, _ = run("lost_revenue", "clients=1200", "average_check=15000")
    assert status == 0
    assert "7\u00a0200\u00a0000\u00a0₽" in out
    assert "1\u00a0200\u00a0клиентов × 20\u00a0% = 240\u00a0клиентов" in out


def test_json_has_every_digit_wherever_the_flag_stands(run: Run) -> None:
    for arguments in (["--json", "lost_revenue"], ["lost_revenue", "--json"]):
        status, out, _ = run(*arguments, "clients=1", "orders_per_year=1", "average_check=0,1")
        assert status == 0
        answer = json.loads(out, parse_float=Decimal)
        assert answer["calculator"] == "lost_revenue"
        assert answer["inputs"]["average_check"] == Decimal("0.1")
        # 1 × 20 % × 1 × 0,1 = 0,02; ÷ 12 = 0,001666…, fifty digits long
        assert answer["outputs"]["lost_revenue_year"] == Decimal("0.02")
        assert str(answer["outputs"]["lost_revenue_month"]).startswith(
            "0.0016666666666666666666666"
        )


@pytest.mark.parametrize("value", ["1200.50", '"1 200,50 ₽"'])
def test_inputs_come_from_a_file_or_from_standard_input(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:  # fmt: skip
    text = f'{{"average_check": {value}}}'
    file = tmp_path / "inputs.json"
    file.write_text(text, "utf-8")
    _, from_file, _ = run("lost_revenue", "--json", "--input", str(file))
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    _, from_stdin, _ = run("lost_revenue", "--json", "--input", "-")
    assert json.loads(from_file)["inputs"]["average_check"] == 1200.5
    assert from_file == from_stdin


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["lost_revenue", "client=1"], "client: "),
        (["lost_revenue", "margin=101"], "margin: "),
        (["lost_revenue", "clients=abc"], "clients: "),
        (["lost_revenues", "--json"], "lost_revenues"),
        (["lost_revenues"], "lost_revenues"),
        (["lost_revenue", "clients"], "поле=число"),
        (["lost_revenue", "--input", "no-such-file.json"], "no-such-file.json"),
    ],
)
def test_bad_input_exits_with_two_and_names_the_field(
    run: Run, arguments: list[str], said: str
) -> None:  # fmt: skip
    status, out, err = run(*arguments)
    assert status == 2
    assert said in err
    assert not out


@pytest.mark.parametrize("text", ["[1]", "{", "1"])
def test_a_file_that_is_no_json_object_is_refused(run: Run, tmp_path: Path, text: str) -> None:
    file = tmp_path / "inputs.json"
    file.write_text(text, "utf-8")
    assert run("lost_revenue", "--input", str(file))[0] == 2


def test_a_person_reads_every_part_in_the_order_of_the_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown = {
        "headline": {"label": "Итог", "text": "7"},
        "outputs": [{"label": "Ещё", "text": "3"}],
        "steps": [{"label": "Шаг", "formula": "3 + 4 = 7"}],
        "lists": [{"title": "Список", "items": [{"text": "раз"}, {"text": "два"}]}],
        "tables": [
            {
                "caption": "Таблица",
                "columns": [{"text": "А"}, {"text": "Б"}],
                "rows": [{"cells": [{"text": "1"}, {"text": "2"}]}],
            }
        ],
        "document": "## Текст",
        "reading": {"meaning": "Смысл.", "action": "Дело.", "caution": "Осторожно."},
    }
    monkeypatch.setattr(view, "result", lambda _name, _raw: shown)
    monkeypatch.setattr(view, "spread_sentences", lambda _name, _raw: ["В 4 случаях из 20."])
    assert command_line.as_text("", {}).split("\n") == [
        "Итог: 7", "Ещё: 3", "",
        "В 4 случаях из 20.", "",
        "Шаг: 3 + 4 = 7", "",
        "Список:", "— раз", "— два", "",
        "Таблица", "А\tБ", "1\t2", "",
        "## Текст", "",
        "Смысл.", "Дело.", "Осторожно.",
    ]  # fmt: skip


def test_the_list_of_calculators_says_what_each_field_takes(run: Run) -> None:
    lines = run()[1].split("\n")
    assert lines[0] == registry.names()[0]
    assert "    clients=1\u00a0000  Клиентов за всё время, клиентов" in lines
    assert "    management=unanswered  1. Управление: yes | partly | no | unanswered" in lines
    assert any(
        re.fullmatch(r"    stages  .+: строки из name, conversion, uplift, только через --input", x)
        for x in lines
    )
    assert any(re.fullmatch(r"    duties=  [^:|]+", line) for line in lines)


def test_a_field_typed_after_a_file_stands_instead_of_the_file_s(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "inputs.json"
    file.write_text('{"clients": 5, "margin": 10}', "utf-8")
    _, out, _ = run("lost_revenue", "clients=7", "--input", str(file), "--json")
    inputs = json.loads(out)["inputs"]
    assert (inputs["clients"], inputs["margin"]) == (7, 10)


def test_a_file_s_fields_stand_instead_of_a_preset_s_and_leave_the_rest(
    run: Run, tmp_path: Path
) -> None:
    name, preset = next(
        (name, key) for name in registry.names() for key in registry.get(name).presets
    )
    typed = view.preset(name, preset)
    field, other = [key for key, value in typed.items() if isinstance(value, str)][:2]
    file = tmp_path / "inputs.json"
    file.write_text(json.dumps({field: "1"}), "utf-8")
    _, out, _ = run(name, "--preset", preset, "--input", str(file), "--json")
    plain = json.loads(run(name, "--preset", preset, "--json")[1])["inputs"]
    inputs = json.loads(out)["inputs"]
    assert inputs[field] == 1
    assert inputs[other] == plain[other]


def test_only_the_first_equals_sign_parts_a_field_from_its_text(run: Run) -> None:
    _, out, _ = run("job_brief", "channels=a=b", "--json")
    assert "a=b" in out


def test_a_number_that_may_be_meant_otherwise_is_noted_beside_the_answer(run: Run) -> None:
    # 1000 × 20 % × 2 × 15 000 = 6 000 000
    status, out, err = run("lost_revenue", "average_check=15.000")
    assert status == 0
    assert "6\u00a0000\u00a0000\u00a0₽" in out
    assert err == "average_check: Прочли как 15\u00a0000.\n"


def test_json_has_the_number_and_no_note(run: Run) -> None:
    status, out, err = run("lost_revenue", "average_check=15.000", "--json")
    assert (status, err) == (0, "")
    assert json.loads(out).keys() == {"calculator", "inputs", "outputs"}
    assert json.loads(out)["inputs"]["average_check"] == 15_000


@pytest.mark.parametrize(
    ("value", "number"),
    [("15.125", "15.125"), ("15.000", "15"), ("1e3", "1000"), ('"15.000"', "15000")],
)
def test_a_number_in_a_file_has_a_decimal_point_and_a_string_is_as_people_type(
    run: Run, tmp_path: Path, value: str, number: str
) -> None:  # fmt: skip
    file = tmp_path / "inputs.json"
    file.write_text(f'{{"average_check": {value}}}', "utf-8")
    _, out, _ = run("lost_revenue", "--json", "--input", str(file))
    answer = json.loads(out, parse_float=Decimal, parse_int=Decimal)
    assert answer["inputs"]["average_check"] == Decimal(number)


@pytest.mark.parametrize("value", ["null", "true", "NaN", "[1]", "{}"])
def test_what_is_no_number_and_no_words_is_answered_in_its_field(
    run: Run, tmp_path: Path, value: str
) -> None:  # fmt: skip
    file = tmp_path / "inputs.json"
    file.write_text(f'{{"average_check": {value}}}', "utf-8")
    status, _, err = run("lost_revenue", "--input", str(file))
    assert status == 2
    assert err == "average_check: Здесь нужно одно значение: число или слова.\n"


def test_a_file_that_goes_too_deep_is_refused_in_a_sentence(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "inputs.json"
    file.write_text("[" * 100_000 + "]" * 100_000, "utf-8")
    status, _, err = run("lost_revenue", "--input", str(file))
    assert status == 2
    assert "вложенность" in err


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["bare", "with a mark"])
def test_a_file_is_read_as_utf_8_whatever_the_locale(
    run: Run, tmp_path: Path, mark: bytes
) -> None:  # fmt: skip
    file = tmp_path / "inputs.json"
    file.write_bytes(mark + '{"channels": "Ёлка"}'.encode())
    _, out, _ = run("job_brief", "--input", str(file), "--json")
    assert "Ёлка" in out


def test_levers_say_what_matters_most_and_where_the_answer_turns(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert command_line.main(["hiring_cost", "--levers", "vacancy_cost=0"]) == 0
    said = capsys.readouterr().out.splitlines()
    # 0 is no number to take a tenth of, so the empty week is not said to matter or not.
    assert not [line for line in said if "Цена пустой недели" in line]
    assert said[1].startswith("Что важнее всего: ")
    assert said[-1].startswith("Ответ сменится при одном из этих чисел: «")


def test_levers_of_a_questionnaire_are_nothing_and_that_is_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert command_line.main(["owner_check", "--levers"]) == 0
    assert capsys.readouterr().out == command_line.NO_NUMBERS + "\n"


def test_another_answer_is_sought_in_words_and_as_json(run: Run) -> None:
    asked = ("lost_revenue", "--seek", "lost_revenue_year=10 млн", "--vary", "clients")
    status, out, err = run(*asked)
    assert (status, err) == (0, "")
    assert out.startswith("«Клиентов за всё время»: нужно 1\u00a0667\u00a0клиентов")
    told = json.loads(run(*asked, "--json")[1])
    assert [*told] == [
        "calculator", "inputs", "output", "target", "input", "value", "reached", "gets",
    ]  # fmt: skip
    assert (told["value"], told["gets"]) == (1667, 10_002_000)


def test_a_wrong_question_for_another_answer_is_answered_with_what_there_is(run: Run) -> None:
    status, _, err = run("lost_revenue", "--seek", "revenue=1", "--vary", "clients")
    assert status == 2
    assert "есть: lost_revenue_year" in err


def test_a_range_on_the_command_line_has_its_spread(run: Run) -> None:
    _, out, _ = run("lost_revenue", "clients=800-1200")
    assert "В 18\u00a0случаях из 20: " in out
    told = json.loads(run("lost_revenue", "clients=800-1200", "--json")[1])
    assert told["inputs"]["clients"] == 1000
    assert {*told["spread"]["lost_revenue_year"]} == {"low", "high", "cases"}


@pytest.mark.parametrize("unbuffered", ["", "1"], ids=["at its end", "line by line"])
def test_an_answer_that_is_read_no_further_ends_without_a_word(unbuffered: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    told = subprocess.run(
        [sys.executable, "-m", "calculators", "hiring_cost"],
        stdout=writing,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
        check=False,
    )
    os.close(writing)
    assert (told.returncode, told.stderr) == (1, b"")
