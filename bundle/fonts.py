"""The font's files, cut to the letters and weights that the style sheet names."""

import re
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from bundle.runtime import kept

SHEET = Path("docs/assets/stylesheets/fonts.css")
FACE = re.compile(
    r"font-weight: (?P<light>\d+) (?P<bold>\d+);\s*"
    r'src: url\("\.\./fonts/(?P<name>[^"]+)\.woff2"\)[^;]*;\s*unicode-range:(?P<range>[^;]+);'
)


def cut(root: Path, package: Path) -> dict[str, Path]:
    """The files that the sheet's faces name, by their path in the site, made of `package`'s.

    Raises ValueError for a letter that the face's file does not have.
    """
    sheet = root / SHEET
    faces = list(FACE.finditer(sheet.read_text("utf-8")))
    files = package / "files"
    whole = {face["name"]: files / f"{face['name']}-wght-normal.woff2" for face in faces}

    def build(folder: Path) -> None:
        for face in faces:
            letters = _letters(face["range"])
            font = _cut(whole[face["name"]], letters, int(face["light"]), int(face["bold"]))
            font.save(folder / f"{face['name']}.woff2")

    folder = kept(root, "fonts", [Path(__file__), sheet, *whole.values()], build)
    return {_path(name): folder / f"{name}.woff2" for name in whole}


def of_every_page(root: Path) -> list[str]:
    """The files that no page does without; a face of a single letter is for where it stands."""
    faces = FACE.finditer((root / SHEET).read_text("utf-8"))
    return [_path(face["name"]) for face in faces if len(_letters(face["range"])) > 1]


def _path(name: str) -> str:
    return f"assets/fonts/{name}.woff2"


def _letters(ranges: str) -> set[int]:
    letters: set[int] = set()
    for one in ranges.split(","):
        first, _, last = one.strip().removeprefix("U+").partition("-")
        letters.update(range(int(first, 16), int(last or first, 16) + 1))
    return letters


def _cut(file: Path, letters: set[int], light: int, bold: int) -> TTFont:
    font = TTFont(file, recalcTimestamp=False)
    if missing := letters - font.getBestCmap().keys():
        raise ValueError(f"{file.name} has no {sorted(map(hex, missing))}: mend {SHEET}")
    # Browsers ignore a font's hinting where they smooth, which is everywhere now.
    cutter = Subsetter(Options(layout_features=["*"], hinting=False))
    cutter.populate(unicodes=letters)
    cutter.subset(font)
    cut = instantiateVariableFont(font, {"wght": (light, bold)})
    cut.flavor = "woff2"
    return cut
