"""Put the stops of a trip in order: what one claim says, then what has happened before what is to come, dates, and the telling."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from gazetteer.spatial import distance_km
from geo.journeys.way_words import CLOSES, HOMEWARD, STEPS_BACK, STOPOVER
from geo.model import CERTAINTY_RANK

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from gazetteer.model import Place
    from geo.journeys.stops.visits import Visit
    from geo.model import Claim, PlaceRole, Quote

__all__ = ["order_visits"]

#: What has happened comes before what is to come, and what was denied last; dates order what is to come, whatever its certainty.
_PHASES = {"happened": 0, "past": 0, "under_way": 1, "planned": 1, "possible": 1, "denied": 2}
#: How much longer than the straight line a way through a stop may be that lies between two places.
_DETOUR = 1.35
#: What part of it a stop has to be away from its start.
_LEFT = 0.01
_TRIPS = re.compile(
    r"\b(?:crossing|drive|expedition|hike|journey|march|odyssey|passage|pilgrimage|ride|tour|trek|trip|voyage|walk)\b",
    re.IGNORECASE,
)
#: What is told of the first stop of a tour: "began the trip in Y", "a tour that began in Y".
_OPENS = re.compile(
    r"\b(?:beg[aiu]n|commenc|kick|launch|open|start)\w*(?:\s+[\w-]+){1,4}?\s+(?:journey|tour|trip|voyage)\s+(?:at|by|in|with)\b"
    r"|\b(?:journey|tour|trip|visit|voyage)(?:\s+(?:had|that|to|which|will)){0,2}\s+(?:beg[aiu]n|commence|kick|open|start)\w*(?:\s+off)?\s+(?:at|by|in|on|with)\b",
    re.IGNORECASE,
)
#: What a stop is called that is made between two others.
_STOPS_OVER = re.compile(r"\b(?:detours?|layovers?|refuel\w*|stop-?overs?|stop(?:s|ped|ping)?)\b", re.IGNORECASE)
#: How far behind such words, in characters, their place may stand.
_BEHIND = 110
#: How far apart, in characters, two sentences may be of which one goes on from the other.
_NEXT = 120
#: What is told of a stop that was made afterwards: "then called at X".
_THEN = re.compile(r"\bthen (?:call|put|stopp)", re.IGNORECASE)
#: Days without a year that are farther apart than so many days lie on either side of New Year.
_HALF_A_YEAR = 183
_RANKS = {"from": 0, "via": 1, "at": 2, "to": 3, "toward": 3}


def order_visits(visits: list[Visit], linked: Sequence[tuple[str, str]] = ()) -> list[Visit]:
    """Put the stops of a trip in order; those that nothing puts in order stay as they are.

    ``linked`` holds pairs of claims, by id, that the grammar of a sentence puts one before the other.
    """
    order = _Order(len(visits))
    stages = [CERTAINTY_RANK[v.status] for v in visits]
    phases = [_PHASES[v.status] for v in visits]
    days = [_days(v) for v in visits]
    final = _final_destination(visits)
    home = {n for n, v in enumerate(visits) if _goes_home(v) and not any(_is_earlier(days[n], day) for day in days)}
    pairs = [(a, b) for a in range(len(visits)) for b in range(len(visits))]
    first_stop = _told_by(visits, _OPENS)
    for first, second in (*_returns(visits), *_told(visits)):
        order.link(first, second)
    for a, b in pairs:
        if phases[a] == phases[b] and a in first_stop:
            order.link(a, b)
    for first, second in (*_linked(visits, linked), *_turned_back(visits, phases)):
        order.link(first, second)
    for a, b in pairs:
        if phases[a] < phases[b] or (phases[a] == phases[b] and _is_earlier(days[a], days[b])):
            order.link(a, b)
    for first, second in _stopovers(visits):
        order.link(first, second)
    last = _told_by(visits, CLOSES)
    for a, b in pairs:
        if phases[a] == phases[b] and b in last and not _goes_home(visits[a]):
            order.link(a, b)
    for a, b in pairs:
        if phases[a] == phases[b] == _PHASES["planned"] and _is_start(visits[a]) and days[b] is None and not _is_start(visits[b]):
            order.link(a, b)
    for a, b in pairs:
        if (
            phases[a] == phases[b] == _PHASES["planned"]
            and b in home
            and a not in home
            and not _goes_on_from(visits[b], visits[a])
        ):
            order.link(a, b)
    for a, b in pairs:
        if b == final and stages[a] == CERTAINTY_RANK["planned"]:
            order.link(a, b)
    for a, b in pairs:
        if stages[a] < stages[b]:
            order.link(a, b)
    for first, second in (*_listed(visits), *_on_the_way(visits), *_before_the_goal(visits)):
        order.link(first, second)
    for n in range(1, len(visits)):  # what has no day goes with what was told before it
        if phases[n - 1] == phases[n] and days[n] is None:
            order.link(n - 1, n)
            for later in _told_before_their_time(visits, days, phases, n):
                order.link(n, later)
    return [visits[i] for i in order.sorted()]


class _Order:
    """A partial order of things numbered from 0, that takes no link that would close a circle."""

    def __init__(self, size: int) -> None:
        self._above = [0] * size  # for each, the set of those before it, as bits

    def link(self, a: int, b: int) -> None:
        """Put a before b, unless b is before a already."""
        if a == b or self._above[a] >> b & 1 or self._above[b] >> a & 1:
            return
        new = self._above[a] | 1 << a
        for other, above in enumerate(self._above):
            if other == b or above >> b & 1:
                self._above[other] |= new

    def sorted(self) -> list[int]:
        """List all, each after those before it, and the first of those that are free first."""
        found: list[int] = []
        placed = 0
        while len(found) < len(self._above):
            ready = next(i for i, above in enumerate(self._above) if not placed >> i & 1 and not above & ~placed)
            found.append(ready)
            placed |= 1 << ready
        return found


def _told_before_their_time(
    visits: Sequence[Visit], days: Sequence[tuple[date, date, bool] | None], phases: Sequence[int], stop: int
) -> list[int]:
    """The stops told before one without a day that came after it: what is told goes on from an earlier day.

    "Landed in Z on Wednesday. She was handed over in X on Monday. She was then driven to Y": Z comes last.
    """
    since = next((n for n in range(stop - 1, -1, -1) if days[n] is not None), None)
    if since is None or not _goes_on(visits[since], visits[stop]):
        return []
    told = [n for n in range(since) if phases[n] == phases[stop]]
    return [n for n in told if _is_earlier(days[since], days[n])]


def _goes_on(one: Visit, other: Visit) -> bool:
    """Whether a stop is told right after another, and not of the story's own time where the other had been made before it."""
    had_been = [all(c.sequence == "earlier" for c, _ in v.evidence) for v in (one, other)]
    near = any(
        c.quote.article == d.quote.article and 0 <= d.quote.start - c.quote.end < _NEXT
        for c, _ in one.evidence
        for d, _ in other.evidence
    )
    return near and had_been != [True, False]


