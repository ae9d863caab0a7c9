"""The vocabulary of English dates, and one pattern for each shape in which news writes them.

A pattern only recognises a shape. What interval it stands for is worked out in `geo.reading.date_rules`.
"""

from __future__ import annotations

import re

__all__ = ["MONTHS", "NUMBERS", "PARTS_OF_DAY", "PATTERNS", "SEASONS", "WEEKDAYS", "day_number", "month_number", "weekday_number"]

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PARTS_OF_DAY = ("morning", "afternoon", "evening", "night", "midday", "noon", "midnight", "dawn", "dusk")
NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
#: First month of each season in the northern half of the world, whose papers these are by default.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def _both_cases(word: str) -> str:
    # Never all lower case: "may" and "march" are verbs.
    return f"{word}|{word.upper()}"


def _month_pattern() -> str:
    short = [f"(?:{_both_cases(name[:3])})\\.?" for name in MONTHS if name != "May"]
    return "(?:" + "|".join([*map(_both_cases, MONTHS), r"(?:Sept|SEPT)\.?", *short]) + r")(?![A-Za-z])"


_MONTH = _month_pattern()
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)(?:st|nd|rd|th|ST|ND|RD|TH)?(?![A-Za-z%])"
_YEAR = r"(?:1[5-9]|20)\d\d(?!\d|,\d|%)"
_WEEKDAY = "(?:" + "|".join(map(_both_cases, WEEKDAYS)) + ")(?![A-Za-z])"
_SHORT_WEEKDAY = "(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\\.?(?![A-Za-z])"
_TO = r"\s*(?:-|–|—|\bto\b|\bthrough\b|\buntil\b|\btill\b)\s*"
_COUNT = "(?:a|an|" + "|".join(NUMBERS[1:]) + r"|[1-9]\d?)"
_OPENING = rf"(?:(?:{_WEEKDAY}|{_SHORT_WEEKDAY}),?\s+(?:the\s+)?)?"
_BEFORE_PERIOD = (
    r"(?:[Ii]n|[Dd]uring|[Bb]y|[Ss]ince|[Uu]ntil|[Ff]rom|[Oo]f|[Bb]efore|[Aa]fter|[Tt]hrough|[Ee]arly|[Ll]ate|[Mm]id)"
)

