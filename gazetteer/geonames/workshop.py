"""The folder in which a gazetteer is built step by step: what is done stays done, whatever happens to the process."""

from __future__ import annotations

import json
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from gazetteer.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

__all__ = ["Workshop"]

_KEY = "made-for.json"
_SCRATCH = ".unfinished"


class Workshop:
    """A folder of finished steps, each a folder of files that appears whole or not at all.

    Parameters
    ----------
    folder
        Made if missing. What it holds of a build from other files is thrown away.
    key
        What the build depends on: its input files and the code's own format.

    Raises
    ------
    OutputError
        If the folder can't be made.
    """

    def __init__(self, folder: Path, key: Sequence[Any]) -> None:
        self.folder = folder
        text = json.dumps(key)
        with self._writing():
            if not _holds(folder / _KEY, text):
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir(parents=True)
                (folder / _KEY).write_text(text, encoding="utf-8")

    def is_done(self, step: str) -> bool:
        """Tell whether a step is finished."""
        return (self.folder / step).is_dir()

    def path(self, step: str, name: str) -> Path:
        """Return a file of a finished step."""
        return self.folder / step / name

    def note(self, step: str) -> Any:
        """Return what was noted of a finished step."""
        return json.loads(self.path(step, "note.json").read_text(encoding="utf-8"))

    @contextmanager
    def step(self, step: str, note: Any = None) -> Iterator[Path]:
        """Yield a folder for the files of a step, which is finished when the block is left without an exception.

        Raises
        ------
        OutputError
            If a file can't be written.
        """
        scratch = self.folder / f"{step}{_SCRATCH}"
        with self._writing():
            shutil.rmtree(scratch, ignore_errors=True)
            scratch.mkdir()
            yield scratch
            (scratch / "note.json").write_text(json.dumps(note), encoding="utf-8")
            scratch.replace(self.folder / step)

    def clear(self) -> None:
        """Throw everything away."""
        shutil.rmtree(self.folder, ignore_errors=True)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise OutputError(
                f"{self.folder} can't be written to ({error.strerror or error}): make room or choose another place with -o; "
                "what is done is kept there, and the same command goes on."
            ) from error


def _holds(path: Path, text: str) -> bool:
    try:
        return path.read_text(encoding="utf-8") == text
    except OSError:
        return False
