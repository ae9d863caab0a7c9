"""What lies near a point or in a box, by cells of a degree or less."""

from __future__ import annotations

from bisect import bisect_left
from math import asin, cos, degrees, floor, inf, isqrt, pi, radians, sin, sqrt
from typing import TYPE_CHECKING, Final

from gazetteer.layout import CELLS, HALVES_A_ROW, NUMBERS_A_ROW, SCALE, cell_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gazetteer.container import Container
    from gazetteer.model import BBox
    from gazetteer.rows import KindFilter, Rows

__all__ = ["Grid", "distance_km"]

#: Mean radius of the earth, km (IUGG).
_RADIUS_KM: Final = 6371.0088

#: Degrees by which more is searched than was asked for, lest what lies on the edge be lost to rounding.
_MARGIN: Final = 1e-9


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the great-circle distance in km between two points in degrees, on a sphere (haversine; up to 0.5 % off the ellipsoid)."""
    up, across = radians(other_lat - lat), radians(other_lon - lon)
    h = sin(up / 2) ** 2 + cos(radians(lat)) * cos(radians(other_lat)) * sin(across / 2) ** 2
    return 2 * _RADIUS_KM * asin(min(1.0, sqrt(h)))


class Grid:
    """Rows by where they are: those of the compiled file by cell, the few others by latitude.

    Parameters
    ----------
    rows
        The places.
    container
        The compiled file: ``cell_rows`` are its rows in order of their cells, and ``cell_first`` is where each cell begins among them. One
        that has minor places has them last in each cell, and where they begin in ``cell_minor``.
    """

    def __init__(self, rows: Rows, container: Container) -> None:
        self._rows = rows
        self._first = container.column("cell_first", "I")
        self._ordered = container.column("cell_rows", "I")
        self._minor = container.column("cell_minor", "I") if "cell_minor" in container else None
        self._per_degree = isqrt((len(self._first) - 1) // CELLS)
        self._by_latitude: list[tuple[float, int]] | None = None

    def near(self, lat: float, lon: float, km: float, limit: int, kinds: KindFilter | None = None) -> list[int]:
        """Return the rows within a distance (km) of a point (degrees), nearest first: so many of the nearest.

        A circle that may have enough is searched first, then others, each twice as wide, until one has: what the answer costs follows the
        number of places asked for, and not how many lie there.
        """
        reach = min(km, self._likely_reach(lat, lon, limit))
        found = self._in_circle(lat, lon, reach, kinds)
        while len(found) < limit and reach < km:
            reach = min(2 * reach, km)
            found = self._in_circle(lat, lon, reach, kinds)
        return [row for _, row in sorted(found)[:limit]]

    def within(self, bbox: BBox, kinds: KindFilter | None = None) -> Iterator[int]:
        """Yield the rows whose point lies in a box."""
        south, north = bbox.south, bbox.north
        if bbox.west <= bbox.east:
            yield from self._in_box(south, north, bbox.west, bbox.east, kinds)
        else:
            yield from self._in_box(south, north, bbox.west, inf, kinds)
            yield from self._in_box(south, north, -inf, bbox.east, kinds)

    def _likely_reach(self, lat: float, lon: float, limit: int) -> float:
        """Return the distance (km) within which twice as many rows lie as are wanted, were they as dense as in the point's cell: half a cell at most."""
        side = radians(1 / self._per_degree) * _RADIUS_KM
        cell = cell_of(lat, lon, self._per_degree)
        crowd = self._first[cell + 1] - self._first[cell]
        return side * min(0.5, sqrt(2 * max(limit, 0) / (pi * max(crowd, 1))))

    def _in_circle(self, lat: float, lon: float, km: float, kinds: KindFilter | None) -> list[tuple[float, int]]:
        """Return the rows within a distance of a point, each after its distance, in no order that means anything."""
        reach = degrees(km / _RADIUS_KM) + _MARGIN
        found = []
        for west, east in _meridians_about(lat, lon, reach):
            for row in self._in_box(lat - reach, lat + reach, west, east, kinds):
                away = distance_km(lat, lon, *self._rows.point(row))
                if away <= km:
                    found.append((away, row))
        return found

    def _in_box(self, south: float, north: float, west: float, east: float, kinds: KindFilter | None) -> Iterator[int]:
        """Yield the rows in a box that does not cross the antimeridian."""
        fixed, halves, changed = self._rows.fixed, self._rows.halves, self._rows.changed
        minor = self._minor if kinds is not None and not kinds.minor else None
        for begin, end in self._spans(south, north, max(west, -180.0), min(east, 180.0), minor):
            rows = self._ordered[begin:end].tolist()
            if kinds is not None:  # the quickest to tell, and of a full list it leaves little
                numbers = kinds.numbers
                rows = [row for row in rows if halves[row * HALVES_A_ROW + HALVES_A_ROW - 1] in numbers]
            for row in rows:
                at = row * NUMBERS_A_ROW
                if south <= fixed[at + 1] / SCALE <= north and west <= fixed[at + 2] / SCALE <= east and row not in changed:
                    yield row
        yield from self._beside(south, north, west, east, kinds)

    def _spans(self, south: float, north: float, west: float, east: float, minor: memoryview | None) -> Iterator[tuple[int, int]]:
        """Yield where the cells that a box touches begin and end: those of one latitude follow each other from west to east.

        Where it is given where the minor places begin, they are left out.
        """
        fine = self._per_degree
        around, top = 360 * fine, 180 * fine - 1
        lowest, highest = floor((south + 90 - _MARGIN) * fine), floor((north + 90 + _MARGIN) * fine)
        leftmost = min(max(floor((west + 180 - _MARGIN) * fine), 0), around)
        rightmost = max(floor((east + 180 + _MARGIN) * fine), -1)
        for upwards in range(min(max(lowest, 0), top), min(highest, top) + 1):
            cell = upwards * around
            columns = [(leftmost, min(rightmost + 1, around))]
            if rightmost >= around > leftmost > 0:
                columns.append((0, 1))  # 180 degrees east is kept with 180 degrees west
            for begin, end in columns:
                if minor is None:
                    yield self._first[cell + begin], self._first[cell + end]
                else:
                    for each in range(cell + begin, cell + end):
                        yield self._first[each], minor[each]

    def _beside(self, south: float, north: float, west: float, east: float, kinds: KindFilter | None) -> list[int]:
        """Return the rows in a box that are not where the compiled file has them, in their order."""
        if self._by_latitude is None:
            self._by_latitude = sorted((self._rows.point(row)[0], row) for row in self._rows.beside)
        begin = bisect_left(self._by_latitude, (south, 0))
        end = bisect_left(self._by_latitude, (north, len(self._rows)))
        found = sorted(row for _, row in self._by_latitude[begin:end])
        return [
            row
            for row in found
            if west <= self._rows.point(row)[1] <= east and (kinds is None or kinds.takes(self._rows.place(row)))
        ]


def _meridians_about(lat: float, lon: float, reach: float) -> list[tuple[float, float]]:
    """Return the westernmost and easternmost longitudes of a circle (degrees): two pairs where it crosses the antimeridian."""
    # The meridians draw together: a cap that reaches the pole holds every longitude.
    if abs(lat) + reach >= 90:
        return [(-180.0, 180.0)]
    across = degrees(asin(min(1.0, sin(radians(reach)) / cos(radians(lat))))) + _MARGIN
    west, east = (lon - across + 180) % 360 - 180, (lon + across + 180) % 360 - 180
    return [(west, east)] if west <= east else [(west, 180.0), (-180.0, east)]
