"""The persons of a story: every spelling of a name, and every office that goes with it, under one full name.

Names are gathered over all articles of a story, so that "Kim", "Kim-Jong Un", "Kim Jong-un" and "the North Korean leader" are one
person.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from geo.reading.parsing.syntax import lemma_of, people_kind, table, words_of
from geo.reading.recognition.lexicon import common_words
from geo.reading.text.stretches import beginning_in, overlaps
from geo.reading.travel_words.predicates import vehicle_mode
from geo.reading.travellers.actors import FIRMS, is_vehicle_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from spacy.tokens import Doc, Span, Token

    from geo.model import Resolution
    from geo.reading.parsing.syntax import Passage

__all__ = ["KIN", "TITLES", "Names", "clean_name", "is_team_name", "name_key", "proper_run", "without_person_names"]

#: Words of an office or a form of address, which a name may carry and which are no name.
TITLES = frozenset(
    "adm ambassador brig capt captain cardinal chancellor cm col consort defence defense deputy dr fm foreign former gen general "
    "gov governor king lady leader lord lt maj minister mp mr mrs ms pm pope premier president prime prince princess queen "
    "rev secretary sen senator sgt sir vice".split()
)
#: So many times as often is somebody named who is the topic of an article rather than whoever was named last.
_OUTNUMBERS = 2
#: The longest title, in characters.
_TITLE = 25
#: Nouns for who is of somebody's family.
KIN = frozenset("baby brother child daughter family father grandchild husband kid mother parent sister son wife".split())
_MODIFIERS = ("ADJ", "NOUN", "PROPN")
_FEATURES = frozenset("bay cape fort lake mount mt point port river".split())
#: Words in lower case within a name: "Bert ter Hart", "Vasco da Gama".
_PARTICLES = frozenset("al bin d' da de degli del della den der di dos du el ibn la le ten ter van von zu".split())


def name_key(text: str) -> tuple[str, ...]:
    """Reduce a name to what two spellings of it share: its words in lower case, hyphens split, titles and possessives dropped."""
    words = re.findall(r"[^\W\d_]+(?:\.[^\W\d_]+)*", re.sub(r"['’]s?\b", "", text.replace("-", " ").replace("‘", " ")).casefold())
    return tuple(w for w in words if w not in TITLES) or tuple(words)


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
        vehicles = _vehicle_names(passages)
        spans = [
            (p, s)
            for p in passages
            for s in _person_spans(p, places.get(p.article.id, ()))
            if proper_run(s.root).text not in vehicles
        ]
        for passage, span in spans:
            text = clean_name(span)
            key = name_key(text)
            if key and text[:1].isupper() and not all(w.removesuffix("s") in TITLES for w in key):
                shown[key][text] += 1
                ranks[key] |= _titles(span)
                names._heard.setdefault(passage.article.id, []).append((passage.start + int(span.start_char), text))
        names._cluster(shown, ranks)
        for passage, span in spans:
            names._learn(passage, span)
        for article, heard in names._heard.items():
            names._remember(article, [(at, names.full[name_key(text)]) for at, text in sorted(heard)])
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
        for key in ordered:
            # All of a name's words stand in a longer name, and the last one in a variant of it; of equals the first in order is taken.
            whole = [o for o in min((with_word[word] for word in key), key=len) if len(o) > len(key) and _is_part(key, o)]
            whole = whole or [o for o in with_word[key[-1]] if o != key and _is_variant(key, o) and o in self.full]
            titled = [o for o in whole if ranks[o] & ranks[key]]  # "President Berg" is not his wife Anna Berg
            best = max(titled or whole, key=count.__getitem__, default=key)
            self.full[key] = self.full.get(best) or _best_spelling(shown[best])
        for name in self.full.values():
            for word in name_key(name):
                self._bearers.setdefault(word, set()).add(name)
        for key in ordered:
            self.aliases.setdefault(self.full[key], []).extend(s for s in sorted(shown[key]) if s != self.full[key])

    def _learn(self, passage: Passage, span: Span) -> None:
        """Remember the offices that stand by a name, and whether the person is named with children or a spouse."""
        name = self.full.get(name_key(clean_name(span)))
        if name is None:
            return
        for noun in _offices(span):
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
            if text[:1].isupper() and name_key(text) in self.full:
                return self.full[name_key(text)]
        called = token.pos_ == "PROPN" or (token.tag_ == "NN" and token.text[:1].isupper())
        bearers = self._bearers.get(token.lower_, set()) if called else set()
        return next(iter(bearers)) if len(bearers) == 1 else self._holder(token)

    def _holder(self, token: Token) -> str | None:
        """The one person with the office at the token: "the North Korean leader", "the pope"."""
        holders = self._roles.get(token.lemma_.lower(), [])
        if not holders:
            return self.titled(token.lower_)
        indefinite = any(c.lower_ in ("a", "an", "another") for c in token.children)
        if token.pos_ not in ("NOUN", "PROPN") or token.tag_ == "NNS" or indefinite:
            return None
        modifiers = {_plain(t) for t in token.lefts if t.pos_ in _MODIFIERS}
        fitting = {n for words, n in holders if modifiers <= words} or {n for words, n in holders if modifiers & words}
        return fitting.pop() if len(fitting) == 1 else None

    def titled(self, title: str) -> str | None:
        """Name the one person of the story who bears a title; None where nobody does or several do."""
        if title not in TITLES:
            return None
        bearers = {n for n in self.full.values() if n.split()[0].casefold() == title} | {n for _, n in self._roles.get(title, [])}
        return bearers.pop() if len(bearers) == 1 else None

    def last_before(self, article: str, position: int, reach: int) -> str | None:
        """Name the person named last before a position of an article, no more than ``reach`` characters before it."""
        heard = beginning_in(self._heard.get(article, []), position - reach, position - 1, itemgetter(0))
        return heard[-1][1] if heard else None

    def topic_before(self, article: str, position: int, nearest: str) -> str:
        """Name the person whom an article named far more often than the nearest one before a position, else the nearest."""
        count = Counter(person for _, person in beginning_in(self._counted.get(article, []), 0, position - 1, itemgetter(0)))
        often = max(count, key=count.__getitem__, default=nearest)
        return often if count[often] >= _OUTNUMBERS * count[nearest] else nearest

    def only_before(self, article: str, position: int) -> str | None:
        """Name the one person named in an article before a position; None where there is nobody or there are several."""
        first = self._first_heard.get(article, [])
        return first[0][1] if bisect_left(first, (position,)) == 1 else None

    def head_of_family(self, article: str, position: int) -> str | None:
        """Name who "the family" is, after "Tanja and her children"."""
        named = [n for i, at, n in self._with_kin if i == article and at < position]
        return named[-1] if named else None


def _vehicle_names(passages: Sequence[Passage]) -> frozenset[str]:
    """What vehicles are called, without the noun that introduces them: "Harriet" for "the whaler Harriet"."""
    runs = [(t, proper_run(t)) for p in passages for t in p.doc if t.dep_ != "compound" and is_vehicle_name(t)]
    return frozenset(" ".join(w.text for w in run if vehicle_mode(w) == "unknown") for _, run in runs)


def _person_spans(passage: Passage, places: Sequence[tuple[int, int]]) -> Iterable[Span]:
    doc = passage.doc
    seen: set[int] = set()
    for span in (*[_with_surname(e) for e in doc.ents if e.label_ == "PERSON"], *_proper_subjects(doc)):
        start, end = passage.start + span.start_char, passage.start + span.end_char
        named = (any(t.pos_ == "PROPN" for t in span) or _is_taken_up(span.root)) and not (
            is_vehicle_name(span.root) or is_team_name(span.root) or _is_somewhere(span.root) or _is_feature(span)
        )
        if span.start not in seen and not overlaps(places, start, end) and named:
            seen.update(range(span.start, span.end))
            yield span


def _titles(span: Span) -> set[str]:
    """The titles in a name and right before it in its sentence."""
    before = span.doc[max(span.sent.start, span.start - 3) : span.start]
    return {t.lower_ for t in (*before, *span) if t.lower_ in TITLES}


def _plain(token: Token) -> str:
    """A word in small letters, an abbreviation without its dots: "US" and "U.S." are one."""
    return str(token.lower_).replace(".", "")


def _with_surname(span: Span) -> Span:
    """The name up to its end, where the parser's recogniser stopped before a particle: "Bert" of "Bert ter Hart"."""
    cut = span.end < len(span.doc) and span.doc[span.end].text in _PARTICLES
    return span.doc[span.start : max(span.end, proper_run(span[-1]).end)] if cut else span


