"""Read a picture's caption without a verb: "X and Y in Vladivostok, Russia, on April 25, 2019" says who was where, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.model import Claim, PlaceRole
from geo.reading.vocabulary.prepositions import THERE

if TYPE_CHECKING:
    from geo.model import Act, Resolution, When
    from geo.reading.frames.facts import PassageFacts
    from geo.reading.travellers.cast import Cast

__all__ = ["read_caption"]


def read_caption(facts: PassageFacts, cast: Cast, *, old: bool) -> list[Claim]:
    """Read the claims of a caption that names persons, a place and a day.

    Parameters
    ----------
    facts
        The caption's places and times over its parse.
    cast
        The persons of the story.
    old
        Whether that day is long past for the article.

    Returns
    -------
    list of Claim
        One for each person, a meeting where there are several; none where the caption has a verb of its own, or no day.
    """
    passage = facts.passage
    if not passage.caption or any(t.pos_ in ("VERB", "AUX") and t.dep_ == "ROOT" for t in passage.doc):
        return []
    place, when = _place(facts), _day(facts)
    persons = list(
        dict.fromkeys(n for t in passage.doc if t.pos_ == "PROPN" and t.i not in facts.member_of and (n := cast.names.of(t)))
    )
    if place is None or when is None or not persons:
        return []
    act: Act = "meet" if len(persons) > 1 else "stay"
    quote = passage.article.quote(passage.start, passage.start + len(passage.doc.text.rstrip()))
    return [
        Claim(
            id=f"{passage.article.id}:{passage.start}:{act}:{number}",
            traveller=person,
            act=act,
            places=(PlaceRole("at", place),),
            quote=quote,
            status="happened",
            when=when,
            companions=tuple(p for p in persons if p != person),
            background=old,
        )
        for number, person in enumerate(persons)
    ]


def _place(facts: PassageFacts) -> Resolution | None:
    """The one place behind "in", "at" or "near", apart from those that only say where it is."""
    doc = facts.passage.doc
    found = [
        r
        for i, r in facts.places.items()
        if i not in facts.inside and r.place is not None and r.mention.kind == "place" and doc[i].head.lower_ in THERE
    ]
    return found[0] if len(found) == 1 else None


def _day(facts: PassageFacts) -> When | None:
    days = [w for w in facts.whens.values() if w.precision in ("part", "day")]
    return days[0] if len(days) == 1 else None
