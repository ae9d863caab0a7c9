"""A run's diary: one JSON object a line, with the time, of what began, ended, died or was set aside."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import IO, TYPE_CHECKING, Any

from gazetteer.errors import OutputError

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Self

__all__ = ["Log"]


class Log:
    """A log that is appended to, line by line; without a path it forgets everything."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._file: IO[str] | None = None

    def __enter__(self) -> Self:
        if self._path is not None:
            try:
                # A file's name may be no Unicode; as a backslash and digits it is JSON nevertheless.
                self._file = self._path.open("a", encoding="utf-8", errors="backslashreplace", buffering=1)
            except OSError as error:
                raise OutputError(f"{self._path} can't be written ({error.strerror}); name another file with --log.") from error
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._file is None:
            return
        try:
            self._file.close()
        except OSError as error:  # a full disk; if a line failed by it before, that has been told
            if kind is None:
                raise self._full(error) from error

    def write(self, event: str, **about: Any) -> None:
        """Append a line; raises OutputError if the disk is full."""
        if self._file is None:
            return
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        try:
            self._file.write(json.dumps({"time": now, "event": event, **about}, ensure_ascii=False) + "\n")
        except OSError as error:
            raise self._full(error) from error

    def _full(self, error: OSError) -> OutputError:
        return OutputError(f"{self._path} can't be written ({error.strerror}); make room, and run the command again.")
