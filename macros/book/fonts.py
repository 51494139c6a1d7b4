"""The site's font in the weights of the book, every script of it in one file."""

import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from bundle import FONT, MODULES, ROOT
from bundle.runtime import kept

FAMILY = "Golos Text"
SCRIPTS = ("cyrillic", "latin", "latin-ext")
WEIGHTS = (400, 700)


def cut(kind: str = "woff2") -> list[Path]:
    """The files, lightest first; `ttf` is for what reads nothing else."""
    package = MODULES / FONT / "files"
    whole = [package / f"golos-text-{one}-wght-normal.woff2" for one in SCRIPTS]

    def build(folder: Path) -> None:
        for weight in WEIGHTS:
            font = _merged(whole, weight)
            for flavor, ending in ((None, "ttf"), ("woff2", "woff2")):
                font.flavor = flavor
                font.save(folder / f"golos-text-{weight}.{ending}")

    folder = kept(ROOT, "book-fonts", [Path(__file__), *whole], build)
    return sorted(folder.glob(f"*.{kind}"))


def faces(folder: str) -> str:
    """The rules that name the files, which are in `folder`, as a style sheet sees it."""
    return "".join(
        f'@font-face {{ font-family: "{FAMILY}"; font-weight: {weight};'
        f' src: url("{folder}{file.name}") format("woff2"); }}\n'
        for weight, file in zip(WEIGHTS, cut(), strict=True)
    )


def _merged(files: list[Path], weight: int) -> TTFont:
    with tempfile.TemporaryDirectory() as folder:
        parts = []
        for file in files:
            font = instantiateVariableFont(TTFont(file, recalcTimestamp=False), {"wght": weight})
            font.flavor = None
            # Small capitals and the like; kerning, in GPOS, stays.
            for table in {"GSUB", "GDEF", "STAT", "gasp", "prep"} & {*font.keys()}:
                del font[table]
            parts.append(str(Path(folder, f"{file.stem}.ttf")))
            font.save(parts[-1])
        merged: TTFont = Merger().merge(parts)
    merged.recalcTimestamp = False
    # A bold file that calls itself regular would be made bolder.
    merged["OS/2"].usWeightClass = weight
    return merged
