"""Names in the languages of the page: countries and cities from CLDR, other places from GeoNames, seas from ``sea_names.csv``."""

from __future__ import annotations

import csv
import json
from importlib.resources import files
from typing import TYPE_CHECKING

from gazetteer.build.countries import read_locale
from maps.build.place_names import place_names

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from maps.build.place_names import Populated
    from maps.vectors import Layer

__all__ = ["local_names"]

Locale = dict[str, dict[str, dict[str, str]]]

#: Parts of a time zone's name with its continent: more are a city of a state (America/Argentina/San_Juan), whose name others share.
_ZONE_PARTS = 2


def local_names(code: str, locales: Path, countries: dict[str, str], cities: Layer, places: Sequence[Populated]) -> str:
    """Build the names of one language as JSON.

    Parameters
    ----------
    code
        The language.
    locales
        Babel's folder of CLDR data.
    countries
        English short names by ISO code: what is named.
    cities
        The basemap's cities, the most important first. CLDR names the city of each time zone; it is taken for the most important one
        of its name.
    places
        GeoNames' populated places, for those that CLDR does not name.

    Returns
    -------
    str
        ``countries`` {ISO code: name}, ``cities`` {name: name} and {"name, ISO code": name}, ``places`` {GeoNames id: name},
        ``seas`` {name: name}.
    """
    if code == "en":
        table: dict[str, dict[str, str]] = {"countries": countries, "cities": {}, "places": {}, "seas": {}}
    else:
        locale = read_locale(locales / f"{code}.dat")
        territories = {key: str(name) for key, name in locale.get("territories", {}).items() if key in countries}
        named = _cities(locale, read_locale(locales / "root.dat"), cities)
        table = {"countries": territories, "cities": named, "places": place_names(code, places), "seas": _seas(code)}
    return json.dumps(table, ensure_ascii=False, indent=0, sort_keys=True)


def _cities(locale: Locale, root: Locale, cities: Layer) -> dict[str, str]:
    known: dict[str, str] = {}
    for record in cities.records:
        known.setdefault(record["name"], record["country"])
    named: dict[str, str] = {}
    for zone, words in locale.get("time_zones", {}).items():
        parts = zone.split("/")
        if len(parts) != _ZONE_PARTS or "city" not in words:
            continue
        for name in {parts[-1].replace("_", " "), root.get("time_zones", {}).get(zone, {}).get("city", "")} & known.keys():
            named[name] = named[f"{name}, {known[name]}"] = words["city"]
    return named


def _seas(code: str) -> dict[str, str]:
    text = (files("maps.build") / "sea_names.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {row["name"]: row[code] for row in rows}
