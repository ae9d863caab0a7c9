"""The persons of a story: every spelling of a name, and every office that goes with it, under one full name.

Names are gathered over all articles of a story, so that "Kim", "Kim-Jong Un", "Kim Jong-un" and "the North Korean leader" are one
person.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.text.stretches import beginning_in
from geo.reading.travellers.name_spans import clean_name, offices_beside, person_spans, proper_run, titles_in, vehicle_names
from geo.reading.vocabulary.callings import callings_of, excludes, tells_of_crime
from geo.reading.vocabulary.person_names import may_mean
from geo.reading.vocabulary.persons import KIN, TITLES
from geo.reading.vocabulary.speech import STATING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Span, Token

    from geo.reading.parsing.passages import Passage

__all__ = ["Names", "name_key"]

#: A word of so many letters is still known with one more or less.
_LONG = 6
#: So many times as often is somebody named who is the topic of an article rather than whoever was named last.
_OUTNUMBERS = 2
#: The longest title, in characters.
_TITLE = 25
_MODIFIERS = ("ADJ", "NOUN", "PROPN")
#: Letters that transcriptions of one name differ in: "Zelensky", "Zelenskyy", "Zelenskiy".
_TRANSCRIBED = str.maketrans("yjw", "iiv")
_DOUBLED = re.compile(r"(.)\1+")
#: What the pope is called besides, by the last word, with the word before it.
_PAPAL = {"father": ("holy", "saint"), "holiness": ("his",), "pontiff": ("", "roman", "supreme")}
#: Offices of which one person holds one.
_EXCLUSIVE = frozenset(
    "ambassador archbishop bishop cardinal chancellor emperor governor king mayor minister patriarch pope president prince princess queen "
    "senator sultan".split()
)
#: What somebody with any office of state may be called by his nation: "the Danish leader" is the Danish president.
_STATESMEN = frozenset("diplomat envoy leader monarch official premier ruler statesman stateswoman visitor".split())
#: Other words for some nations.
_NATIONS = {"uk": "british", "us": "american"}
#: What is said of somebody who holds an office no more, or not yet.
_FORMER = frozenset({"designate", "elect", "ex", "former", "late", "then"})
_REGNAL = re.compile(r"[IVX]+")


def name_key(text: str) -> tuple[str, ...]:
    """Reduce a name to what two spellings of it share: its words in lower case, hyphens split, titles and possessives dropped."""
    words = re.findall(r"[^\W\d_]+(?:\.[^\W\d_]+)*", re.sub(r"['’]s?\b", "", text.replace("-", " ").replace("‘", " ")).casefold())
    return tuple(w for w in words if w not in TITLES) or tuple(words)


def _spelt(word: str) -> str:
    """Reduce a word of a name to what its transcriptions from other scripts share."""
    return _DOUBLED.sub(r"\1", word.translate(_TRANSCRIBED))


def _person_key(text: str) -> tuple[str, ...]:
    return tuple(_spelt(word) for word in name_key(text))


def _is_papal(text: str) -> bool:
    """Whether words mean the pope without his name: "Holy Father"."""
    first, _, last = text.casefold().replace("-", " ").rpartition(" ")
    return first.rpartition(" ")[2] in _PAPAL.get(last, ())


@dataclass(slots=True)
class Names:
    """The persons whom the articles of a story name.

    Attributes
    ----------
    full
        The full name of the person, by the key of each spelling.
    aliases
        The other spellings, by full name.
    """

    full: dict[tuple[str, ...], str] = field(default_factory=dict)
    aliases: dict[str, list[str]] = field(default_factory=dict)
    _bearers: dict[str, set[str]] = field(default_factory=dict)
    _roles: dict[str, list[tuple[frozenset[str], str]]] = field(default_factory=dict)
    _heard: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    _first_heard: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    _counted: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    _with_kin: list[tuple[str, int, str]] = field(default_factory=list)
    _told_of: set[str] = field(default_factory=set)
    _charged: set[str] = field(default_factory=set)
    _slips: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)

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
        names = cls()
        shown: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
        ranks: dict[tuple[str, ...], set[str]] = defaultdict(set)
        vehicles = vehicle_names(passages)
        spans = [
            (p, s)
            for p in passages
            for s in person_spans(p, places.get(p.article.id, ()))
            if proper_run(s.root).text not in vehicles
        ]
        for passage, span in spans:
            text = clean_name(span)
            key = _person_key(text)
            if key and text[:1].isupper() and not (_is_papal(text) or all(w.removesuffix("s") in TITLES for w in name_key(text))):
                shown[key][text] += 1
                ranks[key] |= titles_in(span)
                names._heard.setdefault(passage.article.id, []).append((passage.start + int(span.start_char), text))
        names._cluster(shown, ranks)
        for passage, span in spans:
            names._learn(passage, span)
        for article, heard in names._heard.items():
            names._remember(article, [(at, names.full[_person_key(text)]) for at, text in sorted(heard)])
        return names

    def _remember(self, article: str, heard: list[tuple[int, str]]) -> None:
        """Keep where an article names whom, where it first does, and each time that counts."""
        first: dict[str, int] = {}
        for at, person in heard:
            first.setdefault(person, at)
        self._heard[article] = heard
        self._first_heard[article] = [(at, person) for person, at in first.items()]
        # What the two ways of finding names found of one mention begins a title apart, and counts once.
        self._counted[article] = [
            (at, person)
            for (last, before), (at, person) in pairwise([(-_TITLE, ""), *heard])
            if person != before or at - last >= _TITLE
        ]

    def _cluster(self, shown: Mapping[tuple[str, ...], Counter[str]], ranks: Mapping[tuple[str, ...], set[str]]) -> None:
        """Give each name the fullest name of the same person: one that has all its words, and of several with its title the most frequent."""
        count = {key: spellings.total() for key, spellings in shown.items()}
        ordered = sorted(shown, key=lambda k: (-len(k), -count[k], k))
        with_word: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for key in ordered:
            for word in dict.fromkeys(key):
                with_word[word].append(key)
        self._slips = _slips(ordered)
        for key in ordered:
            # All of a name's words stand in a longer name, and the last one in a variant of it; of equals the first in order is taken.
            whole = [o for o in min((with_word[word] for word in key), key=len) if len(o) > len(key) and _is_part(key, o)]
            whole = whole or [o for o in with_word[key[-1]] if o != key and _is_variant(key, o) and o in self.full]
            whole = whole or _misspelt(key, self._slips)
            titled = [o for o in whole if ranks[o] & ranks[key]]  # "President Berg" is not his wife Anna Berg
            best = max(titled or whole, key=count.__getitem__, default=key)
            self.full[key] = self.full.get(best) or _best_spelling(shown[best])
        for name in self.full.values():
            for word in _person_key(name):
                self._bearers.setdefault(word, set()).add(name)
        for key in ordered:
            self.aliases.setdefault(self.full[key], []).extend(s for s in sorted(shown[key]) if s != self.full[key])

    def _learn(self, passage: Passage, span: Span) -> None:
        """Remember the offices that stand by a name, and whether the person is named with children or a spouse."""
        name = self.full.get(_person_key(clean_name(span)))
        if name is None:
            return
        if not _only_tells(span.root):
            self._told_of.add(name)
        if tells_of_crime(t.lower_ for t in span.root.sent):
            self._charged.add(name)
        for noun in offices_beside(span):
            before = [t for t in span.root.lefts if t.i < noun.i]
            modifiers = frozenset(_plain(t) for t in (*noun.lefts, *before) if t.pos_ in _MODIFIERS) - {noun.lower_}
            holders = self._roles.setdefault(noun.lemma_.lower(), [])
            if (modifiers, name) not in holders:
                holders.append((modifiers, name))
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
            if text[:1].isupper() and _person_key(text) in self.full:
                return self.full[_person_key(text)]
        called = token.pos_ == "PROPN" or (token.tag_ == "NN" and token.text[:1].isupper())
        bearers = self._bearers.get(_spelt(token.lower_), set()) if called else set()
        if called and not bearers and len(run) == 1:
            bearers = {self.full[key] for key in _misspelt(_person_key(token.text), self._slips)}
        return next(iter(bearers)) if len(bearers) == 1 else self._holder(token)

    def _holder(self, token: Token) -> str | None:
        """The one person with the office at the token: "the North Korean leader", "the pope"."""
        if _is_papal(f"{token.nbor(-1).lower_ if token.i else ''} {token.lower_}") or _is_papal(token.lower_):
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
        bearers = {n for n in self.full.values() if n.split()[0].casefold() == title} | {n for _, n in self._roles.get(title, [])}
        if title == "pope" and not bearers:
            bearers = {n for n in self.full.values() if _REGNAL.fullmatch(n.split()[-1])}
        return bearers.pop() if len(bearers) == 1 else None

    def bearer(self, word: str) -> str | None:
        """Name the one person of the story in whose name a word stands; None where there is nobody or there are several."""
        bearers = self._bearers.get(_spelt(word.casefold()), set())
        return next(iter(bearers)) if len(bearers) == 1 else None

    def last_before(self, article: str, position: int, reach: int, pronoun: str) -> str | None:
        """Name whom a pronoun may mean of those named before a position of an article: the last, at most ``reach`` characters before it."""
        heard = beginning_in(self._heard.get(article, []), position - reach, position - 1, itemgetter(0))
        return next((name for _, name in reversed(heard) if may_mean(pronoun, name)), None)

    def topic_before(self, article: str, position: int, nearest: str, pronoun: str) -> str:
        """Name the person whom an article named far more often than the nearest one before a position, else the nearest.

        Only one whom the pronoun may mean.
        """
        count = Counter(person for _, person in beginning_in(self._counted.get(article, []), 0, position - 1, itemgetter(0)))
        often = max((name for name in count if may_mean(pronoun, name)), key=count.__getitem__, default=nearest)
        return often if count[often] >= _OUTNUMBERS * count[nearest] else nearest

    def only_before(self, article: str, position: int) -> str | None:
        """Name the one person named in an article before a position; None where there is nobody or there are several.

        Whom the story only quotes is nobody of whom it tells.
        """
        before = self._first_heard.get(article, [])
        told = [name for _, name in before[: bisect_left(before, (position,))] if name in self._told_of]
        return told[0] if len(told) == 1 else None

    def topic_of(self, article: str, position: int) -> str | None:
        """Name the one person of whom an article tells before a position, or by far the most; None where there is none."""
        before = beginning_in(self._counted.get(article, []), 0, position - 1, itemgetter(0))
        count = Counter(person for _, person in before if person in self._told_of)
        (first, often), (_, next_often), *_ = [*count.most_common(2), (None, 0), (None, 0)]
        return first if often and often >= _OUTNUMBERS * next_often else None

    def holds_other(self, name: str, noun: Token) -> bool:
        """Tell whether a person is known by another office or calling than a noun tells, so that it means somebody else.

        "The mayor" is not Minister Berg, "the judge" no singer, and "the thief" nobody of whom no crime is told.
        """
        held = {word for word, holders in self._roles.items() if any(n == name for _, n in holders)}
        office = lemma_of(noun)
        if office in _EXCLUSIVE and held & _EXCLUSIVE:
            return office not in held
        told = [office, *(lemma_of(c) for c in noun.children if c.dep_ in ("amod", "compound", "nmod"))]
        return excludes(told, held, charged=name in self._charged)

    def head_of_family(self, article: str, position: int) -> str | None:
        """Name who "the family" is, after "Tanja and her children"."""
        named = [n for i, at, n in self._with_kin if i == article and at < position]
        return named[-1] if named else None


def _only_tells(name: Token) -> bool:
    """Whether somebody is only named as the source of what is told: "said Berg", "according to Berg"."""
    told = name.dep_ == "nsubj" and name.head.lemma_ in STATING
    return told or (name.dep_ == "pobj" and name.head.head.lower_ == "according")


def _plain(token: Token) -> str:
    """A word in small letters, an abbreviation without its dots: "US", "U.S." and "American" are one."""
    word = str(token.lower_).replace(".", "")
    return _NATIONS.get(word, word) if token.text.isupper() else word


def _best_spelling(spellings: Counter[str]) -> str:
    """The most frequent spelling of more than one word, of equals the longest and then the first in order."""
    return max(sorted(spellings), key=lambda s: (" " in s, spellings[s], len(s)))


def _is_part(short: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether all words of a short name stand in a longer one, in their order."""
    rest = iter(whole)
    return all(word in rest for word in short)


def _slips(keys: Sequence[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
    """Map the last words of full names, as they are and with a letter left out, to the names."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for key in keys:
        if len(key) > 1 and len(key[-1]) >= _LONG:
            for word in _without_a_letter(key[-1]):
                found[word].append(key)
    return found


def _misspelt(key: tuple[str, ...], slips: Mapping[str, list[tuple[str, ...]]]) -> list[tuple[str, ...]]:
    """The full name whose last word a name by itself spells with a letter more or less, where there is one: "Schultz" beside "George Shultz"."""
    if len(key) != 1 or len(key[0]) < _LONG:
        return []
    near = {o for word in _without_a_letter(key[0]) for o in slips.get(word, ()) if abs(len(o[-1]) - len(key[0])) == 1}
    return list(near) if len(near) == 1 else []


def _without_a_letter(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(1, len(word)))}


def _is_variant(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names differ in spelling alone: the same last word, the same initial ("Sergei", "Sergey"), close in length."""
    if not len(one) == len(other) > 1 or one[-1] != other[-1]:
        return False
    return one[0][:2] == other[0][:2] and abs(len(one[0]) - len(other[0])) <= 2
