"""Which stops lie on the way between two others, of which a text tells before them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.journeys.claims import places_of
from geo.journeys.way_words import HOMEWARD, STEPS_BACK, STOPOVER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazetteer.model import Place
    from geo.journeys.stops.visits import Visit
    from geo.model import Claim, Quote

__all__ = ["after_the_way_home", "around_stopovers", "before_the_goal", "on_the_way"]

#: How much longer than the straight line a way through a stop may be that lies between two places.
_DETOUR = 1.35
#: What part of it a stop has to be away from its start.
_LEFT = 0.01
#: What a trip as a whole is called.
_TRIPS = re.compile(
    r"\b(?:crossing|drive|expedition|hike|journey|march|odyssey|passage|pilgrimage|ride|tour|trek|trip|voyage|walk)\b",
    re.IGNORECASE,
)
#: What happened within a trip whose ends are told after it.
_WITHIN = re.compile(rf"\b(?:during|on) (?:[\w'’-]+ ){{1,4}}?{_TRIPS.pattern} from\b", re.IGNORECASE)
#: What is told of a stop that was made afterwards: "then called at X".
_THEN = re.compile(r"\bthen (?:call|put|stopp)", re.IGNORECASE)
#: What was done on a way whose end is told before it, wherever it began: "landed in Y. On her way there she stopped in X".
_ON_THE_WAY = re.compile(
    r"\b(?:en route|(?:along|on) (?:her|his|its|the|their) way)\b(?! (?:back|from|home|to)\b)", re.IGNORECASE
)


def on_the_way(visits: list[Visit]) -> list[tuple[int, int]]:
    """Pair each stop on the way between the ends of a whole trip that is told before its stops, and its end.

    "A family's journey from Damascus to Bavaria. ... At Aleppo they": Bavaria comes last. The stop has to lie between the two, and nothing
    may be told of leaving the end again. So it is of what was only passed, whatever the way is called: "cycled from X to Y. They passed through Z".
    """
    found: list[tuple[int, int]] = []
    for last, end in enumerate(visits):
        if any(r in ("from", "via") for _, r in end.evidence):
            continue
        wholes = {c.id: c.quote for c, r in end.evidence if r == "to" and _is_whole(c) and _names(c, end)}
        for start in (v for v in visits if any(c.id in wholes and r == "from" for c, r in v.evidence)):
            quotes = [wholes[c.id] for c, _ in start.evidence if c.id in wholes]
            found += [(n, last) for n in _stops_between(visits, start, end, quotes)]
        ways = {c.id: c.quote for c, r in end.evidence if r == "to" and c.status == "happened" and not c.returning}
        for start in (v for v in visits if any(c.id in ways and r == "from" for c, r in v.evidence)):
            quotes = [ways[c.id] for c, _ in start.evidence if c.id in ways]
            between = _stops_between(visits, start, end, quotes)
            found += [(n, last) for n in between if all(r == "via" for _, r in visits[n].evidence)]
    return found


def before_the_goal(visits: list[Visit]) -> list[tuple[int, int]]:
    """Pair each stop between where a trip set off and its goal, where the goal alone is told before its stops, and the goal.

    "I fled Asmara. My journey to Sweden took a year. I went to Khartoum, then to Libya": Sweden comes last. Where but one stop lies between, the
    trip may have gone there afterwards.
    """
    start = next((v for v in visits if any(r == "from" for _, r in v.evidence)), None)
    found: list[tuple[int, int]] = []
    for last, end in enumerate(visits):
        quotes = [
            c.quote
            for c, r in end.evidence
            if r == "to"
            and c.when is None
            and all(p.role == "to" for p in c.places)
            and _TRIPS.search(c.quote.text)
            and _names(c, end)
        ]
        if start is None or start is end or not quotes or any(r in ("from", "via") for _, r in end.evidence):
            continue
        between = _stops_between(visits, start, end, quotes)
        found += [(n, last) for n in between] if len(between) > 1 else []
    return found


def after_the_way_home(visits: Sequence[Visit]) -> list[tuple[int, int]]:
    """Pair the home that somebody is on his way to, and each visit to come that does not lie on that way: another trip.

    "On his way back to Rome from Mexico he said that he would visit Peru and Chile."
    """
    found: list[tuple[int, int]] = []
    for n, home in enumerate(visits):
        ways = {c.id for c, r in home.evidence if r == "to" and c.returning and c.status == "under_way"}
        starts = [v for v in visits if any(c.id in ways and r == "from" for c, r in v.evidence)]
        if home.status != "under_way" or len(starts) != 1:
            continue
        found += [
            (n, m)
            for m, stop in enumerate(visits)
            if stop.status == "planned"
            and all(c.act in ("stay", "meet") or c.when is not None for c, _ in stop.evidence)
            and not _lies_between(stop.place, starts[0].place, home.place)
        ]
    return found


def around_stopovers(visits: list[Visit]) -> list[tuple[int, int]]:
    """Put each stop where a way was only broken after the start and before the end of it, both told before or in the same sentence."""
    found: list[tuple[int, int]] = []
    for n, stop in enumerate(visits):
        if any(r in ("from", "to") for _, r in stop.evidence):
            continue
        quote = next((c.quote for c, _ in stop.evidence if _breaks_way(c.quote.text)), None)
        start = _last_told(visits, quote, "from", n) if quote is not None else None
        end = _last_told(visits, quote, "to", n) if quote is not None else None
        if quote is not None and start is None and end is None:  # "will visit X. He will stop in Y on the way"
            end = _last_told(visits, quote, "at", n)
        if start is not None and start != end:
            found += [(start, n)] if end is None else [(start, n), (n, end)]
        elif start is None and end is not None and quote is not None and _ON_THE_WAY.search(quote.text):
            found.append((n, end))
    return found


def _breaks_way(text: str) -> bool:
    others = (HOMEWARD, STEPS_BACK, _THEN)
    return STOPOVER.search(text) is not None and not any(words.search(text) for words in others)


def _last_told(visits: list[Visit], quote: Quote, role: str, stop: int) -> int | None:
    """The stop, by index, that a movement told before another stop, or in its sentence, and as certain as it, was last said to leave or to reach.

    Who has left for a place may still have to break his way: "left X for Y. On the way he will stop in Z".
    """
    told = [
        (c.quote.start, n)
        for n, visit in enumerate(visits)
        for c, r in visit.evidence
        if n != stop
        and r == role
        and (
            visit.status == visits[stop].status
            or (visits[stop].status == "planned" and c.act in ("depart", "travel") and c.status != "denied")
        )
        and c.quote.article == quote.article
        and c.quote.start < quote.end
    ]
    return max(told)[1] if told else None


def _stops_between(visits: Sequence[Visit], start: Visit, end: Visit, quotes: Sequence[Quote]) -> list[int]:
    """The stops, by index, that lie between two others and are told after all of some quotes."""
    return [
        n
        for n, stop in enumerate(visits)
        if stop is not end
        and stop is not start
        and _is_told_after(stop, quotes)
        and _lies_between(stop.place, start.place, end.place)
    ]


def _is_whole(claim: Claim) -> bool:
    """Whether a claim tells of a trip as a whole: as a noun, with both its ends, and not of the way back."""
    return not claim.returning and any(p.role == "from" for p in claim.places) and _TRIPS.search(claim.quote.text) is not None


def _names(claim: Claim, stop: Visit) -> bool:
    """Whether a claim tells of a stop itself, and not of the area around it: his trip to the Middle East goes to each of its towns."""
    return any(place.id == stop.place.id for place in places_of(claim))


def _is_told_after(visit: Visit, quotes: Sequence[Quote]) -> bool:
    """Whether a stop is told after some quotes, or in one of them as what happened on the way: "spoke in Z during a trip from X to Y"."""
    told = [c.quote for c, _ in visit.evidence]
    return all(
        q.article == own.article and (q.end <= own.start or (q == own and _WITHIN.search(q.text))) for q in quotes for own in told
    )


def _lies_between(place: Place, start: Place, end: Place) -> bool:
    """Whether a place lies on a way between two others that is not much longer than the straight one, and nearer to the start than the end is."""
    whole, first, second = (a.km_to(b) for a, b in ((start, end), (start, place), (place, end)))
    return _LEFT * whole < first < whole and first + second < _DETOUR * whole
