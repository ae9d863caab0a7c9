"""Each word of a run as a token, with what it stands among, see `geo.reading.recognition.segments` for runs and their segments.

What a token looks like to the tagger is told by numbers and bits; the features that are made of them stand in `geo.reading.recognition.features`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from geo.reading.recognition.segments import AFTER_TITLE
from geo.reading.text.tokens import DIRECTIONS
from geo.reading.vocabulary.place_nouns import PLACE_NOUNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.reading.recognition.segments import Page, Segment

__all__ = [
    "IN_CAPITALS", "IS_FIRST", "IS_LAST", "LENGTHS", "OPENS", "PLACES", "POSITIONS", "RUN_LENGTH", "Token", "TokenSequence", "tokens_of",
]  # fmt: skip

#: How a word stands in its run: at either end, opening a sentence, in a run that is all in capitals; and from the next bit on how long the run is.
IS_FIRST: Final = 1
IS_LAST: Final = 2
OPENS: Final = 4
IN_CAPITALS: Final = 8
RUN_LENGTH: Final = 16
_LONGEST_RUN: Final = 5
#: More than any number that says how a word stands in its run.
POSITIONS: Final = RUN_LENGTH * (_LONGEST_RUN + 1)
#: Stand for "of" behind a direction, and behind a noun for a place.
_DIRECTION_OF: Final = "<north of>"
_PLACE_OF: Final = "<village of>"
_WHERE_OF: Final = (
    DIRECTIONS | PLACE_NOUNS | {"coast", "shores", "streets", "people", "residents", "outskirts", "part", "parts", "much", "half"}
)
_SMALL_A: Final = ord("a")
_SMALL_Z: Final = ord("z")
#: Stands for the word beside, where a line ends between.
_BREAK: Final = "<br>"
#: The places of a word in its segment: a single word, the first, one inside, and the last.
PLACES: Final = "SBIE"
_SINGLE: Final = 0
_BEGIN: Final = 1
_INSIDE: Final = 2
_END: Final = 3
#: More than the number of words that a segment counts as having.
LENGTHS: Final = 5
#: Stand for the codes of the names before the first of a run and behind the last.
_NO_NAME_BEFORE: Final = "^"
_NO_NAME_BEHIND: Final = "$"


class Token:
    """A word of a run and how it stands there.

    Attributes
    ----------
    word, two_before, two_behind
        The number of the word in `TokenSequence.words`, and of those next but one.
    left, right
        The numbers of the words beside the segment that it belongs to.
    segment
        The number of the segment, from 1: that of its code in `TokenSequence.codes`.
    place, length
        Its place in the segment, a number in `PLACES`, and how many words that has, below `LENGTHS`.
    comma
        What a comma beside the segment says, see `of_comma`.
    position, evidence
        How the word stands in its run, and its segment anywhere in the text, in bits: `IS_FIRST` and what follows, and those of
        `geo.reading.recognition.segments`.
    """

    __slots__ = (
        "comma",
        "evidence",
        "left",
        "length",
        "place",
        "position",
        "right",
        "segment",
        "two_before",
        "two_behind",
        "word",
    )

    def __init__(
        self, word: int, left: int, right: int, two_before: int, two_behind: int, segment: int, place: int, length: int, comma: str,
        position: int, evidence: int,
    ) -> None:  # fmt: skip
        self.word = word
        self.left = left
        self.right = right
        self.two_before = two_before
        self.two_behind = two_behind
        self.segment = segment
        self.place = place
        self.length = length
        self.comma = comma
        self.position = position
        self.evidence = evidence


class TokenSequence:
    """The tokens of a run, in order, and what they stand among.

    Attributes
    ----------
    tokens
        The tokens.
    words
        The words of the run, with two on either side, and behind them what is read in place of a word.
    codes
        The codes of its segments, with what stands for none before the first and behind the last.
    """

    __slots__ = ("codes", "tokens", "words")

    def __init__(self, words: list[str], codes: list[str]) -> None:
        self.words = words
        self.codes = codes
        self.tokens: list[Token] = []


def tokens_of(page: Page, number: int) -> TokenSequence:
    """Return the tokens of a run of a page."""
    begin, end = page.runs[number]
    segments, words, evidence = page.segments[number], page.words, page.evidence
    texts = words.texts
    # The word of a number stands in the sequence at that number less ``shift``.
    shift = begin - 2
    near = texts[shift : end + 2]
    sequence = TokenSequence(near, [_NO_NAME_BEFORE, *[segment.code for segment in segments], _NO_NAME_BEHIND])
    # A run holds no break, and only its first word can open a sentence.
    breaks_before, breaks_behind = begin in words.broken, end in words.broken
    line_break = len(near)
    if breaks_before or breaks_behind:
        near.append(_BREAK)
    run = min(end - begin, _LONGEST_RUN) * RUN_LENGTH + (IN_CAPITALS if _is_in_capitals(texts, begin, end) else 0)
    opening = IS_FIRST + (OPENS if words.opens(begin) else 0)
    for order, segment in enumerate(segments):
        first, last = segment.first, segment.last
        length = min(last - first, LENGTHS - 1)
        comma = _comma_code(texts, segments, order) if len(segments) > 2 else ""
        bits = evidence[segment.name] & ~AFTER_TITLE if segment.code else 0
        left = line_break if breaks_before and first == begin else _before(near, first - shift)
        right = line_break if breaks_behind and last == end else last - shift
        for position in range(first, last):
            place = _SINGLE if length == 1 else _BEGIN if position == first else _END if position == last - 1 else _INSIDE
            at, is_first, is_last = position - shift, position == begin, position == end - 1
            sequence.tokens.append(
                Token(
                    at,
                    left,
                    right,
                    line_break if breaks_before and is_first else at - 2,
                    line_break if breaks_behind and is_last else at + 2,
                    order + 1,
                    place,
                    length,
                    comma,
                    run + (opening if is_first else 0) + (IS_LAST if is_last else 0),
                    bits,
                )
            )
    return sequence


def _before(near: list[str], first: int) -> int:
    """Return the number of the word before a name, and of "the village of" and "north of" that of what says where something is."""
    if near[first - 1] == "of":
        noun = near[first - 2].lower()
        if noun in _WHERE_OF:
            near.append(_DIRECTION_OF if noun in DIRECTIONS else _PLACE_OF)
            return len(near) - 1
    return first - 1


def _is_in_capitals(texts: Sequence[str], first: int, last: int) -> bool:
    opening = texts[first]
    if len(opening) > 1 and _SMALL_A <= ord(opening[1]) <= _SMALL_Z:  # as of most names
        return False
    if not opening.isupper():
        return False
    for number in range(first, last):
        word = texts[number]
        if word[0].isalpha() and not word.isupper():
            return False
    return True


def _comma_code(texts: Sequence[str], segments: Sequence[Segment], order: int) -> str:
    """Say what stands on the other side of a comma: ``>S`` before a state, ``<P`` after a town."""
    first, last = segments[order].first, segments[order].last
    if order + 2 < len(segments) and texts[last] == ",":
        return ">" + segments[order + 2].code[:1]
    if order >= 2 and texts[first - 1] == ",":
        return "<" + segments[order - 2].code[:1]
    return ""
