"""A still as a sheet: title, map, legend, list and credits, as high as they need; and the card, which has one shape."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from maps.stills.boxes import Box
from maps.stills.legend import legend
from maps.stills.map_drawing import draw_map
from maps.stills.stop_list import stop_list
from maps.stills.svg import element, layer, plain
from maps.stills.type import SANS, Style, balanced, text, wrapped
from maps.stills.view import view_for
from maps.words import shortened

if TYPE_CHECKING:
    from maps.stills.map_drawing import MapDrawing
    from maps.stills.picture import Picture

__all__ = ["CARD", "WIDTHS", "Sheet", "card", "sheet", "svg_document"]

#: The columns that a still may fill, in pixels.
WIDTHS = (300, 2400)
#: The size of a card, in pixels, as sites that show links ask for it.
CARD = (1200, 630)
_NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"'
#: Conflicts, and changes since the first publication, that stand under a map.
_MOST_NOTES = 2
_LONGEST_NOTE = 420


@dataclass(frozen=True, slots=True)
class Sheet:
    """A picture laid out.

    Attributes
    ----------
    picture
        What it shows.
    width, height
        In pixels.
    drawing
        The map; None where a notice stands in its place.
    above, below
        The layers that lie under the map and over it.
    """

    picture: Picture
    width: float
    height: float
    drawing: MapDrawing | None
    above: list[str]
    below: list[str]

    def svg(self, *, halo_apart: bool = False) -> str:
        """Write the sheet as SVG; see `maps.stills.names.draw_names` for ``halo_apart``."""
        drawn = [] if self.drawing is None else [self.drawing.clip, *self.drawing.layers(halo_apart=halo_apart)]
        return svg_document(self.picture, self.width, self.height, "".join([*self.above, *drawn, *self.below]))


def svg_document(picture: Picture, width: float, height: float, inside: str) -> str:
    """Write an SVG document with the picture's title, its alternative text and its language."""
    title, alt = (escape(plain(picture.story[key])) for key in ("title", "alt"))
    size = f'width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}"'
    return (
        f'<svg {_NAMESPACES} {size} font-family="{SANS}" lang="{picture.language.code}" role="img" aria-labelledby="title desc">\n'
        f'<title id="title">{title}</title>\n<desc id="desc">{alt}</desc>\n{inside}</svg>\n'
    )


def unit_of(width: float) -> float:
    """Return how large marks and type are in a picture of a width: smaller in a narrow column, larger on a poster."""
    return 0.86 if width < 420 else max(1.0, width / 1200)


def sheet(picture: Picture, width: float) -> Sheet:
    """Lay a picture out for a column.

    Parameters
    ----------
    picture
        What is shown.
    width
        Of the column in pixels; the height follows from what there is to show.
    """
    if picture.story["retracted"]:
        return _notice(picture, width, 0.0, unit_of(width))
    unit = unit_of(width)
    margin, palette = 14 * unit, picture.palette
    room = width - 2 * margin
    head, top = _heading(picture, margin, room, unit)
    padding = (min(95 * unit, width * 0.16), 58 * unit)
    view = view_for(picture.points, Box(0, top, width, top + width), padding=padding, free=True)
    drawing = draw_map(picture, view, unit)
    y = view.frame.bottom + 8 * unit
    key, high = legend(picture, margin, y, room, unit)
    y += high + (10 * unit if high else 0)
    stops, high = stop_list(picture, drawing.unnamed, margin, y, room, unit)
    y += high + (4 * unit if high else 0)
    foot, y = _foot(picture, margin, y, room, unit)
    paper = element("rect", width=float(width), height=y, fill=palette.paper)
    return Sheet(picture, width, round(y), drawing, [layer("paper", "Paper", [paper])], [key, stops, *foot, head])


def _notice(picture: Picture, width: float, height: float, unit: float) -> Sheet:
    """Lay out what stands in place of a picture that was taken back: that it was, when and why, in the middle of a given height."""
    margin = 14 * unit
    head, bottom = _heading(picture, margin, width - 2 * margin, unit)
    tall = max(round(bottom), height)
    paper = element("rect", width=float(width), height=float(tall), fill=picture.palette.notice)
    centred = element("g", head, transform=f"translate(0 {(tall - bottom) / 2:.1f})")
    return Sheet(picture, width, tall, None, [layer("paper", "Paper", [paper])], [centred])


