"""Where the sources disagree: told in words, and found again at its stop."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, get_args

from geo.model import Status
from maps.language import ENGLISH, Language
from maps.names import place_name
from maps.words import attribution_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.model import Conflict, ConflictValue, Journey, Stop

__all__ = ["conflict_words", "disputed_stop", "disputes_by_stop"]


def conflict_words(conflict: Conflict, language: Language = ENGLISH, *, journeys: Sequence[Journey] = ()) -> str:
    """Tell two accounts that cannot both be true, each with who gives it.

    Parameters
    ----------
    conflict
        Its subject, where it is a stop or its day, is put in the page's language; what a person wrote instead stays.
    language
        Of the page.
    journeys
        Of the itinerary, to know the stop.
    """
    unknown = language.say("source.unknown")
    sides = [
        f"{_side_words(value, language)} ({attribution_words(value.attribution, language) or unknown})"
        for value in conflict.values
    ]
    about = _subject(conflict, language, journeys)
    return language.say("balance.conflict", about=about[:1].upper() + about[1:], sides=language.joined(sides, last="or"))


def disputed_stop(conflict: Conflict, journeys: Sequence[Journey]) -> tuple[Stop, str] | None:
    """Return the stop that the sources disagree on, and the key of the phrase that says about what; None for any other subject."""
    for journey in (j for j in journeys if j.id == conflict.journey):
        for stop in journey.stops:
            days = {"balance.departure_day": stop.depart, "balance.arrival_day": stop.arrive}
            for key in (*(key for key, times in days.items() if len(times) > 1), "balance.whether"):
                if conflict.about == ENGLISH.say(key, who=journey.traveller, place=stop.place.name):
                    return stop, key
    return None


def disputes_by_stop(
    conflicts: Sequence[Conflict], journeys: Sequence[Journey], language: Language = ENGLISH
) -> Mapping[str, Sequence[str]]:
    """Return what the sources disagree on, in words, by the id of the stop that it is about."""
    disputes: defaultdict[str, list[str]] = defaultdict(list)
    for conflict in conflicts:
        found = disputed_stop(conflict, journeys)
        if found is not None:
            disputes[found[0].id].append(conflict_words(conflict, language, journeys=journeys))
    return disputes


def _subject(conflict: Conflict, language: Language, journeys: Sequence[Journey]) -> str:
    found = disputed_stop(conflict, journeys)
    if found is None:
        return conflict.about
    who = next(journey.traveller for journey in journeys if journey.id == conflict.journey)
    return language.say(found[1], who=who, place=place_name(found[0].place, language))


def _side_words(value: ConflictValue, language: Language) -> str:
    """Give the day of a side, where it is one, for "on Sunday" means nothing away from its article; or its status."""
    if not value.date and value.value in get_args(Status):
        return language.say(f"status.{value.value}")
    try:
        return language.day(date.fromisoformat(value.date))
    except ValueError:
        return value.value or value.date
