"""A group, and the one of it of whom or by whom the story is told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.journeys.parties.called import is_couple, is_definite, is_told_before, noun_of, those_of
from geo.journeys.parties.members import MEMBERS
from geo.journeys.trip import main_of
from geo.model import NARRATOR
from geo.reading.vocabulary.parties import COURTS
from geo.reading.vocabulary.persons import KIN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.journeys.trip import Trip

__all__ = ["head_of", "leader_of", "led_by", "one_of_two", "told_by_one_of_them"]

#: Nouns for somebody and those who go along.
_TOGETHER = frozenset("couple duo family group household pair party team trio two twosome".split())
#: What one of a couple is to the other.
_PARTNER = re.compile(r"\b(?:[Aa]n?|[Hh]er|[Hh]is) (?:(?:boy|girl)friend|bride|fianc[eé]e?|groom|husband|lover|partner|wife)\b")
#: How a text says that somebody goes with others.
_WITH_OTHERS = re.compile(
    r"\b(?:(?:with|and|alongside) (?:an?|eight|five|four|her|his|nine|one|seven|six|some|ten|their|three|two|\d+)|(?:accompanied|joined) by|at the head of an?)\b"
)
#: How a text says that somebody leads others.
_LEADS = re.compile(r"\b(?:at the head of|headed by|heading|leading|led by)\b")
#: What the couple is called of whom one has an office: "the first couple".
_OF_RANK = COURTS | {"first"}
#: What two are called of whom each was told by himself.
_PEERS = frozenset("leaders men ministers politicians premiers presidents women".split())


def told_by_one_of_them(narrator: Trip, trips: Sequence[Trip]) -> Trip | None:
    """Find the one group that an article begins with, where one of it tells the rest: "Sixteen ringers set off on Sunday. We drove to X"."""
    texts = [c.quote.text for c in narrator.claims]
    if narrator.traveller.name != NARRATOR or any(re.search(r"\b(?:I|my|me)\b", t) for t in texts):
        return None
    others = [t for t in trips if t is not narrator and t.background == narrator.background]
    first = next((t for t in others if t.traveller.kind == "group" and is_told_before(t, narrator)), None)
    return first if first is not None and len([t for t in others if t.traveller.kind != "vehicle"]) == 1 else None


def head_of(described: Trip, trips: Sequence[Trip]) -> Trip | None:
    """Find the one person told to go with others, where they are called by what they are together: "Berg left X with her son. The pair"."""
    together = noun_of(described).casefold() in _TOGETHER | MEMBERS and is_definite(described)
    if not together and not _is_of_one_family(described):
        return None
    persons = those_of("person", described, trips)
    if noun_of(described).casefold() in MEMBERS:  # who tells of his own party says "we"
        persons = [t for t in persons if t.traveller.name != NARRATOR]
    heads = [t for t in persons if is_told_before(t, described) and any(_WITH_OTHERS.search(c.quote.text) for c in t.claims)]
    if not heads and is_couple(described):
        heads = [t for t in persons if is_told_before(t, described) and any(_PARTNER.search(c.quote.text) for c in t.claims)]
    if not heads and set(described.traveller.name.casefold().split()) & _OF_RANK:
        heads = [t for t in persons if is_told_before(t, described)]
    return heads[0] if len(heads) == 1 else None


def one_of_two(described: Trip, trips: Sequence[Trip]) -> Trip | None:
    """Find, of two who go on together, "the two men", the one of whom the story is told; not where their names were given as those of a pair."""
    words = described.traveller.name.casefold().split()
    if (
        words[0] not in ("both", "two")
        or words[-1] not in _PEERS
        or any(t.traveller.kind == "group" for t in trips if t is not described)
    ):
        return None
    return main_of([t for t in those_of("person", described, trips) if is_told_before(t, described)])


def led_by(group: Trip, trips: Sequence[Trip]) -> Trip | None:
    """Find the person who leads a group, and of whom it is told where he goes: "A delegation led by minister Berg left X. Berg went on to Y"."""
    noun, whole = noun_of(group), group.traveller.name
    told = [c.quote.text for c in group.claims if _LEADS.search(c.quote.text)]
    for leader in those_of("person", group, trips):
        name = noun_of(leader)
        texts = [*told, *(c.quote.text for c in leader.claims if _LEADS.search(c.quote.text))]
        if name[:1].isupper() and any(
            noun in text and name in text and _leads(name, whole if whole in text else noun, text) for text in texts
        ):
            return leader
    return None


def _leads(name: str, group: str, text: str) -> bool:
    """Whether a text says that somebody leads a group."""
    name, group = re.escape(name), re.escape(group)
    led = rf"\b{group}\b[^.;]{{0,60}}?\b(?:headed|led) by (?:[\w.'’-]+ ){{0,6}}?{name}\b"
    leads = rf"\b{name}\b[^.;]{{0,60}}?\b(?:at the head of|heading|leading) (?:an?|her|his|the) (?:[\w-]+ ){{0,4}}{group}\b"
    return re.search(f"{led}|{leads}", text) is not None


def _is_of_one_family(pair: Trip) -> bool:
    """Whether two are called by what they are to each other: "Father and daughter"."""
    first, _, second = pair.traveller.name.casefold().partition(" and ")
    return first in KIN and second in KIN


def leader_of(pair: Trip, trips: Sequence[Trip]) -> Trip | None:
    """Find the person named first in a pair, of whom more is told: "Otto and Anna Berg left X. Otto Berg flew on to Y"."""
    first = re.split(r", | and ", pair.traveller.name)[0]
    if first == pair.traveller.name:
        return None
    return next((t for t in trips if f" {t.traveller.name}".endswith(f" {first}") and t.background == pair.background), None)
