"""Find place names that the tagger passed over, by the syntax of travel: "arrived at X", "a train to X", "passed through X".

The tagger sees words and the gazetteer; the parse sees that something is the end of a movement. A name there that the gazetteer knows, and
that is nobody's name in the story, is a place.
"""

from __future__ import annotations

from bisect import insort
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.model import Mention
from geo.reading.parsing.lemmas import lemma_of
from geo.reading.recognition.near_spellings import is_saint, near_spellings
from geo.reading.recognition.no_places import is_kin
from geo.reading.recognition.whole_names import is_known, whole_names, with_airport
from geo.reading.text.stretches import overlaps
from geo.reading.travel_words.finding import find_predicates
from geo.reading.vocabulary.common_words import common_words
from geo.reading.vocabulary.person_names import name_class
from geo.reading.vocabulary.place_nouns import PLACE_NOUNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Span, Token

    from gazetteer import Gazetteer
    from geo.model import Article, Resolution
    from geo.reading.parsing.passages import Passage
    from geo.reading.travel_words.predicates import Predicate

__all__ = ["NO_PLACES", "find_overlooked", "with_short_forms", "without_strange"]

_PREPOSITIONS = frozenset(
    {
        "to",
        "toward",
        "towards",
        "into",
        "from",
        "at",
        "in",
        "near",
        "via",
        "through",
        "for",
        "outside",
        "of",
        "around",
        "round",
        "past",
        "across",
        "along",
    }
)
#: What the parser calls a word that is no place by another spelling; strange names of places it often takes for those of persons or firms.
NO_PLACES = frozenset({"DATE", "EVENT", "LAW", "NORP", "PRODUCT", "TIME", "WORK_OF_ART"})
_DIRECTIONS = frozenset({"away", "back", "down", "far", "home", "north", "south", "east", "west", "on", "out", "over", "up"})
#: Houses that stand for whom they belong to, and where people come and go.
_RESIDENCES = frozenset({"Castle", "Lodge", "Palace", "Residence", "Villa"})
_FACILITY = frozenset(
    "air airbase airfield airport army base camp cosmodrome field force fort international naval station".split()
)


def find_overlooked(article: Article, passages: Sequence[Passage], mentions: Sequence[Mention], gaz: Gazetteer) -> list[Mention]:
    """Find the names at the ends of movements that are in the gazetteer and not among the mentions.

    Parameters
    ----------
    article, passages
        The article and its parsed passages.
    mentions
        What the tagger found in it.

    Returns
    -------
    list of Mention
        The mentions and the overlooked ones, in the order of the text, none overlapping.
    """
    found = whole_names(article, mentions, gaz)
    taken = [(m.quote.start, m.quote.end) for m in found]
    seats = {(m.quote.start, m.quote.end): n for n, m in enumerate(found) if m.kind == "metonym" and _is_residence(m.quote.text)}
    short_forms = {opening for m in mentions if m.kind == "place" for opening in _openings(m.quote.text)}
    for passage in passages:
        for span in _names_at_ends(passage):
            start = passage.start + int(span.start_char)
            end = passage.start + int(span.end_char)
            name = article.text[start:end]
            if (seat := seats.get((start, end))) is not None:  # who left it was there, whoever else it stands for
                found[seat] = replace(found[seat], kind="place")
            if (
                overlaps(taken, start, end)
                or is_kin(article.text, start)
                or not (is_known(name, gaz) or name in short_forms or _is_respelt(span, name, gaz))
            ):
                continue
            whole = with_airport(Mention(article.quote(start, end)), article, gaz)
            insort(taken, (whole.quote.start, whole.quote.end))
            found.append(whole)
    return sorted(found, key=lambda m: m.quote.start)


def _is_residence(name: str) -> bool:
    """Whether a name says that it is a house: "Balmoral Castle"; the White House is there for the government in any case."""
    return name.rpartition(" ")[2] in _RESIDENCES


def _openings(name: str) -> list[str]:
    """The shorter names with which a name begins: "Offutt" and "Offutt Air" of "Offutt Air Force"."""
    return [name[:at] for at, sign in enumerate(name) if sign == " "]


def with_short_forms(resolutions: Mapping[str, Sequence[Resolution]]) -> dict[str, list[Resolution]]:
    """Give a name that no gazetteer knows the place of the longer name of the story that begins with it."""
    longer: dict[str, dict[tuple[str, str], Resolution]] = {}
    for r in (r for rs in resolutions.values() for r in rs):
        if r.place is not None and r.mention.kind == "place":
            for opening in _openings(r.mention.quote.text):
                longer.setdefault(opening, {}).setdefault((r.mention.quote.text, r.place.id), r)

    def whole(r: Resolution) -> Resolution:
        if r.mention.kind != "place" or (r.place is not None and (r.place.is_area or r.place.kind.code == "PPLC")):
            return r
        name = r.mention.quote.text
        full = next((f for f in longer.get(name, {}).values() if r.place is None or _is_facility(f, f"{name} ")), None)
        if full is None:
            return r
        return replace(r, place=full.place, confidence=full.confidence, reasons=(f"short for {full.mention.quote.text}",))

    return {article: [whole(r) for r in rs] for article, rs in resolutions.items()}


