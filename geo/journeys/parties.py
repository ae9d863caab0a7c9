"""Join what the texts tell of one party under several names: people and the vehicle that carries them, a ship and its crew."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.journeys.trip import places_of
from geo.reading.vocabulary.callings import excludes, tells_of_crime
from geo.reading.vocabulary.parties import ANOTHER, COMPANIES, OF_ANOTHER

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from geo.journeys.trip import Trip
    from geo.model import Claim, Mode, PlaceRole

    _Join = Callable[[Trip, Sequence[Trip]], Trip | None]

__all__ = ["join_parties"]

#: Those of `OF_ANOTHER` by which a story brings in whom it is about, with a word on who that is: "A 26-year-old man".
_SEXES = frozenset("boy father girl man mother woman".split())
#: What tells who that is behind such a noun: "A woman from Leeds", "a mother of three".
_TOLD_BEHIND = r" (?:accused|aged|from|in (?:her|his)|of|suspected|wanted|who|with)\b"
#: Nouns for somebody and those who go along.
_TOGETHER = frozenset("couple duo family household pair trio two twosome".split())
#: How a text says that somebody goes with others.
_WITH_OTHERS = re.compile(r"\b(?:with|and|alongside) (?:an?|four|her|his|one|their|three|two)\b")
#: Offices by which a text calls their holder.
_OFFICES = frozenset(
    "ambassador archbishop bishop cardinal chancellor chief commissioner emir emperor envoy general governor king leader mayor minister patriarch "
    "pontiff pope premier president prince princess queen secretary senator sultan".split()
)
#: Titles that are no office.
_TITLED = frozenset("duchess duke empress lady lord".split())
#: Nouns for two who belong together.
_COUPLES = frozenset("couple duo newlyweds pair royals twosome".split())
#: Those of `ANOTHER` that also count a party: "the three elephants".
_COUNTS = frozenset({"both", "two", "three"})
#: Those of them that may tell a part of a party, or the party as a whole: "the first refugees", "the last convoy".
_ENDS = frozenset({"first", "last"})
#: Nouns by which a text calls again a group, or a vehicle, that it has named.
_COMPANIES = COMPANIES | {"delegation", "expedition", "group", "visitors"}
#: Nouns for many people on one way, whoever they are.
_CROWDS = frozenset("caravan column convoy crowd group party procession".split())
#: Those who steer a vehicle.
_CREW = frozenset({"captain", "driver", "pilot", "pilots", "skipper"})
#: Those aboard it, where they are called by nothing else.
_ABOARD = frozenset({"crew", "passengers", "pilots"})
_VEHICLES = frozenset("aircraft airliner boat carrier craft ferry flight freighter jet plane ship train vessel yacht".split())


def join_parties(trips: Sequence[Trip], order: Mapping[str, int]) -> list[Trip]:
    """Join the trip of a vehicle to that of its party, and that of a crew to that of its vehicle.

    Parameters
    ----------
    trips
        One for each traveller and trip.
    order
        The rank of each claim, by id, in the order of the telling.

    Returns
    -------
    list of Trip
        The trips that are left; a joined one bears the traveller of the trip that it was joined to.
    """
    namesakes = {"vehicle": (_namesake,), "group": (_shortened,), "person": (_namesake,)}
    described = {
        "vehicle": (_party, _called, _same_way),
        "group": (_leader, _ship, _called, _same_people, _head_of, _same_way),
        "person": (_named, _steered, _same_way),
    }
    return _joined(_joined(trips, namesakes, order), described, order)


def _joined(trips: Sequence[Trip], joins: Mapping[str, Sequence[_Join]], order: Mapping[str, int]) -> list[Trip]:
    """Join each trip to the first that one of the joins for its kind finds for it."""
    kept = dict(enumerate(trips))
    for number in range(len(trips)):
        trip, others = kept[number], list(kept.values())
        party = next((p for join in joins[trip.traveller.kind] if (p := join(trip, others)) is not None), None)
        if party is not None:
            bearer = trip.traveller if _is_known_by(trip, party) else party.traveller
            told = sorted((*party.claims, *trip.claims), key=lambda c: order[c.id])
            joined = [c if c.traveller == bearer.name else replace(c, traveller=bearer.name) for c in told]
            kept[next(n for n, t in kept.items() if t is party)] = replace(party, traveller=bearer, claims=tuple(joined))
            del kept[number]
    return list(kept.values())


def _is_known_by(vehicle: Trip, people: Trip) -> bool:
    """Whether the name of a vehicle tells more than that of those aboard it: "Train 55" than "passengers"."""
    return vehicle.traveller.kind == "vehicle" and _noun(people).casefold() in _ABOARD and _is_proper(vehicle)


def _party(vehicle: Trip, trips: Sequence[Trip]) -> Trip | None:
    """Who goes by the vehicle: people who are said to go by such a one to the same place or area, or, by one without a name, the only ones."""
    people = [t for t in trips if t.traveller.kind != "vehicle" and t.background == vehicle.background]
    sharing = next((t for t in people if _rides(t, vehicle)), None)
    if sharing is not None or len(people) != 1 or not _is_nameless(vehicle.traveller.name):
        return sharing
    if any(p.role == "from" for c in vehicle.claims for p in c.places):  # it comes from elsewhere
        return None
    if people[0].traveller.kind == "person" and _is_new(vehicle) and _is_told_before(people[0], vehicle):
        return None
    departs = any(c.act == "depart" for c in vehicle.claims)
    alone = not _modes(people[0]) and _is_definite(vehicle)  # "the family" and "the minibus"
    return people[0] if departs or alone or _modes(people[0]) & _modes(vehicle) else None


def _namesake(called: Trip, trips: Sequence[Trip]) -> Trip | None:
    """The vehicle of the same name, "Halvard" and "the freighter Halvard", or the person, "Kranz" and "the 41-year-old Kranz"."""
    name, kind = _noun(called), called.traveller.kind
    if not name[:1].isupper() or name.casefold() in _VEHICLES or (kind == "person" and not _is_bare_name(called)):
        return None
    kinds = ("vehicle",) if kind == "vehicle" else ("person", "vehicle")
    known = [
        t
        for t in trips
        if t.traveller.kind in kinds
        and t.background == called.background
        and t.traveller.name != called.traveller.name
        and _noun(t) == name
    ]
    return known[0] if len(known) == 1 or (known and kind == "vehicle") else None


def _shortened(called: Trip, trips: Sequence[Trip]) -> Trip | None:
    """The one other group whose name ends as this one's short name does: "the Roos" for "the Socceroos"."""
    name = called.traveller.name
    known = [t for t in _others(called, trips) if name[:1].isupper() and t.traveller.name.endswith(name.casefold())]
    return known[0] if len(known) == 1 else None


