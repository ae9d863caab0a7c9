"""Frames: the ground drawn once, and over it what has been told so far."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from maps.film.caption import caption, progress_bar
from maps.stills.boxes import Box
from maps.stills.furniture import draw_edges
from maps.stills.map_drawing import clip_of, draw_map
from maps.stills.names import draw_names
from maps.stills.picture import HEDGED, toned
from maps.stills.pins import draw_pin
from maps.stills.render import pixels
from maps.stills.route import Way, between, draw_areas, draw_ways
from maps.stills.sheet import svg_document
from maps.stills.svg import element, layer
from maps.stills.type import balanced, text
from maps.stills.view import length_of, view_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL.Image import Image

    from maps.film.scenes import Scene
    from maps.stills.names import Name
    from maps.stills.picture import Picture

__all__ = ["Stage"]

#: Names that stand on the map from the first frame to the last.
_GROUND = ("country", "sea", "lake", "city")
_MARGIN, _CAPTION = 18.0, 92.0


class Stage:
    """Draws the frames of one film.

    Parameters
    ----------
    picture
        What is told.
    size
        Width and height in pixels.

    Attributes
    ----------
    unit
        The size of marks and type.
    drawing
        The whole map, of which each frame shows what has been told.
    """

    def __init__(self, picture: Picture, size: tuple[int, int]) -> None:
        self.picture = picture
        self.size = size
        self.unit = min(size[0] / 760, size[1] / 600)
        self._heading, top = self._headed()
        frame = Box(0, top, size[0], size[1] - _CAPTION * self.unit)
        padding = (min(110 * self.unit, size[0] * 0.16), 64 * self.unit)
        self.drawing = draw_map(picture, view_for(picture.points, frame, padding=padding), self.unit)
        self._ways = {way.leg["id"]: way for way in self.drawing.ways}

    def _headed(self) -> tuple[str, float]:
        """Write title and dates; return them with the height at which the map begins."""
        unit, story, palette = self.unit, self.picture.story, self.picture.palette
        size, left = 23 * unit, _MARGIN * unit
        lines = balanced(story["title"], size, self.size[0] - 2 * left, "bold", most=3)
        y = 12 * unit + size * 0.9
        drawn = [text(lines, left, y, size, "bold", lead=1.16, fill=palette.ink)]
        y += (len(lines) - 1) * size * 1.16
        if story["dates"]:
            y += 20 * unit
            doubt = f" {self.picture.language.say('time.disagree')}" if story["conflicts"] else ""
            drawn.append(text(f"{story['dates']}{doubt}", left, y, 13.5 * unit, fill=palette.muted))
        return layer("heading", "Heading", drawn), y + 13 * unit

    def frame_of(self, scene: Scene, told: Sequence[Scene], share: float = 1.0) -> bytes:
        """Draw one frame.

        Parameters
        ----------
        scene
            What is happening.
        told
            The scenes before it.
        share
            How far a leg has grown, 0 to 1.

        Returns
        -------
        bytes
            RGB, row by row.
        """
        shown = self._ground.copy()
        shown.alpha_composite(self._drawn(self.over(scene, told, share)))
        return shown.convert("RGB").tobytes()

    def over(self, scene: Scene, told: Sequence[Scene], share: float = 1.0) -> str:
        """Write as SVG what a frame shows over the ground."""
        before = told[-1].done if told else 0.0
        left = _MARGIN * self.unit
        room = Box(left, self.drawing.view.frame.bottom, self.size[0] - left, self.size[1])
        journey = self._whole() if scene.kind == "closing" else self._so_far(scene, told, share)
        return "".join([
            clip_of(self.drawing.view.frame), journey, *self.drawing.furniture, caption(self.picture, scene, room, self.unit),
            progress_bar(self.picture, before + (scene.done - before) * share, self.size, self.unit),
        ])  # fmt: skip

    @cached_property
    def _ground(self) -> Image:
        """What stands still: paper, title, the ground and its names."""
        paper = element("rect", width=float(self.size[0]), height=float(self.size[1]), fill=self.picture.palette.paper)
        names = self._names([name for name in self.drawing.names if name.tier in _GROUND])
        return self._drawn("".join([paper, *self.drawing.ground, names, self._heading]))

    def _drawn(self, inside: str) -> Image:
        from PIL import Image

        svg = svg_document(self.picture, *self.size, inside)
        return Image.open(io.BytesIO(pixels(svg, self.picture.language.code))).convert("RGBA")

    def _names(self, names: Sequence[Name]) -> str:
        return "".join(draw_names(names, self.picture.palette, halo_apart=False))

    def _whole(self) -> str:
        """Draw everything, earlier trips and meetings included, as the still does."""
        shown = {pin.element["id"] for pin in self.drawing.pins}
        return self._journey(self.drawing.ways, shown)

    def _so_far(self, scene: Scene, told: Sequence[Scene], share: float) -> str:
        """Draw the legs and stops that have been told, and the one that grows."""
        reached = [*told, scene] if scene.kind == "stop" else told
        shown = {each.element["id"] for each in reached if each.kind == "stop" and each.element}
        ways = [way for each in told if each.kind == "leg" and each.element and (way := self._ways.get(each.element["id"]))]
        growing = self._ways.get(scene.element["id"]) if scene.kind == "leg" and scene.element else None
        if growing is None:
            return self._journey(ways, shown)
        grown, tip = _grown(growing, share)
        return self._journey([*ways, grown], shown) + (self._head(grown, tip) if tip else "")

    def _journey(self, ways: Sequence[Way], shown: set[str]) -> str:
        """Draw ways, and of the rest what belongs to the elements of these ids."""
        drawing, palette = self.drawing, self.picture.palette
        pins = [pin for pin in drawing.pins if pin.shown and pin.element["id"] in shown]
        places = {(pin.element["name"], *pin.at) for pin in pins}
        return "".join([
            draw_areas(shape for key, shape in drawing.areas.items() if key in shown), *draw_ways(ways, palette),
            self._names([name for name in drawing.names if name.of in places]),
            layer("stops", "Stops", (draw_pin(pin, palette) for pin in reversed(pins))),
            draw_edges([(pin, box) for pin, box in drawing.edges if pin.element["id"] in shown], self.picture, self.unit),
        ])  # fmt: skip

    def _head(self, way: Way, tip: tuple[float, float]) -> str:
        """Draw the tip of a growing line: filled where the way is told as gone, hollow where nobody says so."""
        own = toned(self.picture.palette, way.journey["tone"])
        hollow = way.leg["status"] in HEDGED
        return element(
            "circle", cx=tip[0], cy=tip[1], r=6 * self.unit, fill=own.paper if hollow else own.accent,
            stroke=own.accent if hollow else own.casing, stroke_width=2.4, clip_path="url(#frame)",
        )  # fmt: skip


def _grown(way: Way, share: float) -> tuple[Way, tuple[float, float] | None]:
    """Cut a way where it has grown to, and return it with its tip."""
    left = sum(length_of(points) for points in way.points) * share
    pieces, tip = [], None
    for points, strength in way.pieces:
        length = length_of(points)
        if left <= 0 or length == 0:
            break
        part = between(points, 0, min(1.0, left / length))
        pieces.append((part, strength))
        tip = part[-1]
        left -= length
    return replace(way, pieces=tuple(pieces)), tip
