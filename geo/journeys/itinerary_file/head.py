"""The head of an itinerary file, who signed it and what was published, written anew while every other line stays as a person left it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer.errors import InputError
from geo.files import write_text_whole
from geo.journeys.itinerary_file.desk_values import record_fields, review_fields
from geo.journeys.itinerary_file.itinerary import parse_itinerary
from geo.journeys.itinerary_file.values import present
from geo.journeys.itinerary_file.yaml_text import to_yaml

if TYPE_CHECKING:
    import os

    from geo.model import Itinerary

__all__ = ["with_head", "write_head"]

#: A member of the head: its line, and those below that are indented or empty.
_MEMBER = r"^{name}:.*\n(?:[ \t]+.*\n|\n(?=[ \t]))*"
_VERSION = re.compile(r"^dateline:.*\n", re.MULTILINE)
_NOTE = re.compile(r"^ +note:.*\n", re.MULTILINE)


def write_head(itinerary: Itinerary, path: str | os.PathLike[str]) -> None:
    """Write the signature and the record of an itinerary into its file.

    Parameters
    ----------
    itinerary
        As `load_itinerary` gave it, with another review or record.
    path
        Its file.

    Raises
    ------
    InputError
        If the head of the file was rearranged so that it can't be found.
    OutputError
        If the file can't be written.
    """
    write_text_whole(path, with_head(itinerary, path))


def with_head(itinerary: Itinerary, path: str | os.PathLike[str]) -> str:
    """Return the text of an itinerary's file with its signature and record, as `write_head` writes it."""
    path = Path(path)
    text = path.read_text(encoding="utf-8-sig")
    note = _NOTE.search(_member("review", text))
    for name in ("review", "publication"):
        text = text.replace(_member(name, text), "", 1)
    record = present({"publication": record_fields(itinerary.record)})
    head = (
        to_yaml({"review": review_fields(itinerary.review)}, {})
        + (note.group() if note else "")
        + (to_yaml(record, {}) if record else "")
    )
    text, found = _VERSION.subn(lambda line: line.group() + head, text, count=1)
    if not found or parse_itinerary(text, path.name) != itinerary:
        raise InputError(f"{path}: its head can't be found; let 'dateline: 1' stand on a line of its own, and 'review:' too.")
    return text


def _member(name: str, text: str) -> str:
    found = re.search(_MEMBER.format(name=name), text, re.MULTILINE)
    return found.group() if found else ""
