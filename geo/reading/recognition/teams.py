"""Tell a place that stands for its team from a place where something is: "Brazil were knocked out", "a 3-2 victory over Wales"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from geo.reading.text.beside import word_before, word_behind

__all__ = ["is_team"]

_SCORE: Final = r"\d{1,3}\s?[-–]\s?\d{1,3}"
_ADVERBS: Final = "also|again|then|finally|have|had|has|narrowly|comfortably|easily|only|just"
_PLAYS: Final = (
    "beat|beats|beaten|defeated|defeats|thrashed|edged|hammered|outplayed|routed|trounced|thumped|overcame|eliminated|equalised|equalized|scored|scores|"
    "qualified|conceded|kicked off|batted|bowled"
)
_PLAYED: Final = re.compile(
    rf"(?:\s+(?:{_ADVERBS}|\w+ly)){{0,2}}\s+(?:{_SCORE}\b|(?:{_PLAYS})\b|"
    rf"(?:lost|loses|lose)\s+(?:to\s+[A-Z]|at home|away|by\s+\w+\s+(?:runs?|goals?|points?|wickets?)|{_SCORE}|on penalties|in (?:the )?(?:final|semi|quarter|extra)|"
    r"(?:their|its)\s+\w+\s+(?:match|game|series|test)|(?:the|all|both)\s+(?:\w+\s+)?(?:match|game|series|test|final|games|matches))|"
    rf"(?:drew|draw|draws|tied)\s+(?:with|at home|{_SCORE})|"
    rf"(?:won|win|wins)\s+(?:gold|silver|bronze|on penalties|{_SCORE}|by\s+\w+\s+(?:runs?|goals?|points?|wickets?|innings)|"
    r"(?:the|a|its|their|both|all|\w+)\s+(?:\w+\s+){0,2}(?:medals?|match|matches|game|games|series|cup|Cup|title|trophy|toss|Test|tournament|championship))|"
    r"(?:was|were|are|is)\s+(?:all out|bowled out|knocked out|eliminated|relegated|promoted to|dismissed for|crowned|held to a|beaten (?:by|in|at))\b)"
)
#: A team is many where a place is one: "Brazil were". It must begin its clause, and not follow another ("Iran and Iraq were").
_PLURAL: Final = re.compile(r"\s+(?:were|are|have)\b")
#: What may stand behind a team: a word that one of the two begins with, an adverb in -ly, or a score.
_OPENS_PLAY: Final = re.compile(
    rf"(?:{_ADVERBS}|{_PLAYS}|lost|loses?|drew|draws?|tied|won|wins?|was|were|are|is)\b|\w+ly\b|\d".replace(" off", "")
)
_RESULTS: Final = "win|wins|victory|victories|triumph|defeat|defeats|loss|losses|draw|goals?|friendly|fixture|scoreless|upset"
_MATCHES: Final = "match|game|tie|final|semi-final|semifinal|quarter-final|Test|series|play-off|playoff"
_BEATS: Final = "beat|beating|defeated|defeating|thrashed|thrashing|edged|hammered|trounced|routed|overcame|eliminated|upset"
_AGAINST: Final = "over|against|to|by|with"
_PLAYED_AGAINST: Final = re.compile(
    rf"\b(?:(?:{_RESULTS})\s+(?:{_AGAINST})|(?:{_MATCHES})\s+(?:against|with|versus)|versus|vs\.?|"
    rf"(?:{_BEATS}|beaten by|lost to|losing to|drew with))\s+$"
)
_GAVE_LEAD: Final = re.compile(
    rf"\s+(?:an?\s+|the\s+)?(?:{_SCORE}\s+(?:lead|win|victory|advantage)|(?:the|a)\s+(?:lead|win|victory))\b"
)
_GIVES: Final = "gave|gives|giving|put|earned|handed|hands|sealed"
_GAVE: Final = re.compile(rf"\b(?:{_GIVES})\s+$")
#: How a word must look for the patterns to end with it; most don't, and the patterns are slow.
_ENDS_PLAYED: Final = re.compile(rf"\b(?:{_AGAINST}|versus|vs\.?|{_BEATS})$")
_PREPOSITIONS: Final = frozenset(_AGAINST.split("|"))
_ENDS_RESULT: Final = re.compile(rf"\b(?:{_RESULTS}|{_MATCHES}|beaten|lost|losing|drew)$")
_ENDS_GAVE: Final = re.compile(rf"\b(?:{_GIVES})$")
_ENDS_CLAUSE: Final = re.compile(r"(?:[.!?]|\b(?:that|when|while|because|but|before|after|if))$")
_KEPT_WORDS: Final = 1 << 12
#: Longest stretch looked at on either side, in characters.
_REACH: Final = 90
#: The same for "a quarter-final against", with an indented line between the two.
_REACH_OF_RESULT: Final = 48


def is_team(text: str, start: int, end: int, last_word: str | None = None) -> bool:
    """Tell whether the place at ``text[start:end]`` stands for a team.

    Parameters
    ----------
    text
        The whole text.
    start, end
        Offsets of a town, an area or a country.
    last_word
        The one before it, where it is known already: see `geo.reading.text.beside.word_before`.
    """
    before = word_before(text, start) if last_word is None else last_word
    word = _BEFORE.get(before) or _tell(before)
    first = max(0, start - _REACH)
    may_have_played = word.ends_played and (not word.is_preposition or _is_result(text, start, before))
    if may_have_played and _PLAYED_AGAINST.search(text, max(first, start - _REACH_OF_RESULT), start) is not None:
        return True
    if word.ends_gave and _GAVE.search(text, first, start) is not None and _GAVE_LEAD.match(text, end, end + _REACH) is not None:
        return True
    if start and text[start - 1] != "\n" and not (word.ends_clause and text[start - 1].isspace()):
        return False
    if not _may_play(word_behind(text, end)):
        return False
    if _PLAYED.match(text, end, end + _REACH) is not None:
        return True
    return text[end - 1] != "s" and " and " not in text[start:end] and _PLURAL.match(text, end, end + _REACH) is not None


class _WordBefore:
    """Whether one may have played against what stands behind a word, whether it is given a lead, and whether a clause may begin there."""

    __slots__ = ("ends_clause", "ends_gave", "ends_played", "is_preposition", "is_result")

    def __init__(self, word: str) -> None:
        self.ends_played = _ENDS_PLAYED.search(word) is not None
        self.ends_gave = _ENDS_GAVE.search(word) is not None
        #: Whether `_PLAYED_AGAINST` needs a word before this one, and whether this may be that word.
        self.is_preposition = word in _PREPOSITIONS
        self.is_result = _ENDS_RESULT.search(word) is not None
        self.ends_clause = _ENDS_CLAUSE.search(word) is not None


#: What words tell that stand before a name; a decorator that keeps it costs more than to look it up.
_BEFORE: Final[dict[str, _WordBefore]] = {}


def _is_result(text: str, start: int, preposition: str) -> bool:
    """Tell whether the word before a preposition may be one that tells of a match: most are not."""
    before = word_before(text, text.rfind(preposition, 0, start))
    return (_BEFORE.get(before) or _tell(before)).is_result


def _tell(word: str) -> _WordBefore:
    if len(_BEFORE) >= _KEPT_WORDS:
        _BEFORE.clear()
    found = _BEFORE[word] = _WordBefore(word)
    return found


@lru_cache(_KEPT_WORDS)
def _may_play(word: str) -> bool:
    """Tell whether a team may be what stands before a word; most tell that none is, and the patterns are slow."""
    return _OPENS_PLAY.match(word) is not None
