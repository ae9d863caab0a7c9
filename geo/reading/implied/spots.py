"""What speaks for and against a place being a stop of a journey, apart from any word of travel that claims it: a spot and its cues.

In a text that tells of a journey, half of the towns that no claim holds are stops of it: "thieves broke into their hire car in X", "the second show,
in Y, sold out". Whether one is, its words and the other places tell together; see `geo.reading.implied.chance`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import islice, takewhile
from math import log1p
from typing import TYPE_CHECKING

from gazetteer.spatial import distance_km
from geo.reading.factuality.telling import is_about_the_text, is_from_afar
from geo.reading.parsing.clauses import below
from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.compounds import based_there
from geo.reading.travel_words.predicates import Predicate
from geo.reading.travellers.antecedents import is_quoted
from geo.reading.vocabulary.persons import KIN, people_kind
from geo.reading.vocabulary.place_nouns import CARE, PLACE_NOUNS
from geo.reading.vocabulary.prepositions import AT, FROM, NO_END, TO, VIA
from geo.reading.vocabulary.speech import CITING
from geo.reading.vocabulary.tables import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Token

    from gazetteer.model import Place
    from geo.model import Claim, Resolution
    from geo.reading.frames.facts import PassageFacts

__all__ = ["Known", "Spot", "find_spots"]

#: Places nearer to each other than this (km) are one in what is told of the others.
_SAME_KM = 1.0
#: Places nearer to a claimed one than this (km) are a part of the same stop.
_SAME_STOP_KM = 25.0
#: How far, in words, the last word of travel before a place is told apart.
_FAR = 20
#: Added to how far the places of a journey lie apart (km) where that measures how far off another one is.
_SLACK_KM = 100.0
#: What a name may hang on in its own name or list.
_PART = frozenset({"appos", "compound", "conj", "nmod"})
_STEPS = 12
#: Verbs of what somebody is, apart from any journey.
_STANDING = frozenset({"base", "bear", "call", "die", "grow", "kill", "live", "locate", "own"})
_PREPOSITIONS = AT | FROM | TO | VIA | {"of", "for"}
#: Measures of a distance: "200 miles from X".
_MEASURES = frozenset({"feet", "kilometer", "kilometre", "km", "league", "mile", "yard"})
#: How far, in words, a measure may stand before its "from": "200 miles across the sea from X".
_NEAR_WORDS = 5
_CALLING_OFF = frozenset({"abandon", "axe", "cancel", "postpone", "scrap"})
#: Words before a subject that is none of the party's doing: "another ferry", "no soldier".
_NOT_THEIRS = frozenset({"another", "neither", "no", "similar"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CALLED_OFF = re.compile(r"\W+(?:cancell?ed|called off|postponed)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Known:
    """What the claims of a story tell of its places.

    Attributes
    ----------
    places
        Those of its claims, each once.
    reach
        How far they lie apart, in km: the farthest from the one that is farthest from the first, which is found in one pass over many.
    mentions
        How often each place of the story is named, by id.
    """

    places: tuple[Place, ...]
    reach: float
    mentions: Mapping[str, int]
    _around: dict[str, dict[str, float]] = field(default_factory=dict)
    _held: dict[str, bool] = field(default_factory=dict)

    @classmethod
    def of(cls, facts: Sequence[PassageFacts], claims: Sequence[Claim]) -> Known:
        """Gather it from the passages of a story and its claims."""
        by_id = {p.id: p for c in claims for r in c.places if (p := r.resolution.place) is not None}
        places = tuple(by_id.values())
        end = max(places, key=lambda p: _km(places[0], p), default=None)
        reach = max(_km(end, p) for p in places) if end is not None else 0.0
        named = Counter(r.place.id for f in facts for i, r in f.places.items() if i in f.member_of and r.place is not None)
        return cls(places, reach, named)

    def holds(self, place: Place) -> bool:
        """Tell whether a claim holds the place, or one so near that both are one stop."""
        if place.id not in self._held:
            self._held[place.id] = any(_km(place, other) <= _SAME_STOP_KM for other in self.places)
        return self._held[place.id]

    def around(self, place: Place) -> dict[str, float]:
        """Measure how a place lies to the others that are claimed, as cues."""
        if place.id not in self._around:
            self._around[place.id] = self._measure(place)
        return self._around[place.id]

    def _measure(self, place: Place) -> dict[str, float]:
        others = [(p, km) for p in self.places if (km := _km(place, p)) > _SAME_KM]
        if not others:
            return {}
        nearest = min(km for _, km in others)
        return {
            "far from the others": log1p(nearest) / 10,
            "within their reach": float(nearest <= self.reach),
            "beyond their reach": min(nearest / (self.reach + _SLACK_KM), 3.0) / 3,
            "in a country of theirs": float(any(p.country == place.country for p, _ in others)),
        }


@dataclass(frozen=True, slots=True)
class Spot:
    """A literal mention of a place that a map would pin, in a parsed passage."""

    facts: PassageFacts
    index: int
    resolution: Resolution
    place: Place

    @property
    def token(self) -> Token:
        """The word at the head of the name."""
        return self.facts.passage.doc[self.index]

    @property
    def preposition(self) -> str:
        """The preposition that the name, or the list that it stands in, hangs on; empty where there is none."""
        top = self._top()
        return top.head.lower_ if top.dep_ in ("pobj", "pcomp") else ""

    @property
    def verb(self) -> Token | None:
        """The verb of the clause that the name stands in."""
        node = self._governor()
        for _ in range(_STEPS):
            if node.pos_ in ("VERB", "AUX") or node.head.i == node.i:
                break
            node = node.head
        return node if node.pos_ in ("VERB", "AUX") else None

    @property
    def is_elsewhere(self) -> bool:
        """Whether its words say that it is no stop.

        It is compared, looked over, a cause or where somebody was not ("not in X", "due to a strike in X", "200 miles from X"); it is a station of a
        life ("grew up in X") or on somebody's mind; what is told of it is called off; or somebody is taken there hurt or under arrest.
        """
        verb = self.verb
        if any((w.pos_ == "ADP" and _is_turned_away(w)) or w.lower_ in NO_END or _acts(w) for w in self._way()):
            return True
        if (
            is_about_the_text(self.token)
            or based_there(self.token)
            or _CALLED_OFF.match(self.facts.passage.article.text, self.resolution.mention.quote.end)
        ):
            return True
        if verb is None:
            return False
        if (
            _is_of_others(verb)
            or is_from_afar(Predicate(verb, "stay", force="attach"))
            or any(lemma_of(t) in CARE for t in below(verb))
        ):
            return True
        why = words_of("not_there", "why").get(lemma_of(verb))
        passive = any(c.dep_ == "nsubjpass" for c in verb.children)  # "a concert is planned"
        return why in ("life", "state") or (why == "mind" and not passive) or (why == "others" and verb.lemma_ != "sell")

    def cues(self, known: Known) -> dict[str, float]:
        """Measure what speaks for and against its being a stop, by name; shares and logarithms lie between 0 and about 1."""
        return {"always": 1.0, **self._place_cues(known), **self._syntax_cues(), **self._sentence_cues()}

    def _top(self) -> Token:
        node = self.token
        for _ in range(_STEPS):
            if node.dep_ not in _PART or node.head.i == node.i:
                break
            node = node.head
        return node

    def _governor(self) -> Token:
        """The word that the name, with its preposition, hangs on."""
        node = self._top()
        if node.dep_ in ("pobj", "pcomp"):
            node = node.head
            while node.head.pos_ == "ADP" and node.head.i != node.i:
                node = node.head
        return node.head

    def _way(self) -> list[Token]:
        """The words from the name up to the verb of its clause."""
        top, verb = self._top(), self.verb
        return [top, *takewhile(lambda w: verb is None or w.i != verb.i, islice(top.ancestors, _STEPS))]

    def _place_cues(self, known: Known) -> dict[str, float]:
        again = min(known.mentions[self.place.id], 5) / 5
        return {"confidence": self.resolution.confidence or 0.0, "named again": again, **known.around(self.place)}

    def _syntax_cues(self) -> dict[str, float]:
        token, governor, verb = self.token, self._governor(), self.verb
        behind = self.preposition
        cues = {f"behind {behind if behind in _PREPOSITIONS else 'another word' if behind else 'none'}": 1.0}
        if token.dep_ in _PART:
            cues[f"hangs as {token.dep_}"] = 1.0
        node, nouns = governor, 0
        while node.pos_ not in ("VERB", "AUX") and node.head.i != node.i and nouns < 3:
            nouns += node.pos_ in ("NOUN", "PROPN")
            node = node.head
        cues["nouns above it"] = float(nouns)
        cues["of people"] = float(governor.pos_ == "NOUN" and people_kind(lemma_of(governor)) is not None)
        cues["of a name"] = float(governor.pos_ == "PROPN")
        cues["no verb"] = float(verb is None)
        if verb is not None:
            cues["verb to be"] = float(verb.lemma_ == "be")
            cues["verb of saying or standing"] = float(verb.lemma_ in CITING or verb.lemma_ in _STANDING)
            cues["modal"] = float(any(c.tag_ == "MD" for c in verb.children))
            cues["negated"] = float(any(c.dep_ == "neg" for c in verb.children))
        return cues

    def _sentence_cues(self) -> dict[str, float]:
        facts, token = self.facts, self.token
        sentence = token.sent
        cues = {"quoted": float(is_quoted(token)), "dated": float(any(sentence.start <= i < sentence.end for i in facts.whens))}
        predicates = [p for i, p in facts.predicates.items() if sentence.start <= i < sentence.end]
        for predicate in predicates:
            cues[f"sentence with {predicate.force} word of travel"] = 1.0
        before = max((p for p in predicates if p.token.i < token.i), key=lambda p: p.token.i, default=None)
        cues[f"behind {before.force if before is not None else 'no'} word of travel"] = 1.0
        if before is not None:
            cues["words since it"] = min(token.i - before.token.i, _FAR) / _FAR
        return cues


def _is_of_others(verb: Token) -> bool:
    """Whether a clause tells of somebody's kin or of nothing: "her mother ran a bakery in X", "no soldier set foot in Y", "the show was cancelled"."""
    subjects = [c for c in verb.children if c.dep_ in _SUBJECTS]
    if any(lemma_of(t) in _CALLING_OFF for t in (verb, *below(verb))) or "called off" in verb.sent.text:
        return True
    return any(lemma_of(s) in KIN or any(c.lower_ in _NOT_THEIRS for c in s.children) for s in subjects)