def _returns(visits: list[Visit]) -> list[tuple[int, int]]:
    """Each return after the stop that it goes back to."""
    return [(visits.index(v.earlier), n) for n, v in enumerate(visits) if v.earlier is not None]


def _told(visits: list[Visit]) -> list[tuple[int, int]]:
    """Pairs of stops, by index, that one claim puts in order."""
    ranks: dict[str, list[tuple[int, int]]] = {}
    for index, visit in enumerate(visits):
        for claim, role in visit.evidence:
            guessed = claim.status == "possible" and visit.status == "happened"  # says nothing of the order of what is known
            if claim.status != "denied" and not guessed:
                ranks.setdefault(claim.id, []).append((_RANKS[role], index))
    pairs = {(a, b): None for rows in ranks.values() for r, a in rows for s, b in rows if r < s and a != b}
    return sorted(pairs)


def _turned_back(visits: list[Visit], phases: Sequence[int]) -> list[tuple[int, int]]:
    """From where somebody was on the way home, and each stop of the way that is told before it: "landed in Y. He was on his way home from X"."""
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


def _linked(visits: list[Visit], linked: Sequence[tuple[str, str]]) -> list[tuple[int, int]]:
    """Pairs of stops, by index, of which the grammar of a sentence puts the one before the other.

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
        for a, claim, _ in at.get(one, ()):
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
    return words.search(claim.quote.text, max(0, start - _BEHIND), start) is not None


def _listed(visits: list[Visit]) -> list[tuple[int, int]]:
    """Neighbours in a list of places that one claim tells: "then Marseille, then Mongolia"; "in Marseille, and before that in Mongolia"."""
    at: dict[str, list[int]] = {}
    claims: dict[str, Claim] = {}
    for index, visit in enumerate(visits):
        for claim, _ in visit.evidence:
            at.setdefault(claim.id, []).append(index)
            claims[claim.id] = claim
    found: list[tuple[int, int]] = []
    for claim in claims.values():
        named = [
            (p, [n for n, v in enumerate(visits) if _is_within(v.place, p.resolution.place)])
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


def _is_within(stop: Place, place: Place) -> bool:
    """Whether a stop is the place, or the one in it that it was folded into."""
    return stop.id == place.id or (place.is_area and place.contains(stop))


def _told_by(visits: Sequence[Visit], words: re.Pattern[str]) -> set[int]:
    """The stops, by index, before which some words stand where somebody comes to them: X of "will end the trip in X and rest in Y"."""
    nearest: dict[tuple[str, int], tuple[bool, int, int]] = {}
    for index, visit in enumerate(visits):
        for claim, role in visit.evidence:
            found = words.search(claim.quote.text)
            if found is None:
                continue
            end = claim.quote.start + found.end()
            for told in (p for p in claim.places if p.role == role and _is_of(visit, p)):
                around = told.resolution.place != visit.place  # "in Spain's city of X": X, whatever stop Spain was taken for
                stop = (around, told.resolution.mention.quote.start - end, index)
                key = (claim.quote.article, end)
                if 0 <= stop[1] <= _BEHIND:
                    nearest[key] = min(nearest.get(key, stop), stop)
    return {index for _, _, index in nearest.values()}


def _is_of(visit: Visit, told: PlaceRole) -> bool:
    """Whether a stop is the place that a claim tells, or one in it or around it."""
    place = told.resolution.place
    return place is not None and (_is_within(visit.place, place) or _is_within(place, visit.place))


def _goes_home(visit: Visit) -> bool:
    """Whether a stop that is to come is only told as a return, after which nothing is told: "She will visit nine nations before returning to X"."""
    return all(c.returning and r in ("to", "at") for c, r in visit.evidence)


def _goes_on_from(one: Visit, other: Visit) -> bool:
    """Whether a sentence tells of a stop and then of another, that came after it: "will go back to X and ride on to Y"."""
    return any(
        c.quote == d.quote and c.sequence != "later" and d.sequence != "earlier" and _place_in(c) < _place_in(d)
        for c, _ in one.evidence
        for d, _ in other.evidence
    )


def _place_in(claim: Claim) -> int:
    return min((p.resolution.mention.quote.start for p in claim.places), default=claim.quote.start)


def _is_start(visit: Visit) -> bool:
    """Whether a place is only told as the one that somebody leaves, without where he goes: "She will visit X and Y. She leaves Z on Saturday"."""
    return all(r == "from" and c.act == "depart" and c.when is not None and len(c.places) == 1 for c, r in visit.evidence)


def _final_destination(visits: list[Visit]) -> int | None:
    """Where the whole trip goes: the end, not yet reached, of a movement from a place after which the trip reached others.

    "She is cycling from Oslo to Rome. She has reached Hamburg and will go on to Munich": Rome comes after Munich.
    """
    reached = [v for v in visits if v.status == "happened" and any(r != "from" for _, r in v.evidence)]
    for index, visit in enumerate(visits):
        if visit.status != "under_way":
            continue
        whole = {c.id for c, r in visit.evidence if r == "to" and any(p.role == "from" for p in c.places)}
        starts = [v for v in visits if any(c.id in whole and r == "from" for c, r in v.evidence)]
        if starts and any(v not in starts for v in reached):
            return index
    return None


def _on_the_way(visits: list[Visit]) -> list[tuple[int, int]]:
    """Each stop on the way between the ends of a whole trip that is told before its stops, and its end.

    "A family's journey from Damascus to Bavaria. ... At Aleppo they": Bavaria comes last. The stop has to lie between the two, and nothing
    may be told of leaving the end again. So it is of what was only passed, whatever the way is called: "cycled from X to Y. They passed through Z".
    """
    found: list[tuple[int, int]] = []
    for last, end in enumerate(visits):
        if any(r in ("from", "via") for _, r in end.evidence):
            continue
        wholes = {c.id: c.quote for c, r in end.evidence if r == "to" and _is_whole(c)}
        for start in (v for v in visits if any(c.id in wholes and r == "from" for c, r in v.evidence)):
            quotes = [wholes[c.id] for c, _ in start.evidence if c.id in wholes]
            found += [(n, last) for n in _stops_between(visits, start, end, quotes)]
        ways = {c.id: c.quote for c, r in end.evidence if r == "to" and c.status == "happened" and not c.returning}
        for start in (v for v in visits if any(c.id in ways and r == "from" for c, r in v.evidence)):
            quotes = [ways[c.id] for c, _ in start.evidence if c.id in ways]
            between = _stops_between(visits, start, end, quotes)
            found += [(n, last) for n in between if all(r == "via" for _, r in visits[n].evidence)]
    return found


def _before_the_goal(visits: list[Visit]) -> list[tuple[int, int]]:
    """Each stop between where a trip set off and its goal, where the goal alone is told before its stops, and the goal.

    "I fled Asmara. My journey to Sweden took a year. I went to Khartoum, then to Libya": Sweden comes last. Where but one stop lies between, the
    trip may have gone there afterwards.
    """
    start = next((v for v in visits if any(r == "from" for _, r in v.evidence)), None)
    found: list[tuple[int, int]] = []
    for last, end in enumerate(visits):
        quotes = [
            c.quote
            for c, r in end.evidence
            if r == "to" and c.when is None and all(p.role == "to" for p in c.places) and _TRIPS.search(c.quote.text)
        ]
        if start is None or start is end or not quotes or any(r in ("from", "via") for _, r in end.evidence):
            continue
        between = _stops_between(visits, start, end, quotes)
        found += [(n, last) for n in between] if len(between) > 1 else []
    return found


def _stopovers(visits: list[Visit]) -> list[tuple[int, int]]:
    """Each stop where a way was only broken after the start and before the end of it, both told before or in the same sentence."""
    found: list[tuple[int, int]] = []
    for n, stop in enumerate(visits):
        if any(r in ("from", "to") for _, r in stop.evidence):
            continue
        quote = next((c.quote for c, _ in stop.evidence if _breaks_way(c.quote.text)), None)
        end = _last_told(visits, quote, "to", n) if quote is not None else None
        start = _last_told(visits, quote, "from", n) if quote is not None else None
        if start is not None and start != end:
            found += [(start, n)] if end is None else [(start, n), (n, end)]
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


def _is_told_after(visit: Visit, quotes: Sequence[Quote]) -> bool:
    return all(q.article == c.quote.article and q.end <= c.quote.start for q in quotes for c, _ in visit.evidence)


def _lies_between(place: Place, start: Place, end: Place) -> bool:
    """Whether a place lies on a way between two others that is not much longer than the straight one, and nearer to the start than the end is."""
    whole, first, second = (_distance(a, b) for a, b in ((start, end), (start, place), (place, end)))
    return _LEFT * whole < first < whole and first + second < _DETOUR * whole


def _distance(one: Place, other: Place) -> float:
    return distance_km(one.lat, one.lon, other.lat, other.lon)


def _days(visit: Visit) -> tuple[date, date, bool] | None:
    """The first and last day that a stop is dated by, and whether these have no year."""
    times = [*visit.arrive, *visit.depart]
    return (min(w.start for w in times), max(w.end for w in times), all(w.yearless for w in times)) if times else None


def _is_earlier(one: tuple[date, date, bool] | None, other: tuple[date, date, bool] | None) -> bool:
    """Whether one stop is dated before the other; of days without a year those more than half a year on are those of the year before."""
    if one is None or other is None:
        return False
    if one[2] and other[2] and (abs((other[0] - one[1]).days) > _HALF_A_YEAR or abs((one[0] - other[1]).days) > _HALF_A_YEAR):
        return one[0] > other[1]
    return one[1] < other[0]
