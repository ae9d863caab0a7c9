"""A text as the tagger sees it: its runs of capitalised words, cut into names and single words, and each word of a run as a token.

What a token looks like to the tagger is told by numbers and bits; the features that are made of them stand in `geo.reading.recognition.features`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from geo.reading.text.tokens import DIRECTIONS, is_capitalised, tokenise
from geo.reading.vocabulary.place_nouns import PLACE_NOUNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.model import Span
    from geo.reading.recognition.lexicon import Lexicon
    from geo.reading.text.tokens import Run, Words

__all__ = [
    "EVIDENCES", "IN_CAPITALS", "IS_FIRST", "IS_LAST", "LENGTHS", "OPENS", "PLACES", "POSITIONS", "RUN_LENGTH", "TITLES", "Page", "Segment", "Token",
    "TokenSequence", "is_surname", "read_page", "tokens_of",
]  # fmt: skip

_LONGEST_NAME: Final = 7
_PLACE_WORDS: Final = frozenset(("in", "near", "at", "outside", "around", "across", "throughout", "via"))
#: Places and people alike stand after these.
_WAY_WORDS: Final = frozenset(("from", "to", "into", "toward", "towards", "through"))
#: What stands before the name of a person.
TITLES: Final = frozenset(
    ("Mr", "Mr.", "Mrs.", "Mrs", "Ms.", "Ms", "Dr.", "Dr", "Gov.", "Sen.", "Rep.", "President", "Prime", "Minister", "Chief", "Judge", "Officer",
     "Sheriff", "Mayor", "Sgt.", "Lt.", "Capt.", "Col.", "Gen.", "Rev.", "Sir", "Lord", "King", "Queen", "Prince", "Princess", "Pope", "Professor",
     "Prof.", "Senator", "Governor", "General", "Captain", "Miss", "Coach", "Secretary", "Director", "Deputy", "Detective", "Father", "Sister"),
)  # fmt: skip
_PERSONS: Final = frozenset(
    ("leader", "president", "minister", "dictator", "chancellor", "premier", "spokesman", "spokeswoman", "spokesperson", "actor", "actress",
     "singer", "author", "writer", "coach", "officer", "son", "daughter", "wife", "husband", "brother", "sister", "father", "mother", "captain",
     "director", "chairman", "chief", "senator", "governor", "mayor", "lawyer", "attorney", "analyst", "professor", "counterpart"),
)  # fmt: skip
#: Where a name stands somewhere in the text: after "in" or "near", before a state or country, at the end or opening of a longer name whose
#: other word is unknown to the gazetteer or known to it, after a word for a person, after "from" or "to",
#: opening a longer name whose next word is an ordinary one ("City Council").
_AFTER_PREPOSITION: Final = 1
_BEFORE_STATE: Final = 2
_ENDS_LONGER: Final = 4
_OPENS_LONGER: Final = 8
_ENDS_KNOWN: Final = 16
_OPENS_KNOWN: Final = 32
_AFTER_PERSON: Final = 64
_AFTER_WAY: Final = 128
_OPENS_TITLE: Final = 256
#: After a title; known to no weight, only to `is_surname`.
_AFTER_TITLE: Final = 512
#: How a word stands in its run: at either end, opening a sentence, in a run that is all in capitals; and from the next bit on how long the run is.
IS_FIRST: Final = 1
IS_LAST: Final = 2
OPENS: Final = 4
IN_CAPITALS: Final = 8
RUN_LENGTH: Final = 16
_LONGEST_RUN: Final = 5
#: More than any number that says how a word stands in its run, and how a name stands in the text.
POSITIONS: Final = RUN_LENGTH * (_LONGEST_RUN + 1)
EVIDENCES: Final = _AFTER_TITLE
_BEFORE: Final = {
    **dict.fromkeys(_PLACE_WORDS, _AFTER_PREPOSITION),
    **dict.fromkeys(_PERSONS, _AFTER_PERSON),
    **dict.fromkeys(_WAY_WORDS, _AFTER_WAY),
    **dict.fromkeys(TITLES, _AFTER_TITLE),
}
#: Groups of what a comma may say that a place lies in.
_HOLDING: Final = ("S", "C")
_JOINING: Final = frozenset((",", "-", "–", "/", "&", "of", "the", "and", "'s", "’s"))
_THE: Final = ("The", "THE")
_POSSESSIVE: Final = frozenset(("'s", "’s"))
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


class Segment:
    """Words of a run that are one name of the gazetteer, or a word that is none.

    Attributes
    ----------
    first, last
        The numbers of the first word and of the one behind the last.
    code, name
        The code, and the name in small letters; ``""`` for a word that is no name.
    """

    __slots__ = ("code", "first", "last", "name")

    def __init__(self, first: int, last: int, code: str, name: str) -> None:
        self.first = first
        self.last = last
        self.code = code
        self.name = name


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
        How the word stands in its run, and its segment anywhere in the text, in bits: `IS_FIRST` and what follows, and `_AFTER_PREPOSITION` and
        what follows.
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


class Page:
    """A text made ready for the tagger: its words, its runs, the segments of each run, and in bits how each name stands anywhere."""

    __slots__ = ("evidence", "runs", "segments", "text", "words")

    def __init__(self, text: str, words: Words) -> None:
        self.text = text
        self.words = words
        self.runs: list[Run] = []
        self.segments: list[list[Segment]] = []
        self.evidence: dict[str, int] = {}


def read_page(text: str, lexicon: Lexicon, skipped: Sequence[Span] = ()) -> Page:
    """Cut a text into runs and segments, and gather what it says of each name elsewhere."""
    words = tokenise(text, skipped)
    page = Page(text, words)
    for run in words.runs:
        segments = _segment(page, run, lexicon)
        if _is_hopeful(words, segments):
            page.runs.append(run)
            page.segments.append(segments)
    _gather_evidence(page, lexicon.common)
    return page


def _is_hopeful(words: Words, segments: Sequence[Segment]) -> bool:
    """Drop single words that open a sentence and that no place is called: they are ordinary words."""
    only = segments[0]
    return only.code != "" or len(segments) > 1 or only.last - only.first > 1 or not words.opens(only.first)


def _segment(page: Page, run: Run, lexicon: Lexicon) -> list[Segment]:
    """Cut a run from the left into the longest names of the gazetteer and single words."""
    position, end = run
    words = page.words
    texts = words.texts
    if end - position == 1:
        word = texts[position]
        code = lexicon.code(word)
        return [Segment(position, end, code, word.lower() if code else "")]
    segments: list[Segment] = []
    while position < end:
        found: Segment | None = None
        word = texts[position]
        if is_capitalised(word):
            start = words.start(position)
            for last in range(_furthest(texts, position, end), position, -1):
                if not _ends_name(texts[last - 1], alone=last - position == 1):
                    continue
                name = page.text[start : words.ends[last - 1]]
                code = lexicon.code(name)
                if code and (word not in _THE or name in lexicon.gaz):
                    found = Segment(position, last, code, name.lower())
                    break
        if found is None:
            found = Segment(position, position + 1, "", "")
        segments.append(found)
        position = found.last
    return segments


def _ends_name(word: str, *, alone: bool) -> bool:
    return not (alone and word in _JOINING) and (word[0].isalnum() or word in _POSSESSIVE)


def _furthest(texts: Sequence[str], position: int, end: int) -> int:
    """Return where a name that begins here must end: "Savannah, Georgia" is two, though a gazetteer may list it as one."""
    furthest = min(end, position + _LONGEST_NAME)
    for last in range(position + 1, furthest):
        if texts[last] == ",":
            return last
    return furthest


def _gather_evidence(page: Page, common: frozenset[str]) -> None:
    """Note of each name how it stands anywhere in the text, in bits."""
    evidence = page.evidence
    for run in page.segments:
        for number in range(len(run)):
            name = run[number].name
            if name:
                evidence[name] = evidence.get(name, 0) | _evidence_of(page.words, run, number, common)


def _evidence_of(words: Words, run: list[Segment], number: int, common: frozenset[str]) -> int:
    first, last = run[number].first, run[number].last
    texts = words.texts
    before = texts[first - 1]
    bits = _BEFORE.get(before, 0)
    if len(run) == 1:
        return bits
    if number + 2 < len(run) and texts[last] == "," and run[number + 2].code[:1] in _HOLDING:
        bits |= _BEFORE_STATE
    if number and is_capitalised(before) and not words.opens(first - 1) and before.lower() not in common:
        bits |= _ENDS_KNOWN if run[number - 1].code else _ENDS_LONGER
    if number + 1 < len(run):
        after = texts[last]
        if is_capitalised(after):
            if after.lower() in common:
                bits |= _OPENS_TITLE
            else:
                bits |= _OPENS_KNOWN if run[number + 1].code else _OPENS_LONGER
    return bits


def is_surname(page: Page, name: str) -> bool:
    """Tell whether a one-word name is a person's in this text: it stands before a second name, after a title or a word for a person, never after "in"."""
    bits = page.evidence.get(name.lower(), 0)
    return bool(bits & (_OPENS_LONGER | _AFTER_PERSON | _AFTER_TITLE)) and not bits & (
        _AFTER_PREPOSITION | _BEFORE_STATE | _OPENS_TITLE
    )


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
        bits = evidence[segment.name] & ~_AFTER_TITLE if segment.code else 0
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
