"""The names on the ground: countries, seas, lakes and a few cities, as candidates that the page thins out so that none overlaps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maps.extent import near
from maps.names import country_name, map_name
from maps.vectors import bundled_layer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maps.extent import Extent
    from maps.language import Language

__all__ = ["ground_labels"]

#: Cities beside the stops: how many at most, so that they guide and do not crowd.
_MOST_CITIES = 40
#: How far the name of a sea may move, in degrees, by its rank: an ocean is wide, a strait is not.
_SEA_REACH = (12.0, 2.0, 0.6, 0.0)
#: A country is named when the part of it in the window takes this share of the window's area.
_LEAST_SHARE = 0.004


def ground_labels(view: Extent, everything: Extent, taken: Iterable[str], language: Language) -> list[dict[str, Any]]:
    """Choose the names for a map, in the order in which the page should place them.

    Parameters
    ----------
    view
        What the map shows when it opens.
    everything
        What holds each thing that is drawn.
    taken
        Names that the stops already carry; none is repeated.
    language
        Of the page: names that are not known in it are English.

    Returns
    -------
    list of dict
        ``name``, ``tier`` (``country``, ``sea``, ``lake`` or ``city``), ``at`` ([lon, lat], unwrapped) and ``reach``: how far, in degrees, the
        name may stand from there and still be in what it names.
    """
    used = {name.casefold() for name in taken}
    seas = _seas(everything)
    oceans = [label for label in seas if label["reach"] >= _SEA_REACH[0]]
    lesser = [label for label in seas if label["reach"] < _SEA_REACH[0]]
    named = [*oceans, *_countries(view, everything, language), *lesser, *_lakes(view), *_cities(view)]
    named = [{**label, "name": map_name(label["name"], label["tier"], language)} for label in named]
    return [label for label in named if label["name"].casefold() not in used]


def _label(name: str, tier: str, lon: float, lat: float, reach: float = 0.0) -> dict[str, Any]:
    return {"name": name, "tier": tier, "at": [round(lon, 3), round(lat, 3)], "reach": round(reach, 2)}


def _inside(extent: Extent, lon: float, lat: float) -> Iterator[float]:
    """Each unwrapped longitude at which a point lies in a window."""
    shown = near(lon, extent.west)
    for turn in range(-1, 3):
        if extent.west <= shown + 360 * turn <= extent.east and extent.south <= lat <= extent.north:
            yield shown + 360 * turn


def _seas(everything: Extent) -> list[dict[str, Any]]:
    """Seas that the whole map shows; small ones only on maps of a region."""
    area = everything.grown(max(everything.width * 0.5, 8.0))
    least = next((rank for width, rank in ((40, 3), (90, 2), (200, 1)) if area.width < width), 0)
    layer = bundled_layer("seas")
    return [
        _label(record["name"], "sea", lon, point.y, _SEA_REACH[record["rank"]])
        for point, record in zip(layer.geometries, layer.records, strict=True)
        if record["rank"] <= least
        for lon in _inside(area, point.x, point.y)
    ]


def _countries(view: Extent, everything: Extent, language: Language) -> list[dict[str, Any]]:
    """Name each country that takes enough room, in the middle of its largest part in the view, else in the whole."""
    import shapely

    layer = bundled_layer("countries")
    labels: dict[str, tuple[float, dict[str, Any]]] = {}
    for extent in (view.grown(view.span * 0.25), everything.grown(max(everything.span * 0.25, 10.0))):
        for shape, record in zip(layer.geometries, layer.records, strict=True):
            name = country_name(record["code"], language)
            for turn in (-360, 0, 360):
                part = _largest(shapely.clip_by_rect(shape, extent.west - turn, extent.south, extent.east - turn, extent.north))
                share = part.area / (extent.width * (extent.north - extent.south)) if part is not None else 0.0
                if name and part is not None and share > _LEAST_SHARE and name not in labels:
                    radius = shapely.maximum_inscribed_circle(part, tolerance=0.05 * part.area**0.5)
                    lon, lat = radius.coords[0]
                    labels[name] = (share, _label(name, "country", lon + turn, lat, radius.length))
    return [label for _, label in sorted(labels.values(), key=lambda pair: (-pair[0], pair[1]["name"]))]


def _largest(shape: Any) -> Any | None:
    import shapely

    polygons = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon" and not part.is_empty]
    return max(polygons, key=lambda part: part.area, default=None)


def _lakes(view: Extent) -> list[dict[str, Any]]:
    area = view.grown(view.span * 0.4)
    if area.width > 90:
        return []
    least = 3 if area.width < 30 else 1
    layer = bundled_layer("lakes_50m" if area.width > 60 else "lakes_10m")
    named: dict[str, dict[str, Any]] = {}
    for shape, record in zip(layer.geometries, layer.records, strict=True):
        if record["name"] and record["rank"] <= least:
            for lon in _inside(area, shape.centroid.x, shape.centroid.y):
                named.setdefault(record["name"], _label(record["name"], "lake", lon, shape.centroid.y))
    return list(named.values())


def _cities(view: Extent) -> list[dict[str, Any]]:
    """Choose the most important cities in the view."""
    area = view.grown(view.span * 0.3)
    least = next((rank for width, rank in ((6, 7), (25, 6), (60, 4), (140, 2)) if area.width <= width), 0)
    layer = bundled_layer("cities")
    chosen = [
        _label(record["name"], "city", lon, point.y)
        for point, record in zip(layer.geometries, layer.records, strict=True)
        if record["rank"] <= least
        for lon in _inside(area, point.x, point.y)
    ]
    return chosen[:_MOST_CITIES]