def _heading(picture: Picture, left: float, room: float, unit: float) -> tuple[str, float]:
    """Write the title, the dates and the summary; return them with the height at which the map begins."""
    story, palette = picture.story, picture.palette
    size = (25 if room > 560 else 20) * unit
    lines = balanced(story["title"], size, room, "bold", most=4)
    y = 10 * unit + size
    drawn = []
    if picture.theme.logo:
        drawn.append(
            element(
                "image",
                href=picture.theme.logo,
                x=left,
                y=10 * unit,
                width=180 * unit,
                height=40 * unit,
                preserveAspectRatio="xMinYMid meet",
            )
        )
        y += 48 * unit
    drawn += [text(lines, left, y, size, "bold", lead=1.18, fill=palette.ink, letter_spacing=-0.2)]
    y += (len(lines) - 1) * size * 1.18 + 3 * unit
    lesser: list[tuple[str, Style, str]] = [(story["dates"], "bold", palette.ink), (story["summary"], "regular", palette.muted)]
    for words, style, colour in lesser:
        for line in wrapped(words, 13.5 * unit, room, style):
            y += 19.5 * unit
            drawn.append(text(line, left, y, 13.5 * unit, style, fill=colour))
    return layer("heading", "Heading", drawn), y + 12 * unit


def _foot(picture: Picture, left: float, top: float, room: float, unit: float) -> tuple[list[str], float]:
    """Write where the sources disagree, who answers for the picture, and the credits."""
    story, palette = picture.story, picture.palette
    y = top
    notes, credits_ = [], []
    for note in _notes(picture):
        for line in wrapped(note, 12.5 * unit, room, most=5):
            y += 16.5 * unit
            notes.append(text(line, left, y, 12.5 * unit, fill=palette.ink))
        y += 4 * unit
    y += 4 * unit if notes else 0
    for line in wrapped(" ".join(filter(None, [_review(picture), *story["credits"]])), 11 * unit, room):
        y += 14.5 * unit
        credits_.append(text(line, left, y, 11 * unit, fill=palette.muted))
    return [layer("notes", "Notes", notes), layer("credits", "Credits", credits_)], y + 10 * unit


def _review(picture: Picture) -> str:
    story = picture.story
    return " ".join(f"{words}." for words in (story["review"] or picture.draft, story["edition"]["words"]) if words)


def _notes(picture: Picture) -> list[str]:
    story = picture.story
    return [shortened(note, _LONGEST_NOTE) for note in (*story["conflicts"][:_MOST_NOTES], *story["notes"][:_MOST_NOTES])]


def card(picture: Picture) -> Sheet:
    """Lay a picture out as the card that stands for a link: words at the left, the map at the right."""
    if picture.story["retracted"]:
        return _notice(picture, float(CARD[0]), float(CARD[1]), 2.2)
    width, height = CARD
    palette, story, left = picture.palette, picture.story, 40.0
    room, unit = 380.0, 1.3
    size = next((size for size in (40, 36, 32, 28) if len(wrapped(story["title"], size, room, "bold")) * size * 1.18 < 330), 26)
    lines = wrapped(story["title"], size, room, "bold", most=10)
    y = 46 + size * 0.8
    drawn = [text(lines, left, y, size, "bold", lead=1.18, fill=palette.ink, letter_spacing=-0.3)]
    y += (len(lines) - 1) * size * 1.18 + 18
    doubt = f" {picture.language.say('time.disagree')}" if story["conflicts"] and story["dates"] else ""
    lesser: list[tuple[str, Style, str]] = [
        (story["dates"] + doubt, "bold", palette.ink),
        (story["summary"], "regular", palette.muted),
    ]
    for words, style, colour in lesser:
        found = wrapped(words, 20, room, style, most=3)
        drawn.append(text(found, left, y + 22, 20, style, lead=1.35, fill=colour) if found else "")
        y += len(found) * 27 + (6 if found else 0)
    fine = wrapped(" ".join([_review(picture), *story["credits"]]), 13, room, most=5)
    drawn.append(text(fine, left, height - 24 - (len(fine) - 1) * 17, 13, lead=17 / 13, fill=palette.muted))
    frame = Box(left + room + 30, 0, width, height)
    view = view_for(picture.points, frame, padding=(125, 80))
    paper = layer("paper", "Paper", [element("rect", width=float(width), height=float(height), fill=palette.paper)])
    return Sheet(picture, width, height, draw_map(picture, view, unit), [paper], [layer("heading", "Heading", drawn)])
