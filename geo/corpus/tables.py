"""The tables of an archive: their columns, and rows as Arrow tables that are GeoParquet once they are written.

GeoParquet 1.1: the column ``geometry`` is a WKB point in EPSG:4326, the column ``bbox`` its covering, by which readers skip what lies
outside a box; ``lat`` and ``lon`` stand beside them for engines that know no geometry.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pyarrow as pa

    from geo.corpus.rows import Rows

__all__ = ["TABLES", "Table", "make_table", "parquet_bytes", "schema_of"]

#: In the order in which the parts of a shard are written: ``articles`` last, for it says that the others are there.
Table = Literal["mentions", "claims", "journeys", "articles"]
TABLES: tuple[Table, ...] = get_args(Table)

_BOX = "bbox"
_SIDES = ("xmin", "ymin", "xmax", "ymax")
_PLACE = {
    "place_id": "string", "place": "string", "place_type": "string", "feature_code": "string", "country": "string", "admin1": "string",
    "lat": "double", "lon": "double", _BOX: "bbox", "geometry": "binary",
}  # fmt: skip
_COLUMNS: dict[Table, dict[str, str]] = {
    "mentions": {
        "article": "string", "published": "date", "start": "int64", "end": "int64", "text": "string", "kind": "string",
        "confidence": "double", **_PLACE,
    },
    "claims": {
        "article": "string", "published": "date", "claim": "string", "traveller": "string", "companions": "string", "act": "string",
        "role": "string", "start": "int64", "end": "int64", "quote": "string", "status": "string", "cue": "string", "mode": "string",
        "background": "bool", "basis": "string", "attribution": "string", "when": "string", "when_from": "date", "when_to": "date", "confidence": "double",
        **_PLACE,
    },
    "journeys": {
        "article": "string", "published": "date", "journey": "string", "traveller": "string", "background": "bool", "order": "int64",
        "start": "int64", "end": "int64", "text": "string", "status": "string", "basis": "string", "cue": "string", "mode": "string",
        "arrive": "string", "arrive_from": "date", "arrive_to": "date", "depart": "string", "depart_from": "date", "depart_to": "date",
        "confidence": "double", **_PLACE,
    },
    "articles": {
        "article": "string", "sha256": "string", "title": "string", "publisher": "string", "url": "string", "lang": "string",
        "published": "date", "published_basis": "string", "characters": "int64", "mentions": "int64", "claims": "int64",
        "journeys": "int64", "state": "string", "remark": "string",
    },
}  # fmt: skip


@cache
def schema_of(table: Table) -> pa.Schema:
    """Return the columns of a table with their types."""
    import pyarrow as pa

    corner = pa.struct([(side, pa.float64()) for side in _SIDES])
    types = {
        "string": pa.string(), "double": pa.float64(), "int64": pa.int64(), "bool": pa.bool_(), "date": pa.date32(),
        "binary": pa.binary(), "bbox": corner,
    }  # fmt: skip
    return pa.schema([(name, types[kind]) for name, kind in _COLUMNS[table].items()])


def make_table(table: Table, rows: Rows, *, facts: Mapping[str, Any]) -> pa.Table:
    """Make the Arrow table of rows.

    Parameters
    ----------
    table
        Which one.
    rows
        In order; what a row lacks is null.
    facts
        Kept in the file beside the rows, as JSON under ``dateline``: what they were made of.
    """
    import pyarrow as pa

    schema = schema_of(table)
    # By columns: Table.from_pylist takes three times as long, which would be a tenth of the reading.
    columns = {name: [row.get(name) for row in rows] for name in schema.names if name != _BOX}
    arrays = {name: _array(values, schema.field(name).type) for name, values in columns.items()}
    if _BOX in schema.names:
        arrays[_BOX] = _boxes(arrays["lon"], arrays["lat"])
    made = pa.table([arrays[name] for name in schema.names], schema=schema)
    metadata = {"dateline": json.dumps(facts, sort_keys=True)}
    if "geometry" in made.column_names:
        metadata["geo"] = json.dumps(_geo(arrays["lon"], arrays["lat"]), sort_keys=True)
    return made.replace_schema_metadata(metadata)


def _array(values: list[Any], kind: pa.DataType) -> pa.Array:
    """Make a column; half a character of an article's JSON, or of a file's name, is spelt out, for no table can hold it."""
    import pyarrow as pa

    try:
        return pa.array(values, kind)
    except UnicodeEncodeError:
        return pa.array([value and value.encode("utf-8", "backslashreplace").decode() for value in values], kind)


def parquet_bytes(table: pa.Table) -> bytes:
    """Write a table as the bytes of a parquet file; the same table gives the same bytes."""
    import io

    import pyarrow.parquet as pq

    buffer = io.BytesIO()
    pq.write_table(table, buffer, compression="zstd")
    return buffer.getvalue()


def _boxes(lons: pa.Array, lats: pa.Array) -> pa.Array:
    """Give the box of each point, which is the point; null where there is none."""
    import pyarrow as pa

    return pa.StructArray.from_arrays([lons, lats, lons, lats], names=list(_SIDES), mask=lons.is_null())


def _geo(lons: pa.Array, lats: pa.Array) -> dict[str, Any]:
    import pyarrow.compute as pc

    column = {
        "encoding": "WKB",
        "geometry_types": ["Point"],
        "crs": _crs(),
        "covering": {"bbox": {side: [_BOX, side] for side in _SIDES}},
    }
    if len(lons) > lons.null_count:
        west, south, east, north = (find(values).as_py() for find in (pc.min, pc.max) for values in (lons, lats))
        column["bbox"] = [west, south, east, north]
    return {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": column}}


@cache
def _crs() -> dict[str, Any]:
    from pyproj import CRS

    described: dict[str, Any] = CRS.from_epsg(4326).to_json_dict()
    return described