def _is_feature(span: Span) -> bool:
    """Whether a name begins as those of capes and the like do: "Cape Leeuwin"."""
    first = proper_run(span.root)[0]
    return first.lower_ in _FEATURES


def _is_somewhere(token: Token) -> bool:
    """Whether a name stands where only a place does: "the camp outside Dollo Ado", "set off from Mizen Head"."""
    if token.dep_ != "pobj":
        return False
    moved = lemma_of(token.head.head) in _movements() and token.head.lower_ in ("from", "into", "through", "to", "towards", "via")
    return moved or token.head.lower_ in ("outside", "near", "inside", "off", "across", "throughout")


@cache
def _movements() -> frozenset[str]:
    return frozenset(row["lemma"] for row in table("verbs") if row["force"] == "strong" and row["object"] != "traveller")


def is_team_name(token: Token) -> bool:
    """Tell a plural name with an article, which no person bears: "the Otago Kestrels"; not that of a paper or a place."""
    plural = token.pos_ == "PROPN" and len(token.text) > 3 and token.text.endswith("s") and not token.text.endswith("ss")
    article = any(c.lower_ == "the" and c.dep_ == "det" for c in token.children)
    many = token.tag_ == "NNPS" or len(proper_run(token)) > 1 or token.head.tag_ == "VBP"
    return plural and article and many and token.lower_ not in FIRMS and token.lower_.removesuffix("s") not in TITLES


