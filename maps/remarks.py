"""What is to be known of a line, and what speaks against its times, in the page's language: `geo.routes` writes both in English."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from maps.language import ENGLISH
from maps.names import country_names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.model import Mode
    from geo.routes.doubts import Doubt
    from maps.language import Language

__all__ = ["doubt_words", "note_words"]

#: Means of travel that a doubt does not name.
_UNNAMED = ("unknown", "other")
#: A sentence of a note: its key, and what stands in its blanks.
_Sentence = tuple[str, "Mapping[str, str]"]


def note_words(note: str, language: Language, names: Mapping[str, str]) -> str:
    """Put the note of a route in the page's language.

    Parameters
    ----------
    note
        Sentences of `geo.routes.route`.
    language
        Of the page.
    names
        How the page writes the places that the note may name, by their names in the gazetteer.

    Returns
    -------
    str
        Empty if a sentence is none that `geo.routes` writes, such as an editor's.
    """
    if language.code == ENGLISH.code:
        return note
    sentences = _sentences(note) or ()
    known = {**country_names(language), **names}
    told = [
        language.say(f"route.{key}", **{blank: _told(words, known, language) for blank, words in blanks.items()})
        for key, blanks in sentences
    ]
    return ("" if language.code in ("ja", "zh") else " ").join(told)


def doubt_words(doubt: Doubt, mode: Mode, first: str, last: str, language: Language) -> str:
    """Say in the page's language why the times of a leg from a first to a last place can't be true."""
    by = "title.way" if mode in _UNNAMED else "title.way_by"
    way = language.say(by, first=first, last=last, mode=language.say(f"mode.{mode}"))
    if doubt.hours <= 0:
        return language.say("route.early", way=way)
    figures = {"km": doubt.km, "hours": doubt.hours, "speed": doubt.km / doubt.hours, "top": doubt.top_kmh}
    return language.say("route.fast", way=way, **{key: language.grouped(figure) for key, figure in figures.items()})


def _sentences(note: str) -> Sequence[_Sentence] | None:
    """Take a note apart; None if a part of it is no sentence that is known. A full stop may also stand in a name."""
    if not note:
        return ()
    for end in (stop.end() for stop in re.finditer(r"\.(?= |$)", note)):
        for key, pattern in _patterns().items():
            found = pattern.fullmatch(note[:end])
            rest = _sentences(note[end:].lstrip()) if found else None
            if found and rest is not None:
                return ((key, found.groupdict()), *rest)
    return None


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    """Make a pattern of each English phrase, each blank a group."""
    phrases = {key.removeprefix("route."): phrase for key, phrase in ENGLISH.phrases.items() if key.startswith("route.")}
    return {key: re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+?)", re.escape(phrase))) for key, phrase in phrases.items()}


def _told(words: str, names: Mapping[str, str], language: Language) -> str:
    """Put a large number, a name or an English list of names in the page's language; anything else stays."""
    if re.fullmatch(r"\d{1,3}(,\d{3})+", words):
        return language.grouped(int(words.replace(",", "")))
    listed = _listed(words, names)
    return language.joined([names[name] for name in listed]) if listed else words


def _listed(words: str, names: Mapping[str, str]) -> Sequence[str]:
    """Take an English list of known names apart; empty if it is none. A name may hold "and" itself."""
    if words in names:
        return (words,)
    for separator in (" and ", ", "):
        for found in re.finditer(separator, words):
            head, last = words[: found.start()], words[found.end() :]
            if last in names and (before := _listed(head, names)):
                return (*before, last)
    return ()
