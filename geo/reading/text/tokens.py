"""Cut a text into words, and pick out the runs of capitalised words in which names stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.model import Span

__all__ = ["DIRECTIONS", "FIRST", "NO_WORD", "Run", "Words", "is_capitalised", "tokenise"]

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
     "am", "au", "aux", "bei", "der", "es", "im", "las", "los", "nad", "ob", "op", "pod", "y", "'s", "’s"),
)  # fmt: skip
#: A line shorter than this (in characters) was not broken by wrapping, so a name does not run on into the next.
_WRAPPED: Final = 60
_RUN_LIMIT: Final = 48
#: So many words that join may stand between two capitals.
_JOINED: Final = 3
#: Capitalised in English, and never a part of a place's name.
_DAYS: Final = frozenset(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"))

_ABBREVIATED: Final = frozenset(_ABBREVIATIONS.split())
#: A letter with a full stop is an initial.
_SHORTEST_SENTENCE: Final = 3
_CAPITAL_A: Final = ord("A")
_CAPITAL_Z: Final = ord("Z")
_LAST_OF_ASCII: Final = 127
#: The commonest first, so that the others are looked for in less.
_DIGITS: Final = ("1", "2", "0", "9", "3", "5", "4", "8", "6", "7")


def is_capitalised(word: str) -> bool:
    """Tell whether a word, which is not empty, begins with a capital."""
    letter = ord(word[0])
    return _CAPITAL_A <= letter <= _CAPITAL_Z or (letter > _LAST_OF_ASCII and word[0].isupper())


class _Cut:
    """What stands between two blanks, and is more than a word, cut into pieces: most often a word and a mark.

    Attributes
    ----------
    pieces
        The words, numbers and marks.
    end
        The offset behind the last of them, counted from the blank; 0 where there is none.
    capitals, starts
        The numbers of those that begin with a capital, counted from 0, and their offsets, from the blank.
    ends_in_initial
        Whether what stands behind the next blank may go together with the last piece.
    """

    __slots__ = ("capitals", "end", "ends_in_initial", "pieces", "starts")

    def __init__(self, chunk: str) -> None:
        found = list(_PIECE.finditer(chunk))
        self.pieces = [piece.group() for piece in found]
        self.end = found[-1].end() if found else 0
        self.capitals = [number for number, piece in enumerate(self.pieces) if is_capitalised(piece)]
        self.starts = [found[number].start() for number in self.capitals]
        self.ends_in_initial = chunk[-1:] == "." and "A" <= chunk[-2:-1] <= "Z"


def _is_word_and_mark(chunk: str) -> bool:
    """Tell whether a comma or a full stop follows upon letters or digits, and does not belong to them as in "Gov." and "J."."""
    mark = chunk[-1:]
    if mark == ",":
        return chunk[:-1].isalnum()
    if mark != "." or len(chunk) < _SHORTEST_SENTENCE or is_capitalised(chunk[-2]):
        return False
    word = chunk[:-1]
    return word.isalnum() and word not in _ABBREVIATED


#: What was cut, by the chunk between two blanks: news is made of the same words again and again.
_CUTS: Final[dict[str, _Cut]] = {}


def _cut(chunk: str) -> _Cut:
    cut = _Cut(chunk)
    if len(chunk) <= _LONGEST_KEPT:
        if len(_CUTS) >= _MOST_KEPT:
            _CUTS.clear()
        _CUTS[chunk] = cut
    return cut


def _cut_together(text: str) -> _Cut:
    """Cut what may go together across blanks and line breaks, up to the first line break that stands between words nevertheless."""
    end = 0
    for piece in _PIECE.finditer(text):
        if "\n" in text[end : piece.start()]:
            return _Cut(text[:end])
        end = piece.end()
    return _Cut(text)


#: The numbers of the first word of a stretch that may hold names, and of the first behind it.
Run = tuple[int, int]


class Words:
    """The words, numbers and marks of a text, by their numbers.

    Attributes
    ----------
    text
        The text.
    texts
        The words, with two `NO_WORD` before the first and two behind the last.
    capitals, starts
        The numbers of those that begin with a capital, and their offsets.
    broken
        The numbers of those before which a name can't go on, the first of the text aside.
    runs
        The stretches that may hold names: capitalised words, what joins them, and words of direction before them.
    ends
        The offset behind each word of a run, ``text[start(i):ends[i]] == texts[i]``; 0 for the others, of which nobody asks it.
    """

    __slots__ = ("broken", "capitals", "ends", "runs", "starts", "text", "texts")

    def __init__(self, text: str) -> None:
        self.text = text
        self.texts = [*_MARGIN]
        self.capitals: list[int] = []
        self.starts: list[int] = []
        self.broken: set[int] = set()
        self.runs: list[Run] = []
        self.ends: list[int] = []

    def start(self, number: int) -> int:
        """Return the offset of a word of a run."""
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


def tokenise(text: str, skipped: Sequence[Span] = ()) -> Words:
    """Cut a text into words, and find its runs.

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
    words = Words(text)
    for first, last in _kept(text, skipped):
        number = len(words.texts)
        if number > FIRST:
            words.broken.add(number)
        _add_stretch(words, first, last)
    words.texts += _MARGIN
    _find_runs(words)
    return words