def _proper_subjects(doc: Doc) -> list[Span]:
    """Runs of proper nouns that are the subject of a verb or own something: names that the parser's own recogniser missed."""
    return [
        proper_run(t)
        for t in doc
        if t.dep_ in ("nsubj", "nsubjpass", "poss")
        and not t.text.isupper()
        and (_looks_named(t) if t.tag_ == "NNP" else t.tag_ == "NN" and t.text.istitle() and _is_taken_up(t))
    ]


def _looks_named(token: Token) -> bool:
    """Whether a proper noun may be a person's: by the parser's label, or as a name of two words that has none."""
    words = len(proper_run(token))
    speaks = token.ent_type_ == "ORG" and words == 2 and token.head.lemma_ in ("say", "tell") and token.lower_ not in FIRMS
    return token.ent_type_ == "PERSON" or speaks or (token.ent_type_ == "" and words > 1) or (words == 1 and _is_taken_up(token))


def _is_taken_up(name: Token) -> bool:
    """Whether a name by itself is the subject that "he" or "she" means afterwards, for want of another: "Stubbin flew north. He"."""
    if name.dep_ != "nsubj" or any(True for _ in name.children) or name.lower_ in FIRMS or name.lower_ in common_words():
        return False
    if people_kind(lemma_of(name)) is not None or vehicle_mode(name) != "unknown":
        return False
    pronoun = next((t for t in name.doc[name.i :] if t.lower_ in ("he", "she") and t.dep_ in ("nsubj", "nsubjpass")), None)
    if pronoun is None:
        return False
    rivals = [t for t in name.doc[: pronoun.i] if t.dep_ in ("nsubj", "nsubjpass", "poss") and t.pos_ in ("PROPN", "NOUN")]
    return all(t.lower_ == name.lower_ or (t.pos_ == "NOUN" and people_kind(lemma_of(t)) is None) for t in rivals)


def _offices(span: Span) -> list[Token]:
    """The nouns of office beside a name: "North Korean leader Kim Jong Un", "Madeleine Albright, the ambassador"."""
    people = words_of("people_nouns", "kind")
    nouns = [
        t for t in span.root.children if t.dep_ in ("compound", "nmod", "appos") and (t.pos_ == "NOUN" or t.lower_ in people)
    ]
    if span.root.dep_ == "appos" and span.root.head.pos_ in ("NOUN", "PROPN"):
        nouns.append(span.root.head)
    if span.start and span.doc[span.start - 1].lower_ in people:
        nouns.append(span.doc[span.start - 1])
    if span.start > 1 and span.doc[span.start - 1].lower_ == "of" and span.doc[span.start - 2].lower_ in people:
        nouns.append(span.doc[span.start - 2])  # "Secretary of State Ann Lee"
    return nouns


