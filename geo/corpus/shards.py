"""Cut an archive into shards: the pieces that are read, written and, after an accident, read again on their own.

A shard is told by where it begins, so that an archive that has grown keeps the shards it had:

- articles in files of their own are taken in the order of their names, and a new shard begins at the names whose hash says so;
- lines (.jsonl, .csv) are cut at the first end of a line after every so many bytes, counted after unpacking;
- a table (.parquet) is cut at every so many rows of each row group.
"""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING, Literal

from gazetteer.errors import InputError
from geo.corpus.storage import Found, absolute, open_input
from geo.reading.articles.formats import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["SHARD_BYTES", "Fault", "Plan", "Shard", "plan_shards", "suffix_of"]

#: About so many bytes of articles make a shard: half a minute of whole reading.
SHARD_BYTES = 1 << 20
#: A shard of files ends here at the latest, whatever the hashes of their names say.
_LONGEST = 4
#: Longest line that can begin a shard, in bytes; beyond it the search for its end goes on in steps.
_STEP = 1 << 20

Kind = Literal["files", "lines", "csv", "rows"]
_KINDS: dict[str, Kind] = {".jsonl": "lines", ".ndjson": "lines", ".csv": "csv", ".tsv": "csv", ".parquet": "rows"}


@dataclass(frozen=True, slots=True)
class Shard:
    """A piece of the archive.

    Attributes
    ----------
    id
        16 hex digits from where it begins; its parts bear it.
    kind
        ``files``, or from one file ``lines`` (JSON lines), ``csv``, or ``rows`` of a parquet row group.
    names
        The files, as the user typed the way to them.
    start, end
        Bytes of the unpacked file, or rows of the group.
    group
        The row group.
    size
        About how many bytes of articles it holds.
    """

    id: str
    kind: Kind
    names: tuple[str, ...]
    start: int = 0
    end: int = 0
    group: int = 0
    size: int = 0

    @property
    def title(self) -> str:
        """What a person may call it: its file, or its first and last, and where in it."""
        if self.kind == "files":
            return self.names[0] if len(self.names) == 1 else f"{self.names[0]} to {self.names[-1]}"
        where = (
            f"row group {self.group}, rows {self.start} to {self.end}"
            if self.kind == "rows"
            else f"bytes {self.start} to {self.end}"
        )
        return f"{self.names[0]} ({where})"


@dataclass(frozen=True, slots=True)
class Fault:
    """What can't be read, by name, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The shards of an archive, the files that could not be cut, and those that hold no articles, by name."""

    shards: tuple[Shard, ...]
    faults: tuple[Fault, ...]
    skipped: tuple[str, ...]


def suffix_of(name: str) -> str:
    """Return the suffix that tells a file's format, in lower case: that before ``.gz``."""
    return PurePosixPath(name.lower().removesuffix(".gz")).suffix


def plan_shards(files: Iterable[Found], *, shard_bytes: int = SHARD_BYTES) -> Plan:
    """Cut files into shards.

    Parameters
    ----------
    files
        What `geo.corpus.storage.find_files` found; a file given twice is taken once.
    shard_bytes
        About how many bytes of articles a shard holds.

    Returns
    -------
    Plan
        Faults are files of lines or tables that are damaged before or at a cut; what comes before the damage is in the shards.
    """
    shards: list[Shard] = []
    faults: list[Fault] = []
    skipped: list[str] = []
    alone: list[Found] = []
    for file in dict.fromkeys(files):
        suffix = suffix_of(file.name)
        if suffix in SUFFIXES:
            alone.append(file)
        elif kind := _KINDS.get(suffix):
            try:
                for shard in _cut(file, kind, shard_bytes):
                    shards.append(shard)  # noqa: PERF402 - those before a fault count
            except InputError as error:
                faults.append(Fault(file.name, str(error)))
        else:
            skipped.append(file.name)
    return Plan((*_groups(sorted(alone), shard_bytes), *shards), tuple(faults), tuple(skipped))


def _groups(files: Sequence[Found], shard_bytes: int) -> Iterator[Shard]:
    """Group article files; a name begins a group with a chance that grows with its file's size, always the same for one name."""
    group: list[Found] = []
    size = 0
    for file in files:
        chance = int.from_bytes(hashlib.blake2b(file.name.encode("utf-8", "surrogateescape"), digest_size=4).digest()) / 2**32
        if group and (chance * shard_bytes < file.size or size + file.size > _LONGEST * shard_bytes):
            yield _shard("files", [f.name for f in group], size=size)
            group, size = [], 0
        group.append(file)
        size += file.size
    if group:
        yield _shard("files", [f.name for f in group], size=size)


def _shard(kind: Kind, names: Sequence[str], start: int = 0, end: int = 0, group: int = 0, size: int = 0) -> Shard:
    where = f"{kind}\n{names[0]}\n{group}\n{start}"
    digest = hashlib.blake2b(where.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
    return Shard(digest, kind, tuple(names), start, end, group, size)


def _cut(file: Found, kind: Kind, shard_bytes: int) -> Iterator[Shard]:
    if kind == "rows":
        yield from _cut_rows(file, shard_bytes)
        return
    with open_input(absolute(file.name)) as stream:
        try:
            packed = file.name.lower().endswith(".gz")
            ends = _jump(stream, file.size, shard_bytes) if kind == "lines" and not packed else _scan(stream, kind, shard_bytes)
            start = 0
            for end in ends:
                yield _shard(kind, [file.name], start, end, size=end - start)
                start = end
        except (OSError, EOFError, zlib.error) as error:
            raise InputError(f"{file.name} is damaged ({error}); get the file again.") from error


def _jump(stream: IO[bytes], size: int, shard_bytes: int) -> Iterator[int]:
    """Yield where shards of lines end, without reading what lies between."""
    end = 0
    while end < size:
        stream.seek(min(end + shard_bytes, size))
        while (line := stream.readline(_STEP)) and not line.endswith(b"\n"):
            pass
        end = stream.tell()
        yield end


def _scan(stream: IO[bytes], kind: Kind, shard_bytes: int) -> Iterator[int]:
    """Yield where shards end in a stream that has to be read to be cut: one that is packed, or a CSV, whose cells may hold line ends."""
    start = end = 0
    within = False
    while line := stream.readline(_STEP):
        end += len(line)
        within ^= kind == "csv" and line.count(b'"') % 2 == 1
        if end - start >= shard_bytes and line.endswith(b"\n") and not within:
            yield end
            start = end
    if end > start:
        yield end


def _cut_rows(file: Found, shard_bytes: int) -> Iterator[Shard]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with open_input(absolute(file.name)) as stream:
            metadata = pq.ParquetFile(stream).metadata
    except (pa.ArrowException, OSError) as error:
        raise InputError(f"{file.name} is no whole parquet file ({_first_line(error)}); write or fetch it again.") from error
    for group in range(metadata.num_row_groups):
        about = metadata.row_group(group)
        rows, size = about.num_rows, about.total_byte_size
        step = max(1, shard_bytes * rows // max(size, 1))
        for start in range(0, rows, step):
            end = min(start + step, rows)
            yield _shard("rows", [file.name], start, end, group, size * (end - start) // rows)


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0].rstrip(".") if str(error) else type(error).__name__
