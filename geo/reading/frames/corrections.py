"""Find where a sentence says that somebody went instead of where he did not: "did not fly to X but to Y", "never went to X, only to Y"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.reading.vocabulary.prepositions import AT, TO

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.reading.frames.slots import Slots

__all__ = ["part_correction"]

#: Words that set an end against the one denied before it.
_BUT = frozenset({"but", "only"})
#: Words that may stand between them and it.
_BETWEEN = frozenset({"directly", "instead", "on", "rather", "straight"})


def part_correction(slots: Slots) -> tuple[Slots, Slots] | None:
    """Part the slots of a movement that is denied: what is denied of it, and what is said instead; None where nothing is."""
    instead = [p for p in slots.places if p[0] in ("at", "to") and _is_set_against(p[2])]
    denied = [p for p in slots.places if p[0] in ("at", "to") and p not in instead]
    if not instead or not denied or denied[0][2].i > instead[0][2].i:
        return None
    others = [p for p in slots.places if p[0] not in ("at", "to")]
    return replace(slots, places=denied, whens=[]), replace(slots, places=[*others, *instead])


def _is_set_against(place: Token) -> bool:
    doc, before = place.doc, place.left_edge.i - 1
    if before > 0 and doc[before].lower_ in (*TO, *AT):
        before -= 1
    while before > 0 and doc[before].lower_ in _BETWEEN:
        before -= 1
    return before > 0 and doc[before].lower_ in _BUT
