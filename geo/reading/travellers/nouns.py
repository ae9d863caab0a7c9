"""Whom a noun or a name means, given whom the story has told of before: "the plane" after "a hijacked Sudan Airways plane"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.vehicles import is_type_of_aircraft, may_be_one_ship, vehicle_mode
from geo.reading.travellers.actors import FIRMS, Actor, first_of_name, is_many, is_vehicle_name, noun_actor, noun_name
from geo.reading.travellers.antecedents import is_quoted
from geo.reading.travellers.coreference import names_again
from geo.reading.travellers.epithets import adjective_actor, age_of, describes_one, is_native, named_at_age
from geo.reading.travellers.name_spans import is_team_name, proper_run
from geo.reading.vocabulary.parties import OTHERS
from geo.reading.vocabulary.persons import TITLES, people_kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

    from geo.reading.parsing.passages import Passage
    from geo.reading.travellers.encounters import Encounters
    from geo.reading.travellers.name_spans import NamedShip
    from geo.reading.travellers.names import Names

__all__ = ["Nouns"]

#: Nouns for those who go with the head of a family.
_HOUSEHOLD = frozenset({"family", "couple", "household"})
#: How far back, in words, the noun may stand for a ship that is called by its name.
_NEAR_NOUN = 40


@dataclass(slots=True)
class Nouns:
    """The nouns and names of a story; each traveller that they bring in is remembered among those met.

    Parameters
    ----------
    names
        The persons of the story.
    met
        The groups and vehicles told of so far.
    parties
        The party of each of its named members.
    ship
        The ship that the story names most, if it names one.
    """

    names: Names
    met: Encounters
    parties: Mapping[str, Actor]
    ship: NamedShip | None

    def person(self, token: Token) -> Actor | None:
        """Find the person of whose name a word is part."""
        name = self.names.of(token)
        return Actor(name, "person", named=True) if name is not None else None

    def ship_named(self, token: Token, passage: Passage) -> Actor | None:
        """Find the vehicle that a name alone means, after "the whaler Harriet": "The Harriet came home"."""
        if token.pos_ != "PROPN":
            return None
        if any(c.lower_ == "the" for c in token.children) and (ship := self._called(token, passage)) is not None:
            return ship
        name = proper_run(token).text.casefold()
        met = [a for a in self.met.of_kind("vehicle") if a.name.casefold().endswith(f" {name}")]
        return met[0] if len(met) == 1 else None

    def _called(self, token: Token, passage: Passage) -> Actor | None:
        """A ship or plane by its name, after the noun for it: "a yacht is overdue. The Sandpiper left X"."""
        run = proper_run(token)
        modes = [vehicle_mode(t) for t in token.doc[max(0, run.start - _NEAR_NOUN) : run.start] if t.pos_ == "NOUN"]
        mode = next((m for m in reversed(modes) if m in ("ship", "plane")), None)
        if mode is None or token.tag_ != "NNP" or token.lower_ in TITLES or token.lower_ in FIRMS or is_vehicle_name(token):
            return None
        return self._same_again(Actor(run.text, "vehicle", mode, named=True), token, passage)

    def team(self, token: Token, passage: Passage) -> Actor | None:
        """Find a group by its name: "the Otago Kestrels", "the Appleyards"."""
        if not is_team_name(token):
            return None
        name = " ".join(t.text for t in token.doc[first_of_name(proper_run(token)[0]).i : proper_run(token).end])
        return self._same_again(Actor(name, "group", named=True), token, passage)

    def noun(self, token: Token, passage: Passage) -> Actor | None:
        """Find whom a noun means: somebody told of before, or somebody it brings in; None where that is nobody who can travel."""
        if (described := self._described(token, passage)) is not None:
            return described
        actor = noun_actor(token, passage) or adjective_actor(token)
        if actor is None:
            return self._met_again(token)
        run = proper_run(token).text
        typed = is_type_of_aircraft(token)
        if typed or (token.pos_ == "PROPN" and actor.mode == "unknown" and re.search(r"\d", run)):  # "the Airbus A310"
            around = (*token.children, *(token.head.children if token.dep_ in ("appos", "compound") else ()))
            of_type = any(c.lower_ == "the" for c in around) or re.search(r"\d[A-Z-]|[A-Z-]\d", run)
            known = self.met.only("vehicle") if of_type else None
            known = known if known is None or "helicopter" not in known.name.casefold() else None
            named = Actor(actor.name if typed else run, "vehicle", actor.mode, named=True)
            return known or self._same_again(named, token, passage)
        if describes_one(token, actor):
            only = self.names.heard.only_before(passage.article.id, passage.offset(token))
            if only is not None and not self.names.offices.holds_other(only, token):
                return Actor(only, "person", named=True)
        head = self.names.head_of_family(passage.article.id, passage.offset(token)) if lemma_of(token) in _HOUSEHOLD else None
        if head is not None:
            return Actor(head, "person", named=True)
        return self._same_again(actor, token, passage) if actor.kind != "person" else actor

    def _described(self, token: Token, passage: Passage) -> Actor | None:
        """The one person named before, whom "the Welshman" or "the 34-year-old" means; of those of an age the one told to be so old."""
        if (age := age_of(token)) and (name := self.names.bearer(named_at_age(passage.article.text, age) or "")) is not None:
            return Actor(name, "person", named=True)
        if not (age or is_native(token)):
            return None
        only = self.names.heard.only_before(passage.article.id, passage.offset(token))
        return Actor(only or f"{age}-year-old", "person", named=True) if only is not None or age else None

    def _met_again(self, token: Token) -> Actor | None:
        """A bare plural for a group that was met before: "carry migrants to X" after "the Central American migrants"."""
        if (
            token.tag_ != "NNS"
            or people_kind(lemma_of(token)) is None
            or any(c.dep_ in ("amod", "det", "compound") for c in token.children)
        ):
            return None
        groups = (a for a in self.met.latest_first() if a.kind == "group")
        return next((a for a in groups if a.name.casefold().split()[-1] == token.lower_), None)

    def _same_again(self, actor: Actor, token: Token, passage: Passage) -> Actor:
        """What was called something fuller before: "the plane" after "a hijacked Sudan Airways plane"; else remember the new name."""
        for earlier in self.met.latest_first():
            fits = earlier.kind == actor.kind and (earlier.mode == actor.mode or "unknown" in (earlier.mode, actor.mode))
            if (
                fits
                and (earlier.named or not actor.named)
                and names_again(token, actor, earlier, self.met, self.parties.values())
            ):
                self.meet(earlier, token, passage)
                return earlier
        actor = self._by_its_name(actor, token, passage)
        if actor.kind == "vehicle" or not is_quoted(token):
            self.meet(actor, token, passage)
        return actor

    def _by_its_name(self, actor: Actor, token: Token, passage: Passage) -> Actor:
        """Name a ship that is only described, "the rusted liner", as the story does elsewhere; before it does so, "a ship" may be it too."""
        if self.ship is None or actor.mode != "ship" or token.pos_ != "NOUN" or is_many(actor.name):
            return actor
        name, article, first, nouns = self.ship
        own = noun_name(token, passage)
        definite = any(c.lower_ in ("the", "this") for c in token.children)
        opens = article == passage.article.id and passage.offset(token) < first
        if (
            not (definite or opens)
            or not may_be_one_ship(str(token.lower_), nouns)
            or own.split()[-1][:1].isupper()
            or OTHERS & set(own.casefold().split())
        ):
            return actor
        return Actor(name, "vehicle", "ship", named=True)

    def meet(self, actor: Actor, token: Token, passage: Passage) -> None:
        """Remember that a word tells of somebody."""
        self.met.add(actor, passage.article.id, passage.offset(token))
