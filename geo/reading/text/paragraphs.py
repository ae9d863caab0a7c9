"""The paragraphs of an article's prose, and the captions of its pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.reading.text.wrapping import find_wraps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.model import Article

__all__ = ["find_captions", "paragraphs"]

#: A longer paragraph is cut at a space: the time to parse stays linear and the memory bounded.
_LONGEST = 4000


def paragraphs(article: Article) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each paragraph of an article's prose; a very long one comes in pieces."""
    text = article.text
    cuts = sorted((s.start, s.end) for s in article.skipped)
    position = 0
    for start, end in [*cuts, (len(text), len(text))]:
        yield from _split(text, position, start)
        position = max(position, end)


def find_captions(article: Article) -> list[tuple[int, int]]:
    """List the start and end of each caption of a picture."""
    return [
        (s.start, min(s.end, s.start + _LONGEST))
        for s in article.skipped
        if s.kind == "caption" and article.text[s.start : s.end].strip()
    ]


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split at every line break that does not only wrap a paragraph."""
    for begin, last in _blocks(text, start, end):
        first = begin
        while last - first > _LONGEST:
            space = text.rfind(" ", first, first + _LONGEST)
            cut = space if space > first else first + _LONGEST
            yield first, cut
            first = cut
        if text[first:last].strip():
            yield first, last


def _blocks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    prose = text[start:end]
    wraps = find_wraps(prose)
    first = last = -1
    for line in re.finditer(r"[^\n]+", prose):
        words = line[0].strip()
        if not words:
            continue
        if line.start() not in wraps:
            if last > first:
                yield start + first, start + last
            first = line.start() + line[0].index(words)
        last = line.start() + line[0].index(words) + len(words)
    if last > first:
        yield start + first, start + last
