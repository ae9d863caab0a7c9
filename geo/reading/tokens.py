"""Cut a text into words, and pick out the runs of capitalised words in which names stand."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.model import Span

__all__ = ["DIRECTIONS", "Run", "Token", "find_runs", "tokenise"]

#: Abbreviations that keep their full stop: it ends no sentence. Press style for states and provinces, and titles.
_ABBREVIATIONS = (
    "Ala Alta Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Man Mass Md Mich Minn Miss Mo Mont Neb Nebr Nev Okla Ont Ore Pa Que "
    "Sask Tenn Tex Va Vt Wash Wis Wyo St Ste Mt Ft Co Gov Sen Rep Lt Col Gen Sgt Capt Dr Mr Mrs Ms Rev Prof Pres Jr Sr Adm Cmdr Maj Hon Det Supt"
)  # fmt: skip
_TOKEN = re.compile(
    # Words in small letters far from any capital: a name is judged by two words on either side, so those between are stepped over.
    r"([a-z]+) ([a-z]+) (?:[a-z]+ ){2,}(?=[a-z]+ [a-z])"
    r"|[A-Z]?[a-z]+(?=[\s,;:])"  # most words; what follows is for the others
    r"|(?:[A-Z]\.\s?){2,3}(?![a-z])(?<!\s)"  # U.S., N. Y., D.C.
    r"|[NSW]\.\s?(?:Va|Mex|Car|Dak|Ire)\b\.?"
    rf"|(?:{'|'.join(_ABBREVIATIONS.split())})\.(?!\w)"
    r"|[^\W\d_][̀-ͯ]*(?:[^\W\d_]|[̀-ͯ])*(?:['’ʼ](?![sS]\b)[^\W\d_]+[̀-ͯ]*)*"
    r"|['’][sS]\b"
    r"|\d+(?:[.,:]\d+)*"
    r"|\S"
)
_SENTENCE_END = frozenset(".!?")
_QUOTES = frozenset("\"“”'‘’«»([")
DIRECTIONS = frozenset(
    ("north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "upper", "lower", "northeast",
     "northwest", "southeast", "southwest", "northeastern", "northwestern", "southeastern", "southwestern", "mid", "inner", "outer"),
)  # fmt: skip
#: What may stand inside a name or a list of names, between two capitalised words.
_JOINERS = frozenset(
    (",", "-", "–", "/", "&", "of", "the", "and", "de", "la", "le", "les", "du", "del", "des", "da", "do", "dos", "al", "el", "upon", "sur",
     "am", "der", "y", "'s", "’s"),
)  # fmt: skip
#: A line shorter than this (in characters) was not broken by wrapping, so a name does not run on into the next.
_WRAPPED = 60
_RUN_LIMIT = 48
#: Capitalised in English, and never a part of a place's name.
_DAYS = frozenset(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"))


class Token(NamedTuple):
    """A word, number or mark; ``text[start:end] == word``. ``opens``: it opens a sentence. ``breaks``: a name can't go on across the gap before it."""

    word: str
    start: int
    end: int
    opens: bool
    breaks: bool


class Run(NamedTuple):
    """Tokens ``first`` to ``last``, the last not included, that may hold names."""

    first: int
    last: int


#: Makes a token from a tuple; a third of the time of naming its fields.
_make = partial(tuple.__new__, Token)


def tokenise(text: str, skipped: Sequence[Span] = ()) -> list[Token]:
    """Cut a text into tokens, all but the words that stand three or more from any capital.

    Parameters
    ----------
    text
        The whole text of an article.
    skipped
        Stretches to leave out, in order; a token that begins in one is not returned, and no name goes on across one.

    Returns
    -------
    list of Token
        In the order of the text.
    """
    tokens: list[Token] = []
    spans = iter(skipped)
    span = next(spans, None)
    last_end, line_start, opens, jumped = 0, 0, True, True
    for start, end in _spans(text):
        while span is not None and span.end <= start:
            span = next(spans, None)
        if span is not None and start >= span.start:
            jumped = True
            continue
        breaks = jumped
        if start - last_end > 0 and "\n" in (gap := text[last_end:start]):
            breaks = jumped or _ends_line(text, last_end, line_start, gap)
            line_start = last_end + gap.rindex("\n") + 1
        word = text[start:end]
        opens = opens or breaks
        tokens.append(_make((word, start, end, opens, breaks)))
        opens = word in _SENTENCE_END or (opens and word in _QUOTES)
        last_end, jumped = end, False
    return tokens


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for match in _TOKEN.finditer(text):
        if match.lastindex:
            yield match.span(1)
            yield match.span(2)
        else:
            yield match.span()


def _ends_line(text: str, end: int, line_start: int, gap: str) -> bool:
    """Tell a line that ends from one that is only wrapped."""
    return gap.count("\n") > 1 or end - line_start < _WRAPPED or text[end - 1] in ".!?:"


def find_runs(tokens: Sequence[Token]) -> list[Run]:
    """Find the stretches that may hold names: capitalised words, what joins them, and words of direction before them."""
    runs: list[Run] = []
    last = 0
    for position, token in enumerate(tokens):
        word = token.word
        if position < last or (word[0].islower() and word not in DIRECTIONS) or not _may_begin(tokens, position):
            continue
        last = _run_end(tokens, position)
        runs.append(Run(position, last))
    return runs


def _may_begin(tokens: Sequence[Token], position: int) -> bool:
    word = tokens[position].word
    if word[0].isupper():
        return word not in _DAYS
    following = position + 1
    if word in DIRECTIONS and following < len(tokens) and not tokens[following].breaks:
        return tokens[following].word[0].isupper()
    return False


def _run_end(tokens: Sequence[Token], first: int) -> int:
    last = first + 1
    limit = min(len(tokens), first + _RUN_LIMIT)
    while last < limit and not tokens[last].breaks:
        if _may_begin(tokens, last):
            last += 1
        elif (following := _after_joiners(tokens, last, limit)) is not None:
            last = following
        else:
            break
    return last


def _after_joiners(tokens: Sequence[Token], position: int, limit: int) -> int | None:
    """Return the position after the capitalised word that up to three joiners lead to, or None."""
    for step in range(3):
        place = position + step
        if place + 1 >= limit or tokens[place].word not in _JOINERS or tokens[place + 1].breaks:
            return None
        if _may_begin(tokens, place + 1):
            return place + 2
    return None
