"""Cut a text into words, and pick out the runs of capitalised words in which names stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.model import Span

__all__ = ["DIRECTIONS", "FIRST", "NO_WORD", "Run", "Words", "find_runs", "tokenise"]

#: Abbreviations that keep their full stop: it ends no sentence. Press style for states and provinces, and titles.
_ABBREVIATIONS: Final = (
    "Ala Alta Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Man Mass Md Mich Minn Miss Mo Mont Neb Nebr Nev Okla Ont Ore Pa Que "
    "Sask Tenn Tex Va Vt Wash Wis Wyo St Ste Mt Ft Co Gov Sen Rep Lt Col Gen Sgt Capt Dr Mr Mrs Ms Rev Prof Pres Jr Sr Adm Cmdr Maj Hon Det Supt"
)  # fmt: skip
#: A word, number or mark. Of white space it holds no more than one blank, between initials.
_PIECE: Final = re.compile(
    r"(?:[A-Z]\.\s?){2,3}(?![a-z])(?<!\s)"  # U.S., N. Y., D.C.
    r"|[NSW]\.\s?(?:Va|Mex|Car|Dak|Ire)\b\.?"
    r"|[NS]\.\s(?:Ireland|Korea)\b"  # headlines
    rf"|(?:{'|'.join(_ABBREVIATIONS.split())})\.(?!\w)"
    r"|[^\W\d_][̀-ͯ]*(?:[^\W\d_]|[̀-ͯ])*(?:['’ʼ](?![sS]\b)[^\W\d_]+[̀-ͯ]*)*"
    r"|['’][sS]\b"
    r"|\d+(?:[.,:]\d+)*"
    r"|\S"
)
#: Behind an initial, what goes together with it though white space stands between: "N. Y.", "N. Dak.", "N. Korea".
_GOES_ON: Final = re.compile(r"(?:(?<=[A-Z]\.)\s(?:[A-Z]\.|Va|Mex|Car|Dak|Ire|Korea)[^ \n]*+)+")
#: What stands between two blanks is cut once and kept, unless it is longer than this, until there is so much that all is dropped.
_LONGEST_KEPT: Final = 32
_MOST_KEPT: Final = 1 << 15
#: Stands before the first word and behind the last, twice, so that two words on either side can be asked for anywhere.
NO_WORD: Final = "<>"
_MARGIN: Final = [NO_WORD, NO_WORD]
#: The number of the first word of a text.
FIRST: Final = len(_MARGIN)
_SENTENCE_END: Final = frozenset((*".!?", NO_WORD))
_QUOTES: Final = frozenset("\"“”'‘’«»([")
DIRECTIONS: Final = frozenset(
    ("north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "upper", "lower", "northeast",
     "northwest", "southeast", "southwest", "northeastern", "northwestern", "southeastern", "southwestern", "mid", "inner", "outer"),
)  # fmt: skip
#: What may stand inside a name or a list of names, between two capitalised words.
_JOINERS: Final = frozenset(
    (",", "-", "–", "/", "&", "of", "the", "and", "de", "la", "le", "les", "du", "del", "des", "da", "do", "dos", "al", "el", "upon", "sur",
     "am", "der", "y", "'s", "’s"),
)  # fmt: skip
#: A line shorter than this (in characters) was not broken by wrapping, so a name does not run on into the next.
_WRAPPED: Final = 60
_RUN_LIMIT: Final = 48
#: So many words that join may stand between two capitals.
_JOINED: Final = 3
#: Capitalised in English, and never a part of a place's name.
_DAYS: Final = frozenset(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"))

_SMALL_A: Final = ord("a")
_SMALL_Z: Final = ord("z")


class _Cut:
    """What stands between two blanks, and is more than a word, cut into pieces: most often a word and a mark.

    Attributes
    ----------
    pieces, ends, capitals
        As the columns of `Words`, counted from the blank.
    ends_in_initial
        Whether what stands behind the next blank may go together with the last piece.
    """

    __slots__ = ("capitals", "ends", "ends_in_initial", "pieces")

    def __init__(self, chunk: str) -> None:
        found = list(_PIECE.finditer(chunk))
        self.pieces = [piece.group() for piece in found]
        self.ends = [piece.end() for piece in found]
        self.capitals = [number for number, piece in enumerate(self.pieces) if piece[0].isupper()]
        self.ends_in_initial = chunk[-1:] == "." and "A" <= chunk[-2:-1] <= "Z"


#: What was cut, by the chunk between two blanks: news is made of the same words again and again.
_CUTS: Final[dict[str, _Cut]] = {}


def _cut(chunk: str) -> _Cut:
    cut = _Cut(chunk)
    if len(chunk) <= _LONGEST_KEPT:
        if len(_CUTS) >= _MOST_KEPT:
            _CUTS.clear()
        _CUTS[chunk] = cut
    return cut


class Words:
    """The words, numbers and marks of a text, in columns of equal length.

    Attributes
    ----------
    texts
        The words, with two `NO_WORD` before the first and two behind the last; ``text[start(i):ends[i]] == texts[i]`` for the others.
    ends
        The offset behind each.
    capitals
        The numbers of those that begin with a capital.
    broken
        The numbers of those before which a name can't go on, the first of the text aside.
    """

    __slots__ = ("broken", "capitals", "ends", "texts")

    def __init__(self, texts: list[str], ends: list[int], capitals: list[int], broken: set[int]) -> None:
        self.texts = texts
        self.ends = ends
        self.capitals = capitals
        self.broken = broken

    def start(self, number: int) -> int:
        """Return the offset of a word."""
        return self.ends[number] - len(self.texts[number])

    def opens(self, number: int) -> bool:
        """Tell whether a word opens a sentence or a line."""
        if self.texts[number - 1].isalnum():  # as stands before most
            return number in self.broken
        while number not in self.broken:
            before = self.texts[number - 1]
            if before not in _QUOTES:
                return before in _SENTENCE_END
            number -= 1
        return True


#: The numbers of the first word of a stretch that may hold names, and of the first behind it.
Run = tuple[int, int]


def tokenise(text: str, skipped: Sequence[Span] = ()) -> Words:
    """Cut a text into words.

    Parameters
    ----------
    text
        The whole text of an article.
    skipped
        Stretches to leave out, in order; no name goes on across one.

    Returns
    -------
    Words
        In the order of the text.
    """
    words = Words([*_MARGIN], [0, 0], [], set())
    for first, last in _kept(text, skipped):
        number = len(words.texts)
        if number > FIRST:
            words.broken.add(number)
        _add_stretch(words, text, first, last)
        words.broken.update(_ends_of_line(text, first, number, words))
    words.texts += _MARGIN
    words.ends += [len(text), len(text)]
    return words


def _add_stretch(words: Words, text: str, first: int, last: int) -> None:
    """Cut a stretch of a text, and add its words to the columns."""
    texts, ends, capitals, known = words.texts, words.ends, words.capitals, _CUTS
    start = behind = first
    for chunk in text[first:last].replace("\n", " ").split(" "):
        end = start + len(chunk)
        if start < behind:
            pass  # it went together with the one before
        elif chunk.isalpha():  # as most are
            letter = ord(chunk[0])
            if letter < _SMALL_A or (letter > _SMALL_Z and chunk[0].isupper()):
                capitals.append(len(texts))
            texts.append(chunk)
            ends.append(end)
        else:
            cut = known.get(chunk) or _cut(chunk)
            if cut.ends_in_initial and (more := _GOES_ON.match(text, end, last)):
                behind = more.end()
                cut = _Cut(text[start:behind])
            if cut.capitals:
                number = len(texts)
                capitals += [number + capital for capital in cut.capitals]
            texts += cut.pieces
            ends += [start + piece_end for piece_end in cut.ends]
        start = end + 1


def _kept(text: str, skipped: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Yield the stretches between those that are skipped."""
    last = 0
    for span in skipped:
        if span.start > last:
            yield last, span.start
        last = max(last, span.end)
    yield last, len(text)


