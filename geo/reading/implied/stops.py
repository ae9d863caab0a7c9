"""Claims of stops that a story implies: whose they are, how certain, and when."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from itertools import accumulate
from typing import TYPE_CHECKING

from geo.model import CERTAINTY_RANK, MOVEMENTS, TOOK_PLACE, Claim, PlaceRole
from geo.reading.factuality.bare_tense import in_present
from geo.reading.factuality.certainty import judge
from geo.reading.factuality.sources import attribute
from geo.reading.frames.slot_times import find_whens
from geo.reading.implied.chance import StopModel
from geo.reading.implied.known import Known
from geo.reading.implied.party import Party
from geo.reading.implied.spots import find_spots
from geo.reading.travel_words.predicates import Predicate
from geo.reading.vocabulary.prepositions import FROM, TO, VIA

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from spacy.tokens import Token

    from geo.model import Act, Journey, Role, Status, Traveller
    from geo.reading.frames.facts import PassageFacts
    from geo.reading.implied.spots import Spot

__all__ = ["with_implied"]

#: From how likely a stop is taken for one.
_LEAST = 0.6
#: How a piece of news begins in a digest of many: "BEIRUT - Rescuers planned", "FREETOWN, Sierra Leone - A".
_ITEM = re.compile(r"^[A-Z]{2}[A-Z' ]+(?:, [A-Z][A-Za-z ]+)? (?:-|--|–|—) ", re.MULTILINE)


def with_implied(
    facts: Sequence[PassageFacts], told: Sequence[Claim], travellers: Iterable[Traveller], journey: Journey
) -> list[Claim]:
    """Claim the places of which no word of travel tells, where they are likely to be stops of a journey.

    Parameters
    ----------
    facts
        The passages of a story, in its order.
    told
        What its words of travel tell.
    travellers
        Who travels in it.
    journey
        What was assembled of them: the journey that the story tells most of.

    Returns
    -------
    list of Claim
        Those of the story, and each new one, ``inferred``, behind what is told before its place.
    """
    own = {name for stop in journey.stops for name in stop.claims}
    movements = [c for c in told if c.id in own and c.act in MOVEMENTS and c.places]
    if not movements or any(_is_digest(text) for text in {passage.passage.article.text for passage in facts}):
        return list(told)
    known, model = Known.of(facts, told), StopModel.bundled()
    parties = Party.of_story(facts, told, travellers, journey.traveller)
    implied = [
        claim
        for spot in find_spots(facts, parties)
        if not known.holds(spot.place)
        and not spot.is_history(known)
        and model.chance(spot.cues(known)) >= _LEAST
        and (claim := _claim(spot, movements, told, parties)) is not None
    ]
    number = {passage.passage.article.id: n for n, passage in enumerate(facts)}
    return _in_turn(told, implied, number)


def _is_digest(text: str) -> bool:
    """Whether a text is one of many pieces of news, each from a place of its own, so that none implies a stop of another's journey."""
    return len(_ITEM.findall(text)) > 2


def _in_turn(told: Sequence[Claim], implied: Sequence[Claim], number: Mapping[str, int]) -> list[Claim]:
    """Put each new claim behind all that are told before its place, by their first place; ``number`` ranks the articles."""
    starts = [min((p.resolution.mention.quote.start for p in c.places), default=c.quote.start) for c in told]
    ranked = sorted((number[c.quote.article], start, n) for n, (c, start) in enumerate(zip(told, starts, strict=True)))
    last = list(accumulate((n for _, _, n in ranked), max))
    behind: dict[int, list[Claim]] = defaultdict(list)
    for claim in implied:
        here = number[claim.quote.article], claim.places[0].resolution.mention.quote.start, len(told)
        before = bisect_right(ranked, here)
        behind[last[before - 1] if before else -1].append(claim)
    return [*behind[-1], *(c for n, claim in enumerate(told) for c in (claim, *behind[n]))]


def _claim(spot: Spot, movements: Sequence[Claim], told: Sequence[Claim], parties: Sequence[Party]) -> Claim | None:
    passage, verb = spot.facts.passage, spot.verb
    owner = _owner(spot, parties)
    traveller = owner.traveller
    if traveller != parties[0].traveller:
        movements = [c for c in told if c.traveller == traveller and c.act in MOVEMENTS and c.places]
    nearest = _beside(spot, movements)
    status, background, when, cue = nearest.status, nearest.background, None, None
    if verb is not None:
        predicate = Predicate(verb, "stay", force="attach")
        certainty = judge(predicate)
        if certainty.habitual or certainty.status == "denied" or (certainty.earlier and not nearest.background):
            return None
        if (
            _is_told_as_past(verb)
            and certainty.status == "happened"
            and owner.takes_part(verb)
            and any(c.status in TOOK_PLACE for c in movements)
        ):
            nearest = _beside(spot, [c for c in movements if c.status in TOOK_PLACE])
            status, background = nearest.status, nearest.background  # what befell them is no plan, whatever is told beside it
        status = max(certainty.status, status, key=_weakness)
        when = next(iter(find_whens(predicate, spot.facts)), None)
        background = certainty.earlier and when is None
        if certainty.cue is not None and status == certainty.status != "happened":
            cue = passage.quote(certainty.cue, certainty.cue)
    act, role = _part(spot.preposition)
    if status in TOOK_PLACE and (verb is None or in_present(verb)):
        status, cue = "possible", None  # "16-20 July: the second show, in X": nothing says that it is over
    if status in TOOK_PLACE and role == "to" and verb is not None and verb.i not in spot.facts.predicates:
        status, cue = "planned", None  # "a course was set for X": where it leads to, and not that anybody came there
    return Claim(
        id=f"{passage.article.id}:{passage.offset(spot.token)}:{act}:inferred", traveller=traveller, act=act,
        places=(PlaceRole(role, spot.resolution),), quote=passage.sentence_quote(spot.token), status=status, cue=cue, when=when,
        attribution=attribute(verb if verb is not None else spot.token, passage), background=background, basis="inferred",
    )  # fmt: skip


def _is_told_as_past(verb: Token) -> bool:
    """Whether a verb is a plain past: "stole", "was stolen"."""
    return verb.tag_ == "VBD" or (
        verb.tag_ == "VBN" and any(c.lower_ in ("was", "were") for c in verb.children if c.dep_ == "auxpass")
    )


def _owner(spot: Spot, parties: Sequence[Party]) -> Party:
    """Whose stop a spot is: the foremost party's, unless its clause tells of another one of the story alone."""
    verb = spot.verb
    own = (party for party in parties if verb is not None and party.takes_part(verb))
    return next(own, parties[0])


def _beside(spot: Spot, movements: Sequence[Claim]) -> Claim:
    """The movement that a spot goes with: the last before it in its article, else the first behind it, else the last of the story."""
    passage = spot.facts.passage
    here = passage.offset(spot.token)
    own = [c for c in movements if c.quote.article == passage.article.id]
    before = [c for c in own if c.quote.start <= here]
    return (before[-1:] or own[:1] or movements[-1:])[0]


def _weakness(status: Status) -> int:
    return CERTAINTY_RANK[status]


def _part(preposition: str) -> tuple[Act, Role]:
    if preposition in FROM:
        return "depart", "from"
    if preposition in TO or preposition == "for":
        return "arrive", "to"
    return ("travel", "via") if preposition in VIA else ("stay", "at")
