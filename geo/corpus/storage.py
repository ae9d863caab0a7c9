"""Files of an archive, on a disk or behind any address that fsspec knows: found, opened, written whole, removed.

A name with ``://`` in it (``s3://bucket/2024/``) goes through fsspec; any other is a path, and needs no more than Python.
"""

from __future__ import annotations

import glob
import gzip
import os
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple, cast

from gazetteer.errors import InputError, OutputError
from geo.files import write_bytes_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = [
    "Found",
    "absolute",
    "find_files",
    "is_remote",
    "list_names",
    "make_folder",
    "open_input",
    "read_whole",
    "remove",
    "write_whole",
]

_PATTERN = frozenset("*?[")
_GZIP = ".gz"


class Found(NamedTuple):
    """A file: its ``name`` as the user typed the way to it, and its ``size`` in bytes."""

    name: str
    size: int


def is_remote(name: str) -> bool:
    """Tell whether a name is an address for fsspec rather than a path."""
    return "://" in name


def absolute(name: str) -> str:
    """Give a name that means the same file in every process of this machine."""
    return name if is_remote(name) else str(Path(name).absolute())


def find_files(word: str) -> list[Found]:
    """List the files that a word stands for: a file, a pattern such as ``2024-*.jsonl``, or a folder with all that is below it.

    Hidden files are left out.

    Raises
    ------
    InputError
        It stands for nothing, or can't be reached.
    """
    found = sorted(_find_remote(word) if is_remote(word) else _find_local(word))
    if not found:
        raise InputError(f"{word} stands for no file; check the name, and put a pattern in quotation marks.")
    return found


def _find_local(word: str) -> Iterator[Found]:
    # Not Path.glob: it would need the pattern cut from the folder that it starts in.
    names = sorted(glob.glob(word, recursive=True)) if _PATTERN & set(word) and not Path(word).exists() else [word]  # noqa: PTH207
    for name in names:
        if Path(name).is_dir():
            yield from _below(name)
        elif Path(name).is_file():
            yield Found(name, Path(name).stat().st_size)


def _below(folder: str, above: frozenset[str] = frozenset()) -> Iterator[Found]:
    """List what is below a folder; a link to a folder that it lies in is not followed, for it has no end."""
    real = os.path.realpath(folder)
    if real in above:
        return
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _below(entry.path, above | {real})
        elif entry.is_file():
            yield Found(entry.path, entry.stat().st_size)


def _find_remote(word: str) -> Iterator[Found]:
    system, path = _filesystem(word)
    try:
        if _PATTERN & set(path):
            entries = system.glob(path, detail=True)
        elif system.isfile(path):
            entries = {path: system.info(path)}
        else:
            entries = system.find(path, detail=True)
    except Exception as error:  # each of fsspec's file systems raises errors of its own
        raise InputError(f"{word} can't be listed ({_reason(error)}); check the address and your rights.") from error
    for name, entry in entries.items():
        if entry["type"] == "file" and not name.rsplit("/", 1)[-1].startswith("."):
            yield Found(system.unstrip_protocol(name), int(entry["size"]))


def open_input(name: str) -> IO[bytes]:
    """Open a file for reading and seeking in its words: one that ends in ``.gz`` is unpacked on the way.

    Raises
    ------
    InputError
        It can't be opened.
    """
    packed = name.lower().endswith(_GZIP)
    try:
        if not is_remote(name):
            return cast("IO[bytes]", gzip.open(name)) if packed else Path(name).open("rb")
        system, path = _filesystem(name)
        file = system.open(path, "rb")
    except InputError:
        raise
    except Exception as error:  # as above
        raise InputError(
            f"{name} can't be opened ({_reason(error)}); check that it is there and that you may read it."
        ) from error
    return cast("IO[bytes]", gzip.GzipFile(fileobj=file, mode="rb") if packed else file)


def read_whole(name: str) -> bytes | None:
    """Read a file of a run's own; None if there is none."""
    try:
        if not is_remote(name):
            return Path(name).read_bytes()
        system, path = _filesystem(name)
        return bytes(system.cat_file(path))
    except FileNotFoundError:
        return None


def make_folder(name: str) -> None:
    """Make a folder and those above it.

    Raises
    ------
    OutputError
        It can't be made.
    """
    _writing(name, lambda: _make(name))


def _make(name: str) -> None:
    if is_remote(name):
        system, path = _filesystem(name)
        system.makedirs(path, exist_ok=True)
    else:
        Path(name).mkdir(parents=True, exist_ok=True)


def write_whole(name: str, data: bytes) -> None:
    """Write a file so that others see the old one or the new one: by renaming on a disk, in one request elsewhere.

    Raises
    ------
    OutputError
        It can't be written.
    """
    if is_remote(name):
        system, path = _filesystem(name)
        _writing(name, lambda: system.pipe_file(path, data))
    else:
        write_bytes_whole(name, data)


def list_names(folder: str) -> list[str]:
    """List the names in a folder, in order; none if there is no such folder."""
    if not is_remote(folder):
        return sorted(entry.name for entry in Path(folder).iterdir()) if Path(folder).is_dir() else []
    system, path = _filesystem(folder)
    return sorted(name.rstrip("/").rsplit("/", 1)[-1] for name in system.ls(path, detail=False)) if system.isdir(path) else []


def remove(name: str) -> None:
    """Remove a file.

    Raises
    ------
    OutputError
        It can't be removed.
    """
    if is_remote(name):
        system, path = _filesystem(name)
        _writing(name, lambda: system.rm_file(path))
    else:
        _writing(name, lambda: Path(name).unlink(missing_ok=True))


def _writing(name: str, action: Callable[[], Any]) -> None:
    try:
        action()
    except Exception as error:  # as above
        raise OutputError(f"{name} can't be written ({_reason(error)}); choose another folder, or free this one.") from error


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


def _filesystem(name: str) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise InputError(f"{name} needs what comes with the extra 'corpus': pip install 'dateline[corpus]'.") from error
    try:
        system, path = url_to_fs(name)
    except (ImportError, ValueError) as error:  # "Install s3fs to access S3", or a protocol that nobody knows
        raise InputError(f"{name} can't be reached: {error}.".replace("..", ".")) from error
    return system, path