def without_strange(
    resolutions: Mapping[str, Sequence[Resolution]], tagged: Mapping[str, Sequence[Mention]]
) -> dict[str, list[Resolution]]:
    """Drop the names that only the parse took for places, where none turned out to be spelt nearly so.

    Parameters
    ----------
    resolutions
        By article id.
    tagged
        By article id: the mentions without the overlooked ones; what is among them stays, whatever it is.
    """
    own = {m.quote for mentions in tagged.values() for m in mentions}
    return {
        article: [r for r in found if r.place is not None or r.candidates or r.mention.kind != "place" or r.mention.quote in own]
        for article, found in resolutions.items()
    }


def _is_facility(resolution: Resolution, short: str) -> bool:
    """Whether a longer name only adds what the place is: "Stansted airport", "Offutt Air Force Base"."""
    rest = resolution.mention.quote.text[len(short) :].casefold().split()
    return resolution.place is not None and resolution.place.kind.feature_class in ("S", "L") and set(rest) <= _FACILITY


def _is_respelt(span: Span, name: str, gaz: Gazetteer) -> bool:
    """Whether a single word, or a saint's name, that no place bears may be another spelling of one: "Rozario", "St. Fe"; no abbreviation or common word."""
    if name.isupper() or not (len(span) == 1 or is_saint(name)) or name.casefold() in common_words():
        return False
    return not any(token.ent_type_ in NO_PLACES for token in span) and bool(near_spellings(name, gaz))


def _names_at_ends(passage: Passage) -> Iterator[Span]:
    for predicate in find_predicates(passage.doc):
        if predicate.act == "meet":
            continue
        for token in _ends(predicate):
            if token.pos_ in ("PROPN", "ADJ") and token.text[:1].isupper():
                span = _name(token)
                if not _is_person(span) and not _is_time(span):
                    yield span


def _ends(predicate: Predicate) -> Iterator[Token]:
    """The objects of the movement's prepositions, its own object where that is a place, and what these name ("the town of X")."""
    for node in {predicate.token.i: predicate.token, predicate.clause.i: predicate.clause}.values():
        for child in node.children:
            if child.dep_ in ("dobj", "obj") and (predicate.has_end_as_object or lemma_of(child) not in PLACE_NOUNS):
                yield from _named(child) if predicate.has_end_as_object else _behind(child)
            elif child.dep_ in ("prep", "prt") and child.lower_ in _PREPOSITIONS:
                yield from _behind(child)
            elif child.dep_ == "npadvmod" and child.pos_ == "PROPN":  # "will go to X on Monday, Y on Wednesday"
                yield child
            elif child.dep_ == "nsubjpass" and predicate.object == "reached":
                yield from _named(child)
            elif child.dep_ == "advmod" and child.lower_ in _DIRECTIONS:  # "back into X", "as far as X"
                yield from (t for c in child.children if c.dep_ == "prep" for t in _behind(c))


def _behind(preposition: Token) -> Iterator[Token]:
    for child in preposition.children:
        if child.dep_ == "pobj":
            yield from _named(child)
        elif child.dep_ == "prep" and child.lower_ in _PREPOSITIONS:
            yield from _behind(child)


def _named(token: Token) -> Iterator[Token]:
    yield token
    yield from (c for c in token.conjuncts if c.i > token.i)
    yield from (c for c in token.children if c.dep_ == "appos")
    if lemma_of(token) in PLACE_NOUNS:
        yield from (
            c
            for c in token.children
            if c.dep_ in ("compound", "nmod", "amod")
            and c.text[:1].isupper()
            and c.pos_ != "ADJ"
            and (
                c.i + 1 == token.i or c.nbor().pos_ != "PROPN"
            )  # "San" of "San Diego", "Memorial" of "Memorial Hermann Hospital"
        )
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                yield from _behind(child)


def _name(token: Token) -> Span:
    """The run of proper nouns that ends at the token."""
    start = token.i
    while start > 0 and token.doc[start - 1].pos_ == "PROPN" and token.doc[start - 1].dep_ in ("compound", "nmod"):
        start -= 1
    return token.doc[start : token.i + 1]


def _is_person(span: Span) -> bool:
    """A full name that the parser takes for a person's and that opens as one; other words may be a town that it does not know."""
    return len(span) > 1 and all(t.ent_type_ == "PERSON" for t in span) and name_class(span[0].text) != ""


def _is_time(span: Span) -> bool:
    return any(t.ent_type_ in ("DATE", "TIME") for t in span)
