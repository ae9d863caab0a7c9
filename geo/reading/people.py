"""Travellers: persons, groups and vehicles, each under one name for all the ways in which the texts call it.

Names are gathered over all articles of a story, so that "Kim", "Kim-Jong Un", "Kim Jong-un" and "the North Korean leader" are one
traveller. A pronoun is taken for the nearest fitting person before it; where that is not safe it is nobody.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from geo.model import Traveller
from geo.reading.predicates import vehicle_mode
from geo.reading.subjects import carrier
from geo.reading.syntax import lemma_of, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from spacy.tokens import Doc, Span, Token

    from geo.model import Mode, Resolution
    from geo.reading.syntax import Passage

__all__ = ["Actor", "Cast"]

Kind = Literal["person", "group", "vehicle"]
_TITLES = frozenset({"mr", "mrs", "ms", "dr", "sir", "lord", "lady", "president", "prime", "minister", "pope", "king", "queen", "prince", "princess", "cardinal",
                     "senator", "governor", "general", "captain", "secretary", "ambassador", "leader", "chancellor", "premier", "foreign", "defense", "defence", "former", "vice"})  # fmt: skip
_SINGULAR = frozenset({"he", "him", "his", "she", "her", "himself", "herself"})
_PLURAL = frozenset({"they", "them", "their", "themselves"})
#: Nouns for a group that was called something else before: "the leaders" for two prime ministers.
_ANY_GROUP = frozenset(
    {
        "sister",
        "brother",
        "friend",
        "man",
        "woman",
        "cyclist",
        "leader",
        "delegation",
        "group",
        "party",
        "politician",
        "visitor",
        "traveller",
        "traveler",
        "pair",
        "trio",
    }
)
#: Names for those who meet, where the text has named them before.
UNNAMED_PARTIES = frozenset(
    {
        "leaders",
        "two leaders",
        "both leaders",
        "presidents",
        "ministers",
        "two",
        "pair",
        "two sides",
        "politicians",
        "men",
        "two men",
    }
)
_HOUSEHOLD = frozenset({"family", "couple", "household"})
_KIN = frozenset(
    {
        "child",
        "son",
        "daughter",
        "wife",
        "husband",
        "parent",
        "mother",
        "father",
        "brother",
        "sister",
        "baby",
        "family",
        "kid",
        "grandchild",
    }
)
_THING = frozenset({"it", "its", "itself"})
_FIRST = frozenset({"i", "me", "my", "we", "us", "our"})
_NO_TRAVELLER = frozenset({"DATE", "TIME", "MONEY", "EVENT", "LAW", "PERCENT", "LANGUAGE", "NORP", "WORK_OF_ART"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my"})
_NOBODY = frozenset({"no", "any", "every", "each", "many", "most", "such", "other", "few"})
#: How far back a pronoun may reach for its noun, in characters.
_REACH = 900


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that the text says moved: its name, what it is, and the mode that it implies."""

    name: str
    kind: Kind
    mode: Mode = "unknown"
    named: bool = False


@cache
def _nouns(name: str, column: str) -> dict[str, str]:
    return {row["lemma"]: row[column] for row in table(name)}


def name_key(text: str) -> tuple[str, ...]:
    """The words of a name in lower case, hyphens split, titles and possessives dropped: what two spellings of one name share."""
    words = re.findall(r"[^\W\d_]+(?:\.[^\W\d_]+)*", re.sub(r"['’]s?\b", "", text.replace("-", " ").replace("‘", " ")).casefold())
    return tuple(w for w in words if w not in _TITLES) or tuple(words)


