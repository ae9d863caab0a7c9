"""The features as one flat table, for formats whose cells hold text and numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geo.export.credits import credit_words
from geo.export.wording import dates_words, drawn_date, evidence_lines, publication_words
from geo.journeys.itinerary_file.edtf import parse_edtf

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geopandas import GeoDataFrame

__all__ = ["COLUMNS", "ROLE_COLUMNS", "features_frame", "rows_of"]

_TEXT, _WHOLE, _NUMBER = "string", "Int64", "float64"

#: Every column and its type. Texts that are unknown are missing, never empty.
COLUMNS = {
    "id": _TEXT,
    "role": _TEXT,
    "journey": _TEXT,
    "traveller": _TEXT,
    "order": _WHOLE,
    "name": _TEXT,
    "name_in_text": _TEXT,
    "country": _TEXT,
    "place_type": _TEXT,
    "status": _TEXT,
    "cue": _TEXT,
    "arrive": _TEXT,
    "depart": _TEXT,
    "when": _TEXT,
    "from": _TEXT,
    "to": _TEXT,
    "mode": _TEXT,
    "date": _TEXT,
    "first_day": _TEXT,
    "last_day": _TEXT,
    "length_km": _NUMBER,
    "basis": _TEXT,
    "countries": _TEXT,
    "participants": _TEXT,
    "kind": _TEXT,
    "protected": _TEXT,
    "confidence": _NUMBER,
    "sources": _WHOLE,
    "evidence": _TEXT,
    "review": _TEXT,
    "credits": _TEXT,
}
_SHARED = "id journey traveller status cue first_day last_day confidence sources evidence review credits".split()
_PLACED = "name name_in_text country place_type protected".split()
#: The columns of a table that holds one role.
ROLE_COLUMNS: dict[str, tuple[str, ...]] = {
    "stop": (*_SHARED, *_PLACED, "order", "arrive", "depart", "basis"),
    "leg": (*_SHARED, "from", "to", "mode", "date", "length_km", "basis", "countries"),
    "meeting": (*_SHARED, *_PLACED, "participants", "when"),
    "mention": (*_SHARED, *_PLACED, "kind"),
}


def rows_of(collection: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Flatten each feature to a row of plain values, with its GeoJSON ``geometry``.

    Returns
    -------
    list of dict
        With the keys of `COLUMNS` and ``geometry``. Dates that sources differ on are joined by ``or``, lists by ``; ``, passages by line
        breaks; ``first_day`` and ``last_day`` bound the drawn dates, in ISO form. Of a retracted publication it is one row that says so.
    """
    shared = {"review": publication_words(collection), "credits": credit_words(collection["credits"]) or None}
    blank = dict.fromkeys([*COLUMNS, "geometry"])
    if "retracted" in collection["publication"]:
        return [{**blank, **shared, "id": collection["publication"]["id"], "role": "notice", "status": "retracted"}]
    rows = ({**blank, **_row(feature, collection["articles"]), **shared} for feature in collection["features"])
    return [{name: _whole_text(value) for name, value in row.items()} for row in rows]


def _whole_text(value: Any) -> Any:
    """Put a question mark for half a surrogate pair, from an article's own JSON escapes: no table can hold it."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def _row(feature: Mapping[str, Any], articles: Mapping[str, Any]) -> dict[str, Any]:
    properties = feature["properties"]
    row = {name: value for name, value in properties.items() if name in COLUMNS}
    for name in ("arrive", "depart", "when", "date"):
        row[name] = dates_words(properties.get(name)) or None
    for name in ("countries", "participants"):
        row[name] = "; ".join(properties.get(name, ())) or None
    return {
        **row,
        **_days(properties),
        "id": feature["id"],
        "status": properties.get("status", "mentioned"),
        "protected": "an area stands for the place, for people's safety" if properties.get("protected") else None,
        "evidence": "\n".join(evidence_lines(properties["evidence"], articles)) or None,
        "geometry": feature["geometry"],
    }


def _days(properties: Mapping[str, Any]) -> dict[str, str | None]:
    """Bound the dates that are drawn; a date without a year bounds nothing."""
    drawn = (drawn_date(properties.get(name)) for name in ("arrive", "depart", "when", "date"))
    days = [parsed for parsed in map(parse_edtf, filter(None, drawn)) if not parsed.yearless]
    if not days:
        return {"first_day": None, "last_day": None}
    return {"first_day": min(each.start for each in days).isoformat(), "last_day": max(each.end for each in days).isoformat()}


def features_frame(rows: Sequence[Mapping[str, Any]], columns: Sequence[str] = tuple(COLUMNS)) -> GeoDataFrame:
    """Build a GeoDataFrame, EPSG:4326, of the rows of `rows_of`, with these columns and types however few rows there are."""
    import pandas as pd
    from geopandas import GeoDataFrame, GeoSeries
    from shapely.geometry import shape

    cells = {name: pd.Series([row[name] for row in rows], dtype=object).astype(COLUMNS[name]) for name in columns}
    geometry = GeoSeries([shape(row["geometry"]) if row["geometry"] else None for row in rows], crs="EPSG:4326")
    return GeoDataFrame(cells, geometry=geometry)
