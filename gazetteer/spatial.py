"""What lies near a point or in a box, by cells of a degree or less."""

from __future__ import annotations

from math import asin, ceil, cos, degrees, floor, isqrt, radians, sin, sqrt
from typing import TYPE_CHECKING, Final

from gazetteer.layout import CELLS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gazetteer.model import BBox
    from gazetteer.rows import Rows

__all__ = ["Grid", "distance_km"]

#: Mean radius of the earth, km (IUGG).
_RADIUS_KM: Final = 6371.0088


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the great-circle distance in km between two points in degrees, on a sphere (haversine; up to 0.5 % off the ellipsoid)."""
    up, across = radians(other_lat - lat), radians(other_lon - lon)
    h = sin(up / 2) ** 2 + cos(radians(lat)) * cos(radians(other_lat)) * sin(across / 2) ** 2
    return 2 * _RADIUS_KM * asin(min(1.0, sqrt(h)))


class Grid:
    """Rows by where they are: those of the compiled file by cell, the few others one by one.

    Parameters
    ----------
    rows
        The places.
    first, ordered
        Where each cell begins in ``ordered``, and the compiled file's rows in order of their cells.
    """

    def __init__(self, rows: Rows, first: memoryview, ordered: memoryview) -> None:
        self._rows = rows
        self._first = first
        self._ordered = ordered
        self._per_degree = isqrt((len(first) - 1) // CELLS)

    def near(self, lat: float, lon: float, km: float) -> list[int]:
        """Return the rows within a distance (km) of a point (degrees), nearest first."""
        reach = degrees(km / _RADIUS_KM)
        top = min(abs(lat) + reach, 90.0)
        # The meridians draw together: a cap that reaches the pole holds every longitude.
        across = 180.0 if top >= 90 else min(180.0, degrees(asin(min(1.0, sin(radians(reach)) / cos(radians(lat))))))
        found = []
        for row in self._in_cells(lat - reach, lat + reach, lon - across, lon + across):
            away = distance_km(lat, lon, *self._rows.point(row))
            if away <= km:
                found.append((away, row))
        return [row for _, row in sorted(found)]

    def within(self, bbox: BBox) -> Iterator[int]:
        """Yield the rows whose point lies in a box."""
        east = bbox.east if bbox.west <= bbox.east else bbox.east + 360
        for row in self._in_cells(bbox.south, bbox.north, bbox.west, east):
            if bbox.contains(*self._rows.point(row)):
                yield row

    def _in_cells(self, south: float, north: float, west: float, east: float) -> Iterator[int]:
        fine = self._per_degree
        around, leftmost = 360 * fine, floor(west * fine)
        columns = range(leftmost, min(floor(east * fine) + 1, leftmost + around))
        for lat in range(max(floor(south * fine), -90 * fine), min(ceil(north * fine), 90 * fine - 1) + 1):
            for lon in columns:
                cell = (lat + 90 * fine) * around + (lon + 180 * fine) % around
                for row in self._ordered[self._first[cell] : self._first[cell + 1]]:
                    if row not in self._rows.changed:
                        yield row
        for row in self._rows.beside:
            if south <= self._rows.point(row)[0] <= north:
                yield row
