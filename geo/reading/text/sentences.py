"""Cut a paragraph into sentences without a parser: rather one cut too few than one too many."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["cut_sentences"]

#: Behind a word that begins small, or a number, so that no abbreviation ends a sentence ("St. Louis", "Gov. Berg", "9 a.m. Monday").
_END = re.compile(r"(?:(?<=[a-z]{3}[.!?])|(?<=\s[a-z]{2}[.!?])|(?<=[a-z]{2}[.!?][\"'”’)])|(?<=\d[.!?]))\s+(?=[\"'“‘(]*[A-Z])")


def cut_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each sentence of a paragraph, without the white space between them.

    Parameters
    ----------
    text
        The article's text.
    start, end
        Where the paragraph stands in it.
    """
    first = start
    for gap in _END.finditer(text, start, end):
        yield first, gap.start()
        first = gap.end()
    yield first, end
