"""One file of named byte sections, memory-mapped: the compiled gazetteer's envelope.

A file starts with a magic number, the length of the directory and its CRC-32, then the directory itself (JSON: format version, total size,
and the offset, size and CRC-32 of each section), then the sections, each aligned to 8 bytes. Opening reads the directory only; the pages
of a section are read when they are used, and all processes share them. `Container.check` reads everything.
"""

from __future__ import annotations

import json
import mmap
import struct
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Self

from gazetteer.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import BinaryIO

__all__ = ["BUNDLED", "Container", "Writer", "pack"]

#: The compiled file that is installed with the package.
BUNDLED = Path(__file__).with_name("data") / "places.gaz"

_MAGIC = b"DATELINE"
_HEAD = struct.Struct("<8sII")
_VERSION = 2
_ALIGN = 8
_REMEDY = "Run 'dateline gazetteer build' for one of your own; for the bundled one 'make data', or install Dateline again."

#: What is kept free for the directory of a file that is written as it comes.
_RESERVED = 1 << 16


def pack(sections: Mapping[str, bytes]) -> bytes:
    """Lay sections out as one file's bytes, in the given order."""
    directory: dict[str, tuple[int, int, int]] = {}
    offset = 0
    body = bytearray()
    for name, data in sections.items():
        directory[name] = (offset, len(data), zlib.crc32(data))
        body += data + bytes(-len(data) % _ALIGN)
        offset = len(body)
    text = _directory_text(len(body), directory)
    return _head(text + b" " * (-(_HEAD.size + len(text)) % _ALIGN)) + bytes(body)


def _directory_text(size: int, directory: Mapping[str, tuple[int, int, int]]) -> bytes:
    return json.dumps({"version": _VERSION, "size": size, "sections": directory}, separators=(",", ":")).encode()


def _head(text: bytes) -> bytes:
    return _HEAD.pack(_MAGIC, len(text), zlib.crc32(text)) + text


class Writer:
    """Lays sections out in a file as they come, for what does not fit in memory; `pack` is for what does.

    Parameters
    ----------
    file
        An empty file, open for reading and writing.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._directory: dict[str, tuple[int, int, int]] = {}
        self._size = 0
        self._file.seek(_RESERVED)

    def add(self, name: str, pieces: Iterable[bytes | memoryview]) -> None:
        """Append a section, given in pieces."""
        size = crc = 0
        for piece in pieces:
            crc = zlib.crc32(piece, crc)
            size += memoryview(piece).nbytes
            self._file.write(piece)
        self._directory[name] = (self._size, size, crc)
        padding = -size % _ALIGN
        self._file.write(bytes(padding))
        self._size += size + padding

    def finish(self) -> None:
        """Write the directory, after which the file can be opened; more sections may still be added, and it be finished again."""
        text = _directory_text(self._size, self._directory)
        self._file.seek(0)
        self._file.write(_head(text.ljust(_RESERVED - _HEAD.size)))
        self._file.seek(0, 2)
        self._file.flush()


class Container:
    """A read-only file of sections.

    Parameters
    ----------
    path
        A file that `pack` laid out.

    Raises
    ------
    InputError
        If the file is missing, is no gazetteer, is cut short or damaged in its directory, or is of another format version.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise InputError(f"The gazetteer {path} can't be opened ({error}). {_REMEDY}") from error
        self._view = memoryview(self._map)
        self._directory, self._start = self._read_directory()

    def _read_directory(self) -> tuple[dict[str, tuple[int, int, int]], int]:
        magic, length, crc = _HEAD.unpack_from(self._view) if len(self._view) >= _HEAD.size else (b"", 0, 0)
        start = _HEAD.size + length
        text = bytes(self._view[_HEAD.size : start])
        if magic != _MAGIC or zlib.crc32(text) != crc:
            raise self.damaged("it is no gazetteer, or its directory is damaged")
        directory: dict[str, Any] = json.loads(text)
        if directory["version"] != _VERSION:
            raise self.damaged(f"it has format {directory['version']}, and this Dateline reads format {_VERSION}")
        if len(self._view) - start != directory["size"]:
            raise self.damaged("it is cut short or has grown")
        sections: dict[str, tuple[int, int, int]] = directory["sections"]
        return sections, start

    @property
    def fingerprint(self) -> int:
        """A number that tells this file from others: the CRC-32 of its directory, which holds the CRC-32 of each section."""
        return int(_HEAD.unpack_from(self._view)[2])

    def damaged(self, what: str) -> InputError:
        """Make the error that says what is wrong with the file, and what to do."""
        return InputError(f"The gazetteer {self.path} can't be used: {what}. {_REMEDY}")

    def __contains__(self, name: str) -> bool:
        return name in self._directory

    def section(self, name: str) -> memoryview:
        """Return a section's bytes, not copied; KeyError if there is none of this name."""
        offset, size, _ = self._directory[name]
        return self._view[self._start + offset : self._start + offset + size]

    def column(self, name: str, code: Literal["i", "I", "H", "B"]) -> memoryview:
        """Return a section as an array of a `struct` type."""
        return self.section(name).cast(code)

    def check(self) -> Self:
        """Read every section and compare its CRC-32.

        Raises
        ------
        InputError
            Naming the first damaged section.
        """
        for name, (_, _, crc) in self._directory.items():
            if zlib.crc32(self.section(name)) != crc:
                raise self.damaged(f"its section '{name}' is damaged")
        return self
