"""The articles of a shard as its files hold them, each with its name, before any is read."""

from __future__ import annotations

import csv
import io
import json
import zlib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from gazetteer.errors import InputError
from geo.corpus.storage import absolute, is_remote, open_input
from geo.reading.articles.article import MAX_BYTES, article_from_bytes, article_from_text
from geo.reading.articles.folder import Known, known_of
from geo.reading.articles.page_date import parse_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pyarrow as pa

    from geo.corpus.shards import Shard
    from geo.model import Article

__all__ = ["FIELDS", "Record", "load_records"]

#: What a row may state of an article; a mapping gives them other columns.
FIELDS = ("id", "text", "title", "published", "url", "publisher", "lang")


@dataclass(frozen=True, slots=True)
class Record:
    """One article as an input holds it.

    Attributes
    ----------
    id
        As the input gives it; else its file's name, with ``#`` and the byte or row where it begins if the file holds several.
    content
        The bytes of a file, or the text of a row.
    known
        What the row, or a ``manifest.toml`` beside the file, states of it.
    fault
        Why it can't be read, or ``""``.
    remark
        What is odd about it but keeps nobody from reading it, or ``""``.
    """

    id: str
    content: bytes | str = ""
    known: Known | None = None
    fault: str = ""
    remark: str = ""

    def article(self) -> Article:
        """Make the article.

        Raises
        ------
        InputError
            It has no words, or is in a form that can't be read.
        """
        if self.fault:
            raise InputError(self.fault)
        if isinstance(self.content, str):
            return article_from_text(self.content, name=self.id, known=self.known)
        path = Path(self.id.removesuffix(".gz") if self.id.lower().endswith(".gz") else self.id)
        return article_from_bytes(self.content, path, known=self.known)


def load_records(shard: Shard, columns: Mapping[str, str]) -> Iterator[Record]:
    """Load the articles of a shard, in order.

    Parameters
    ----------
    shard
        Where they are.
    columns
        For some of `FIELDS`, the column or key that holds it.

    Raises
    ------
    InputError
        A file can't be opened or is damaged, or a table has no column of text.
    """
    import pyarrow as pa

    try:
        if shard.kind == "files":
            yield from map(_of_file, shard.names)
        elif shard.kind == "rows":
            yield from _of_table(shard, columns)
        else:
            yield from _of_lines(shard, columns)
    except (OSError, EOFError, zlib.error, pa.ArrowException) as error:
        raise InputError(
            f"{shard.title} is damaged ({str(error).splitlines()[0] if str(error) else error!r}); get it again."
        ) from error


def _of_file(name: str) -> Record:
    try:
        with open_input(absolute(name)) as stream:
            data = stream.read(MAX_BYTES + 1)
        known = None if is_remote(name) else _known_of(absolute(name))
    except (OSError, EOFError, zlib.error, InputError) as error:
        return Record(name, fault=str(error) if isinstance(error, InputError) else f"{name} can't be read ({error}).")
    if len(data) > MAX_BYTES:
        return Record(name, fault=f"{name} is larger than {MAX_BYTES // 1_000_000} MB; give one article a file.")
    return Record(name, data, known)


def _known_of(path: str) -> Known | None:
    return known_of(Path(path)) if _has_manifest(str(Path(path).parent)) else None


@cache
def _has_manifest(folder: str) -> bool:
    return (Path(folder) / "manifest.toml").is_file()


def _of_lines(shard: Shard, columns: Mapping[str, str]) -> Iterator[Record]:
    name = shard.names[0]
    with open_input(absolute(name)) as stream:
        header, mark = _header(stream) if shard.kind == "csv" else ([], "")
        stream.seek(shard.start)
        at, line_of = shard.start, _csv_record if shard.kind == "csv" else _line
        while at < shard.end and (line := line_of(stream)):
            end = stream.tell()
            if line.strip() and not (shard.kind == "csv" and at == 0):
                label = f"{name}#{at}"
                if len(line) > MAX_BYTES:
                    yield Record(label, fault=f"{label} is longer than {MAX_BYTES // 1_000_000} MB; it can't be one article.")
                else:
                    yield _of_row(_cells(line, header, mark) if shard.kind == "csv" else _object(line), label, columns)
            at = end


def _line(stream: IO[bytes]) -> bytes:
    """Read a line; of one that is too long only the beginning is kept."""
    line = stream.readline(MAX_BYTES + 2)
    rest = line
    while rest and not rest.endswith(b"\n"):
        rest = stream.readline(MAX_BYTES)
    return line


