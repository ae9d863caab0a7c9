"""GeoNames' tables as blocks of whole lines, from a text file or the zip archive in which they are published."""

from __future__ import annotations

import zipfile
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from gazetteer.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["BLOCK_BYTES", "Block", "Dump"]

#: About how much of a table is read, and kept as one shard, at a time: some 130,000 places.
BLOCK_BYTES = 16 << 20

#: No line of a table is nearly as long.
_LONGEST_LINE = 1 << 20

#: What of a file is read to tell it from one of the same name, size and time.
_SAMPLE = 1 << 16


@dataclass(frozen=True, slots=True)
class Block:
    """Some whole lines of a table.

    Attributes
    ----------
    offset, first_line
        Where it begins: bytes (of the unpacked table), and the number of its first line, from 1.
    data
        The lines.
    """

    offset: int
    first_line: int
    data: bytes

    @property
    def end(self) -> int:
        """Where the next block begins, in bytes."""
        return self.offset + len(self.data)

    def lines(self) -> Iterator[tuple[int, str | None]]:
        """Yield each line that is not empty, with its number; None for one that is not in UTF-8."""
        for number, line in enumerate(self.data.split(b"\n"), self.first_line):
            if line:
                try:
                    yield number, line.decode().rstrip("\r")
                except UnicodeDecodeError:
                    yield number, None


class Dump:
    """A table of a GeoNames dump.

    Parameters
    ----------
    path
        The table as text, or a zip archive that holds it.

    Raises
    ------
    InputError
        If the file is missing, or is a zip archive that is damaged or holds no table.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._zipped = path.suffix.lower() == ".zip" or zipfile.is_zipfile(path)
        with self._reading() as stream:
            stream.read(1)

    @property
    def size(self) -> int:
        """Bytes of the table, unpacked."""
        if not self._zipped:
            return self.path.stat().st_size
        with zipfile.ZipFile(self.path) as archive:
            return _table_of(archive, self.path).file_size

    def key(self) -> list[int | str]:
        """Return what tells this file from others without reading it whole: name, size, time, and checksums of its ends."""
        found = self.path.stat()
        with self.path.open("rb") as file:
            begin = zlib.crc32(file.read(_SAMPLE))
            file.seek(max(0, found.st_size - _SAMPLE))
            end = zlib.crc32(file.read())
        return [str(self.path.resolve()), found.st_size, found.st_mtime_ns, begin, end]

    def blocks(self, size: int, *, offset: int = 0, first_line: int = 1) -> Iterator[Block]:
        """Yield the table in blocks.

        Parameters
        ----------
        size
            Bytes of a block, to which the rest of its last line is added.
        offset, first_line
            Where to begin: the end of an earlier block.

        Raises
        ------
        InputError
            If the file can't be read to its end.
        """
        with self._reading() as stream:
            stream.seek(offset)
            while data := stream.read(size):
                block = Block(offset, first_line, data + stream.readline(_LONGEST_LINE))
                yield block
                offset, first_line = block.end, first_line + block.data.count(b"\n")

    @contextmanager
    def _reading(self) -> Iterator[IO[bytes]]:
        """Open the table, and say in a sentence what is wrong with it if it can't be read."""
        try:
            if self._zipped:
                with zipfile.ZipFile(self.path) as archive, archive.open(_table_of(archive, self.path)) as stream:
                    yield stream
            else:
                with self.path.open("rb") as stream:
                    yield stream
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise InputError(f"{self.path} is no whole zip archive ({error}): download it again.") from error
        except OSError as error:
            raise InputError(
                f"{self.path} can't be read ({error.strerror or error}): name a table of a GeoNames dump, .txt or .zip."
            ) from error


def _table_of(archive: zipfile.ZipFile, path: Path) -> zipfile.ZipInfo:
    """Return the table in an archive: the one of the archive's name, or the largest text."""
    texts = [member for member in archive.infolist() if member.filename.lower().endswith(".txt")]
    if not texts:
        raise InputError(f"{path} holds no .txt: name a table of a GeoNames dump, such as allCountries.zip.")
    return max(texts, key=lambda member: (member.filename == f"{path.stem}.txt", member.file_size, member.filename))