def _acts(word: Token) -> bool:
    """Whether a word of the way is a place or people that themselves do something: "the town of X fell silent", "voters in X went to the polls"."""
    if word.dep_ not in _SUBJECTS:
        return False
    lemma = lemma_of(word)
    agents = word.tag_ == "NNS" and lemma.endswith(("er", "or"))
    return agents or word.pos_ == "PROPN" or lemma in PLACE_NOUNS or people_kind(lemma) is not None


def _is_turned_away(preposition: Token) -> bool:
    """Whether a preposition leads to where nobody is: "not to X", "over X", "200 miles from X"."""
    before = preposition.doc[max(preposition.sent.start, preposition.i - _NEAR_WORDS) : preposition.i]
    measured = any(lemma_of(w) in _MEASURES for w in before)
    denied = any(c.dep_ == "neg" for c in preposition.children) or (len(before) > 0 and before[-1].lower_ == "not")
    return denied or preposition.lower_ == "over" or (measured and preposition.lower_ in FROM)


def _km(one: Place, other: Place) -> float:
    return distance_km(one.lat, one.lon, other.lat, other.lon)


def find_spots(facts: Sequence[PassageFacts]) -> Iterator[Spot]:
    """Yield the literal mentions of places that a map would pin, each by its own name, in the order of the text."""
    for passage in facts:
        for index in sorted(passage.places):
            resolution = passage.places[index]
            place = resolution.place
            own = index in passage.member_of and index not in passage.inside and resolution.mention.kind == "place"
            if own and place is not None and not place.is_area:
                spot = Spot(passage, index, resolution, place)
                if not spot.is_elsewhere:
                    yield spot
