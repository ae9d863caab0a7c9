"""The published evidence of a stop, leg, meeting or mention: short exact passages, and who says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from geo.model import Quote
from geo.passages import cut_passage, long_enough, mention_passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from geo.model import Claim, ConflictValue, Itinerary, Mention, Source

__all__ = ["conflict_quote", "evidence_of_claims", "evidence_of_mention", "sources_of"]

#: A claim's id begins with its article and the offset of its movement word.
_MOVEMENT = re.compile(r"[^:]+:(\d+)\b")


def evidence_of_claims(claims: Iterable[str], itinerary: Itinerary, places: AbstractSet[str]) -> list[dict[str, Any]]:
    """Build the evidence of an element that stands on these claims and these places (their ids), each passage once.

    Returns
    -------
    list of dict
        ``quote``, ``article``, ``start``, ``end`` (offsets into the article's text, in characters) and ``attribution``, a list of
        ``{name, kind}`` from the outlet to the origin; ``basis`` is ``inferred`` where the passage names the place and does not tell of the
        stop, and else left out. ``quote`` is left out where no words are published, and so are the offsets where
        they would lead to a place that is held back.
    """
    evidence: dict[str, dict[str, Any]] = {}
    known = {claim.id: claim for claim in itinerary.claims}
    for claim in (known[name] for name in claims):
        passage = _shown(long_enough(claim.quote, itinerary), _what_matters(claim, places), itinerary)
        inferred = {"basis": claim.basis} if claim.basis == "inferred" else {}
        shown = {**_placed(passage), "attribution": sources_of(claim.attribution), **inferred}
        evidence.setdefault(repr(shown), shown)
    return list(evidence.values())


def evidence_of_mention(mention: Mention, itinerary: Itinerary) -> list[dict[str, Any]]:
    """Build the evidence of a place that is only mentioned: the words around its name."""
    passage = mention_passage(mention, itinerary) or mention.quote
    return [{**_placed(_shown(passage, [mention.quote], itinerary)), "attribution": []}]


def conflict_quote(side: ConflictValue, itinerary: Itinerary) -> dict[str, Any]:
    """Build the passage of one side of a conflict, cut around the words that it differs in where they are the article's."""
    offset = side.quote.text.find(side.value)
    start = side.quote.start + offset
    keep = [Quote(side.quote.article, start, start + len(side.value), side.value)] if offset >= 0 else []
    return _placed(_shown(long_enough(side.quote, itinerary), keep, itinerary))


def _shown(passage: Quote, keep: Sequence[Quote], itinerary: Itinerary) -> Quote:
    """Cut a passage to what may be shown of it."""
    whole = itinerary.edition is not None and itinerary.edition.quotes == "full"
    return passage if whole else cut_passage(passage, keep)


def sources_of(attribution: Iterable[Source]) -> list[dict[str, str]]:
    """Build the published form of an attribution chain."""
    return [{"name": source.name, "kind": source.kind} for source in attribution]


def _what_matters(claim: Claim, places: AbstractSet[str]) -> list[Quote]:
    """List what a cut passage should hold, in order of weight: the place's name, the movement word, the cue, the rest."""
    found = [(part.resolution.place, part.resolution.mention.quote) for part in claim.places]
    here = [quote for place, quote in found if place and place.id in places]
    movement = _MOVEMENT.match(claim.id)
    word = [Quote(claim.quote.article, int(movement[1]), int(movement[1]) + 1, "")] if movement else []
    cue = [claim.cue] if claim.cue else []
    return [*here[:1], *word, *cue, *here[1:], *([claim.when.words] if claim.when else []), *(quote for _, quote in found)]


def _placed(quote: Quote) -> dict[str, Any]:
    words = {"quote": quote.text} if quote.text else {}
    where = {"start": quote.start, "end": quote.end} if quote.end > quote.start else {}
    return {**words, "article": quote.article, **where}