def _is_bare_name(trip: Trip) -> bool:
    """Whether a person is called by one name, which is no office, with common words before it at most."""
    return not _is_title(trip) and not any(w[:1].isupper() for w in trip.traveller.name.split()[:-1])


def _named(described: Trip, trips: Sequence[Trip]) -> Trip | None:
    """The one person of the story who travels under a full name, where another is only called "the student"."""
    noun = _noun(described)
    persons = _others(described, trips)
    named = [t for t in persons if " " in t.traveller.name and t.traveller.name.split()[-1][:1].isupper() and not _is_title(t)]
    if _is_title(described):
        titled = [t for t in named if _bears(t, described.traveller.name)]
        named = titled if len(titled) == 1 else named
    apart = noun in OF_ANOTHER and (not _is_brought_in(described, trips) or any(_holds_office(t) for t in named))
    if len(named) != 1 or apart or not (noun[:1].islower() or _is_title(described)) or _is_somebody_else(described, named[0]):
        return None
    known = _is_definite(described) or _is_title(described) or _is_told_apart(described, named[0]) or _opens(described, trips)
    return named[0] if known else None


def _called(described: Trip, trips: Sequence[Trip]) -> Trip | None:
    """The one other group, or vehicle of the kind, of the story, where this is only called "the squad", "the 72-metre vessel"."""
    noun = "flight" if described.traveller.name.casefold().startswith("flight ") else _noun(described).casefold()
    alike = [t for t in _others(described, trips) if not (_modes(t) and _modes(described)) or _modes(t) & _modes(described)]
    named = [t for t in alike if _noun(t)[:1].isupper()]
    alike = named if len(named) == 1 and _noun(described)[:1].islower() else alike
    if (
        noun not in (_VEHICLES if described.traveller.kind == "vehicle" else _COMPANIES)
        or len(alike) != 1
        or _is_another(alike[0])
        or (_numbers(described) and _numbers(alike[0]) and _numbers(described) != _numbers(alike[0]))
        or (_is_proper(described) and not _is_proper(alike[0]))
        or (described.traveller.kind == "vehicle" and _is_many(described) != _is_many(alike[0]))
    ):
        return None
    brought_in = _is_told_apart(described, alike[0]) or (alike == named and _opens(described, trips))
    return alike[0] if _is_definite(described) or brought_in else None


