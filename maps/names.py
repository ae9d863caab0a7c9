"""Names of places in the page's language, and as the house writes them."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gazetteer.model import Place
    from maps.language import Language

__all__ = ["country_name", "country_names", "map_name", "place_name"]


@cache
def _table(code: str) -> dict[str, dict[str, str]]:
    """Read the names of one language: ``countries`` by ISO code; ``cities`` and ``seas`` by English names; ``places`` by GeoNames id."""
    table: dict[str, dict[str, str]] = json.loads((files("maps") / "data" / "names" / f"{code}.json").read_text(encoding="utf-8"))
    return table


def country_name(code: str, language: Language) -> str:
    """Return the short name of a country by its ISO code; empty if it has none."""
    english = _table("en")["countries"].get(code, "")
    return language.house.get(english) or _table(language.code)["countries"].get(code, "") or english


@cache
def _countries(code: str) -> dict[str, str]:
    english = _table("en")["countries"]
    return {name: _table(code)["countries"].get(country, name) for country, name in english.items()}


def country_names(language: Language) -> Mapping[str, str]:
    """Return the short names of all countries by their English ones."""
    return {**_countries(language.code), **language.house}


def map_name(name: str, tier: str, language: Language, *, geonames: int = 0) -> str:
    """Return the name of a ``city``, ``sea`` or ``lake`` of the basemap; in English where the data have no other."""
    if name in language.house:
        return language.house[name]
    if tier == "city":
        table = _table(language.code)
        return table["cities"].get(name) or table["places"].get(str(geonames)) or name
    return _table(language.code)["seas"].get(name) or name


def place_name(place: Place, language: Language) -> str:
    """Return the name of a place that articles tell of: a country by its code, a town by its name and country, or its id; else the gazetteer's."""
    if place.name in language.house:
        return language.house[place.name]
    if place.kind.is_country and place.country:
        return place.name if language.code == "en" else country_name(place.country, language) or place.name
    if place.kind.is_populated:
        table = _table(language.code)
        known = table["cities"].get(f"{place.name}, {place.country}") or table["places"].get(place.id.removeprefix("geonames:"))
        return known or place.name
    return _table(language.code)["seas"].get(place.name) or place.name
