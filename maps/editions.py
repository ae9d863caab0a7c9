"""Which publication a picture belongs to, in words: its version, what changed since it was first published, and why it was taken back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from geo.journeys.itinerary_file.edtf import parse_edtf
from geo.model import Quote, When
from maps.language import ENGLISH, Language
from maps.words import shortened, when_words

if TYPE_CHECKING:
    from geo.desk.model import Change, Edition
    from geo.model import Itinerary

__all__ = ["change_words", "edition_words"]

_TIMES = ("arrive", "depart", "when")


def edition_words(itinerary: Itinerary, language: Language = ENGLISH) -> dict[str, Any]:
    """Put the edition of a published itinerary into words.

    Returns
    -------
    dict
        ``edition`` (``id``, ``version``, ``updated``, ``state``, and ``words``, empty before the first signature), ``notes`` (sentences, the newest first) and
        ``retracted`` (a sentence, empty unless it was taken back).
    """
    edition = itinerary.edition
    assert edition is not None, "only the published side is put into words"
    return {
        "edition": {
            "id": edition.id,
            "version": edition.version,
            "updated": edition.updated,
            "state": edition.state,
            "words": _version_words(edition, language),
        },
        "notes": [
            language.say("edition.note", day=_day(version.day, language), change=change_words(change, language))
            for version in reversed(edition.versions)
            for change in version.changes
        ],
        "retracted": _retraction_words(edition, language),
    }


def _version_words(edition: Edition, language: Language) -> str:
    if not edition.version:
        return ""
    return language.say("edition.version", number=edition.version, day=_day(edition.updated, language))


def _retraction_words(edition: Edition, language: Language) -> str:
    gone = edition.retraction
    return language.say("edition.retracted", day=_day(gone.day, language), reason=shortened(gone.reason, 600)) if gone else ""


def change_words(change: Change, language: Language = ENGLISH) -> str:
    """Tell one change of a published fact: ``Khasan: planned → reported``."""
    name = shortened(change.name)
    if change.field in ("added", "removed"):
        return language.say(f"edition.{change.field}", name=name)
    if change.field == "position":
        return language.say("edition.moved", name=name)
    before, after = (_value_words(change.field, value, language) for value in (change.before, change.after))
    if change.field == "name":
        return f"{before} → {after}"
    return language.say("edition.changed", name=name, before=before, after=after)


def _value_words(field: str, value: str, language: Language) -> str:
    if field == "basis":
        return language.say("inferred.word" if value else "inferred.told")
    if not value:
        return language.say("edition.unsaid")
    if field in ("status", "mode"):
        return language.say(f"{field}.{value}")
    if field in _TIMES:
        return language.joined([_time_words(time, language) for time in value.split(" or ")], last="or")
    return shortened(value)


def _time_words(time: str, language: Language) -> str:
    """Put a time of the record in words; one that a person wrote there otherwise stays as it is."""
    edtf, _, part = time.partition(" ")
    try:
        days = parse_edtf(edtf)
    except ValueError:
        return shortened(time)
    when = When(days.start, days.end, days.precision, Quote("", 0, 0, ""), part=part, yearless=days.yearless)
    return when_words(when, language)


def _day(iso: str, language: Language) -> str:
    return language.day(date.fromisoformat(iso), weekday=False)
