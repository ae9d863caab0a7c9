"""Read a text as people see it: without the characters that take no room, with which a page or a prankster cuts names in two."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from geo.model import Mention, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.model import Article

__all__ = ["SeenArticle", "as_seen"]

#: Soft hyphens, zero-width spaces and joiners, marks of direction, byte order marks, variation selectors and tags: Unicode's category Cf,
#: and the marks that only choose how a letter is drawn.
_UNSEEN: Final = re.compile(
    "[\u00ad\u0600-\u0605\u061c\u06dd\u070f\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\U0001bca0-\U0001bca3\U000e0000-\U000e01ef]+"
)
_ASCII: Final = bytes(range(128))


class SeenArticle(NamedTuple):
    """An article whose text has no unseen characters.

    Attributes
    ----------
    article
        With offsets of its own.
    origins
        For each character of its text, and for the end, its offset in the original.
    """

    article: Article
    origins: Sequence[int]

    def original(self, mentions: Sequence[Mention], article: Article) -> list[Mention]:
        """Give mentions of this text as those of the original."""
        origins = self.origins
        return [replace(m, quote=article.quote(origins[m.quote.start], origins[m.quote.end - 1] + 1)) for m in mentions]

    def seen(self, mentions: Sequence[Mention]) -> list[Mention]:
        """Give mentions of the original as those of this text."""
        found = [(m, bisect_left(self.origins, m.quote.start), bisect_left(self.origins, m.quote.end)) for m in mentions]
        return [replace(m, quote=self.article.quote(start, end)) for m, start, end in found]


def as_seen(article: Article) -> SeenArticle | None:
    """Take the unseen characters out of an article; None where it has none, as nearly all."""
    text = article.text
    if text.isascii() or not _has_unseen(text):
        return None
    unseen = [found.span() for found in _UNSEEN.finditer(text)]
    kept = list(zip([0, *(end for _, end in unseen)], [*(start for start, _ in unseen), len(text)], strict=True))
    origins = [offset for start, end in kept for offset in range(start, end)] + [len(text)]
    skipped = tuple(Span(bisect_left(origins, s.start), bisect_left(origins, s.end), s.kind) for s in article.skipped)
    return SeenArticle(replace(article, text="".join(text[start:end] for start, end in kept), skipped=skipped), origins)


# Asked twice of an article, by who finds its names and by who chooses their places; few are kept, for texts are long.
@lru_cache(maxsize=8)
def _has_unseen(text: str) -> bool:
    """Tell whether a text has such characters, which are none of ASCII: only the few that are not are looked at one by one."""
    strange = text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")
    return _UNSEEN.search(strange) is not None
