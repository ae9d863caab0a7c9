"""The persons of a story: every spelling of a name, and every office that goes with it, under one full name.

Names are gathered over all articles of a story, so that "Kim", "Kim-Jong Un", "Kim Jong-un" and "the North Korean leader" are one
person.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travellers.heard import Heard
from geo.reading.travellers.name_spans import clean_name, person_spans, proper_run, titles_in, vehicle_names
from geo.reading.travellers.offices import Offices, is_papal
from geo.reading.travellers.spellings import full_names, misspelt, name_key, person_key, slips_of, spelt
from geo.reading.vocabulary.persons import KIN, TITLES
from geo.reading.vocabulary.speech import STATING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Span, Token

    from geo.reading.parsing.passages import Passage
    from geo.reading.travellers.spellings import Key

__all__ = ["Names"]


@dataclass(slots=True)
class Names:
    """The persons whom the articles of a story name.

    Attributes
    ----------
    full
        The full name of the person, by the key of each spelling.
    aliases
        The other spellings, by full name.
    heard
        Where the articles name them.
    offices
        The offices that go with them.
    """

    full: dict[Key, str]
    aliases: dict[str, list[str]]
    heard: Heard
    offices: Offices
    _bearers: dict[str, set[str]]
    _slips: dict[str, list[Key]]
    _with_kin: list[tuple[str, int, str]] = field(default_factory=list)

    @classmethod
    def gather(cls, passages: Sequence[Passage], places: Mapping[str, Sequence[tuple[int, int]]]) -> Names:
        """Gather the persons of a story.

        Parameters
        ----------
        passages
            The parsed passages of all its articles.
        places
            By article id, the offsets of what was taken for a place: no person is read there.
        """
        shown: dict[Key, Counter[str]] = defaultdict(Counter)
        ranks: dict[Key, set[str]] = defaultdict(set)
        heard: dict[str, list[tuple[int, str]]] = defaultdict(list)
        vehicles = vehicle_names(passages)
        spans = [
            (p, s)
            for p in passages
            for s in person_spans(p, places.get(p.article.id, ()))
            if proper_run(s.root).text not in vehicles
        ]
        for passage, span in spans:
            text = clean_name(span)
            key = person_key(text)
            if key and text[:1].isupper() and not (is_papal(text) or all(w.removesuffix("s") in TITLES for w in name_key(text))):
                shown[key][text] += 1
                ranks[key] |= titles_in(span)
                heard[passage.article.id].append((passage.start + int(span.start_char), text))
        slips = slips_of(shown)
        full = full_names(shown, ranks, slips)
        names = cls(full, _others(full, shown), Heard(), Offices(frozenset(full.values())), _bearers(full), slips)
        for passage, span in spans:
            names._learn(passage, span)
        for article, named in heard.items():
            names.heard.remember(article, [(at, full[person_key(text)]) for at, text in sorted(named)])
        return names

    def _learn(self, passage: Passage, span: Span) -> None:
        """Remember what is told by a name: whether anything is, offices, children or a spouse."""
        name = self.full.get(person_key(clean_name(span)))
        if name is None:
            return
        if not _only_tells(span.root):
            self.heard.told_of.add(name)
        self.offices.learn(name, span)
        named_first = span.root.dep_ not in ("conj", "appos")
        if named_first and any(lemma_of(t) in KIN for t in span.root.conjuncts):
            self._with_kin.append((passage.article.id, passage.start + int(span.start_char), name))

    def of(self, token: Token) -> str | None:
        """Say whose name or office stands at the token; None where it is nobody's, or may be several persons'."""
        named = next((c for c in token.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
        if token.pos_ == "NOUN" and named is not None and (person := self.of(named)) is not None:  # "the balloonist Urs Keller"
            return person
        if (
            token.pos_ == "NOUN"
            and token.dep_ == "appos"
            and token.head.pos_ == "PROPN"
            and (person := self.of(token.head)) is not None
        ):
            return person  # "Urs Keller, a balloonist who"
        run = [t.text for t in proper_run(token)]
        for text in (proper_run(token).text, *(" ".join(run[n:]) for n in range(1, len(run) - 1)), token.text):
            if text[:1].isupper() and person_key(text) in self.full:
                return self.full[person_key(text)]
        called = token.pos_ == "PROPN" or (token.tag_ == "NN" and token.text[:1].isupper())
        bearers = self._bearers.get(spelt(token.lower_), set()) if called else set()
        if called and not bearers and len(run) == 1:
            bearers = {self.full[key] for key in misspelt(person_key(token.text), self._slips)}
        return next(iter(bearers)) if len(bearers) == 1 else self.offices.holder(token)

    def bearer(self, word: str) -> str | None:
        """Name the one person of the story in whose name a word stands; None where there is nobody or there are several."""
        bearers = self._bearers.get(spelt(word.casefold()), set())
        return next(iter(bearers)) if len(bearers) == 1 else None

    def head_of_family(self, article: str, position: int) -> str | None:
        """Name who "the family" is, after "Tanja and her children"."""
        named = [n for i, at, n in self._with_kin if i == article and at < position]
        return named[-1] if named else None


def _only_tells(name: Token) -> bool:
    """Whether somebody is only named as the source of what is told: "said Berg", "according to Berg"."""
    told = name.dep_ == "nsubj" and name.head.lemma_ in STATING
    return told or (name.dep_ == "pobj" and name.head.head.lower_ == "according")


def _others(full: Mapping[Key, str], shown: Mapping[Key, Counter[str]]) -> dict[str, list[str]]:
    """The other spellings of each full name."""
    others: dict[str, list[str]] = {}
    for key, name in full.items():
        others.setdefault(name, []).extend(s for s in sorted(shown[key]) if s != name)
    return others


def _bearers(full: Mapping[Key, str]) -> dict[str, set[str]]:
    """Those in whose full name a word stands, by the word."""
    bearers: dict[str, set[str]] = {}
    for name in full.values():
        for word in person_key(name):
            bearers.setdefault(word, set()).add(name)
    return bearers
