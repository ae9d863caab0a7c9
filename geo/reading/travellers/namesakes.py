"""Tell the place and the person or ship of one name apart: "Kim" in a story about Kim Jong Un is no town, "the ferry Estonia" no country."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travellers.name_spans import clean_name
from geo.reading.travellers.spellings import name_key
from geo.reading.vocabulary.person_names import name_class
from geo.reading.vocabulary.persons import KIN
from geo.reading.vocabulary.tables import table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Span, Token

    from geo.model import Article, Resolution
    from geo.reading.parsing.passages import Passage

__all__ = ["without_person_names", "without_ship_names"]

#: Ranks that stand before a given name, and in names of towns and counties.
_RANKS = frozenset({"King", "Prince", "Princess", "Queen"})
#: Those of whom a text lists the given names.
_LISTED = KIN | {"friend", "sibling", "twin"}
#: How far before a name its article or the word for a ship may begin, in characters.
_REACH = 24


def without_person_names(
    resolutions: Mapping[str, Sequence[Resolution]], passages: Mapping[str, Sequence[Passage]]
) -> dict[str, list[Resolution]]:
    """Tell apart the place and the person of one name: "Kim" in a story about Kim Jong Un is no town.

    A name of one word that is part of a person's full name somewhere in the story is a place only behind a preposition of place; and so is
    one of a rank and a given name, "Prince William", where it is the subject of a clause.
    """
    named = {(name, at) for name, rs in resolutions.items() for r in rs if (at := _end_of_longer_name(r)) is not None}
    persons = [
        e
        for name, ps in passages.items()
        for p in ps
        for e in p.doc.ents
        if e.label_ == "PERSON" and (name, p.start + e.start_char) not in named and (name, p.start + e.end_char) not in named
    ]
    words = {word for e in persons if sum(t.pos_ == "PROPN" for t in e) > 1 for word in name_key(clean_name(e))}

    def told_apart(r: Resolution, own: Sequence[Passage]) -> Resolution:
        known = r.mention.quote.text.casefold() in words or _is_of_children(r, own)
        if r.mention.kind not in ("place", "metonym") or not (known or _is_of_rank(r, own)) or _is_located(r, own):
            return r
        return replace(r, mention=replace(r.mention, kind="part"), reasons=("part of a person's name in this story",))

    return {article: [told_apart(r, passages.get(article, ())) for r in rs] for article, rs in resolutions.items()}


def without_ship_names(
    articles: Sequence[Article], resolutions: Mapping[str, Sequence[Resolution]]
) -> dict[str, list[Resolution]]:
    """Tell apart the place and the ship of one name: "the ferry Estonia", and further on in the story "the Estonia".

    Parameters
    ----------
    articles
        The articles of one story.
    resolutions
        Their mentions by article id; those that name a ship come back as parts of another name.
    """
    texts = {article.id: article.text for article in articles}

    def follows(words: re.Pattern[str], r: Resolution) -> bool:
        start = r.mention.quote.start
        return words.search(texts[r.mention.quote.article], max(0, start - _REACH), start) is not None

    places = [r for own in resolutions.values() for r in own if r.mention.kind in ("place", "metonym")]
    ships = {r.mention.quote.text for r in places if follows(_ship(), r)}

    def told_apart(r: Resolution) -> Resolution:
        named = r.mention.kind in ("place", "metonym") and r.mention.quote.text in ships
        if not named or not (follows(_ship(), r) or follows(_THE, r)):
            return r
        return replace(r, mention=replace(r.mention, kind="part"), place=None, reasons=("the name of a ship in this story",))

    return {article: [told_apart(r) for r in own] for article, own in resolutions.items()}


@cache
def _ship() -> re.Pattern[str]:
    """What ends with a word for one ship, or tells that somebody is aboard her, right before her name."""
    return re.compile(
        rf"(?<![^\W_])(?:{'|'.join(sorted(row['lemma'] for row in table('vehicles') if row['mode'] == 'ship'))}|aboard the)\s+$"
    )


_THE = re.compile(r"\b[Tt]he\s+$")


def _end_of_longer_name(resolution: Resolution) -> int | None:
    """Where a place of more words than one begins or ends, which the parser at times takes for a person: "Sydney Harbour", "London | Gatwick"."""
    quote, place = resolution.mention.quote, resolution.place
    if place is None or resolution.mention.kind != "place":
        return None
    return quote.end if place.kind.code == "AIRP" else quote.start if len(quote.text.split()) > 1 else None


def _is_of_rank(resolution: Resolution, passages: Sequence[Passage]) -> bool:
    """Whether a mention is the subject of a clause by a rank and one more name: "Prince William flew to X"."""
    rank, *names = resolution.mention.quote.text.split()
    span = _span_of(resolution, passages) if rank in _RANKS and len(names) == 1 else None
    return span is not None and span.root.dep_ in ("nsubj", "nsubjpass", "poss")


def _is_of_children(resolution: Resolution, passages: Sequence[Passage]) -> bool:
    """Whether a name is one of a list of given names: "his wife and their children, Sam, Jessica and Otto"."""
    span = _span_of(resolution, passages) if name_class(resolution.mention.quote.text) in ("g", "b") else None
    if span is None or len(span) > 1:
        return False
    reach = span.doc[max(0, span.start - 6) : span.end + 6]
    listed = [t for t in reach if t.text in (",", "and") or t.pos_ == "PROPN" or t.i == span.start]
    run = {t.i for t in listed}
    first = last = span.start
    while first - 1 in run:
        first -= 1
    while last + 1 in run:
        last += 1
    names = [t for t in span.doc[first : last + 1] if t.pos_ == "PROPN" and t.i != span.start]
    return len(names) > 1 and all(name_class(t.text) in ("g", "b") for t in names) and _follows_kin(span.doc[first])


def _follows_kin(first: Token) -> bool:
    """Whether those who are listed are children or kin, as the word before the list says."""
    return any(lemma_of(t) in _LISTED for t in first.doc[max(0, first.i - 2) : first.i + 1])


def _is_located(resolution: Resolution, passages: Sequence[Passage]) -> bool:
    """Whether a preposition of place stands before the mention, or one of movement behind a verb of movement."""
    span = _span_of(resolution, passages)
    if span is None:
        return False
    before = span.doc[span.start - 1].lower_ if span.start else ""
    named = span.root.head if span.root.dep_ == "compound" and span.root.head.pos_ == "NOUN" else span.root  # "Lisbon airport"
    travels = named.dep_ == "pobj" and lemma_of(named.head.head) in {row["lemma"] for row in table("verbs")}
    return before in ("in", "at", "near", "through", "via", "outside") or (before in ("to", "from") and travels)


def _span_of(resolution: Resolution, passages: Sequence[Passage]) -> Span | None:
    """The words of a mention in the passage that it stands in; None where none of them holds it."""
    quote = resolution.mention.quote
    number = bisect_right(passages, quote.start, key=lambda p: p.start) - 1
    passage = passages[number] if number >= 0 else None
    if passage is None or quote.start >= passage.start + len(passage.doc.text):
        return None
    span = passage.doc.char_span(quote.start - passage.start, quote.end - passage.start, alignment_mode="expand")
    return span if span is not None and len(span) else None