def _numbers(trip: Trip) -> set[str]:
    """The words of a name with figures in them: a flight's number."""
    return {w for w in trip.traveller.name.split() if any(c.isdigit() for c in w)}


def _same_people(described: Trip, trips: Sequence[Trip]) -> Trip | None:
    """The group that an article calls by the same noun in other words, "500 migrants" and "the Central American migrants", or by a noun for any group.

    Told apart are those whom their words set apart ("the third group", "other migrants", "Polish", "Danish") and those who are counted differently.
    """
    if _is_another(described, _COUNTS) or not (_noun(described)[:1].islower() or _is_couple(described)):
        return None
    if not _noun(described).endswith("s") and not _is_definite(described) and _noun(described) not in _CROWDS:
        return None  # "a delegation" is a new one
    alike = [t for t in _others(described, trips) if not _is_another(t, _COUNTS) and _is_told_before(t, described)]
    same = [t for t in alike if _kind_of_people(t) == _kind_of_people(described) and not _set_apart(t, described)]
    if same:
        return min(same, key=lambda t: t.claims[0].quote.start)
    if _is_couple(described) and len(couples := [t for t in alike if " and " in t.traveller.name]) == 1:
        return couples[0]
    crowd = [t for t in alike if _noun(t)[:1].islower()]
    return crowd[0] if _noun(described).casefold() in _CROWDS and len(crowd) == len(alike) == 1 else None


def _head_of(described: Trip, trips: Sequence[Trip]) -> Trip | None:
    """The one person told to go with others, where they are called by what they are together: "Berg left X with her son. The pair"."""
    if _noun(described).casefold() not in _TOGETHER or not _is_definite(described):
        return None
    persons = [t for t in trips if t.traveller.kind == "person" and t.background == described.background]
    heads = [t for t in persons if _is_told_before(t, described) and any(_WITH_OTHERS.search(c.quote.text) for c in t.claims)]
    return heads[0] if len(heads) == 1 else None


def _same_way(described: Trip, trips: Sequence[Trip]) -> Trip | None:
    """The one other party that is told to go where this one does, or to a place in it: "The first group was flown to Rwanda. The 66 landed in Kigali".

    One of the two at least is called by common words, and none that set it apart from the other.
    """
    if described.traveller.kind == "person" and _noun(described)[:1].isupper():
        return None
    alike = [
        t
        for t in trips
        if t is not described
        and t.background == described.background
        and not (_noun(t)[:1].isupper() and _noun(described)[:1].isupper())
        and not _set_apart(t, described)
        and not _is_other(t, described)
        and _goes_along(described, t)
    ]
    of_its_kind = [t for t in alike if t.traveller.kind == described.traveller.kind]
    return next((same[0] for same in (alike, of_its_kind) if len(same) == 1), None)


def _is_other(one: Trip, other: Trip) -> bool:
    """Whether words tell one party from the other: "the second column", but "the last convoy" is that of "the last trucks"."""
    marks = [(ANOTHER - _COUNTS) & set(re.sub(r"\bmore than\b", "", t.traveller.name.casefold()).split()) for t in (one, other)]
    return bool((marks[0] | marks[1]) - _ENDS) or (all(marks) and marks[0] != marks[1])


def _goes_along(one: Trip, other: Trip) -> bool:
    """Whether every place of a party's movements is one of another's, or an area around one, in the same role; what it passed does not count."""
    ends = [(c, p) for c in one.moves for p in c.places if p.resolution.place is not None and p.role != "via"]
    reached = any(p.role != "from" for _, p in ends)
    return reached and all(any(_is_same_end(c, p, d, q) for d in other.moves for q in d.places) for c, p in ends)


def _is_same_end(claim: Claim, end: PlaceRole, other: Claim, place: PlaceRole) -> bool:
    one, two = end.resolution.place, place.resolution.place
    if one is None or two is None or not (one.id == two.id or (one.is_area and one.contains(two))):
        return False
    real = (claim.status in ("happened", "under_way")) == (other.status in ("happened", "under_way"))
    return real and ((end.role == "from") == (place.role == "from") or claim.act == "stay")