def _add_stretch(words: Words, first: int, last: int) -> None:
    """Cut a stretch of a text line by line, and note before which words a line ended; the others' lines are only wrapped."""
    texts, opening = words.texts, len(words.texts)
    start = line_start = end = first
    breaks = 0
    for line in words.text[first:last].split("\n"):
        number, before = len(texts), end
        goes_on = before > start  # what goes together stands in both lines: "N.\nY."
        if goes_on:
            line_start, breaks = start, 0
        end = _add_line(words, line, start, end, last)
        if len(texts) > number:
            is_short = before - line_start < _WRAPPED
            if number > opening and not goes_on and (is_short or breaks > 1 or texts[number - 1][-1] in ".!?:"):
                words.broken.add(number)
            line_start, breaks = start, 0
        breaks += 1
        start += len(line) + 1


def _add_line(words: Words, line: str, start: int, end: int, last: int) -> int:
    """Cut a line that begins at an offset, where the word before ends at another; return where its last word ends."""
    texts, capitals, starts, known = words.texts, words.capitals, words.starts, _CUTS
    stop, digit = start + len(line), -1
    is_ascii = line.isascii()  # of other lines the digits are too many to be looked for one by one
    for chunk in line.split(" "):
        behind = start + len(chunk)
        if digit < start and is_ascii:
            digit = _next_digit(words.text, start, stop)
        if start < end:
            pass  # it went together with the one before
        elif chunk.isalnum() and (digit >= behind or chunk.isalpha()):  # as most are; `isalpha` alone takes five times as long
            if is_capitalised(chunk):
                capitals.append(len(texts))
                starts.append(start)
            texts.append(chunk)
            end = behind
        elif _is_word_and_mark(chunk) and (digit >= behind or chunk[:-1].isalpha()):  # as most of the others
            if is_capitalised(chunk):
                capitals.append(len(texts))
                starts.append(start)
            texts.append(chunk[:-1])
            texts.append(chunk[-1])
            end = behind
        else:
            cut = known.get(chunk) or _cut(chunk)
            if cut.ends_in_initial and (more := _GOES_ON.match(words.text, behind, last)):
                cut = _cut_together(words.text[start : more.end()])
            for place_of_start, capital in enumerate(cut.capitals):
                capitals.append(len(texts) + capital)
                starts.append(start + cut.starts[place_of_start])
            texts += cut.pieces
            if cut.end:
                end = start + cut.end
        start = behind + 1
    return end


def _next_digit(text: str, start: int, stop: int) -> int:
    """Return the offset of the first digit of ASCII between two others, the second where there is none."""
    for digit in _DIGITS:
        found = text.find(digit, start, stop)
        if found >= 0:
            stop = found
    return stop


def _kept(text: str, skipped: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Yield the stretches between those that are skipped."""
    last = 0
    for span in skipped:
        if span.start > last:
            yield last, span.start
        last = max(last, span.end)
    yield last, len(text)


def _find_runs(words: Words) -> None:
    texts, broken = words.texts, words.broken
    words.ends = [0] * len(texts)
    first = last = capital = 0
    for number_of_capital, number in enumerate(words.capitals):
        opening, is_day = number, texts[number] in _DAYS
        if texts[number - 1] in DIRECTIONS and number not in broken:
            opening -= 1
        elif is_day:
            continue
        if opening > last + _JOINED or number >= first + _RUN_LIMIT or not _goes_on(words, last, opening):
            if last:
                _add_run(words, first, last, capital)
            first, capital = opening, number_of_capital
        last = number if is_day else number + 1
    if last:
        _add_run(words, first, last, capital)


def _add_run(words: Words, first: int, last: int, capital: int) -> None:
    """Add a run with its first capital, and note where its words end; beside a word of it is nothing but white space and other words."""
    words.runs.append((first, last))
    text, texts, capitals, starts = words.text, words.texts, words.capitals, words.starts
    end = 0
    for number in range(first, last):
        word = texts[number]
        if capital < len(capitals) and capitals[capital] == number:
            start = starts[capital]
            capital += 1
        elif number == first:  # a direction
            start = text.rfind(word, 0, starts[capital])
        else:
            start = text.find(word, end)
        words.ends[number] = end = start + len(word)


def _goes_on(words: Words, last: int, opening: int) -> bool:
    """Tell whether only what joins stands between two words, and no line ends."""
    if opening in words.broken:
        return False
    return all(words.texts[number] in _JOINERS and number not in words.broken for number in range(last, opening))
