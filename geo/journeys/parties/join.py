"""Join what the texts tell of one party under several names: people and the vehicle that carries them, a ship and its crew."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.journeys.parties.called import (
    VEHICLES,
    bears_title,
    heads_body,
    holds_office,
    is_another,
    is_couple,
    is_definite,
    is_described,
    is_many,
    is_nameless,
    is_new,
    is_proper,
    is_somebody_else,
    is_title,
    is_told_before,
    modes_of,
    noun_of,
    numbers_of,
    offices_of,
    opens_article,
    others_of_kind,
)
from geo.journeys.trip import places_of
from geo.model import NARRATOR
from geo.reading.vocabulary.parties import ANOTHER, COMPANIES, KINDS_OF_SHIPS, OF_ANOTHER
from geo.reading.vocabulary.persons import KIN, people_kind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from geo.journeys.trip import Trip
    from geo.model import Claim, PlaceRole

    _Join = Callable[[Trip, Sequence[Trip]], Trip | None]

__all__ = ["join_parties"]

#: Those of `OF_ANOTHER` by which a story brings in whom it is about, with a word on who that is: "A 26-year-old man".
_SEXES = frozenset("boy father girl man mother woman".split())
#: What tells who that is behind such a noun: "A woman from Leeds", "a mother of three".
_TOLD_BEHIND = r" (?:accused|aged|from|in (?:her|his)|of|suspected|wanted|who|with)\b"
#: Nouns for somebody and those who go along.
_TOGETHER = frozenset("couple duo family household pair trio two twosome".split())
#: What one of a couple is to the other.
_PARTNER = re.compile(r"\b(?:[Aa]n?|[Hh]er|[Hh]is) (?:(?:boy|girl)friend|bride|fianc[eé]e?|groom|husband|lover|partner|wife)\b")
#: What the couple is called of whom one has an office: "the first couple".
_OF_RANK = frozenset({"first", "imperial", "presidential", "royal"})
#: How a text says that somebody goes with others.
_WITH_OTHERS = re.compile(
    r"\b(?:(?:with|and|alongside) (?:an?|four|her|his|one|their|three|two)|(?:accompanied|joined) by|at the head of an?)\b"
)
#: Those of `ANOTHER` that also count a party: "the three elephants".
_COUNTS = frozenset({"both", "two", "three"})
_FIRST = frozenset({"first"})
#: Those of them that may tell a part of a party, or the party as a whole: "the first refugees", "the last convoy".
_ENDS = frozenset({"first", "last"})
#: Nouns by which a text calls again a group, or a vehicle, that it has named.
_COMPANIES = COMPANIES | {"delegation", "expedition", "group", "visitors"}
#: Nouns for the members of a party that has been named.
_MEMBERS = frozenset(
    "adventurers bikers boys brothers climbers cyclists dancers explorers girls hikers men motorcyclists musicians newlyweds pilgrims riders rowers "
    "runners sailors singers sisters travellers travelers walkers women".split()
)
#: What two are called of whom each was told by himself.
_PEERS = frozenset("leaders men ministers politicians premiers presidents women".split())
#: Nouns for many people on one way, whoever they are.
_CROWDS = frozenset("caravan column convoy crowd group party procession".split())
#: How many times as much is told of whom a story is about as of anybody else.
_CLEARLY = 2
#: What the vehicles are called in which those go who have an office.
_OF_STATE = {
    "imperial": frozenset({"emperor", "empress"}),
    "papal": frozenset({"pontiff", "pope"}),
    "presidential": frozenset({"president"}),
    "royal": frozenset({"duchess", "duke", "king", "prince", "princess", "queen"}),
}
#: What goes about with somebody.
_RETINUES = frozenset({"bus", "caravan", "convoy", "delegation", "entourage", "motorcade", "party"})
#: Those who steer a vehicle.
_CREW = frozenset({"captain", "driver", "pilot", "pilots", "skipper"})
#: Those aboard it, where they are called by nothing else.
_ABOARD = frozenset({"crew", "crewmen", "passengers", "pilots", "survivors"})


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
        "vehicle": (_owned, _first_of_several, _party, _called, _same_way),
        "group": (_owned, _first_of_several, _leader, _ship, _called, _same_people, _head_of, _one_of_two, _same_way),
        "person": (_told_by_one_of_them, _named, _steered, _same_way),
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
    return vehicle.traveller.kind == "vehicle" and noun_of(people).casefold() in _ABOARD and is_proper(vehicle)


def _owned(described: Trip, trips: Sequence[Trip]) -> Trip | None:
    """The person by whose name a retinue or vehicle is called: "Anna Berg's campaign bus"."""
    owner = re.split(r"['’]s? ", described.traveller.name)[0]
    if owner == described.traveller.name or noun_of(described).casefold() not in _RETINUES | VEHICLES:
        return None
    return next((t for t in trips if t.traveller.name == owner and t.background == described.background), None)


def _party(vehicle: Trip, trips: Sequence[Trip]) -> Trip | None:
    """Who goes by the vehicle: people who are said to go by such a one to the same place or area, or, by one without a name, the only ones."""
    people = [t for t in trips if t.traveller.kind != "vehicle" and t.background == vehicle.background]
    sharing = next((t for t in people if _rides(t, vehicle)), None)
    rank = _OF_STATE.get(vehicle.traveller.name.casefold().split()[0])
    of_rank = [t for t in people if rank and rank & {*offices_of(t), *t.traveller.name.casefold().split()}]
    main = of_rank[0] if len(of_rank) == 1 else _main_of(people)
    if sharing is None and rank:
        return main
    if sharing is not None or main is None or not is_nameless(vehicle.traveller.name):
        return sharing
    if _takes_teller(vehicle, main):
        return main
    starts = [c for c in vehicle.claims if any(p.role == "from" for p in c.places)]
    apart = noun_of(main).casefold() in _CREW or (main.traveller.kind == "person" and not is_definite(vehicle))
    went = any(c.status == "happened" for c in main.moves) and not modes_of(main) & modes_of(vehicle)
    if starts and (apart or went or any(c.act != "depart" for c in starts)):  # it comes from elsewhere
        return None
    if main.traveller.kind == "person" and is_new(vehicle) and is_told_before(main, vehicle):
        return None
    departs = any(c.act == "depart" for c in vehicle.claims) and len(people) == 1
    alone = is_definite(vehicle) and not {c.mode for c in main.claims if c.status == "happened"} - {
        "unknown"
    }  # "the family", "the minibus"
    return main if departs or alone or modes_of(main) & modes_of(vehicle) else None


def _takes_teller(vehicle: Trip, main: Trip) -> bool:
    """Whether the vehicle in which somebody tells that he went is only said to leave: "The bus left X at five. We got to Y by noon"."""
    return main.traveller.name == NARRATOR and is_definite(vehicle) and all(c.act == "depart" for c in vehicle.claims)


def _main_of(trips: Sequence[Trip]) -> Trip | None:
    """The only one of these trips, or the one that the story tells far more of than of any other."""
    ranked = sorted(trips, key=lambda t: -len(t.moves))
    clear = len(ranked) == 1 or (bool(ranked) and len(ranked[0].moves) >= _CLEARLY * max(len(ranked[1].moves), 1))
    return ranked[0] if clear else None


def _namesake(called: Trip, trips: Sequence[Trip]) -> Trip | None:
    """The vehicle of the same name, "Halvard" and "the freighter Halvard", or the person, "Kranz" and "the 41-year-old Kranz"."""
    name, kind = noun_of(called), called.traveller.kind
    if not name[:1].isupper() or name.casefold() in VEHICLES or (kind == "person" and not _is_bare_name(called)):
        return None
    kinds = ("vehicle",) if kind == "vehicle" else ("person", "vehicle")
    known = [
        t
        for t in trips
        if t.traveller.kind in kinds
        and t.background == called.background
        and t.traveller.name != called.traveller.name
        and noun_of(t) == name
    ]
    return known[0] if len(known) == 1 or (known and kind == "vehicle") else None


def _shortened(called: Trip, trips: Sequence[Trip]) -> Trip | None:
    """The one other group whose name ends as this one's short name does: "the Roos" for "the Socceroos"."""
    name = called.traveller.name
    known = [t for t in others_of_kind(called, trips) if name[:1].isupper() and t.traveller.name.endswith(name.casefold())]
    return known[0] if len(known) == 1 else None


