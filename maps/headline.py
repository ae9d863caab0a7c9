"""The words that stand for the whole map: its title, its summary, its alternative text, and what is known and what is not.

None of them says more than the weakest claim that it stands on: a stop that is planned, possible or denied never loses that word.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from maps.words import STATUS_WORDS, conflict_words, counted, join_words, shortened, when_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.model import Itinerary, Journey, Status, Stop

__all__ = ["Balance", "alt_text", "balance", "dates_of", "summary", "title_of"]

Balance = dict[str, list[str]]

#: Statuses of what is told as having taken place.
_TOLD: tuple[Status, ...] = ("happened", "past")
#: Those that keep their word wherever they are named.
_HEDGED: tuple[Status, ...] = ("under_way", "planned", "possible", "denied")
_UNSURE: tuple[Status, ...] = ("planned", "possible", "denied")
#: Precisions that name days.
_FINE = ("part", "day", "week", "range")
#: Stops of one status that a title names.
_MOST_NAMES = 3
#: The box is read at a glance; the list below it has the rest.
_LONGEST_BALANCE = 7


def main_journeys(itinerary: Itinerary) -> list[Journey]:
    """Return the journeys that the articles are about, in order, without the earlier trips that they recall."""
    return [journey for journey in itinerary.journeys if not journey.background]


def title_of(itinerary: Itinerary) -> str:
    """Make a title: who, from where to where, and what is only planned, possible or denied."""
    journeys = main_journeys(itinerary) or list(itinerary.journeys)
    if not journeys:
        return "Places in the news: no journey reported"
    title = f"{shortened(journeys[0].traveller, 60)}: {_course(journeys[0])}"
    others = len(journeys) - 1
    return f"{title} (and {counted(others, 'other journey')})" if others else title


def _course(journey: Journey) -> str:
    told = _names(stop for stop in journey.stops if stop.status in _TOLD)
    phrases = [f"{told[0]} to {told[-1]}" if len(told) > 1 and told[0] != told[-1] else " and ".join(told[:1])]
    if len(told) > 2 and told[0] == told[-1]:
        phrases = [f"{told[0]} and back by way of {_first_few(told[1:-1])}"]
    if journey.background or any(stop.status == "past" for stop in journey.stops):
        phrases = [f"{phrase} (earlier trip)" for phrase in phrases if phrase]
    for status in _HEDGED:
        names = _names(stop for stop in journey.stops if stop.status == status)
        if names:
            phrases.append(f"{_first_few(names)} {STATUS_WORDS[status]}")
    return "; ".join(phrase for phrase in phrases if phrase)


def _names(stops: Iterable[Stop]) -> list[str]:
    """Return names of stops in order, a repeat beside itself once."""
    return [name for name, _ in groupby(shortened(stop.place.name, 60) for stop in stops)]


def _first_few(names: Sequence[str]) -> str:
    """Name the first few and count the rest: a title cut anywhere else could lose the word that a stop depends on."""
    more = len(names) - _MOST_NAMES
    return join_words([*names[:_MOST_NAMES], f"{more} more"] if more > 1 else names)


def dates_of(journey: Journey) -> str:
    """Tell the first and the last time of a journey, in words; coarse times count only where no day is given, and empty is none."""
    times = [when for stop in journey.stops if stop.status != "denied" for when in (*stop.arrive[:1], *stop.depart[:1])]
    dated = [when for when in times if not when.yearless]
    if not dated:
        return when_words(times[0]) if times else ""
    fine = [when for when in dated if when.precision in _FINE] or dated
    first = min(fine, key=lambda when: (when.start, when.end))
    last = max(fine, key=lambda when: (when.end, when.start))
    words = when_words(replace(first, part="")), when_words(replace(last, part=""))
    return words[0] if words[0] == words[1] else f"{words[0]} to {words[1]}"


def summary(itinerary: Itinerary) -> str:
    """Write the sentence under the title: how much was read and what was found."""
    read = counted(len(itinerary.articles), "article")
    if not itinerary.journeys:
        named = counted(len(itinerary.mentions), "place is", "places are")
        return f"No journey is reported in {read}; {named} mentioned."
    stops = sum(len(journey.stops) for journey in main_journeys(itinerary))
    earlier = sum(journey.background for journey in itinerary.journeys)
    found = [counted(stops, "stop")] + ([counted(earlier, "earlier trip")] if earlier else [])
    return f"{' and '.join(found)}, as told in {read}."


def alt_text(itinerary: Itinerary) -> str:
    """Tell what the picture shows, for those who cannot see it: the title, the dates, and each stop with its status."""
    if not itinerary.journeys:
        return f"Map. {summary(itinerary)}"
    sentences = [f"Map: {title_of(itinerary)}."]
    for journey in main_journeys(itinerary) or itinerary.journeys:
        stops = [f"{stop.number}. {stop.place.name} ({STATUS_WORDS[stop.status]})" for stop in journey.stops]
        dates = dates_of(journey)
        sentences.append(f"{journey.traveller}{f', {dates}' if dates else ''}: {', '.join(stops)}.")
    return " ".join(sentences)


def balance(itinerary: Itinerary) -> Balance:
    """Tell what we know and what we don't, in sentences made from statuses, conflicts and independent origins."""
    known: list[str] = []
    unknown: list[str] = [conflict_words(conflict) for conflict in itinerary.conflicts]
    for journey in main_journeys(itinerary):
        for stop in journey.stops:
            (unknown if stop.status in _UNSURE else known).append(_sentence(journey, stop))
    unknown += [f"Where “{reading.mention.quote.text}” is: not located." for reading in itinerary.unlocated[:2]]
    return {"known": _bounded(_told_once(known)), "unknown": _bounded(_told_once(unknown))}


def _sentence(journey: Journey, stop: Stop) -> str:
    origins = counted(stop.sources, "independent source")
    if stop.status in _TOLD:
        return f"{journey.traveller} was in {stop.place.name}, {_day_of(stop)} ({origins})."
    if stop.status == "under_way":
        return f"{journey.traveller} is under way, at or towards {stop.place.name} ({origins})."
    verdict = {"planned": "is planned, not reported as done", "possible": "is possible, not reported as done"}
    return f"{stop.place.name}: the stop {verdict.get(stop.status, 'is denied')} ({origins})."


def _day_of(stop: Stop) -> str:
    times = stop.arrive or stop.depart
    if len(times) > 1:
        return "on a day on which the sources disagree"
    return when_words(times[0]) if times else "date not given"


def _told_once(sentences: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(sentences))


def _bounded(sentences: Sequence[str]) -> list[str]:
    left = len(sentences) - _LONGEST_BALANCE
    return [*sentences[:_LONGEST_BALANCE], f"And {left} more, in the list below."] if left > 1 else list(sentences)
