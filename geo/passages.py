"""Cut the passages that are shown as evidence: short, exact, and with their place and their cue in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.model import Quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.model import Article, Itinerary, Mention

__all__ = ["FEWEST_CHARACTERS", "MOST_WORDS", "cut_passage", "long_enough", "mention_passage", "passage_around"]

#: What a published passage may hold at most: enough to judge a claim by, too little to stand in for the article.
MOST_WORDS = 25
#: Shorter passages fit too many places of a text to be evidence for one.
FEWEST_CHARACTERS = 20

_WORD = re.compile(r"\S+")


def cut_passage(quote: Quote, keep: Sequence[Quote] = ()) -> Quote:
    """Cut a quote to `MOST_WORDS` words around what matters in it.

    Parameters
    ----------
    quote
        The whole passage.
    keep
        Quotes of the same article in order of weight: the place's name, the movement word, the cue. The first that lies in the
        passage is always kept (its beginning, should it be longer than the passage may be), the others where they fit.

    Returns
    -------
    Quote
        The passage itself where it is short enough, else a part of it, cut between words.
    """
    words = [(found.start(), found.end()) for found in _WORD.finditer(quote.text)]
    if len(words) <= MOST_WORDS:
        return quote
    first, last = _kept_words(quote, words, keep)
    first, last = _grown(first, last, len(words))
    start, end = words[first][0], words[last][1]
    return Quote(quote.article, quote.start + start, quote.start + end, quote.text[start:end])


def long_enough(quote: Quote, itinerary: Itinerary) -> Quote:
    """Give a claim's passage, with the words around it where it is too short to be evidence and the text is at hand."""
    article = itinerary.article(quote.article)
    return passage_around(article, quote) if article.text and len(quote.text) < FEWEST_CHARACTERS else quote


def mention_passage(mention: Mention, itinerary: Itinerary) -> Quote | None:
    """Give the words around a mention: those it keeps, else those of the text, or None where the text is not at hand."""
    if mention.passage is not None:
        return mention.passage
    article = itinerary.article(mention.quote.article)
    return passage_around(article, mention.quote) if article.text else None


def passage_around(article: Article, quote: Quote) -> Quote:
    """Cut the words around a short quote from its article, within its paragraph where that is long enough to be evidence.

    Raises
    ------
    ValueError
        If the quote is not of this text.
    """
    if article.text[quote.start : quote.end] != quote.text:
        raise ValueError(f"the quote at {quote.start}-{quote.end} is not in the text of article {article.id}")
    start = article.text.rfind("\n", 0, quote.start) + 1
    end = article.text.find("\n", quote.end)
    end = len(article.text) if end < 0 else end
    passage = cut_passage(_trimmed(article, start, end), [quote])
    if len(passage.text) >= FEWEST_CHARACTERS:
        return passage
    return cut_passage(_trimmed(article, max(0, start - 2 * FEWEST_CHARACTERS), end + 2 * FEWEST_CHARACTERS), [quote])


def _trimmed(article: Article, start: int, end: int) -> Quote:
    text = article.text[start:end]
    start += len(text) - len(text.lstrip())
    return article.quote(start, start + len(text.strip()))


def _kept_words(quote: Quote, words: Sequence[tuple[int, int]], keep: Sequence[Quote]) -> tuple[int, int]:
    """Give the first and last word of the stretch that holds as many of ``keep`` as fit, in their order of weight."""
    kept: tuple[int, int] | None = None
    for wanted in keep:
        held = [
            index
            for index, (start, end) in enumerate(words)
            if wanted.article == quote.article and wanted.start < quote.start + end and quote.start + start < wanted.end
        ]
        if not held:
            continue
        if kept is None:
            kept = held[0], min(held[-1], held[0] + MOST_WORDS - 1)
        elif max(kept[1], held[-1]) - min(kept[0], held[0]) < MOST_WORDS:
            kept = min(kept[0], held[0]), max(kept[1], held[-1])
    return kept or (0, 0)


def _grown(first: int, last: int, count: int) -> tuple[int, int]:
    """Grow a stretch of words evenly to both sides until it is as long as a passage may be."""
    spare = MOST_WORDS - (last - first + 1)
    before = min(first, max((spare + 1) // 2, spare - (count - 1 - last)))
    return first - before, min(count - 1, last + spare - before)
