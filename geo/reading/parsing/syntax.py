"""Passages of an article, parsed: only those that can hold travel, each with its offset into the original text.

The parser sees a copy of the passage in which line breaks and the full stops of ``a.m.`` and the like are replaced by text of the same
length, so that every offset still counts the characters of the article.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from geo.reading.parsing.parser import Parser

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from geo.model import Article, Quote

__all__ = [
    "DIRECTION_MARKS", "Passage", "below", "find_captions", "find_passages", "lemma_of", "paragraphs", "parse", "parse_spans", "people_kind", "table", "words_of",
]  # fmt: skip

#: A longer paragraph is cut at a space: the time to parse stays linear and the memory bounded.
_LONGEST = 4000
#: "TASHKENT, March 14 - ", "MONCHEGORSK, Russia (Reuters) -": where the reporter was, before the first sentence.
_DATELINE = re.compile(r"\s*(?:[A-Z][A-Z’'.\- ]{2,40}\b[^.\n]{0,45}?\s(?:--?|–|—)\s|\([A-Z]{2,10}\)\s?(?:[-–—]\s)?)")
_NOT_PEOPLE = frozenset(
    {
        "disaster",
        "register",
        "cluster",
        "career",
        "pioneer",
        "semester",
        "minister",
        "monster",
        "poster",
        "roster",
        "booster",
        "sinister",
        "human",
        "engineering",
    }
)
#: Marks that turn the direction of what follows: in a name they would turn every sentence that it is put into.
DIRECTION_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CLOCK = re.compile(r"\b([ap])\.(m)\.", re.IGNORECASE)
#: "set-off from X": a verb and its particle, which a hyphen makes a noun for the parser.
_HYPHENED_PARTICLE = re.compile(
    r"\b(sets?|takes?|took|heads?|headed|starts?|started|touche[sd]|touch|stops?|stopped)-(off|out|down|over)(?= (?:again|at|for|from|in|on|to)\b)",
    re.IGNORECASE,
)


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Read one of the reader's word lists, ``geo/reading/data/NAME.csv``, as rows."""
    text = resources.files("geo.reading").joinpath("data", f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


@cache
def people_kind(lemma: str) -> str | None:
    """Tell what a noun for those who travel stands for; None for any other noun.

    By the word list it is a ``person`` (or an animal), a ``group`` or a ``thing`` that is taken about as itself, such as a statue; by its
    ending it may be a ``person``.
    """
    known = words_of("people_nouns", "kind").get(lemma)
    if known is not None:
        return known
    ending = lemma.endswith(
        (
            "man",
            "woman",
            "ist",
            "ian",
            "eer",
            "ster",
            "grapher",
            "player",
            "maker",
            "keeper",
            "holder",
            "seeker",
            "fighter",
            "worker",
        )
    )
    return "person" if ending and len(lemma) > 5 and lemma not in _NOT_PEOPLE else None


@cache
def words_of(name: str, column: str) -> dict[str, str]:
    """Read one column of a word list, by lemma."""
    return {row["lemma"]: row[column] for row in table(name)}


#: Where the model's lemma is wrong for news: "he hopes to" is no hop.
_LEMMAS = {
    "riding": "ride",
    "dining": "dine",
    "flies": "fly",
    "flew": "fly",
    "sped": "speed",
    "hops": "hop",
    "hop": "hop",
    "hopping": "hop",
    "hoping": "hope",
    "hopes": "hope",
    "hoped": "hope",
}


def below(node: Token) -> list[Token]:
    """List the tokens below a node that no other clause holds."""
    found: list[Token] = []
    for child in node.children:
        if child.dep_ in ("relcl", "ccomp", "advcl", "conj", "parataxis", "acl") and child.pos_ in ("VERB", "AUX"):
            continue
        found.append(child)
        found.extend(below(child))
    return found


def lemma_of(token: Token) -> str:
    """The dictionary form of a word, in lower case; plural names lose their s ("Prime Ministers")."""
    if token.tag_ == "NNPS":
        return str(token.lower_).removesuffix("s")
    return _LEMMAS.get(token.lower_, str(token.lemma_).lower())


@dataclass(frozen=True, slots=True)
class Passage:
    """A parsed paragraph of an article."""

    article: Article
    start: int
    doc: Doc
    caption: bool = False

    def offset(self, token: Token) -> int:
        """Where the token begins in the article's text."""
        return self.start + int(token.idx)

    def quote(self, start: Token, end: Token) -> Quote:
        """The words from one token to another, both included."""
        return self.article.quote(self.offset(start), self.offset(end) + len(end.text))

    def sentence_quote(self, token: Token) -> Quote:
        """The sentence that holds the token, without the white space around it."""
        sentence = token.sent
        start, end = self.start + int(sentence.start_char), self.start + int(sentence.end_char)
        text = self.article.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return self.article.quote(start, end)


@cache
def _trigger() -> re.Pattern[str]:
    """A pattern for any word form that a movement or a meeting can take."""
    lemmas = {row["lemma"] for name in ("verbs", "nouns", "meetings") for row in table(name)} - {"be"}
    irregular = {"went", "gone", "flew", "flown", "drove", "driven", "left", "came", "took", "taken", "brought", "rode", "ridden", "swam",
                 "slept", "spent", "met", "held", "fled", "got", "made", "paid", "sped", "is due", "expected", "caught", "catch", "cram", "pile", "squeeze", "crept", "drew", "sent", "wound", "swept", "swung", "withdrew", "withdrawn", "stole", "stolen", "hid", "sought", "put", "ran", "fought", "found", "saw", "seen", "strode", "lay", "laid", "broke", "broken", "dealt", "won", "lost", "due", "next", "awaited", "booked", "scheduled", "off to", "back in", "back from", "spoke", "spoken", "sang", "sung", "ate", "eaten", "began", "begun", "bought", "en route", "bound", "visiting"}  # fmt: skip
    stems = sorted(_stem(x) for x in lemmas | irregular)
    return re.compile(r"\b(?:" + "|".join(stems) + r")\b", re.IGNORECASE)


def _stem(lemma: str) -> str:
    """A pattern for the forms of a regular word: "fly", "flies", "flying"."""
    if lemma.endswith("y"):
        return re.escape(lemma[:-1]) + "(?:y|ie)[a-z]*"
    return re.escape(lemma.removesuffix("e")) + "[a-z]*"


def find_passages(article: Article) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each paragraph that is prose and holds a word of travel or meeting."""
    trigger = _trigger()
    for start, end in paragraphs(article):
        if trigger.search(article.text, start, end):
            yield start, end


def paragraphs(article: Article) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each paragraph of an article's prose; a very long one comes in pieces."""
    text = article.text
    cuts = sorted((s.start, s.end) for s in article.skipped)
    position = 0
    for start, end in [*cuts, (len(text), len(text))]:
        yield from _split(text, position, start)
        position = max(position, end)


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split at blank lines; at single line breaks too, unless the text is wrapped to a fixed width."""
    wrapped = _is_wrapped(text[start:end])
    for block in re.finditer(r"\S(?:.|\n(?![ \t\r]*\n))*" if wrapped else r"\S.*", text[start:end]):
        first, last = start + block.start(), start + block.end()
        while last - first > _LONGEST:
            space = text.rfind(" ", first, first + _LONGEST)
            cut = space if space > first else first + _LONGEST
            yield first, cut
            first = cut
        if text[first:last].strip():
            yield first, last


def _is_wrapped(text: str) -> bool:
    lines = [line for line in text.splitlines() if line.strip()]
    middle = [line for line in lines if 50 <= len(line.rstrip()) <= 95 and line.rstrip()[-1] not in '.!?"”']
    return len(lines) > 5 and len(middle) > len(lines) / 2


def find_captions(article: Article) -> list[tuple[int, int]]:
    """List the start and end of each caption of a picture."""
    return [
        (s.start, min(s.end, s.start + _LONGEST))
        for s in article.skipped
        if s.kind == "caption" and article.text[s.start : s.end].strip()
    ]


def parse(article: Article) -> list[Passage]:
    """Parse the passages of an article that can hold travel, and its pictures' captions, in order."""
    return list(parse_spans(article, sorted([*find_passages(article), *find_captions(article)])))


def parse_spans(
    article: Article, spans: Sequence[tuple[int, int]], *, batch: int | None = None, entities: bool = True
) -> Iterator[Passage]:
    """Parse stretches of an article one after the other.

    Parameters
    ----------
    article
        The article.
    spans
        Their starts and ends.
    batch
        How many the parser takes at a time, for whoever may stop before the last; by default all.
    entities
        Whether persons, days and the like are labelled, which takes a third of the time.
    """
    captions = set(find_captions(article))
    at_once = batch or max(len(spans), 1)
    for first in range(0, len(spans), at_once):
        some = spans[first : first + at_once]
        docs = Parser.shared().parse([_plain(article.text[start:end]) for start, end in some], entities=entities)
        for span, doc in zip(some, docs, strict=True):
            yield Passage(article, span[0], _mended(doc), caption=span in captions)


def _mended(doc: Doc) -> Doc:
    """Mend what the parser is often wrong about in telling of travel.

    The "to" of "carry migrants to Mexico City" is no "to" of "give it to him"; in "fled to X, then went on to Y" the second verb goes with the
    first, and in "he expects to reach X, then go to Y" with the infinitive. In "500 migrants left X" they left, and were not left; in "caught the Sierra
    train to X" a train is no verb.
    """
    for token in doc:
        if token.dep_ == "dative" and token.pos_ == "ADP":
            token.dep_ = "prep"
        elif token.dep_ == "acl" and token.tag_ == "VBN" and token.head.dep_ == "ROOT" and token.head.pos_ in ("NOUN", "PROPN"):
            _make_active(token)
        elif token.tag_ in ("VB", "VBP") and token.i and token.lower_ in words_of("vehicles", "mode"):
            _make_noun(token)
        elif token.pos_ == "VERB" and token.dep_ in ("dep", "conj") and token.head.i < token.i:
            _join_verb(token)
    return doc


def _make_active(verb: Token) -> None:
    """Make a verb that has an object of its own the verb of the sentence, and the noun before it the subject."""
    subject = verb.head
    if subject.i < verb.i and any(c.dep_ == "dobj" and c.i == verb.i + 1 and c.pos_ == "PROPN" for c in verb.children):
        verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
        subject.head, subject.dep_ = verb, "nsubj"


def _make_noun(vehicle: Token) -> None:
    """Make a vehicle behind a name, "the Sierra Alpine train", the noun that the name belongs to."""
    name = vehicle.nbor(-1)
    if name.pos_ == "PROPN" and name.dep_ in ("dobj", "pobj"):
        vehicle.head, vehicle.dep_, vehicle.tag_, vehicle.pos_ = name.head, name.dep_, "NN", "NOUN"
        name.head, name.dep_ = vehicle, "compound"


def _join_verb(verb: Token) -> None:
    """Hang a verb without a subject on the verb before it that has its form."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass", "mark")]
    if verb.tag_ in ("VB", "VBP") and verb.head.tag_ in ("VBD", "VBZ") and not auxiliaries:
        before = [t for t in verb.doc[verb.sent.start : verb.i] if t.tag_ == "VB" and any(c.lower_ == "to" for c in t.children)]
        if before and verb.head.i < before[-1].i:
            verb.head = before[-1]
            verb.dep_ = "conj"
    elif verb.dep_ == "dep" and verb.tag_ == verb.head.tag_ == "VBD" and not auxiliaries:
        verb.dep_ = "conj"
    elif verb.dep_ == "conj" and verb.tag_ == "VBD" and not auxiliaries and _has_no_tense(verb.head):
        finite = next((t for t in verb.head.ancestors if t.tag_ == "VBD"), None)
        verb.head = finite if finite is not None else verb.head  # "went to X to get a truck and then drove to Y"


def _has_no_tense(verb: Token) -> bool:
    """Whether a verb is an infinitive or a participle by itself, which no verb in the past tense goes with."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return verb.tag_ in ("VB", "VBG", "VBN") and all(c.lower_ == "to" for c in auxiliaries)


def _plain(text: str) -> str:
    """The passage as the parser should see it: same length, no line breaks, no full stops that end nothing, nothing that turns the text."""
    dateline = _DATELINE.match(text)
    if dateline is not None:
        text = " " * dateline.end() + text[dateline.end() :]
    text = DIRECTION_MARKS.sub(" ", text)
    text = _CLOCK.sub(lambda m: f"{m[1]}{m[2]}  ", text)
    text = _HYPHENED_PARTICLE.sub(r"\1 \2", text)
    text = re.sub(r"(?<=\w)--(?=\w)", ", ", re.sub(r"(?<=\.)--", "  ", text))  # "a bridge--a most unusual convenience"
    text = re.sub(r"\s", " ", text.replace("--", " -"))
    return text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
