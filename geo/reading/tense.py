"""Guess from the words of a clause whether a time in it lies before or after the day of writing."""

from __future__ import annotations

import re
from typing import Literal

__all__ = ["Direction", "guess_direction"]

Direction = Literal["past", "future"]

_CUE = re.compile(
    r"""
    (?P<past1> \b(?:would|could|might|may|must)\s+have\b | \b(?:was|were|has\s+been|had\s+been)\s+(?:not\s+)?\w+ed\b(?<!expected)(?<!planned)(?<!scheduled)(?<!slated) )
    | (?P<future>
        \b(?:will|won['’]t|shall|would|may|might|can|could|should)\b(?:\s+(?:not|also|then|[a-z]+ly))?(?:\s+be\b)?(?:\s+(?:held|[a-z]+ed)\b)?
        | \bto\s+be\s+\w+
        | ['’]ll\b
        | \b(?:is|are|am|be|been|was|were)\s+(?:\w+ly\s+)?(?:to|due|set|scheduled|expected|slated|planned|planning|going\s+to|likely|supposed|about\s+to|bound)\b
        | \b(?:expected|scheduled|slated|upcoming|forthcoming|planned|planning|hoping|hopes?\s+to|intends?|aims?\s+to|plans?)\b
        | \b(?:due|set|wants?|promised|vowed|agreed|going)\s+to\b
      )
    | (?P<past> \b(?:was|were|had|has|have|did|went|came|left|met|took|said|says|told|held|flew|drove|rode|saw|began|ran|got|made|gave|spoke|sent
                |sailed|set\s+(?:off|out)|fell|hit|shot|won|lost|kept|stood|sat|broke|rose|brought|found|became|paid|put|wrote|last)\b
              | \b[a-z]{2,}ed\b )
    """,
    re.VERBOSE,
)
#: A full stop, but not that of "a.m.", "Gov." or "U.S.".
_SENTENCE_END = re.compile(r"(?<![ap]\.m)(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z][a-z])(?<!\.[A-Z])[.!?][\"”’']?\s|\n")
#: How far from the date a verb is looked for, in characters.
_REACH = 160


def guess_direction(text: str, start: int, end: int) -> Direction | None:
    """Guess whether the time at ``text[start:end]`` is past or future for the writer.

    The verb nearest before it in its sentence decides ("left on Sunday"); where there is none, the first after it ("On Sunday
    he left").

    Parameters
    ----------
    text
        The whole text.
    start, end
        Offsets of the time's words.

    Returns
    -------
    Direction or None
        None where no verb tells.
    """
    left = max(0, start - _REACH)
    before = text[left:start]
    for stop in _SENTENCE_END.finditer(before):
        left = max(left, start - len(before) + stop.end())
    cue = max(_CUE.finditer(text, left, start), key=re.Match.start, default=None)
    if cue is None:
        right = min(len(text), end + _REACH)
        stop_after = _SENTENCE_END.search(text, end, right)
        cue = _CUE.search(text, end, stop_after.start() if stop_after else right)
    if cue is None:
        return None
    return "future" if cue.lastgroup == "future" else "past"
