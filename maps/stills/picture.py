"""What a still is drawn from: the same story, marks and lines that the page has, and its look."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from maps.extent import Extent

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maps.folium_map import JourneyMap
    from maps.language import Language
    from maps.style import Palette, Theme

__all__ = ["HEDGED", "Picture", "picture_of", "toned"]

#: Statuses of what nobody reported as done.
HEDGED = ("planned", "possible", "denied")


@dataclass(frozen=True, slots=True)
class Picture:
    """A publication and how it looks.

    Attributes
    ----------
    story, drawing
        The words and the marks, as `maps.journey_map.page_data` builds them for the page.
    view
        What has to be seen, in unwrapped degrees.
    language, theme
        Of the page.
    viewpoint
        On borders; see `maps.basemap.basemap`.
    """

    story: Mapping[str, Any]
    drawing: Mapping[str, Any]
    view: Extent
    language: Language
    theme: Theme
    viewpoint: str = ""

    @property
    def palette(self) -> Palette:
        """The colours of paper: the light ones."""
        return self.theme.light

    @property
    def main(self) -> list[Mapping[str, Any]]:
        """The journeys that the articles are about."""
        return [journey for journey in self.story["journeys"] if not journey["earlier"]]

    @property
    def draft(self) -> str:
        """The words that stand on a picture until a person has signed, or nothing."""
        return "" if self.story["review"] else self.language.say("page.draft")

    def line(self, leg: str) -> list[tuple[float, float]]:
        """Return the points of a leg, unwrapped (lon, lat); empty where it has no line."""
        return self.decoded(self.drawing["legs"].get(leg, []))

    def decoded(self, flat: list[int]) -> list[tuple[float, float]]:
        """Undo `maps.basemap.encode` at the drawing's step."""
        points = []
        x = y = 0
        for place in range(0, len(flat), 2):
            x, y = x + flat[place], y + flat[place + 1]
            points.append((x * self.drawing["step"], y * self.drawing["step"]))
        return points

    @property
    def points(self) -> list[tuple[float, float]]:
        """What the map is fitted to: the stops and lines inside the view, or its corners."""
        seen = [tuple(point) for point in self.drawing["stops"].values()]
        seen += [point for leg in self.drawing["legs"].values() for point in self.decoded(leg)]
        if not self.story["journeys"]:
            seen = [tuple(point) for point in self.drawing["mentions"].values()]
        view = self.view
        inside = [(lon, lat) for lon, lat in seen if view.west <= lon <= view.east and view.south <= lat <= view.north]
        return inside or [(view.west, view.south), (view.east, view.north)]


def picture_of(m: JourneyMap) -> Picture:
    """Take from a journey map what its stills are drawn from."""
    west, south, east, north = m.data["view"]
    margin = 0.002  # the view is rounded for the page
    view = Extent(west - margin, south - margin, east + margin, north + margin)
    return Picture(m.data["story"], m.data["drawing"], view, m.language, m.theme, m.viewpoint)


def toned(palette: Palette, tone: int) -> Palette:
    """Return the palette with the colour of a journey as its accent, as the page has it."""
    if not tone:
        return palette
    colour = (palette.second, palette.third, palette.fourth, palette.fifth)[tone - 1]
    return replace(palette, accent=colour, rail=colour)
