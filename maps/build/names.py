"""The names that a basemap carries: countries, seas and the cities that help a reader find the way."""

from __future__ import annotations

import csv
import re
import unicodedata
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from maps.build.physical import read
from maps.vectors import Layer

if TYPE_CHECKING:
    from maps.build.sources import Unpacked

__all__ = ["cities", "country_names", "seas"]

#: Natural Earth shortens long names; a page has room for the words.
_SPELLED_OUT = {
    "Barb.": "Barbuda", "Br.": "British", "Dem.": "Democratic", "Eq.": "Equatorial", "Fr.": "French", "Geo.": "Georgia",
    "Gren.": "the Grenadines", "Herz.": "Herzegovina", "Is.": "Islands", "N.": "Northern", "Rep.": "Republic", "S.": "South",
    "St.": "Saint", "Ter.": "Territory", "U.S.": "US", "Vin.": "Vincent", "W.": "Western",
}  # fmt: skip
#: Names that changed after this edition, or that no table of short words makes.
_RENAMED = {"Macedonia": "North Macedonia", "eSwatini": "Eswatini", "United States of America": "United States", "Macao": "Macau"}
#: Countries whose names of cities are written in other letters: the marks on GeoNames' romanised ones are not what English texts write.
_ROMANISED = frozenset(
    "AE AF AM BD BG BH BT BY CN CY EG ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LA LK LY MK MM MN NP OM PK PS QA RU SA SD SY TH TJ UA YE".split()
)
#: Cities below this rank are left out; 7 adds about 3,000 towns that only a close view could show.
_LEAST_CITY_RANK = 7


def country_names(sources: Unpacked) -> dict[str, str]:
    """Return the English short name of each country by its ISO code."""
    frame = read(sources.world_map, layer="countries")
    named = {
        str(code): _spelled_out(str(name))
        for code, name in zip(frame["iso_a2"], frame["NAME"], strict=True)
        if isinstance(code, str) and isinstance(name, str) and len(code) == 2
    }
    return dict(sorted(named.items()))


def _spelled_out(name: str) -> str:
    words = re.sub(r"\S+\.(?=\s|$)", lambda match: _SPELLED_OUT.get(match.group(), match.group()), name)
    return _RENAMED.get(words, words)


def cities(sources: Unpacked) -> Layer:
    """Build the points of cities with name, GeoNames id (0 where none is sure), country and Natural Earth's rank, the most important first."""
    frame = read(sources.natural_earth("10m", "populated_places_simple"), encoding="utf8")
    frame = frame[frame["scalerank"] <= _LEAST_CITY_RANK]
    names, corrected = _geonames(sources), _corrected()
    pairs: list[tuple[Any, dict[str, Any]]] = [
        (geometry, {**_named(int(identity), ascii_name, country, names, corrected), "rank": int(rank), "people": int(people)})
        for geometry, identity, ascii_name, country, rank, people in zip(
            frame.geometry,
            frame["geonameid"],
            frame["nameascii"],
            frame["iso_a2"],
            frame["scalerank"],
            frame["pop_max"],
            strict=True,
        )
        if isinstance(ascii_name, str)
    ]
    pairs.sort(key=lambda pair: (pair[1]["rank"], -pair[1]["people"], pair[1]["name"]))
    return Layer(tuple(point for point, _ in pairs), tuple(record for _, record in pairs))


def _named(
    identity: int,
    ascii_name: str,
    country: str,
    names: dict[tuple[int, str, str], str],
    corrected: dict[tuple[str, str], tuple[str, int]],
) -> dict[str, str | int]:
    found = names.get((identity, _plain(ascii_name), country))
    name = ascii_name if found is None or country in _ROMANISED else found
    name, geonames = corrected.get((ascii_name, country), (name, identity if found else 0))
    return {"name": name, "geonames": geonames, "country": country}


def _corrected() -> dict[tuple[str, str], tuple[str, int]]:
    """Return today's names and GeoNames ids of cities that Natural Earth misspells or has under an old name: ``city_names.csv``."""
    text = (files("maps.build") / "city_names.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {(row["natural_earth"], row["country"]): (row["name"], int(row["geonameid"])) for row in rows}


def _geonames(sources: Unpacked) -> dict[tuple[int, str, str], str]:
    """Return GeoNames' names by id, plain form and country: this edition of the shapefile lost the letters with an accent, and some of its ids are wrong."""
    with sources.cities.open(encoding="utf-8") as file:
        rows = (line.split("\t", 9) for line in file)
        return {(int(row[0]), _plain(row[1]), row[8]): row[1] for row in rows}


def _plain(name: str) -> str:
    """Return a name in small letters without accents."""
    letters = unicodedata.normalize("NFKD", name.casefold().replace("ł", "l").replace("ø", "o").replace("ı", "i"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def seas() -> Layer:
    """Build the label points of oceans, seas, gulfs and straits from ``seas.csv``, which was written for this project."""
    import shapely

    text = (files("maps.build") / "seas.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))
    points = tuple(shapely.Point(float(row["lon"]), float(row["lat"])) for row in rows)
    return Layer(points, tuple({"name": row["name"], "rank": int(row["rank"])} for row in rows))
