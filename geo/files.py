"""Writing files whole or not at all: one file, or a set of files that belong together."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["write_bytes_whole", "write_lines_whole", "write_text_whole", "written_together"]

#: Where a set of files waits, in the folder that it is for; what a killed run left there is cleared by the next.
_STAGE = ".dateline.part"


def write_text_whole(path: str | os.PathLike[str], text: str) -> Path:
    """Write ``text`` as UTF-8 with Unix line ends, as `write_bytes_whole` does.

    Raises
    ------
    OutputError
        If the folder is missing or can't be written to, or ``path`` is a folder.
    """
    return write_bytes_whole(path, text.encode("utf-8"))


def write_bytes_whole(path: str | os.PathLike[str], data: bytes) -> Path:
    """Write bytes so that a crash leaves an older file as it was.

    They go to a temporary file in the same folder, which then takes the name; so other programs see the old file or the new one,
    never a part. A link stays, and what it leads to is written; a device or a pipe is written to, as nothing may take its place.

    Raises
    ------
    OutputError
        If the folder is missing or can't be written to, or ``path`` is a folder.
    """
    return _write_whole(path, (data,))


def write_lines_whole(path: str | os.PathLike[str], lines: Iterable[str]) -> Path:
    """Write lines as they come, each ended by a line break; else as `write_text_whole`, also where making a line fails."""
    return _write_whole(path, (f"{line}\n".encode() for line in lines))


def _write_whole(path: str | os.PathLike[str], parts: Iterable[bytes]) -> Path:
    target = Path(path)
    try:
        if target.exists() and not target.is_file() and not target.is_dir():
            with target.open("wb") as stream:
                stream.writelines(parts)
        else:
            _replace(Path(os.path.realpath(target)), parts)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"{target}: can't be written ({reason}); choose another folder, or free this one.") from error
    return target


def _replace(target: Path, parts: Iterable[bytes]) -> None:
    """Write a file under another name, which then takes the place of ``target``."""
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.writelines(parts)
        # mkstemp makes files that only their owner may read; a map is meant to be passed round the desk.
        os.chmod(temporary, _usual_mode(target))  # noqa: PTH101
        os.replace(temporary, target)  # noqa: PTH105
        temporary = ""
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)


@contextmanager
def written_together(folder: str | os.PathLike[str]) -> Iterator[Path]:
    """Yield a folder to write a set of files into; at the end they take their places in ``folder`` together.

    Until then nothing in ``folder`` changes: where a file can't be written, the disk is full, or the process is killed, the old set is
    still whole. Where a file can't take its place, those that had taken theirs go back.

    Parameters
    ----------
    folder
        A folder that exists. Its other files are not touched.

    Raises
    ------
    OutputError
        If a file can't be written or can't take its place; its message names ``folder``.
    """
    target = Path(folder)
    stage = target / _STAGE
    try:
        shutil.rmtree(stage, ignore_errors=True)
        stage.mkdir()
        yield stage
        _take_places(stage, target)
    except OutputError as error:
        raise OutputError(str(error).replace(str(stage), str(target))) from error
    except OSError as error:
        name = str(error.filename or target).replace(str(stage), str(target))
        raise OutputError(
            f"{name}: can't be written ({error.strerror or error}); the files that were there before are as they were. "
            "Choose another folder, or free this one."
        ) from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _take_places(stage: Path, folder: Path) -> None:
    """Move every file of a stage to its place; if one can't be moved, all are as before."""
    fresh = sorted(path for path in stage.iterdir() if path.is_file())
    for path in fresh:
        _settle(path, folder / path.name)
    former = stage / "former"
    former.mkdir()
    kept = [path.name for path in fresh if (folder / path.name).exists()]
    for name in kept:
        os.link(folder / name, former / name)
    try:
        for path in fresh:
            os.replace(path, folder / path.name)  # noqa: PTH105
    except OSError:
        _go_back(fresh, kept, former, folder)
        raise


def _settle(path: Path, target: Path) -> None:
    """Have a staged file on the disk, where a full one would refuse it, with the rights of the file that it replaces."""
    if target.is_dir():
        raise OutputError(f"{target}: can't be written (it is a folder); move it away, or choose another folder.")
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    path.chmod(_usual_mode(target))


def _go_back(fresh: Sequence[Path], kept: Sequence[str], former: Path, folder: Path) -> None:
    for path in fresh:
        if path.name in kept:
            os.replace(former / path.name, folder / path.name)  # noqa: PTH105
        elif not path.exists():
            (folder / path.name).unlink()


def _usual_mode(target: Path) -> int:
    """Give the mode of the file that is replaced, else what the user's umask gives a new file."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
