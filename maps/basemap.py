"""The ground under a journey: Natural Earth, clipped to windows around it, simplified to what a screen can show, quantised.

Up to three nested windows are cut: the world in outline, everything that is drawn, and the view that opens. Each inner one is
finer and is cut out of the outer one, with a thin overlap so that no seam shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from maps.borders import borders_seen
from maps.extent import MAX_LAT, Extent
from maps.vectors import Layer, bundled_layer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from shapely.geometry.base import BaseGeometry

__all__ = ["Window", "area_rings", "basemap", "cut", "encode", "layers_of", "scale_of", "windows"]

#: A screen this wide, in pixels, is what a window is drawn for.
_SCREEN = 1400
#: Steps of the grid that coordinates are rounded to, for each pixel of that screen.
_STEPS = 4


#: Areas of the ground, and how many pixels they need to be drawn; the other layers are lines.
_SMALLEST = {"land": 1.5, "lakes": 12.0}
#: Steps in the width of a shaded area; an area wider than this, in degrees, has no more.
_AREA_STEPS = 2500
_WIDE_AREA = 50.0


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the world at one detail; ``hole`` is the finer window inside it."""

    extent: Extent
    scale: str
    hole: Extent | None = None

    @property
    def tolerance(self) -> float:
        """How far a line may stray, in degrees: less than half a pixel."""
        return min(self.extent.width, 360.0) / _SCREEN * 0.45

    @property
    def step(self) -> float:
        """The grid that coordinates are rounded to, in degrees."""
        return float(f"{min(self.extent.width, 360.0) / _SCREEN / _STEPS:.1g}")


def windows(view: Extent, everything: Extent) -> tuple[Window, ...]:
    """Choose the windows for a view and for all that is drawn, coarsest first.

    Parameters
    ----------
    view
        What the map shows when it opens.
    everything
        What holds each thing that is drawn, ``view`` included.

    Returns
    -------
    tuple of Window
        The world at 1:110m; then, where it is wider than the view, the whole at 1:50m; then the view at the scale that suits it.
    """
    middle = view.centre[0]
    inner = view.grown(min(max(view.span * 0.6, 0.4), 60.0))
    outer = everything.grown(max(everything.span * 0.15, 2.0)).joined(inner)
    nested = [Window(inner, scale_of(inner))]
    if outer.width > inner.width * 1.6:
        nested.insert(0, Window(outer, scale_of(outer), inner))
    world = Extent(min(middle - 180.0, outer.west), -MAX_LAT, max(middle + 180.0, outer.east), MAX_LAT)
    if nested[0].extent.width >= 240:
        return (Window(world.joined(nested[0].extent), "50m", nested[0].hole), *nested[1:])
    return (Window(world, "110m", nested[0].extent), *nested)


def scale_of(extent: Extent) -> str:
    """Return the scale of Natural Earth that suits a window which is looked at: ``10m`` or ``50m``."""
    return "10m" if extent.width <= 60 else "50m"


def basemap(chosen: Sequence[Window], *, viewpoint: str = "") -> list[dict[str, Any]]:
    """Cut the layers for each window and encode them for the page.

    Parameters
    ----------
    chosen
        The windows, coarsest first.
    viewpoint
        The ISO code of a country whose view of disputed borders is drawn; without one they are all drawn as disputed.

    Returns
    -------
    list of dict
        For each window its ``step`` (degrees) and its layers, each a list of rings or lines as `encode` writes them.
    """
    return [{"step": window.step, **_layers(window, viewpoint)} for window in chosen]


def layers_of(window: Window, viewpoint: str) -> dict[str, Layer]:
    """Choose what is drawn of the ground at a window's detail: ``land`` and ``lakes`` are areas, the others are lines."""
    layers = {
        "land": bundled_layer(f"land_{window.scale}"),
        "borders": borders_seen(f"borders_{window.scale}", viewpoint, "solid"),
        "disputed": borders_seen(f"borders_{window.scale}", viewpoint, "dashed"),
    }
    if window.scale != "110m":
        layers["lakes"] = bundled_layer(f"lakes_{window.scale}")
        layers["rivers"] = _up_to_rank(bundled_layer(f"rivers_{window.scale}"), _river_rank(window))
    if window.extent.width <= 30:
        layers["admin1"] = bundled_layer("admin1_lines")
    return layers


def _layers(window: Window, viewpoint: str) -> dict[str, list[list[int]]]:
    shapes = {
        name: _rings(window, layer, smallest=_SMALLEST[name]) if name in _SMALLEST else _lines(window, layer)
        for name, layer in layers_of(window, viewpoint).items()
    }
    return {name: drawn for name, drawn in shapes.items() if drawn}


def _river_rank(window: Window) -> int:
    return next((rank for width, rank in ((8, 7), (20, 6), (40, 5), (80, 3)) if window.extent.width <= width), 1)


