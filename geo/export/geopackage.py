"""The features as a GeoPackage: a layer for each role, and tables of articles, credits and conflicts."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

from geo.export.columnar import about
from geo.export.scratch import scratch_file
from geo.export.table import ROLE_COLUMNS, features_frame, rows_of
from geo.export.wording import attribution_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

__all__ = ["LAYERS", "geopackage_bytes"]

#: Each role's layer and its type of geometry, the lowest first.
LAYERS = {"mention": ("mentions", "Point"), "leg": ("legs", "MultiLineString"), "meeting": ("meetings", "Point"), "stop": ("stops", "Point")}  # fmt: skip
#: A GeoPackage has to say when each table changed. Where nothing published is dated it says that it is not known.
_NO_DAY = "1970-01-01"
#: Of the format: what any GDAL since 2018 reads without a word of warning.
_VERSION = "1.2"
_WAITING = "OGR_SQLITE_SYNCHRONOUS"


def geopackage_bytes(collection: Mapping[str, Any]) -> bytes:
    """Write a GeoPackage; ``last_change`` in it is the day of the publication, so that the same itinerary gives the same bytes."""
    import pyogrio

    facts = about(collection)
    rows = rows_of(collection)
    with scratch_file("journey.gpkg") as path, _without_waiting():
        for role, (layer, shape) in LAYERS.items():
            frame = features_frame([row for row in rows if row["role"] == role], ROLE_COLUMNS[role])
            pyogrio.write_dataframe(
                frame,
                path,
                driver="GPKG",
                layer=layer,
                geometry_type=shape,
                promote_to_multi=role == "leg",
                append=path.exists(),
                dataset_options=None if path.exists() else {"VERSION": _VERSION},
                dataset_metadata=None if path.exists() else facts,
                IDENTIFIER=layer,
                DESCRIPTION=f"{facts['title']}. {facts['review']}",
            )
        for name, table in _tables(collection).items():
            pyogrio.write_dataframe(table, path, driver="GPKG", layer=name, append=True)
        _settle_days(path, collection["publication"])
        return path.read_bytes()


@contextmanager
def _without_waiting() -> Iterator[None]:
    """Have SQLite not wait for the disk after each table: what is written here is read at once and thrown away."""
    import pyogrio

    before = pyogrio.get_gdal_config_option(_WAITING)
    pyogrio.set_gdal_config_options({_WAITING: "OFF"})
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options({_WAITING: before})


def _tables(collection: Mapping[str, Any]) -> dict[str, Any]:
    """Build the tables without places; each has its columns however few rows there are."""
    import pandas as pd

    sides = [
        {
            "about": conflict["about"],
            "journey": conflict["journey"],
            "value": side["value"],
            "date": side["date"],
            "said_by": attribution_words(side["attribution"]),
            "quote": side.get("quote"),
        }
        for conflict in collection["conflicts"]
        for side in conflict["values"]
    ]
    articles = [{"id": key, **article} for key, article in collection["articles"].items()]
    tables = {
        "articles": (articles, "id title publisher published published_basis url sha256"),
        "credits": (collection["credits"], "source licence url for"),
        "conflicts": (sides, "about journey value date said_by quote"),
        "publication": ([{"name": name, "value": value} for name, value in about(collection).items()], "name value"),
    }
    return {name: pd.DataFrame(rows, columns=columns.split(), dtype="string") for name, (rows, columns) in tables.items()}


def _settle_days(path: Path, publication: Mapping[str, Any]) -> None:
    """Put the day of the publication where the clock's stands."""
    moment = f"{publication['updated'] or _NO_DAY}T00:00:00.000Z"
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("PRAGMA synchronous = OFF")
        database.execute("UPDATE gpkg_contents SET last_change = ?", (moment,))
        database.execute("UPDATE gpkg_metadata_reference SET timestamp = ?", (moment,))
