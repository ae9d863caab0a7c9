"""A file for GDAL to write: it knows only names of files, and what it makes goes to its place whole."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["scratch_file"]


@contextmanager
def scratch_file(name: str) -> Iterator[Path]:
    """Yield a path in a folder of its own that is gone at the end.

    Raises
    ------
    OutputError
        If GDAL or SQLite can't write there.
    """
    from pyogrio.errors import DataLayerError, DataSourceError

    try:
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder) / name
    except (DataLayerError, DataSourceError, sqlite3.Error, OSError) as error:
        raise OutputError(
            f"{tempfile.gettempdir()}: temporary files can't be written there ({' '.join(str(error).split())[:120]}); "
            "free some room, or let TMPDIR name another folder."
        ) from error
