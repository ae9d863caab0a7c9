"""Whether a noun calls again a group or vehicle that was told of before: "the plane" after "a hijacked Sudan Airways plane"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.vehicles import vehicle_mode
from geo.reading.travellers.actors import is_many
from geo.reading.vocabulary.parties import COMPANIES, COURTS, EXACT_SHIPS, OTHERS
from geo.reading.vocabulary.tables import words_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from spacy.tokens import Token

    from geo.reading.travellers.actors import Actor
    from geo.reading.travellers.encounters import Encounters

__all__ = ["names_again"]

#: Nouns for a group that was called something else before: "the leaders" for two prime ministers.
_ANY_GROUP = frozenset(
    "brother couple cyclist delegation friend group leader man pair party politician royal sister traveler traveller trio visitor woman".split()
)
#: Nouns for those of whom a story has told, whatever they are.
_WHOEVER = frozenset(
    "captive castaway deportee detainee escapee evacuee fugitive hostage man national people prisoner survivor suspect victim woman".split()
)
#: Those of them that tell nothing of who they are.
_PAIRS = frozenset({"couple", "pair", "party", "trio"})


def names_again(token: Token, actor: Actor, earlier: Actor, met: Encounters, parties: Collection[Actor]) -> bool:
    """Tell whether a noun calls again a traveller of its kind.

    Parameters
    ----------
    token, actor
        The noun, and what it would stand for if nothing had been told before.
    earlier
        Whom it may mean.
    met
        All who were told of before.
    parties
        The groups among them whose members are known by name.
    """
    if OTHERS & set(actor.name.casefold().split()):
        return earlier.name.casefold() == actor.name.casefold()
    if actor.kind == "vehicle" and (_names_another(actor.name, earlier.name) or _is_of_another_kind(token, earlier.name)):
        return False
    if _number_of(actor.name) and _number_of(actor.name) == _number_of(earlier.name):
        return True
    own = {w for w in re.findall(r"\w+", actor.name.casefold()) if len(w) > 3} - {token.lower_, lemma_of(token), *COURTS}
    theirs = re.findall(r"\w+", earlier.name.casefold()) or [""]
    by_name = token.pos_ == "PROPN" and (vehicle_mode(token) == "unknown" or actor.name.startswith(token.text))
    if by_name and actor.kind == "vehicle" and token.lower_ in theirs:  # "Halvard" after "the ship Halvard"
        return True
    if actor.kind == "vehicle" and is_many(actor.name) != is_many(earlier.name) and not _is_made_of(earlier.name, actor.name):
        return False
    definite = any(c.lower_ in ("the", "this", "that", "these", "those") for c in token.children)
    if definite and not own:
        heads = theirs if "of" in theirs else theirs[-1:]
        alike = token.lower_.rstrip("s") in {w.rstrip("s") for w in heads} or actor.kind == "vehicle"
        renamed = bool({token.lemma_, token.lower_.removesuffix("s")} & _ANY_GROUP) and (
            _holds_office(earlier) or earlier in parties or (theirs[-1] in _PAIRS and met.is_alone(earlier))
        )
        called = token.lemma_ in COMPANIES or (token.tag_ == "NNS" and lemma_of(token) in _WHOEVER)
        return alike or renamed or (called and met.is_alone(earlier))
    if definite and token.pos_ == "NOUN" and met.is_alone(earlier):  # "the 72-metre vessel", where there is one vessel
        return True
    shared = any(w[:5] == t[:5] for w in own for t in theirs)
    return earlier.name.casefold() == actor.name.casefold() or (shared and (definite or len(own) > 1))


def _names_another(name: str, earlier: str) -> bool:
    """Whether both are names that end in a name, and in different ones: "the carrier USS Lincoln" after "the carrier USS Stennis"."""
    if (number := _number_of(name)) and (other := _number_of(earlier)):
        return number != other
    last, before = name.rsplit(maxsplit=1)[-1], earlier.rsplit(maxsplit=1)[-1]
    return last[:1].isupper() and before[:1].isupper() and " " in name and " " in earlier and last != before


def _is_of_another_kind(noun: Token, earlier: str) -> bool:
    """Whether a ship is another by its noun: "the freighter" after "a frigate", and "the frigate" where a text has brought in "a frigate" since."""
    theirs = set(re.findall(r"\w+", earlier.casefold()))
    if noun.lower_ not in EXACT_SHIPS or noun.lower_ in theirs:
        return False
    brought_in = any(
        t.lower_ == noun.lower_ and any(c.lower_ in ("a", "an", "another") for c in t.children) for t in noun.doc[: noun.i]
    )
    return bool(theirs & EXACT_SHIPS) or (brought_in and earlier[:1].isupper())


def _is_made_of(convoy: str, vehicles: str) -> bool:
    """Whether several vehicles may be those of a convoy: "the vehicles" after "a convoy of 30 trucks"."""
    _, _, members = convoy.partition(" of ")
    return is_many(vehicles) and bool(members) and is_many(members)


def _number_of(vehicle: str) -> str:
    """The number of a flight or train: "Air Inter Flight 65"; "" for any other name."""
    noun, _, number = vehicle.rpartition(" ")
    return number if number.isdigit() and noun.casefold().endswith(("flight", "train")) else ""


def _holds_office(actor: Actor) -> bool:
    """Whether a group is named by a rank that single persons hold: ministers, presidents."""
    last, kinds = actor.name.casefold().split()[-1], words_of("people_nouns", "kind")
    return "person" in (kinds.get(last), kinds.get(last.removesuffix("s")))
