"""What rules out that a place is a stop, whatever else speaks for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.reading.factuality.telling import is_about_the_text, is_from_afar
from geo.reading.frames.topics import is_topic
from geo.reading.parsing.clauses import below
from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.compounds import based_there
from geo.reading.travel_words.presence import is_in_the_yard
from geo.reading.travel_words.vehicles import vehicle_mode
from geo.reading.vocabulary.measures import BEARINGS
from geo.reading.vocabulary.persons import KIN, people_kind
from geo.reading.vocabulary.place_nouns import CARE, PLACE_NOUNS
from geo.reading.vocabulary.prepositions import FROM, NO_END, TO
from geo.reading.vocabulary.tables import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from geo.reading.implied.spots import Spot

__all__ = ["is_elsewhere"]

#: Measures of a distance: "200 miles from X".
_MEASURES = frozenset({"feet", "kilometer", "kilometre", "km", "league", "mile", "yard"})
#: How far, in words, a measure may stand before its "from": "200 miles across the sea from X".
_NEAR_WORDS = 5
#: Words before a subject that is none of the party's doing: "another ferry", "no soldier".
_NOT_THEIRS = frozenset({"another", "neither", "no", "similar"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CALLING_OFF = frozenset({"abandon", "axe", "cancel", "postpone", "scrap"})
#: Verbs and nouns of putting something elsewhere than was meant.
_CHANGING = frozenset({"alter", "change", "move", "relocate", "shift", "switch", "transfer"})
#: The same right behind a name in a list, where no verb holds it: "14 June: X (cancelled)".
_CALLED_OFF = re.compile(r"\W+(?:cancell?ed|called off|postponed)\b", re.IGNORECASE)


def is_elsewhere(spot: Spot) -> bool:
    """Tell whether the words of a spot say that it is no stop.

    It is compared, looked over, a cause or where somebody was not ("not in X", "due to a strike in X", "200 miles from X"); it, or its people, do
    something themselves; it is a station of a life ("grew up in X") or on somebody's mind; who is told of took part from afar, or is another's
    kin; what is told of it was called off, or is what an article says of itself; or somebody is taken there hurt or under arrest.
    """
    if any((w.pos_ == "ADP" and _is_turned_away(w)) or w.lower_ in NO_END or _acts(w) for w in spot.way) or _does_it(spot.way):
        return True
    if (
        is_about_the_text(spot.token)
        or based_there(spot.token)
        or is_topic(spot.token)
        or _is_sent(spot)
        or _is_origin(spot)
        or _is_given_up(spot)
    ):
        return True
    if _CALLED_OFF.match(spot.facts.passage.article.text, spot.resolution.mention.quote.end):
        return True
    return spot.verb is not None and _tells_of_no_stop(spot.verb)


def _tells_of_no_stop(verb: Token) -> bool:
    clause = below(verb)
    if any(lemma_of(t) in CARE for t in clause) or is_in_the_yard(verb) or is_from_afar(verb) or _is_of_others(verb):
        return True
    if any(lemma_of(t) in _CALLING_OFF for t in (verb, *clause)) or "called off" in verb.sent.text:
        return True
    why = words_of("not_there", "why").get(lemma_of(verb))
    passive = any(c.dep_ == "nsubjpass" for c in verb.children)  # "a concert is planned"
    return why in ("life", "state") or (why == "mind" and not passive) or (why == "others" and verb.lemma_ != "sell")


def _is_of_others(verb: Token) -> bool:
    """Whether a clause tells of somebody's kin or of nobody: "her mother ran a bakery in X", "no soldier set foot in Y"."""
    subjects = [c for c in verb.children if c.dep_ in _SUBJECTS]
    return any(lemma_of(s) in KIN or any(c.lower_ in _NOT_THEIRS for c in s.children) for s in subjects)


def _does_it(way: Sequence[Token]) -> bool:
    """Whether the place itself is who something is done by: "it was welcomed by X"."""
    return len(way) > 1 and way[1].dep_ == "agent"


def _acts(word: Token) -> bool:
    """Whether a word of the way is a place or people that themselves do something: "the town of X fell silent", "voters in X went to the polls"."""
    if word.dep_ not in _SUBJECTS:
        return False
    lemma = lemma_of(word)
    agents = word.tag_ == "NNS" and lemma.endswith(("er", "or"))
    return agents or word.pos_ == "PROPN" or lemma in PLACE_NOUNS or people_kind(lemma) is not None


def _is_origin(spot: Spot) -> bool:
    """Whether the place only says where people are from: "a baker from X", "an X man"."""
    beside = spot.token.head if spot.token.dep_ in ("amod", "compound", "nmod") else None
    noun = spot.way[1].head if len(spot.way) > 1 and spot.way[1].lower_ == "from" else beside
    return noun is not None and noun.pos_ == "NOUN" and people_kind(lemma_of(noun)) is not None


def _is_given_up(spot: Spot) -> bool:
    """Whether the place was only where something was to be: "changed the destination from X to Y"."""
    verb = spot.verb
    changed = verb is not None and any(lemma_of(w) in _CHANGING for w in (verb, *spot.way))
    return changed and spot.preposition in FROM


def _is_sent(spot: Spot) -> bool:
    """Whether somebody sends something to the place, and stays behind: "sent troops to X", "moved her money to X"."""
    verb = spot.verb
    if verb is None or spot.preposition not in TO:
        return False
    things = [c for c in verb.children if c.dep_ == "dobj" and c.i < spot.index]
    return any(t.pos_ in ("NOUN", "PROPN") and vehicle_mode(t) == "unknown" for t in things)


def _is_turned_away(preposition: Token) -> bool:
    """Whether a preposition leads to where nobody is: "not to X", "over X", "200 miles from X"."""
    before = preposition.doc[max(preposition.sent.start, preposition.i - _NEAR_WORDS) : preposition.i]
    measured = any(lemma_of(w) in _MEASURES for w in before)
    denied = any(c.dep_ == "neg" for c in preposition.children) or (len(before) > 0 and before[-1].lower_ == "not")
    bearing = preposition.lower_ == "of" and preposition.head.lower_ in BEARINGS  # "in Oxford, west of X"
    return denied or bearing or preposition.lower_ == "over" or (measured and preposition.lower_ in FROM)
