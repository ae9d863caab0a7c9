"""Whose journey a story tells, and whether a clause tells of them or of somebody else."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.model import MOVEMENTS
from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.vehicles import vehicle_mode
from geo.reading.travellers.antecedents import is_quoted
from geo.reading.vocabulary.parties import COMPANIES, OF_ANOTHER, OTHERS
from geo.reading.vocabulary.person_names import may_mean
from geo.reading.vocabulary.persons import KIN, TITLES, people_kind
from geo.reading.vocabulary.pronouns import FIRST, PERSONAL, PLURAL, SINGULAR, THING
from geo.reading.vocabulary.speech import CITING, JUDGING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from spacy.tokens import Token

    from geo.model import Claim, Traveller
    from geo.reading.frames.facts import PassageFacts

__all__ = ["SUBJECTS", "Party", "shared_subject"]

#: How a subject hangs on its verb.
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_DEFINITE = frozenset({"the", "this", "these", "both"})
#: What is somebody's and goes on without him: what he made, runs, or belongs to.
_APART = frozenset(
    "album army article book bureau business campaign capital charity club comedy community company country culture department doctrine "
    "economy embassy empire factory film firm force forces foundation government hometown homeland house idea industry kingdom land law "
    "lawsuit legacy ministry movie music nation novel office opera organisation organization painting paper parliament party people plant "
    "play poem policy portrait regime region school sculpture shop song state store studio symphony troop troops university work works".split()
)
#: Who speaks of others by trade, or by chance: none of a party.
_BYSTANDERS = frozenset(
    "analyst activist doctor expert fan farmer fisherman judge lawyer minister mayor neighbour neighbor nurse official onlooker organiser "
    "organizer owner passer-by professor prosecutor resident sheriff shopkeeper source spokesman spokesperson spokeswoman supporter teacher "
    "villager witness".split()
)
#: Who is with a group or in a vehicle.
_ABOARD = {"group": COMPANIES, "vehicle": frozenset({"captain", "crew", "master", "passenger", "pilot", "skipper"})}
#: Some of several who were told of before.
_SOME = frozenset({"all", "both", "most", "others", "some"})
_STEPS = 12


@dataclass(frozen=True, slots=True)
class Party:
    """Those whose journey a story tells, and the words by which it calls them.

    Attributes
    ----------
    traveller
        Their name in the claims.
    kind
        A person, a group or a vehicle.
    names
        The words of their names, without offices.
    nouns
        The nouns that stand beside their names, or are their only name: "the tenor".
    """

    traveller: str
    kind: str
    names: frozenset[str]
    nouns: frozenset[str]

    @classmethod
    def of_story(
        cls, facts: Sequence[PassageFacts], claims: Sequence[Claim], travellers: Iterable[Traveller], foremost: str | None = None
    ) -> list[Party]:
        """List the parties of a story of whom a movement is told, the foremost first: who is given, else of whom most is told."""
        told = Counter(c.traveller for c in claims if c.act in MOVEMENTS and c.places)
        names = {name: n for n, (name, _) in enumerate(told.most_common())}
        if foremost is not None:
            names[foremost] = -1
        by_word: dict[str, list[Token]] = defaultdict(list)
        for token in (t for f in facts for t in f.passage.doc if t.pos_ == "PROPN"):
            by_word[token.lower_].append(token)
        return [cls._of(t, by_word) for t in sorted((t for t in travellers if t.name in names), key=lambda t: names[t.name])]

    @classmethod
    def _of(cls, traveller: Traveller, by_word: Mapping[str, Sequence[Token]]) -> Party:
        words = [word.strip(".,'\"") for name in (traveller.name, *traveller.aliases) for word in name.split()]
        names = frozenset(w.casefold() for w in words if w[:1].isupper() and len(w) > 2 and w.casefold() not in TITLES)
        common = {w for w in words if w.islower()} | {w.casefold() for w in words} & TITLES
        beside = {lemma_of(noun) for word in sorted(names) for token in by_word.get(word, ()) for noun in _nouns_beside(token)}
        return cls(traveller.name, traveller.kind, names, frozenset(common | beside | _ABOARD.get(traveller.kind, frozenset())))

    def takes_part(self, verb: Token) -> bool:
        """Tell whether the clause of a verb names them as those who do or suffer something, or something that they have with them."""
        top, subject = shared_subject(verb)
        clause = list(top.subtree if subject is not None else verb.sent)
        if top.dep_ == "relcl":
            clause.append(top.head)
        rival = subject is not None and not self.is_meant(subject)
        if rival and lemma_of(top) in JUDGING:
            return False  # "a paper in X mocked her"
        return any(self.is_meant(t) and not (rival and _may_be_its(subject, t)) for t in clause)

    def says(self, quoted: Token) -> bool | None:
        """Tell whether they say what a word stands in, between quotation marks; None where the text does not tell who says it."""
        speaker = _speaker(quoted)
        if speaker is None:
            return None
        if self.is_meant(speaker):
            return True
        called = {lemma_of(t) for t in (speaker, *_nouns_beside(speaker))}
        indefinite = any(c.lower_ in ("a", "an") for c in speaker.children)
        return self.kind != "person" and not indefinite and not called & (_BYSTANDERS | KIN)

    def is_meant(self, token: Token) -> bool:
        """Tell whether a word stands for them, or for what they have with them."""
        if token.dep_ == "poss" and _goes_on_alone(token.head):
            return False
        if token.lower_ in PERSONAL:
            return self._is_pronoun(token)
        if token.pos_ == "PROPN" and token.lower_ in self.names:
            return True
        if token.dep_ in SUBJECTS and token.lower_ in _SOME:
            return self.kind != "person"
        name = self.traveller.casefold()
        if name.endswith(token.lower_) and token.doc[token.left_edge.i : token.i + 1].text.casefold().endswith(name):
            return True  # where they are told of for the first time: "a coal barge"
        if token.pos_ not in ("NOUN", "PROPN") or any(c.lower_ in OTHERS or c.lower_ == "sister" for c in token.children):
            return False
        definite = any(c.lower_ in _DEFINITE or c.dep_ == "poss" for c in token.children)
        both = any(c.lower_ in ("two", "three", "four") for c in token.children) and people_kind(lemma_of(token)) is not None
        return definite and (both or lemma_of(token) in self.nouns or vehicle_mode(token) != "unknown")

    def _is_pronoun(self, token: Token) -> bool:
        word = token.lower_
        if word in FIRST:
            return self.says(token) is not False if is_quoted(token) else True
        if word in SINGULAR:
            return self.kind != "person" or may_mean(word, self.traveller)
        if word in PLURAL:
            return self.kind != "person" or token.dep_ in SUBJECTS
        return word in THING and self.kind != "person" and token.dep_ != "expl"


def _nouns_beside(name: Token) -> Iterator[Token]:
    """The common nouns that describe who bears a name: "the tenor Anna Berg", "Anna Berg, a tenor", "Anna Berg is a tenor"."""
    yield from (c for c in name.children if c.dep_ in ("appos", "compound", "amod") and c.pos_ == "NOUN")
    if name.dep_ == "appos":
        yield name.head
    if name.dep_ == "nsubj" and name.head.lemma_ == "be":
        yield from (c for c in name.head.children if c.dep_ == "attr" and c.pos_ == "NOUN")


def _goes_on_alone(thing: Token) -> bool:
    """Whether what is somebody's is not with him: "her lawyer", "his latest film"."""
    lemma = lemma_of(thing)
    person = people_kind(lemma) == "person" or lemma in KIN or lemma in OF_ANOTHER or thing.pos_ == "PROPN"
    return person or lemma in _APART


