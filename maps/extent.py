"""Windows on the world, unwrapped: a journey across the Pacific is one piece, its longitudes going past 180."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["MAX_LAT", "Extent", "extent_of", "mercator_y", "near"]

#: Web Mercator's edge, in degrees.
MAX_LAT = 85.0


@dataclass(frozen=True, slots=True)
class Extent:
    """A window in degrees with ``west <= east``; either may lie outside -180 to 180."""

    west: float
    south: float
    east: float
    north: float

    @property
    def width(self) -> float:
        """Its width in degrees of longitude."""
        return self.east - self.west

    @property
    def centre(self) -> tuple[float, float]:
        """Its middle on a Mercator map, as (lon, lat)."""
        middle = (mercator_y(self.south) + mercator_y(self.north)) / 2
        return ((self.west + self.east) / 2, math.degrees(2 * math.atan(math.exp(math.radians(middle))) - math.pi / 2))

    @property
    def span(self) -> float:
        """The longer side on a Mercator map, in degrees of longitude."""
        return max(self.width, mercator_y(self.north) - mercator_y(self.south))

    def joined(self, other: Extent) -> Extent:
        """Return the smallest window that holds both."""
        return Extent(
            min(self.west, other.west), min(self.south, other.south), max(self.east, other.east), max(self.north, other.north)
        )

    def grown(self, margin: float) -> Extent:
        """Add a margin on each side, in degrees of longitude (as much on the map in latitude), within Mercator."""
        stretch = math.cos(math.radians(min(abs(self.centre[1]), 80.0)))
        return Extent(
            self.west - margin,
            max(self.south - margin * stretch, -MAX_LAT),
            self.east + margin,
            min(self.north + margin * stretch, MAX_LAT),
        )


def mercator_y(lat: float) -> float:
    """Height on a Mercator map, in degrees of longitude at the equator."""
    bounded = math.radians(max(-MAX_LAT, min(MAX_LAT, lat)))
    return math.degrees(math.log(math.tan(math.pi / 4 + bounded / 2)))


def near(lon: float, reference: float) -> float:
    """Shift a longitude by whole turns until it is within half a turn of the reference."""
    return lon + 360.0 * math.floor((reference - lon) / 360.0 + 0.5)


def extent_of(points: Iterable[Sequence[float]]) -> Extent:
    """Return the smallest window that holds (lon, lat) points which are already unwrapped.

    Raises
    ------
    ValueError
        If there is no point.
    """
    lons, lats = zip(*((point[0], point[1]) for point in points), strict=True)
    return Extent(min(lons), min(lats), max(lons), max(lats))
