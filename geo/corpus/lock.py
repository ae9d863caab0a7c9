"""One run at a time into one folder: two would remove what the other has begun to write."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from gazetteer.errors import InputError, OutputError
from geo.corpus.storage import is_remote

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["only_run"]


@contextmanager
def only_run(folder: str) -> Iterator[None]:
    """Hold a folder for one run, until it ends or is killed; the system lets go of it then.

    Behind an address, and where the file system knows no locks, nothing is held.

    Raises
    ------
    InputError
        Another run holds it.
    OutputError
        The folder can't be opened.
    """
    if is_remote(folder):
        yield
        return
    try:
        held = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise OutputError(f"{folder} can't be opened ({error.strerror}); choose another folder, or free this one.") from error
    try:
        _hold(held, folder)
        yield
    finally:
        os.close(held)


def _hold(opened: int, folder: str) -> None:
    try:
        import fcntl

        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise InputError(f"Another run writes to {folder}; wait for its end, or choose another folder with -o.") from error
    except (ImportError, OSError):
        return  # a system, or a file system, that knows no such locks
