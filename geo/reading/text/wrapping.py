"""Line breaks that only wrap a paragraph to the width of a page, told from those that end one.

Wires, transcripts and saved pages are wrapped; what makes a break a wrap is that the sentence goes on behind it, or that the next word
would not have fitted into the line before it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

__all__ = ["find_wraps"]

_LINE = re.compile(r"[^\n]+")
_ENDS = '.!?:"”)'
#: Words that end no paragraph.
_LEADING = frozenset("a an and at by for from in into of on or that the to with".split())
#: A longer line is a paragraph by itself.
_WIDEST = 140
#: A shorter line that goes on in small letters is one of a table or a list.
_SHORTEST = 25
#: So many breaks inside a sentence, and such a part of all, show a wrapped text.
_FEWEST, _PART = 2, 0.25
#: A line may end so much before the right margin though its next word would have fitted.
_RAGGED = 0.9
#: A headline, which the story below it does not continue, has at least three words and no small letter.
_HEADLINE = re.compile(r"\s*(?:[^a-z\s]+\s+){2,}[^a-z]+")


class _Line(NamedTuple):
    start: int
    words: str
    indent: int

    @classmethod
    def of(cls, found: re.Match[str]) -> _Line:
        line = found[0].rstrip()
        return cls(found.start(), line, len(line) - len(line.lstrip()))

    @property
    def ended(self) -> bool:
        return self.words[-1] in _ENDS

    def goes_on(self, below: _Line) -> bool:
        """Whether the sentence in which it ends goes on in the next line, by the words of both."""
        last = self.words.rsplit(maxsplit=1)[-1]
        return not self.ended and len(self.words) >= _SHORTEST and (below.words[below.indent].islower() or last in _LEADING)


def find_wraps(text: str) -> set[int]:
    """Find the lines of a text that continue the line before them: the offset of each one's beginning, its indentation included."""
    lines = [_Line.of(found) for found in _LINE.finditer(text) if not found[0].isspace()]
    pairs = [
        (above, line)
        for above, line in pairwise(lines)
        if len(above.words) <= _WIDEST and "\n" not in text[above.start + len(above.words) : line.start - 1]
    ]
    inside = {line.start for above, line in pairs if above.goes_on(line)}
    if not _is_wrapped(lines) and (len(inside) < _FEWEST or len(inside) < _PART * len(pairs)):
        return inside
    widths = sorted(len(above.words) for above, _ in pairs)
    margin = widths[len(widths) * 9 // 10] if widths else 0
    return inside | {line.start for above, line in pairs if _fills(above, line, margin)}


def _fills(above: _Line, line: _Line, margin: int) -> bool:
    """Whether the first word of a line would not have fitted into the one above, which ends no paragraph."""
    if _HEADLINE.fullmatch(above.words) and not _HEADLINE.fullmatch(line.words):
        return False
    reach = len(above.words) + 1 + len(line.words.split(maxsplit=1)[0])
    if above.ended:
        return reach > margin and line.indent <= above.indent
    return reach >= margin * _RAGGED


def _is_wrapped(lines: list[_Line]) -> bool:
    """Whether most lines are of a page's width and end inside a sentence, whatever letters a text is written in."""
    middle = [line for line in lines if 50 <= len(line.words) <= 95 and not line.ended]
    return len(lines) > 5 and len(middle) > len(lines) / 2
