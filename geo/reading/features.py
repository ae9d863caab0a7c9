"""What the tagger looks at: features of each token of a run, in groups whose weights can be summed once and kept.

Every group is a function of a small key (a word; a word and a gazetteer code; ...). The same key always has the same features,
so that at reading time the tagger keeps one sum for each key and adds about ten of them for each token.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from geo.reading.tokens import DIRECTIONS, find_runs, tokenise

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from geo.model import Span
    from geo.reading.lexicon import Lexicon
    from geo.reading.tokens import Run, Token

__all__ = ["GROUPS", "Keys", "Page", "Segment", "is_surname", "keys_of", "read_page"]

_LONGEST_NAME = 7
_PLACE_WORDS = frozenset(("in", "near", "at", "outside", "around", "across", "throughout", "via"))
#: Places and people alike stand after these.
_WAY_WORDS = frozenset(("from", "to", "into", "toward", "towards", "through"))
#: What one does to a place only: as telling as "in", but too rare in any corpus to be learned word by word.
_REACHING = frozenset(
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
_TITLES = frozenset(
    ("Mr", "Mr.", "Mrs.", "Mrs", "Ms.", "Ms", "Dr.", "Dr", "Gov.", "Sen.", "Rep.", "President", "Prime", "Minister", "Chief", "Judge", "Officer",
     "Sheriff", "Mayor", "Sgt.", "Lt.", "Capt.", "Col.", "Gen.", "Rev.", "Sir", "Lord", "King", "Queen", "Prince", "Princess", "Pope", "Professor",
     "Prof.", "Senator", "Governor", "General", "Captain", "Miss", "Coach", "Secretary", "Director", "Deputy", "Detective", "Father", "Sister"),
)  # fmt: skip
_PERSONS = frozenset(
    ("leader", "president", "minister", "dictator", "chancellor", "premier", "spokesman", "spokeswoman", "spokesperson", "actor", "actress",
     "singer", "author", "writer", "coach", "officer", "son", "daughter", "wife", "husband", "brother", "sister", "father", "mother", "captain",
     "director", "chairman", "chief", "senator", "governor", "mayor", "lawyer", "attorney", "analyst", "professor", "counterpart"),
)  # fmt: skip
#: Where a name stands somewhere in the text: after "in" or "near", before a state or country, at the end or opening of a longer name whose
#: other word is unknown to the gazetteer or known to it, after a word for a person, after "from" or "to",
#: opening a longer name whose next word is an ordinary one ("City Council").
_AFTER_PREPOSITION, _BEFORE_STATE, _ENDS_LONGER, _OPENS_LONGER = 1, 2, 4, 8
_ENDS_KNOWN, _OPENS_KNOWN, _AFTER_PERSON, _AFTER_WAY, _OPENS_TITLE = 16, 32, 64, 128, 256
_JOINING = frozenset((",", "-", "–", "/", "&", "of", "the", "and", "'s", "’s"))


class Segment(NamedTuple):
    """Tokens ``first`` to ``last`` (not included) whose words are one name of the gazetteer, and its code (``""``: a word of no name)."""

    first: int
    last: int
    code: str


class Page(NamedTuple):
    """A text made ready for the tagger."""

    text: str
    tokens: list[Token]
    runs: list[Run]
    segments: list[list[Segment]]
    evidence: dict[str, int]


#: The keys of one token, one for each group and in the order of `GROUPS`.
Keys = tuple["Hashable", ...]


def read_page(text: str, lexicon: Lexicon, skipped: Sequence[Span] = ()) -> Page:
    """Cut a text into runs and segments, and gather what it says of each name elsewhere."""
    tokens = tokenise(text, skipped)
    runs = [run for run in find_runs(tokens) if _is_hopeful(tokens, run, lexicon)]
    segments = [_segment(text, tokens, run, lexicon) for run in runs]
    return Page(text, tokens, runs, segments, _gather_evidence(text, tokens, segments, lexicon.common))


def _is_hopeful(tokens: Sequence[Token], run: Run, lexicon: Lexicon) -> bool:
    """Drop single words that open a sentence and that no place is called: they are ordinary words."""
    if run.last - run.first > 1:
        return True
    token = tokens[run.first]
    return not token.opens or lexicon.code(token.word) != ""


def _segment(text: str, tokens: Sequence[Token], run: Run, lexicon: Lexicon) -> list[Segment]:
    """Cut a run from the left into the longest names of the gazetteer and single words."""
    segments: list[Segment] = []
    position, code_of = run.first, lexicon.code
    while position < run.last:
        found = Segment(position, position + 1, "")
        if tokens[position].word[0].isupper():
            start = tokens[position].start
            for last in range(_furthest(tokens, position, run.last), position, -1):
                token = tokens[last - 1]
                if (token.word in _JOINING and last - position == 1) or (
                    not token.word[0].isalnum() and token.word not in ("'s", "’s")
                ):
                    continue
                code = code_of(text[start : token.end])
                if code and (tokens[position].word not in ("The", "THE") or text[start : token.end] in lexicon.gaz):
                    found = Segment(position, last, code)
                    break
        segments.append(found)
        position = found.last
    return segments


def _furthest(tokens: Sequence[Token], position: int, end: int) -> int:
    """Return where a name that begins here must end: "Savannah, Georgia" is two, though a gazetteer may list it as one."""
    furthest = min(end, position + _LONGEST_NAME)
    for last in range(position + 1, furthest):
        if tokens[last].word == ",":
            return last
    return furthest


def _gather_evidence(text: str, tokens: Sequence[Token], segments: list[list[Segment]], common: frozenset[str]) -> dict[str, int]:
    """Note of each name how it stands anywhere in the text, in bits."""
    evidence: dict[str, int] = {}
    for run in segments:
        for number, segment in enumerate(run):
            if segment.code:
                name = text[tokens[segment.first].start : tokens[segment.last - 1].end].lower()
                evidence[name] = evidence.get(name, 0) | _evidence_of(tokens, run, number, common)
    return evidence


def _evidence_of(tokens: Sequence[Token], run: list[Segment], number: int, common: frozenset[str]) -> int:
    segment = run[number]
    before = tokens[segment.first - 1].word if segment.first else ""
    bits = (
        (before in _PLACE_WORDS) * _AFTER_PREPOSITION | (before in _PERSONS) * _AFTER_PERSON | (before in _WAY_WORDS) * _AFTER_WAY
    )
    if number + 2 < len(run) and tokens[segment.last].word == "," and run[number + 2].code[:1] in ("S", "C"):
        bits |= _BEFORE_STATE
    if number and before[:1].isupper() and not tokens[segment.first - 1].opens and before.lower() not in common:
        bits |= _ENDS_KNOWN if run[number - 1].code else _ENDS_LONGER
    after = tokens[segment.last].word if number + 1 < len(run) else ""
    if after[:1].isupper():
        if after.lower() in common:
            bits |= _OPENS_TITLE
        else:
            bits |= _OPENS_KNOWN if run[number + 1].code else _OPENS_LONGER
    return bits


def is_surname(page: Page, name: str) -> bool:
    """Tell whether a one-word name is a person's in this text: it stands before a second name or after a word for a person, never after "in"."""
    bits = page.evidence.get(name.lower(), 0)
    return bool(bits & (_OPENS_LONGER | _AFTER_PERSON)) and not bits & (_AFTER_PREPOSITION | _BEFORE_STATE | _OPENS_TITLE)


