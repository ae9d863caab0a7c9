"""A party that is called again by what its members are: "the choir", and then "the singers"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.journeys.parties.called import is_another, is_definite, is_told_before, noun_of, others_of_kind
from geo.journeys.parties.told_apart import COUNTS, are_set_apart
from geo.reading.vocabulary.callings import callings_of
from geo.reading.vocabulary.parties import COMPANIES
from geo.reading.vocabulary.persons import people_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.journeys.trip import Trip

__all__ = ["MEMBERS", "whole_of"]

#: Nouns for the members of a party that has been named, whatever they do.
MEMBERS = frozenset(
    "adventurers bikers boys brothers climbers cyclists dancers explorers girls hikers men motorcyclists musicians newlyweds pilgrims riders rowers "
    "runners sailors singers sisters travellers travelers walkers women".split()
)
#: Callings of those who go about in a company.
_OF_COMPANIES = frozenset({"sport", "stage"})
#: How many letters of a word make its stem: "rescue team" and "rescuers".
_STEM = 5


def whole_of(members: Trip, trips: Sequence[Trip]) -> Trip | None:
    """Find the one party of which a text then speaks as of its members: "A rescue team left X. The 40 rescuers reached Y".

    It has a name, or a noun calls it a body of people, or its words say what its members are.
    """
    if is_another(members, COUNTS) or not (is_definite(members) or _opens_sentence(members)):
        return None
    groups = [t for t in others_of_kind(members, trips) if is_told_before(t, members)]
    first = [t for t in groups if not _is_again(t)] or groups
    if len(first) != 1 or are_set_apart(first[0], members):
        return None
    company = not is_another(first[0], COUNTS) and _has_members(first[0]) and _are_of_company(members)
    return first[0] if company or _says_of_what(first[0], members) else None


def _opens_sentence(members: Trip) -> bool:
    """Whether a sentence begins with the bare noun, as in American news: "Players practiced there"."""
    bare = re.compile(rf"(?:^|[.!?][\"”]? ){re.escape(noun_of(members).capitalize())} [a-z]")
    return any(bare.search(c.quote.text) for c in members.claims)


def _is_again(group: Trip) -> bool:
    """Whether a group is only called by a noun for any company or its members: "the squad", "the players"."""
    alone = " " not in group.traveller.name and is_definite(group)
    return alone and (noun_of(group) in COMPANIES or _are_of_company(group))


def _has_members(group: Trip) -> bool:
    noun = noun_of(group)
    return noun[:1].isupper() or people_kind(noun.casefold()) == "group" or _are_of_company(group)


def _are_of_company(members: Trip) -> bool:
    noun = noun_of(members).casefold()
    return noun in MEMBERS or bool(_OF_COMPANIES & callings_of([_singular(noun)]))


def _says_of_what(group: Trip, members: Trip) -> bool:
    """Whether a group is called after its members: "a delegation of Bolivian farmers", "a climbing party" of "climbers"."""
    noun, body = noun_of(members).casefold(), re.escape(group.traveller.name)
    behind = (m[1] for c in group.claims if (m := re.search(rf"{body} of ((?:[\w-]+ ){{1,4}})", c.quote.text)))
    words = [w.casefold() for told in (group.traveller.name, *behind) for w in told.split()]
    return noun in words or any(len(w) > _STEM and w[:_STEM] == noun[:_STEM] for w in words)


def _singular(noun: str) -> str:
    return f"{noun[:-2]}an" if noun.endswith("men") else noun.removesuffix("s")
