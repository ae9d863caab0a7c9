"""Cut a text into words, and pick out the runs of capitalised words in which names stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.model import Span

__all__ = ["DIRECTIONS", "FIRST", "NO_WORD", "Run", "Words", "find_runs", "first_two", "tokenise"]

#: Abbreviations that keep their full stop: it ends no sentence. Press style for states and provinces, and titles.
_ABBREVIATIONS: Final = (
    "Ala Alta Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Man Mass Md Mich Minn Miss Mo Mont Neb Nebr Nev Okla Ont Ore Pa Que "
    "Sask Tenn Tex Va Vt Wash Wis Wyo St Ste Mt Ft Co Gov Sen Rep Lt Col Gen Sgt Capt Dr Mr Mrs Ms Rev Prof Pres Jr Sr Adm Cmdr Maj Hon Det Supt"
)  # fmt: skip
#: A word with the white space before it.
_WORD: Final = re.compile(
    r"\s*+(?:"
    # What is written small, far from any capital: a name, a direction before it included, is judged by two words on either side, so these
    # go together as one. Without a bound a text that never ends so would take time by its square.
    r"[a-z][a-z]*+ [a-z]++ (?:[!-@\[-~“”‘’–—]++ ){1,50}(?=[a-z]++ [a-z]++ [a-z])"
    # Most words and marks; what follows is for the others. An alternative that begins with one letter of some is passed over fastest.
    r"|[A-Za-z][a-z]*+(?=[\s,;:])|[,.“”\"()]|[a-z][a-z]*+(?=[.”\")?!-])"
    r"|(?:[A-Z]\.\s?){2,3}(?![a-z])(?<!\s)"  # U.S., N. Y., D.C.
    r"|[NSW]\.\s?(?:Va|Mex|Car|Dak|Ire)\b\.?"
    r"|[NS]\.\s(?:Ireland|Korea)\b"  # headlines
    rf"|(?:{'|'.join(_ABBREVIATIONS.split())})\.(?!\w)"
    r"|[^\W\d_][̀-ͯ]*(?:[^\W\d_]|[̀-ͯ])*(?:['’ʼ](?![sS]\b)[^\W\d_]+[̀-ͯ]*)*"
    r"|['’][sS]\b"
    r"|\d+(?:[.,:]\d+)*"
    r"|\S)"
)
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
#: Capitalised in English, and never a part of a place's name.
_DAYS: Final = frozenset(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"))

#: The sign of each word says what it may be in a run: C a capitalised word, D a day, n a direction, a comma what joins; anything else is x.
_SIGNS: Final = {**dict.fromkeys(_DAYS, "D"), **dict.fromkeys(DIRECTIONS, "n"), **dict.fromkeys(_JOINERS, ",")}
#: Behind a break, where no name goes on, a word may only begin a run; then C is B, n is m, and the others are x.
_BROKEN: Final = {"C": "B", "n": "m"}
#: Over the signs of a text: capitalised words, what joins them, and words of direction before a capital.
_RUN: Final = re.compile(rf"[BCmn](?:(?<=[BC])|(?=[CD]))(?:,{{0,3}}(?:C|n(?=[CD]))){{0,{_RUN_LIMIT - 1}}}")


class Words:
    """The words, numbers and marks of a text, in columns of equal length.

    Attributes
    ----------
    texts
        The words, with two `NO_WORD` before the first and two behind the last; ``text[start(i):ends[i]] == texts[i]`` for the others.
        What is written small and stands three words or more from any capital is one entry, with the space behind each word.
    ends
        The offset behind each.
    signs
        A letter for each: what it may be in a run.
    broken
        The numbers of those before which a name can't go on, the first of the text aside.
    """

    __slots__ = ("broken", "ends", "signs", "texts")

    def __init__(self, texts: list[str], ends: list[int], signs: str, broken: set[int]) -> None:
        self.texts = texts
        self.ends = ends
        self.signs = signs
        self.broken = broken

    def start(self, number: int) -> int:
        """Return the offset of a word."""
        return self.ends[number] - len(self.texts[number])

    def opens(self, number: int) -> bool:
        """Tell whether a word opens a sentence or a line."""
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
    texts, ends, broken = [*_MARGIN], [0, 0], set[int]()
    for first, last in _kept(text, skipped):
        pieces = _WORD.findall(text[first:last].rstrip())
        words = list(map(str.lstrip, pieces))
        piece_ends, end = [first], first
        for piece in pieces:
            end += len(piece)
            piece_ends.append(end)
        broken.update([len(texts) + number for number in _ends_of_line(text, pieces, piece_ends)])
        if len(texts) > FIRST:
            broken.add(len(texts))
        texts += words
        ends += piece_ends[1:]
    # Most words are small and in ASCII, which is told by a comparison.
    signs = [_SIGNS.get(word) or ("x" if "a" <= word < "{" or not word[0].isupper() else "C") for word in texts]
    for number in broken:
        if number < len(signs):
            signs[number] = _BROKEN.get(signs[number], "x")
    texts += _MARGIN
    ends += [len(text), len(text)]
    return Words(texts, ends, "".join(signs), broken)


def _kept(text: str, skipped: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Yield the stretches between those that are skipped."""
    last = 0
    for span in skipped:
        if span.start > last:
            yield last, span.start
        last = max(last, span.end)
    yield last, len(text)


def _ends_of_line(text: str, pieces: Sequence[str], ends: Sequence[int]) -> Iterator[int]:
    """Of the words behind a line break, yield those before which a line ended; the others' lines are only wrapped."""
    line_start = ends[0]
    while (line_break := text.find("\n", line_start, ends[-1])) >= 0:
        number = bisect_right(ends, line_break) - 1
        piece, end = pieces[number], ends[number]
        gap = piece[: len(piece) - len(piece.lstrip())]
        if number and "\n" in gap and (gap.count("\n") > 1 or end - line_start < _WRAPPED or text[end - 1] in ".!?:"):
            yield number
        line_start = end + piece.rindex("\n") + 1  # it may stand between initials: "N.\nY."


def find_runs(words: Words) -> list[Run]:
    """Find the stretches that may hold names: capitalised words, what joins them, and words of direction before them."""
    runs: list[Run] = []
    for found in _RUN.finditer(words.signs):
        first, last = found.span()
        if last - first <= _RUN_LIMIT:
            runs.append((first, last))
        else:
            runs.extend(_parts(words.signs, first, last))
    return runs


def _parts(signs: str, first: int, last: int) -> Iterator[Run]:
    """Yield a run, cut where it is too long."""
    while last - first > _RUN_LIMIT and (shorter := _RUN.match(signs, first, first + _RUN_LIMIT)):
        yield first, shorter.end()
        following = _RUN.search(signs, shorter.end(), last)
        if following is None:
            return
        first = following.start()
    yield first, last


def first_two(words: Words, number: int) -> tuple[str, str]:
    """Return a word and the one behind it, where either may be the first of several that go together."""
    texts = words.texts
    word, following = texts[number], texts[number + 1]
    if word[-1] == " ":
        word, following, _rest = word.split(" ", 2)
    elif following[-1] == " ":
        following = following[: following.index(" ")]
    return word, following
