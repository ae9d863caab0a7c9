"""A text as the tagger finds it: its runs of capitalised words, cut into names of the gazetteer and single words, and how each name stands in the text.

What a token of such a run looks like to the tagger is told in `geo.reading.recognition.token_sequences`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from geo.reading.text.tokens import is_capitalised, tokenise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.model import Span
    from geo.reading.recognition.lexicon import Lexicon
    from geo.reading.text.tokens import Run, Words

__all__ = ["AFTER_TITLE", "EVIDENCES", "TITLES", "Page", "Segment", "is_surname", "read_page"]

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
AFTER_TITLE: Final = 512
#: More than any number that says to the weights how a name stands in the text.
EVIDENCES: Final = AFTER_TITLE
_BEFORE: Final = {
    **dict.fromkeys(_PLACE_WORDS, _AFTER_PREPOSITION),
    **dict.fromkeys(_PERSONS, _AFTER_PERSON),
    **dict.fromkeys(_WAY_WORDS, _AFTER_WAY),
    **dict.fromkeys(TITLES, AFTER_TITLE),
}
#: Groups of what a comma may say that a place lies in.
_HOLDING: Final = ("S", "C")
_JOINING: Final = frozenset((",", "-", "–", "/", "&", "of", "the", "and", "'s", "’s"))
_THE: Final = ("The", "THE")
_POSSESSIVE: Final = frozenset(("'s", "’s"))


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
    return bool(bits & (_OPENS_LONGER | _AFTER_PERSON | AFTER_TITLE)) and not bits & (
        _AFTER_PREPOSITION | _BEFORE_STATE | _OPENS_TITLE
    )