def _is_bare_name(trip: Trip) -> bool:
    """Whether a person is called by one name, which is no office, with common words before it at most."""
    return not is_title(trip) and not any(w[:1].isupper() for w in trip.traveller.name.split()[:-1])


def _named(described: Trip, trips: Sequence[Trip]) -> Trip | None:
    """The one person of the story who travels under a full name, where another is only called "the student"."""
    noun = noun_of(described)
    persons = others_of_kind(described, trips)
    named = [t for t in persons if " " in t.traveller.name and t.traveller.name.split()[-1][:1].isupper() and not is_title(t)]
    if is_title(described):
        titled = [t for t in named if bears_title(t, described.traveller.name)]
        named = titled if len(titled) == 1 else named
    if heads_body(described):
        named = [t for t in named if not is_somebody_else(described, t)]
    apart = noun in OF_ANOTHER and (not _is_brought_in(described, trips) or any(holds_office(t) for t in named))
    opens = opens_article(described, trips)
    main = _first_told(named) if opens and len(named) > 1 else _main_of(named)
    if main is None or apart or not (is_described(described) or is_title(described)) or is_somebody_else(described, main):
        return None
    known = is_definite(described) or is_title(described) or _is_told_apart(described, main) or opens
    return main if known else None


def _first_told(trips: Sequence[Trip]) -> Trip:
    return min(trips, key=lambda t: t.claims[0].quote.start)


