"""The map itself, without the words around it: what stills, cards and films have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from maps.labels import ground_labels
from maps.stills.furniture import draft_mark, draw_edges, edge_words, locator, locator_box, scale_bar, scale_box
from maps.stills.ground import ground
from maps.stills.names import Name, Names, draw_names
from maps.stills.pins import draw_pin, meetings_of, mentions_of, pins_of
from maps.stills.route import Way, area_shapes, draw_areas, draw_ways, ways_of
from maps.stills.svg import element, layer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maps.stills.boxes import Box
    from maps.stills.picture import Picture
    from maps.stills.pins import Pin
    from maps.stills.view import View

__all__ = ["MapDrawing", "clip_of", "draw_map"]

#: Cities beside the stops, for each 100,000 square pixels of map.
_CITIES = 3.2


@dataclass(frozen=True, slots=True)
class MapDrawing:
    """A map in its frame.

    Attributes
    ----------
    view, picture, unit
        What it was drawn from; ``unit`` is the size of marks and type, 1 on a screen.
    ground
        The layers under the journey.
    areas
        Shaded areas, by the id of the stop that each stands for.
    ways, pins
        The legs and marks, for layers and for the frames of a film.
    names
        As they were placed.
    edges
        Stops beyond the frame, with the room for their names.
    unnamed
        Stops whose name found no room.
    furniture
        Scale, locator and draft mark.
    """

    view: View
    picture: Picture
    unit: float
    ground: list[str]
    areas: dict[str, str]
    ways: list[Way]
    pins: list[Pin]
    names: list[Name]
    edges: list[tuple[Pin, Box]]
    unnamed: list[Pin]
    furniture: list[str]

    def layers(self, *, halo_apart: bool = False) -> list[str]:
        """Write all layers, the lowest first."""
        palette = self.picture.palette
        ground_names, names = _halved(draw_names(self.names, palette, halo_apart=halo_apart))
        pins = [draw_pin(pin, palette) for pin in reversed(self.pins) if pin.shown]
        return [
            *self.ground, draw_areas(self.areas.values()), *ground_names, *draw_ways(self.ways, palette), *names, layer("stops", "Stops", pins),
            draw_edges(self.edges, self.picture, self.unit), *self.furniture,
        ]  # fmt: skip

    @property
    def clip(self) -> str:
        """The path that keeps lines inside the frame."""
        return clip_of(self.view.frame)


def clip_of(frame: Box) -> str:
    """Define the clipping path of a map's frame."""
    rect = element("rect", x=frame.left, y=frame.top, width=frame.width, height=frame.height)
    return element("defs", element("clipPath", rect, id="frame"))


def _halved(layers: list[str]) -> tuple[list[str], list[str]]:
    half = len(layers) // 2
    return layers[:half], layers[half:]


def draw_map(picture: Picture, view: View, unit: float, *, furniture: bool = True, reserved: Sequence[Box] = ()) -> MapDrawing:
    """Draw a picture's map into a view.

    Parameters
    ----------
    picture, view
        What is drawn, and where.
    unit
        The size of marks and type.
    furniture
        Whether a scale bar and a locator are drawn; the draft mark always is, where the picture is a draft.
    reserved
        Boxes that something else will cover.
    """
    ways = ways_of(picture, view)
    stops = pins_of(picture, view, unit)
    meetings = meetings_of(picture, view, stops, unit)
    mentions = mentions_of(picture, view)
    draft, draft_box = draft_mark(picture.draft, view.frame, picture, unit)
    taken = [*reserved, *filter(None, [draft_box, scale_box(view, unit) if furniture else None])]
    names = Names(view, unit, taken)
    names.feel(ways)
    shown = [pin for pin in (*stops, *meetings, *mentions) if pin.shown]
    inset = locator_box(view, shown, names.beads, taken, unit) if furniture else None
    taken += [*filter(None, [inset]), *(pin.box for pin in shown)]
    unnamed = names.stops([pin for pin in shown if pin.kind != "meeting"])
    edges, homeless = _edges(names, stops)
    names.ground(_labels(picture, view), most=round(view.frame.width * view.frame.height / 1e5 * _CITIES / unit**2))
    extras = [scale_bar(view, picture, unit) if furniture else "", locator(view, inset, picture) if inset else "", draft]
    base = ground(view, picture.palette, picture.viewpoint)
    return MapDrawing(
        view,
        picture,
        unit,
        base,
        area_shapes(picture, view),
        ways,
        [*stops, *meetings, *mentions],
        names.placed,
        edges,
        [*unnamed, *homeless],
        extras,
    )


def _edges(names: Names, stops: Sequence[Pin]) -> tuple[list[tuple[Pin, Box]], list[Pin]]:
    """Find room at the edge for the stops of main journeys that lie beyond it; the others are left for the list."""
    edges, homeless = [], []
    for pin in stops:
        if not pin.shown:
            box = None if pin.earlier else names.edge(pin, f"{pin.element['label']}. {edge_words(pin)}")
            if box is None:
                homeless.append(pin)
            else:
                edges.append((pin, box))
    return edges, homeless


def _labels(picture: Picture, view: View) -> list[dict[str, Any]]:
    taken = [stop["name"] for journey in picture.story["journeys"] for stop in journey["stops"]]
    taken += [] if picture.story["journeys"] else [place["name"] for place in picture.story["mentions"]]
    extent = view.extent
    # A page can be moved, so its names are sought a quarter beyond what it shows; a still can't.
    kept = extent.grown(-extent.span / 6) if extent.span < 120 else extent
    return ground_labels(kept, kept, taken, picture.language)
