"""A window of the world on paper: the projection that suits what is shown, and where it stands in the picture.

Two projections do for everything, after B. Jenny, Adaptive Composite Map Projections (2012): Lambert's azimuthal equal-area about the
middle of a journey, on which a region looks as it does on a globe, and for journeys round the world Equal Earth (Šavrič, Patterson and
Jenny 2018), cut opposite its middle. Both keep areas true.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from maps.extent import Extent, near
from maps.stills.boxes import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

__all__ = ["Points", "View", "length_of", "view_for"]

#: A sphere is enough for a picture: the ellipsoid would move nothing by a pixel.
_RADIUS = 6_371_000.0
#: A journey whose ends lie farther than this from its middle, in degrees, needs the whole world.
_REACH = 62.0
#: The least that a map is wide, in metres: nearer than this the ground has no detail.
_LEAST_WIDTH = 40_000.0
#: The shape of a map that may choose it: its height over its width.
_FLATTEST, _TALLEST = 0.5, 0.85
#: Points by which the edge of a frame is followed back to the globe.
_SAMPLES = 25
#: How far the cut opposite the middle is kept from, in degrees, so that nothing is turned to the other side.
_SEAM = 1e-4
_SET_OFF = 20.0

Points = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class View:
    """A frame in pixels and the projection that fills it.

    Attributes
    ----------
    frame
        Where the map stands in the picture.
    projection
        A `pyproj.Proj`.
    middle
        (lon, lat) of its centre, degrees.
    world
        Whether the whole globe is drawn, cut opposite its middle.
    scale
        Pixels for each metre at the centre.
    origin
        Where the centre of the projection stands, in pixels.
    """

    frame: Box
    projection: Any
    middle: tuple[float, float]
    world: bool
    scale: float
    origin: tuple[float, float]

    def xy(self, lon: float, lat: float) -> tuple[float, float]:
        """Return where a point stands in the picture."""
        x, y = self.projection(lon, lat)
        return (self.origin[0] + x * self.scale, self.origin[1] - y * self.scale)

    def flattened(self, shape: Any) -> Any:
        """Project a geometry in degrees, or an array of them, to pixels; long edges follow the globe."""
        import numpy as np
        import shapely

        def forward(points: Any) -> Any:
            x, y = self.projection(points[:, 0], points[:, 1])
            return np.column_stack([self.origin[0] + x * self.scale, self.origin[1] - y * self.scale])

        return shapely.transform(shapely.segmentize(shape, self.step), forward)

    @property
    def step(self) -> float:
        """The longest edge, in degrees, that may be drawn straight: about 16 pixels."""
        return min(max(16 / self.pixels_per_degree, 0.05), 2.0)

    @property
    def pixels_per_degree(self) -> float:
        """Pixels in a degree of latitude at the centre."""
        return self.scale * _RADIUS * math.pi / 180

    def ways(self, points: Sequence[Sequence[float]]) -> list[Points]:
        """Project a line of unwrapped (lon, lat), in pieces where the frame or the edge of the world cuts it."""
        import shapely

        if len(points) < 2:
            return []  # a way from a place to itself
        line = shapely.LineString([(point[0], point[1]) for point in points])
        pieces: list[BaseGeometry] = [line]
        if self.world:
            west = self.middle[0] - 180
            turns = range(math.floor((line.bounds[0] - west) / 360), math.floor((line.bounds[2] - west) / 360) + 1)
            pieces = [
                shapely.clip_by_rect(line, west + 360 * turn + _SEAM, -90, west + 360 * (turn + 1) - _SEAM, 90) for turn in turns
            ]
        room = self.frame.grown(10)
        drawn = (shapely.clip_by_rect(self.flattened(piece), room.left, room.top, room.right, room.bottom) for piece in pieces)
        parts = (part for shape in drawn for part in shapely.get_parts(shapely.line_merge(shape)))
        return [list(part.coords) for part in parts if part.geom_type == "LineString" and part.length > 0]

    def shows(self, lon: float, lat: float, *, margin: float = 0.0) -> bool:
        """Tell whether a point lies in the frame, at least ``margin`` pixels from its edge."""
        x, y = self.xy(lon, lat)
        return math.isfinite(x) and math.isfinite(y) and self.frame.grown(-margin).holds(x, y)

    @property
    def extent(self) -> Extent:
        """What the frame shows, in unwrapped degrees around the middle."""
        import numpy as np

        x, y = np.meshgrid(
            np.linspace(self.frame.left, self.frame.right, _SAMPLES), np.linspace(self.frame.top, self.frame.bottom, _SAMPLES)
        )
        lons, lats = self.projection((x - self.origin[0]) / self.scale, (self.origin[1] - y) / self.scale, inverse=True)
        seen = np.isfinite(lons) & np.isfinite(lats)
        offsets, lats = (lons[seen] - self.middle[0] + 180) % 360 - 180, lats[seen]
        south, north, west, east = lats.min() - 1, lats.max() + 1, offsets.min() - 1, offsets.max() + 1
        poles = [pole for pole in (-90.0, 90.0) if self.shows(self.middle[0], pole)]
        half = 180.0 - _SEAM
        if poles or self.world:
            west, east = -half, half
        return Extent(
            self.middle[0] + max(west, -half), -90.0 if -90.0 in poles else max(south, -90.0),
            self.middle[0] + min(east, half), 90.0 if 90.0 in poles else min(north, 90.0),
        )  # fmt: skip


def view_for(points: Sequence[Sequence[float]], frame: Box, *, padding: tuple[float, float], free: bool = False) -> View:
    """Choose the projection for unwrapped (lon, lat) points and fit them into a frame.

    Parameters
    ----------
    points
        What has to be seen; at least one.
    frame
        In pixels.
    padding
        Pixels between the points and the frame, at the sides and above and below: names stand there.
    free
        Whether the frame may change its height to suit the points.

    Returns
    -------
    View
        With everything inside the padding, the middle of it in the middle of the frame.
    """
    middle, reach = _middle_of(points)
    world = reach > _REACH
    projection = _projection(middle, world=world)
    spots = [projection(near(lon, middle[0]), lat) for lon, lat, *_ in points]
    left, right = min(x for x, _ in spots), max(x for x, _ in spots)
    low, high = min(y for _, y in spots), max(y for _, y in spots)
    if free:
        shape = (high - low) / max(right - left, 1.0) * (frame.width - 2 * padding[0]) + 2 * padding[1]
        height = min(max(shape, frame.width * _FLATTEST), frame.width * _TALLEST)
        frame = Box(frame.left, frame.top, frame.right, frame.top + height)
    room = (frame.width - 2 * padding[0]) / max(right - left, 1.0), (frame.height - 2 * padding[1]) / max(high - low, 1.0)
    scale = min(*room, frame.width / _LEAST_WIDTH)
    centre = frame.middle
    origin = (centre[0] - (left + right) / 2 * scale, centre[1] + (low + high) / 2 * scale)
    return View(frame, projection, middle, world, scale, origin)


def _projection(middle: tuple[float, float], *, world: bool) -> Any:
    import pyproj

    name = "+proj=eqearth" if world else f"+proj=laea +lat_0={middle[1]:.4f}"
    return pyproj.Proj(f"{name} +lon_0={near(middle[0], 0.0):.4f} +R={_RADIUS} +units=m")


def _middle_of(points: Sequence[Sequence[float]]) -> tuple[tuple[float, float], float]:
    """Return the middle of points and how far, in degrees of arc, the farthest lies from it."""
    lons, lats = [point[0] for point in points], [point[1] for point in points]
    middle = ((min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2)
    if max(lons) - min(lons) > 180:
        # A journey round the world ends where it began: the cut is set off from there, so that both ends are seen whole.
        return (middle[0] - (_SET_OFF if max(lons) - min(lons) > 360 - _SET_OFF else 0.0), middle[1]), 180.0
    return middle, max(_arc(middle, (lon, lat)) for lon, lat in zip(lons, lats, strict=True))


def _arc(one: tuple[float, float], two: tuple[float, float]) -> float:
    (lon, lat), (other, other_lat) = [tuple(map(math.radians, point)) for point in (one, two)]
    cosine = math.sin(lat) * math.sin(other_lat) + math.cos(lat) * math.cos(other_lat) * math.cos(lon - other)
    return math.degrees(math.acos(max(-1.0, min(1.0, cosine))))


def length_of(points: Points) -> float:
    """Return the length of a line in pixels."""
    return sum(math.dist(one, two) for one, two in pairwise(points))
