"""Tell a name that is a place's elsewhere, and where it stands that of a month, of somebody's kin or of an office."""

from __future__ import annotations

import re
from typing import Final

from geo.reading.text.beside import word_before
from geo.reading.times.date_words import MONTHS
from geo.reading.vocabulary.persons import KIN

__all__ = ["is_body", "is_kin", "is_month", "is_office"]

#: Bodies whose letters are those of towns.
_BODIES: Final = frozenset({"A.U.", "E.U.", "U.N."})
_MONTHS: Final = "|".join(MONTHS)
_MONTH_BEHIND: Final = re.compile(rf"(?:\s*,\s*|,?\s+(?:and|or|to)\s+)(?:{_MONTHS})\b")
_MONTH_BEFORE: Final = re.compile(rf"\b(?:{_MONTHS})(?:\s*,\s*|,?\s+(?:and|or|to)\s+)$")
_IN_MONTH: Final = re.compile(r"\b(?:by|during|early|in|last|late|next|since|this|until)\s+$", re.IGNORECASE)
#: What tells that a town is meant: its state, or a day.
_IN_PLACE: Final = re.compile(r"(?:,| on)\s+[A-Z]")
#: How far back, in characters, the words stand that a name hangs on.
_REACH: Final = 40
_WHOSE: Final = re.compile(r"\b(?:his|her|their|my|our|your|whose|\w+['’]s?)\s+(?:[\w-]+\s+)?[a-z]+,?\s+$")
_IN_OFFICE: Final = re.compile(r"\b(?:entered|entering|leaving|left|quit|quitting)\s+(?:the\s+)?(?:No\.?\s+)?$")
#: What stands behind the building where somebody only came into its office, or out of it: "left Downing Street in 2019".
_ENDS: Final = re.compile(r"\s*(?:[.,;)]|$|(?:as|in|last|after|amid|before|because|following|when|with)\s)")
_IN_PERSON: Final = re.compile(
    r"\s*(?:,\s*)?(?:after|before|following|in)\s+(?:(?:his|her|their|a|an|the)\s+)?(?:car|hour|meeting|minute|motorcade|talks)"
)


def is_body(name: str) -> bool:
    """Tell whether a name is that of a body of many states, with its article or without: "A U.N. team"."""
    return name.removeprefix("A ") in _BODIES


def is_month(text: str, start: int, end: int) -> bool:
    """Tell whether a name is that of a month, told with another or behind a word of time: "in May, June and September", "had met in August"."""
    if text[start:end] not in MONTHS:
        return False
    if _IN_MONTH.search(text, max(0, start - _REACH), start) is not None:
        return _IN_PLACE.match(text, end) is None or _MONTH_BEHIND.match(text, end) is not None
    return _MONTH_BEHIND.match(text, end) is not None or _MONTH_BEFORE.search(text, max(0, start - _REACH), start) is not None


def is_kin(text: str, start: int) -> bool:
    """Tell whether a name is that of somebody's kin: "visited his wife Florence", "her son, Austin, was there"."""
    word = word_before(text, start).rstrip(",")
    kin = word in KIN or (word.endswith("s") and word[:-1] in KIN)
    return kin and _WHOSE.search(text, max(0, start - _REACH), start) is not None


def is_office(text: str, start: int, end: int) -> bool:
    """Tell whether a seat of government that is entered or left is the office held there: "had no regrets since leaving Downing Street"."""
    if _IN_OFFICE.search(text, max(0, start - _REACH), start) is None or _ENDS.match(text, end) is None:
        return False
    return _IN_PERSON.match(text, end) is None
