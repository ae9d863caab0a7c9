"""What the tagger looks at: each word of a run as a token, and the features of a token.

They come in groups, each a function of little: of a word; of a word and the state of what it stands beside; of what the gazetteer says; ... The same
arguments always have the same features, so that at reading time the tagger keeps one sum for each and adds a few of them for each token.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from geo.reading.text.tokens import DIRECTIONS, tokenise
from geo.reading.vocabulary.person_names import name_class
from geo.reading.vocabulary.place_nouns import PLACE_NOUNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.model import Span
    from geo.reading.recognition.lexicon import Lexicon
    from geo.reading.text.tokens import Run, Words

__all__ = [
    "WITHIN", "Page", "Segment", "Token", "features_of", "is_surname", "of_gazetteer", "of_standing", "of_word", "read_page", "tokens_of",
    "two_before", "two_behind", "word_before", "word_behind",
]  # fmt: skip

_LONGEST_NAME: Final = 7
_PLACE_WORDS: Final = frozenset(("in", "near", "at", "outside", "around", "across", "throughout", "via"))
#: Places and people alike stand after these.
_WAY_WORDS: Final = frozenset(("from", "to", "into", "toward", "towards", "through"))
#: What one does to a place only: as telling as "in", but too rare in any corpus to be learned word by word.
_REACHING: Final = frozenset(
    (
        "left",
        "leaves",
        "leaving",
        "reached",
        "reaches",
        "reaching",
        "visited",
        "visits",
        "visiting",
        "toured",
        "departed",
        "approaching",
    )
)
_TITLES: Final = frozenset(
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
_IS_FIRST: Final = 1
_IS_LAST: Final = 2
_OPENS: Final = 4
_IN_CAPITALS: Final = 8
_LENGTHS: Final = 16
_LONGEST_RUN: Final = 5
_BEFORE: Final = {
    **dict.fromkeys(_PLACE_WORDS, _AFTER_PREPOSITION),
    **dict.fromkeys(_PERSONS, _AFTER_PERSON),
    **dict.fromkeys(_WAY_WORDS, _AFTER_WAY),
    **dict.fromkeys(_TITLES, _AFTER_TITLE),
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
#: The place, in a state, of what is beside a word in its own segment.
WITHIN: Final = "-"


#: Words of a run that are one name of the gazetteer: the numbers of the first and of the one behind the last, the code, and the name in small letters.
#: Of a word of no name the last two are ``""``.
Segment = tuple[int, int, str, str]
#: The code, the place of the word in its segment and the length of this, the codes before and behind it, and what a comma says.
GazetteerKey = tuple[str, str, int, str, str, str]
#: How the word stands in its run, how its name stands anywhere, and the group of it. The first two are in bits: `_IS_FIRST` and what follows, and
#: `_AFTER_PREPOSITION` and what follows.
StandingKey = tuple[int, int, str]


class Token:
    """A word of a run and how it stands there.

    Attributes
    ----------
    word
        The word.
    left, right
        The words beside the segment that it belongs to.
    inner_left, inner_right
        The words beside it in the segment, ``""`` at either end.
    two_before, two_behind
        The words next but one.
    state
        The group of its segment, and its place there: S for a single word, B, I or E in a longer one. ``S`` for a word of no name.
    gazetteer, standing
        See `GazetteerKey` and `StandingKey`.
    """

    __slots__ = (
        "gazetteer",
        "inner_left",
        "inner_right",
        "left",
        "right",
        "standing",
        "state",
        "two_before",
        "two_behind",
        "word",
    )

    def __init__(
        self, word: str, left: str, right: str, inner_left: str, inner_right: str, two_before: str, two_behind: str,
        state: str, gazetteer: GazetteerKey, standing: StandingKey,
    ) -> None:  # fmt: skip
        self.word = word
        self.left = left
        self.right = right
        self.inner_left = inner_left
        self.inner_right = inner_right
        self.two_before = two_before
        self.two_behind = two_behind
        self.state = state
        # As objects, for they are looked up and not taken apart.
        self.gazetteer: Any = gazetteer
        self.standing: Any = standing


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
    first, last, code, _name = segments[0]
    return code != "" or len(segments) > 1 or last - first > 1 or not words.opens(first)


def _segment(page: Page, run: Run, lexicon: Lexicon) -> list[Segment]:
    """Cut a run from the left into the longest names of the gazetteer and single words."""
    position, end = run
    words = page.words
    texts = words.texts
    if end - position == 1:
        word = texts[position]
        code = lexicon.code(word)
        return [(position, end, code, word.lower() if code else "")]
    segments: list[Segment] = []
    while position < end:
        found = (position, position + 1, "", "")
        word = texts[position]
        if word[0].isupper():
            start = words.start(position)
            for last in range(_furthest(texts, position, end), position, -1):
                if not _ends_name(texts[last - 1], alone=last - position == 1):
                    continue
                name = page.text[start : words.ends[last - 1]]
                code = lexicon.code(name)
                if code and (word not in _THE or name in lexicon.gaz):
                    found = (position, last, code, name.lower())
                    break
        segments.append(found)
        position = found[1]
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
        for number, (_first, _last, code, name) in enumerate(run):
            if code:
                evidence[name] = evidence.get(name, 0) | _evidence_of(page.words, run, number, common)


def _evidence_of(words: Words, run: list[Segment], number: int, common: frozenset[str]) -> int:
    first, last, _code, _name = run[number]
    texts = words.texts
    before = texts[first - 1]
    bits = _BEFORE.get(before, 0)
    if len(run) == 1:
        return bits
    if number + 2 < len(run) and texts[last] == "," and run[number + 2][2][:1] in _HOLDING:
        bits |= _BEFORE_STATE
    if number and before[0].isupper() and not words.opens(first - 1) and before.lower() not in common:
        bits |= _ENDS_KNOWN if run[number - 1][2] else _ENDS_LONGER
    if number + 1 < len(run):
        after = texts[last]
        if after[0].isupper():
            if after.lower() in common:
                bits |= _OPENS_TITLE
            else:
                bits |= _OPENS_KNOWN if run[number + 1][2] else _OPENS_LONGER
    return bits


def is_surname(page: Page, name: str) -> bool:
    """Tell whether a one-word name is a person's in this text: it stands before a second name, after a title or a word for a person, never after "in"."""
    bits = page.evidence.get(name.lower(), 0)
    return bool(bits & (_OPENS_LONGER | _AFTER_PERSON | _AFTER_TITLE)) and not bits & (
        _AFTER_PREPOSITION | _BEFORE_STATE | _OPENS_TITLE
    )


