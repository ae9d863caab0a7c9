"""Read the entries of a diary that only name a place: "6 June. Dalanzadgad at last!", "Longyearbyen again, and a shower"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.model import NARRATOR, Claim, PlaceRole
from geo.reading.travellers.actors import Actor
from geo.reading.verbless.programmes import Read

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from geo.model import When
    from geo.reading.frames.facts import PassageFacts

__all__ = ["read_entry"]

#: What may follow a place that a diary names by itself.
_ARRIVED = frozenset(
    {"again", "at", "by", "before", "after", "in", "till", "until", "late", "last", "early", "about", "around", "near", "towards"}
)
_ENDS = frozenset({".", "!", ",", ";", "-", "–"})


def read_entry(facts: PassageFacts, heading: When | None) -> list[Read]:
    """Read the sentences of a diary's entry that begin with a place and have no verb of their own.

    Parameters
    ----------
    facts
        A passage of a diary.
    heading
        The day that heads the entry.

    Returns
    -------
    list of Read
        A stay of the narrator for each.
    """
    if heading is None:
        return []
    found: list[Read] = []
    for sentence in facts.passage.doc.sents:
        place = _named(sentence, facts)
        if place is not None:
            passage = facts.passage
            claim = Claim(
                id=f"{passage.article.id}:{passage.offset(place)}:stay:entry", traveller=NARRATOR, act="arrive",
                places=(PlaceRole("to", facts.places[place.i]),), quote=passage.sentence_quote(place), status="happened", when=heading,
            )  # fmt: skip
            found.append(Read(claim, Actor(NARRATOR, "person", named=True), place))
    return found


def _named(sentence: Span, facts: PassageFacts) -> Token | None:
    """The place with which a sentence without a verb begins."""
    words = [t for t in sentence if not t.is_space]
    if not words or any(t.pos_ in ("VERB", "AUX") and t.tag_ != "VBG" for t in words):
        return None
    root = facts.member_of.get(words[0].i)
    if root is None or facts.places[root].mention.kind != "place" or facts.places[root].place is None:
        return None
    rest = [t for t in words if facts.member_of.get(t.i) != root]
    return facts.passage.doc[root] if rest and (rest[0].lower_ in _ARRIVED or rest[0].text in _ENDS) else None
