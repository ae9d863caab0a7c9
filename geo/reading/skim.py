"""Skim a story before it is read: does any sentence of it tell a movement? Most news tells none, and the parser is what reading costs.

Words and places choose the sentences that can tell one, about a fifth of ordinary news; the parser sees those alone, with the rest of
their paragraph where that is short. As soon as one of them tells that somebody moved, the story is worth reading whole.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from geo.model import Resolution
from geo.reading.factuality.certainty import judge
from geo.reading.frames.facts import PassageFacts
from geo.reading.frames.slots import fill
from geo.reading.parsing.passages import parse_spans
from geo.reading.recognition.capitals import with_capitals
from geo.reading.recognition.overlooked import find_overlooked
from geo.reading.recognition.whole_names import is_known
from geo.reading.text.paragraphs import find_captions, paragraphs
from geo.reading.text.sentences import cut_sentences
from geo.reading.text.stretches import beginning_in, overlaps
from geo.reading.times.date_words import WEEKDAY
from geo.reading.travel_words.finding import find_predicates
from geo.reading.travel_words.movement_words import can_move
from geo.reading.travellers.cast import Cast
from geo.reading.travellers.epithets import is_all_of_them
from geo.reading.travellers.finding import find_travellers
from geo.reading.travellers.shares import share_told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from spacy.tokens import Token

    from gazetteer import Gazetteer
    from geo.model import Article, Mention
    from geo.reading.parsing.passages import Passage
    from geo.reading.travel_words.predicates import Predicate

__all__ = ["find_telling", "tells_travel"]

#: Paragraphs up to this many characters, two or three sentences, are not cut.
_SHORT = 400
#: Where more than this part of a story can tell a movement, to skim it costs as much as to read it, and it is read.
_MOST = 0.65
#: Stretches that the parser takes at a time: it is fast with many, and stops in time with few.
_BATCH = 4
_LONGEST_NAME = 5
_THERE = re.compile(r"\bthere\b", re.IGNORECASE)
#: Days, two of which in one sentence may tell where somebody is to be one after the other.
_DAYS = re.compile(rf"\bon {WEEKDAY}")
_HERE = re.compile(r"\b(?:arriv(?:ed|es|ing)|here)\b", re.IGNORECASE)
#: So far behind its dateline a report tells who came to where it was written.
_LEAD = 600
_CAPITAL = re.compile(r"(?:['’]s)?\s+capital\b")
#: Behind a preposition, a name that the tagger may have passed over.
_NAME = re.compile(
    r"\b(?:to|towards?|into|from|at|in|near|via|through|for|outside|of)\s+(?:the\s+)?([A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)*)"
)


def tells_travel(articles: Sequence[Article], mentions: Mapping[str, Sequence[Mention]], gaz: Gazetteer) -> bool:
    """Tell whether a sentence of a story tells that somebody moved from, to or through a place, or stopped at one, or most of them might.

    Parameters
    ----------
    articles
        The articles of one story, in English.
    mentions
        By article id, what the tagger found, in the order of the text.
    gaz
        The gazetteer, for names that it passed over.
    """
    telling = {article.id: list(find_telling(article, mentions[article.id], gaz)) for article in articles}
    if _length(spans for spans in telling.values()) > _MOST * _length(paragraphs(article) for article in articles):
        return True
    return any(
        _tells(passage, mentions[article.id], gaz)
        for article in articles
        for passage in parse_spans(article, telling[article.id], batch=_BATCH, entities=False)
    )


def _length(stretches: Iterable[Iterable[tuple[int, int]]]) -> int:
    return sum(end - start for spans in stretches for start, end in spans)


def find_telling(article: Article, mentions: Sequence[Mention], gaz: Gazetteer) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each stretch of prose that can tell a movement: it holds a word of movement or two days, and a place, or is a caption."""
    yield from find_captions(article)
    dateline = next((m.quote.end for m in mentions if m.kind == "dateline"), None)
    places = [(m.quote.start, m.quote.end) for m in mentions if _is_place(m, article.text)]
    for start, end in paragraphs(article):
        chosen = _choose(article.text, list(cut_sentences(article.text, start, end)), places, dateline, gaz)
        if chosen and end - start <= _SHORT:
            yield start, end
        else:
            yield from chosen


