"""The words right beside a name: most tell by themselves that nothing stands there which a slow pattern would look for."""

from __future__ import annotations

from typing import Final

__all__ = ["word_before", "word_behind"]

#: How far beside a name is looked, in characters: without a bound a long stretch of blanks takes time by its square.
_REACH: Final = 90


def word_before(text: str, start: int) -> str:
    """Return what stands before an offset up to white space, marks included; ``""`` where nothing does near by."""
    first = max(0, start - _REACH)
    end = start
    while end > first and text[end - 1].isspace():
        end -= 1
    word = text[max(first, text.rfind(" ", first, end) + 1) : end]
    return word if word.isalnum() or not word else word.rsplit(None, 1)[-1]


def word_behind(text: str, end: int) -> str:
    """Return what stands behind an offset up to white space, marks included; ``""`` where nothing does near by."""
    last = min(len(text), end + _REACH)
    start = end
    while start < last and text[start].isspace():
        start += 1
    blank = text.find(" ", start, last)
    word = text[start : blank if blank >= 0 else last]
    return word if word.isalnum() or not word else word.split(None, 1)[0]
