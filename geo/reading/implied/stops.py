"""Claims of stops that a story implies: whose they are, how certain, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.model import CERTAINTY_RANK, MOVEMENTS, TOOK_PLACE, Claim, PlaceRole
from geo.reading.factuality.bare_tense import in_present
from geo.reading.factuality.certainty import judge
from geo.reading.factuality.sources import attribute
from geo.reading.frames.slot_times import find_whens
from geo.reading.implied.chance import StopModel
from geo.reading.implied.spots import Known, find_spots
from geo.reading.travel_words.predicates import Predicate
from geo.reading.vocabulary.prepositions import FROM, TO, VIA

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.model import Act, Journey, Role, Status
    from geo.reading.frames.facts import PassageFacts
    from geo.reading.implied.spots import Spot

__all__ = ["with_implied"]

#: From how likely a stop is taken for one.
_LEAST = 0.6


def with_implied(facts: Sequence[PassageFacts], told: Sequence[Claim], journey: Journey) -> list[Claim]:
    """Claim the places of which no word of travel tells, where they are likely to be stops of a journey.

    Parameters
    ----------
    facts
        The passages of a story, in its order.
    told
        What its words of travel tell.
    journey
        What was assembled of them: the journey that the story tells most of.

    Returns
    -------
    list of Claim
        Those of the story, and each new one, ``inferred``, behind what is told before its place.
    """
    claims = list(told)
    own = {name for stop in journey.stops for name in stop.claims}
    movements = [c for c in claims if c.id in own and c.act in MOVEMENTS and c.places]
    if not movements:
        return claims
    known, model = Known.of(facts, claims), StopModel.bundled()
    number = {passage.passage.article.id: n for n, passage in enumerate(facts)}
    for spot in find_spots(facts):
        if known.holds(spot.place) or model.chance(spot.cues(known)) < _LEAST:
            continue
        claim = _claim(spot, movements, journey.traveller)
        if claim is not None:
            claims.insert(_turn(claim, claims, number), claim)
    return claims


def _turn(implied: Claim, claims: Sequence[Claim], number: Mapping[str, int]) -> int:
    """Where a claim has its turn among those of a story: behind all that are told before its place."""
    here = number[implied.quote.article], implied.places[0].resolution.mention.quote.start
    before = (n for n, c in enumerate(claims) if (number[c.quote.article], c.quote.start) <= here)
    return max(before, default=-1) + 1


def _claim(spot: Spot, movements: Sequence[Claim], traveller: str) -> Claim | None:
    passage, verb = spot.facts.passage, spot.verb
    nearest = _beside(spot, movements)
    status, cue, when = nearest.status, None, None
    background = nearest.background
    if verb is not None:
        predicate = Predicate(verb, "stay", force="attach")
        certainty = judge(predicate)
        if certainty.habitual or certainty.status == "denied":
            return None
        status = max(certainty.status, status, key=_weakness)
        cue = passage.quote(certainty.cue, certainty.cue) if certainty.cue is not None and status != "happened" else None
        when = next(iter(find_whens(predicate, spot.facts)), None)
        background = certainty.earlier and when is None
    if status in TOOK_PLACE and (verb is None or in_present(verb)):
        status = "possible"  # "16-20 July: the second show, in X": nothing says that it is over
    act, role = _part(spot.preposition)
    return Claim(
        id=f"{passage.article.id}:{passage.offset(spot.token)}:{act}:inferred", traveller=traveller, act=act,
        places=(PlaceRole(role, spot.resolution),), quote=passage.sentence_quote(spot.token), status=status, cue=cue, when=when,
        attribution=attribute(verb if verb is not None else spot.token, passage), background=background, basis="inferred",
    )  # fmt: skip


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