def _choose(
    text: str, sentences: Sequence[tuple[int, int]], places: Sequence[tuple[int, int]], dateline: int | None, gaz: Gazetteer
) -> list[tuple[int, int]]:
    """The sentences of a paragraph that can tell a movement; neighbours come together, and "there" with the sentence before it."""
    chosen: list[tuple[int, int]] = []
    for number, (start, end) in enumerate(sentences):
        named = overlaps(places, start, end)
        there = not named and _THERE.search(text, start, end) is not None
        here = dateline is not None and (start - dateline < _LEAD or _HERE.search(text, start, end) is not None)
        moves = can_move(text[start:end]) or len(_DAYS.findall(text, start, end)) > 1
        if not moves or not (named or there or here or _names_known(text, start, end, gaz)):
            continue
        first = sentences[max(number - 1, 0)][0] if there else start
        if chosen and first <= chosen[-1][1] + 1:
            chosen[-1] = (chosen[-1][0], end)
        else:
            chosen.append((first, end))
    return chosen


def _is_place(mention: Mention, text: str) -> bool:
    """Whether a mention names a place, or describes one: "the Uzbek capital"."""
    described = mention.kind in ("demonym", "metonym") and _CAPITAL.match(text, mention.quote.end) is not None
    return mention.kind == "place" or described


def _names_known(text: str, start: int, end: int, gaz: Gazetteer) -> bool:
    """Whether a name of the gazetteer stands behind a preposition."""
    for found in _NAME.finditer(text, start, end):
        words = found[1].split()[:_LONGEST_NAME]
        if any(is_known(" ".join(words[:count]), gaz) for count in range(len(words), 0, -1)):
            return True
    return False


def _tells(passage: Passage, mentions: Sequence[Mention], gaz: Gazetteer) -> bool:
    """Whether a passage tells that somebody moved or stopped at a place."""
    article, predicates = passage.article, find_predicates(passage.doc)
    if not predicates:
        return passage.caption
    own = beginning_in(mentions, passage.start, passage.start + len(passage.doc.text), lambda m: m.quote.start)
    named = [Resolution(m, None, 0.0) for m in find_overlooked(article, [passage], own, gaz)]
    named += [Resolution(m, None, 0.0) for m in mentions if m.kind == "dateline" and m not in own]
    named = sorted(with_capitals([article], {article.id: named}, gaz)[article.id], key=lambda r: r.mention.quote.start)
    facts = PassageFacts.of(passage, predicates, named, ())
    facts.elsewhere = sys.maxsize  # which names lie elsewhere than the dateline is not known yet
    # Any name may be a person's here: which of them are places is seen from the whole story.
    cast = Cast.gather([passage], {})
    return any(_moves_somebody(p, facts, cast) for p in predicates) or _is_programme(predicates, facts)


def _is_programme(predicates: Sequence[Predicate], facts: PassageFacts) -> bool:
    """Whether a passage only tells where somebody is to be, at several places: "is scheduled to speak in X on Monday and in Y on Tuesday"."""
    coming = [p for p in predicates if p.force == "attach" and judge(p).status == "planned"]
    return len({token.i for p in coming for _, _, token in fill(p, facts).places}) > 1


def _moves_somebody(predicate: Predicate, facts: PassageFacts, cast: Cast) -> bool:
    if predicate.force == "attach" or predicate.act == "meet" or not fill(predicate, facts).places or judge(predicate).habitual:
        return False
    travellers = find_travellers(predicate)
    if not travellers:
        return cast.diarist(predicate.token, None) is not None
    text = facts.passage.article.text
    return any(_is_pronoun(t) or cast.actor(t, facts.passage) is not None or _is_surname(t, text) for t in travellers)


def _is_surname(token: Token, text: str) -> bool:
    """Whether a word stands somewhere in the article behind another name, though it may be a common one: "Condoleezza Rice", "Rice flew"."""
    return token.text[:1].isupper() and re.search(rf"\b[A-Z][\w.'’-]* {re.escape(token.text)}\b", text) is not None


def _is_pronoun(token: Token) -> bool:
    """Whether a word stands for somebody who may be named elsewhere in the story."""
    return token.pos_ == "PRON" or token.tag_ in ("PRP$", "WP", "WDT") or share_told(token) is not None or is_all_of_them(token)
