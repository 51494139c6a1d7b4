"""The calculators on the command line: `python -m calculators`."""

import argparse
import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from calculators.kit import plainjson, read, registry, typed, view

UNREAD, BAD_INPUT = 1, 2
NO_NUMBERS = "Здесь спрашивают ответы, а не числа: менять по одному нечего."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status.

    0; 2 for bad input; 1 where the answer is read no further, as under `head`.
    """
    try:
        status = _answer(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # What is held back goes nowhere, or Python would write it once more when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNREAD
    return status


def _answer(arguments: Sequence[str] | None) -> int:
    parser = _parser()
    options = parser.parse_intermixed_args(arguments)
    if options.calculator is None:
        print(catalogue())
        return 0
    if options.calculator not in registry.names():
        parser.error(
            f"нет калькулятора «{options.calculator}»; есть: {', '.join(registry.names())}"
        )
    known = registry.get(options.calculator).presets
    if options.preset is not None and options.preset not in known:
        parser.error(f"нет примера «{options.preset}»; есть: {', '.join(known) or 'ни одного'}")
    try:
        raw = view.preset(options.calculator, options.preset) if options.preset else {}
        raw |= _raw(options.inputs, options.input)
        if options.seek is None:
            print(REPORTS[options.levers, options.json](options.calculator, raw))
        else:
            print(_sought(options, raw))
        if not options.json:
            _say(view.notes(options.calculator, raw))
    except read.BadInputError as bad:
        if options.json:
            print(plainjson.dumps({"calculator": options.calculator, "errors": bad.errors}))
        else:
            _say(bad.errors)
        return BAD_INPUT
    except RecursionError:
        parser.error(f"{options.input}: вложенность глубже, чем у полей калькулятора")
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        parser.error(str(error))
    return 0


def _say(messages: Mapping[str, str]) -> None:
    for name, message in messages.items():
        print(f"{name}: {message}", file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m calculators", description="Калькуляторы плейбука коммерческого директора."
    )
    parser.add_argument("calculator", nargs="?", help="имя; без него — список калькуляторов")
    parser.add_argument("inputs", nargs="*", metavar="поле=число", help="average_check=15000")
    parser.add_argument("--preset", metavar="ПРИМЕР", help="поля из примера: --preset tours")
    parser.add_argument(
        "--levers", action="store_true", help="что важнее всего и где ответ сменится"
    )
    parser.add_argument(
        "--seek", metavar="ВЫВОД=ЧИСЛО", help="сколько нужно: lost_revenue_year=10000000"
    )
    parser.add_argument("--vary", metavar="ПОЛЕ", default="", help="что при этом менять: clients")
    parser.add_argument("--json", action="store_true", help="числа без округления, как JSON")
    parser.add_argument(
        "--input", metavar="ФАЙЛ", help="поля из JSON-объекта; «-» — стандартный ввод"
    )
    return parser


def _raw(pairs: Sequence[str], file: str | None) -> dict[str, Any]:
    raw: dict[str, Any] = {}
    if file is not None:
        text = sys.stdin.read() if file == "-" else Path(file).read_text("utf-8-sig")
        # Numbers stay the digits they were written with.
        loaded = json.loads(text, parse_float=typed.Exact, parse_int=typed.Exact)
        if not isinstance(loaded, dict):
            raise ValueError(f'{file}: нужен JSON-объект вида {{"поле": число}}')
        raw |= loaded
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise ValueError(f"«{pair}»: нужно в виде поле=число")
        raw[name] = value
    return raw


def catalogue() -> str:
    """The list of calculators with the fields of each and their defaults."""
    lines: list[str] = []
    for name in registry.names():
        form, defaults = view.form(name), view.result(name, {})["fields"]
        lines += [name, f"  {form['title']}. {form['question']}"]
        lines += [f"    {_field(field, defaults)}" for field in form["fields"]]
        lines += [f"    --preset {p['name']}  {p['title']}" for p in form["presets"]]
    return "\n".join(lines)


def _field(field: dict[str, Any], defaults: dict[str, str]) -> str:
    name, label = field["name"], field["label"]
    match field["kind"]:
        case "rows":
            columns = ", ".join(column["name"] for column in field["columns"])
            return f"{name}  {label}: строки из {columns}, только через --input"
        case "choice":
            keys = " | ".join(option["key"] for option in field["options"])
            return f"{name}={defaults[name]}  {label}: {keys}"
        case "number":
            return f"{name}={defaults[name]}  {label}, {field['unit']}"
        case _:
            return f"{name}={defaults[name]}  {label}"


def as_text(name: str, raw: dict[str, Any]) -> str:
    """The result for a person. Raises BadInputError."""
    result: dict[str, Any] = view.result(name, raw)
    if "errors" in result:
        raise read.BadInputError(result["errors"])
    reading = result["reading"]
    outputs = [result["headline"], *result["outputs"]]
    lines = [f"{output['label']}: {output['text']}" for output in outputs]
    if spread := view.spread_sentences(name, raw):
        lines += ["", *spread]
    lines += ["", *(f"{step['label']}: {step['formula']}" for step in result["steps"])]
    for listing in result["lists"]:
        lines += ["", f"{listing['title']}:", *(f"— {item['text']}" for item in listing["items"])]
    for table in result["tables"]:
        rows = [[cell["text"] for cell in row["cells"]] for row in table["rows"]]
        rows.insert(0, [column["text"] for column in table["columns"]])
        lines += ["", table["caption"], *("\t".join(row) for row in rows)]
    if result["document"]:
        lines += ["", result["document"]]
    lines += ["", reading["meaning"], reading["action"], reading["caution"]]
    return "\n".join(lines).strip()


def as_json(name: str, raw: dict[str, Any]) -> str:
    """`{"calculator", "inputs", "outputs"}` at full precision. Raises BadInputError."""
    return plainjson.dumps(view.numbers(name, raw))


def _sought(options: argparse.Namespace, raw: dict[str, Any]) -> str:
    output, _, target = options.seek.partition("=")
    try:
        asked = (options.calculator, raw, output, target, options.vary)
        return plainjson.dumps(view.seek(*asked)) if options.json else view.seek_sentence(*asked)
    except KeyError as unknown:
        raise ValueError(unknown.args[0]) from unknown


def levers_as_text(name: str, raw: dict[str, Any]) -> str:
    """What matters most and where the answer turns, for a person. Raises BadInputError."""
    return "\n".join(view.lever_sentences(name, raw)) or NO_NUMBERS


def levers_as_json(name: str, raw: dict[str, Any]) -> str:
    """`{"calculator", "inputs", "measure", "now", "levers", "turns"}`. Raises BadInputError."""
    return plainjson.dumps(view.levers(name, raw))


# Whether levers are asked for, whether JSON is.
REPORTS = {
    (False, False): as_text,
    (False, True): as_json,
    (True, False): levers_as_text,
    (True, True): levers_as_json,
}


if __name__ == "__main__":
    sys.exit(main())
