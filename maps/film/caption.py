"""The words of the moment, burnt into the picture: what happens, how certain it is, when, and how far the film is told."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from geo.model import DONE
from maps.stills import marks
from maps.stills.picture import toned
from maps.stills.svg import element, layer
from maps.stills.type import text, width, wrapped

if TYPE_CHECKING:
    from maps.film.scenes import Scene
    from maps.stills.boxes import Box
    from maps.stills.picture import Picture

__all__ = ["caption", "progress_bar"]

_BAR = 5.0


def caption(picture: Picture, scene: Scene, room: Box, unit: float) -> str:
    """Write the words of a scene into the room under the map; at the beginning and the end, what was read and the credits.

    Parameters
    ----------
    picture, scene
        What is told.
    room
        Where, in pixels.
    unit
        The size of type.
    """
    if scene.element is None:
        return _credits(picture, room, unit)
    told: Any = scene.element
    under = (
        told["how"] if scene.kind == "leg" else picture.language.say("list.comma").join([*_day(picture, scene), *told["times"]])
    )
    x, y = room.left, room.top + 32 * unit
    drawn = []
    if scene.kind == "stop":
        own = toned(picture.palette, scene.journey["tone"] if scene.journey else 0)
        drawn.append(
            marks.pin(
                told["label"],
                told["status"],
                x + 12 * unit,
                y - 6.5 * unit,
                own,
                size=23 * unit,
                area=told["area"],
                inferred="inferred" in told,
            )
        )
        x += 32 * unit
    hedged = told["status"] not in DONE or "inferred" in told
    badge = width(told["word"], 13.5 * unit, "bold") + 18 * unit if hedged else 0.0
    (line,) = wrapped(told["name"], 19 * unit, room.right - x - badge - 12 * unit, "bold", most=1) or [""]
    drawn.append(text(line, x, y, 19 * unit, "bold", fill=picture.palette.ink))
    if hedged:
        drawn.append(_badge(picture, told["word"], x + width(line, 19 * unit, "bold") + 12 * unit, y, badge, unit))
    for part in wrapped(under, 14 * unit, room.width, most=2):
        y += 21 * unit
        drawn.append(text(part, room.left, y, 14 * unit, fill=picture.palette.muted))
    return layer("caption", "Caption", drawn)


def _badge(picture: Picture, word: str, x: float, y: float, wide: float, unit: float) -> str:
    """Frame the word of a status with dashes, as its marks are."""
    palette = picture.palette
    frame = {"x": x, "y": y - 18 * unit, "width": wide, "height": 24 * unit, "rx": 4.0}
    return element("g",
        element("rect", fill=palette.paper, stroke=palette.accent, stroke_width=1.6, stroke_dasharray="5 3", **frame),
        text(word, x + wide / 2, y - 1.5 * unit, 13.5 * unit, "bold", text_anchor="middle", fill=palette.accent),
    )  # fmt: skip


def _day(picture: Picture, scene: Scene) -> list[str]:
    """Count the days since the journey's first known one, where the stop's own is known and told as reached."""
    clocks = [stop["clock"] for stop in scene.journey["stops"] if stop["clock"]] if scene.journey else []
    clock = scene.element["clock"] if scene.element else []
    return [f"{picture.language.say('page.day')} {math.floor(clock[0]) - math.floor(clocks[0][0]) + 1}"] if clock else []


def _credits(picture: Picture, room: Box, unit: float) -> str:
    story, palette = picture.story, picture.palette
    y = room.top + 34 * unit
    drawn = [
        text(line, room.left, y + place * 18 * unit, 14 * unit, fill=palette.ink)
        for place, line in enumerate(wrapped(story["summary"], 14 * unit, room.width, most=2))
    ]
    y += len(drawn) * 18 * unit
    fine = wrapped(" ".join([f"{story['review'] or picture.draft}.", *story["credits"]]), 11 * unit, room.width, most=2)
    drawn += [text(line, room.left, y + place * 14.5 * unit, 11 * unit, fill=palette.muted) for place, line in enumerate(fine)]
    return layer("credits", "Credits", drawn)


def progress_bar(picture: Picture, done: float, size: tuple[int, int], unit: float) -> str:
    """Draw how far the film is told, 0 to 1, along the lower edge of the picture."""
    high = _BAR * unit
    y = size[1] - high
    return layer("progress", "Progress", [
        element("rect", x=0.0, y=y, width=float(size[0]), height=high, fill=picture.palette.rule),
        element("rect", x=0.0, y=y, width=size[0] * done, height=high, fill=picture.palette.accent),
    ])  # fmt: skip
