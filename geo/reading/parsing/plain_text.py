"""A passage as the parser should see it: without what it stumbles over, every character of the rest at its offset."""

from __future__ import annotations

import re

__all__ = ["DIRECTION_MARKS", "to_plain"]

#: Marks that turn the direction of what follows: in a name they would turn every sentence that it is put into.
DIRECTION_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
#: "TASHKENT, March 14 - ", "MONCHEGORSK, Russia (Reuters) -": where the reporter was, before the first sentence.
_MONTH_AND_DOT = r"\b(?:[Jj]an|JAN|[Ff]eb|FEB|[Mm]ar|MAR|[Aa]pr|APR|[Aa]ug|AUG|[Ss]ept?|SEPT?|[Oo]ct|OCT|[Nn]ov|NOV|[Dd]ec|DEC)\."
_DATELINE = re.compile(
    rf"\s*(?:[A-Z][A-Z’'.\- ]{{2,40}}\b(?:[^.\n]|{_MONTH_AND_DOT}){{0,45}}?\s(?:--?|–|—|―)\s|\([A-Z]{{2,10}}\)\s?(?:[-–—]\s)?|(?:--?|–|—|―)\s)"
)
_NAME = r"[^\W\d_a-z][\w'’-]*(?: [^\W\d_a-z][\w'’-]*){0,3}"
#: The same where the place is written as any name, which takes more to be told from the subject of a sentence: "Jeddah, Saudi Arabia — ",
#: "Tokyo, April 29 (Jiji Press)--", "SAN ANTONIO—", "New Delhi: ".
_NAMED_DATELINE = re.compile(
    rf"\s*(?!(?i:mon|tues|wednes|thurs|fri|satur|sun|)day)(?:{_NAME}(?:, {_NAME}\.?)?(?:, (?:{_MONTH_AND_DOT}|[A-Z][a-z]+) \d{{1,2}})?,?\.? ?(?:[(/][A-Z][\w ./-]{{1,30}}[)/])\s?(?:--?|–|—|―)?\s?"
    rf"|{_NAME}, (?:{_NAME}\.?|(?:{_MONTH_AND_DOT}|[A-Z][a-z]+) \d{{1,2}})\.?\s?(?:--?|–|—|―)\s?"
    rf"|[A-Z][A-Z ]{{3,30}}(?:--?|–|—|―)"
    rf"|{_NAME}\s?: )(?=[A-Z])"
)
#: Pictographs, flags and what joins or colours them: the parser takes one before a name for a word of the sentence.
_PICTURES = re.compile("[\u200d\u20e3\u2600-\u27bf\ufe0f\U0001f000-\U0001faff\U000e0020-\U000e007f]")
_CLOCK = re.compile(r"\b([ap])\.(m)\.", re.IGNORECASE)
#: "set-off from X": a verb and its particle, which a hyphen makes a noun for the parser.
_HYPHENED_PARTICLE = re.compile(
    r"\b(sets?|takes?|took|heads?|headed|starts?|started|touche[sd]|touch|stops?|stopped)-(off|out|down|over)(?= (?:again|at|for|from|in|on|to)\b)",
    re.IGNORECASE,
)


def to_plain(text: str) -> str:
    """Make a passage what the parser should see: same length, no line breaks, no full stops that end nothing, no pictures, nothing that turns the text."""
    dateline = _DATELINE.match(text) or _NAMED_DATELINE.match(text)
    if dateline is not None:
        text = " " * dateline.end() + text[dateline.end() :]
    text = _PICTURES.sub(" ", DIRECTION_MARKS.sub(" ", text))
    text = _CLOCK.sub(lambda m: f"{m[1]}{m[2]}  ", text)
    text = _HYPHENED_PARTICLE.sub(r"\1 \2", text)
    text = re.sub(r"(?<=\w)--(?=\w)", ", ", re.sub(r"(?<=\.)--", "  ", text))  # "a bridge--a most unusual convenience"
    text = re.sub(r"\s", " ", text.replace("--", " -"))
    return text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
