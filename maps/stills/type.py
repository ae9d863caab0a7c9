"""Type: the fonts that stills are set in, how wide words are in them, and texts as SVG."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from maps.stills.svg import element, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["SANS", "SERIF", "Fonts", "Style", "balanced", "fonts_for", "text", "width", "wrapped"]

Style = Literal["regular", "bold", "italic", "serif"]

SANS, SERIF = "Noto Sans", "Noto Serif"
_FILES: dict[Style, str] = {
    "regular": "NotoSans-Regular", "bold": "NotoSans-Bold", "italic": "NotoSans-Italic", "serif": "NotoSerif-Italic",
}  # fmt: skip
_ATTRIBUTES: dict[Style, dict[str, object]] = {
    "regular": {}, "bold": {"font_weight": 700}, "italic": {"font_style": "italic"},
    "serif": {"font_style": "italic", "font_family": SERIF},
}  # fmt: skip
#: The size at which widths are measured; nothing is rounded at it that would show.
_MEASURED = 1000
#: Packages of the extra `cjk`, by language; each holds a font file for what our own fonts lack.
_EAST_ASIAN = {"ja": "pylopdf_fonts_jp", "ko": "pylopdf_fonts_ko", "zh": "pylopdf_fonts_zh_cn"}


@dataclass(frozen=True, slots=True)
class Fonts:
    """The font files that a text needs, and whether it also needs those of this machine.

    Attributes
    ----------
    paths
        Of our fonts, and of the extra ``cjk`` where the text needs it and it is installed.
    system
        True where some signs are in none of them.
    """

    paths: tuple[str, ...]
    system: bool = False

    @property
    def folders(self) -> list[str]:
        """The folders of the files, each once."""
        return list(dict.fromkeys(str(Path(path).parent) for path in self.paths))


def fonts_for(words: str, lang: str) -> Fonts:
    """Choose the fonts for a text: our own, else those of the extra ``cjk``, else those of this machine."""
    own = tuple(str(_folder() / f"{name}.ttf") for name in _FILES.values())
    missing = {sign for sign in set(words) if not _covered(ord(sign)) and not sign.isspace()}
    if not missing:
        return Fonts(own)
    order = sorted(_EAST_ASIAN.items(), key=lambda pair: (pair[0] != lang, pair[0] != _looks(missing), pair[0]))
    east = tuple(path for _, package in order for path in _packaged(package)) if any(map(_is_wide, missing)) else ()
    # Signs of ambiguous width are those that East Asian fonts have and others may not.
    known = bool(east) and all(unicodedata.east_asian_width(sign) in "WFA" for sign in missing)
    return Fonts((*own, *east), system=not known)


def _is_wide(sign: str) -> bool:
    return unicodedata.east_asian_width(sign) in "WF"


def _looks(signs: set[str]) -> str:
    """Guess the language of East Asian signs by their script; Han alone is taken for Chinese."""
    names = [unicodedata.name(sign, "") for sign in sorted(signs)]
    if any(name.startswith("HANGUL") for name in names):
        return "ko"
    return "ja" if any(name.startswith(("HIRAGANA", "KATAKANA")) for name in names) else "zh"


def _packaged(package: str) -> list[str]:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        return []
    return sorted(str(path) for path in Path(spec.submodule_search_locations[0]).glob("NotoSans*-Regular.otf"))


def _folder() -> Path:
    return Path(str(files("maps") / "data" / "fonts"))


@cache
def _ranges() -> tuple[tuple[int, int], ...]:
    parts = (_folder() / "coverage.txt").read_text(encoding="utf-8").split()
    ends = [part.split("-") for part in parts]
    return tuple((int(pair[0], 16), int(pair[-1], 16)) for pair in ends)


def _covered(point: int) -> bool:
    return any(first <= point <= last for first, last in _ranges())


@cache
def _font(style: Style) -> Any:
    from PIL import ImageFont

    # The basic layout needs no library that some machines lack, so every machine measures the same.
    return ImageFont.truetype(str(_folder() / f"{_FILES[style]}.ttf"), _MEASURED, layout_engine=ImageFont.Layout.BASIC)


@cache
def _advance(sign: str, style: Style) -> float:
    """Return how wide a sign is in its font, as a share of the size; signs that our fonts lack are taken for square or so."""
    if _covered(ord(sign)):
        return float(_font(style).getlength(sign)) / _MEASURED
    return 1.0 if _is_wide(sign) else 0.6


def width(words: str, size: float, style: Style = "regular", spacing: float = 0.0) -> float:
    """Measure a line of text in pixels, without kerning: names rather have too much room than too little."""
    return sum(_advance(sign, style) for sign in words) * size + spacing * len(words)


def wrapped(words: str, size: float, room: float, style: Style = "regular", *, most: int = 99) -> list[str]:
    """Break a text into lines that fit a width in pixels; what a last line can't hold is cut with an ellipsis."""
    lines: list[str] = []
    for glue, piece in _pieces(plain(words), size, room, style):
        longer = f"{lines[-1]}{glue}{piece}" if lines else piece
        if lines and width(longer, size, style) <= room:
            lines[-1] = longer
        else:
            lines.append(piece)
    return [*lines[: most - 1], _cut(" ".join(lines[most - 1 :]), size, room, style)] if len(lines) > most else lines


