"""Rivers and lakes of Natural Earth, 1:10m."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from gazetteer.build.entry import Entry
from gazetteer.model import BBox

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

__all__ = ["read_waters"]

#: What is left of a name where the package lost letters that are not in its character set.
_GARBLED = re.compile(r"\?|--|\s-|-\s")

#: Pieces of a river with one name that lie within this of each other are one river (degrees).
_SAME_RIVER = 5.0

#: Rivers and lakes are numbered apart: lakes from here on.
_LAKES_FROM = 100_000


def read_waters(folder: Path) -> Iterator[Entry]:
    """Yield named rivers and lakes of the package's ``10m`` folder; the place of a river is the middle of its longest piece.

    Numbers in the ids are those of the first piece in the file, so they hold for this version of it.
    """
    for number, name, shape, box in _rivers(folder / "ne_10m_rivers_lake_centerlines.shp"):
        full = name if "River" in name.split() else f"{name} River"
        yield (
            _entry(number, full, "STM", shape.interpolate(0.5, normalized=True), box)
            .with_names([f"River {name}"])
            .with_names([name], "part")
        )
    for row, name, _, shape in _features(
        _table(folder / "ne_10m_ocean.shp"), "featurec_2", "scaleran_2", {"Lake", "Reservoir", "Alkaline Lake"}
    ):
        full = name if {"Lake", "Lago", "Lac", "Reservoir", "Sea"} & set(name.split()) else f"Lake {name}"
        entry = _entry(_LAKES_FROM + row, full, "LK", shape.representative_point(), shape.bounds)
        yield entry.with_names([f"{name} Lake"] if full != name else []).with_names([name], "part")


def _table(path: Path) -> tuple[dict[str, Any], list[BaseGeometry]]:
    import pyogrio.raw
    import shapely

    meta, _, geometries, columns = pyogrio.raw.read(path, encoding="cp1252")
    return dict(zip(meta["fields"], columns, strict=True)), list(shapely.from_wkb(geometries))


def _features(
    table: tuple[dict[str, Any], list[BaseGeometry]], kind: str, rank: str, kinds: Iterable[str]
) -> Iterator[tuple[int, str, float, BaseGeometry]]:
    columns, shapes = table
    for row, (name, what, scale) in enumerate(zip(columns["name"], columns[kind], columns[rank], strict=True)):
        if name and what in kinds and not _GARBLED.search(name):
            yield row, str(name), float(scale), shapes[row]


def _rivers(path: Path) -> Iterator[tuple[int, str, BaseGeometry, tuple[float, ...]]]:
    """Gather the pieces of each river: row of the first, name, the longest piece, bounds of all."""
    rivers: dict[str, list[list[tuple[int, BaseGeometry]]]] = {}
    for row, name, _, shape in _features(_table(path), "featurecla", "scalerank", {"River"}):
        groups = rivers.setdefault(name, [])
        near = next((g for g in groups if any(shape.distance(piece) <= _SAME_RIVER for _, piece in g)), None)
        if near is None:
            groups.append([(row, shape)])
        else:
            near.append((row, shape))
    for name, groups in rivers.items():
        for group in groups:
            longest = max((piece for _, piece in group), key=lambda piece: piece.length)
            bounds = [piece.bounds for _, piece in group]
            box = (min(b[0] for b in bounds), min(b[1] for b in bounds), max(b[2] for b in bounds), max(b[3] for b in bounds))
            yield group[0][0], name, _one_line(longest), box


def _one_line(shape: BaseGeometry) -> BaseGeometry:
    return max(shape.geoms, key=lambda part: part.length) if shape.geom_type == "MultiLineString" else shape


def _entry(number: int, name: str, code: str, point: BaseGeometry, bounds: Iterable[float]) -> Entry:
    west, south, east, north = (round(value, 5) for value in bounds)
    return Entry(
        id=f"naturalearth:{number}",
        name=name,
        feature_class="H",
        code=code,
        lat=round(point.y, 5),
        lon=round(point.x, 5),
        bbox=BBox(west, south, east, north),
    )