def _is_couple(trip: Trip) -> bool:
    """Whether two are called by what they are together: "the couple", "the Duke and Duchess"."""
    words = trip.traveller.name.casefold().split()
    return words[-1] in _COUPLES or ("and" in words and {words[0], words[-1]} <= _OFFICES | _TITLED)


def _is_told_before(one: Trip, other: Trip) -> bool:
    """Whether one article tells of both, of the one first."""
    first = other.claims[0].quote
    return any(c.quote.article == first.article and c.quote.start <= first.start for c in one.claims)


def _kind_of_people(trip: Trip) -> str:
    return _noun(trip).casefold().removesuffix("s")


def _set_apart(one: Trip, other: Trip) -> bool:
    """Whether each name counts its people, or calls them after a place or people, as the other does not: "700 migrants", "41 migrants"."""

    def marks(trip: Trip, kind: Callable[[str], bool]) -> set[str]:
        return {w.replace(".", "") for w in trip.traveller.name.split() if kind(w[:1])}

    pairs = [(marks(one, kind), marks(other, kind)) for kind in (str.isdigit, str.isupper)]
    return any(first and second and not first & second for first, second in pairs)


def _opens(described: Trip, trips: Sequence[Trip]) -> bool:
    """Whether an article begins with somebody whom it names only afterwards: "A Cornish plumber rolled into X. Denzil Trewin, 44, ..."."""
    first = min(described.claims, key=lambda c: c.quote.start)
    before = [c for t in trips for c in t.claims if c.quote.article == first.quote.article and c.quote.start < first.quote.start]
    return not before and not _is_another(described)


def _is_brought_in(described: Trip, trips: Sequence[Trip]) -> bool:
    """Whether an article begins with a man or woman of whom it says more than that: "A 26-year-old man left X. ... Denzil Trewin reached Y"."""
    noun = _noun(described)
    behind = any(re.search(rf"\b[Aa] {re.escape(noun)}{_TOLD_BEHIND}", c.quote.text) for c in described.claims)
    told = noun in _SEXES and (" " in described.traveller.name or behind)
    return told and not _is_definite(described) and _opens(described, trips)


def _holds_office(named: Trip) -> bool:
    """Whether an office stands before a name where somebody's way is told: "The prime minister, Denzil Trewin, flew to X"."""
    return bool(_offices_of(named))


def _is_somebody_else(described: Trip, named: Trip) -> bool:
    """Whether a text gives somebody another office or calling: "the bishop" is not President Denzil Trewin, nor "the thief" a tenor."""
    held, noun = _offices_of(named), _noun(described)
    if noun in _OFFICES and held:
        return noun not in held
    charged = tells_of_crime(word for c in named.claims for word in re.findall(r"\w+", c.quote.text.casefold()))
    return excludes(described.traveller.name.casefold().split(), _words_beside(named), charged=charged)


def _words_beside(named: Trip) -> set[str]:
    """The words right before a name, and those of the apposition behind it, where its way is told: "the tenor Denzil Trewin", "Trewin, a tenor,"."""
    name = re.escape(named.traveller.name)
    texts = [c.quote.text for c in named.claims]
    beside = [text[: m.start()].split()[-4:] for text in texts if (m := re.search(name, text))]
    beside += [m[1].split() for text in texts if (m := re.search(rf"{name}, (?:an?|the) ([^,.;]+)", text))]
    return {word.casefold() for words in beside for word in words}


def _offices_of(named: Trip) -> set[str]:
    before = (c.quote.text.casefold().partition(named.traveller.name.casefold()) for c in named.claims)
    return {word for words, name, _ in before if name for word in re.findall(r"\w+", words)[-4:]} & _OFFICES


def _is_told_apart(one: Trip, other: Trip) -> bool:
    """Whether different articles of the story tell of the two, so that each brings in anew whom it tells of: "a British yacht"."""
    return not _is_another(one) and not {c.quote.article for c in one.claims} & {c.quote.article for c in other.claims}


def _others(trip: Trip, trips: Sequence[Trip]) -> list[Trip]:
    """The trips of other travellers of the same kind."""
    return [
        t
        for t in trips
        if t.traveller.kind == trip.traveller.kind and t.background == trip.background and t.traveller.name != trip.traveller.name
    ]


