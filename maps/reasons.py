"""Why a name has no place, in the page's language: `geo.reading` writes it as an English sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maps.language import ENGLISH

if TYPE_CHECKING:
    from maps.language import Language

__all__ = ["reason_words"]

#: The phrases for the sentences that the reader writes; `tests.maps.test_reasons` has the reader write each.
_KEYS = ("reason.none", "reason.only", "reason.several", "reason.part", "reason.direction")


def reason_words(reason: str, language: Language) -> str:
    """Put the reader's reason in the page's language; a sentence that it did not write, such as an editor's, stays as it is."""
    for key in _KEYS:
        found = re.fullmatch(_pattern(ENGLISH.phrases[key]), reason)
        if found:
            return language.say(key, **found.groupdict())
    return reason


def _pattern(phrase: str) -> str:
    """Make a pattern of a phrase, each blank a group."""
    return re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+?)", re.escape(phrase))
