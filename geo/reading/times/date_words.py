"""The vocabulary of English dates, and one pattern for each shape in which news writes them.

A pattern only recognises a shape. What interval it stands for is worked out in `geo.reading.times.calendar_dates` and
`geo.reading.times.relative_dates`.
"""

from __future__ import annotations

import re

__all__ = [
    "COUNT", "DAY", "MONTH", "MONTHS", "MONTH_NAMES", "NEAR_DAYS", "PARTS_OF_DAY", "PATTERNS", "SEASONS", "WEEKDAY", "WEEKDAYS", "WEEKDAY_NAMES", "YEAR", "count_of",
    "day_number", "month_number", "weekday_number",
]  # fmt: skip

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
#: Months and weekdays in small letters, as words are compared.
MONTH_NAMES = frozenset(month.lower() for month in MONTHS)
WEEKDAY_NAMES = frozenset(day.lower() for day in WEEKDAYS)
#: Days by their distance, which may stand right before a name: "Tomorrow Berg goes to X".
NEAR_DAYS = frozenset({"today", "tomorrow", "tonight", "yesterday"})
PARTS_OF_DAY = ("morning", "afternoon", "evening", "night", "midday", "noon", "midnight", "dawn", "dusk")
_NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
    "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first", "twenty-second",
    "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth",
    "thirty-first",
)  # fmt: skip
#: First month of each season in the northern half of the world, whose papers these are by default.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def _both_cases(word: str) -> str:
    # Never all lower case: "may" and "march" are verbs.
    return f"{word}|{word.upper()}"


def _month_pattern() -> str:
    short = [f"(?:{_both_cases(name[:3])})\\.?" for name in MONTHS if name != "May"]
    return "(?:" + "|".join([*map(_both_cases, MONTHS), r"(?:Sept|SEPT)\.?", *short]) + r")(?![A-Za-z])"


MONTH = _month_pattern()
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)(?:st|nd|rd|th|ST|ND|RD|TH)?(?![A-Za-z%])"
YEAR = r"(?:1[5-9]|20)\d\d(?!\d|,\d|%)"
WEEKDAY = "(?:" + "|".join(map(_both_cases, WEEKDAYS)) + ")(?![A-Za-z])"
COUNT = rf"(?i:an?|(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_NUMBERS[1:10])}))?|{'|'.join(reversed(_NUMBERS[1:]))}|[1-9]\d?)"
_ORDINAL = "(?:" + "|".join(sorted(_ORDINALS, key=len, reverse=True)) + ")(?![A-Za-z-])"
_SHORT_WEEKDAY = "(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\\.?(?![A-Za-z])"
_TO = r"\s*(?:-|–|—|\bto\b|\bthrough\b|\buntil\b|\btill\b)\s*"
_AND = r"(?P<pair>\s+(?:and|&)\s+)"
_BETWEEN = r"(?:(?P<between>[Bb]etween)\s+(?:the\s+)?)?"
_OPENING = rf"(?:(?:{WEEKDAY}(?:\s+(?:{'|'.join(PARTS_OF_DAY)}))?|{_SHORT_WEEKDAY}),?\s+\(?(?:the\s+)?)?"
_PART_OF_MONTH = r"(?:(?:early|late|mid)[\s-]+)?"
_BEFORE_PERIOD = (
    r"(?:[Ii]n|[Dd]uring|[Bb]y|[Ss]ince|[Uu]ntil|[Ff]rom|[Oo]f|[Bb]efore|[Aa]fter|[Tt]hrough|[Ee]arly|[Ll]ate|[Mm]id)"
)
_WEEK = r"(?:,?\s+(?:of\s+)?(?P<week>last|this|next)\s+week\b)"
_HALVES_AND_QUARTERS = r"(?:(?P<quarter>first|second|third|fourth|last)\s+quarter|(?P<half>first|second)\s+half)"