def keys_of(page: Page, number: int) -> list[Keys]:
    """Return the keys of every token of a run.

    Parameters
    ----------
    page
        The text.
    number
        Which run of it.

    Returns
    -------
    list of Keys
        One for each token, in order.
    """
    run, tokens, segments = page.runs[number], page.tokens, page.segments[number]
    capitals = all(not tokens[i].word[0].isalpha() or tokens[i].word.isupper() for i in range(run.first, run.last))
    size = min(run.last - run.first, 5)
    codes = ["^", *(segment.code[:2] for segment in segments), "$"]
    keys: list[Keys] = []
    for order, segment in enumerate(segments):
        first, last, code = segment
        group, length = code[:1], min(last - first, 4)
        left, right = _word(tokens, first - 1, first), _word(tokens, last, last)
        bits = page.evidence.get(page.text[tokens[first].start : tokens[last - 1].end].lower(), 0) if code else 0
        comma = _comma_code(tokens, segments, order)
        for position in range(first, last):
            word, _start, _end, opens, _breaks = tokens[position]
            place = _bies(position, segment)
            keys.append(
                (
                    word,
                    (code, place, length, codes[order], codes[order + 2], comma),
                    (left if position == first else tokens[position - 1].word, group),
                    (right if position == last - 1 else tokens[position + 1].word, group),
                    _word(tokens, position - 2, position),
                    _word(tokens, position + 2, position + 1),
                    (position == run.first, position == run.last - 1, size, opens, capitals, bits, group),
                    (left, group, place),
                    (right, group, place),
                )
            )
    return keys


