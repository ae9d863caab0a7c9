"""The names on the ground: countries, seas, lakes and a few cities, as candidates that the page thins out so that none overlaps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maps.basemap import Window, cut
from maps.extent import near
from maps.names import country_name, map_name
from maps.vectors import bundled_layer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from maps.extent import Extent
    from maps.language import Language

__all__ = ["ground_labels"]

#: Cities beside the stops: how many at most, so that they guide and do not crowd.
_MOST_CITIES = 40
#: How far the name of a sea may move, in degrees, by its rank: an ocean is wide, a strait is not.
_SEA_REACH = (12.0, 2.0, 0.6, 0.0)
#: How far the name of a sea may be moved, by its rank, in degrees, to stand in the part of the sea that a map of a region shows.
_SEA_CARRY = (40.0, 7.0, 3.0, 1.0)
#: Wider maps show most seas whole.
_REGION = 40.0
#: The page shows so much more than the view on each side, as a share of it.
_BEYOND = 0.15
#: Open water takes this share of the view to be named.
_LEAST_WATER = 0.05
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
    seas = [*_waters(view, language), *_seas(everything, language)]
    oceans = [label for label in seas if label["reach"] >= _SEA_REACH[0]]
    lesser = [label for label in seas if label["reach"] < _SEA_REACH[0]]
    named = [*oceans, *_countries(view, everything, language), *lesser, *_lakes(view, language), *_cities(view, language)]
    return [label for label in named if label["name"].casefold() not in used]


def _label(name: str, tier: str, lon: float, lat: float, reach: float = 0.0) -> dict[str, Any]:
    return {"name": name, "tier": tier, "at": [round(lon, 3), round(lat, 3)], "reach": round(reach, 2)}


def _inside(extent: Extent, lon: float, lat: float) -> Iterator[float]:
    """Each unwrapped longitude at which a point lies in a window."""
    shown = near(lon, extent.west)
    for turn in range(-1, 3):
        if extent.west <= shown + 360 * turn <= extent.east and extent.south <= lat <= extent.north:
            yield shown + 360 * turn


def _seas(everything: Extent, language: Language) -> list[dict[str, Any]]:
    """Seas that the whole map shows; small ones only on maps of a region."""
    area = everything.grown(max(everything.width * 0.5, 8.0))
    least = next((rank for width, rank in ((40, 3), (90, 2), (200, 1)) if area.width < width), 0)
    layer = bundled_layer("seas")
    return [
        _label(map_name(record["name"], "sea", language), "sea", lon, point.y, _SEA_REACH[record["rank"]])
        for point, record in zip(layer.geometries, layer.records, strict=True)
        if record["rank"] <= least
        for lon in _inside(area, point.x, point.y)
    ]


def _waters(view: Extent, language: Language) -> list[dict[str, Any]]:
    """Name the open water of a region whose seas have their middle outside it: as the nearest of them that no land parts from it."""
    import shapely

    if view.width > _REGION:
        return []
    land = [part for part in cut(Window(view.grown(_SEA_CARRY[1]), "50m"), bundled_layer("land_50m")) if not part.is_empty]
    shown = view.grown(view.span * _BEYOND)
    frame = shapely.box(shown.west, shown.south, shown.east, shown.north)
    water = shapely.difference(frame, shapely.union_all(land))
    parts = [part for part in shapely.get_parts(water) if part.area > frame.area * _LEAST_WATER]
    labels = []
    for part in parts:
        circle = shapely.maximum_inscribed_circle(part, tolerance=0.05 * part.area**0.5)
        lon, lat = circle.coords[0]
        if name := _sea_at(shapely.Point(lon, lat), land):
            labels.append(_label(map_name(name, "sea", language), "sea", lon, lat, circle.length))
    return labels


def _sea_at(spot: Any, land: Sequence[Any]) -> str:
    """Return the sea whose middle is nearest to a spot of open water and in sight of it; empty if none is near enough."""
    import shapely

    layer = bundled_layer("seas")
    found = []
    for middle, record in zip(layer.geometries, layer.records, strict=True):
        sight = shapely.LineString([spot, (near(middle.x, spot.x), middle.y)])
        if sight.length <= _SEA_CARRY[record["rank"]] and not any(shapely.intersects(sight, shape) for shape in land):
            found.append((sight.length, record["name"]))
    return min(found, default=(0.0, ""))[1]


def _countries(view: Extent, everything: Extent, language: Language) -> list[dict[str, Any]]:
    """Name each country that takes enough room, in the middle of its largest part in what is shown, around that, and in the whole.

    The page shows one name of a country at a time, the first that finds room.
    """
    labels: dict[tuple[str, int], tuple[float, dict[str, Any]]] = {}
    grown = (view.grown(view.span * _BEYOND), view.grown(view.span * 0.25), everything.grown(max(everything.span * 0.25, 10.0)))
    for number, extent in enumerate(grown):
        for name, share, label in _countries_in(extent, language):
            if all(label["at"] != other["at"] for (known, _), (_, other) in labels.items() if known == name):
                labels[name, number] = (share, label)
    ordered = sorted(labels.items(), key=lambda item: (item[0][1], -item[1][0], item[0][0]))
    return [label for _, (_, label) in ordered]


def _countries_in(extent: Extent, language: Language) -> Iterator[tuple[str, float, dict[str, Any]]]:
    """Each country with its share of a window, and its name in the middle of its largest part there."""
    import shapely

    layer = bundled_layer("countries")
    for shape, record in zip(layer.geometries, layer.records, strict=True):
        name = country_name(record["code"], language)
        for turn in (-360, 0, 360) if name else ():
            part = _largest(shapely.clip_by_rect(shape, extent.west - turn, extent.south, extent.east - turn, extent.north))
            share = part.area / (extent.width * (extent.north - extent.south)) if part is not None else 0.0
            if part is not None and share > _LEAST_SHARE:
                radius = shapely.maximum_inscribed_circle(part, tolerance=0.05 * part.area**0.5)
                lon, lat = radius.coords[0]
                yield name, share, _label(name, "country", lon + turn, lat, radius.length)
                break


def _largest(shape: Any) -> Any | None:
    import shapely

    polygons = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon" and not part.is_empty]
    return max(polygons, key=lambda part: part.area, default=None)


def _lakes(view: Extent, language: Language) -> list[dict[str, Any]]:
    area = view.grown(view.span * 0.4)
    if area.width > 90:
        return []
    least = 3 if area.width < 30 else 1
    layer = bundled_layer("lakes_50m" if area.width > 60 else "lakes_10m")
    named: dict[str, dict[str, Any]] = {}
    for shape, record in zip(layer.geometries, layer.records, strict=True):
        if record["name"] and record["rank"] <= least:
            for lon in _inside(area, shape.centroid.x, shape.centroid.y):
                name = map_name(record["name"], "lake", language)
                named.setdefault(name, _label(name, "lake", lon, shape.centroid.y))
    return list(named.values())


def _cities(view: Extent, language: Language) -> list[dict[str, Any]]:
    """Choose the most important cities in the view."""
    area = view.grown(view.span * 0.3)
    least = next((rank for width, rank in ((6, 7), (25, 6), (60, 4), (140, 2)) if area.width <= width), 0)
    layer = bundled_layer("cities")
    chosen = [
        _label(map_name(record["name"], "city", language, geonames=record["geonames"]), "city", lon, point.y)
        for point, record in zip(layer.geometries, layer.records, strict=True)
        if record["rank"] <= least
        for lon in _inside(area, point.x, point.y)
    ]
    return chosen[:_MOST_CITIES]
