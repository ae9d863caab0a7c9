"""Airports: their full names, their codes, and the bare names by which news calls some (Heathrow, Stansted)."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from gazetteer.build.entry import Entry
from gazetteer.names import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["bare_name", "read_airports"]

_ICAO = re.compile(r"[A-Z]{4}")
_TYPE_WORDS = re.compile(
    r"\b(International|Regional|Municipal|County|Domestic|National|Intercontinental|Memorial|Executive|City)?\s*"
    r"(Airport|Aerodrome|Airfield|Air Base|Air Force Base|AFB|Airpark|Field)\b.*$"
)


def read_airports(path: Path) -> Iterator[Entry]:
    """Yield the airports of airportsdata that have an IATA code or an ICAO code of four letters.

    The private fields of the United States that have only a local code are left out: they are in no news and bear the names of towns.
    """
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            icao = row["icao"] if _ICAO.fullmatch(row["icao"]) else ""
            code = row["iata"] or icao
            if code:
                yield _entry(row, code, icao)


def _entry(row: dict[str, str], code: str, icao: str) -> Entry:
    name = row["name"] or f"{row['city']} Airport"
    entry = Entry(
        id=f"airport:{code}",
        name=name,
        feature_class="S",
        code="AIRB" if re.search(r"Air Base|Air Force|AFB", name) else "AIRP",
        lat=round(float(row["lat"]), 5),
        lon=round(float(row["lon"]), 5),
        area=row["country"],
    )
    short = bare_name(name, row["city"])
    if row["iata"]:
        entry = entry.with_names([short, f"{short} Airport"] if short else [], "part").with_names(_shorter(name))
    return entry.with_names([row["iata"], icao], "code")


def bare_name(name: str, city: str) -> str:
    """Return what is left of an airport's name without its city and its type, or ``""`` if that is no name of its own.

    Examples
    --------
    >>> bare_name("London Heathrow Airport", "London")
    'Heathrow'
    >>> bare_name("Vladivostok International Airport", "Vladivostok")
    ''
    """
    bare = _TYPE_WORDS.sub("", name).strip()
    without_city = bare.removeprefix(city).strip(" -/") if city and bare != city else bare
    named_apart = without_city != bare
    words = without_city.split()
    # Three words or more, or two without a city before them, are mostly a person's name: John F Kennedy.
    if not words or len(words) > (2 if named_apart else 1) or normalise(without_city) == normalise(city):
        return ""
    return without_city


def _shorter(name: str) -> list[str]:
    """Return the name as texts shorten it: without "International" and the like."""
    shorter = re.sub(r"\s+(International|Regional|Municipal|Intercontinental)(?=\s+Airport)", "", name)
    return [shorter] if shorter != name else []
