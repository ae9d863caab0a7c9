"""Tell one journey of a vehicle and of who steers it: a plane and its pilot, a ship and its captain or whoever tells of sailing in it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.model import NARRATOR
from geo.reading.travellers.actors import is_many

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.model import Article, Claim, Mode
    from geo.reading.travellers.actors import Actor

__all__ = ["told_of_one"]

#: What those are called who steer a vehicle of a kind.
_STEERSMEN: dict[Mode, str] = {
    "plane": "pilot|captain|aviator|airman",
    "ship": "skipper|captain|master|commander|yachtsman|yachtswoman",
    "car": "driver",
    "train": "driver|engineer",
}
#: A story of more vehicles and people than this, multiplied, is a book's, in which a text of such a size would be searched too often.
_MOST_PAIRS = 40
#: How it is said of a vehicle that somebody steers it.
_BY = r"(?:(?:piloted|flown|skippered|captained|commanded|driven|sailed|steered) by|under)"
#: What may stand between, in one sentence.
_NEAR = r"[^.;:!?]{0,60}?"
_TITLES = r"(?:[Cc]apt(?:ain|\.)?|[Cc]ommander|[Ll]ieutenant|[Ll]t\.?|[Mm]aster|[Mm]r\.?|[Mm]rs\.?) "


def told_of_one(claims: Sequence[Claim], actors: Sequence[Actor], articles: Sequence[Article]) -> list[Claim]:
    """Tell what is told of a vehicle and of the one who is said to steer it under one name.

    That is the name of whichever the story tells of first, and the person's where the vehicle has none.

    Parameters
    ----------
    claims
        Those of a story, in the order of articles and text.
    actors
        Who made them.
    articles
        The articles of the story.

    Returns
    -------
    list of Claim
        In the same order. Where a vehicle has two who steer it, or somebody two vehicles, all are told of by themselves.
    """
    known = {a.name: a for a in actors}
    told = list(dict.fromkeys(c.traveller for c in claims))
    vehicles = [known[n] for n in told if n in known and _is_vehicle(known[n], claims)]
    people = [known[n] for n in told if n in known and known[n].kind == "person" and known[n].named]
    if len(vehicles) * len(people) > _MOST_PAIRS:
        return list(claims)
    pairs = [
        (v.name, p.name)
        for v in vehicles
        for p in people
        if any(_steers(p, v, a.text, alone=len(vehicles) == 1) for a in articles) or _left_in(p, v, claims)
    ]
    single = [(v, p) for v, p in pairs if sum(v == w for w, _ in pairs) == sum(p == q for _, q in pairs) == 1]
    one: dict[str, str] = {}
    for vehicle, person in single:
        first, second = sorted((vehicle, person), key=told.index)
        one[vehicle if vehicle.islower() else second] = person if vehicle.islower() else first
    return [replace(c, traveller=one[c.traveller]) if c.traveller in one else c for c in claims] if one else list(claims)


def _is_vehicle(actor: Actor, claims: Sequence[Claim]) -> bool:
    """Whether a name is that of one vehicle, or with "the" that of a thing: "the Malibu"."""
    if actor.kind != "person":
        return actor.kind == "vehicle" and not is_many(actor.name)
    called = re.compile(rf"\b[Tt]he {re.escape(actor.name)}\b")
    return " " not in actor.name and any(c.traveller == actor.name and called.search(c.quote.text) for c in claims)


def _left_in(person: Actor, vehicle: Actor, claims: Sequence[Claim]) -> bool:
    """Whether a vehicle that a story goes on to tell of is the one in which it said that somebody went: "fled in a grey van. The van was found in X"."""
    noun = re.escape(vehicle.name.split()[-1])
    brought_in = re.compile(
        rf"\b(?:dr[io]ve|driving|in(?:to)?|stealing|stole|stolen|took|taking) an? (?:[\w’'-]+ ){{0,4}}?{noun}\b"
    )
    if person.name == vehicle.name:
        return False
    first = min(c.quote.start for c in claims if c.traveller == vehicle.name)
    return any(
        c.traveller == person.name and c.quote.start < first and brought_in.search(c.quote.text) is not None for c in claims
    )


def _steers(person: Actor, vehicle: Actor, text: str, *, alone: bool) -> bool:
    """Whether a text says that somebody steers a vehicle or sails in it; only by what he is, where the story tells of no other vehicle."""
    noun = rf"\b{re.escape(vehicle.name.split()[-1])}\b"
    if person.name == NARRATOR:
        return re.search(rf"\b(?:I|[Ww]e)\b{_NEAR} (?:aboard|in|on) (?:our |the ){_NEAR}{noun}", text) is not None
    name = rf"{re.escape(person.name.split()[-1])}\b"
    if (" by " in text or " under " in text) and re.search(rf"{noun}{_NEAR}\b{_BY} (?:[\w’'.-]+,? ){{0,4}}?{name}", text):
        return True
    boards = rf"{name}{_NEAR} (?:aboard|in|on|fl(?:ew|own|ying)|sail(?:ed|ing)) (?:her|his|the) (?:[\w’'-]+ ){{0,3}}?{noun}"
    if vehicle.mode in ("plane", "ship") and re.search(boards, text):
        return True
    if alone and re.search(rf"{noun} (?:bringing|carrying|taking) (?:her|him)\b", text):
        return True
    office = _STEERSMEN.get(vehicle.mode)
    if not alone or office is None or not any(word in text.casefold() for word in office.split("|")):
        return False
    behind = rf"{name}(?:, (?:aged )?\d+)?, (?:a|an|its|the|her) (?:[\w’'-]+ ){{0,2}}?(?:{office})\b"
    before = rf"\b(?:{office}),? (?:{_TITLES})?(?:[A-Z][\w’'.-]+ ){{0,2}}?{name}"
    return re.search(f"{behind}|{before}", text, re.IGNORECASE if vehicle.mode != "ship" else 0) is not None
