"""A party that the texts call again, by a part of its name or by other words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.journeys.parties.called import (
    VEHICLES,
    bears_title,
    head_noun_of,
    heads_body,
    holds_office,
    is_another,
    is_couple,
    is_definite,
    is_described,
    is_many,
    is_proper,
    is_somebody_else,
    is_title,
    is_told_before,
    modes_of,
    noun_of,
    numbers_of,
    opens_article,
    others_of_kind,
)
from geo.journeys.parties.told_apart import COUNTS, are_in_different_articles, are_set_apart
from geo.journeys.trip import main_of
from geo.reading.vocabulary.parties import COMPANIES, EXACT_SHIPS, OF_ANOTHER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.journeys.trip import Trip

__all__ = ["called_by_noun", "first_of_several", "full_name_of", "named_person", "namesake_of", "same_people"]

#: Those of `OF_ANOTHER` by which a story brings in whom it is about, with a word on who that is: "A 26-year-old man".
_SEXES = frozenset("boy father girl man mother woman".split())
#: What tells who that is behind such a noun: "A woman from Leeds", "a mother of three".
_TOLD_BEHIND = r" (?:accused|aged|from|in (?:her|his)|of|suspected|wanted|who|with)\b"
#: Nouns by which a text calls again a group, or a vehicle, that it has named.
_COMPANIES = COMPANIES | {"delegation", "expedition", "group", "visitors"}
#: Nouns for many people on one way, whoever they are.
_CROWDS = frozenset("caravan column convoy crowd group party procession".split())


def namesake_of(called: Trip, trips: Sequence[Trip]) -> Trip | None:
    """Find the vehicle of the same name, "Halvard" and "the freighter Halvard", or the person, "Kranz" and "the 41-year-old Kranz"."""
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


def full_name_of(called: Trip, trips: Sequence[Trip]) -> Trip | None:
    """Find the one other group whose name ends as this one's short name does: "the Roos" for "the Socceroos"."""
    name = called.traveller.name
    known = [t for t in others_of_kind(called, trips) if name[:1].isupper() and t.traveller.name.endswith(name.casefold())]
    return known[0] if len(known) == 1 else None


def _is_bare_name(trip: Trip) -> bool:
    """Whether a person is called by one name, which is no office, with common words before it at most."""
    return not is_title(trip) and not any(w[:1].isupper() for w in trip.traveller.name.split()[:-1])


def named_person(described: Trip, trips: Sequence[Trip]) -> Trip | None:
    """Find the one person of the story who travels under a full name, where another is only called "the student"."""
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
    main = _first_told(named) if opens and len(named) > 1 else main_of(named)
    if main is None or apart or not (is_described(described) or is_title(described)) or is_somebody_else(described, main):
        return None
    known = is_definite(described) or is_title(described) or are_in_different_articles(described, main) or opens
    return main if known else None


def _first_told(trips: Sequence[Trip]) -> Trip:
    return min(trips, key=lambda t: t.claims[0].quote.start)


def called_by_noun(described: Trip, trips: Sequence[Trip]) -> Trip | None:
    """Find the one other group, or vehicle of the kind, of the story, where this is only called "the squad", "the 72-metre vessel"."""
    noun = "flight" if described.traveller.name.casefold().startswith("flight ") else noun_of(described).casefold()
    alike = [
        t
        for t in others_of_kind(described, trips)
        if not (modes_of(t) and modes_of(described)) or modes_of(t) & modes_of(described)
    ]
    named = [t for t in alike if noun_of(t)[:1].isupper()]
    alike = named if len(named) == 1 and noun_of(described)[:1].islower() else alike
    if (
        noun not in (VEHICLES if described.traveller.kind == "vehicle" else _COMPANIES)
        or len(alike) != 1
        or is_another(alike[0])
        or len({noun, noun_of(alike[0]).casefold()} & EXACT_SHIPS) > 1
        or (numbers_of(described) and numbers_of(alike[0]) and numbers_of(described) != numbers_of(alike[0]))
        or (is_proper(described) and not is_proper(alike[0]))
        or (
            any(noun_of(t).istitle() for t in (described, alike[0]) if noun_of(t).casefold() in VEHICLES)
            and are_set_apart(described, alike[0])
        )
        or (described.traveller.kind == "vehicle" and is_many(described) != is_many(alike[0]))
        or (described.traveller.kind == "group" and not is_proper(alike[0]) and is_told_before(described, alike[0]))
    ):
        return None
    brought_in = are_in_different_articles(described, alike[0]) or (alike == named and opens_article(described, trips))
    return alike[0] if is_definite(described) or brought_in else None


def first_of_several(described: Trip, trips: Sequence[Trip]) -> Trip | None:
    """Find the one that a story told of before it told of "a second convoy", and then calls "the first convoy"."""
    name, noun = described.traveller.name.casefold(), noun_of(described).casefold()
    if not name.startswith("first "):
        return None
    said = re.compile(rf"\bfirst {re.escape(noun)}\b", re.IGNORECASE)
    before = [
        t for t in others_of_kind(described, trips) if is_told_before(t, described) and not is_another(t, frozenset({"first"}))
    ]
    same = [t for t in before if head_noun_of(t) == noun or said.search(t.claims[0].quote.text)]
    return same[0] if len(same) == 1 else None


def same_people(described: Trip, trips: Sequence[Trip]) -> Trip | None:
    """Find the group that an article calls by the same noun in other words, "500 migrants" and "the Central American migrants", or by a noun for any group.

    Told apart are those whom their words set apart ("the third group", "other migrants", "Polish", "Danish") and those who are counted differently.
    """
    if is_another(described, COUNTS) or not (noun_of(described)[:1].islower() or is_couple(described)):
        return None
    if not noun_of(described).endswith("s") and not is_definite(described) and noun_of(described) not in _CROWDS:
        return None  # "a delegation" is a new one
    alike = [t for t in others_of_kind(described, trips) if not is_another(t, COUNTS) and is_told_before(t, described)]
    same = [t for t in alike if _kind_of_people(t) == _kind_of_people(described) and not are_set_apart(t, described)]
    if same:
        return min(same, key=lambda t: t.claims[0].quote.start)
    if is_couple(described) and len(couples := [t for t in alike if " and " in t.traveller.name]) == 1:
        return couples[0]
    crowd = [t for t in alike if noun_of(t)[:1].islower()]
    return crowd[0] if noun_of(described).casefold() in _CROWDS and len(crowd) == len(alike) == 1 else None


def _kind_of_people(trip: Trip) -> str:
    return noun_of(trip).casefold().removesuffix("s")


def _is_brought_in(described: Trip, trips: Sequence[Trip]) -> bool:
    """Whether an article begins with a man or woman of whom it says more than that: "A 26-year-old man left X. ... Denzil Trewin reached Y"."""
    noun = noun_of(described)
    behind = any(re.search(rf"\b[Aa] {re.escape(noun)}{_TOLD_BEHIND}", c.quote.text) for c in described.claims)
    told = noun in _SEXES and (" " in described.traveller.name or behind)
    return told and not is_definite(described) and opens_article(described, trips)