def _called(described: Trip, trips: Sequence[Trip]) -> Trip | None:
    """The one other group, or vehicle of the kind, of the story, where this is only called "the squad", "the 72-metre vessel"."""
    noun = "flight" if described.traveller.name.casefold().startswith("flight ") else noun_of(described).casefold()
    alike = [
        t
        for t in others_of_kind(described, trips)
        if not (modes_of(t) and modes_of(described)) or modes_of(t) & modes_of(described)
    ]
    named = [t for t in alike if noun_of(t)[:1].isupper()]
    alike = named if len(named) == 1 and noun_of(described)[:1].islower() else alike
    if (
        noun
        not in (
            VEHICLES if described.traveller.kind == "vehicle" else _COMPANIES | (_MEMBERS if _has_members(alike) else frozenset())
        )
        or len(alike) != 1
        or is_another(alike[0])
        or len({noun, noun_of(alike[0]).casefold()} & KINDS_OF_SHIPS) > 1
        or (numbers_of(described) and numbers_of(alike[0]) and numbers_of(described) != numbers_of(alike[0]))
        or (is_proper(described) and not is_proper(alike[0]))
        or (
            any(noun_of(t).istitle() for t in (described, alike[0]) if noun_of(t).casefold() in VEHICLES)
            and _set_apart(described, alike[0])
        )
        or (described.traveller.kind == "vehicle" and is_many(described) != is_many(alike[0]))
    ):
        return None
    brought_in = _is_told_apart(described, alike[0]) or (alike == named and opens_article(described, trips))
    return alike[0] if is_definite(described) or brought_in else None


def _told_by_one_of_them(narrator: Trip, trips: Sequence[Trip]) -> Trip | None:
    """The one group that an article begins with, where one of it tells the rest: "Sixteen ringers set off on Sunday. We drove to X"."""
    texts = [c.quote.text for c in narrator.claims]
    if narrator.traveller.name != NARRATOR or any(re.search(r"\b(?:I|my|me)\b", t) for t in texts):
        return None
    others = [t for t in trips if t is not narrator and t.background == narrator.background]
    first = next((t for t in others if t.traveller.kind == "group" and is_told_before(t, narrator)), None)
    return first if first is not None and len([t for t in others if t.traveller.kind != "vehicle"]) == 1 else None


