"""The box around points and lines on a globe, for GeoJSON's ``bbox``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazetteer.model import BBox

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["extent_of"]


def extent_of(lines: Iterable[Sequence[Sequence[float]]]) -> BBox | None:
    """Find the narrowest box that holds every line.

    Parameters
    ----------
    lines
        Each a sequence of ``(lon, lat)``, degrees, not crossing the antimeridian; a point is a line of one.

    Returns
    -------
    BBox or None
        ``west > east`` where the box crosses the antimeridian (RFC 7946, section 5.2); None if there are no lines.
    """
    pieces = [line for line in lines if line]
    if not pieces:
        return None
    latitudes = [point[1] for line in pieces for point in line]
    spans = sorted((min(point[0] for point in line), max(point[0] for point in line)) for line in pieces)
    west, east = _around_widest_gap(spans)
    return BBox(west, min(latitudes), east, max(latitudes))


def _around_widest_gap(spans: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Give the west and east end of all spans of longitude (sorted) such that the widest empty stretch stays outside."""
    first, reached = spans[0]
    # (width of the gap, its west end, its east end); the first one is the gap over the antimeridian.
    gaps = []
    for start, end in spans[1:]:
        if start > reached:
            gaps.append((start - reached, reached, start))
        reached = max(reached, end)
    over_the_edge = (first + 360 - reached, reached, first)
    _, east, west = max([over_the_edge, *gaps], key=lambda gap: gap[0])
    return west, east
