"""The manifest of an archive: what it was made of, with what, what is in it, and what is not, as ``manifest.json`` in its folder."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from gazetteer.errors import InputError
from geo.corpus.shards import Fault
from geo.corpus.storage import read_whole, write_whole
from geo.corpus.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.corpus.edition import Edition

__all__ = ["Manifest", "check_same_archive", "load_manifest", "write_manifest"]

_NAME = "manifest.json"
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a run leaves behind.

    Attributes
    ----------
    inputs
        As the user typed them.
    edition
        Versions and digests, as `Edition.described` gives them.
    complete
        Whether every shard has been tried; a run that was stopped leaves False.
    shards
        How many there are, and how many could not be done.
    rows
        By table; those of ``articles`` include the ones set aside.
    set_aside
        Articles, and shards or files that could not be read at all, each with its reason.
    """

    inputs: tuple[str, ...]
    edition: Mapping[str, Any]
    complete: bool = False
    shards: int = 0
    failed: int = 0
    rows: Mapping[str, int] = field(default_factory=lambda: dict.fromkeys(TABLES, 0))
    set_aside: tuple[Fault, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether every article was read."""
        return self.complete and not self.set_aside


def write_manifest(folder: str, manifest: Manifest) -> None:
    """Write ``manifest.json``; raises OutputError."""
    content = {
        "format": _FORMAT,
        "complete": manifest.complete,
        "inputs": manifest.inputs,
        "made_with": dict(manifest.edition),
        "shards": {"all": manifest.shards, "failed": manifest.failed},
        "rows": dict(manifest.rows),
        "set_aside": [{"name": fault.name, "reason": fault.reason} for fault in manifest.set_aside],
    }
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    write_whole(f"{folder.rstrip('/')}/{_NAME}", text.encode("utf-8", "backslashreplace"))


def load_manifest(folder: str) -> Manifest | None:
    """Load ``manifest.json``; None if the folder has none.

    Raises
    ------
    InputError
        It is damaged, or from a newer Dateline.
    """
    path = f"{folder.rstrip('/')}/{_NAME}"
    data = read_whole(path)
    if data is None:
        return None
    try:
        content = json.loads(data)
        if content["format"] != _FORMAT:
            raise InputError(
                f"{path} has format {content['format']}, and this Dateline reads format {_FORMAT}; install a newer one."
            )
        return Manifest(
            tuple(content["inputs"]), dict(content["made_with"]), content["complete"],
            content["shards"]["all"], content["shards"]["failed"],
            content["rows"], tuple(Fault(**fault) for fault in content["set_aside"]),
        )  # fmt: skip
    except (ValueError, KeyError, TypeError) as error:
        if isinstance(error, InputError):
            raise
        raise InputError(f"{path} is damaged; remove it, and run the command again: the parts are kept.") from error


def check_same_archive(folder: str, inputs: Sequence[str], edition: Edition) -> None:
    """Refuse to turn one archive into another, for that would remove what is no longer asked for.

    Raises
    ------
    InputError
        The folder was made from an input that is not given now, or has claims that are not asked for now.
    """
    before = load_manifest(folder)
    if before is None:
        return
    missing = [name for name in before.inputs if name not in inputs]
    if missing:
        raise InputError(
            f"{folder} was made from {', '.join(missing)} too; give that again beside the rest, or choose another folder with -o."
        )
    if edition.mentions_only and not before.edition.get("mentions_only"):
        raise InputError(f"{folder} has claims and journeys, which --mentions-only would remove; choose another folder with -o.")
