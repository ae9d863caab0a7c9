"""Make the claims of a traveller from a word of travel: one, one for each day, or the way there and the way back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.model import Claim
from geo.reading.claiming.frame import Frame, act_of, best_when, places_of, support_quote
from geo.reading.factuality.earlier_trips import is_old, was_last_time
from geo.reading.factuality.sources import attribute
from geo.reading.frames.sequence import is_return, told_sequence
from geo.reading.parsing.lemmas import lemma_of
from geo.reading.text.slugs import slug
from geo.reading.travel_words.words import DIVERTING
from geo.reading.travellers.companions import find_companions
from geo.reading.verbless.programmes import Read, dated_rows, day_beside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from geo.model import Act, Quote, Status, When
    from geo.reading.factuality.certainty import Certainty
    from geo.reading.travellers.actors import Actor
    from geo.reading.travellers.cast import Cast

__all__ = ["claim_id", "diverted", "make_claims"]

_REAL = ("happened", "under_way")


def make_claims(frame: Frame, actor: Actor, actors: Sequence[Actor], certainty: Certainty, cast: Cast) -> list[Claim]:
    """Make the claims of one traveller: one, or one for each day where places and days are told in step."""
    predicate, passage = frame.predicate, frame.facts.passage
    met = [n for t in find_companions(predicate) if (n := cast.label(t, passage))] if predicate.act == "meet" else []
    others = tuple(dict.fromkeys(n for n in (*(a.name for a in actors), *met) if n != actor.name))
    cue = passage.quote(certainty.cue, certainty.cue) if certainty.cue is not None and certainty.status != "happened" else None
    when, act = best_when(frame), act_of(frame)
    if certainty.status in ("planned", "possible") and is_old(when, passage.article.published):  # when the plan was spoken of
        when = None
    claim = Claim(
        id=claim_id(frame, act, actor), traveller=actor.name, act=act, places=places_of(frame, act), quote=support_quote(frame),
        status=certainty.status, cue=cue, when=when, mode=frame.slots.mode if frame.slots.mode != "unknown" else actor.mode,
        attribution=attribute(predicate.token, passage), companions=others, background=_is_background(frame, certainty, when),
        sequence=told_sequence(predicate), returning=is_return(predicate),
    )  # fmt: skip
    return _in_step(claim, frame, certainty) or _turned_from(claim, frame) or _there_and_back(claim)


def _turned_from(claim: Claim, frame: Frame) -> list[Claim]:
    """Of a flight "diverted from X to Y" two claims: that Y was reached, and that X, for which it was bound, was not; empty where no such thing is told."""
    token = frame.predicate.token
    bound = tuple(replace(p, role="to") for p in claim.places if p.role == "from")
    rest = tuple(p for p in claim.places if p.role != "from")
    # Who hijacks a plane from X has been there; so has a train that is diverted from it.
    flown = claim.mode == "plane" and not any(t.lower_ == "where" for t in token.subtree)
    if lemma_of(token) not in DIVERTING - {"hijack"} or not flown or not bound or not rest or claim.status == "denied":
        return []
    cue = frame.facts.passage.quote(token, token)
    never = replace(claim, id=f"{claim.id}:away", places=bound, status="denied", cue=cue, when=None, returning=False)
    return [replace(claim, places=rest), never]


def _there_and_back(claim: Claim) -> list[Claim]:
    """A claim, or two where it comes back to a place that it named before: "flew from X to Y and back to X"."""
    *before, last = [p.resolution.place for p in claim.places] or [None]
    same = [place is not None and last is not None and place.id == last.id for place in before]
    if not any(same[:-1]) or same[-1]:
        return [claim]
    way_back = (replace(claim.places[-2], role="from"), replace(claim.places[-1], role="to"))
    back = replace(claim, id=f"{claim.id}:back", places=way_back, returning=True)
    return [replace(claim, places=claim.places[:-1]), back]


def _in_step(claim: Claim, frame: Frame, certainty: Certainty) -> list[Claim]:
    """ "To X on Tuesday and Y on Thursday": a claim for each place with its day; empty where the days are not told so.

    "To X on Tuesday and then Y" says nothing of when the second is reached.
    """
    days: dict[Quote, When | None] = {row.resolution.mention.quote: row.when for row in dated_rows(frame.facts)}
    goals = [p.resolution for p in claim.places if p.role in ("to", "at")]
    before = {r.mention.quote: day_beside(r, frame.facts, behind=False) for r in goals}
    behind = {r.mention.quote: day_beside(r, frame.facts, behind=True) for r in goals}
    if len(goals) > 1 and all(before.values()):
        days = before  # "will spend Monday in X and Tuesday in Y"
    elif goals and _is_own_day(behind[goals[0].mention.quote]):
        days = {**behind, **days}
    ends = [p for p in claim.places if p.role in ("to", "at") and p.resolution.mention.quote in days]
    rest = tuple(p for p in claim.places if p not in ends)
    if len(ends) < 2 or {p.role for p in ends} & {p.role for p in rest}:
        return []
    starts = {p.resolution.place.id for p in rest if p.role == "from" and p.resolution.place is not None}
    found: list[Claim] = []
    for number, end in enumerate(ends):
        when, place = days[end.resolution.mention.quote], end.resolution.place
        back = claim.returning or (
            number > 0 and place is not None and place.id in starts
        )  # "to X on Monday and back on Tuesday"
        part = replace(claim, places=(*rest, end) if number == 0 else (end,), when=when, returning=back)
        found.append(
            replace(part, id=f"{claim.id}:{number}" if number else claim.id, background=_is_background(frame, certainty, when))
        )
    return found


def _is_own_day(when: When | None) -> bool:
    """Whether a time is that of one place, and not of all that are told behind it: "will tour X in June, with stops in Y"."""
    return when is not None and when.precision in ("part", "day", "range")


def diverted(frame: Frame, actor: Actor, certainty: Certainty, turn: Token) -> list[Read]:
    """Make two claims of a diverted movement: its departure, as certain as it is told, and the destination, which was not reached."""
    passage, token = frame.facts.passage, frame.predicate.token
    places, when = places_of(frame, frame.predicate.act), best_when(frame)
    whole = Claim(
        id="", traveller=actor.name, act="travel", places=(), quote=support_quote(frame), status="denied", cue=passage.quote(turn, turn),
        mode=frame.slots.mode if frame.slots.mode != "unknown" else actor.mode, attribution=attribute(token, passage),
        background=certainty.earlier or is_old(when, passage.article.published),
    )  # fmt: skip
    left: Status = "happened" if certainty.status == "under_way" else certainty.status
    parts = (
        replace(whole, act="depart", status=left, cue=None, when=when, places=tuple(p for p in places if p.role == "from")),
        replace(whole, places=tuple(p for p in places if p.role != "from")),
    )
    return [Read(replace(c, id=claim_id(frame, c.act, actor)), actor, token) for c in parts if c.places]


def _is_background(frame: Frame, certainty: Certainty, when: When | None) -> bool:
    old = is_old(when, frame.facts.passage.article.published)
    earlier = certainty.earlier and (when is None or old or when.precision == "year" or was_last_time(frame.predicate.clause))
    return earlier or (certainty.status in _REAL and old)


def claim_id(frame: Frame, act: Act, actor: Actor) -> str:
    """Return the id of a claim: its article, where its word of travel stands there, the act and whose it is."""
    passage = frame.facts.passage
    return f"{passage.article.id}:{passage.offset(frame.predicate.token)}:{act}:{slug(actor.name)}"
