"""Rounded corners for lines whose source draws bends as long straight pieces.

Only the corner itself is cut, between points a little way before and behind it, and only where what is cut off is land, no lake and
no sea: a line comes no nearer to water than its source. How far a line is moved is bounded by how much of its pieces may be cut.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray
    from shapely import STRtree

__all__ = ["Point", "rounded"]

Point = tuple[float, float]

#: Corners that turn by less than this look smooth as they are, in degrees.
_SHARP = 12.0
#: The share of the shorter piece at a corner that may be cut off on each side of it.
_CUT = 0.35
#: Points of a rounded corner: parameters of a quadratic Bézier curve whose control point is the corner.
_CURVE = (0.0, 0.25, 0.5, 0.75, 1.0)


def rounded(line: Sequence[Point], *, long: float, land: STRtree, lakes: STRtree) -> list[Point]:
    """Round the corners between long pieces of a line.

    Parameters
    ----------
    line
        (lon, lat) in degrees, EPSG:4326, as it is drawn.
    long
        Pieces shorter than this, in degrees, are not cut.
    land, lakes
        Polygons: what is cut off a corner lies within one of the first and touches none of the second.

    Returns
    -------
    list of (lon, lat)
        With the first and last point of ``line``, and every corner that is not rounded.
    """
    corners = [i for i in range(1, len(line) - 1) if _is_sharp(line[i - 1], line[i], line[i + 1], long)]
    curves = {i: _curve(line[i - 1], line[i], line[i + 1]) for i in corners}
    dry = _on_land([curves[i] + [line[i]] for i in corners], land, lakes)
    kept = {i: curves[i] for i, is_dry in zip(corners, dry, strict=True) if is_dry}
    return [point for i, corner in enumerate(line) for point in kept.get(i, [corner])]


def _is_sharp(before: Point, corner: Point, after: Point, long: float) -> bool:
    into = (corner[0] - before[0], corner[1] - before[1])
    out = (after[0] - corner[0], after[1] - corner[1])
    if min(math.hypot(*into), math.hypot(*out)) < long:
        return False
    turn = math.atan2(into[0] * out[1] - into[1] * out[0], into[0] * out[0] + into[1] * out[1])
    return abs(math.degrees(turn)) >= _SHARP


def _curve(before: Point, corner: Point, after: Point) -> list[Point]:
    reach = _CUT * min(math.dist(before, corner), math.dist(corner, after))
    start, end = (_towards(corner, other, reach) for other in (before, after))
    return [
        (
            (1 - t) ** 2 * start[0] + 2 * t * (1 - t) * corner[0] + t**2 * end[0],
            (1 - t) ** 2 * start[1] + 2 * t * (1 - t) * corner[1] + t**2 * end[1],
        )
        for t in _CURVE
    ]


def _towards(point: Point, other: Point, reach: float) -> Point:
    share = reach / math.dist(point, other)
    return (point[0] + share * (other[0] - point[0]), point[1] + share * (other[1] - point[1]))


def _on_land(cut: Sequence[Sequence[Point]], land: STRtree, lakes: STRtree) -> NDArray[np.bool_]:
    """Tell which of the pieces that rounding cuts off lie on land alone."""
    import numpy as np
    import shapely

    dry = np.zeros(len(cut), dtype=bool)
    if cut:
        pieces = np.array([shapely.Polygon(ring) for ring in cut], dtype=object)
        dry[land.query(pieces, predicate="within")[0]] = True
        dry[lakes.query(pieces, predicate="intersects")[0]] = False
    return dry
