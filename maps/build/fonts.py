"""The fonts of stills and films: Noto, cut to the scripts of European languages, one file a style, without hinting.

A page uses the fonts of its reader's machine. A still has to look the same wherever it is drawn, so its fonts come with the project.
"""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from gazetteer.build.inputs import Input, fetch, unpack
from gazetteer.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["SOURCES", "build_fonts"]

_OFL = "Copyright 2022 The Noto Project Authors, SIL Open Font License 1.1"

SANS = Input("pypi", "fontpkg-noto-sans", "2.15", "54016cb4dfbfdd8f0cae3d71a9401a73e786a473debd12f1d79067e349c9a4a3", _OFL)
SERIF = Input("pypi", "fontpkg-noto-serif", "2.15", "3cc09442fea9c5f852ca4b3ae2984acf7033c20f5d67bb35f4381549c74f370f", _OFL)
SOURCES = (SANS, SERIF)

#: Latin, modifiers, accents, Greek, Cyrillic, Vietnamese and the like, punctuation, currencies, and a few signs.
_RANGES = ("20-7E", "A0-24F", "2B0-36F", "370-3FF", "400-52F", "1E00-1EFF", "2000-206F", "20A0-20BF", "2116", "2122", "2212")
_FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl")
#: Of each style: the package, the variable font in it, and its weight.
_STYLES = {
    "NotoSans-Regular": (SANS, "NotoSans[wdth,wght].ttf", 400),
    "NotoSans-Bold": (SANS, "NotoSans[wdth,wght].ttf", 700),
    "NotoSans-Italic": (SANS, "NotoSans-Italic[wdth,wght].ttf", 400),
    "NotoSerif-Italic": (SERIF, "NotoSerif-Italic[wdth,wght].ttf", 400),
}


def build_fonts(scratch: Path) -> dict[str, bytes]:
    """Cut the fonts and list the signs that they have.

    Parameters
    ----------
    scratch
        A folder to work in.

    Returns
    -------
    dict
        The bytes of ``NAME.ttf`` for each style, of ``coverage.txt`` (ranges of code points in hex) and of the licence, ``OFL.txt``.

    Raises
    ------
    InputError
        If fontTools is not installed or a source can't be had.
    """
    made: dict[str, bytes] = {}
    for name, (source, file, weight) in _STYLES.items():
        package = unpack(fetch(source), scratch / source.name) / source.name.replace("-", "_")
        single, cut = scratch / f"{name}-whole.ttf", scratch / f"{name}.ttf"
        _font_tools("varLib.instancer", package / "files" / file, f"wght={weight}", "wdth=100", "--update-name-table", "--no-recalc-timestamp", "-o", single)  # fmt: skip
        _font_tools(
            "subset", single, f"--unicodes={','.join(_RANGES)}", f"--layout-features={','.join(_FEATURES)}", "--no-hinting",
            "--name-IDs=*", "--notdef-outline", f"--output-file={cut}",
        )  # fmt: skip
        made[f"{name}.ttf"] = cut.read_bytes()
        made["OFL.txt"] = (package / "LICENSE").read_bytes()
    made["coverage.txt"] = f"{' '.join(_RANGES)}\n".encode()
    return made


def _font_tools(module: str, *words: object) -> None:
    command = (sys.executable, "-m", f"fontTools.{module}", *map(str, words))
    try:
        subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - fixed commands
    except subprocess.CalledProcessError as error:
        reason = (error.stderr.strip().splitlines() or ["no message"])[-1]
        raise InputError(f"fontTools {module} failed ({reason}): install fonttools and build again.") from error
