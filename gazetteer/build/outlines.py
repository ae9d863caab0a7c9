"""Extents and middles of first-order areas from Natural Earth's polygons, as QGIS ships them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from gazetteer.build.shapes import extent, middle
from gazetteer.names import normalise

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from gazetteer.build.entry import Entry

__all__ = ["with_outlines"]

#: The columns that name an area, the one that follows GeoNames first.
_NAMES = ("gn_name", "name", "woe_name", "woe_label")


def with_outlines(areas: Iterable[Entry], world_map: Path, *, placed: Container[int]) -> Iterator[Entry]:
    """Yield areas, the first-order ones with the extent and the middle of the one polygon of their country that bears one of their names.

    An area of which no polygon, or more than one, is found keeps the extent and the point that it has.

    Parameters
    ----------
    areas
        First- and second-order areas.
    world_map
        QGIS' ``world_map.gpkg``.
    placed
        The GeoNames ids of areas that have GeoNames' own point, and keep it.
    """
    shapes = _read_shapes(world_map)
    for area in areas:
        country = area.area.split(".")[0]
        names = sorted({normalise(name) for name in (area.name, *area.names)}) if area.code == "ADM1" else ()
        found = {number: parts for name in names for number, parts in shapes[country, name].items()}
        yield _outlined(area, *found.values(), placed=placed) if len(found) == 1 else area


def _outlined(area: Entry, parts: Sequence[BaseGeometry], *, placed: Container[int]) -> Entry:
    area = replace(area, bbox=extent(parts))
    if int(area.id.partition(":")[2]) in placed:
        return area
    lat, lon = middle(parts)
    return replace(area, lat=lat, lon=lon)


def _read_shapes(path: Path) -> dict[tuple[str, str], dict[int, list[BaseGeometry]]]:
    """Return each polygon's parts, greatest first, by row, under its country and each of its names."""
    import pyogrio.raw
    import shapely

    meta, _, geometries, columns = pyogrio.raw.read(path, layer="states_provinces")
    table = dict(zip(meta["fields"], columns, strict=True))
    shapes: dict[tuple[str, str], dict[int, list[BaseGeometry]]] = defaultdict(dict)
    for row, shape in enumerate(shapely.from_wkb(geometries)):
        parts = sorted(shape.geoms, key=lambda part: -part.area)
        for column in _NAMES:
            # The last column is like "Murmanskaya Oblast, RU, Russia".
            name = normalise((table[column][row] or "").split(",")[0])
            if name:
                shapes[table["iso_a2"][row], name][row] = parts
    return shapes
