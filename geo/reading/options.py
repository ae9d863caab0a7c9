"""The places that a name may mean, each with what is known of it before its text is read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from math import floor, log, log10
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gazetteer import Candidate, Gazetteer, Place

__all__ = ["Option", "Options", "group_of"]

#: How many meanings of a name are weighed; the gazetteer lists the likelier ones first.
_MOST = 40
_CACHED_NAMES = 1 << 15
_DIRECTION = re.compile(
    r"(?:(?:far|deep|mid|the|upper|lower|inner|outer|central|greater|metropolitan|downtown|(?:north|south)?(?:east|west)?(?:north|south|east|west)(?:ern)?)[\s-]+)+",
    re.IGNORECASE,
)
_KIND_WORD = re.compile(
    r"\s+(?:area|airport|city|coast|co\.|county|desert|district|downtown|governorate|island|islands|metropolitan area|municipality|peninsula|"
    r"port|prefecture|province|region|river|state|territory|town|township|valley|village)$",
    re.IGNORECASE,
)
_CELL_DEGREES = 2.0


@dataclass(frozen=True, slots=True)
class Option:
    """One meaning of a name.

    Attributes
    ----------
    candidate
        What the gazetteer said.
    group
        See `group_of`.
    features
        Name -> value, of what does not depend on the text.
    admin1
        Code of country and first-order area, ``"US.MT"``, or ``""``.
    cell
        Row and column of a grid of 2 degrees.
    """

    candidate: Candidate
    group: str
    features: dict[str, float]
    admin1: str
    cell: tuple[int, int]

    @property
    def place(self) -> Place:
        """The place itself."""
        return self.candidate.place


def group_of(place: Place) -> str:
    """Sort a place into ``country``, ``region``, ``admin1``, ``admin2``, ``capital``, ``seat``, ``town``, ``airport``, ``water`` or ``other``."""
    code, letter = place.kind.code, place.kind.feature_class
    if place.kind.is_country:
        return "country"
    named = {
        "CONT": "region",
        "RGN": "region",
        "ADM1": "admin1",
        "ADM2": "admin2",
        "PPLC": "capital",
        "PPLA": "seat",
        "AIRP": "airport",
        "AIRB": "airport",
    }
    return named.get(code) or {"P": "town", "H": "water", "L": "region", "A": "admin2"}.get(letter, "other")


class Options:
    """Looks names up, and keeps what it found."""

    def __init__(self, gaz: Gazetteer) -> None:
        self._gaz = gaz
        self.of = lru_cache(_CACHED_NAMES)(self._of)
        self.respelt = lru_cache(_CACHED_NAMES)(self._respelt)

    def _of(self, name: str) -> tuple[Option, ...]:
        """Return the meanings of a name; of "northern Iraq" or "Karak district", where no such name is known, those of the core."""
        candidates = self._gaz.lookup(name, limit=_MOST)
        variant = False
        if not candidates:
            for core in _cores(name):
                candidates = self._gaz.lookup(core, limit=_MOST)
                if candidates:
                    variant = True
                    break
        towns = {(c.place.country, c.place.admin1) for c in candidates if c.place.kind.is_populated and c.name_kind == "name"}
        options = tuple(_option(candidate, rank, variant=variant) for rank, candidate in enumerate(candidates))
        for option in options:
            # "Irkutsk" is the town, though Irkutsk Oblast goes by that name too and has more people.
            area = option.place.kind.code in ("ADM1", "ADM2") and option.candidate.name_kind != "name"
            if area and (option.place.country, option.place.admin1) in towns:
                option.features["shadowed"] = 1.0
        return options

    def _respelt(self, name: str) -> tuple[Option, ...]:
        """Return the meanings of other romanisations of a name."""
        if len(name) < 4:
            return ()
        found = [c for c in self._gaz.lookup(name, limit=3 * _MOST, fold=True) if c.match != "exact"]
        return tuple(_option(candidate, rank, variant=False) for rank, candidate in enumerate(found[:_MOST]))


def _cores(name: str) -> list[str]:
    """Return shorter forms of a name that mean nearly the same place."""
    found: list[str] = []
    opening = _DIRECTION.match(name)
    bare = name[opening.end() :] if opening else name
    closing = _KIND_WORD.search(bare)
    for core in (bare, bare[: closing.start()] if closing else "", bare.split(",")[0]):
        if core and core != name and core not in found:
            found.append(core)
    return found


def _option(candidate: Candidate, rank: int, *, variant: bool) -> Option:
    place = candidate.place
    group = group_of(place)
    people = log10(place.population + 1)
    features = {
        group: 1.0,
        f"name:{candidate.name_kind}": 1.0,
        "people:area" if place.kind.feature_class == "A" else "people": people,
        "rank": log(rank + 1),
    }
    if rank == 0:
        features["first"] = 1.0
    if variant:
        features["variant"] = 1.0
    if candidate.match != "exact":
        features["respelt"] = 1.0
        features["respelt:cost"] = candidate.cost
    admin1 = f"{place.country}.{place.admin1}" if place.country and place.admin1 else ""
    return Option(candidate, group, features, admin1, (floor(place.lat / _CELL_DEGREES), floor(place.lon / _CELL_DEGREES)))