def _up_to_rank(layer: Layer, rank: int) -> Layer:
    pairs = [pair for pair in zip(layer.geometries, layer.records, strict=True) if pair[1]["rank"] <= rank]
    return Layer(tuple(geometry for geometry, _ in pairs), tuple(record for _, record in pairs))


def cut(window: Window, layer: Layer) -> Iterator[BaseGeometry]:
    """Clip a layer to the window, on every turn of the world that the window shows, less the finer window's hole."""
    import numpy as np
    import shapely
    from shapely import STRtree

    extent = window.extent
    shapes = np.array(layer.geometries, dtype=object)
    hole = shapely.box(*_bounds(window.hole.grown(-window.hole.width * 0.01))) if window.hole else None
    tree = STRtree(shapes)
    for turn in range(-2, 3):
        frame = shapely.box(extent.west - 360 * turn, extent.south, extent.east - 360 * turn, extent.north)
        found = shapes[np.sort(tree.query(frame, predicate="intersects"))]
        moved = shapely.transform(
            shapely.clip_by_rect(found, *_bounds_of(frame)), lambda xy, turn=turn: xy + np.array([360.0 * turn, 0.0])
        )
        yield from (shapely.difference(moved, hole) if hole is not None else moved)


def _bounds(extent: Extent) -> tuple[float, float, float, float]:
    return (extent.west, extent.south, extent.east, extent.north)


def _bounds_of(frame: BaseGeometry) -> tuple[float, float, float, float]:
    bounds = frame.bounds
    return (bounds[0], bounds[1], bounds[2], bounds[3])


def _rings(window: Window, layer: Layer, *, smallest: float) -> list[list[int]]:
    """Clip and simplify polygons and encode their rings; those under ``smallest`` pixels of area are left out."""
    import shapely

    pixel = window.extent.width / _SCREEN
    # Rounded and clipped shores touch themselves here and there, and a union of such areas can fail.
    whole = shapely.union_all(
        [shape if shape.is_valid else shapely.make_valid(shape) for shape in cut(window, layer) if not shape.is_empty]
    )
    simple = shapely.simplify(whole, window.tolerance)
    encoded: list[list[int]] = []
    for polygon in shapely.get_parts(simple):
        if polygon.geom_type == "Polygon" and polygon.area >= smallest * pixel * pixel:
            rings = (polygon.exterior, *(ring for ring in polygon.interiors if shapely.Polygon(ring).area >= pixel * pixel))
            encoded.extend(encode(ring.coords[:-1], window.step) for ring in rings)
    return [ring for ring in encoded if len(ring) >= 6]


def _lines(window: Window, layer: Layer) -> list[list[int]]:
    import shapely

    lines = (line for shape in cut(window, layer) for line in shapely.get_parts(shapely.simplify(shape, window.tolerance)))
    encoded = [encode(line.coords, window.step) for line in lines if line.geom_type == "LineString" and not line.is_empty]
    return [line for line in encoded if len(line) >= 4]


def encode(points: Iterable[Sequence[float]], step: float) -> list[int]:
    """Write points as whole steps, each as its difference from the one before: ``[x, y, dx, dy, ...]``; repeats are dropped."""
    flat: list[int] = []
    x = y = 0
    for point in points:
        column, row = round(point[0] / step), round(point[1] / step)
        if flat and (column, row) == (x, y):
            continue
        flat += [column - x, row - y]
        x, y = column, row
    return flat


def area_rings(codes: Sequence[str], middle: float, step: float) -> list[list[int]]:
    """Encode the outline of an area made of countries and first-order areas, for shading.

    Parameters
    ----------
    codes
        ``"RU"`` or ``"RU.59"``, as in `Place.area_codes`.
    middle
        The longitude that the map is centred on; the area is drawn on the turn of the world nearest to it.
    step
        The grid, in degrees.

    Returns
    -------
    list of list of int
        Rings; empty if no polygon has such a code.
    """
    import numpy as np
    import shapely

    shapes = [shape for code in codes for shape in _shapes_of(code)]
    if not shapes:
        return []
    united = shapely.union_all(shapes)
    whole = shapely.simplify(united, max(step, min(united.bounds[2] - united.bounds[0], _WIDE_AREA) / _AREA_STEPS))
    turned = [
        shapely.transform(part, lambda xy, turn=turn: xy + np.array([360.0 * turn, 0.0]))
        for part in shapely.get_parts(whole)
        for turn in (round((middle - part.centroid.x) / 360.0),)
    ]
    rings = [encode(part.exterior.coords[:-1], step) for part in shapely.get_parts(shapely.union_all(turned))]
    return [ring for ring in rings if len(ring) >= 6]


def _shapes_of(code: str) -> tuple[BaseGeometry, ...]:
    return bundled_layer("areas" if "." in code else "countries").where(code=code).geometries
