"""Passages of an article, parsed: only those that can hold travel, each with its offset into the original text.

The parser sees a copy of the passage in which line breaks and the full stops of ``a.m.`` and the like are replaced by text of the same
length, and capitals that all words have by small letters, so that every offset still counts the characters of the article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from geo.reading.parsing.mending import mend
from geo.reading.parsing.misread_names import give_back_names
from geo.reading.parsing.parser import Parser
from geo.reading.parsing.plain_text import to_plain
from geo.reading.parsing.small_letters import with_small_letters
from geo.reading.text.paragraphs import find_captions, paragraphs
from geo.reading.vocabulary.tables import table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from spacy.tokens import Doc, Token

    from geo.model import Article, Quote

__all__ = ["Passage", "find_passages", "parse", "parse_spans"]


#: Forms that no rule makes of the words of the tables, and words that tell travel without being any of them.
_FORMS = frozenset(
    "went | gone | flew | flown | drove | driven | left | came | took | taken | brought | rode | ridden | swam | "
    "slept | spent | met | held | fled | got | made | paid | sped | is due | expected | caught | catch | cram | pile "
    "| squeeze | crept | drew | sent | wound | swept | swung | withdrew | withdrawn | stole | stolen | hid | sought | "
    "put | ran | fought | found | saw | seen | strode | lay | laid | broke | broken | dealt | won | lost | due | next "
    "| awaited | booked | scheduled | off to | back in | back from | spoke | spoken | sang | sung | ate | eaten | "
    "began | begun | bought | sighted | glimpsed | last reported | last heard | destination | en route | bound | visiting".split(
        " | "
    )
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A parsed paragraph of an article."""

    article: Article
    start: int
    doc: Doc
    caption: bool = False

    def offset(self, token: Token) -> int:
        """Tell where the token begins in the article's text."""
        return self.start + int(token.idx)

    def quote(self, start: Token, end: Token) -> Quote:
        """Quote the words from one token to another, both included."""
        return self.article.quote(self.offset(start), self.offset(end) + len(end.text))

    def sentence_quote(self, token: Token) -> Quote:
        """Quote the sentence that holds the token, without the white space around it."""
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
    stems = sorted(_stem(x) for x in lemmas | _FORMS)
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


def parse(article: Article, told: Callable[[int], object] | None = None) -> list[Passage]:
    """Parse the passages of an article that can hold travel, and its pictures' captions, in order.

    ``told`` is called with the number of characters of each.
    """
    passages = []
    for passage in parse_spans(article, sorted([*find_passages(article), *find_captions(article)])):
        passages.append(passage)
        if told is not None:
            told(len(passage.doc.text))
    return passages


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
        seen = [with_small_letters(to_plain(article.text[start:end]), article.text) for start, end in some]
        docs = Parser.shared().parse(seen, entities=entities)
        for span, doc in zip(some, docs, strict=True):
            yield Passage(article, span[0], mend(give_back_names(doc, article.text)), caption=span in captions)