@dataclass(slots=True)
class Cast:
    """All who are named in a story, and how each is called.

    Build it with `gather`; then `actor` says who stands at a token.
    """

    names: dict[tuple[str, ...], str] = field(default_factory=dict)
    roles: dict[str, list[tuple[frozenset[str], str]]] = field(default_factory=dict)
    groups: dict[str, Traveller] = field(default_factory=dict)
    aliases: dict[str, list[str]] = field(default_factory=dict)
    _heard: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    _members: dict[str, Actor] = field(default_factory=dict)
    _with_kin: list[tuple[str, int, str]] = field(default_factory=list)
    _met: list[tuple[str, int, Actor]] = field(default_factory=list)
    _places: Mapping[str, Sequence[tuple[int, int]]] = field(default_factory=dict)

    @classmethod
    def gather(cls, passages: Sequence[Passage], places: Mapping[str, Sequence[tuple[int, int]]]) -> Cast:
        """Gather the names of a story.

        Parameters
        ----------
        passages
            The parsed passages of all its articles.
        places
            By article id, the offsets of what was taken for a place: no person is read there.
        """
        cast_ = cls(_places=places)
        counts: Counter[tuple[str, ...]] = Counter()
        shown: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
        spans = [(p, s) for p in passages for s in cast_._person_spans(p)]
        for passage, span in spans:
            text = _clean_name(span)
            key = name_key(text)
            if key and text[:1].isupper() and not all(w.removesuffix("s") in _TITLES for w in key):
                counts[key] += 1
                shown[key][text] += 1
                cast_._heard.setdefault(passage.article.id, []).append((passage.start + span.start_char, text))
        cast_._cluster(counts, shown)
        for passage, span in spans:
            cast_._learn_role(span)
            name = cast_.names.get(name_key(_clean_name(span)))
            if name is not None and any(lemma_of(t) in _KIN for t in span.root.children if t.dep_ == "conj"):
                cast_._with_kin.append((passage.article.id, passage.start + int(span.start_char), name))
        for heard in cast_._heard.values():
            heard.sort()
        return cast_

    def _person_spans(self, passage: Passage) -> Iterable[Span]:
        doc = passage.doc
        taken = [
            (s, e) for s, e in self._places.get(passage.article.id, ()) if passage.start <= s < passage.start + len(doc.text)
        ]
        seen: set[int] = set()
        for span in (*[e for e in doc.ents if e.label_ == "PERSON"], *_proper_subjects(doc)):
            start, end = passage.start + span.start_char, passage.start + span.end_char
            if span.start in seen or any(s < end and start < e for s, e in taken) or not any(t.pos_ == "PROPN" for t in span):
                continue
            seen.update(range(span.start, span.end))
            yield span

    def _cluster(self, counts: Counter[tuple[str, ...]], shown: Mapping[tuple[str, ...], Counter[str]]) -> None:
        """Give each name the fullest name of the same person: one that has all its words, and of several the most frequent."""
        ordered = sorted(counts, key=lambda k: (-len(k), -counts[k], k))
        for key in ordered:
            whole = [o for o in ordered if len(o) > len(key) and _is_part(key, o)] or [
                o for o in ordered if o != key and _is_variant(key, o) and o in self.names
            ]
            if whole:
                best = max(whole, key=lambda o: (counts[o], -ordered.index(o)))
                self.names[key] = self.names.get(best, best_spelling(shown[best]))
            else:
                self.names[key] = best_spelling(shown[key])
        for key in ordered:
            self.aliases.setdefault(self.names[key], []).extend(s for s in sorted(shown[key]) if s != self.names[key])

    def _learn_role(self, span: Span) -> None:
        """Remember "North Korean leader Kim Jong Un": the same words with "the" later mean the same person."""
        name = self.names.get(name_key(_clean_name(span)))
        if name is None:
            return
        nouns = [
            t
            for t in span.root.children
            if t.dep_ in ("compound", "nmod", "appos") and (t.pos_ == "NOUN" or t.lower_ in _nouns("people_nouns", "kind"))
        ]
        before = [span.doc[i] for i in range(max(0, span.start - 1), span.start)]
        if span.root.dep_ == "appos" and span.root.head.pos_ in ("NOUN", "PROPN"):
            nouns.append(span.root.head)
        nouns += [t for t in before if t.lower_ in _nouns("people_nouns", "kind")]
        for noun in nouns:
            modifiers = {t.lower_ for t in noun.lefts if t.pos_ in ("ADJ", "NOUN", "PROPN")} | {
                t.lower_ for t in span.root.lefts if t.i < noun.i and t.pos_ in ("ADJ", "NOUN", "PROPN")
            }
            entry = (frozenset(modifiers - {noun.lower_}), name)
            if entry not in self.roles.setdefault(noun.lemma_.lower(), []):
                self.roles[noun.lemma_.lower()].append(entry)

    def actor(self, token: Token, passage: Passage) -> Actor | None:
        """Say who stands at the token; None where it is nobody in particular, or nobody that can travel."""
        if token.tag_ in ("WP", "WDT", "WP$") or token.lower_ in ("who", "which", "that"):
            antecedent = _antecedent(token)
            return self.actor(antecedent, passage) if antecedent is not None else None
        if token.pos_ == "PRON" or token.tag_ == "PRP$":
            return self._pronoun(token, passage)
        owner = self._owner(token, passage)
        if owner is not None:
            return owner
        if any(s < passage.offset(token) + 1 <= e for s, e in self._places.get(passage.article.id, ())):
            return None
        person = self._person(token)
        if person is not None:
            return person
        return self._noun(token, passage)

    def party(self, tokens: Sequence[Token], passage: Passage) -> Actor | None:
        """Who stands at coordinated tokens: one traveller, "A and B" where both are named persons."""
        actors = [a for t in tokens if (a := self.actor(t, passage)) is not None]
        persons = [a for a in actors if a.kind == "person" and a.named]
        if len(actors) < 2 or len(persons) != len(tokens):
            return actors[0] if actors else None
        surname = persons[-1].name.split()[-1]
        names = [p.name for p in persons]
        group = Actor(f"{', '.join(names[:-1])} and {names[-1]}", "group", persons[0].mode, named=True)
        if (passage.article.id, group) not in [(i, a) for i, _, a in self._met]:
            self._met.append((passage.article.id, passage.offset(tokens[0]), group))
        self._members.update(dict.fromkeys([*names, surname], group))
        return group

    def _person(self, token: Token) -> Actor | None:
        named = next((c for c in token.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
        if (
            token.pos_ == "NOUN" and named is not None and (person := self._person(named)) is not None
        ):  # "the balloonist Urs Keller"
            return person
        run = _proper_run(token)
        for span in (run, token.doc[token.i : token.i + 1]):
            key = name_key(span.text)
            if key in self.names:
                name = self.names[key]
                return Actor(name, "person", named=True)
        bearers = {n for n in self.names.values() if token.pos_ == "PROPN" and token.lower_ in name_key(n)}
        if len(bearers) == 1:
            return Actor(bearers.pop(), "person", named=True)
        role = self._role(token)
        return Actor(role, "person", named=True) if role else None

    def _role(self, token: Token) -> str | None:
        """ "the North Korean leader", "the pope": a role that one person of the story has."""
        holders = self.roles.get(token.lemma_.lower(), [])
        if token.lower_ in _TITLES and not holders:
            bearers = {n for n in self.names.values() if n.split()[0].casefold() == token.lower_}
            return bearers.pop() if len(bearers) == 1 else None
        if (
            not holders
            or token.pos_ not in ("NOUN", "PROPN")
            or token.tag_ == "NNS"
            or any(c.lower_ in ("a", "an", "another") for c in token.children)
        ):
            return None
        modifiers = {t.lower_ for t in token.lefts if t.pos_ in ("ADJ", "NOUN", "PROPN")}
        fitting = {name for words, name in holders if modifiers <= words}
        if not fitting:
            fitting = {name for words, name in holders if modifiers & words}
        return fitting.pop() if len(fitting) == 1 else None

    def _pronoun(self, token: Token, passage: Passage) -> Actor | None:
        lower = token.lower_
        position = passage.offset(token)
        if lower in _SINGULAR:
            heard = [n for at, n in self._heard.get(passage.article.id, []) if position - _REACH <= at < position]
            name = next((self.names.get(name_key(n)) for n in reversed(heard)), None)
            subject = self._subject_before(token)
            chosen = subject or name
            return Actor(chosen, "person", named=True) if chosen else None
        if lower in _PLURAL or lower in _THING:
            return self._noun_before(token, passage, plural=lower in _PLURAL)
        if lower in _FIRST:
            return self._speaker(token)
        return None

    def _subject_before(self, token: Token) -> str | None:
        """The person who is the subject of an earlier clause of the passage, the nearest first."""
        for other in reversed(token.doc[: token.i]):
            if other.dep_ in ("nsubj", "nsubjpass", "poss") and other.pos_ in ("PROPN", "NOUN"):
                person = self._person(other)
                if person is not None:
                    return person.name
        return None

    def _noun_before(self, token: Token, passage: Passage, *, plural: bool) -> Actor | None:
        for other in reversed(token.doc[: token.i]):
            if other.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj") or other.pos_ not in ("NOUN", "PROPN"):
                continue
            together = any(c.dep_ == "conj" for c in other.children)
            many = other.tag_ in ("NNS", "NNPS") or together
            if plural and not many and _nouns("people_nouns", "kind").get(other.lemma_.lower()) != "group":
                continue
            actor = self.party([other, *other.conjuncts], passage) if plural or vehicle_mode(other) != "unknown" else None
            if actor is not None and actor.named:
                return actor
        return self._latest("group" if plural else "vehicle", passage, passage.offset(token))

    def _speaker(self, token: Token) -> Actor | None:
        """Who says "I" or "we": whoever the passage says is speaking, else, without quotation marks, the one who tells the story."""
        if '"' not in token.doc.text:
            return Actor("the narrator", "person", named=True)
        for verb in token.doc:
            if verb.lemma_ in ("say", "tell", "add", "recall", "write"):
                for child in verb.children:
                    if child.dep_ == "nsubj" and child.pos_ == "PROPN" and (speaker := self._person(child)) is not None:
                        return self._members.get(speaker.name, speaker) if token.lower_ in ("we", "us", "our") else speaker
        return None

    def _owner(self, token: Token, passage: Passage) -> Actor | None:
        """A person's vehicle travels for the person: "his train", "a train belonging to Kim", "the plane carrying the president"."""
        mode = vehicle_mode(token)
        if mode == "unknown":
            return None
        for child in token.children:
            if (bearer := self._bearer(child)) is not None:
                return Actor(bearer, "person", mode, named=True)
            if child.dep_ == "poss" and (owner := self.actor(child, passage)) is not None and owner.kind == "person":
                return Actor(owner.name, "person", mode, named=True)
            if child.lower_ in ("carrying", "taking", "bringing") or child.lower_ == "belonging":
                for target in child.subtree:
                    if target.dep_ in ("dobj", "pobj") and (owner := self._person(target)) is not None:
                        return Actor(owner.name, "person", mode, named=True)
        before = [t for t in token.sent if t.i < token.i and t.lower_ == "belonging"]
        for word in before:
            for target in word.subtree:
                if target.dep_ == "pobj" and (owner := self._person(target)) is not None:
                    return Actor(owner.name, "person", mode, named=True)
        return None

    def _bearer(self, adjective: Token) -> str | None:
        """ "the papal plane", "the presidential train": the one person of the story with that title."""
        title = {"papal": "pope", "presidential": "president", "royal": "king", "imperial": "emperor"}.get(adjective.lower_)
        bearers = {n for n in self.names.values() if n.split()[0].casefold() == title} | {
            n for _, n in self.roles.get(title or "", [])
        }
        return bearers.pop() if title and len(bearers) == 1 else None

    def _noun(self, token: Token, passage: Passage) -> Actor | None:
        """A definite or counted noun that can travel; bare plurals, goods, firms and ideas are refused."""
        lemma = lemma_of(token)
        if token.pos_ not in ("NOUN", "PROPN") or lemma in _nouns("not_travellers", "why") or token.ent_type_ in _NO_TRAVELLER:
            return None
        mode, known = _own_or_told_mode(token), _nouns("people_nouns", "kind").get(lemma)
        singular = token.lower_.removesuffix("s")
        if (
            token.pos_ == "PROPN" and singular != token.lower_ and singular in _nouns("people_nouns", "kind")
        ):  # "the Prime Ministers"
            lemma, known = singular, _nouns("people_nouns", "kind")[singular]
        plural = token.tag_ in ("NNS", "NNPS") or lemma == singular != token.lower_
        if not _is_particular(token, plural=plural, known=known is not None):
            return None
        if token.pos_ == "PROPN" and mode == "unknown" and re.search(r"\d", _proper_run(token).text):
            return self._only_vehicle() or Actor(_proper_run(token).text, "vehicle", named=True)
        if lemma in _HOUSEHOLD and (head := self._head_of_family(passage, passage.offset(token))) is not None:
            return head
        name = self._noun_name(token, passage)
        if not name:
            return None
        kind: Kind = "vehicle" if mode != "unknown" else "group" if plural or known == "group" else "person"
        actor = Actor(name, kind, mode, named=token.pos_ == "PROPN" or known is not None or mode != "unknown")
        return self._same_again(actor, token, passage) if kind != "person" else actor

    def _same_again(self, actor: Actor, token: Token, passage: Passage) -> Actor:
        """ "the plane" after "a hijacked Sudan Airways plane": a definite noun means what was named before, if that fits."""
        position = passage.offset(token)
        words = {w for w in re.findall(r"\w+", actor.name.casefold()) if len(w) > 3} - {token.lower_, token.lemma_.lower()}
        definite = any(c.lower_ in ("the", "this", "that", "these", "those") for c in token.children)
        for _, _, earlier in reversed(self._met):
            if earlier.kind != actor.kind or (earlier.mode != actor.mode and "unknown" not in (earlier.mode, actor.mode)):
                continue
            shared = any(w[:5] == e[:5] for w in words for e in re.findall(r"\w+", earlier.name.casefold()))
            same_noun = earlier.name.casefold().split()[-1].rstrip("s") == token.lower_.rstrip("s")
            bare = (
                definite
                and not words
                and (
                    same_noun
                    or actor.kind == "vehicle"
                    or (token.lemma_ in _ANY_GROUP and (_holds_office(earlier) or earlier in self._members.values()))
                )
            )
            if bare or (shared and (definite or len(words) > 1)) or earlier.name.casefold() == actor.name.casefold():
                return earlier
        self._met.append((passage.article.id, position, actor))
        return actor

    def _only_vehicle(self) -> Actor | None:
        """The one vehicle of the story, where there is one: "the Airbus A310" after "a hijacked plane"."""
        vehicles = {a.name: a for _, _, a in self._met if a.kind == "vehicle"}
        return next(iter(vehicles.values())) if len(vehicles) == 1 else None

    def _head_of_family(self, passage: Passage, position: int) -> Actor | None:
        """ "the family" after "Tanja and her children": the one who was named with them."""
        named = [n for i, at, n in self._with_kin if i == passage.article.id and at < position]
        return Actor(named[-1], "person", named=True) if named else None

    def _latest(self, kind: Kind, passage: Passage, position: int) -> Actor | None:
        """The traveller of this kind named last before the position, in the same article and near."""
        fitting = [
            a for i, at, a in self._met if i == passage.article.id and position - _REACH <= at < position and a.kind == kind
        ]
        return fitting[-1] if fitting else None

    def _noun_name(self, token: Token, passage: Passage) -> str:
        words = [t for t in token.lefts if t.dep_ in ("amod", "compound", "nummod", "nmod", "poss", "quantmod")]
        if token.dep_ == "appos" and token.head.ent_type_ == "NORP":  # "Polish, Czech and Slovenian prime ministers"
            words.append(token.head)
        first = min([*(w.left_edge.i for w in words), token.i])
        text = " ".join(passage.quote(token.doc[first], token).text.split())
        return re.sub(r"^(?:the|a|an|some|about|his|her|their|its)\s+", "", text, flags=re.IGNORECASE).strip(" ,;\"'“”")

    def label(self, token: Token, passage: Passage) -> str:
        """How to call a person or people at the token, in particular or not: "Russian officials"; "" for a thing."""
        actor = self.actor(token, passage)
        if actor is not None:
            return actor.name if actor.kind != "vehicle" and actor.named else ""
        return self._noun_name(token, passage) if token.lemma_.lower() in _nouns("people_nouns", "kind") else ""

    def travellers(self, used: Iterable[Actor]) -> tuple[Traveller, ...]:
        """The travellers that claims name, in their order, with their aliases; whoever the story names is one of them."""
        everyone = [*used, *(Actor(name, "person", named=True) for name in self.names.values())]
        found: dict[str, Traveller] = {}
        for a in everyone:
            found.setdefault(a.name, Traveller(a.name, a.kind, tuple(dict.fromkeys(self.aliases.get(a.name, ())))))
        return tuple(found.values())


def _own_or_told_mode(token: Token) -> Mode:
    """The mode of a vehicle noun, or of a name that a vehicle noun introduces: "the research vessel Southern Petrel"."""
    modes = [
        vehicle_mode(t) for t in (token, *token.lefts) if t is token or (token.pos_ == "PROPN" and t.dep_ in ("compound", "nmod"))
    ]
    return next((m for m in modes if m != "unknown"), "unknown")


def _is_particular(token: Token, *, plural: bool, known: bool) -> bool:
    """Whether the noun means somebody in particular: named, definite or counted; "tourists fly to X" means nobody."""
    children = list(token.children) + (list(token.head.children) if token.dep_ == "appos" else [])
    if any(c.lower_ in _NOBODY for c in children):
        return False
    definite = any(c.lower_ in _DEFINITE or c.dep_ in ("nummod", "poss") or c.pos_ == "NUM" for c in children)
    if plural:
        return definite or (known and any(c.dep_ == "amod" and c.pos_ == "ADJ" for c in children))
    return definite or token.pos_ == "PROPN" or any(c.dep_ in ("det", "amod", "compound") for c in children)


def without_person_names(
    resolutions: Mapping[str, Sequence[Resolution]], passages: Mapping[str, Sequence[Passage]]
) -> dict[str, list[Resolution]]:
    """Tell apart the place and the person of one name: "Kim" in a story about Kim Jong Un is no town.

    A name of one word that is part of a person's full name somewhere in the story is a place only behind a preposition of place.
    """
    words = {
        word
        for ps in passages.values()
        for p in ps
        for e in p.doc.ents
        if e.label_ == "PERSON" and sum(t.pos_ == "PROPN" for t in e) > 1
        for word in name_key(_clean_name(e))
    }
    return {
        article: [
            replace(r, mention=replace(r.mention, kind="part"), reasons=("part of a person's name in this story",))
            if r.mention.kind in ("place", "metonym")
            and r.mention.quote.text.casefold() in words
            and not _is_located(r, passages.get(article, ()))
            else r
            for r in rs
        ]
        for article, rs in resolutions.items()
    }


def _is_located(resolution: Resolution, passages: Sequence[Passage]) -> bool:
    """Whether a preposition of place stands before the mention, or the parser took it for a place."""
    quote = resolution.mention.quote
    for passage in passages:
        span = passage.doc.char_span(quote.start - passage.start, quote.end - passage.start, alignment_mode="expand")
        if passage.start <= quote.start < passage.start + len(passage.doc.text) and span is not None and len(span):
            before = passage.doc[span.start - 1].lower_ if span.start else ""
            travels = span.root.dep_ == "pobj" and lemma_of(span.root.head.head) in {row["lemma"] for row in table("verbs")}
            return before in ("in", "at", "near", "through", "via", "outside") or (before in ("to", "from") and travels)
    return False


def best_spelling(spellings: Counter[str]) -> str:
    """The most frequent spelling of more than one word, of equals the longest and then the first in order."""
    return max(sorted(spellings), key=lambda s: (" " in s, spellings[s], len(s)))


def _holds_office(actor: Actor) -> bool:
    """Whether a group is named by a rank that single persons hold: ministers, presidents."""
    return _nouns("people_nouns", "kind").get(actor.name.casefold().split()[-1].removesuffix("s")) == "person"


def _is_part(short: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether all words of a short name stand in a longer one, in their order."""
    rest = iter(whole)
    return all(word in rest for word in short)


def _is_variant(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names differ in spelling alone: the same last word, the same initial ("Sergei", "Sergey"), close in length."""
    return (
        len(one) == len(other) > 1
        and one[-1] == other[-1]
        and one[0][:2] == other[0][:2]
        and abs(len(one[0]) - len(other[0])) <= 2
    )


def _clean_name(span: Span) -> str:
    """The name without the office before it; a single name keeps its title ("Pope Francis", "President Bush")."""
    words = re.sub(r"['’]s?$", "", " ".join(span.text.split())).split()
    titles = [i for i, w in enumerate(words) if w.strip(".").casefold() in _TITLES]
    if titles and titles[-1] < len(words) - 1:
        last = titles[-1]
        words = words[last:] if len(words) - last == 2 and words[last][:1].isupper() else words[last + 1 :]
    return " ".join(words)


def _proper_run(token: Token) -> Span:
    """The run of proper nouns that the token ends or stands in, without titles that a name does not need."""
    doc = token.doc
    start = end = token.i
    while start > 0 and (
        doc[start - 1].pos_ == "PROPN" or (doc[start - 1].text == "-" and start > 1 and doc[start - 2].pos_ == "PROPN")
    ):
        start -= 1
    while end + 1 < len(doc) and (
        doc[end + 1].pos_ == "PROPN" or (doc[end + 1].text == "-" and end + 2 < len(doc) and doc[end + 2].pos_ == "PROPN")
    ):
        end += 1
    return doc[start : end + 1]


def _proper_subjects(doc: Doc) -> list[Span]:
    """Runs of proper nouns that are the subject of a verb of speech or movement: names that the parser's own recogniser missed."""
    return [
        _proper_run(t)
        for t in doc
        if t.pos_ == "PROPN"
        and t.dep_ in ("nsubj", "nsubjpass", "poss")
        and t.ent_type_ in ("", "PERSON")
        and not t.text.isupper()
    ]


def _antecedent(token: Token) -> Token | None:
    node = token
    for _ in range(8):
        if node.dep_ == "relcl":
            return carrier(node.head)
        if node.head.i == node.i:
            return None
        node = node.head
    return None
