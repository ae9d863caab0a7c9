"""A newsroom's own places and spellings, from a table or a GeoJSON file that it keeps."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from gazetteer.errors import InputError
from gazetteer.model import Kind, Place
from gazetteer.names import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from gazetteer.store import Gazetteer

__all__ = ["OwnPlaces", "read_places"]

#: More than any newsroom keeps; a larger file is some other file.
_MAX_BYTES = 50_000_000

_COLUMNS = ("name", "lat", "lon", "aliases", "place", "country", "kind", "population")


@dataclass(frozen=True, slots=True)
class OwnPlaces:
    """What could be read of a newsroom's file.

    Attributes
    ----------
    places
        New places, and known ones under the house's name.
    names
        For each normal form, pairs of place id and name kind.
    faults
        A sentence for each row that was left out, with its line.
    """

    places: tuple[Place, ...]
    names: Mapping[str, list[tuple[str, str]]]
    faults: tuple[str, ...]


def read_places(path: Path, gazetteer: Gazetteer) -> OwnPlaces:
    """Read a newsroom's own places from ``.csv`` or ``.geojson``.

    A row has a ``name``, and either ``lat`` and ``lon`` (degrees, EPSG:4326; in GeoJSON the Point) for a new place, or ``place`` for one
    that the gazetteer knows, by its id or by a name whose first meaning it is: that place is then called by the house's name, and by
    its others still. ``aliases`` (with ``;`` between), ``country`` (ISO 3166-1 alpha-2), ``kind`` (GeoNames feature class and code:
    ``P.PPL``) and ``population`` may be left out; other columns are not read.

    Parameters
    ----------
    path
        The file, in UTF-8.
    gazetteer
        Where the places are looked up that it renames.

    Raises
    ------
    InputError
        If the file can't be read, is of another sort, or none of its rows can be used.
    """
    text = _read_text(path)
    rows = list(_read_geojson(path, text) if path.suffix.lower() in {".geojson", ".json"} else _read_csv(path, text))
    places: dict[str, Place] = {}
    names: dict[str, list[tuple[str, str]]] = {}
    faults = []
    for where, row in rows:
        try:
            place = _place(row, gazetteer, places)
        except InputError as error:
            faults.append(f"{where}: {error}")
            continue
        places[place.id] = place
        for name, name_kind in ((place.name, "name"), *((alias, "alternate") for alias in row.get("aliases", "").split(";"))):
            if key := normalise(name):
                names.setdefault(key, []).append((place.id, name_kind))
    if not places:
        raise InputError(f"{path} has no place that can be used{f': {faults[0]}' if faults else ''}.".replace("..", "."))
    return OwnPlaces(tuple(places.values()), names, tuple(faults))


def _read_text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} can't be read ({error.strerror}): name a .csv or .geojson file of places.") from error
    if len(data) > _MAX_BYTES:
        raise InputError(f"{path} is larger than {_MAX_BYTES // 1_000_000} MB: name a file of a newsroom's own places.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not in UTF-8: save it as UTF-8, in a spreadsheet as 'CSV UTF-8'.") from error


def _read_csv(path: Path, text: str) -> Iterator[tuple[str, dict[str, str]]]:
    if path.suffix.lower() != ".csv":
        raise InputError(f"{path} is no .csv or .geojson file: save your places as one of these.")
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
        if "name" not in (reader.fieldnames or ()):
            raise InputError(f"{path} has no column 'name': its first line must name its columns, like name,lat,lon,aliases.")
        for row in reader:
            yield f"line {reader.line_num}", {column: (row.get(column) or "").strip() for column in _COLUMNS}
    except csv.Error as error:
        raise InputError(f"{path} can't be read as CSV ({error}): save it again from a spreadsheet.") from error


def _read_geojson(path: Path, text: str) -> Iterator[tuple[str, dict[str, str]]]:
    try:
        features = json.loads(text)["features"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError(f"{path} is no GeoJSON FeatureCollection: export your places again.") from error
    for number, feature in enumerate(features if isinstance(features, list) else (), 1):
        yield f"feature {number}", _flat(feature)


def _flat(feature: Any) -> dict[str, str]:
    """Return a feature's properties as a table has them; what it lacks is empty, and found to be missing later."""
    properties = feature.get("properties") if isinstance(feature, dict) else None
    row = {column: _as_text(properties.get(column)) if isinstance(properties, dict) else "" for column in _COLUMNS}
    match feature:
        case {"geometry": {"type": "Point", "coordinates": [lon, lat, *_]}}:
            row |= {"lat": str(lat), "lon": str(lon)}
    return row


def _as_text(value: Any) -> str:
    if isinstance(value, list):
        return ";".join(map(str, value))
    return "" if value is None else str(value).strip()


def _place(row: Mapping[str, str], gazetteer: Gazetteer, known: Mapping[str, Place]) -> Place:
    name = row["name"]
    if not normalise(name):
        raise InputError("it has no name.")
    point = _point(row)
    if row["place"]:
        place = replace(_find(row["place"], gazetteer), name=name)
    elif point:
        place = Place(_new_id(name, known), name, Kind("P", "PPL"), *point)
    else:
        raise InputError(f"{name!r} has no lat and lon, and no place that it is another name of.")
    changes: dict[str, Any] = {"lat": point[0], "lon": point[1]} if point else {}
    if row["country"]:
        changes["country"] = _country(row["country"])
    if row["kind"]:
        changes["kind"] = _kind(row["kind"])
    if row["population"]:
        changes["population"] = _population(row["population"])
    return replace(place, **changes)


def _point(row: Mapping[str, str]) -> tuple[float, float] | None:
    if not row["lat"] and not row["lon"]:
        return None
    try:
        lat, lon = float(row["lat"]), float(row["lon"])
    except ValueError as error:
        raise InputError(f"lat {row['lat']!r} and lon {row['lon']!r} are no degrees; write them like 43.115, 131.885.") from error
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise InputError(
            f"lat {row['lat']} and lon {row['lon']} are not on the globe; lat is within 90 and lon within 180 degrees."
        )
    return lat, lon


def _find(name: str, gazetteer: Gazetteer) -> Place:
    if ":" in name:
        return gazetteer.place(name)
    found = gazetteer.lookup(name, limit=1, exact=True)
    if not found:
        raise InputError(f"the gazetteer knows no place {name!r}; look for its id with 'dateline geocode'.")
    return found[0].place


def _new_id(name: str, known: Mapping[str, Place]) -> str:
    slug = normalise(name).replace(" ", "-")
    numbered = (f"own:{slug}-{number}" if number > 1 else f"own:{slug}" for number in range(1, len(known) + 2))
    return next(place_id for place_id in numbered if place_id not in known)


def _country(code: str) -> str:
    if not (len(code) == 2 and code.isascii() and code.isalpha()):
        raise InputError(f"{code!r} is no country; write its two-letter ISO code, like RU.")
    return code.upper()


def _kind(text: str) -> Kind:
    feature_class, dot, code = text.partition(".")
    if not dot or feature_class not in set("AHLPRSTUV") or not code.isalnum() or not code.isupper():
        raise InputError(f"{text!r} is no kind; write GeoNames' feature class and code, like P.PPL or S.AIRP.")
    return Kind(feature_class, code)


def _population(text: str) -> int:
    if not (text.isdecimal() and text.isascii()):
        raise InputError(f"{text!r} is no population; write it in digits.")
    return int(text)
