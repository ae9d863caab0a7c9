"""Writing a text file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from gazetteer.errors import OutputError

__all__ = ["write_text_whole"]


def write_text_whole(path: str | os.PathLike[str], text: str) -> Path:
    """Write ``text`` as UTF-8 with Unix line ends, so that a crash leaves an older file as it was.

    The text goes to a temporary file in the same folder, which then takes the name; so other programs see the old file or the new
    one, never a part.

    Raises
    ------
    OutputError
        If the folder is missing or can't be written to, or ``path`` is a folder.
    """
    target = Path(path)
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        # mkstemp makes files that only their owner may read; a map is meant to be passed round the desk.
        os.chmod(temporary, _usual_mode(target))  # noqa: PTH101
        os.replace(temporary, target)  # noqa: PTH105
        temporary = ""
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"{target}: can't be written ({reason}); choose another folder, or free this one.") from error
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
    return target


def _usual_mode(target: Path) -> int:
    """Give the mode of the file that is replaced, else what the user's umask gives a new file."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
