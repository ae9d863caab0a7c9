"""What the claims themselves say of the order of stops: from one to another, one before the other, one after the other in a list."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.journeys.claims import is_within
from geo.journeys.way_words import STEPS_BACK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.journeys.stops.visits import Visit
    from geo.model import Claim, PlaceRole, Quote

__all__ = ["BEHIND", "before_turning_back", "is_told_first", "listed_in_turn", "told_by_one_claim", "told_by_one_sentence"]

#: What a stop is called that is made between two others.
_STOPS_OVER = re.compile(r"\b(?:detours?|layovers?|refuel\w*|stop-?overs?|stop(?:s|ped|ping)?)\b", re.IGNORECASE)
#: Words by which a sentence gives the order of what it tells, or only supposes it.
_TURNS = re.compile(r"\b(?:afterwards?|first|if|later|on to|once|then|whether|who|next)\b", re.IGNORECASE)
#: How far behind such words, in characters, their place may stand.
BEHIND = 110
#: In what order one claim tells of the places in these roles.
_RANKS = {"from": 0, "via": 1, "at": 2, "to": 3, "toward": 3}


def told_by_one_claim(visits: list[Visit]) -> list[tuple[int, int]]:
    """List the pairs of stops, by index, that one claim puts in order."""
    ranks: dict[str, list[tuple[int, int]]] = {}
    for index, visit in enumerate(visits):
        for claim, role in visit.evidence:
            guessed = claim.status == "possible" and visit.status == "happened"  # says nothing of the order of what is known
            if claim.status != "denied" and not guessed:
                ranks.setdefault(claim.id, []).append((_RANKS[role], index))
    pairs = {(a, b): None for rows in ranks.values() for r, a in rows for s, b in rows if r < s and a != b}
    return sorted(pairs)


def before_turning_back(visits: list[Visit], phases: Sequence[int]) -> list[tuple[int, int]]:
    """Pair the place from where somebody was on the way home, and each stop of the way that is told before it: "landed in Y. He was on his way home from X"."""
    found: list[tuple[int, int]] = []
    for n, start in enumerate(visits):
        if not all(r == "from" and c.returning and c.status == "under_way" and c.when is None for c, r in start.evidence):
            continue
        first = start.evidence[0][0].quote
        found += [
            (n, m)
            for m, v in enumerate(visits)
            if m != n
            and phases[m] == phases[n]
            and not all(r == "from" and not c.sequence for c, r in v.evidence)
            and all(_begins_before(c.quote, first) and not c.returning for c, _ in v.evidence)
        ]
    return found


def _begins_before(quote: Quote, other: Quote) -> bool:
    return quote.article == other.article and quote.start <= other.start


def is_told_first(visits: Sequence[Visit], one: int, other: int) -> bool:
    """Tell whether a sentence tells of two stops, by index, and of the one before the other: "may call at X and will be in Y on Friday".

    Not where a word says which comes first: "may go to X afterwards and will be in Y".
    """
    told = [{c.quote for c, _ in visits[n].evidence} for n in (one, other)]
    return one < other and any(_TURNS.search(quote.text) is None for quote in told[0] & told[1])


def told_by_one_sentence(visits: list[Visit], linked: Sequence[tuple[str, str]]) -> list[tuple[int, int]]:
    """List the pairs of stops, by index, of which the grammar of a sentence puts the one before the other.

    Who came to X from Y after a stop at Z was at Z in between.
    """
    at: dict[str, list[tuple[int, Claim, str]]] = {}
    for index, visit in enumerate(visits):
        for claim, role in visit.evidence:
            at.setdefault(claim.id, []).append((index, claim, role))
    found: list[tuple[int, int]] = []
    for one, other in linked:
        ends = {role for _, _, role in at.get(other, ())}
        comes = "from" in ends and ("to" in ends or any(c.act == "arrive" for _, c, _ in at.get(other, ())))
        for a, claim, bound in at.get(one, ()):
            if bound == "toward":  # he had left for it, and came elsewhere
                continue
            between = comes and _calls_it(claim, _STOPS_OVER)
            for b, _, role in at.get(other, ()):
                stayed = role == "from" and any(r == "to" for _, r in visits[b].evidence)  # he was there before he left
                if a != b and not (stayed and not between):
                    found.append((b, a) if between and role == "from" else (a, b))
    return found


def _calls_it(claim: Claim, words: re.Pattern[str]) -> bool:
    """Whether some words stand right before a stop in what is told of it."""
    here = [p.resolution.mention.quote.start for p in claim.places if p.resolution.place is not None]
    start = min(here, default=claim.quote.start) - claim.quote.start
    return words.search(claim.quote.text, max(0, start - BEHIND), start) is not None


def listed_in_turn(visits: list[Visit]) -> list[tuple[int, int]]:
    """Pair the neighbours in a list of places that one claim tells: "then Marseille, then Mongolia"; "in Marseille, and before that in Mongolia"."""
    at: dict[str, list[int]] = {}
    claims: dict[str, Claim] = {}
    for index, visit in enumerate(visits):
        for claim, _ in visit.evidence:
            at.setdefault(claim.id, []).append(index)
            claims[claim.id] = claim
    found: list[tuple[int, int]] = []
    for claim in claims.values():
        named = [
            (p, [n for n, v in enumerate(visits) if is_within(v.place, p.resolution.place)])
            for p in claim.places
            if p.resolution.place
        ]
        for (one, here), (other, there) in pairwise([(p, ns) for p, ns in named if ns]):
            if one.role == other.role:
                back = _steps_back_between(claim, one, other)
                found += [(b, a) if back else (a, b) for a in here for b in there if a != b]
    return found


def _steps_back_between(claim: Claim, one: PlaceRole, other: PlaceRole) -> bool:
    """Whether the words between two places of a claim say that the second came first: "in Marseille, and before that in Mongolia"."""
    end, start = one.resolution.mention.quote.end, other.resolution.mention.quote.start
    return STEPS_BACK.search(claim.quote.text, max(0, end - claim.quote.start), max(0, start - claim.quote.start)) is not None
