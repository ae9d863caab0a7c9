"""The places that a name may mean, each with what is known of it before its text is read."""

from __future__ import annotations

import re
from functools import lru_cache
from math import floor, log, log10
from typing import TYPE_CHECKING, Final

from gazetteer.names import fold
from geo.reading.recognition.cases import nominatives

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from gazetteer import Candidate, Gazetteer, Place

__all__ = ["Option", "Options", "group_of", "option_of"]

#: How many meanings of a name are weighed; the gazetteer lists the likelier ones first.
_MOST: Final = 40
_CACHED_NAMES: Final = 1 << 15
#: A place with so many times the people outshines a town that bears its name as an alternate.
_OUTSHONE: Final = 100
#: A capital of so many people is meant by its name, whatever region or town elsewhere goes by it, too.
_GREAT_CAPITAL: Final = 300_000
#: A city of so many people, and so many times as large as a village of its name in the same country, is meant rather than the village.
_GREAT: Final = 200_000
_DWARFED: Final = 200
_DIRECTION: Final = re.compile(
    r"(?:(?:far|deep|mid|the|upper|lower|inner|outer|central|greater|metropolitan|downtown|(?:north|south)?(?:east|west)?(?:north|south|east|west)(?:ern)?)[\s-]+)+",
    re.IGNORECASE,
)
_KIND_WORD: Final = re.compile(
    r"\s+(?:area|(?:international |municipal |regional )?airport|city|coast|co\.|county|desert|district|docks|downtown|ferry terminal|governorate|"
    r"harbou?r|island|islands|marina|metropolitan area|municipality|peninsula|port|prefecture|province|(?:railroad |railway |train )station|region|"
    r"river|state|territory|town|township|valley|village|zoo|central|east|north|south|west)$",
    re.IGNORECASE,
)
#: A town with this many people is meant by its own name.
_WELL_KNOWN: Final = 300_000
_CELL_DEGREES: Final = 2.0
#: More than the cells of a row, so that those at its ends are not beside those of the next.
_ROW_OF_CELLS: Final = 1000
#: A first-order area yields to the town it is named after where at least this share of its people live there: Mendoza, but not Quebec.
_CHIEF_TOWN: Final = 0.1
#: Longer words in capitals are names in a headline or a dateline.
_INITIALS: Final = 4


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
    country
        As `Place.country`; kept here, as what follows is, because every story asks.
    is_area, codes
        As `Place.is_area` and `Place.area_codes`.
    lies_in
        The first-order areas that it lies in or consists of, each with its country; for a country twice the country.
    agrees_as
        Which weights its agreement with other names has: ``"|area"``, ``"|great"`` for a capital or a city of `_WELL_KNOWN` people, and ``""``. A
        great city is named in stories of other places, so that they speak less against it.
    is_well_known
        Whether the name is so well known as it is spelt that nobody means another: Rotterdam is not Rotherham, wherever the story is.
    cell, around
        The number of its cell in a grid of 2 degrees, and those of that and the eight beside it.

    Notes
    -----
    Options are compared by identity: each is made once, and what a model thinks of it is kept.
    """

    __slots__ = (
        "admin1",
        "agrees_as",
        "around",
        "candidate",
        "cell",
        "codes",
        "country",
        "features",
        "group",
        "is_area",
        "is_well_known",
        "lies_in",
        "place",
    )

    def __init__(self, candidate: Candidate, group: str, features: dict[str, float]) -> None:
        place = candidate.place
        self.candidate = candidate
        self.place = place
        self.group = group
        self.features = features
        self.country = place.country
        self.admin1 = f"{place.country}.{place.admin1}" if place.country and place.admin1 else ""
        self.is_area = place.is_area
        self.codes = place.area_codes
        codes = self.codes or ((f"{place.country}.{place.admin1}",) if place.country else ())
        self.lies_in: tuple[tuple[str, str], ...] = tuple([(code, code.split(".")[0]) for code in codes])
        known = group in ("country", "capital") or (place.kind.is_populated and place.population >= _WELL_KNOWN)
        self.is_well_known = known and candidate.name_kind == "name"
        self.agrees_as = "|area" if self.is_area else "|great" if known else ""
        cell = floor(place.lat / _CELL_DEGREES) * _ROW_OF_CELLS + floor(place.lon / _CELL_DEGREES)
        # As objects, for they are looked up in every story and nothing is ever counted with them.
        self.cell: Hashable = cell
        self.around: tuple[Hashable, ...] = tuple(
            [cell + row + column for row in (-_ROW_OF_CELLS, 0, _ROW_OF_CELLS) for column in (-1, 0, 1)]
        )


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
        self.with_article = lru_cache(_CACHED_NAMES)(self._with_article)
        self.respelt = lru_cache(_CACHED_NAMES)(self._respelt)
        self.part_of = lru_cache(_CACHED_NAMES)(self._part_of)

    def _of(self, name: str) -> tuple[Option, ...]:
        """Return the meanings of a name; where none is known, of "northern Iraq" or "Karak district" those of the core, of "London Gatwick" the airport."""
        candidates = self._gaz.lookup(name, limit=_MOST, exact=True)
        variant = False
        if not candidates:  # "Москвы" is Moscow, in another case
            forms = (self._gaz.lookup(form, limit=_MOST, exact=True) for form in nominatives(name))
            candidates = next((found for found in forms if found), ())
        if not candidates:
            for core in (*_cores(name), f"{name} Airport"):
                candidates = self._gaz.lookup(core, limit=_MOST, exact=True)
                if candidates:
                    variant = True
                    break
        options = tuple(option_of(candidate, rank, variant=variant) for rank, candidate in enumerate(candidates))
        _mark_shadowed(options)
        _mark_initials(name, options)
        _mark_short(options)
        _mark_spelt_otherwise(name, options)
        _mark_outshone(options)
        _mark_dwarfed(options)
        return options

    def _with_article(self, name: str) -> tuple[Option, ...]:
        """Return the meanings of a name that only with its article is that of some place, "the Gulf"; none where it is so without it, too."""
        called = self._gaz.lookup(f"the {name}", limit=1, exact=True)
        known = {option.place.id for option in self.of(name)} if called else set()
        return self._of(f"the {name}") if called and called[0].place.id not in known else ()

    def _part_of(self, name: str, country: Place) -> tuple[Option, ...]:
        """Return the regions of a country that are called by its adjective and a name: in a text on Russia, "Far East" is the Russian one."""
        adjectives = (adjective for adjective in _adjectives(country.name) if self._is_adjective(adjective, country))
        found = (c for adjective in adjectives for c in self._gaz.lookup(f"{adjective} {name}", limit=3, exact=True))
        return tuple(option_of(c, rank) for rank, c in enumerate(found) if c.place.country == country.country)

    def _is_adjective(self, word: str, country: Place) -> bool:
        return any(c.name_kind == "demonym" and c.place.id == country.id for c in self._gaz.lookup(word, limit=3, exact=True))

    def _respelt(self, name: str) -> tuple[Option, ...]:
        """Return the meanings of other romanisations of a name."""
        if len(name) < 4:
            return ()
        found = [c for c in self._gaz.lookup(name, limit=3 * _MOST, fold=True) if c.match != "exact"]
        return tuple(option_of(candidate, rank) for rank, candidate in enumerate(found[:_MOST]))


def _mark_shadowed(options: Sequence[Option]) -> None:
    """Mark the areas that only share a name with what bears it as its own.

    "Irkutsk" is the town, though its oblast goes by that name too and has more people; "Ohio" and "Butte" are no counties; "Mexico" is the
    country and "Washington" the capital, unless the text lies in the states of those names.
    """
    own = [o.place for o in options if o.candidate.name_kind == "name" and (o.place.kind.is_populated or o.codes)]
    greater = {place.country for place in own if place.kind.is_country or place.kind.code == "PPLC"}
    capital = any(_is_great_capital(o) for o in options)
    towns = {(place.country, place.admin1): place.population for place in reversed(own) if place.kind.is_populated}
    for option in options:
        place, borrowed = option.place, option.candidate.name_kind != "name"
        town = towns.get((place.country, place.admin1))
        if place.kind.code == "ADM2":
            shadowed = town is not None or (borrowed and bool(own))
        elif place.kind.code == "ADM1":
            shadowed = place.country in greater or capital  # "Sofia" is no region of Madagascar
            if town is not None and (borrowed or town > _CHIEF_TOWN * place.population):
                option.features["named after"] = 1.0
        else:
            shadowed = False
        if shadowed:
            option.features["shadowed"] = 1.0


def _mark_initials(name: str, options: Sequence[Option]) -> None:
    """Mark the towns whose names are spelt like the initials of an area: "EU" is not the town of Eu."""
    if name.isupper() and len(name) <= _INITIALS and any(o.group in ("country", "region", "admin1") for o in options):
        for option in options:
            if option.place.kind.is_populated:
                option.features["initials"] = 1.0


def _mark_short(options: Sequence[Option]) -> None:
    """Mark the towns that are called by their country's name for short: Mexico City, Guatemala City."""
    countries = {o.place.country for o in options if o.group == "country" and o.candidate.name_kind == "name"}
    for option in options:
        if _is_also_called(option) and option.place.country in countries:
            option.features["short"] = 1.0


