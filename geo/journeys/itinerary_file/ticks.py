"""Ticks carried from a check sheet into an itinerary file: lines of ``checked: true``, and not a character else."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer.errors import InputError
from geo.files import write_text_whole
from geo.journeys.itinerary_file.itinerary import parse_itinerary
from geo.journeys.itinerary_file.yaml_tree import read_tree

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from geo.journeys.itinerary_file.yaml_tree import Node
    from geo.model import Itinerary

__all__ = ["carry_ticks", "read_ticks"]

_LARGEST_BYTES = 5_000_000
_NO_TICKS = "these are no ticks; give the file that the check sheet saved."
_ITEM = re.compile(r"( *- )\S")
_CHECKED = re.compile(r" *checked: *\S+")


def read_ticks(path: str | os.PathLike[str]) -> frozenset[str]:
    """Read the ticks that a check sheet saved: the ids of the claims that were ticked.

    Raises
    ------
    InputError
        If the file can't be read or holds something else.
    """
    path = Path(path)
    try:
        if path.stat().st_size > _LARGEST_BYTES:
            raise InputError(f"{path}: this is too large to be ticks; give the file that the check sheet saved.")
        held = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"{path}: can't be read ({error.strerror}); check the name.") from error
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise InputError(f"{path}: {_NO_TICKS}") from error
    ticks = held.get("checked") if isinstance(held, dict) else None
    if not isinstance(ticks, list) or not all(isinstance(claim, str) for claim in ticks):
        raise InputError(f"{path}: {_NO_TICKS}")
    return frozenset(ticks)


def carry_ticks(path: str | os.PathLike[str], ticks: AbstractSet[str]) -> Itinerary:
    """Mark the claims of these ids as checked in an itinerary file; an older tick stays.

    Returns
    -------
    Itinerary
        What the file says now.

    Raises
    ------
    InputError
        If the file has no such claim, or is written in a form in which its lines can't be found.
    OutputError
        If it can't be written.
    """
    path = Path(path)
    text = path.read_text(encoding="utf-8-sig")
    before = parse_itinerary(text, path.name)
    unknown = sorted(ticks - {claim.id for claim in before.claims})
    if unknown:
        raise InputError(
            f"{path}: it has no claim '{unknown[0]}'; the check sheet was made of another itinerary, or of an older reading."
        )
    claims = tuple(replace(claim, checked=claim.checked or claim.id in ticks) for claim in before.claims)
    lines = text.splitlines(keepends=True)
    for line in sorted(_lines_of(read_tree(text, path.name), ticks), reverse=True):
        _tick(lines, line)
    ticked = "".join(lines)
    after = replace(before, claims=claims)
    if parse_itinerary(ticked, path.name) != after:
        raise InputError(f"{path}: the claims can't be found in it; let each begin on a line of its own, after a dash.")
    write_text_whole(path, ticked)
    return after


def _lines_of(tree: Node, ticks: AbstractSet[str]) -> Iterator[int]:
    """Give the line, from 1, on which each claim begins."""
    assert isinstance(tree.value, dict), "it was parsed before"
    claims = tree.value["claims"].value if "claims" in tree.value else []
    for claim in claims:
        assert not isinstance(claim, str)
        if isinstance(claim.value, dict) and claim.value["id"].value in ticks:
            yield claim.line


def _tick(lines: list[str], line: int) -> None:
    """Set the tick of the claim that begins on a line, as a line of its own below the first."""
    item = _ITEM.match(lines[line - 1])
    if item is None:
        return
    indent = " " * len(item[1])
    rest = line
    while rest < len(lines) and lines[rest].startswith(indent):
        if _CHECKED.match(lines[rest]) and lines[rest].startswith(f"{indent}checked:"):
            del lines[rest]
        else:
            rest += 1
    lines.insert(line, f"{indent}checked: true\n")
