"""The lines of legs as the map draws them: light, smooth over land, and apart from what joins a stop to the network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maps.basemap import scale_of
from maps.extent import near
from maps.smooth import rounded
from maps.vectors import bundled_layer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from shapely import STRtree

    from geo.model import Route
    from maps.extent import Extent
    from maps.positions import Positions
    from maps.smooth import Point

__all__ = ["ACCESS_KM", "Lines"]

#: A straight line from a stop to the network is drawn as such from this length, in kilometres.
ACCESS_KM = 5.0
#: Pieces that are wider than this share of the view look like chords, and the corners between them are rounded.
_CHORD = 1 / 120


class Lines:
    """What is drawn for each leg.

    Parameters
    ----------
    positions
        Where each leg lies on the map, unwrapped.
    routes
        What the legs follow; a leg without one is drawn as it is.
    step
        How far a drawn line may stray, in degrees.
    view
        What the map shows when it opens.
    """

    def __init__(self, positions: Positions, routes: Iterable[Route], *, step: float, view: Extent) -> None:
        self._positions = positions
        self._routes = {route.leg: route for route in routes}
        self._step = step
        self._view = view

    def drawn(self, leg: str) -> Sequence[Point]:
        """Give the line of a leg: simplified, and rounded where it follows track or road; what `access` tells of stays straight."""
        first, last = self.access(leg)
        line = self._positions.legs[leg]
        end = len(line) - last
        return [*line[:first], *self._light(line[first:end], self._on_ground(leg)), *line[end:]]

    def access(self, leg: str) -> tuple[int, int]:
        """Tell whether the first and the last piece of a leg's line join a stop to the network and are worth telling: 1 or 0 each."""
        route = self._routes.get(leg)
        if route is None or not self._on_ground(leg) or len(self._positions.legs[leg]) < 4:
            return 0, 0
        start, end = (int(km >= ACCESS_KM) for km in route.access_km)
        return start, end

    def others(self, leg: str) -> list[Sequence[Point]]:
        """Give the other ways of a leg that are about as likely, on the turn of the world where the leg is."""
        route = self._routes.get(leg)
        others = route.alternatives if route else ()
        return [self._light(tuple(self._unwrapped(leg, other)), on_ground=True) for other in others]

    def _on_ground(self, leg: str) -> bool:
        return leg in self._routes and self._routes[leg].basis in ("track", "road")

    def _unwrapped(self, leg: str, other: Route) -> Iterator[Point]:
        before = self._positions.legs[leg][0][0]
        for lon, lat in (point for part in other.lines for point in part):
            before = near(lon, before)
            yield before, lat

    def _light(self, line: Sequence[Point], on_ground: bool) -> Sequence[Point]:
        import shapely

        light = [(lon, lat) for lon, lat in shapely.LineString(line).simplify(self._step).coords]
        if not on_ground:
            return light
        land, lakes = (_polygons(layer, scale_of(self._view)) for layer in ("land", "lakes"))
        return rounded(light, long=self._view.width * _CHORD, land=land, lakes=lakes)


def _polygons(layer: str, scale: str) -> STRtree:
    from shapely import STRtree

    return STRtree(bundled_layer(f"{layer}_{scale}").geometries)
