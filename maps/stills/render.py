"""From SVG to pixels and to paper: PNG by resvg, PDF by Typst, both with the same fonts and the same drawing."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from maps.stills.metadata import described
from maps.stills.type import SANS, SERIF, fonts_for

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maps.stills.picture import Picture
    from maps.stills.sheet import Sheet

__all__ = ["as_card", "as_pdf", "as_png", "drawn", "orders", "pixels"]

#: The most bytes of a card: messengers show no larger ones.
_LARGEST_CARD = 300_000
#: Points in a pixel at 96 an inch.
_POINTS = 0.75
#: One page as large as the picture; what is said of it comes in as values, never as markup.
_TYPST = """\
#let given = sys.inputs
#set document(title: given.title, description: given.alt, keywords: given.credit, date: none)
#set page(width: float(given.width) * 1pt, height: float(given.height) * 1pt, margin: 0pt, fill: none)
#set text(lang: given.lang)
#image(bytes(given.svg), format: "svg", width: 100%, alt: given.alt)
"""


def pixels(svg: str, lang: str, scale: float = 1.0) -> bytes:
    """Draw SVG as PNG with the fonts that its words need."""
    return drawn(orders(svg, lang, scale))


def orders(svg: str, lang: str, scale: float) -> dict[str, Any]:
    """List what resvg is to be told, as values that JSON knows."""
    fonts = fonts_for(svg, lang)
    return {
        "svg_string": svg, "zoom": scale, "skip_system_fonts": not fonts.system, "font_files": list(fonts.paths),
        "font_family": SANS, "sans_serif_family": SANS, "serif_family": SERIF,
    }  # fmt: skip


def drawn(orders: Mapping[str, Any]) -> bytes:
    """Draw what `orders` lists."""
    import resvg_py

    return bytes(resvg_py.svg_to_bytes(**orders))


def as_png(sheet: Sheet, scale: float = 1.0) -> bytes:
    """Draw a sheet as PNG, ``scale`` pixels for each of its own, with its metadata."""
    return described(pixels(sheet.svg(), sheet.picture.language.code, scale), sheet.picture, scale)


def as_card(sheet: Sheet) -> bytes:
    """Draw a card as PNG, with its metadata; in 256 colours where it would be larger than sites take."""
    png = as_png(sheet)
    return png if len(png) <= _LARGEST_CARD else described(_in_few_colours(png), sheet.picture)


def _in_few_colours(png: bytes) -> bytes:
    from PIL import Image

    reduced = io.BytesIO()
    with Image.open(io.BytesIO(png)) as whole:
        whole.convert("RGB").quantize(256, dither=Image.Dither.NONE).save(reduced, "PNG", optimize=True)
    return reduced.getvalue()


def as_pdf(sheet: Sheet) -> bytes:
    """Draw a sheet as a PDF of one page, with live text in embedded fonts, a title and alternative text."""
    import typst

    picture, svg = sheet.picture, sheet.svg()
    fonts = fonts_for(svg, picture.language.code)
    book = typst.Fonts(include_system_fonts=fonts.system, include_embedded_fonts=False, font_paths=fonts.folders)
    made: bytes = typst.compile(_TYPST.encode(), format="pdf", font_paths=book, sys_inputs=_inputs(picture, sheet, svg))
    return made


def _inputs(picture: Picture, sheet: Sheet, svg: str) -> dict[str, str]:
    story = picture.story
    return {
        "svg": svg,
        "title": story["title"],
        "alt": story["alt"],
        "credit": " ".join([picture.draft, *story["credits"]]).strip(),
        "width": str(sheet.width * _POINTS),
        "height": str(sheet.height * _POINTS),
        "lang": picture.language.code,
    }
