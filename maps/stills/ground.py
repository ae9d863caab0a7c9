"""The ground of a still: land, water and borders as vector layers with names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maps.basemap import Window, cut, layers_of, scale_of
from maps.stills.svg import element, layer, path_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maps.stills.view import View
    from maps.style import Palette
    from maps.vectors import Layer

__all__ = ["ground", "outline", "shaded"]

#: How far a coast may stray, in pixels, and the least area that is drawn, in square pixels.
_STRAY = 0.35
_LEAST_AREA = {"land": 1.5, "lakes": 8.0}
#: The shortest line, in pixels.
_LEAST_LENGTH = 2.0
_NAMES = {"land": "Land", "lakes": "Lakes", "rivers": "Rivers", "admin1": "Regions", "borders": "Borders", "disputed": "Disputed borders"}  # fmt: skip


def ground(view: View, palette: Palette, viewpoint: str) -> list[str]:
    """Draw sea, land, lakes, rivers and borders, each a layer, the lowest first.

    Parameters
    ----------
    view
        What is shown.
    palette
        The colours.
    viewpoint
        As in `maps.basemap.basemap`.

    Returns
    -------
    list of str
        SVG groups.
    """
    extent = view.extent
    window = Window(extent, scale_of(extent))
    looks: dict[str, dict[str, object]] = {
        "land": {"fill": palette.land},
        "lakes": {"fill": palette.sea},
        "rivers": _line(palette.water, 0.9),
        "admin1": _line(palette.border, 0.5, stroke_dasharray="1 3"),
        "borders": _line(palette.border, 0.9),
        "disputed": _line(palette.border, 1.0, stroke_dasharray="4 3"),
    }
    found = layers_of(window, viewpoint)
    drawn = [layer("sea", "Sea", [_sea(view, palette)])]
    for name, look in looks.items():
        if name in found:
            shapes = (
                _areas(view, window, found[name], _LEAST_AREA[name]) if name in _LEAST_AREA else _lines(view, window, found[name])
            )
            drawn.append(layer(name, _NAMES[name], [f'<path d="{shapes}"/>'] if shapes else [], **look))
    return drawn


def _line(colour: str, width: float, **more: object) -> dict[str, object]:
    return {"fill": "none", "stroke": colour, "stroke_width": width, "stroke_linejoin": "round", **more}


def _sea(view: View, palette: Palette) -> str:
    frame = view.frame
    if not view.world:
        return element("rect", x=frame.left, y=frame.top, width=frame.width, height=frame.height, fill=palette.sea)
    return element("path", d=_globe(view), fill=palette.sea)


def _globe(view: View) -> str:
    """Outline the globe, as far as the frame shows it."""
    import shapely

    west = view.middle[0] - 180 + 1e-6
    globe = view.flattened(shapely.box(west, -90, west + 360 - 2e-6, 90))
    return "".join(path_of(part.exterior.coords[:-1], closed=True) for part in _polygons(_framed(view, globe)))


def outline(view: View, palette: Palette) -> str:
    """Draw land alone, at the coarsest scale, for a locator."""
    window = Window(view.extent, "110m")
    land = layers_of(window, "")["land"]
    return element("path", d=_areas(view, window, land, 1.0), fill=palette.land)


def _areas(view: View, window: Window, found: Layer, least: float) -> str:
    import shapely

    whole = shapely.union_all(shapely.make_valid(_parts(view, window, found)))
    rings = []
    for part in _polygons(_framed(view, shapely.simplify(whole, _STRAY))):
        if part.area >= least:
            rings += [part.exterior, *(ring for ring in part.interiors if shapely.Polygon(ring).area >= least)]
    return "".join(path_of(ring.coords[:-1], closed=True) for ring in rings)


def _lines(view: View, window: Window, found: Layer) -> str:
    import shapely

    merged = shapely.line_merge(shapely.union_all(_parts(view, window, found)))
    parts = shapely.get_parts(_framed(view, shapely.simplify(merged, _STRAY)))
    return "".join(path_of(part.coords) for part in parts if part.geom_type == "LineString" and part.length > _LEAST_LENGTH)


def _parts(view: View, window: Window, found: Layer) -> Any:
    """Cut a layer to the window and project its parts, as an array; what the cut left without length is dropped."""
    import numpy as np
    import shapely

    parts = shapely.get_parts(np.array(list(cut(window, found)), dtype=object))
    return view.flattened(parts[shapely.length(parts) > 0])


def _framed(view: View, shape: Any) -> Any:
    import shapely

    return shapely.clip_by_rect(shape, view.frame.left, view.frame.top, view.frame.right, view.frame.bottom)


def _polygons(shape: Any) -> Iterator[Any]:
    import shapely

    return (part for part in shapely.get_parts(shape) if part.geom_type == "Polygon" and not part.is_empty)


def shaded(view: View, rings: list[list[tuple[float, float]]]) -> str:
    """Project the rings of an area, in degrees, to one path."""
    import shapely

    west = view.middle[0] - 180
    paths = []
    for ring in rings:
        shape = shapely.Polygon(ring)
        pieces = [shape] if not view.world else [
            shapely.transform(shapely.clip_by_rect(shape, west + 360 * turn, -90, west + 360 * turn + 360, 90), lambda xy, turn=turn: xy - [360.0 * turn, 0])
            for turn in (-1, 0, 1)
        ]  # fmt: skip
        for piece in pieces:
            flat = view.flattened(piece)
            flat = flat if flat.is_valid else shapely.make_valid(flat)
            paths += [
                path_of(part.exterior.coords[:-1], closed=True)
                for part in _polygons(_framed(view, shapely.simplify(flat, _STRAY)))
            ]
    return "".join(paths)
