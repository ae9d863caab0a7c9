"""How ``dateline geocode`` prints what it found: lines of a table, JSON, GeoJSON, or further columns of a CSV file."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from gazetteer.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from geopy.location import Location

__all__ = ["FORMATS", "add_columns"]

#: The columns that `add_columns` adds.
_ADDED = ("place", "lat", "lon", "country", "kind", "place_id", "match")


def _to_table(locations: Iterable[Location]) -> str:
    return "".join("\t".join(str(column) for column in _columns(location)) + "\n" for location in locations)


def _columns(location: Location) -> tuple[object, ...]:
    raw = location.raw
    point = f"{raw['lat']:.5f}", f"{raw['lon']:.5f}"
    return (location.address, raw["feature_code"], *point, raw["population"], raw["id"], raw["match"])


def _to_json(locations: Iterable[Location]) -> str:
    return _dump([{"address": location.address, **location.raw} for location in locations])


def _to_geojson(locations: Iterable[Location]) -> str:
    return _dump({"type": "FeatureCollection", "features": [_feature(location) for location in locations]})


def _feature(location: Location) -> dict[str, Any]:
    properties = {"address": location.address, **location.raw}
    box = properties.pop("bbox")
    feature: dict[str, Any] = {"type": "Feature", "id": properties.pop("id")}
    if box:
        feature["bbox"] = list(box)
    point = {"type": "Point", "coordinates": [properties.pop("lon"), properties.pop("lat")]}
    return {**feature, "geometry": point, "properties": properties}


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


#: How to print locations, by the name of the format.
FORMATS: dict[str, Callable[[Iterable[Location]], str]] = {"table": _to_table, "json": _to_json, "geojson": _to_geojson}


def add_columns(text: str, name: str, column: str, locate: Callable[[str], Location | None]) -> tuple[str, Sequence[str]]:
    """Add to each row of a CSV file what the name in one of its columns means.

    Parameters
    ----------
    text
        The file's content; its first line names the columns.
    name
        The file's name, for messages.
    column
        The column of names.
    locate
        Finds the place of a name.

    Returns
    -------
    tuple of str and sequence of str
        The file with more columns (empty where no place was found), and a sentence for each row without a place.

    Raises
    ------
    InputError
        If it is no CSV file or has no such column.
    """
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
        columns = list(reader.fieldnames or ())
        if column not in columns:
            raise InputError(f"{name} has no column {column!r}; its columns are {', '.join(columns) or 'none'}.")
        rows = [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        raise InputError(f"{name} can't be read as CSV ({error}): save it again from a spreadsheet.") from error
    taken = {added: added if added not in columns else f"dateline_{added}" for added in _ADDED}
    out = io.StringIO()
    writer = csv.DictWriter(out, [*columns, *taken.values()], extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    unknown = []
    for line, row in rows:
        location = locate(row[column] or "")
        if location is None:
            unknown.append(f"line {line}: no place {row[column] or ''!r} is known.")
        writer.writerow(row | ({taken[key]: value for key, value in _cells(location).items()} if location else {}))
    return out.getvalue(), unknown


def _cells(location: Location) -> dict[str, object]:
    raw = location.raw
    values = (location.address, raw["lat"], raw["lon"], raw["country"], raw["feature_code"], raw["id"], raw["match"])
    return dict(zip(_ADDED, values, strict=True))
