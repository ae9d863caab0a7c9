"""Who stands at a word: a traveller under one name for all the ways in which the texts call it.

Persons come from `geo.reading.travellers.names`, groups and vehicles from `geo.reading.travellers.nouns`, and what a pronoun means from
`geo.reading.travellers.pronouns`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from geo.model import NARRATOR, Traveller
from geo.reading.parsing.lemmas import lemma_of
from geo.reading.text.stretches import overlaps
from geo.reading.travel_words.vehicles import is_type_of_aircraft, vehicle_mode
from geo.reading.travellers.actors import Actor, is_vehicle_name, noun_name
from geo.reading.travellers.company import Company, are_kin
from geo.reading.travellers.elisions import opens_entry
from geo.reading.travellers.encounters import Encounters
from geo.reading.travellers.epithets import counted
from geo.reading.travellers.name_spans import NamedShip, ship_named_most
from geo.reading.travellers.names import Names
from geo.reading.travellers.nouns import Nouns
from geo.reading.travellers.pronouns import Pronouns
from geo.reading.travellers.relatives import antecedent_of, with_companions
from geo.reading.travellers.shares import Share, happened_once, share_actor, share_told
from geo.reading.vocabulary.parties import RETINUES
from geo.reading.vocabulary.pronouns import FIRST, SINGULAR
from geo.reading.vocabulary.tables import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from spacy.tokens import Token

    from geo.reading.parsing.passages import Passage

__all__ = ["Cast"]

#: Adjectives that name the bearer of an office: "the papal plane".
_BEARERS = {"papal": "pope", "presidential": "president", "royal": "king"}


class Cast:
    """All who travel in a story. Build it with `gather`; then `actor` says who stands at a token.

    It remembers groups and vehicles as they are met, so tokens are to be asked for in the order of the text.

    Attributes
    ----------
    names
        The persons of the story.
    """

    def __init__(
        self,
        names: Names,
        places: Mapping[str, Sequence[tuple[int, int]]],
        passages: Mapping[str, Sequence[Passage]],
        ship: NamedShip | None,
    ) -> None:
        self.names = names
        self._places = places
        self._passages = passages
        self._met = Encounters()
        self._pairs: dict[frozenset[str], Actor] = {}
        self._members: dict[str, Actor] = {}
        self._nouns = Nouns(names, self._met, self._members, ship)
        self._company = Company(self._met, self.actor)
        self._pronouns = Pronouns(self._nouns, self._company, passages, self.actor, self.party)

    @classmethod
    def gather(cls, passages: Sequence[Passage], places: Mapping[str, Sequence[tuple[int, int]]]) -> Cast:
        """Gather the persons of a story; parameters as in `geo.reading.travellers.names.Names.gather`."""
        by_article: dict[str, list[Passage]] = defaultdict(list)
        for passage in passages:
            by_article[passage.article.id].append(passage)
        return cls(Names.gather(passages, places), places, by_article, ship_named_most(passages))

    def actor(self, token: Token, passage: Passage) -> Actor | None:
        """Say who stands at the token; None where it is nobody in particular, or nobody that can travel."""
        if token.tag_ in ("WP", "WDT", "WP$") or token.lower_ in ("who", "which", "that"):
            antecedent = antecedent_of(token)
            if (
                antecedent is not None
                and antecedent.dep_ == "appos"
                and (bearer := self._nouns.person(antecedent.head)) is not None
            ):
                return bearer  # "Anna Berg, a teacher who left Oslo"
            return self.actor(antecedent, passage) if antecedent is not None else None
        if token.dep_ == "appos" and vehicle_mode(token.head) != "unknown" and is_vehicle_name(token):
            return self.actor(token.head, passage)  # "the ferry Lady of Lorn, which sailed"
        if (share := share_told(token)) is not None:
            return self._share(share, token, passage)
        if (craft := _aircraft_of(token)) is not None:
            return self._nouns.noun(craft, passage)
        if (whole := counted(token)) is not None:
            if whole.i != token.i:
                return self.actor(whole, passage)
            group = self._company.together(token, passage) or self._met.latest("group", passage.article.id, passage.offset(token))
            if group is not None and _are_more(token, group):
                return self._share(Share(str(token.text), single=False), token, passage)
            return group or self._some(token, passage)
        if token.pos_ == "PRON" or token.tag_ == "PRP$" or (token.is_upper and token.lower_ in SINGULAR):
            return self._pronouns.bearer(token, passage)
        owner = self._owner(token, passage)
        if owner is not None:
            return Actor(owner, "person", vehicle_mode(token), named=True)
        at = passage.offset(token)
        if overlaps(self._places.get(passage.article.id, ()), at, at + 1):
            return None
        if _is_told_in_rank(token):
            return None
        if (pair := self._company.pair(token, passage)) is not None:
            return pair
        if (
            token.tag_ == "NNPS" and token.ent_type_ != "PERSON" and (group := self._nouns.noun(token, passage)) is not None
        ):  # "the Salt Box Fiddlers"
            return group
        return (
            self._nouns.ship_named(token, passage)
            or self._nouns.team(token, passage)
            or self._nouns.person(token)
            or self._nouns.noun(token, passage)
        )

    def party(self, tokens: Sequence[Token], passage: Passage) -> Actor | None:
        """Say who stands at coordinated tokens: one traveller, "A and B" where both are named persons."""
        tokens = with_companions(tokens)
        if (teller := next((t for t in tokens if t.lower_ in FIRST), None)) is not None:  # "my sister and I"
            return self.actor(teller, passage)
        if (head := self._company.head_of_kin(tokens, passage)) is not None:
            return head
        if are_kin(tokens):
            return Actor(" and ".join(t.text for t in tokens), "group", named=True)
        actors = [a for t in tokens if (a := self.actor(t, passage)) is not None]
        names = [a.name for a in actors if a.kind == "person" and a.named]
        if len(names) < 2 or len(names) != len(tokens) or any(t.pos_ != "PROPN" for t in tokens):
            if actors:
                self._company.beside(tokens, actors[0], passage)
            return actors[0] if actors else None
        fresh = Actor(f"{', '.join(names[:-1])} and {names[-1]}", "group", actors[0].mode, named=True)
        group = self._pairs.setdefault(frozenset(names), fresh)  # the same in another order
        if not self._met.knows(group, passage.article.id):
            self._nouns.meet(group, tokens[0], passage)
        self._members.update(dict.fromkeys(names, group))
        return group

    def diarist(self, verb: Token, latest: Actor | None) -> Actor | None:
        """Say who travels in a sentence without a subject, as diaries have them: "Left Ulaanbaatar at six", and after it "Then walked on to X"."""
        if not opens_entry(verb, told=latest is not None and latest.name == NARRATOR):
            return None
        return Actor(NARRATOR, "person", named=True)

    def topic(self, token: Token, passage: Passage) -> Actor | None:
        """Say which person an article is about, whose a journey may be that it tells before it says that anybody travels."""
        name = self.names.heard.topic_of(passage.article.id, passage.offset(token))
        return Actor(name, "person", named=True) if name is not None else None

    def label(self, token: Token, passage: Passage) -> str:
        """Call a person or people at the token, in particular or not: "Russian officials"; "" for a thing."""
        actor = self.actor(token, passage)
        if actor is not None:
            return actor.name if actor.kind != "vehicle" and actor.named else ""
        return noun_name(token, passage) if lemma_of(token) in words_of("people_nouns", "kind") else ""

    def travellers(self, used: Iterable[Actor]) -> tuple[Traveller, ...]:
        """List the travellers that claims name, in their order, with their aliases, and whoever else the story names."""
        everyone = [*used, *(Actor(name, "person", named=True) for name in self.names.full.values())]
        found: dict[str, Traveller] = {}
        for actor in everyone:
            aliases = tuple(dict.fromkeys(self.names.aliases.get(actor.name, ())))
            found.setdefault(actor.name, Traveller(actor.name, actor.kind, aliases))
        return tuple(found.values())

    def _some(self, number: Token, passage: Passage) -> Actor | None:
        """So many as a number says of those whom the noun before it means: "The two fled to X"."""
        share = Share(str(number.text), single=number.lower_ == "one")
        return self._share(share, number, passage) if happened_once(number) else None

    def _share(self, share: Share, token: Token, passage: Passage) -> Actor | None:
        return share_actor(share, token, passage, self._passages.get(passage.article.id, ()))

    def _owner(self, token: Token, passage: Passage) -> str | None:
        """The person whose vehicle or company it is: "his train", "Kim's entourage", "a train belonging to Kim", "the plane carrying the president"."""
        if vehicle_mode(token) == "unknown" and token.lower_ not in RETINUES:
            return None
        for child in token.children:
            if (bearer := self.names.offices.titled(_BEARERS.get(child.lower_, ""))) is not None:
                return bearer
            if child.dep_ == "poss" and (owner := self.actor(child, passage)) is not None and owner.kind == "person":
                return owner.name
        for load in _loads(token):
            carried = self._pronouns.bearer(load, passage) if load.lower_ in SINGULAR else None
            name = carried.name if carried is not None and carried.kind == "person" else self.names.of(load)
            if name is not None:
                return name
        return None


def _aircraft_of(airline: Token) -> Token | None:
    """The aircraft right behind the name of whose it is, or before its number: "the Norair Boeing 737", wherever the parser hangs them."""
    if airline.like_num and airline.i and airline.nbor(-1).dep_ == "compound" and is_type_of_aircraft(airline.nbor(-1)):
        return airline.nbor(-1)
    behind = airline.nbor() if airline.pos_ == "PROPN" and airline.i + 1 < len(airline.doc) else None
    apposed = behind is not None and behind.dep_ == "appos" and behind.head.i == airline.i
    return behind if behind is not None and apposed and is_type_of_aircraft(behind) else None


def _are_more(number: Token, group: Actor) -> bool:
    """Whether a number counts more than there are in a group, and so others: "Some 2,000 people were flown out, 8,000 walked"."""
    count, own = (re.match(r"\d[\d,]*", w) for w in (number.text, group.name))
    return count is not None and own is not None and int(count[0].replace(",", "")[:9]) > int(own[0].replace(",", "")[:9])


def _is_told_in_rank(noun: Token) -> bool:
    """Whether a sentence tells who did something first or last of all: "The last minister to visit X was Y"; it is of him, and of long ago."""
    ranked = any(c.lower_ in ("first", "last", "only") for c in noun.lefts)
    named = noun.dep_ == "nsubj" and noun.head.lower_ == "was" and any(c.dep_ == "attr" for c in noun.head.children)
    return ranked and named and vehicle_mode(noun) == "unknown" and any(c.tag_ == "VB" for c in noun.rights)


def _loads(vehicle: Token) -> Iterator[Token]:
    """The nouns that a vehicle carries or belongs to, wherever the parse hangs "belonging to"."""
    for word in (*vehicle.children, *(t for t in vehicle.sent if t.i < vehicle.i and t.lower_ == "belonging")):
        if word.lower_ in ("carrying", "taking", "bringing", "belonging"):
            yield from (t for t in word.subtree if t.dep_ in ("dobj", "pobj"))