def _mark_spelt_otherwise(name: str, options: Sequence[Option]) -> None:
    """Mark the towns of which a name is only another romanisation, where another town is spelt just so: "Khasan" beside Hassan in India."""
    if any(o.candidate.name_kind == "name" and o.place.kind.is_populated for o in options):
        for option in options:
            if _is_also_called(option) and fold(option.place.name) == fold(name):
                option.features["spelt otherwise"] = 1.0


def _is_also_called(option: Option) -> bool:
    return option.candidate.name_kind == "alternate" and option.place.kind.is_populated


def _is_great_capital(option: Option) -> bool:
    """Whether an option is the capital of a country, of many people, by its own name."""
    own = option.group == "capital" and option.candidate.name_kind == "name"
    return own and option.place.population >= _GREAT_CAPITAL


def _mark_outshone(options: Sequence[Option]) -> None:
    """Mark the towns that once bore, or also bear, the name of a far larger one or of a great capital: "Chicago" is not Willard in Ohio, founded as Chicago Junction."""
    capital = any(_is_great_capital(o) for o in options)
    largest = max((o.place.population for o in options if o.candidate.name_kind == "name"), default=0)
    for option in options:
        if _is_also_called(option) and (option.place.population * _OUTSHONE < largest or (capital and option.group != "capital")):
            option.features["outshone"] = 1.0


