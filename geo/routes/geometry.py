"""Lines on the globe: great circles, lengths, the cut at the antimeridian, and lighter copies of a line.

A line is a tuple of (lon, lat) pairs in degrees, EPSG:4326, in GeoJSON's order.
"""

from __future__ import annotations

import itertools
import math
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy.typing import ArrayLike
    from pyproj import Geod

__all__ = ["Line", "as_line", "cut_at_antimeridian", "geodesic_km", "great_circle", "length_km", "simplify", "unwrap"]

Line = tuple[tuple[float, float], ...]

#: Decimals kept of a coordinate: 0.1 m, so that the same line has the same digits on every machine.
_DECIMALS = 6


@cache
def _wgs84() -> Geod:
    from pyproj import Geod

    return Geod(ellps="WGS84")


def length_km(line: Line) -> float:
    """Return the geodesic length (WGS84) of a line, in kilometres."""
    if len(line) < 2:
        return 0.0
    lon, lat = zip(*line, strict=True)
    return float(_wgs84().line_length(lon, lat)) / 1000


def geodesic_km(start: tuple[float, float], end: tuple[float, float]) -> float:
    """Return the geodesic distance (WGS84) between two (lon, lat) points, in kilometres."""
    return length_km((start, end))


def great_circle(start: tuple[float, float], end: tuple[float, float], *, step_km: float = 100.0) -> Line:
    """Draw the shortest line over the globe between two points.

    Parameters
    ----------
    start, end
        (lon, lat), degrees.
    step_km
        The greatest distance between neighbouring points of the line.

    Returns
    -------
    Line
        From ``start`` to ``end``, both exactly as given; not cut at the antimeridian.
    """
    pieces = math.ceil(geodesic_km(start, end) / step_km)
    if pieces < 2:
        return (start, end)
    between = _wgs84().npts(*start, *end, pieces - 1)
    return (start, *((round(lon, _DECIMALS), round(lat, _DECIMALS)) for lon, lat in between), end)


def unwrap(line: Line) -> Line:
    """Carry longitudes on past 180 degrees instead of jumping, so that a map draws a line over the Pacific in one piece.

    Returns
    -------
    Line
        The same line; neighbouring longitudes differ by 180 degrees at most, the first one is unchanged.
    """
    if len(line) < 2:
        return line
    jumps = (-360.0 * round((b[0] - a[0]) / 360) for a, b in itertools.pairwise(line))
    return tuple((lon + turn, lat) for (lon, lat), turn in zip(line, itertools.accumulate(jumps, initial=0.0), strict=True))


def cut_at_antimeridian(line: Line) -> tuple[Line, ...]:
    """Cut a line where it crosses 180 degrees, as RFC 7946 (section 3.1.9) asks.

    Parameters
    ----------
    line
        Longitudes may lie beyond 180 degrees, or jump.

    Returns
    -------
    tuple of Line
        One part, or several that end and start at 180 and -180 degrees. Longitudes lie within -180 and 180, no segment spans more than 180.
    """
    path = unwrap(line)
    world = _first_world(path)  # which copy of the world the line is in: 0 for -180..180, 1 for 180..540
    parts = [[_within(path[0], world)]]
    for (lon_a, lat_a), (lon_b, lat_b) in itertools.pairwise(path):
        while abs(lon_b - 360.0 * world) > 180.0:
            side = 1 if lon_b > 360.0 * world else -1
            share = (180.0 * (2 * world + side) - lon_a) / (lon_b - lon_a)
            lat = round(lat_a + share * (lat_b - lat_a), _DECIMALS)
            parts[-1].append((180.0 * side, lat))
            parts.append([(-180.0 * side, lat)])
            world += side
        parts[-1].append(_within((lon_b, lat_b), world))
    return tuple(tuple(part) for part in parts)


def _first_world(path: Line) -> int:
    """Return the copy of the world that a line starts in; one that starts on an edge starts in the copy that it goes to."""
    start, ahead = path[0][0], path[min(1, len(path) - 1)][0]
    nudge = math.copysign(1e-9, (ahead - start) or -start)
    return math.floor((start + nudge + 180.0) / 360.0)


def _within(point: tuple[float, float], world: int) -> tuple[float, float]:
    """Bring a point into -180..180; one in the home copy is returned as it is, to the last digit."""
    lon, lat = point
    return point if world == 0 and abs(lon) <= 180.0 else (round(min(max(lon - 360.0 * world, -180.0), 180.0), _DECIMALS), lat)


def simplify(line: Line, tolerance: float) -> Line:
    """Leave out points that lie within ``tolerance`` degrees of the line without them (Douglas and Peucker); the ends stay."""
    if len(line) < 3 or tolerance <= 0:
        return line
    import shapely

    light = shapely.simplify(shapely.LineString(line), tolerance, preserve_topology=False)
    return tuple((lon, lat) for lon, lat in shapely.get_coordinates(light).tolist())


def as_line(lon: ArrayLike, lat: ArrayLike) -> Line:
    """Make a line of longitudes and latitudes, rounded to a tenth of a metre."""
    import numpy as np

    rounded = (np.round(np.asarray(degrees, dtype=float), _DECIMALS).tolist() for degrees in (lon, lat))
    return tuple(zip(*rounded, strict=True))