#: Shape name -> pattern; the first group names are those that `geo.reading.date_rules` reads. Every repetition is bounded.
PATTERNS: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern)
    for name, pattern in {
        "iso": r"(?<![\d-])(?P<y>(?:1[5-9]|20)\d\d)-(?P<mm>0\d|1[0-2])-(?P<dd>[0-3]\d)(?![\d-])",
        "numeric": r"(?<![\d./])(?P<n1>\d{1,2})(?P<sep>[./])(?P<n2>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d)(?![\d/])",
        "month_days": (
            rf"\b{_OPENING}(?P<m1>{_MONTH})\s+(?:the\s+)?(?P<d1>{_DAY})(?:{_TO}|(?P<pair>\s+(?:and|&)\s+))"
            rf"(?P<m2>{_MONTH}\s+)?(?P<d2>{_DAY})(?![:.]\d)(?:,?\s+(?P<y>{_YEAR}))?"
        ),
        "month_day": rf"\b{_OPENING}(?P<m1>{_MONTH})\s+(?:the\s+)?(?P<d1>{_DAY})(?![:]\d)(?:,?\s+(?P<y>{_YEAR}))?",
        "days_month": (
            rf"(?<![\d:.,$£€-])\b{_OPENING}(?P<d1>{_DAY})(?P<m1>\s+(?:of\s+)?{_MONTH})?(?:,?\s+(?P<y1>{_YEAR}))?"
            rf"(?:{_TO}|(?P<pair>\s+(?:and|&)\s+))(?:the\s+)?(?P<d2>{_DAY})\s+(?:of\s+)?(?P<m2>{_MONTH})(?:,?\s+(?P<y>{_YEAR}))?"
        ),
        "day_month": (rf"(?<![\d:.,$£€-])\b{_OPENING}(?P<d1>{_DAY})\s+(?:of\s+)?(?P<m1>{_MONTH})(?:,?\s+(?P<y>{_YEAR}))?"),
        "month_year": rf"\b(?P<m1>{_MONTH})(?:,|\s+of)?\s+(?P<y>{_YEAR})",
        "months": rf"\b[Ff]rom\s+(?P<m1>{_MONTH}){_TO}(?P<m2>{_MONTH})(?:,?\s+(?P<y>{_YEAR}))?",
        "month": rf"\b(?:(?P<rel>last|next|this)|{_BEFORE_PERIOD})[\s-]+(?:(?:early|late|mid)[\s-]+)?(?P<m1>{_MONTH})(?!\s*\d)",
        "years": rf"(?<![\d-])(?P<y1>(?:1[5-9]|20)\d\d)(?:{_TO}|\s+and\s+)(?P<y>{_YEAR})(?!-)",
        "decade": r"\b(?:the\s+)(?P<y>(?:1[5-9]|20)\d0)s\b",
        "year": rf"\b{_BEFORE_PERIOD}[\s-]+(?:the\s+year\s+)?(?P<y>{_YEAR})(?![-–]\d)(?!\s+[a-z]+s\b(?<!was)(?<!has))",
        "season": (
            r"\b(?:(?P<rel>last|next|this)\s+(?P<s>spring|summer|autumn|fall|winter)"
            rf"|(?P<s2>spring|summer|autumn|fall|winter)\s+(?:of\s+)?(?P<y>{_YEAR}))"
        ),
        "weekdays": rf"\b(?P<w1>{_WEEKDAY}){_TO}(?P<w2>{_WEEKDAY})",
        "weekday": rf"(?:\b(?P<rel>[Ll]ast|[Nn]ext|[Tt]his(?:\s+(?:past|coming))?)\s+)?\b(?P<w1>{_WEEKDAY})",
        "near_day": r"\b(?P<near>(?:[Tt]he\s+)?[Dd]ay\s+(?:before\s+yesterday|after\s+tomorrow)|[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Ll]ast\s+night)\b",
        "this_part": r"\b[Tt]his\s+(?P<part>morning|afternoon|evening)\b",
        "ago": rf"\b(?P<count>{_COUNT})\s+(?P<unit>day|week|month|year)s?\s+ago\b",
        "ahead": (
            rf"\b[Ii]n\s+(?P<count>{_COUNT})\s+(?:(?P<unit>day|week|month|year)s?(?:['’]s?)?\s+time|(?P<unit2>day|week)s?(?=\s*[,.;]|$))"
        ),
        "weekend": r"\b(?:(?P<rel>[Ll]ast|[Nn]ext|[Tt]his|[Tt]his\s+past|[Tt]his\s+coming)|[Oo]ver\s+the|[Aa]t\s+the)\s+weekend\b",
        "period": r"\b(?P<rel>[Ll]ast|[Nn]ext|[Tt]his)\s+(?P<unit>week|month|year)\b(?!['’]s\s+end|-)",
        "ordinals": (
            r"(?:(?<=on the )|(?<=On the )|(?<=\n)|^)(?P<d1>[0-3]?\d)(?:st|nd|rd|th)"
            r"(?:(?:\s+(?P<pair>and)\s+(?:the\s+)?|\s*(?:-|–)\s*)(?P<d2>[0-3]?\d)(?:st|nd|rd|th))?(?=\s*(?:[.,;:)—]|--|$))"
        ),
    }.items()
}


def month_number(word: str) -> int:
    """Turn a month into its number, 1 to 12, from its name or its first three letters, in any case and with ``of`` before it."""
    stem = word.replace("of ", " ").strip().rstrip(".").casefold()[:3]
    return next(i for i, name in enumerate(MONTHS, 1) if name.casefold().startswith(stem))


def weekday_number(word: str) -> int:
    """Turn a weekday into its number as `datetime.date.weekday` does: Monday is 0."""
    return next(i for i, name in enumerate(WEEKDAYS) if name.casefold() == word.casefold())


def day_number(word: str) -> int:
    """Read ``5``, ``05`` or ``5th``."""
    return int("".join(c for c in word if c.isdigit()))
