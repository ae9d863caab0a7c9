"""The order in which a trip is told, set right where the grammar or the manner of news says that it is not the order of travel.

News tells the result first: "The yacht reached Lisbon on Monday. She sailed from Bergen in April." And grammar looks back: "landed in Vienna
after a visit to Prague", "had left Oslo".
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from geo.journeys.claims import first_place, is_within, places_of
from geo.journeys.way_words import ONWARD, STEPS_BACK
from geo.model import NARRATOR

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gazetteer.model import Place
    from geo.model import Article, Claim

__all__ = ["linked_by_grammar", "order_of_travel"]

#: How many sentences with claims may tell the result: a headline and the one after it.
_LEAD = 2
#: What an arrival is called that others came before.
_LATER_STOP = re.compile(
    r"\b(?:latest|last|final|second|third|fourth|fifth|sixth) (?:\w+ )?(?:day|destination|leg|port of call|stage|stop)\b",
    re.IGNORECASE,
)
#: How a stop is called so without a word of travel: "Austria is the third leg of her tour".
_IS_LATER_STOP = re.compile(
    rf"\b(?P<name>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*) (?:is|was) (?:her|his|its|the|their) {_LATER_STOP.pattern}", re.IGNORECASE
)
#: Words by which what is told next came after.
_SINCE = re.compile(r"\b(?:again|later|since then|then)\b", re.IGNORECASE)
_THEN = re.compile(r"\b[Tt]hen\b")
#: Words by which a sentence goes on from the result of a trip.
_GOES_ON = re.compile(r"\b(?:again|continued|later|proceeded|resumed|since then)\b", re.IGNORECASE)
#: Words by which a story goes on from what it has told, and ends.
_NEXT = re.compile(r"\b(?:after the|afterwards|ended|from there|next|subsequently)\b", re.IGNORECASE)
#: What is told nearer behind a lead than this, in characters, goes on from it.
_RIGHT_BEHIND = 150
#: Words for what was done before all that is told around it.
_EARLIER = re.compile(r"\b(?:earlier|previously)\b", re.IGNORECASE)
#: Where the grammar of a sentence puts what it tells.
_SEQUENCE = {"earlier": 0, "": 1, "later": 2}


def order_of_travel(claims: Iterable[Claim], articles: Sequence[Article]) -> list[Claim]:
    """Put the claims of one trip into the order in which the texts let its movements follow one another.

    Articles follow one another by their days of publication where all have one. Dates of the movements are not looked at: they are judged
    when the stops are put in order.
    """
    rank = {a.id: n for n, a in enumerate(_by_day(articles))}
    texts = {a.id: a.text for a in articles}
    told = sorted(claims, key=lambda c: rank.get(c.quote.article, len(rank)))
    found: list[Claim] = []
    for article, group in groupby(told, key=lambda c: c.quote.article):
        before, rest = _looked_back(list(group))
        whole = [*before, *rest]
        called = [m["name"] for m in _IS_LATER_STOP.finditer(texts.get(article, ""))]
        ordered = _latest_stop(whole, called) or _result_last(whole)
        found += [*before, *_result_last(rest)] if ordered == whole else ordered
    return found


def linked_by_grammar(claims: Iterable[Claim]) -> list[tuple[str, str]]:
    """List the pairs of claims, by id, of which one sentence says that the one came before the other: "to X after his visit to Y"."""
    return [
        (before.id, after.id)
        for sentence in _sentences(c for c in claims if c.basis == "stated")
        for before in sentence
        for after in sentence
        if _SEQUENCE[before.sequence] < _SEQUENCE[after.sequence]
        and after not in _left_first(sentence)
        and not (before.status == "planned" and after.status == "happened")
    ]


def _by_day(articles: Sequence[Article]) -> list[Article]:
    days = [a.published for a in articles]
    if any(day is None for day in days):
        return list(articles)
    return sorted(articles, key=lambda a: (a.published is not None, a.published))


def _looked_back(claims: list[Claim]) -> tuple[list[Claim], list[Claim]]:
    """Part what had been done before from the rest: within a sentence it goes before the rest of it; whole sentences of it come first.

    Whom somebody met there says nothing against it: "had flown to X, where she met the mayor"; nor does what he is to do: "had been in X and will
    go to Y". "Before that" steps back from the sentence before it, and so does "earlier" from what was looked back to.
    """
    looked_back: list[list[Claim]] = []
    told: list[list[Claim]] = []
    last: list[Claim] = []
    reached: set[str] = set()
    for sentence in _sentences(claims):
        before, here, after = (_stepping_back([c for c in sentence if c.sequence == s]) for s in ("earlier", "", "later"))
        ahead = [c for c in before if c.status != "happened"]
        if ahead and len(ahead) < len(before):  # "has already been in X and will go on to Z after a visit to Y"
            before, here = [c for c in before if c.status == "happened"], [*ahead, *here]
        again = any(_is_at(c, reached) for c in before)
        reached |= {p.id for c in sentence if c.status == "happened" and c.act != "meet" for p in places_of(c)}
        rest, done = [*here, *after], all(c.status == "happened" for c in before)
        moves = [c for c in rest if c.act != "meet" and c.basis == "stated"]
        whole = [*before, *rest]
        first, in_turn = sentence[0], any(g is last for g in looked_back)
        if last and (_is_led(first, STEPS_BACK, first.quote.start) or (in_turn and _is_led(first, _EARLIER, first.quote.start))):
            groups = looked_back if in_turn else told
            groups.insert(next(n for n, g in enumerate(groups) if g is last), whole)
        elif not before or again or any(c.status == "happened" or not done for c in moves):
            left = _left_first(sentence)
            whole = [*left, *before, *(c for c in rest if c not in left)]
            told.append(whole)
        elif not moves:
            looked_back.append(whole)
        else:
            looked_back.append(before)
            told.append(rest)
            whole = rest
        last = whole
    return [c for group in looked_back for c in group], [c for group in told for c in group]


def _stepping_back(claims: Sequence[Claim]) -> list[Claim]:
    """Put what a sentence tells by "and before that" before what it tells before that."""
    found: list[Claim] = []
    for claim in claims:
        ends = [p.resolution.mention.quote.end for p in found[0].places] if found else []
        back = bool(ends) and _is_led(claim, STEPS_BACK, max(ends))
        found.insert(0 if back else len(found), claim)
    return found


def _is_led(claim: Claim, words: re.Pattern[str], since: int) -> bool:
    """Whether some words stand before the first place of a claim, from some offset of the article on."""
    starts = [p.resolution.mention.quote.start for p in claim.places]
    quote = claim.quote
    return bool(starts) and words.search(quote.text, max(0, since - quote.start), max(0, min(starts) - quote.start)) is not None


def _left_first(sentence: Sequence[Claim]) -> list[Claim]:
    """The departures of a sentence that what was done "earlier" came after: of "left X and, after a night in Y, reached Z" that from X."""
    earlier = [first_place(c) for c in sentence if c.sequence == "earlier"]
    here = [c for c in sentence if not c.sequence]
    left = [c for c in here if c.act == "depart" and c.places and earlier and first_place(c) < min(earlier)]
    return left if any(first_place(c) > max(earlier) for c in here if c not in left and earlier) else []


def _sentences(claims: Iterable[Claim]) -> list[list[Claim]]:
    """Group claims whose quotes overlap."""
    groups: list[list[Claim]] = []
    for claim in claims:
        last = groups[-1][-1].quote if groups else None
        if last is not None and last.overlaps(claim.quote):
            groups[-1].append(claim)
        else:
            groups.append([claim])
    return groups


def _result_last(claims: list[Claim]) -> list[Claim]:
    """Move the arrivals that are told before any departure behind what happened between the departure and them.

    A trip that is told from its departure on, after its result, has its result last; so has one that is told after its return.
    """
    start = (
        next((n for n, c in enumerate(claims) if _leaves(c) or _set_off(c, claims[:n])), 0)
        or _after_return(claims)
        or _after_lead(claims)
    )
    head = claims[:start]
    left = (
        {p.resolution.place.id for p in claims[start].places if p.role == "from" and p.resolution.place is not None}
        if head
        else set()
    )
    if not head or any(_is_at(c, left) and not _is_return_to(c, claims[start]) for c in head):
        return claims
    lead = [c for sentence in _sentences(claims)[:_LEAD] for c in sentence]
    results = [
        c
        for c in head
        if c in lead and c.status == "happened" and c.act not in ("depart", "meet") and c.places and c.sequence != "earlier"
    ]
    if not results or any(_follows(c, r) for r in results for c in claims[start:] if c.status == "happened"):
        return claims  # days tell that what is told first came first
    if _is_way(results):
        return claims
    since = _since_result(claims, start, results)
    last = max(n for n, c in enumerate(claims[:since]) if c.status == "happened" or n == start)
    others = [c for c in head if c not in results]
    return [*others, *claims[start : last + 1], *results, *claims[last + 1 :]]


def _since_result(claims: Sequence[Claim], start: int, results: Sequence[Claim]) -> int:
    """The first claim of a sentence that goes on from a result: "The jet landed in Z after it had left X for Y. It later flew on to Y".

    So does a later return to where the way began: "landed in Z. It was flying from X to Y. The plane later returned to X".
    """
    told = results[-1].quote
    if not claims[start].quote.overlaps(told):
        left = {p.resolution.place.id for p in claims[start].places if p.role == "from" and p.resolution.place is not None}
        went = (n for n, c in enumerate(claims) if n > start and c.returning and c.status == "happened" and _is_at(c, left))
        return next((n for n in went if _is_led(claims[n], _GOES_ON, claims[n].quote.start)), len(claims))
    rest = (n for n, c in enumerate(claims) if n > start and not c.quote.overlaps(told) and _is_led(c, _GOES_ON, c.quote.start))
    return next(rest, len(claims))


def _is_way(results: Sequence[Claim]) -> bool:
    """Whether what is told before any departure is a way itself: somebody was at a place, and went on to another in the same sentence."""
    return any(
        one.act == "stay"
        and other.act in ("arrive", "travel")
        and one.quote == other.quote
        and first_place(one) < first_place(other)
        for one in results
        for other in results
    )


def _is_return_to(claim: Claim, departure: Claim) -> bool:
    """Whether a claim comes back to the place of a departure that is told after it: "is back in Rota. She left Rota in May"."""
    return claim.returning and not (
        claim.when is not None and departure.when is not None and claim.when.start < departure.when.end
    )


def _latest_stop(claims: list[Claim], names: Sequence[str]) -> list[Claim]:
    """Put what else happened before an arrival that is told first as "the latest stop" of a tour; empty where there is none, or nothing else.

    ``names`` are those of places that are called so without a word of travel.
    """
    lead = [c for sentence in _sentences(claims)[:_LEAD] for c in sentence]
    arrivals = [c for c in lead if c.act in ("arrive", "stay") and c.status == "happened"]
    called = [p for c in claims if c not in arrivals and _LATER_STOP.search(c.quote.text) for p in places_of(c)]
    called += [
        place
        for c in claims
        for p in c.places
        if p.resolution.mention.quote.text in names and (place := p.resolution.place) is not None
    ]
    stop = next((c for c in arrivals if _LATER_STOP.search(c.quote.text) or _lies_in(c, called)), None)
    if stop is None or any(_SEQUENCE[c.sequence] > 1 for c in lead):
        return []
    here = {p.resolution.place.id for p in stop.places if p.resolution.place is not None}
    told = [c for c in lead if c.quote.start < stop.quote.end]
    led = [c for c in told if c.status == "happened" and c.act in ("arrive", "stay", "travel") and not c.sequence]
    since = [
        n for n, c in enumerate(claims) if c.status == "happened" and c.act != "meet" and not _is_at(c, here) and c not in led
    ]
    if not since or any(_follows(claims[n], stop) for n in since):
        return []
    before = [c for c in claims[: since[-1] + 1] if c not in led]
    return [*before, *led, *claims[since[-1] + 1 :]]


def _lies_in(claim: Claim, areas: Sequence[Place]) -> bool:
    """Whether a claim is of a place that is one of some areas, or lies in one: "landed in Beijing. ... China is the third leg of his tour"."""
    return any(is_within(place, area) for area in areas for place in places_of(claim))


def _follows(claim: Claim, stop: Claim) -> bool:
    """Whether a claim is dated after a stop, as far as both tell or leave out the year."""
    if claim.when is None or stop.when is None or claim.when.yearless != stop.when.yearless:
        return False
    return claim.when.start > stop.when.end


def _after_return(claims: Sequence[Claim]) -> int:
    """The first claim after a first sentence that tells of a return; 0 where it tells of none, or of where the trip went from there."""
    first = _sentences(claims)[0] if claims else []
    back = any(c.returning and c.status == "happened" and not c.sequence for c in first)
    if not back:
        return 0
    since = next((c for c in claims[len(first) :] if c.status not in ("denied", "possible")), None)
    if since is None or since.status != "happened" or _SINCE.search(since.quote.text):
        return 0
    if any(_is_led(c, _THEN, c.quote.start) for c in claims[len(first) :] if c.status == "happened" and not c.returning):
        return 0
    home = [
        p.resolution.place for c in first if c.returning for p in c.places if p.role != "from" and p.resolution.place is not None
    ]
    return 0 if _lies_in(since, home) else len(first)  # "were flown back to Norway. They landed in Bergen"


def _after_lead(claims: Sequence[Claim]) -> int:
    """The first claim of what was done elsewhere than where the news finds somebody, told after it without a word of going on; 0 where there is none.

    Of 76 stops that texts with answers tell first, alone in their sentence, 48 were the last of their trip and 22 the first, most of these departures.
    """
    done = [(n, c) for n, c in enumerate(claims) if c.status == "happened" and c.act != "meet" and c.places]
    if not done or any(c.returning for _, c in done[1:]):
        return 0
    lead = done[0][1]
    if lead.basis == "inferred" or lead.traveller == NARRATOR or any(p.role == "from" for p in lead.places):
        return 0
    here = {place.id for place in places_of(lead)}
    elsewhere = ((n, c) for n, c in done if c.basis == "stated" and not _is_at(c, here) and not c.quote.overlaps(lead.quote))
    start, claim = next(elsewhere, (0, lead))
    told = [c.quote.text for n, c in done if n >= start]
    goes_on = any(words.search(text) for words in (_SINCE, _GOES_ON, ONWARD, _NEXT) for text in told)
    return 0 if goes_on or claim.quote.start - lead.quote.end < _RIGHT_BEHIND else start


def _leaves(claim: Claim) -> bool:
    """Whether a claim sets off from a place; who went home from it had come there before."""
    home = claim.returning and claim.act == "depart" and claim.status == "happened"
    return not home and claim.status in ("happened", "under_way") and any(p.role == "from" for p in claim.places)


def _set_off(claim: Claim, before: Sequence[Claim]) -> bool:
    """Whether a departure without a place is dated before what was told before it: it began the trip."""
    if claim.act != "depart" or claim.status != "happened" or claim.when is None:
        return False
    return any(c.when is not None and c.status == "happened" and claim.when.end < c.when.start for c in before)


def _is_at(claim: Claim, places: set[str]) -> bool:
    """Whether a claim comes to one of the places, so that what leaves them goes on from there."""
    return any(p.role != "from" and p.resolution.place is not None and p.resolution.place.id in places for p in claim.places)
