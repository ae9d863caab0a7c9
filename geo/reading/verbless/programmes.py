"""Read stops that are told in a row of places and days, without a verb: "Oban on the 9th, Ullapool on the 10th and Stornoway on the 12th".

Such words name no traveller. They belong to whoever was last said to travel.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from geo.model import Claim, PlaceRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from geo.model import Resolution, When
    from geo.reading.frames.facts import PassageFacts
    from geo.reading.parsing.passages import Passage
    from geo.reading.travel_words.predicates import Predicate
    from geo.reading.travellers.actors import Actor

__all__ = ["DatedPlace", "Read", "dated_rows", "day_beside", "heads_line", "read_rows"]

#: What may stand between a dated place and the next: "X on the 9th, Y on the 10th and then Z on the 12th".
_BETWEEN = re.compile(r"\)?\s*(?:[,;]|and|,\s*and|then|,\s*then|,?\s*and then)\s*")
#: What stands before an item of a programme: its hour.
_HOUR = re.compile(r"(?:\W|\b\d+(?:[.:h]\d+)*+(?:am|pm|hrs?|h)?\b|\b(?:am?|pm?|m|hours|hrs?|local|time|noon)\b)*+", re.IGNORECASE)
_BEFORE_PLACE = re.compile(r"\s+(?:at|in)\s+")
_NEAR = 20
_BEFORE_DATE = re.compile(r"\s*,?\s*(?:on|in|from)?\s*(?:the\s+)?\(?")


class Read(NamedTuple):
    """A claim, who made the movement, and its word of travel."""

    claim: Claim
    actor: Actor
    token: Token


class DatedPlace(NamedTuple):
    """A place told with its day, by the token that heads it."""

    token: Token
    resolution: Resolution
    when: When


def heads_line(predicate: Predicate, passage: Passage) -> bool:
    """Tell whether a word of travel is the first of an item of a programme, behind its hour: "16.45: Arrival at Agra", "7.30 pm Depart for Delhi"."""
    before = passage.doc.text[: predicate.token.idx]
    bare = predicate.token.pos_ in ("NOUN", "PROPN") or predicate.token.tag_ in ("VB", "VBP", "VBZ")
    return bare and any(c.isdigit() for c in before) and _HOUR.fullmatch(before) is not None


def dated_rows(facts: PassageFacts) -> list[DatedPlace]:
    """Find the places of a passage that are told in a row, two or more, each with its day."""
    text, doc = facts.passage.article.text, facts.passage.doc
    places = [i for i in facts.places if i in facts.member_of and i not in facts.inside]
    marks = sorted(
        [(facts.places[i].mention.quote.start, facts.places[i].mention.quote.end, i, True) for i in places]
        + [(w.words.start, w.words.end, i, False) for i, w in facts.whens.items()]
    )
    found: list[DatedPlace] = []
    row: list[DatedPlace] = []
    last_end = -1
    for (start, end, place, is_place), (day_start, day_end, day, is_day) in pairwise(marks):
        if not is_place or is_day or not _BEFORE_DATE.fullmatch(text, end, day_start):
            continue
        if row and not _BETWEEN.fullmatch(text, last_end, start):
            found += row if len(row) > 1 else []
            row = []
        row.append(DatedPlace(doc[place], facts.places[place], facts.whens[day]))
        last_end = day_end
    return found + (row if len(row) > 1 else [])


def day_beside(place: Resolution, facts: PassageFacts, *, behind: bool) -> When | None:
    """Find the day that stands right behind a place, "to Lima from 6 to 8 May, then Quito", or before it: "Monday in Lille and Tuesday in Ghent"."""
    text, quote = facts.passage.article.text, place.mention.quote
    if behind:
        return next((w for w in facts.whens.values() if _is_between(text, quote.end, w.words.start, _BEFORE_DATE)), None)
    return next((w for w in facts.whens.values() if _is_between(text, w.words.end, quote.start, _BEFORE_PLACE)), None)


def _is_between(text: str, start: int, end: int, words: re.Pattern[str]) -> bool:
    return 0 <= end - start <= _NEAR and words.fullmatch(text, start, end) is not None


def read_rows(facts: PassageFacts, read: Sequence[Read], latest: Actor | None) -> list[Read]:
    """Read the rows of dated places that no word of travel has taken: "three shows in Scotland: Oban on the 9th, Ullapool on the 10th".

    Parameters
    ----------
    facts
        The passage.
    read
        What its words of travel gave: the last before a row says how certain the row is.
    latest
        Who was said to travel last.

    Returns
    -------
    list of Read
        A stay for each place; none where nobody was said to travel.
    """
    passage = facts.passage
    taken = {
        p.resolution.mention.quote for r in read if r.claim.when is not None or r.claim.act != "meet" for p in r.claim.places
    }
    found: list[Read] = []
    for row in dated_rows(facts):
        before = [r for r in read if r.token.i < row.token.i and r.token.sent == row.token.sent]
        if latest is None or row.resolution.mention.kind != "place" or row.resolution.mention.quote in taken:
            continue
        told = before[-1].claim if before else None
        published = passage.article.published
        coming = published is not None and row.when.start > published
        claim = Claim(
            id=f"{passage.article.id}:{passage.offset(row.token)}:stay:row", traveller=latest.name, act="stay",
            places=(PlaceRole("at", row.resolution),), quote=passage.sentence_quote(row.token),
            status=told.status if told else "planned" if coming else "happened", cue=told.cue if told else None, when=row.when,
            attribution=told.attribution if told else (),
        )  # fmt: skip
        found.append(Read(claim, latest, row.token))
    return found
