"""The offices and callings of the persons of a story: who "the North Korean leader" is, and that "the mayor" is not Minister Berg."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travellers.name_spans import offices_beside
from geo.reading.vocabulary.callings import callings_of, excludes, tells_of_crime
from geo.reading.vocabulary.persons import SINGLE_OFFICES, TITLES

if TYPE_CHECKING:
    from collections.abc import Collection

    from spacy.tokens import Span, Token

__all__ = ["Offices", "is_papal"]

_MODIFIERS = ("ADJ", "NOUN", "PROPN")
#: What the pope is called besides, by the last word, with the word before it.
_PAPAL = {"father": ("holy", "saint"), "holiness": ("his",), "pontiff": ("", "roman", "supreme")}
#: What somebody with any office of state may be called by his nation: "the Danish leader" is the Danish president.
_STATESMEN = frozenset("diplomat envoy leader monarch official premier ruler statesman stateswoman visitor".split())
#: Other words for some nations.
_NATIONS = {"uk": "british", "us": "american"}
#: What is said of somebody who holds an office no more, or not yet.
_FORMER = frozenset({"designate", "elect", "ex", "former", "late", "then"})
_REGNAL = re.compile(r"[IVX]+")


@dataclass(slots=True)
class Offices:
    """Who holds which office, and of whom a crime is told.

    Attributes
    ----------
    names
        The full names of the persons of the story.
    """

    names: Collection[str]
    _roles: dict[str, list[tuple[frozenset[str], str]]] = field(default_factory=dict)
    _charged: set[str] = field(default_factory=set)

    def learn(self, name: str, span: Span) -> None:
        """Remember the offices that stand by a name where it is told, and whether a crime is."""
        if tells_of_crime(t.lower_ for t in span.root.sent):
            self._charged.add(name)
        for noun in offices_beside(span):
            before = [t for t in span.root.lefts if t.i < noun.i]
            modifiers = frozenset(_plain(t) for t in (*noun.lefts, *before) if t.pos_ in _MODIFIERS) - {noun.lower_}
            holders = self._roles.setdefault(noun.lemma_.lower(), [])
            if (modifiers, name) not in holders:
                holders.append((modifiers, name))

    def holder(self, token: Token) -> str | None:
        """Find the one person with the office at the token: "the North Korean leader", "the pope"."""
        if is_papal(f"{token.nbor(-1).lower_ if token.i else ''} {token.lower_}") or is_papal(token.lower_):
            return self.titled("pope")
        prime = token.lower_ == "pm"
        holders = self._roles.get("minister" if prime else token.lemma_.lower(), [])
        if not holders:
            return self.titled(token.lower_) or self._of_nation(token)
        indefinite = any(c.lower_ in ("a", "an", "another") for c in token.children)
        if token.pos_ not in ("NOUN", "PROPN") or token.tag_ == "NNS" or indefinite:
            return None
        modifiers = {_plain(t) for t in token.lefts if t.pos_ in _MODIFIERS} | ({"prime"} if prime else set())
        if not modifiers & _FORMER:  # "the French president" is who is one now
            holders = [(words, n) for words, n in holders if not words & _FORMER] or holders
        fitting = {n for words, n in holders if modifiers <= words} or {n for words, n in holders if modifiers & words}
        return fitting.pop() if len(fitting) == 1 else self._of_nation(token)

    def _of_nation(self, token: Token) -> str | None:
        """The one person with an office of state of the nation by which a noun calls somebody: "the Danish leader" after "Danish President Berg"."""
        if token.lower_ not in _STATESMEN or not any(c.lower_ == "the" for c in token.lefts):
            return None
        nation = {_plain(t) for t in token.lefts if t.pos_ in _MODIFIERS and t.text[:1].isupper()}
        offices = (holders for office, holders in self._roles.items() if "state" in callings_of([office]))
        fitting = {name for holders in offices for words, name in holders if nation & words and not words & _FORMER}
        return fitting.pop() if len(fitting) == 1 else None

    def titled(self, title: str) -> str | None:
        """Name the one person of the story who bears a title; None where nobody does or several do."""
        if title not in TITLES:
            return None
        bearers = {n for n in self.names if n.split()[0].casefold() == title} | {n for _, n in self._roles.get(title, [])}
        if title == "pope" and not bearers:
            bearers = {n for n in self.names if _REGNAL.fullmatch(n.split()[-1])}
        return bearers.pop() if len(bearers) == 1 else None

    def holds_other(self, name: str, noun: Token) -> bool:
        """Tell whether a person is known by another office or calling than a noun tells, so that it means somebody else.

        "The mayor" is not Minister Berg, "the judge" no singer, and "the thief" nobody of whom no crime is told.
        """
        held = {word for word, holders in self._roles.items() if any(n == name for _, n in holders)}
        office = lemma_of(noun)
        if office in SINGLE_OFFICES and held & SINGLE_OFFICES:
            return office not in held
        told = [office, *(lemma_of(c) for c in noun.children if c.dep_ in ("amod", "compound", "nmod"))]
        return excludes(told, held, charged=name in self._charged)


def is_papal(text: str) -> bool:
    """Tell whether words mean the pope without his name: "Holy Father"."""
    first, _, last = text.casefold().replace("-", " ").rpartition(" ")
    return first.rpartition(" ")[2] in _PAPAL.get(last, ())


def _plain(token: Token) -> str:
    """A word in small letters, an abbreviation without its dots: "US", "U.S." and "American" are one."""
    word = str(token.lower_).replace(".", "")
    return _NATIONS.get(word, word) if token.text.isupper() else word
