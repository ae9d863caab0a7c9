"""The rows of GeoNames' tables, each checked: places of ``allCountries``, names of ``alternateNamesV2``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gazetteer.build.entry import dotted, is_code, is_readable
from gazetteer.layout import NO_ROW, to_fixed
from gazetteer.names import normalise
from gazetteer.prior import NAME_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gazetteer.geonames.dump import Block

__all__ = ["Fault", "Names", "Places", "read_names", "read_places"]

_COLUMNS = 19
#: Of the table of alternate names, in its first and its second version.
_NAME_COLUMNS = (8, 10)

_KIND = re.compile(r"[A-Z]?( [A-Z0-9]{0,10})?")
_COUNTRY = re.compile(r"([A-Z]{2})?")

_NAME, _ALTERNATE, _ABBREVIATION, _CODE = (NAME_KINDS.index(kind) for kind in ("name", "alternate", "abbreviation", "code"))

#: What the table of alternate names has in the column of the language where it means something else.
_NO_NAMES = frozenset({"link", "post", "wkdt", "phon", "tcid"})
_BY_LANGUAGE = {"abbr": _ABBREVIATION, "iata": _CODE, "icao": _CODE, "faac": _CODE, "unlc": _CODE}

#: Earth itself has more people than fit.
_MOST_PEOPLE = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that can't be used: its line, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Names:
    """Columns of normal forms: each with the number of its place and of its name kind."""

    keys: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    kinds: list[int] = field(default_factory=list)

    def add(self, place: int, named: Iterable[tuple[str, int]]) -> bool:
        """Add the names of a place, each normal form once under its best kind; tell whether there was any."""
        best: dict[str, int] = {}
        for name, kind in named:
            key = normalise(name)
            if key and kind < best.get(key, len(NAME_KINDS)):
                best[key] = kind
        self.keys.extend(best)
        self.places.extend([place] * len(best))
        self.kinds.extend(best.values())
        return bool(best)


@dataclass(frozen=True, slots=True)
class Places:
    """Columns of places, all of one length, and their names.

    Coordinates are in hundred-thousandths of a degree; a kind is feature class and code with a space between, and an area a dotted code.
    """

    ids: list[int] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    lats: list[int] = field(default_factory=list)
    lons: list[int] = field(default_factory=list)
    populations: list[int] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    areas: list[str] = field(default_factory=list)
    names: Names = field(default_factory=Names)


def read_places(block: Block) -> tuple[Places, list[Fault]]:
    """Read a block of ``allCountries``: the rows that can be used, and a fault for each of the others."""
    places, faults = Places(), []
    known: set[int] = set()
    for number, line in block.lines():
        try:
            _add_place(places, known, number, _split(line, (_COLUMNS,)))
        except ValueError as error:
            faults.append(Fault(number, str(error)))
    return places, faults


def _add_place(places: Places, known: set[int], line: int, row: list[str]) -> None:
    number, name, ascii_name, alternates, lat, lon, feature_class, code, country, _, admin1, admin2, _, _, population, *_ = row
    kind = f"{feature_class} {code}"
    # Everything is checked before anything is added: columns must stay of one length.
    place, point, people = _id(number), _point(lat, lon), _people(population)
    if not _KIND.fullmatch(kind):
        raise ValueError(f"{kind!r} is no feature class and code")
    if not _COUNTRY.fullmatch(country):
        raise ValueError(f"{country!r} is no code of a country")
    if place in known:
        raise ValueError(f"{place} is the id of an earlier row")
    named = [(name, _NAME), (ascii_name, _ALTERNATE)]
    named += [(other, _CODE if is_code(other) else _ALTERNATE) for other in alternates.split(",") if is_readable(other)]
    if not (normalise(name) and places.names.add(place, named)):
        raise ValueError(f"{name!r} is no name")
    known.add(place)
    places.ids.append(place)
    places.lines.append(line)
    places.titles.append(name)
    places.lats.append(point[0])
    places.lons.append(point[1])
    places.populations.append(people)
    places.kinds.append(kind)
    places.areas.append(dotted(country, admin1, admin2))


def read_names(block: Block) -> tuple[Names, list[Fault]]:
    """Read a block of ``alternateNames`` or ``alternateNamesV2``: the rows that can be used, and a fault for each of the others."""
    names, faults = Names(), []
    for number, line in block.lines():
        try:
            _, place, language, name, *_ = _split(line, _NAME_COLUMNS)
            if language not in _NO_NAMES and (language in _BY_LANGUAGE or is_readable(name)):
                kind = _BY_LANGUAGE.get(language, _CODE if is_code(name) else _ALTERNATE)
                names.add(_id(place), [(name, kind)])
        except ValueError as error:
            faults.append(Fault(number, str(error)))
    return names, faults


def _split(line: str | None, columns: tuple[int, ...]) -> list[str]:
    if line is None:
        raise ValueError("it is not in UTF-8")
    row = line.split("\t")
    if len(row) not in columns:
        raise ValueError(f"it has {len(row)} columns and not {' or '.join(map(str, columns))}")
    return row


def _id(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and int(text) < NO_ROW):
        raise ValueError(f"{text!r} is no GeoNames id")
    return int(text)


def _point(lat: str, lon: str) -> tuple[int, int]:
    try:
        point = float(lat), float(lon)
    except ValueError:
        point = (91.0, 181.0)
    if not (-90 <= point[0] <= 90 and -180 <= point[1] <= 180):
        raise ValueError(f"{lat!r}, {lon!r} is no point on the globe")
    return to_fixed(point[0]), to_fixed(point[1])


def _people(text: str) -> int:
    if not text:
        return 0
    if not (text.isascii() and text.isdecimal()):
        raise ValueError(f"{text!r} is no population")
    return min(int(text), _MOST_PEOPLE)
