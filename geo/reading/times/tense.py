"""Guess from the words of a clause whether a time in it lies before or after the day of writing."""

from __future__ import annotations

import re
from typing import Literal

__all__ = ["Direction", "guess_direction", "sentence_around"]

Direction = Literal["past", "future"]

_PAST_FORMS = """
    was were had has have did said says told went came left met took made gave got saw began ran held flew drove rode sailed sent spoke
    arose ate beat became bent blew broke brought built burst bought caught chose clung crept dealt drew drank fell fed felt fought found
    fled forgot froze grew heard hid hit hung kept knelt knew laid led lent lost lit meant paid put rang rose sang sank sat shone shook
    shot shrank slept slid sold sought spent sprang stood stole strode struck stuck swam swept swung taught thought threw tore understood
    woke wept won wore wrote
""".split()
#: Verbs of timetables: in the present tense with a day they tell what is to come ("she flies home on Wednesday").
_TIMETABLE = """
    arrive depart leave fly sail travel head go return start begin open close play meet move resume repeat speak come finish end hold
    land reach set visit tour host march walk ride drive follow take bring
    address attend celebrate conclude continue deliver face give inaugurate join perform receive sing stay stop
""".split()
#: Of these the plain form is a noun as well, or an adjective: only the form with an s counts.
_ALSO_NOUNS = frozenset(
    {"sail", "travel", "head", "return", "start", "open", "close", "play", "move", "end", "hold", "land", "reach", "set", "visit", "tour",
     "host", "march", "walk", "ride", "drive", "finish", "take", "bring", "follow", "address", "attend", "celebrate", "conclude",
     "continue", "deliver", "face", "give", "inaugurate", "join", "perform", "receive", "sing", "stay", "stop"}
)  # fmt: skip


def _third_person(verb: str) -> str:
    if verb.endswith(("ch", "sh", "go")):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if verb.endswith("y") and verb[-2] not in "aeou" else f"{verb}s"


_PRESENT = "|".join([*(_third_person(v) for v in _TIMETABLE), *(v for v in _TIMETABLE if v not in _ALSO_NOUNS)])
_CUE = re.compile(
    rf"""
    (?P<past1> \b(?:would|could|might|may|must|should)\s+have\b
             | \bdid\s+(?:indeed\s+)?[a-z]+\b
             | \b(?:was|were|has\s+been|had\s+been)\s+(?:not\s+)?\w+ed\b(?<!expected)(?<!planned)(?<!scheduled)(?<!slated) )
    | (?P<future>
        \b(?:will|won['’]t|shall|would|may|might|can|could|should|must)\b(?:\s+(?:not|also|then|[a-z]+ly))?(?:\s+be\b)?(?:\s+[a-z]+\b)?
        | \bto\s+be\s+\w+
        | ['’]ll\b
        | \b(?:is|are|am|be|been|was|were)\s+(?:\w+ly\s+)?(?:to|due|set|scheduled|expected|slated|planned|planning|going\s+to|likely|supposed|about\s+to|bound|booked|invited|meant|pencilled|poised|tipped)\b
        | \b(?:is|are|am)\s+(?:arriving|coming|departing|flying|going|leaving|returning|travell?ing|visiting)\b
        | \b(?:expected|scheduled|slated|upcoming|forthcoming|planned|planning|hoping|hopes?\s+to|expects?\s+to|intends?|aims?\s+to|plans?)\b
        | \b(?:announced|confirmed|planned|proposed|scheduled)\s+(?:an?|his|her|its|their)\s+(?:[\w-]+\s+){0, 2}(?:visit|trip|tour|stop|stay)\b
        | \bnext\s+(?:stop|stops|leg|port|stage|destination|venue)\b
        | \b(?:due|set|wants?|promised|vowed|agreed|pledged|resolved|undertaken|going|ha(?:s|ve))\s+to\b
      )
    | (?P<past> \b(?:{"|".join(_PAST_FORMS)}|set\s+(?:off|out)|last)\b | \b[a-z]{{2,}}ed\b )
    | (?P<present> (?<!\bhad\s)(?<!\bhas\s)(?<!\bhave\s)(?<!\bto\s)(?<!\bthe\s)(?<!\ba\s)(?<!\bof\s)(?<!\bdid\snot\s)(?<!\bdidn['’]t\s)\b(?:{_PRESENT})\b
                | (?<=\band\s)(?:{"|".join(v for v in _TIMETABLE if v != "set")})\b )
    """,
    re.VERBOSE,
)
#: What stands before the second of two infinitives, which has no tense: "was forced to turn and land".
_JOINED_INFINITIVE = re.compile(r"\bto\s+[a-z]+(?:\s+[a-z]+){0,3}\s+and\s+\Z")
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
    left, right = sentence_around(text, start, end)
    cues = (c for c in _CUE.finditer(text, left, start) if _JOINED_INFINITIVE.search(text, left, c.start()) is None)
    cue = max(cues, key=re.Match.start, default=None)
    if cue is None:
        cue = _CUE.search(text, end, right)
    if cue is None:
        return None
    return "future" if cue.lastgroup in ("future", "present") else "past"


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Find the offsets of the sentence around ``text[start:end]``, as far as a verb is looked for."""
    left = max(0, start - _REACH)
    before = text[left:start]
    for stop in _SENTENCE_END.finditer(before):
        left = max(left, start - len(before) + stop.end())
    right = min(len(text), end + _REACH)
    stop_after = _SENTENCE_END.search(text, end, right)
    return left, stop_after.start() if stop_after else right