def _first_of_several(described: Trip, trips: Sequence[Trip]) -> Trip | None:
    """The one that a story told of before it told of "a second convoy", and then calls "the first convoy"."""
    name, noun = described.traveller.name.casefold(), noun_of(described).casefold()
    if not name.startswith("first "):
        return None
    said = re.compile(rf"\bfirst {re.escape(noun)}\b", re.IGNORECASE)
    before = [t for t in others_of_kind(described, trips) if is_told_before(t, described) and not is_another(t, _FIRST)]
    same = [t for t in before if _head_noun(t) == noun or said.search(t.claims[0].quote.text)]
    return same[0] if len(same) == 1 else None


def _head_noun(trip: Trip) -> str:
    """What a traveller is called, without what it is of: "convoy" of "convoy of 12 trucks"."""
    return trip.traveller.name.partition(" of ")[0].split()[-1].casefold()


def _has_members(groups: Sequence[Trip]) -> bool:
    """Whether those that a story tells of are one by name, or one that a noun calls a group: "the choir", of which there are "the singers"."""
    return any(noun_of(t)[:1].isupper() or people_kind(noun_of(t).casefold()) == "group" for t in groups)


def _same_people(described: Trip, trips: Sequence[Trip]) -> Trip | None:
    """The group that an article calls by the same noun in other words, "500 migrants" and "the Central American migrants", or by a noun for any group.

    Told apart are those whom their words set apart ("the third group", "other migrants", "Polish", "Danish") and those who are counted differently.
    """
    if is_another(described, _COUNTS) or not (noun_of(described)[:1].islower() or is_couple(described)):
        return None
    if not noun_of(described).endswith("s") and not is_definite(described) and noun_of(described) not in _CROWDS:
        return None  # "a delegation" is a new one
    alike = [t for t in others_of_kind(described, trips) if not is_another(t, _COUNTS) and is_told_before(t, described)]
    same = [t for t in alike if _kind_of_people(t) == _kind_of_people(described) and not _set_apart(t, described)]
    if same:
        return min(same, key=lambda t: t.claims[0].quote.start)
    if is_couple(described) and len(couples := [t for t in alike if " and " in t.traveller.name]) == 1:
        return couples[0]
    crowd = [t for t in alike if noun_of(t)[:1].islower()]
    return crowd[0] if noun_of(described).casefold() in _CROWDS and len(crowd) == len(alike) == 1 else None


def _head_of(described: Trip, trips: Sequence[Trip]) -> Trip | None:
    """The one person told to go with others, where they are called by what they are together: "Berg left X with her son. The pair"."""
    together = noun_of(described).casefold() in _TOGETHER | _MEMBERS and is_definite(described)
    if not together and not _is_of_one_family(described):
        return None
    persons = [t for t in trips if t.traveller.kind == "person" and t.background == described.background]
    if noun_of(described).casefold() in _MEMBERS:  # who tells of his own party says "we"
        persons = [t for t in persons if t.traveller.name != NARRATOR]
    heads = [t for t in persons if is_told_before(t, described) and any(_WITH_OTHERS.search(c.quote.text) for c in t.claims)]
    if not heads and is_couple(described):
        heads = [t for t in persons if is_told_before(t, described) and any(_PARTNER.search(c.quote.text) for c in t.claims)]
    if not heads and set(described.traveller.name.casefold().split()) & _OF_RANK:
        heads = [t for t in persons if is_told_before(t, described)]
    return heads[0] if len(heads) == 1 else None


def _one_of_two(described: Trip, trips: Sequence[Trip]) -> Trip | None:
    """Of two who go on together, "the two men", the one of whom the story is told; not where their names were given as those of a pair."""
    words = described.traveller.name.casefold().split()
    if (
        words[0] not in ("both", "two")
        or words[-1] not in _PEERS
        or any(t.traveller.kind == "group" for t in trips if t is not described)
    ):
        return None
    return _main_of(
        [
            t
            for t in trips
            if t.traveller.kind == "person" and t.background == described.background and is_told_before(t, described)
        ]
    )