def tokens_of(page: Page, number: int) -> list[Token]:
    """Return the tokens of a run of a page, in order."""
    begin, end = page.runs[number]
    segments, words, evidence = page.segments[number], page.words, page.evidence
    texts = words.texts
    # The run with two words on either side: the word of a number stands at that number less ``shift``.
    shift = begin - 2
    near = texts[shift : end + 2]
    # A run holds no break, and only its first word can open a sentence.
    breaks_before, breaks_behind = begin in words.broken, end in words.broken
    run = min(end - begin, _LONGEST_RUN) * _LENGTHS + (_IN_CAPITALS if _is_in_capitals(texts, begin, end) else 0)
    opening = _IS_FIRST + (_OPENS if words.opens(begin) else 0)
    tokens: list[Token] = []
    before = "^"
    for order, (first, last, code, name) in enumerate(segments):
        group, length = code[:1], min(last - first, 4)
        after = segments[order + 1][2][:2] if order + 1 < len(segments) else "$"
        comma = _comma_code(texts, segments, order) if len(segments) > 2 else ""
        bits = evidence[name] & ~_AFTER_TITLE if code else 0
        left = _BREAK if breaks_before and first == begin else _before(texts, first)
        right = _BREAK if breaks_behind and last == end else near[last - shift]
        for position in range(first, last):
            place = "S" if length == 1 else "B" if position == first else "E" if position == last - 1 else "I"
            at, is_first, is_last = position - shift, position == begin, position == end - 1
            tokens.append(
                Token(
                    near[at],
                    left,
                    right,
                    "" if position == first else near[at - 1],
                    "" if position == last - 1 else near[at + 1],
                    _BREAK if breaks_before and is_first else near[at - 2],
                    _BREAK if breaks_behind and is_last else near[at + 2],
                    group + place,
                    (code, place, length, before, after, comma),
                    (run + (opening if is_first else 0) + (_IS_LAST if is_last else 0), bits, group),
                )
            )
        before = code[:2]
    return tokens


def _before(texts: Sequence[str], first: int) -> str:
    """Return the word before a name, and of "the village of" and "north of" that it says where something is."""
    word = texts[first - 1]
    if word == "of":
        noun = texts[first - 2].lower()
        if noun in _WHERE_OF:
            return _DIRECTION_OF if noun in DIRECTIONS else _PLACE_OF
    return word


def _is_in_capitals(texts: Sequence[str], first: int, last: int) -> bool:
    opening = texts[first]
    if len(opening) > 1 and _SMALL_A <= ord(opening[1]) <= _SMALL_Z:  # as of most names
        return False
    return opening.isupper() and all(not word[0].isalpha() or word.isupper() for word in texts[first:last])


def _comma_code(texts: Sequence[str], segments: Sequence[Segment], order: int) -> str:
    """Say what stands on the other side of a comma: ``>S`` before a state, ``<P`` after a town."""
    first, last, _code, _name = segments[order]
    if order + 2 < len(segments) and texts[last] == ",":
        return ">" + segments[order + 2][2][:1]
    if order >= 2 and texts[first - 1] == ",":
        return "<" + segments[order - 2][2][:1]
    return ""


