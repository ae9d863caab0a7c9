"""What speaks for and against a place being a stop of a journey, apart from any word of travel that claims it: a spot and its cues.

In a text that tells of a journey, half of the towns that no claim holds are stops of it: "thieves broke into their hire car in X", "the second show,
in Y, sold out". Whether one is, its words and the other places tell together; see `geo.reading.implied.chance`.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from geo.reading.frames.slot_times import find_whens
from geo.reading.implied.elsewhere import is_elsewhere
from geo.reading.implied.other_news import is_news_of_others
from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.predicates import Predicate
from geo.reading.travellers.antecedents import is_quoted
from geo.reading.vocabulary.persons import people_kind
from geo.reading.vocabulary.prepositions import AT, FROM, TO, VIA
from geo.reading.vocabulary.speech import CITING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from gazetteer.model import Place
    from geo.model import Resolution
    from geo.reading.frames.facts import PassageFacts
    from geo.reading.implied.known import Known
    from geo.reading.implied.party import Party

__all__ = ["Spot", "find_spots"]

#: How far, in words, the last word of travel before a place is told apart.
_FAR = 20
#: What a name may hang on in its own name or list.
_PART = frozenset({"appos", "compound", "conj", "nmod"})
_STEPS = 12
#: Verbs of what somebody is, apart from any journey.
_STANDING = frozenset({"base", "bear", "call", "die", "grow", "kill", "live", "locate", "own"})
_PREPOSITIONS = AT | FROM | TO | VIA | {"of", "for"}


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

    def is_history(self, known: Known) -> bool:
        """Tell whether its clause has a time long before the story: "was built in X in 1904"."""
        verb = self.verb
        whens = find_whens(Predicate(verb, "stay", force="attach"), self.facts) if verb is not None else []
        return any(known.is_long_before(when) for when in whens)

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

    @property
    def way(self) -> list[Token]:
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


def find_spots(facts: Sequence[PassageFacts], parties: Sequence[Party]) -> Iterator[Spot]:
    """Yield the literal mentions of places that a map would pin, each by its own name, where one of the parties may have been, in the order of the text."""
    for passage in facts:
        for index in sorted(passage.places):
            resolution = passage.places[index]
            place = resolution.place
            own = index in passage.member_of and index not in passage.inside and resolution.mention.kind == "place"
            if own and place is not None and not place.is_area:
                spot = Spot(passage, index, resolution, place)
                if not is_elsewhere(spot) and not is_news_of_others(spot, parties):
                    yield spot