def _is_of_one_family(pair: Trip) -> bool:
    """Whether two are called by what they are to each other: "Father and daughter"."""
    first, _, second = pair.traveller.name.casefold().partition(" and ")
    return first in KIN and second in KIN


def _same_way(described: Trip, trips: Sequence[Trip]) -> Trip | None:
    """The one other party that is told to go where this one does, or to a place in it: "The first group was flown to Rwanda. The 66 landed in Kigali".

    One of the two at least is called by common words, and none that set it apart from the other.
    """
    if described.traveller.kind == "person" and noun_of(described)[:1].isupper():
        return None
    alike = [
        t
        for t in trips
        if t is not described
        and t.background == described.background
        and not (noun_of(t)[:1].isupper() and noun_of(described)[:1].isupper())
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


def _kind_of_people(trip: Trip) -> str:
    return noun_of(trip).casefold().removesuffix("s")


def _set_apart(one: Trip, other: Trip) -> bool:
    """Whether each name counts its people, or calls them after a place or people, as the other does not: "700 migrants", "41 migrants"."""

    def marks(trip: Trip, kind: Callable[[str], bool]) -> set[str]:
        return {w.replace(".", "") for w in trip.traveller.name.split() if kind(w[:1])}

    pairs = [(marks(one, kind), marks(other, kind)) for kind in (str.isdigit, str.isupper)]
    return any(first and second and not first & second for first, second in pairs)


def _is_brought_in(described: Trip, trips: Sequence[Trip]) -> bool:
    """Whether an article begins with a man or woman of whom it says more than that: "A 26-year-old man left X. ... Denzil Trewin reached Y"."""
    noun = noun_of(described)
    behind = any(re.search(rf"\b[Aa] {re.escape(noun)}{_TOLD_BEHIND}", c.quote.text) for c in described.claims)
    told = noun in _SEXES and (" " in described.traveller.name or behind)
    return told and not is_definite(described) and opens_article(described, trips)


def _is_told_apart(one: Trip, other: Trip) -> bool:
    """Whether different articles of the story tell of the two, so that each brings in anew whom it tells of: "a British yacht"."""
    return not is_another(one) and not {c.quote.article for c in one.claims} & {c.quote.article for c in other.claims}


def _ship(crew: Trip, trips: Sequence[Trip]) -> Trip | None:
    """The one vehicle of the story, whose crew or passengers these are."""
    vehicles = [t for t in trips if t.traveller.kind == "vehicle" and t.background == crew.background]
    one, aboard = (
        crew.traveller.name.casefold() == "passenger",
        noun_of(crew).casefold() in _ABOARD and not is_another(crew, _COUNTS),
    )
    if one or len(vehicles) > 1:  # "a passenger on a flight from X to Y had to stop in Z"
        vehicles = [t for t in vehicles if {c.quote for c in t.claims} & {c.quote for c in crew.claims}]
    return vehicles[0] if (one or aboard) and len(vehicles) == 1 else None


def _steered(pilot: Trip, trips: Sequence[Trip]) -> Trip | None:
    """The one vehicle of the story, whose pilot, captain or driver this is."""
    vehicles = [t for t in trips if t.traveller.kind == "vehicle" and t.background == pilot.background]
    return vehicles[0] if pilot.traveller.name.casefold() in _CREW and len(vehicles) == 1 else None


def _leader(pair: Trip, trips: Sequence[Trip]) -> Trip | None:
    """The person named first in a pair, of whom more is told: "Otto and Anna Berg left X. Otto Berg flew on to Y"."""
    first = re.split(r", | and ", pair.traveller.name)[0]
    if first == pair.traveller.name:
        return None
    return next((t for t in trips if f" {t.traveller.name}".endswith(f" {first}") and t.background == pair.background), None)


def _rides(party: Trip, vehicle: Trip) -> bool:
    modes = modes_of(vehicle)
    ends = [p for c in party.moves if c.mode in modes for p in places_of(c)]
    return any(a.id == b.id or (a.is_area and a.contains(b)) for a in ends for c in vehicle.moves for b in places_of(c))