def _shape(word: str) -> str:
    if not word[0].isalnum():
        return word[0]
    if word[0].isdigit():
        return "9"
    if word.isupper() and len(word) > 1:
        return "AA"
    return "Aa" if word[0].isupper() else "a"


def of_word(word: str) -> list[str]:
    """Return the features of the word itself."""
    low = word.lower()
    features = [f"w={low}", f"shape={_shape(word)}", f"p3={low[:3]}", f"s2={low[-2:]}", f"s3={low[-3:]}", f"s4={low[-4:]}"]
    if low in DIRECTIONS:
        features.append("direction" if word[0].islower() else "Direction")
    if word in _TITLES:
        features.append("title")
    if "." in word:
        features.append("abbreviation" if len(word) > 2 else "initial")
    return features


def of_gazetteer(key: GazetteerKey) -> list[str]:
    """Return the features of what the gazetteer knows of the name, and of those beside it."""
    code, place, length, before, after, comma = key
    group = code[:1]
    features = [
        *(f"g-1={x}" for x in (f"{before[:1]}|{group}|{place}", f"{before}|{group}", before)),
        *(f"g+1={x}" for x in (f"{after[:1]}|{group}|{place}", f"{after}|{group}", after)),
    ]
    if comma:
        features += [f"comma={comma}|{group}", f"comma={comma}|{place}"]
    if not code:
        return [*features, "gaz="]
    return [
        *features,
        f"gaz={group}|{place}",
        f"gaz={code[:2]}|{place}",
        f"kind={group}{code[2]}|{place}",
        f"code={code}|{place}",
        f"len={length}|{place}|{group}",
    ]


def word_before(word: str, state: str) -> list[str]:
    """Return the features of the word before a token's segment, or within it before the token: the state is then its group and `WITHIN`."""
    return _near("w-1", word, state, "SB") + _around("left", word, state)


def word_behind(word: str, state: str) -> list[str]:
    """Return the features of the word behind a token's segment, or within it behind the token: the state is then its group and `WITHIN`."""
    return _near("w+1", word, state, "SE") + _around("right", word, state)


def _near(side: str, word: str, state: str, ends: str) -> list[str]:
    """Return the features of the word beside a token; beside its segment it is that where the token stands at this end."""
    group, place = state[:-1], state[-1]
    if place != WITHIN and place not in ends:
        return []
    low = word.lower()
    found = [f"{side}={low}", f"{side}={low}|{group}", f"{side}shape={_shape(word)}|{group}"]
    if word in _TITLES:
        found.append(f"{side}title|{group}")
    if low in _REACHING:
        found.append(f"{side}reaching|{group}")
    if named := name_class(word):
        found.append(f"{side}named={named}|{group}")
    return found


def _around(side: str, word: str, state: str) -> list[str]:
    """Return the features of the word beside a segment that is a name."""
    group, place = state[:-1], state[-1]
    if not group or place == WITHIN:
        return []
    return [f"{side}={word.lower()}|{group}|{place}", f"{side}shape={_shape(word)}|{group}|{place}"]


def two_before(word: str) -> list[str]:
    """Return the feature of the word next but one before."""
    return [f"w-2={word.lower()}"]


def two_behind(word: str) -> list[str]:
    """Return the feature of the word next but one behind."""
    return [f"w+2={word.lower()}"]


def of_standing(key: StandingKey) -> list[str]:
    """Return the features of how a word stands in its run, and its name anywhere in the text."""
    position, bits, group = key
    first, last, opens, capitals = (int(bool(position & bit)) for bit in (_IS_FIRST, _IS_LAST, _OPENS, _IN_CAPITALS))
    ends, size = f"{first}{last}", position // _LENGTHS
    return [
        f"run={ends}|{size}",
        f"run={ends}|{group}",
        f"opens={opens}|{group}",
        f"opens={opens}",
        f"capitals={capitals}|{size}",
        f"capitals={capitals}|{group}",
        f"seen={bits}",
        f"seen={bits}|{group}",
        *(f"bit={bit}|{group}" for bit in (1, 2, 4, 8, 16, 32, 64, 128, 256) if bits & bit),
    ]


def features_of(token: Token) -> list[str]:
    """Return all features of a token; those of different groups never share a name."""
    state = token.state
    within = state[:-1] + WITHIN
    return [
        *of_word(token.word),
        *of_gazetteer(token.gazetteer),
        *(word_before(token.inner_left, within) if token.inner_left else ()),
        *word_before(token.left, state),
        *(word_behind(token.inner_right, within) if token.inner_right else ()),
        *word_behind(token.right, state),
        *two_before(token.two_before),
        *two_behind(token.two_behind),
        *of_standing(token.standing),
    ]