def _bies(position: int, segment: Segment) -> str:
    if segment.last - segment.first == 1:
        return "S"
    if position == segment.first:
        return "B"
    return "E" if position == segment.last - 1 else "I"


def _word(tokens: Sequence[Token], position: int, gap: int) -> str:
    """Return a word beside the token, or a sign for the end of a text or line; ``gap`` is the token before which a break would stand."""
    if not 0 <= position < len(tokens):
        return "<>"
    if gap < len(tokens) and tokens[gap].breaks:
        return "<br>"
    return tokens[position].word


def _comma_code(tokens: Sequence[Token], segments: Sequence[Segment], order: int) -> str:
    """Say what stands on the other side of a comma: ``>S`` before a state, ``<P`` after a town."""
    segment = segments[order]
    if order + 2 < len(segments) and tokens[segment.last].word == ",":
        return ">" + segments[order + 2].code[:1]
    if order >= 2 and tokens[segment.first - 1].word == ",":
        return "<" + segments[order - 2].code[:1]
    return ""


def _shape(word: str) -> str:
    if not word[0].isalnum():
        return word[0]
    if word[0].isdigit():
        return "9"
    if word.isupper() and len(word) > 1:
        return "AA"
    return "Aa" if word[0].isupper() else "a"


def _of_word(word: str) -> list[str]:
    low = word.lower()
    features = [f"w={low}", f"shape={_shape(word)}", f"p3={low[:3]}", f"s2={low[-2:]}", f"s3={low[-3:]}", f"s4={low[-4:]}"]
    if low in DIRECTIONS:
        features.append("direction" if word[0].islower() else "Direction")
    if word in _TITLES:
        features.append("title")
    if "." in word:
        features.append("abbreviation" if len(word) > 2 else "initial")
    return features


def _of_gazetteer(key: tuple[str, str, int, str, str, str]) -> list[str]:
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


def _beside(name: str) -> Callable[[tuple[str, str]], list[str]]:
    def features(key: tuple[str, str]) -> list[str]:
        word, group = key
        low = word.lower()
        found = [f"{name}={low}", f"{name}={low}|{group}", f"{name}shape={_shape(word)}|{group}"]
        if word in _TITLES:
            found.append(f"{name}title|{group}")
        if low in _REACHING:
            found.append(f"{name}reaching|{group}")
        return found

    return features


def _further(name: str) -> Callable[[str], list[str]]:
    return lambda word: [f"{name}={word.lower()}"]


def _of_standing(key: tuple[bool, bool, int, bool, bool, int, str]) -> list[str]:
    first, last, size, opens, capitals, bits, group = key
    ends = f"{first:d}{last:d}"
    return [
        f"run={ends}|{size}",
        f"run={ends}|{group}",
        f"opens={opens:d}|{group}",
        f"opens={opens:d}",
        f"capitals={capitals:d}|{size}",
        f"capitals={capitals:d}|{group}",
        f"seen={bits}",
        f"seen={bits}|{group}",
        *(f"bit={bit}|{group}" for bit in (1, 2, 4, 8, 16, 32, 64, 128, 256) if bits & bit),
    ]


def _around(name: str) -> Callable[[tuple[str, str, str]], list[str]]:
    def features(key: tuple[str, str, str]) -> list[str]:
        word, group, place = key
        return [f"{name}={word.lower()}|{group}|{place}", f"{name}shape={_shape(word)}|{group}|{place}"] if group else []

    return features


#: What turns a key of each group into features; features of different groups never share a name.
GROUPS: tuple[Callable[..., list[str]], ...] = (
    _of_word, _of_gazetteer, _beside("w-1"), _beside("w+1"), _further("w-2"), _further("w+2"), _of_standing, _around("left"), _around("right"),
)  # fmt: skip
