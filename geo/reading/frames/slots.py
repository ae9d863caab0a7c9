"""Fill the slots of a word of travel: which places, which times and which vehicle belong to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.reading.frames.datelines import capital_of_dateline, end_at_dateline
from geo.reading.frames.place_lists import list_members, place_behind_colon
from geo.reading.frames.roles import find_role
from geo.reading.frames.slot_times import find_whens
from geo.reading.frames.topics import is_topic
from geo.reading.parsing.clauses import below
from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.vehicles import vehicle_mode
from geo.reading.travellers.carriers import carrying_vehicle
from geo.reading.vocabulary.place_nouns import CARE, COURTS, PLACE_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gazetteer.model import Place
    from geo.model import Mode, Resolution, Role, When
    from geo.reading.frames.facts import PassageFacts
    from geo.reading.travel_words.predicates import Predicate

__all__ = ["Slots", "fill"]

_ABOARD = frozenset({"by", "in", "into", "on", "onto", "aboard", "with", "via"})
#: Words of a way rather than a vehicle, which say how one travels only behind "by".
_WAYS = frozenset({"rail", "road", "sea", "flight", "caravan", "carriage"})


#: Prepositions before what lies beside a place.
_NEAR = frozenset({"beside", "near", "outside"})
#: How far, in kilometres, what a town has may lie from it.
_NEAR_TOWN = 80.0


@dataclass(slots=True)
class Slots:
    """What belongs to one word of travel."""

    places: list[tuple[Role, Resolution, Token]] = field(default_factory=list)
    whens: list[When] = field(default_factory=list)
    mode: Mode = "unknown"


def fill(predicate: Predicate, facts: PassageFacts) -> Slots:
    """Gather what belongs to a word of travel."""
    slots = Slots(mode=predicate.mode)
    for index, resolution in facts.in_sentence(predicate.token):
        token = facts.passage.doc[index]
        if (
            index in facts.inside
            or (resolution.mention.kind != "place" and resolution is not facts.dateline)
            or _is_one_of_many(token)
        ):
            continue
        role = find_role(token, predicate, facts) if predicate.force != "attach" or not is_topic(token) else None
        if role is not None:
            slots.places.append((role, _town_of(token, resolution, facts), token))
    if not slots.places and (first := place_behind_colon(predicate, facts)) is not None:
        slots.places.append(first)
    slots.places += list_members(slots, facts)
    named = {role for role, _, token in slots.places if token.lower_ != "where"}
    if "at" in named:  # "went to the country, where it was shown in X"
        slots.places = [p for p in slots.places if p[2].lower_ != "where"]
    slots.places = sorted(
        (p for p in slots.places if p[0] == "from" or not is_care(p[2], predicate) or _is_town(p[1], p[2])), key=lambda p: p[2].i
    )
    if predicate.support is not None and [role for role, _, _ in slots.places].count("from") > 1:
        slots.places = [("at", r, t) for _, r, t in slots.places]  # "the tour will start in X, Y and Z"
    if lemma_of(predicate.token) == "shuttle" and [role for role, _, _ in slots.places] == ["at", "at"]:
        (_, *one), (_, *other) = slots.places
        slots.places = [("from", *one), ("to", *other)]  # "between X and Y"
    slots.places = [p for p in slots.places if not (_is_whole(p, slots.places) or _lies_near_other(p[2], slots.places))]
    _refine(slots, predicate, facts)
    slots.places += end_at_dateline(predicate, slots.places, facts)
    slots.whens = find_whens(predicate, facts)
    if slots.mode == "unknown":
        slots.mode = _mode(predicate)
    return slots


def _is_whole(place: tuple[Role, Resolution, Token], others: list[tuple[Role, Resolution, Token]]) -> bool:
    """Whether a place is the area in which two or more lie that are told with it: "a tour of Japan, with concerts in Osaka and Tokyo"."""
    role, area = place[0], place[1].place
    if area is None or not area.is_area or role == "from":
        return False
    return (
        sum(
            r == role and other.place is not None and other.place.id != area.id and area.contains(other.place)
            for r, other, _ in others
        )
        > 1
    )


def _lies_near_other(place: Token, places: list[tuple[Role, Resolution, Token]]) -> bool:
    """Whether a place only tells where the one right before it lies: "flew in to X near the capital Y"."""
    node = place
    while node.dep_ in ("appos", "compound") and node.head.i < place.i:
        node = node.head
    near = node.head
    return near.lower_ in _NEAR and any(0 < near.i - token.i <= 1 and role != "from" for role, _, token in places)


def _town_of(name: Token, resolution: Resolution, facts: PassageFacts) -> Resolution:
    """Take the town whose a station or airport is where no place of its name lies near: "Budapest's Keleti station"."""
    if name.lower_ == "where" and name.head.dep_ == "relcl":
        name = name.head.head
    whole = name.head if name.dep_ == "compound" else name
    owner = next((c for t in (name, whole) for c in t.children if c.dep_ == "poss"), None)
    town = facts.places.get(owner.i) if owner is not None else None
    if town is None or town.place is None or town.place.is_area or lemma_of(whole) not in PLACE_NOUNS:
        return resolution
    own = resolution.place
    near = own is not None and own.km_to(town.place) <= _NEAR_TOWN
    return resolution if near else town


def _is_one_of_many(name: Token) -> bool:
    """Whether a name is that of a make: "drove in a black Mercedes"."""
    return any(c.dep_ == "det" and c.lower_ in ("a", "an") for c in name.children)


def _is_town(resolution: Resolution, name: Token) -> bool:
    town = resolution.place is not None and resolution.place.kind.feature_class == "P"
    return town and lemma_of(name) not in CARE


def is_care(token: Token, predicate: Predicate) -> bool:
    """Whether the end is a hospital, a court or a jail, or somebody hurt is moved: being taken there is no journey of its own."""
    if predicate.force == "attach":
        return False  # who travels may well be in court somewhere
    taken = predicate.object == "traveller" and predicate.token.tag_ == "VBN"
    own = [t.i for t in below(predicate.token) if not t.is_punct]  # what comes behind tells of another way
    last = max(own, default=predicate.token.i)
    near = (
        token.doc[token.sent.start : last + 1]
        if taken
        else token.doc[max(token.sent.start, token.i - 5) : min(token.sent.end, token.i + 6)]
    )
    words = {
        lemma_of(t) for t in near if (taken and not _is_elsewhere(t, predicate.token)) or (not taken and _goes_with(t, token))
    }
    return bool(words & CARE) or {"medical", "center"} <= words or {"medical", "centre"} <= words


def _is_elsewhere(word: Token, verb: Token) -> bool:
    """Whether a word tells whence somebody was taken, or what becomes of him there: "flown from a hospital in X to Y", "to Z to stand before a court"."""
    node = word
    while node.i not in (verb.i, node.head.i):
        later = node.dep_ in ("advcl", "relcl") and lemma_of(word) in COURTS
        if (node.dep_ == "prep" and node.lower_ == "from") or later:
            return True
        node = node.head
    return False


def _goes_with(other: Token, token: Token) -> bool:
    if token.i in (other.i, other.head.i) or other.i in (token.head.i, token.head.head.i):
        return True
    return bool(other.pos_ == "PROPN" and abs(other.i - token.i) <= 4)


def _refine(slots: Slots, predicate: Predicate, facts: PassageFacts) -> None:
    """A country and, further on in the clause, one place in it: "travel to Portugal for the festival in Lisbon" goes to Lisbon."""
    named = {r.place.id for _, r, _ in slots.places if r.place is not None}
    for number, (role, area, token) in enumerate(slots.places):
        if area.place is None or not area.place.is_area or role not in ("to", "at"):
            continue
        finer = [
            (i, r)
            for i, r in facts.places.items()
            if i > token.i and predicate.token.is_ancestor(facts.passage.doc[i]) and r.place is not None and r.mention.kind == "place"
            and r.place.id not in named and area.place.contains(r.place) and not _claimed(facts.passage.doc[i], predicate, facts)
            and not _describes_place(facts.passage.doc[i], facts)
        ]  # fmt: skip
        if len(finer) == 1:
            slots.places[number] = (role, finer[0][1], facts.passage.doc[finer[0][0]])
        elif (
            not finer
            and not _is_reached(area.place, slots)
            and (capital := capital_of_dateline(predicate, area.place, facts)) is not None
        ):
            slots.places[number] = (role, capital, token)


def _is_reached(country: Place, slots: Slots) -> bool:
    """Whether the same words name a place in a country: "arrived in Alexandria for a visit to Egypt"."""
    return any(r.place is not None and country.contains(r.place) for _, r, _ in slots.places)


def _describes_place(token: Token, facts: PassageFacts) -> bool:
    """Whether a capital only tells what another town is: "in X, the provisional capital of Y"."""
    return token.dep_ == "appos" and token.pos_ == "NOUN" and token.head.i in facts.places


def _claimed(token: Token, predicate: Predicate, facts: PassageFacts) -> bool:
    """Whether another word of travel, a relative clause or a second statement stands between: "flew to X and is to speak in Y"."""
    node = token
    while node.i not in (predicate.token.i, node.head.i):
        other = facts.predicates.get(node.i) if node.i != predicate.token.i else None
        claims = other is not None and other.force != "attach" and not (other.act == "meet" and node.pos_ == "NOUN")
        if claims or node.dep_ == "relcl" or (node.dep_ == "conj" and node.pos_ in ("VERB", "AUX")):
            return True
        node = node.head
    return False


def _mode(predicate: Predicate) -> Mode:
    """The vehicle that the words name: "by train", "in an old red bus", "aboard a ferry"."""
    if predicate.object == "traveller" and (bearer := carrying_vehicle(predicate)) is not None:
        return vehicle_mode(bearer)
    nodes = [predicate.token, predicate.clause]
    if (
        predicate.clause.dep_ in ("xcomp", "advcl") and predicate.clause.tag_ == "VB"
    ):  # "were put aboard a train to continue to X"
        nodes.append(predicate.clause.head)
    objects = [t for node in nodes for t in below(node) if t.dep_ == "pobj" and t.head.lower_ in _ABOARD]
    return next(
        (m for t in objects if (m := vehicle_mode(t)) != "unknown" and (t.head.lower_ == "by" or lemma_of(t) not in _WAYS)),
        "unknown",
    )