#: Shape name -> pattern; the first group names are those that the rules read. Every repetition is bounded.
PATTERNS: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern)
    for name, pattern in {
        "iso": r"(?<![\d-])(?P<y>(?:1[5-9]|20)\d\d)-(?P<mm>0\d|1[0-2])-(?P<dd>[0-3]\d)(?![\d-])",
        "numeric": r"(?<![\d./])(?P<n1>\d{1,2})(?P<sep>[./])(?P<n2>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d)(?![\d/])",
        "month_days": (
            rf"\b{_BETWEEN}{_OPENING}(?P<m1>{MONTH})\s+(?:the\s+)?(?P<d1>{DAY})(?:{_TO}|{_AND})"
            rf"(?P<m2>{MONTH}\s+)?(?P<d2>{DAY})(?![:.]\d)(?:,?\s+(?P<y>{YEAR}))?"
        ),
        "month_day": rf"\b{_OPENING}(?P<m1>{MONTH})\s+(?:the\s+)?(?P<d1>{DAY})(?![:]\d)(?:,?\s+(?P<y>{YEAR}))?",
        "days_month": (
            rf"(?<![\d:.,$£€-])\b{_BETWEEN}{_OPENING}(?P<d1>{DAY})(?P<m1>\s+(?:of\s+)?{MONTH})?(?:,?\s+(?P<y1>{YEAR}))?"
            rf"(?:{_TO}|{_AND})(?:the\s+)?{_OPENING}(?P<d2>{DAY})\s+(?:of\s+)?(?P<m2>{MONTH})(?:,?\s+(?P<y>{YEAR}))?"
        ),
        "three_days": (
            rf"(?<![\d:.,$£€-])\b(?P<d1>{DAY}),\s+(?P<d2>{DAY}),?\s+and\s+(?P<d3>{DAY})\s+(?:of\s+)?(?P<m1>{MONTH})(?:,?\s+(?P<y>{YEAR}))?"
        ),
        "day_month": rf"(?<![\d:.,$£€-])\b{_OPENING}(?P<d1>{DAY})\s+(?:of\s+)?(?P<m1>{MONTH})(?:,?\s+(?P<y>{YEAR}))?",
        "ordinal_month": rf"\b(?P<d1>{_ORDINAL})\s+of\s+(?P<m1>{MONTH})(?:,?\s+(?P<y>{YEAR}))?",
        "month_ordinal": rf"\b(?P<m1>{MONTH})\s+the\s+(?P<d1>{_ORDINAL})(?:,?\s+(?P<y>{YEAR}))?",
        "month_year": rf"\b(?P<m1>{MONTH})(?:,|\s+of)?\s+(?P<y>{YEAR})",
        "months": (
            rf"\b(?:(?:[Ff]rom|(?P<between>[Bb]etween))\s+)?{_PART_OF_MONTH}(?P<m1>{MONTH})(?:\s+(?P<y1>{YEAR}))?(?:{_TO}|{_AND})"
            rf"{_PART_OF_MONTH}(?P<m2>{MONTH})(?!\s+\d{{1,2}}\b)(?:,?\s+(?P<y>{YEAR}))?"
        ),
        "month": rf"\b(?:(?P<rel>[Ll]ast|[Nn]ext|[Tt]his)|{_BEFORE_PERIOD})[\s-]+{_PART_OF_MONTH}(?P<m1>{MONTH})(?!\s*\d)",
        "years": rf"(?<![\d-])(?P<y1>(?:1[5-9]|20)\d\d)(?:{_TO}|\s+and\s+)(?P<y>{YEAR})(?!-)",
        "split_year": r"(?<![\d-])(?P<y>(?:1[89]|20)\d\d)(?:-|–|/)(?P<next>\d\d)(?![\d-])",
        "decade": r"\bthe\s+(?:(?:early|mid|late)[\s-]+)?(?P<y>(?:1[5-9]|20)\d0)s\b",
        "part_of_year": rf"\b{_HALVES_AND_QUARTERS}\s+of\s+(?P<y>{YEAR})",
        "year": rf"\b{_BEFORE_PERIOD}[\s-]+(?:the\s+year\s+)?(?P<y>{YEAR})(?![-–]\d|s\b)(?!\s+[a-z]+s\b(?<!was)(?<!has))",
        "season": (
            r"\b(?:(?P<rel>[Ll]ast|[Nn]ext|[Tt]his)\s+(?P<s>spring|summer|autumn|fall|winter)"
            rf"|(?P<s2>spring|summer|autumn|fall|winter)\s+(?:of\s+)?(?P<y>{YEAR}))"
        ),
        "week_of": (
            r"\b[Tt]he\s+week\s+(?:of|beginning|starting|commencing)\s+"
            rf"{_OPENING}(?:(?P<m1>{MONTH})\s+(?P<d1>{DAY})|(?P<d2>{DAY})\s+(?P<m2>{MONTH}))(?:,?\s+(?P<y>{YEAR}))?"
        ),
        "weekdays": (
            rf"\b(?:(?P<between>[Bb]etween)\s+|[Oo]vernight\s+(?:from\s+)?)?(?P<w1>{WEEKDAY})(?:\s+(?:{'|'.join(PARTS_OF_DAY)}))?"
            rf"(?:{_TO}|{_AND})(?P<w2>{WEEKDAY}){_WEEK}?"
        ),
        "week_on": rf"\b(?P<count>{COUNT})\s+weeks?\s+(?:on|from)\s+(?P<w1>{WEEKDAY})",
        "weekday": (
            rf"(?:\b(?P<rel>[Ll]ast|[Nn]ext|[Tt]his(?:\s+(?:past|coming))?)\s+)?\b(?P<w1>{WEEKDAY})"
            rf"(?:{_WEEK}|\s+(?P<later>week)\b(?!-|\s+(?:\d|of\b)))?"
        ),
        "near_day": r"\b(?P<near>(?:[Tt]he\s+)?[Dd]ay\s+(?:before\s+yesterday|after\s+tomorrow)|[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Ll]ast\s+night)\b",
        "this_part": r"\b[Tt]his\s+(?P<part>morning|afternoon|evening)\b",
        "ago": rf"\b(?P<count>{COUNT})\s+(?P<unit>day|week|fortnight|month|year)s?\s+ago\b",
        "ahead": (
            rf"\b[Ii]n\s+(?P<count>{COUNT})\s+(?:(?P<unit>day|week|fortnight|month|year)s?(?:['’]s?)?\s+time|(?P<unit2>day|week)s?(?=\s*[,.;]|$))"
        ),
        "weekend": r"\b(?:(?P<rel>[Ll]ast|[Nn]ext|[Tt]his|[Tt]his\s+past|[Tt]his\s+coming)|[Oo]ver\s+the|[Aa]t\s+the)\s+weekend\b",
        "period": r"\b(?P<rel>[Ll]ast|[Nn]ext|[Tt]his)\s+(?P<unit>week|month|year)\b(?!\s+of\b|['’]s\s+end|-)",
        "ordinals": (
            r"(?:(?<=on the )|(?<=On the )|(?<=by the )|(?<=until the )|(?<=since the )|(?<=\n)|^)(?P<d1>[0-3]?\d)(?:st|nd|rd|th)"
            r"(?:(?:\s+(?P<pair>and)\s+(?:the\s+)?|\s*(?:-|–)\s*)(?P<d2>[0-3]?\d)(?:st|nd|rd|th))?"
            r"(?=\s*(?:[.,;:)—]|--|$)|\s+(?:and|but|as|at|in|with|after|before|for|from|to|by|when|while|where|he|she|they|we|it)\b)"
        ),
    }.items()
}


def count_of(word: str) -> int:
    """Read ``a``, ``12``, ``twelve`` or ``forty-one``."""
    word = word.casefold()
    if word.isdigit():
        return int(word)
    if word in ("a", "an"):
        return 1
    tens, _, ones = word.partition("-")
    return _TENS[tens] + (_NUMBERS.index(ones) if ones else 0) if tens in _TENS else _NUMBERS.index(word)


def month_number(word: str) -> int:
    """Turn a month into its number, 1 to 12, from its name or its first three letters, in any case and with ``of`` before it."""
    stem = word.replace("of ", " ").strip().rstrip(".").casefold()[:3]
    return next(i for i, name in enumerate(MONTHS, 1) if name.casefold().startswith(stem))


def weekday_number(word: str) -> int:
    """Turn a weekday into its number as `datetime.date.weekday` does: Monday is 0."""
    return next(i for i, name in enumerate(WEEKDAYS) if name.casefold() == word.casefold())


def day_number(word: str) -> int:
    """Read ``5``, ``05``, ``5th`` or ``fifth``."""
    digits = "".join(c for c in word if c.isdigit())
    return int(digits) if digits else _ORDINALS.index(word.casefold()) + 1
