"""The calculators on the command line: `python -m calculators`."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from calculators.kit import plainjson, read, registry, view

BAD_INPUT = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status: 0, or 2 for bad input."""
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
        report = as_json if options.json else as_text
        print(report(options.calculator, raw))
    except read.BadInputError as bad:
        if options.json:
            print(plainjson.dumps({"calculator": options.calculator, "errors": bad.errors}))
        else:
            for name, message in bad.errors.items():
                print(f"{name}: {message}", file=sys.stderr)
        return BAD_INPUT
    except RecursionError:
        parser.error(f"{options.input}: вложенность глубже, чем у полей калькулятора")
    except (OSError, ValueError) as error:
        parser.error(str(error))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m calculators", description="Калькуляторы плейбука коммерческого директора."
    )
    parser.add_argument("calculator", nargs="?", help="имя; без него — список калькуляторов")
    parser.add_argument("inputs", nargs="*", metavar="поле=число", help="average_check=15000")
    parser.add_argument("--preset", metavar="ПРИМЕР", help="поля из примера: --preset tours")
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
        loaded = json.loads(text, parse_float=str, parse_int=str)
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


if __name__ == "__main__":
    sys.exit(main())
