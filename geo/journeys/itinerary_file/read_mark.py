"""The mark by which a later reading sees what a person changed in an element: a hash of what the reader wrote, and of each field that people correct."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["WATCHED", "corrected_fields", "is_corrected", "kept_mark", "mark_of_field", "read_mark", "without_positions"]

#: Fields of an element that are a person's, or hold elements of their own: they do not tell whether the element was corrected.
_NOT_HASHED = frozenset({"id", "read", "removed", "untold", "note", "checked", "safety", "stops", "legs", "meetings"})
#: Fields of journeys, stops, legs and meetings of which the mark tells which one was corrected.
WATCHED = ("place", "status", "arrive", "depart", "when", "mode", "participants", "traveller", "title")
#: What always follows the later reading: the words that an element stands on, and the journey that it belongs to.
_FOLLOWS = frozenset({"quote", "cue", "claims", "journey"})


def read_mark(element: Mapping[str, Any], *, watched: bool = False) -> str:
    """Hash what the reader wrote of an element: 8 hex digits that a person's correction no longer matches.

    With ``watched`` three digits follow for each field that people correct. They do not tell where in an article words stand, so that they
    stay when the article is changed elsewhere.
    """
    read = {name: value for name, value in element.items() if name not in _NOT_HASHED}
    whole = hashlib.sha256(json.dumps(read, sort_keys=True).encode()).hexdigest()[:8]
    return " ".join((whole, *(f"{name}:{_digest(read[name])}" for name in WATCHED if watched and name in read)))


def is_corrected(written: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    """Tell whether a person changed an element, by its mark and by that of what it says now."""
    return str(now["read"]).split()[0] != str(written.get("read", "")).split(" ")[0]


def corrected_fields(written: Mapping[str, Any], now: Mapping[str, Any] | None, fresh: Mapping[str, Any]) -> list[str]:
    """Name the fields of an element that a person corrected; where its mark does not tell, those in which a later reading differs from it."""
    says = now or written
    if now is not None and not is_corrected(written, now):
        return []
    watched = [name for name in WATCHED if name in says or name in _marks(written)]
    found = [name for name in watched if _marks(written) and mark_of_field(written, name) != _digest(says.get(name))]
    if found or now is None:
        return found
    others = {*says, *fresh} - _NOT_HASHED - _FOLLOWS
    return sorted(name for name in others if without_positions(says.get(name)) != without_positions(fresh.get(name)))


def mark_of_field(element: Mapping[str, Any], name: str) -> str:
    """Give what the mark of an element tells of one field as it was read; ``-`` if it was not there."""
    return _marks(element).get(name, "-")


def kept_mark(written: Mapping[str, Any], fresh: Mapping[str, Any], agreed: list[str]) -> str:
    """Give the mark of a corrected element after a later reading: what the reading ``agreed`` in stays a person's correction."""
    if not agreed or not _marks(written):
        return str(written.get("read", "") if agreed else fresh["read"])
    marks = {**_marks(fresh), **{name: mark_of_field(written, name) for name in agreed}}
    told = (f"{name}:{marks[name]}" for name in WATCHED if marks.get(name, "-") != "-")
    return " ".join((str(written["read"]).split()[0], *told))


def without_positions(value: Any) -> Any:
    """Leave out of plain values where in an article words stand."""
    if isinstance(value, dict):
        return {name: without_positions(held) for name, held in value.items() if name != "at"}
    return [without_positions(held) for held in value] if isinstance(value, list) else value


def _marks(element: Mapping[str, Any]) -> dict[str, str]:
    parts = (part.partition(":") for part in str(element.get("read", "")).split()[1:])
    return {name: mark for name, _, mark in parts}


def _digest(value: Any) -> str:
    if value in (None, "", [], {}):
        return "-"
    return hashlib.sha256(json.dumps(without_positions(value), sort_keys=True).encode()).hexdigest()[:3]
