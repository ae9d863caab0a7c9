"""Everything that Dateline publishes of an itinerary, made by its commands, and all the bytes that are in it, packed or not."""

from __future__ import annotations

import base64
import binascii
import gzip
import io
import json
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from click.testing import CliRunner

from geo.export.write import FORMATS
from maps.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_DEFLATED = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_DATA_ADDRESS = re.compile(rb"base64,([A-Za-z0-9+/=]{16,})")


def run(*words: object) -> str:
    """Run the command, and give what it told on stderr."""
    result = CliRunner().invoke(main, [str(word) for word in words], prog_name="dateline")
    assert result.exit_code == 0, result.output
    return result.stderr


def publish_everything(itinerary: Path, folder: Path, *options: str) -> str:
    """Write every file that the commands make of an itinerary for readers; a new format of ``dateline export`` joins by itself.

    Returns what was told on stderr.
    """
    told = run("map", itinerary, "-o", folder, "--base-url", "https://news.example/maps", *options)
    for name, known in FORMATS.items():
        (folder / "exports" / name).mkdir(parents=True, exist_ok=True)
        run("export", itinerary, "-f", name, "-o", folder / "exports" / name / f"journey{known.suffixes[0]}", *options)
    return told


def published_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "itinerary.yaml")


def contents(path: Path) -> bytes:
    """All that can be read from a file, its packed parts unpacked, its name included."""
    return b"\n".join([path.name.encode(), *unpacked(path.read_bytes())])


def unpacked(data: bytes) -> Iterator[bytes]:
    yield data
    if data[:2] == b"\x1f\x8b":
        yield from unpacked(gzip.decompress(data))
    elif data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield from unpacked(archive.read(name))
    elif data[:8] == b"\x89PNG\r\n\x1a\n":
        yield from _deflated_in_chunks(data)
    elif data[:4] == b"PAR1":
        yield from _table(data)
    elif data[:5] == b"%PDF-":
        yield from filter(None, map(_inflated, _DEFLATED.findall(data)))
    if data[:1] in (b"{", b"["):
        # What JSON writes as escapes is found as it is read.
        yield json.dumps(json.loads(data), ensure_ascii=False).encode("utf-8", "surrogatepass")
    for packed in _DATA_ADDRESS.findall(data):
        try:
            yield from unpacked(base64.b64decode(packed))
        except binascii.Error:
            continue


def _deflated_in_chunks(data: bytes) -> Iterator[bytes]:
    for kind in (b"zTXt", b"iTXt", b"iCCP"):
        for found in re.finditer(kind, data):
            start = data.find(b"\x78", found.end())
            text = _inflated(data[start:]) if start >= 0 else b""
            if text:
                yield text


def _table(data: bytes) -> Iterator[bytes]:
    import pyarrow.parquet as pq

    table = pq.read_table(io.BytesIO(data))
    yield str(table.to_pylist()).encode()
    yield str(table.schema.metadata).encode()


def _inflated(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed)
    except zlib.error:
        return b""
