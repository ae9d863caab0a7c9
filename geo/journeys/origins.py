"""How many independent origins some claims have: statements with one origin are one source, however many outlets repeat them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.reading.vocabulary.news_agencies import NEWS_AGENCIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.model import Article, Claim

__all__ = ["count_origins"]

#: A news agency named in a dateline, as in "LISBON (Reuters) -"; what bears one is the agency's text, whoever prints it.
_WIRE = re.compile(rf"\(({'|'.join((*NEWS_AGENCIES, 'Xinhua', 'TASS'))})\)\s*[-–—:]")
#: How far into an article, in characters, a dateline may stand.
_HEAD = 600
#: A sentence that shares this much of its words with one of another article is a copy of it.
_COPY = 0.8
#: Fewer words than this are alike by chance.
_LEAST_WORDS = 8
#: How many sentences of an article are compared, so that long articles take no longer.
_COMPARED = 20
_TITLES = frozenset({"the", "newspaper", "news", "agency", "sources", "of"})


def _origin_key(claim: Claim, articles: Iterable[Article]) -> str:
    """Name the origin of a claim so that repeats of one origin compare equal.

    It is the last link of its chain, else the agency whose text the article is, else the article's publisher, else the article itself.
    """
    named = [s for s in claim.attribution if s.kind != "unnamed"] or list(claim.attribution)
    if named:
        return _short(named[-1].name)
    article = next((a for a in articles if a.id == claim.quote.article), None)
    if article is None:
        return claim.quote.article
    wire = _WIRE.search(article.text, 0, _HEAD)
    return _short(wire[1] if wire else article.publisher) or article.id


def count_origins(claims: Iterable[Claim], articles: Iterable[Article]) -> int:
    """Count the independent origins of some claims; at least 1.

    What an article says itself is no second origin beside the source that it names for the same. A sentence that two articles share word
    for word, or nearly, has one origin: a text that both took over.
    """
    known = tuple(articles)
    every = list(claims)
    sourced = {c.quote.article for c in every if c.attribution}
    own: dict[str, list[Claim]] = {}
    for claim in every:
        if claim.quote.article not in sourced:
            own.setdefault(claim.quote.article, []).append(claim)
    keys = {_origin_key(c, known) for c in every if c.attribution}
    keys.update(_origin_key(theirs[0], known) for theirs in _without_copies(list(own.values())))
    return max(1, len(keys))


def _without_copies(articles: Sequence[Sequence[Claim]]) -> list[Sequence[Claim]]:
    """Leave out the articles of which a sentence stands in an earlier one."""
    kept: list[tuple[Sequence[Claim], list[set[str]]]] = []
    for claims in articles:
        sentences = [set(re.findall(r"\w+", c.quote.text.casefold())) for c in claims[:_COMPARED]]
        if not any(_is_copy(a, b) for _, others in kept for a in sentences for b in others):
            kept.append((claims, sentences))
    return [claims for claims, _ in kept]


def _is_copy(one: set[str], other: set[str]) -> bool:
    return min(len(one), len(other)) >= _LEAST_WORDS and len(one & other) / len(one | other) >= _COPY


def _short(name: str) -> str:
    """One name for "New York Times", "the New York Times" and "NYT"."""
    words: list[str] = [w for w in re.findall(r"\w+", name) if w.lower() not in _TITLES]
    if len(words) == 1 and words[0].isupper():
        return words[0].casefold()
    capitals = [w for w in words if w[:1].isupper()]
    key = "".join(w[0] for w in capitals) if len(capitals) > 2 else " ".join(words)
    return key.casefold() or name.casefold()
