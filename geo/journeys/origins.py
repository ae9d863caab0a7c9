"""How many independent origins some claims have: statements with one origin are one source, however many outlets repeat them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.model import Article, Claim

__all__ = ["count_origins", "origin_key"]


def origin_key(claim: Claim, articles: Iterable[Article]) -> str:
    """Name the origin of a claim so that repeats of one origin compare equal: the last link of its chain, or the article's own publisher."""
    named = [s for s in claim.attribution if s.kind != "unnamed"] or list(claim.attribution)
    if not named:
        article = next((a for a in articles if a.id == claim.quote.article), None)
        return article.publisher.casefold() if article is not None and article.publisher else claim.quote.article
    origin = named[-1]
    words: list[str] = [
        w for w in re.findall(r"\w+", origin.name) if w.lower() not in ("the", "newspaper", "news", "agency", "sources", "of")
    ]
    if len(words) == 1 and words[0].isupper():
        return words[0].casefold()
    capitals = [w for w in words if w[:1].isupper()]
    key = "".join(w[0] for w in capitals) if len(capitals) > 2 else " ".join(words)
    return key.casefold() or origin.name.casefold()


def count_origins(claims: Iterable[Claim], articles: Iterable[Article]) -> int:
    """Count the independent origins of some claims; at least 1."""
    known = tuple(articles)
    return max(1, len({origin_key(c, known) for c in claims}))
