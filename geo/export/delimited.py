"""The features as CSV, for a spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from geo.export.table import COLUMNS, rows_of

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["csv_text"]

#: What makes a spreadsheet take a cell for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_text(collection: Mapping[str, Any]) -> str:
    """Write the table of `geo.export.table.rows_of`: ``lon`` and ``lat`` (degrees) of places, ``wkt`` of lines.

    A text that a spreadsheet would run as a formula gets an apostrophe before it.
    """
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow([*COLUMNS, "lon", "lat", "wkt"])
    for row in rows_of(collection):
        cells = [_cell(row[name]) for name in COLUMNS]
        writer.writerow([*cells, *_geometry(row["geometry"])])
    return written.getvalue()


def _cell(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _geometry(geometry: Mapping[str, Any] | None) -> tuple[Any, Any, Any]:
    from shapely.geometry import shape

    if geometry is None:
        return None, None, None
    if geometry["type"] == "Point":
        return *geometry["coordinates"], None
    return None, None, shape(geometry).wkt
