"""The wheels as files: what is in them, and that they change with the calculators alone."""

import hashlib
import json
import re
import shutil
import sys
import zipfile
from base64 import urlsafe_b64decode
from email import message_from_bytes
from email.message import Message
from pathlib import Path

import pytest

from bundle import MODULES, ROOT, wheel

PYODIDE = MODULES / "pyodide"
# What PEP 440 calls a public version and, after the plus, a local one, in its normal form.
VERSION = re.compile(r"\d+(\.\d+)*\+[a-z][a-z0-9]*")


@pytest.fixture
def folder(site: Path) -> Path:
    """Where the built site has what is for Python."""
    return site / wheel.FOLDER


def wheels(folder: Path) -> list[Path]:
    found = sorted(folder.glob("*.whl"))
    assert len(found) == 1 + same_python()
    return found


def same_python() -> bool:
    """Whether this Python and the browser's have the same byte code."""
    info = json.loads((PYODIDE / wheel.LOCK).read_text("utf-8"))["info"]
    return list(map(int, info["python"].split(".")[:2])) == list(sys.version_info[:2])


def metadata(file: Path) -> Message:
    stem = "-".join(file.name.split("-")[:2])
    with zipfile.ZipFile(file) as packed:
        return message_from_bytes(packed.read(f"{stem}.dist-info/METADATA"))


def copy(root: Path) -> Path:
    """A project with calculators of its own, for a test to change."""
    shutil.copytree(ROOT / "calculators", root / "calculators")
    shutil.copy(ROOT / "LICENSE", root)
    return root


def built(root: Path, address: str = "http://127.0.0.1/") -> dict[str, bytes]:
    files = wheel.built(root, PYODIDE, address)
    return {name: file.read_bytes() for name, file in files.items()}


def test_a_wheel_has_all_of_the_calculators_and_names_each_file_with_its_hash(
    folder: Path,
) -> None:
    sources = {f"calculators/{file.relative_to(ROOT / 'calculators').as_posix()}"
               for file in (ROOT / "calculators").rglob("*")
               if file.suffix in {".py", ".toml"}}  # fmt: skip
    for file in wheels(folder):
        code = ".py" if file.name.endswith(f"{wheel.PLAIN}.whl") else ".pyc"
        with zipfile.ZipFile(file) as packed:
            names = packed.namelist()
            ours = {name for name in names if name.startswith("calculators/")}
            assert ours == {re.sub(r"\.py$", code, name) for name in sources}
            [record] = [name for name in names if name.endswith(".dist-info/RECORD")]
            lines = packed.read(record).decode().splitlines()
            listed = dict(line.split(",", 1) for line in lines)
            assert listed.pop(record) == ","
            assert listed.keys() == {*names} - {record}
            for name, told in listed.items():
                known, size = told.removeprefix("sha256=").split(",")
                content = packed.read(name)
                assert urlsafe_b64decode(known + "=") == hashlib.sha256(content).digest()
                assert int(size) == len(content)


def test_a_wheel_says_whose_it_is_and_what_it_needs(folder: Path, site: Path) -> None:
    address = re.search(r'rel="?canonical"? href="?([^">]+)', (site / "index.html").read_text())
    assert address
    for file in wheels(folder):
        told = metadata(file)
        name, version, tag = file.name.removesuffix(".whl").split("-", 2)
        assert told["Name"] == name.replace("_", "-") == "playbook-calculators"
        assert told["Version"] == version == wheel.version(ROOT)
        assert VERSION.fullmatch(version)
        assert told["License-Expression"] == "MIT AND CC-BY-4.0"
        assert told["Requires-Python"] == ">=3.12"
        assert told["Project-URL"] == f"Homepage, {address[1]}"
        with zipfile.ZipFile(file) as packed:
            info = f"{name}-{version}.dist-info"
            assert f"Tag: {tag}\n".encode() in packed.read(f"{info}/WHEEL")
            assert packed.read(f"{info}/licenses/LICENSE") == (ROOT / "LICENSE").read_bytes()


def test_the_lock_names_the_wheel_of_byte_code_where_this_python_can_make_it(
    folder: Path,
) -> None:
    lock = json.loads((folder / wheel.LOCK).read_text("utf-8"))
    assert lock["info"] == json.loads((PYODIDE / wheel.LOCK).read_text("utf-8"))["info"]
    [(name, package)] = lock["packages"].items()
    assert name == "playbook-calculators"
    tag = "cp{}{}-none-any".format(*sys.version_info) if same_python() else wheel.PLAIN
    assert package["file_name"].endswith(f"-{tag}.whl")
    content = (folder / package["file_name"]).read_bytes()
    assert package["sha256"] == hashlib.sha256(content).hexdigest()
    assert package["imports"] == ["calculators"]


def test_the_archive_is_the_plain_wheel_at_an_address_that_stays(folder: Path) -> None:
    [plain] = folder.glob(f"*-{wheel.PLAIN}.whl")
    assert (folder / "calculators.zip").read_bytes() == plain.read_bytes()


def test_the_same_calculators_make_the_same_bytes_wherever_they_stand(tmp_path: Path) -> None:
    one, other = copy(tmp_path / "one"), copy(tmp_path / "a folder of another name")
    assert built(one) == built(other)


def test_a_change_of_the_calculators_makes_another_version(tmp_path: Path) -> None:
    root = copy(tmp_path)
    before = wheel.version(root)
    figures = root / "calculators" / "figures.toml"
    figures.write_text(f"{figures.read_text('utf-8')}\n# A word.\n", "utf-8")
    after = wheel.version(root)
    assert VERSION.fullmatch(after)
    assert before != after
    # No answer has changed.
    assert before.partition("+")[0] == after.partition("+")[0]
    assert any(after in name for name in built(root))


def test_no_reader_is_made_to_keep_what_is_for_analysts(site: Path) -> None:
    assert (site / wheel.ARCHIVE).is_file()
    worker = (site / "service-worker.js").read_text("utf-8")
    assert '"assets/stylesheets/site.css"' in worker
    assert f'"{wheel.FOLDER}/' not in worker
