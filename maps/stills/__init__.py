"""Stills: the journey as SVG, PNG and PDF for print and for places where no script runs, and the card that stands for a link."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer.errors import InputError
from geo.files import write_bytes_whole, write_text_whole

if TYPE_CHECKING:
    import os

    from maps.folium_map import JourneyMap
    from maps.stills.sheet import Sheet
    from maps.style import Theme

__all__ = ["FORMATS", "STILLS", "write_card", "write_still", "write_stills"]

#: Formats of a still by the suffix of its file.
FORMATS = (".svg", ".png", ".pdf")
#: The files that `write_stills` writes.
STILLS = ("map.svg", "map.png", "map@2x.png", "map.pdf", "card.png")
#: Pixels of ``map@2x.png`` for each pixel of the width.
_LARGE = 2.0
#: The width of a column of text on a screen, and on paper at about 110 dots an inch.
_WIDTH = 960


def write_still(m: JourneyMap, path: str | os.PathLike[str], *, width: int = _WIDTH, scale: float = 1.0) -> None:
    """Write a journey map as a still, in the format that the file's name says.

    Parameters
    ----------
    m
        What `maps.journey_map` returned. Layers that were added to it are not drawn: a still shows the journey.
    path
        Ends in ``.svg`` (named layers, live text in the theme's fonts), ``.png`` or ``.pdf``; it is written whole or not at all.
    width
        Of the column that it fills, 300 to 2400 pixels; marks and type keep their size, and the height follows.
    scale
        Pixels of a PNG for each pixel of the width.

    Raises
    ------
    InputError
        If the suffix or the width can't be used.
    OutputError
        If the file can't be written.
    """
    from maps.stills.picture import picture_of
    from maps.stills.sheet import WIDTHS, sheet

    suffix = Path(path).suffix.lower()
    if suffix not in FORMATS:
        raise InputError(f"{path} is no name for a still; end it in {', '.join(FORMATS)}.")
    if not WIDTHS[0] <= width <= WIDTHS[1]:
        raise InputError(f"{width} is no width for a still; give {WIDTHS[0]} to {WIDTHS[1]} pixels.")
    _write(sheet(picture_of(m), width), Path(path), scale)


def write_card(m: JourneyMap, path: str | os.PathLike[str]) -> None:
    """Write the PNG, 1200 by 630 pixels, that stands for the map where it is linked to.

    Raises
    ------
    OutputError
        If the file can't be written.
    """
    from maps.stills.picture import picture_of
    from maps.stills.render import as_card
    from maps.stills.sheet import card

    write_bytes_whole(path, as_card(card(picture_of(m))))


def write_stills(m: JourneyMap, folder: str | os.PathLike[str], *, width: int = _WIDTH) -> None:
    """Write all stills of a map into a folder, laid out once; `STILLS` names them.

    Raises
    ------
    OutputError
        If a file can't be written.
    """
    from maps.stills.beside import pixels_beside
    from maps.stills.metadata import described
    from maps.stills.picture import picture_of
    from maps.stills.sheet import sheet

    laid_out = sheet(picture_of(m), width)
    picture = laid_out.picture
    with pixels_beside(laid_out.svg(), picture.language.code, _LARGE) as large:
        for name in STILLS:
            if name == "card.png":
                write_card(m, Path(folder) / name)
            elif "@2x" not in name:
                _write(laid_out, Path(folder) / name, 1.0)
        write_bytes_whole(Path(folder) / "map@2x.png", described(large(), picture, _LARGE))


def _write(laid_out: Sheet, path: Path, scale: float) -> None:
    from maps.stills.render import as_pdf, as_png

    match path.suffix.lower():
        case ".svg":
            write_text_whole(path, _in_fonts_of(laid_out.picture.theme, laid_out.svg(halo_apart=True)))
        case ".png":
            write_bytes_whole(path, as_png(laid_out, scale))
        case _:
            write_bytes_whole(path, as_pdf(laid_out))


def _in_fonts_of(theme: Theme, svg: str) -> str:
    """Set the theme's fonts in place of ours; a text can hold no such attribute, since its quotation marks are escaped."""
    from maps.stills.type import SANS, SERIF

    named = {family: list_.replace('"', "'") for family, list_ in ((SANS, theme.sans), (SERIF, theme.serif))}
    for family, families in named.items():
        svg = svg.replace(f'font-family="{family}"', f'font-family="{families}"')
    return svg