def shared_subject(verb: Token) -> tuple[Token, Token | None]:
    """Find the clause that a verb shares its subject with, and that subject; of "which began in X" what "which" stands for."""
    for _ in range(_STEPS):
        subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
        if subject is not None:
            return verb, verb.head if subject.tag_ in ("WDT", "WP") and verb.dep_ == "relcl" else subject
        above = next((t for t in verb.ancestors if t.pos_ in ("VERB", "AUX")), None)
        if above is None:
            return verb, None
        verb = above
    return verb, None


def _may_be_its(subject: Token, pronoun: Token) -> bool:
    """Whether a possessive, or the subject of a clause below, may mean the subject of its clause: "a man showed his works"."""
    if pronoun.lower_ not in PERSONAL or subject.is_ancestor(pronoun) or not (pronoun.dep_ in SUBJECTS or pronoun.tag_ == "PRP$"):
        return False
    many = subject.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in subject.children)
    return (pronoun.lower_ in PLURAL) == many and pronoun.lower_ not in FIRST


def _speaker(quoted: Token) -> Token | None:
    """Whoever is said to say what a word stands in: the subject of a verb of saying in its sentence or the nearest one, outside the quotation marks."""
    doc = quoted.doc
    verbs = [t for t in doc if t.pos_ == "VERB" and lemma_of(t) in CITING and not is_quoted(t)]
    said = min(verbs, key=lambda v: (v.sent != quoted.sent, abs(v.i - quoted.i)), default=None)
    if said is None:
        return None
    return next((c for c in said.children if c.dep_ in SUBJECTS), None)
