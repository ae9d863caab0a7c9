"""What became of a person's decisions at a later reading, in words: a sentence each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.journeys.itinerary_file.carried import Carried

__all__ = ["carried_words"]

_LONGEST = 60
_SHOWN = {"none": "not shown", "area": "shown only as its region", "exact": "shown as it is"}
_FIELDS = {"arrive": "arrival", "depart": "departure", "when": "time"}


def carried_words(carried: Carried, source: Callable[[Carried], str]) -> str:
    """Say what became of one decision; ``source`` names who tells it now, in brackets."""
    name = carried.name if len(carried.name) <= _LONGEST else f"{carried.name[: _LONGEST - 1]}…"
    name = f"“{name}”" if carried.role == "claim" else name
    return f"{name}: {_WORDS[carried.outcome](carried, _now_told(carried, source(carried)))}"


def _kept(carried: Carried, now: str) -> str:
    if carried.decision == "corrected":
        field = _FIELDS.get(carried.field, carried.field)
        return f"{field} stays {_plain(carried.value) or 'empty'} as corrected, {now}"
    if carried.decision == "added":
        return f"you put it in, {now}"
    if carried.role == "journey":
        return f"this journey is still removed, {now}"
    return f"still {_decided(carried)}, {now}"


def _also(carried: Carried, now: str) -> str:
    if carried.role == "journey":
        return f"this journey is {_decided(carried)} as well, because all others of this traveller are"
    back = "removed" if carried.decision == "removed" else "safety"
    return f"{_decided(carried)} here as well, {now}; if it is another stop, write what holds for it in place of '{back}'"


def _fell(_: Carried, now: str) -> str:
    return f"not checked any more, because what it stands on has changed, {now}"


def _untold(carried: Carried, _: str) -> str:
    if carried.decision == "corrected":
        return "stays as you corrected it, though no article tells of it any more"
    if carried.decision == "checked":
        return "you had checked it, and no article tells of it any more"
    what = "your note" if carried.decision == "note" else f"your decision: {_decided(carried)}"
    return f"no article tells of it any more; it is not drawn, and stays in the file with {what}"


_WORDS = {"kept": _kept, "also": _also, "fell": _fell, "untold": _untold}


def _decided(carried: Carried) -> str:
    safety = carried.safety
    if carried.decision != "safety" or safety is None:
        return "removed"
    return f"{_SHOWN[safety.show]} ({safety.by}: {safety.reason})"


def _now_told(carried: Carried, source: str) -> str:
    told = _plain(carried.told)
    if carried.role == "journey" and carried.decision == "removed":
        return f"now told to have been in {told} too{source}"
    if carried.decision == "corrected":
        return f"now told as {told or 'nothing'}{source}"
    if not told or carried.told == carried.before:
        return f"now told in other words{source}"
    return f"now told as {told}{source}"


def _plain(value: str) -> str:
    return value.replace("_", " ")
