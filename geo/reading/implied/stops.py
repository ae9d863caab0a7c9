"""Claims of stops that a story implies: whose they are, how certain, and when."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from gazetteer.spatial import distance_km
from geo.model import CERTAINTY_RANK, MOVEMENTS, Claim, PlaceRole
from geo.reading.factuality.certainty import judge
from geo.reading.factuality.sources import attribute
from geo.reading.frames.slot_times import find_whens
from geo.reading.implied.chance import StopModel
from geo.reading.implied.spots import Told, find_spots
from geo.reading.travel_words.predicates import Predicate
from geo.reading.vocabulary.prepositions import FROM, TO, VIA

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.model import Act, Role, Status
    from geo.reading.frames.facts import PassageFacts
    from geo.reading.implied.spots import Spot

__all__ = ["imply_stops"]

#: From how likely a stop is taken for one.
_LEAST = 0.5
#: Places nearer to a claimed one than this (km) are a part of the same stop.
_SAME_STOP_KM = 25.0


def imply_stops(facts: Sequence[PassageFacts], claims: Sequence[Claim]) -> list[Claim]:
    """Claim the places of which no word of travel tells, where they are likely to be stops of a journey that the claims tell.

    Parameters
    ----------
    facts
        The passages of a story, in its order.
    claims
        What its words of travel gave.

    Returns
    -------
    list of Claim
        Each ``inferred``; none where nobody is told to move.
    """
    movements = [c for c in claims if c.act in MOVEMENTS and c.places]
    if not movements:
        return []
    told, model = Told.of(facts, claims), StopModel.bundled()
    return [
        claim
        for spot in find_spots(facts)
        if not any(distance_km(spot.place.lat, spot.place.lon, p.lat, p.lon) <= _SAME_STOP_KM for p in told.places)
        and model.chance(spot.cues(told)) >= _LEAST
        for claim in _claims(spot, movements)
    ]


def _claims(spot: Spot, movements: Sequence[Claim]) -> Iterator[Claim]:
    passage, verb = spot.facts.passage, spot.verb
    nearest = _whose(spot, movements)
    status, cue, when = nearest.status, None, None
    background = nearest.background
    if verb is not None:
        predicate = Predicate(verb, "stay", force="attach")
        certainty = judge(predicate)
        if certainty.habitual:
            return
        status = max(certainty.status, status, key=_weakness)
        cue = passage.quote(certainty.cue, certainty.cue) if certainty.cue is not None and status != "happened" else None
        when = next(iter(find_whens(predicate, spot.facts)), None)
        background = certainty.earlier and when is None
    act, role = _part(spot.preposition)
    yield Claim(
        id=f"{passage.article.id}:{passage.offset(spot.token)}:{act}:inferred", traveller=nearest.traveller, act=act,
        places=(PlaceRole(role, spot.resolution),), quote=passage.sentence_quote(spot.token), status=status, cue=cue, when=when,
        attribution=attribute(verb if verb is not None else spot.token, passage), background=background, basis="inferred",
    )  # fmt: skip


def _whose(spot: Spot, movements: Sequence[Claim]) -> Claim:
    """The movement that a spot goes with: the last before it, of whoever the story tells most movements."""
    counts = Counter(c.traveller for c in movements)
    main = max(counts, key=lambda name: counts[name])
    passage = spot.facts.passage
    here = passage.offset(spot.token)
    theirs = [c for c in movements if c.traveller == main]
    own = [c for c in theirs if c.quote.article == passage.article.id]
    before = [c for c in own if c.quote.start <= here]
    return (before[-1:] or own[:1] or theirs[-1:])[0]


def _weakness(status: Status) -> int:
    return CERTAINTY_RANK[status]


def _part(preposition: str) -> tuple[Act, Role]:
    if preposition in FROM:
        return "depart", "from"
    if preposition in TO or preposition == "for":
        return "arrive", "to"
    return ("travel", "via") if preposition in VIA else ("stay", "at")