def _ends_of_line(text: str, first: int, number: int, words: Words) -> Iterator[int]:
    """Of the words of a stretch that stand behind a line break, yield those before which a line ended; the others' lines are only wrapped."""
    ends, line_start, opening = words.ends, first, number
    while (line_break := text.find("\n", line_start, ends[-1])) >= 0:
        number = bisect_right(ends, line_break, number)
        end, start = ends[number - 1], words.start(number)
        is_short = end - line_start < _WRAPPED
        if opening < number and line_break < start and (is_short or text.count("\n", end, start) > 1 or text[end - 1] in ".!?:"):
            yield number
        line_start = text.rindex("\n", line_break, ends[number]) + 1  # it may stand between initials: "N.\nY."


def find_runs(words: Words) -> list[Run]:
    """Find the stretches that may hold names: capitalised words, what joins them, and words of direction before them."""
    texts, broken = words.texts, words.broken
    runs: list[Run] = []
    first = last = 0
    for number in words.capitals:
        opening, is_day = number, texts[number] in _DAYS
        if texts[number - 1] in DIRECTIONS and number not in broken:
            opening -= 1
        elif is_day:
            continue
        if opening > last + _JOINED or number >= first + _RUN_LIMIT or not _goes_on(words, last, opening):
            if last:
                runs.append((first, last))
            first = opening
        last = number if is_day else number + 1
    if last:
        runs.append((first, last))
    return runs


def _goes_on(words: Words, last: int, opening: int) -> bool:
    """Tell whether only what joins stands between two words, and no line ends."""
    if opening in words.broken:
        return False
    return all(words.texts[number] in _JOINERS and number not in words.broken for number in range(last, opening))