def _noun(trip: Trip) -> str:
    return trip.traveller.name.split()[-1]


def _is_many(vehicles: Trip) -> bool:
    """Whether several vehicles travel: "27 vessels", "two ferries"."""
    noun = _noun(vehicles).casefold()
    return noun.endswith("s") and bool({noun.removesuffix("s"), noun.removesuffix("ies") + "y"} & _VEHICLES)


def _is_proper(trip: Trip) -> bool:
    """Whether a traveller is called by a name, and not by common words alone: "Pakistan Cricket Team", but not "players"."""
    return any(w[:1].isupper() for w in trip.traveller.name.split())


def _is_title(trip: Trip) -> bool:
    """Whether a traveller is only called by an office: "UN Secretary-General"."""
    return _noun(trip).casefold().split("-")[-1] in _OFFICES


def _bears(trip: Trip, title: str) -> bool:
    """Whether the text calls a traveller by a title somewhere: "President Otto Kranz"."""
    called = re.compile(rf"\b{re.escape(title)} (?:\w+ ){{0,2}}{re.escape(_noun(trip))}\b", re.IGNORECASE)
    return any(called.search(c.quote.text) for c in trip.claims)


def _is_definite(trip: Trip) -> bool:
    """Whether a text speaks of the traveller as of somebody known: "the retired postman", but not "the second convoy"."""
    if trip.traveller.kind == "vehicle" and trip.traveller.name.casefold().startswith("flight "):
        return True
    definite = re.compile(rf"\b(?:[Tt]he|\w+[’']s?) (?:[\w-]+ ){{0,3}}{re.escape(_noun(trip))}\b")
    return not _is_another(trip) and any(definite.search(c.quote.text) for c in trip.claims)


def _is_new(vehicle: Trip) -> bool:
    """Whether a text brings in a vehicle by what it does, as one that nobody was told to be in: "A helicopter flew to X"."""
    noun = re.escape(_noun(vehicle))
    return any(re.match(rf"(?:An?|Another|Two|Three) (?:[\w-]+ ){{0,3}}{noun}\b", c.quote.text) for c in vehicle.claims)


def _is_another(trip: Trip, but: frozenset[str] = frozenset()) -> bool:
    """Whether a name tells its bearer from others; the words of ``but`` do not."""
    return bool((ANOTHER - but) & set(trip.traveller.name.casefold().split()))


def _ship(crew: Trip, trips: Sequence[Trip]) -> Trip | None:
    """The one vehicle of the story, whose crew or passengers these are."""
    vehicles = [t for t in trips if t.traveller.kind == "vehicle" and t.background == crew.background]
    return vehicles[0] if crew.traveller.name.casefold() in _ABOARD and len(vehicles) == 1 else None


def _steered(pilot: Trip, trips: Sequence[Trip]) -> Trip | None:
    """The one vehicle of the story, whose pilot, captain or driver this is."""
    vehicles = [t for t in trips if t.traveller.kind == "vehicle" and t.background == pilot.background]
    return vehicles[0] if pilot.traveller.name.casefold() in _CREW and len(vehicles) == 1 else None


def _leader(pair: Trip, trips: Sequence[Trip]) -> Trip | None:
    """The person named first in a pair, of whom more is told: "Otto and Anna Berg left X. Otto Berg flew on to Y"."""
    first = re.split(r", | and ", pair.traveller.name)[0]
    if first == pair.traveller.name:
        return None
    return next((t for t in trips if t.traveller.name == first and t.background == pair.background), None)


def _rides(party: Trip, vehicle: Trip) -> bool:
    modes = _modes(vehicle)
    ends = [p for c in party.moves if c.mode in modes for p in places_of(c)]
    return any(a.id == b.id or (a.is_area and a.contains(b)) for a in ends for c in vehicle.moves for b in places_of(c))


def _modes(trip: Trip) -> set[Mode]:
    return {c.mode for c in trip.claims} - {"unknown"}


def _is_nameless(name: str) -> bool:
    """Whether a vehicle is called by common words alone: "plane", "One bus", but not "Airbus" or "Sudan Airways plane"."""
    first, *rest = name.split()
    if ANOTHER & {first.casefold(), *rest}:
        return False
    return not any(w[:1].isupper() for w in rest) and (first[:1].islower() or bool(rest))