def without_person_names(
    resolutions: Mapping[str, Sequence[Resolution]], passages: Mapping[str, Sequence[Passage]]
) -> dict[str, list[Resolution]]:
    """Tell apart the place and the person of one name: "Kim" in a story about Kim Jong Un is no town.

    A name of one word that is part of a person's full name somewhere in the story is a place only behind a preposition of place.
    """
    persons = [e for ps in passages.values() for p in ps for e in p.doc.ents if e.label_ == "PERSON"]
    words = {word for e in persons if sum(t.pos_ == "PROPN" for t in e) > 1 for word in name_key(clean_name(e))}

    def told_apart(r: Resolution, own: Sequence[Passage]) -> Resolution:
        if r.mention.kind not in ("place", "metonym") or r.mention.quote.text.casefold() not in words or _is_located(r, own):
            return r
        return replace(r, mention=replace(r.mention, kind="part"), reasons=("part of a person's name in this story",))

    return {article: [told_apart(r, passages.get(article, ())) for r in rs] for article, rs in resolutions.items()}


def _is_located(resolution: Resolution, passages: Sequence[Passage]) -> bool:
    """Whether a preposition of place stands before the mention, or one of movement behind a verb of movement."""
    quote = resolution.mention.quote
    number = bisect_right(passages, quote.start, key=lambda p: p.start) - 1
    for passage in passages[max(number, 0) : number + 1]:
        if quote.start >= passage.start + len(passage.doc.text):
            continue
        span = passage.doc.char_span(quote.start - passage.start, quote.end - passage.start, alignment_mode="expand")
        if span is not None and len(span):
            before = passage.doc[span.start - 1].lower_ if span.start else ""
            travels = span.root.dep_ == "pobj" and lemma_of(span.root.head.head) in {row["lemma"] for row in table("verbs")}
            return before in ("in", "at", "near", "through", "via", "outside") or (before in ("to", "from") and travels)
    return False


def clean_name(span: Span) -> str:
    """Cut the office before a name; a single name keeps its title ("Pope Francis", "President Bush")."""
    words = re.sub(r"(?:['’]s?|[*†])+$", "", " ".join(span.text.split())).split()
    if (
        len(words) > 1
        and span.start > 1
        and span.doc[span.start - 1].lower_ == "of"
        and span.doc[span.start - 2].lower_ in TITLES
    ):
        words = words[1:]  # "Secretary of State Ann Lee"
    titles = [i for i, w in enumerate(words) if w.strip(".").casefold() in TITLES]
    if titles and titles[-1] < len(words) - 1:
        last = titles[-1]
        words = words[last:] if len(words) - last == 2 and words[last][:1].isupper() else words[last + 1 :]
    return " ".join(words)


def proper_run(token: Token) -> Span:
    """Find the run of proper nouns, hyphens and particles ("van") included, that the token stands in."""
    doc = token.doc

    def belongs(i: int, step: int) -> bool:
        if not 0 <= i < len(doc):
            return False
        beyond = i + step
        if doc[i].ent_type_ in ("DATE", "TIME") and doc[i].ent_type_ != token.ent_type_:  # "On Wednesday Macron flew"
            return False
        joins = doc[i].text == "-" or doc[i].text in _PARTICLES
        return doc[i].pos_ == "PROPN" or (joins and 0 <= beyond < len(doc) and doc[beyond].pos_ == "PROPN")

    start = end = token.i
    while belongs(start - 1, -1):
        start -= 1
    while belongs(end + 1, 1):
        end += 1
    return doc[start : end + 1]


def _best_spelling(spellings: Counter[str]) -> str:
    """The most frequent spelling of more than one word, of equals the longest and then the first in order."""
    return max(sorted(spellings), key=lambda s: (" " in s, spellings[s], len(s)))


def _is_part(short: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether all words of a short name stand in a longer one, in their order."""
    rest = iter(whole)
    return all(word in rest for word in short)


def _is_variant(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names differ in spelling alone: the same last word, the same initial ("Sergei", "Sergey"), close in length."""
    if not len(one) == len(other) > 1 or one[-1] != other[-1]:
        return False
    return one[0][:2] == other[0][:2] and abs(len(one[0]) - len(other[0])) <= 2