def _mark_dwarfed(options: Sequence[Option]) -> None:
    """Mark the villages that bear the name of a great city of their own country: of Monterrey in Mexico a text means the city."""
    cities: dict[str, int] = {}
    for option in options:
        place = option.place
        if option.candidate.name_kind == "name" and place.kind.is_populated and place.population >= _GREAT:
            cities[place.country] = max(place.population, cities.get(place.country, 0))
    for option in options:
        place = option.place
        if place.kind.is_populated and place.population * _DWARFED < cities.get(place.country, 0):
            option.features["dwarfed"] = 1.0


def _adjectives(country: str) -> list[str]:
    """Guess the adjectives of a country's name; the gazetteer's demonyms tell which are right."""
    stem = country.rstrip("aeoy")
    return [country + "n", country + "ian", country + "ese", country + "i", stem + "ian", stem + "an", stem + "ish", stem + "ese"]


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


def option_of(candidate: Candidate, rank: int = 0, *, variant: bool = False) -> Option:
    """Make an option of what the gazetteer found at a rank; ``variant``: for a part of the name that was asked for."""
    place = candidate.place
    group = group_of(place)
    people = log10(place.population + 1)
    features = {
        group: 1.0,
        f"name:{candidate.name_kind}": 1.0,
        "people:area" if place.kind.feature_class == "A" else "people": people,
        "rank": log(rank + 1),
    }
    if place.kind.code == "GOVT":
        features["government"] = 1.0
    if rank == 0:
        features["first"] = 1.0
    if variant:
        features["variant"] = 1.0
    if candidate.match != "exact":
        features["respelt"] = 1.0
        features["respelt:cost"] = candidate.cost
    return Option(candidate, group, features)
