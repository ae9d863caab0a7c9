"""The parts of an archive on disk: one file a table and shard, each written whole, which are also the checkpoints of a run.

``OUT/mentions/part-0123456789abcdef.parquet`` holds the mentions of one shard. The key in its metadata tells what it was made of; the
part in ``articles`` is written last, so a shard is done when that one bears its key.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from geo.corpus.storage import list_names, make_folder, open_input, remove, write_whole
from geo.corpus.tables import TABLES, make_table, parquet_bytes

if TYPE_CHECKING:
    from collections.abc import Collection

    from geo.corpus.reader import ShardRows
    from geo.corpus.tables import Table

__all__ = ["Parts"]

_NAME = re.compile(r"part-([0-9a-f]{16})\.parquet")
#: What a process that was killed while it wrote leaves behind.
_LEFT_OVER = re.compile(r"\.part-[0-9a-f]{16}\.parquet\..*\.part")


class Parts:
    """The parts below one folder, which may be an address."""

    def __init__(self, folder: str) -> None:
        self._folder = folder.rstrip("/")

    def make_folders(self) -> None:
        """Make a folder for each table; raises OutputError if that can't be done."""
        for table in TABLES:
            make_folder(f"{self._folder}/{table}")

    def path(self, table: Table, shard: str) -> str:
        """Tell where the part of a shard is, or would be."""
        return f"{self._folder}/{table}/part-{shard}.parquet"

    def write(self, shard: str, key: str, read: ShardRows) -> dict[str, Any]:
        """Write the parts of a shard and return their facts, as `facts` does; raises OutputError."""
        facts = {
            "key": key,
            "rows": {table: len(rows) for table, rows in read.rows.items()},
            "set_aside": [list(pair) for pair in read.set_aside],
        }
        for table in TABLES:
            write_whole(self.path(table, shard), parquet_bytes(make_table(table, read.rows[table], facts=facts)))
        return facts

    def facts(self, shard: str, key: str) -> dict[str, Any] | None:
        """Return what the parts of a shard say of themselves, or None if one is missing, damaged or was made of something else."""
        facts = None
        for table in TABLES:
            facts = self._facts_of(table, shard)
            if facts is None or facts["key"] != key:
                return None
        return facts

    def _facts_of(self, table: Table, shard: str) -> dict[str, Any] | None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        try:
            with open_input(self.path(table, shard)) as file:
                metadata = pq.read_schema(file).metadata or {}
            facts: dict[str, Any] = json.loads(metadata[b"dateline"])
        except (pa.ArrowException, OSError, ValueError, KeyError):
            return None
        return facts

    def shards(self, table: Table = "articles") -> list[str]:
        """List the shards that have a part of a table."""
        names = map(_NAME.fullmatch, list_names(f"{self._folder}/{table}"))
        return [name[1] for name in names if name]

    def keep_only(self, shards: Collection[str]) -> int:
        """Remove the parts of other shards, whose articles are no longer there, and return how many shards that were."""
        gone = set()
        for table in TABLES:
            for name in list_names(f"{self._folder}/{table}"):
                part = _NAME.fullmatch(name)
                if _LEFT_OVER.fullmatch(name) or (part and part[1] not in shards):
                    remove(f"{self._folder}/{table}/{name}")
                    gone |= {part[1]} if part else set()
        return len(gone)
