"""Compile the tables that are kept by hand, ``supplement.csv``, ``aliases.csv``, ``area_terms.csv`` and ``points.csv``, to the overlay beside the large file."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

from gazetteer.build.shapes import join
from gazetteer.errors import InputError
from gazetteer.index import NameIndex
from gazetteer.names import normalise
from gazetteer.overlay import Overlay, write_overlay
from gazetteer.prior import NAME_KINDS
from gazetteer.records import Records
from gazetteer.rows import Rows
from gazetteer.store import Gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from gazetteer.container import Container
    from gazetteer.model import Place

__all__ = ["compile_overlay", "pack_overlay"]


#: What the name of a first-order area may end in that is no part of it; and what ends the names of cities that are areas of their own.
_TERMS = frozenset(
    "county department district division governorate oblast prefecture province region state territory voivodeship".split()
)
_CITIES = frozenset("capital city municipality".split())


def compile_overlay(supplement: Path, aliases: Path, terms: Path, points: Path, container: Container) -> bytes:
    """Return the bytes of ``overlay.json``.

    Parameters
    ----------
    supplement
        Places: slug, name, class, code, lat, lon, country, members, aliases (``;`` between them), source.
    aliases
        Further names: name, place (an id, or the code of a country or first-order area), name kind, source.
    terms
        What the first-order areas of a country are called: country, term, source. Each area is also found by its name and the term
        (Sonora State), unless that is already a name of one.
    points
        Where countries are to which the sources of the large file give no point: place, lat, lon, source.
    container
        The large file, in which members and the places of aliases are looked up.

    Raises
    ------
    InputError
        If a row is wrong; the message names the file and its line.
    """
    base = Gazetteer(container, Overlay())
    places: dict[str, dict[str, Any]] = {}
    names: dict[str, dict[str, str]] = {}
    for where, row in _rows(supplement):
        place_id = f"dateline:{row['slug']}"
        if place_id in places:
            raise InputError(f"{where}: {row['slug']} is there twice; give it another slug.")
        places[place_id] = _place(row, base, where)
        _add(names, row["name"], place_id, "name")
        for alias in filter(None, row["aliases"].split(";")):
            _add(names, alias, place_id, "alternate")
    for where, row in _rows(aliases):
        if row["name_kind"] not in NAME_KINDS:
            raise InputError(f"{where}: {row['name_kind']!r} is no kind of name; use one of {', '.join(NAME_KINDS)}.")
        place_id = row["place"] if row["place"] in places else _find(base, row["place"], where).id
        _add(names, row["name"], place_id, row["name_kind"])
    for name, place_id in _with_terms(base, [(row["country"], row["term"]) for _, row in _rows(terms)]):
        _add(names, name, place_id, "alternate")
    given = {_find(base, row["place"], where).id: [float(row["lat"]), float(row["lon"])] for where, row in _rows(points)}
    return pack_overlay(places, names, container, given)


def _with_terms(base: Gazetteer, terms: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the names of first-order areas with what they are called in their country, where the large file has them not, and their ids."""
    areas = [place for place in base if place.kind.code == "ADM1"]
    for area, term in ((area, term) for country, term in terms for area in areas if area.country == country):
        stem, _, last = area.name.rpartition(" ")
        if last.lower() in _CITIES:
            continue
        name = f"{stem if stem and last.lower() in _TERMS else area.name} {term}"
        if not any(
            found.place.kind.code == "ADM1" and found.place.country == area.country for found in base.lookup(name, exact=True)
        ):
            yield name, area.id


def pack_overlay(
    places: Mapping[str, Mapping[str, Any]],
    names: Mapping[str, Mapping[str, str]],
    container: Container,
    points: Mapping[str, Sequence[float]],
) -> bytes:
    """Rank added names among those of the large file, and lay out the overlay.

    Parameters
    ----------
    places
        Field values of the added places, by id.
    names
        For each normal form that is added, the name kind by place id.
    container
        The large file.
    points
        Latitude and longitude, degrees, of places of the large file, by id.
    """
    rows = Rows(Records(container), Overlay(places), None)
    index = NameIndex(container, rows, {}, {})
    meanings = {key: index.rank(key, sorted(named.items())) for key, named in sorted(names.items())}
    return write_overlay(Overlay(places, meanings, points, container.fingerprint))


def _rows(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        for row in reader:
            yield f"{path.name}, line {reader.line_num}", row


def _place(row: dict[str, str], base: Gazetteer, where: str) -> dict[str, Any]:
    members = row["members"].split()
    boxes = [area.bbox for area in (_find(base, code, where) for code in members) if area.bbox]
    fields: dict[str, Any] = {
        "name": row["name"],
        "kind": [row["class"], row["code"]],
        "lat": float(row["lat"]),
        "lon": float(row["lon"]),
    }
    if row["country"]:
        fields["country"] = row["country"]
    if members:
        fields["members"] = members
    if boxes:
        box = join(boxes)
        fields["bbox"] = [box.west, box.south, box.east, box.north]
    return fields


def _find(base: Gazetteer, code: str, where: str) -> Place:
    if ":" in code:
        try:
            return base.place(code)
        except InputError as error:
            raise InputError(f"{where}: {error}") from error
    country, _, admin1 = code.partition(".")
    area = base.admin1(country, admin1) if admin1 else base.country(country)
    if area is None:
        raise InputError(f"{where}: there is no area {code!r}; use a country's code, or country and first-order area: US.CA.")
    return area


def _add(names: dict[str, dict[str, str]], name: str, place_id: str, name_kind: str) -> None:
    named = names.setdefault(normalise(name), {})
    if place_id not in named or NAME_KINDS.index(name_kind) < NAME_KINDS.index(named[place_id]):
        named[place_id] = name_kind