def balanced(words: str, size: float, room: float, style: Style = "regular", *, most: int = 99) -> list[str]:
    """Break a text as `wrapped` does, into no more lines but of about the same length."""
    lines = wrapped(words, size, room, style, most=most)
    narrow, wide = room / 2, room
    while len(lines) > 1 and wide - narrow > size / 2:
        middle = (narrow + wide) / 2
        narrow, wide = (narrow, middle) if len(wrapped(words, size, middle, style)) <= len(lines) else (middle, wide)
    return wrapped(words, size, wide, style, most=most)


def _pieces(words: str, size: float, room: float, style: Style) -> Iterator[tuple[str, str]]:
    """Part a text where a line may end: at spaces, between East Asian signs, and within a word that no line can hold.

    Each piece comes with what joins it to the one before: a space or nothing.
    """
    for word in words.split():
        glue, part, run = " ", "", 0.0
        for sign in word:
            run += _advance(sign, style) * size
            if part and (_may_part(part[-1], sign) or run > room):
                yield glue, part
                glue, part, run = "", "", _advance(sign, style) * size
            part += sign
        yield glue, part


def _may_part(before: str, after: str) -> bool:
    """Whether a line may end between two signs of a word: Chinese and Japanese have no spaces, Korean has."""
    hangul = "\uac00" <= after <= "\ud7a3"
    return _is_wide(after) and not hangul and after not in "、。，．」』）！？" and before not in "（「『(“"


def _cut(words: str, size: float, room: float, style: Style) -> str:
    reach = accumulate(_advance(sign, style) * size for sign in f"…{words}")
    kept = sum(at <= room for at in reach) - 1
    return words if kept >= len(words) else f"{words[: max(kept, 0)].rstrip()}…"


def text(
    words: str | Sequence[str],
    x: float,
    y: float,
    size: float,
    style: Style = "regular",
    *,
    lead: float = 1.25,
    **attributes: object,
) -> str:
    """Write live text: one line, or several below each other in one element, the first with its baseline at ``y``."""
    lines = [words] if isinstance(words, str) else list(words)
    known = {"x": float(x), "y": float(y), "font_size": float(size), **_ATTRIBUTES[style], **attributes}
    if len(lines) == 1:
        return element("text", escape(plain(lines[0])) or " ", **known)
    spans = [
        element("tspan", escape(plain(line)) or " ", x=float(x), dy=float(size * lead) if place else None)
        for place, line in enumerate(lines)
    ]
    return element("text", *spans, **known)
