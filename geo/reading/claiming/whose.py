"""Whose the movement of a word of travel is: that of its subject, of who owns the journey, or of who was said to travel last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.model import NARRATOR
from geo.reading.factuality.telling import is_maxim
from geo.reading.travellers.carriers import carrying_vehicle
from geo.reading.travellers.continuations import befalls_party, journey_told_of, owner_of_journey, tells_of_the_same
from geo.reading.travellers.elisions import heads_entry
from geo.reading.travellers.epithets import is_all_of_them
from geo.reading.travellers.finding import find_travellers
from geo.reading.travellers.gear import is_gear
from geo.reading.verbless.programmes import heads_line
from geo.reading.vocabulary.person_names import may_mean
from geo.reading.vocabulary.pronouns import PLURAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from geo.reading.claiming.frame import Frame
    from geo.reading.travel_words.predicates import Predicate
    from geo.reading.travellers.actors import Actor
    from geo.reading.travellers.cast import Cast

__all__ = ["able", "travellers_of"]


def travellers_of(frame: Frame, cast: Cast, latest: Actor | None) -> list[Actor]:
    """Find those who made the movement: of a meeting each of them, of a journey one party."""
    predicate, passage = frame.predicate, frame.facts.passage
    tokens = find_travellers(predicate)
    if predicate.act == "meet":
        known = [a for t in tokens if (a := cast.actor(t, passage)) is not None and _can_travel(predicate, a)]
        return known or _told_last(tells_of_the_same(predicate, tokens), latest)
    if [t.lower_ for t in tokens] == ["it"] and predicate.token.dep_ == "attr":
        tokens = []  # "it was another train journey to X"
    if len(tokens) == 1 and heads_entry(tokens[0]):
        tokens = []
    if tokens and is_maxim(predicate, frame.slots, tokens[0]):
        return []
    journey = journey_told_of(predicate, tokens)
    if journey is not None:  # "his tour will end in X", "a trip that began in Y"
        told = frame.facts.predicates.get(journey.i)  # "is on a tour that began in X"
        tokens = owner_of_journey(journey) or (find_travellers(told) if told is not None else [])
        return able(predicate, cast.party(tokens, passage)) if tokens else _told_last(True, latest)
    party = cast.party(tokens, passage) if tokens else cast.diarist(predicate.token, latest)
    if party is not None and (party.named or _can_travel(predicate, party)):
        bearer = carrying_vehicle(predicate)
        return [*able(predicate, party), *(able(predicate, cast.actor(bearer, passage)) if bearer is not None else ())]
    untold = tells_of_the_same(predicate, tokens) or (
        not tokens and (predicate.object == "reached" or heads_line(predicate, passage))
    )
    if untold and latest is None:
        latest = cast.topic(predicate.token, passage)
    return _told_last(
        untold or _befell(predicate, tokens, latest) or (latest is not None and _may_mean(tokens, latest, cast)), latest
    )


def _told_last(goes_on: bool, latest: Actor | None) -> list[Actor]:
    return [latest] if goes_on and latest is not None else []


def _befell(predicate: Predicate, subject: Sequence[Token], latest: Actor | None) -> bool:
    """Whether something befell who was said to travel last; a mishap of its own is that of a vehicle or a group."""
    return latest is not None and befalls_party(predicate, subject) and (latest.kind != "person" or is_gear(subject[0]))


def _may_mean(subject: Sequence[Token], latest: Actor, cast: Cast) -> bool:
    """Whether a pronoun whose noun is not found goes on telling of who was said to travel last; "it" also where it means nobody.

    "She" is nobody who has a name, which the cast knows how far to look for.
    """
    pronoun = subject[0].lower_ if len(subject) == 1 else ""
    if pronoun in PLURAL:
        return latest.kind == "group"
    if len(subject) == 1 and is_all_of_them(subject[0]):
        return latest.kind != "vehicle"
    if pronoun in ("he", "she"):  # "The vice president's trip takes her to X. She leaves on Saturday"
        return latest.kind == "person" and latest.name not in cast.names.aliases and may_mean(pronoun, latest.name)
    return pronoun == "it" and (latest.kind == "vehicle" or _takes_time(subject[0].head))


def _takes_time(verb: Token) -> bool:
    """ "It took us 13 hours to reach X"."""
    objects = [c for c in verb.children if c.dep_ in ("dobj", "dative")]
    return verb.lemma_ == "take" and any(o.ent_type_ in ("TIME", "DATE") for o in objects)


def able(predicate: Predicate, party: Actor | None) -> list[Actor]:
    """List a party where it can make such a movement."""
    return [party] if party is not None and _can_travel(predicate, party) else []


def _can_travel(predicate: Predicate, actor: Actor) -> bool:
    """A strong word of movement takes whoever is its subject; others only a person, a group or a vehicle known as such.

    Crowds move, and where they only are they live: "a crowd waited for her in X".
    """
    if predicate.act == "stay" and actor.name.casefold().endswith(("crowd", "crowds")):
        return False
    if predicate.force == "vehicle":
        sails = predicate.mode == "ship" and actor.kind == "person" and actor.named
        alone = not any(c.dep_ == "dobj" for c in predicate.token.children)
        return actor.mode != "unknown" or actor.name == NARRATOR or (sails and alone)  # "we put into X"
    return predicate.force == "strong" or actor.named or actor.kind == "vehicle"
