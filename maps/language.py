"""The languages of the page: every phrase that it says, and how each language counts, lists and dates.

The phrases are data, one file a language in ``maps/languages``. Article text, names of people and the quotes stay as they are.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from gazetteer.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

__all__ = ["ENGLISH", "LANGUAGES", "Language", "language_of"]

#: BCP 47 codes of the languages that a page can be in.
LANGUAGES = ("de", "en", "es", "fr", "ja", "ko", "ru", "uk", "zh")
#: Languages that count by the last digits: one, a few, many.
_SLAVIC = ("ru", "uk")
#: What stands between thousands (CLDR; a space that does not break); a comma elsewhere.
_THOUSANDS = {"de": ".", "es": ".", "fr": "\u202f", "ru": "\xa0", "uk": "\xa0"}


@dataclass(frozen=True, slots=True)
class Language:
    """The phrases of one language.

    Attributes
    ----------
    code
        BCP 47.
    phrases
        Templates by key (``"title.way"``), filled by ``str.format``; what is filled in is never read as a template.
    lists
        Names of months and weekdays by key (``"time.months"``).
    house
        How the house writes the names of places, by their English names.
    """

    code: str
    phrases: Mapping[str, str]
    lists: Mapping[str, Sequence[str]]
    house: Mapping[str, str] = field(default_factory=dict)

    def say(self, key: str, **values: object) -> str:
        """Fill in a phrase; KeyError if there is none of that key."""
        return self.phrases[key].format(**values)

    def counted(self, number: int, noun: str) -> str:
        """Put a count in words: ``counted(3, "stop")`` is ``3 stops``."""
        form = f"count.{noun}.{self._form(number)}"
        return self.say(form if form in self.phrases else f"count.{noun}.other", number=number)

    def _form(self, number: int) -> str:
        if self.code not in _SLAVIC:
            return "one" if number == 1 or (number == 0 and self.code == "fr") else "other"
        if number % 10 == 1 and number % 100 != 11:
            return "one"
        return "few" if 2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14 else "other"

    def grouped(self, number: float) -> str:
        """Write a whole number with its thousands apart: ``grouped(6430)`` is ``6,430``, and ``6.430`` in German."""
        return f"{number:,.0f}".replace(",", _THOUSANDS.get(self.code, ","))

    def joined(self, words: Sequence[str], *, last: str = "and") -> str:
        """Put a list in words: ``a, b and c``; ``last`` is ``and`` or ``or``."""
        if len(words) < 2:
            return "".join(words)
        return self.say(f"list.{last}", head=self.say("list.comma").join(words[:-1]), last=words[-1])

    def day(self, day: date, *, year: bool = True, weekday: bool = True) -> str:
        """Put a day in words: ``Tue 12 Sept 2023``; without a year there is no weekday either."""
        key = "time.day_full" if weekday and year else "time.day_year" if year else "time.day"
        return self.say(
            key, weekday=self.lists["time.weekdays"][day.weekday()], day=day.day,
            month=self.lists["time.months"][day.month - 1], year=day.year,
        )  # fmt: skip

    def month(self, day: date, *, year: bool = True) -> str:
        """Put the month of a day in words: ``April 2019``."""
        month = self.lists["time.months_alone"][day.month - 1]
        return self.say("time.month_year", month=month, year=day.year) if year else month

    def of_page(self) -> dict[str, str | Sequence[str]]:
        """Return the phrases that the page's script fills in itself, and the names that it writes days with."""
        ours = (
            "page.",
            "legend.",
            "status.",
            "inferred.",
            "mode.",
            "list.",
            "count.stop",
            "time.disagree",
            "time.day_full",
            "edition.notes",
        )
        phrases = {key: phrase for key, phrase in self.phrases.items() if key.startswith(ours)}
        return {**phrases, **{key: self.lists[key] for key in ("time.weekdays", "time.months")}}


@cache
def language_of(code: str) -> Language:
    """Read a language's phrases.

    Raises
    ------
    InputError
        If there is no such language.
    """
    if code not in LANGUAGES:
        raise InputError(f"{code!r} is no language of the page; choose one of {', '.join(LANGUAGES)}.")
    table = tomllib.loads((files("maps") / "languages" / f"{code}.toml").read_text(encoding="utf-8"))
    entries = dict(_flat(table, ""))
    return Language(
        code,
        {key: value for key, value in entries.items() if isinstance(value, str)},
        {key: value for key, value in entries.items() if isinstance(value, list)},
    )


def _flat(table: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


ENGLISH = language_of("en")
