"""The features as GeoParquet and as FlatGeobuf: one table, one file."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

from geo.export.credits import licence_of
from geo.export.scratch import scratch_file
from geo.export.table import features_frame, rows_of
from geo.export.wording import publication_words, title_of

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["about", "flatgeobuf_bytes", "parquet_bytes"]


def about(collection: Mapping[str, Any]) -> dict[str, str]:
    """Give the facts of a publication as texts, for the metadata of a file."""
    return {
        "title": title_of(collection),
        "review": publication_words(collection),
        "licence": licence_of(collection["credits"]),
        "credits": json.dumps(collection["credits"], ensure_ascii=False),
        "publication": json.dumps(collection["publication"], ensure_ascii=False),
    }


def parquet_bytes(collection: Mapping[str, Any]) -> bytes:
    """Write GeoParquet, its licence and credits in the metadata of the schema under ``dateline``."""
    import pyarrow.parquet as pq

    plain, written = io.BytesIO(), io.BytesIO()
    features_frame(rows_of(collection)).to_parquet(plain, index=False)
    table = pq.read_table(plain)
    facts = {b"dateline": json.dumps(about(collection), ensure_ascii=False).encode()}
    pq.write_table(table.replace_schema_metadata({**(table.schema.metadata or {}), **facts}), written)
    return written.getvalue()


def flatgeobuf_bytes(collection: Mapping[str, Any]) -> bytes:
    """Write FlatGeobuf, its licence and credits in the description of its header."""
    import pyogrio

    facts = about(collection)
    frame = features_frame(rows_of(collection))
    with scratch_file("journey.fgb") as path:
        pyogrio.write_dataframe(
            frame,
            path,
            driver="FlatGeobuf",
            layer="journey",
            geometry_type="Unknown",
            TITLE=facts["title"],
            DESCRIPTION=json.dumps(facts, ensure_ascii=False),
            # An index needs a box of every feature, and a notice has none.
            SPATIAL_INDEX="NO" if frame.geometry.isna().any() or frame.empty else "YES",
        )
        return path.read_bytes()