def _csv_record(stream: IO[bytes]) -> bytes:
    """Read lines until the quotation marks are even, so that a cell may hold line ends; of what is too long the beginning is kept."""
    kept: list[bytes] = []
    size = 0
    within = False
    while piece := stream.readline(MAX_BYTES):
        if size <= MAX_BYTES:
            kept.append(piece)
        size += len(piece)
        within ^= piece.count(b'"') % 2 == 1
        if piece.endswith(b"\n") and not within:
            break
    return b"".join(kept)


def _header(stream: IO[bytes]) -> tuple[list[str], str]:
    """Read the names of the columns, and find the mark between them: the commonest of comma, semicolon and tab."""
    csv.field_size_limit(max(csv.field_size_limit(), MAX_BYTES))
    stream.seek(0)
    line = _csv_record(stream).decode("utf-8-sig", "replace")
    mark = max(",;\t", key=line.count)
    return next(csv.reader(io.StringIO(line), delimiter=mark), []), mark


def _cells(line: bytes, header: list[str], mark: str) -> dict[str, Any] | str:
    try:
        row = next(csv.reader(io.StringIO(line.decode("utf-8"), newline=""), delimiter=mark, strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        return f"it is no row of UTF-8 CSV ({error})"
    return dict(zip(header, row, strict=False))


def _object(line: bytes) -> dict[str, Any] | str:
    try:
        value = json.loads(line.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError) as error:
        return f"it is no JSON ({error})"
    return value if isinstance(value, dict) else "it is no JSON object"


def _of_table(shard: Shard, columns: Mapping[str, str]) -> Iterator[Record]:
    import pyarrow.parquet as pq

    name = shard.names[0]
    with open_input(absolute(name)) as stream, pq.ParquetFile(stream) as table:
        wanted = {columns.get(field, field) for field in FIELDS}
        present = [column for column in table.schema_arrow.names if column in wanted]
        if columns.get("text", "text") not in present:
            raise InputError(_no_text(name, columns, table.schema_arrow.names))
        first = sum(table.metadata.row_group(group).num_rows for group in range(shard.group))
        at = 0
        for batch in table.iter_batches(1024, row_groups=[shard.group], columns=present):
            if at + len(batch) > shard.start:
                inside = batch.slice(max(0, shard.start - at), shard.end - max(at, shard.start))
                for offset, row in enumerate(_rows(inside, columns), max(at, shard.start)):
                    yield _of_row(row, f"{name}#{first + offset}", columns)
            at += len(batch)
            if at >= shard.end:
                break


def _rows(batch: pa.RecordBatch, columns: Mapping[str, str]) -> list[dict[str, Any]]:
    """Give the rows of a batch; times as words, for Python has no year 10000, and one such time would cost the whole shard."""
    import pyarrow as pa

    at = batch.schema.get_field_index(columns.get("published", "published"))
    if at >= 0 and pa.types.is_temporal(batch.schema.types[at]):
        batch = batch.set_column(at, batch.schema.names[at], batch.column(at).cast(pa.string()))
    rows: list[dict[str, Any]] = batch.to_pylist()
    return rows


def _no_text(name: str, columns: Mapping[str, str], there: object) -> str:
    names = ", ".join(map(str, there)) if isinstance(there, list) else ""
    return f"{name} has no column '{columns.get('text', 'text')}' (it has {names[:300]}); say which holds the articles with --column text=NAME."


def _of_row(row: dict[str, Any] | str, label: str, columns: Mapping[str, str]) -> Record:
    """Make the record of a row, or of what is wrong with it."""
    if isinstance(row, str):
        return Record(label, fault=f"{label} can't be read: {row}.")
    cells = {field: row.get(columns.get(field, field)) for field in FIELDS}
    name = label if cells["id"] in (None, "") else str(cells["id"])
    if not isinstance(cells["text"], str):
        if cells["text"] is None and columns.get("text", "text") not in row:
            return Record(name, fault=_no_text(label, columns, list(row)))
        return Record(name, fault=f"{name} has no text.")
    if len(cells["text"]) > MAX_BYTES:
        return Record(name, fault=f"{name} is longer than {MAX_BYTES // 1_000_000} MB; it can't be one article.")
    day = _day(str(cells["published"])) if cells["published"] not in (None, "") else None
    odd = day is None and cells["published"] not in (None, "")
    publisher, title, url, lang = (_word(cells[field]) for field in ("publisher", "title", "url", "lang"))
    known = Known(publisher, day, title=title, url=url, lang=lang)
    return Record(name, cells["text"], known, remark=f"published is {cells['published']!r}, which is no day" if odd else "")


def _day(words: str) -> date | None:
    """Read a day; nearly all are ISO 8601, which takes no grammar."""
    try:
        return date.fromisoformat(words[:10])
    except ValueError:
        return parse_day(words)


def _word(value: Any) -> str:
    return "" if value is None else str(value).strip()
