"""In whose company somebody travels: "she left with her two sons" is told of her, and so is what "they" do next."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travellers.encounters import REACH
from geo.reading.vocabulary.persons import KIN, people_kind
from geo.reading.vocabulary.pronouns import FIRST, PLURAL

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.tokens import Token

    from geo.reading.parsing.passages import Passage
    from geo.reading.travellers.actors import Actor
    from geo.reading.travellers.encounters import Encounters

__all__ = ["Company", "are_kin"]

#: What two are called together.
_TWO = frozenset({"couple", "duo", "pair", "twosome"})
#: How long, in characters, the list may be of those with whom somebody travels.
_PHRASE = 60


@dataclass(slots=True)
class Company:
    """Those who travel with others, by the one whom it is told of.

    Parameters
    ----------
    met
        The groups told of so far.
    actor
        Says who stands at a word.
    """

    _met: Encounters
    _actor: Callable[[Token, Passage], Actor | None]
    _told: list[tuple[str, int, Actor]] = field(default_factory=list)

    def head_of_kin(self, tokens: Sequence[Token], passage: Passage) -> Actor | None:
        """Find the person with whom go those who are called by what they are to him: "she and her two sons", whom "they" means afterwards."""
        kin = [
            t for t in tokens[1:] if lemma_of(t) in KIN and any(c.dep_ == "poss" and c.lower_ in ("her", "his") for c in t.lefts)
        ]
        if not kin or len(kin) != len(tokens) - 1 or tokens[0].lower_ in FIRST:
            return None
        head = self._actor(tokens[0], passage)
        if head is None or head.kind != "person" or not head.named:
            return None
        self._told.append((passage.article.id, passage.offset(kin[-1]), head))
        return head

    def beside(self, tokens: Sequence[Token], head: Actor, passage: Passage) -> None:
        """Keep whom somebody named goes with that is not: "Novak and a woman", of whom "the pair" is told afterwards."""
        other = tokens[-1]
        one_more = len(tokens) == 2 and other.tag_ == "NN" and people_kind(lemma_of(other)) == "person"
        if one_more and head.named and head.kind == "person" and any(c.lower_ in ("a", "an", "another") for c in other.children):
            self._told.append((passage.article.id, passage.offset(other), head))

    def pair(self, noun: Token, passage: Passage) -> Actor | None:
        """Find the two whom "the pair" means: those who were told of last together, in the same article and near."""
        if (
            lemma_of(noun) not in _TWO
            or not any(c.lower_ == "the" for c in noun.children)
            or any(c.lower_ == "of" for c in noun.children)
        ):
            return None
        found = self.latest_party(passage, passage.offset(noun))
        return found if found is not None and (found.kind == "person" or re.fullmatch(r"[^,]+ and [^,]+", found.name)) else None

    def led(self, token: Token, passage: Passage) -> Actor | None:
        """Find the person in whose company somebody is: "she left with her two sons" is told of her."""
        verb = token.head.head
        while verb.pos_ in ("NOUN", "ADP") and verb.dep_ in ("pobj", "prep"):  # "left before dawn with her mother"
            verb = verb.head
        if token.dep_ != "pobj" or token.head.lower_ not in ("with", "alongside") or verb.pos_ not in ("VERB", "AUX"):
            return None
        subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.lower_ not in PLURAL), None)
        actor = self._actor(subject, passage) if subject is not None else None
        people = token.pos_ == "PROPN" or token.lower_ == "others" or people_kind(lemma_of(token)) is not None
        if actor is None or actor.kind == "vehicle" or not people:
            return None
        self._told.append((passage.article.id, passage.offset(token), actor))
        return actor

    def parent(self, token: Token, passage: Passage) -> Actor | None:
        """Find whose child or parent somebody is: after "Berg gathered her son", "they" are told of her."""
        owner = next((c for c in token.children if c.dep_ == "poss" and c.lower_ in ("his", "her")), None)
        with_him = token.dep_ == "conj" and token.head.lower_ in ("he", "she")  # "She and her two sons fled. They"
        if owner is None or lemma_of(token) not in KIN or not (token.dep_ == "dobj" or with_him):
            return None
        actor = self._actor(owner, passage)
        return actor if actor is not None and actor.kind == "person" else None

    def together(self, number: Token, passage: Passage) -> Actor | None:
        """Find who goes with somebody, and is "the two" with him: "Berg flew to X with his daughter. The two"."""
        if number.pos_ != "NUM" or not any(c.lower_ == "the" for c in number.children):
            return None
        kin = (t for t in reversed(number.doc[: number.i]) if lemma_of(t) in KIN and t.dep_ == "pobj")
        return next((led for t in kin if (led := self.led(t, passage)) is not None), None)

    def latest_party(self, passage: Passage, position: int) -> Actor | None:
        """Find those who were named last, in the same article and near: a group, or who was said to travel with others."""
        article, start, end = passage.article.id, position - REACH, position + _PHRASE
        groups = self._met.near("group", article, start, end)
        # "With her mother and two sons" is told of her.
        led = [(at + _PHRASE, a) for i, at, a in self._told if i == article and start <= at + _PHRASE < end]
        return max((*groups, *led), key=lambda m: m[0], default=(0, None))[1]


def are_kin(tokens: Sequence[Token]) -> bool:
    """Tell whether two are called by what they are to each other, of a family told of before: "Father and daughter flew home"."""
    return len(tokens) > 1 and all(
        t.pos_ in ("NOUN", "PROPN") and lemma_of(t) in KIN and not any(True for _ in t.lefts) for t in tokens
    )
