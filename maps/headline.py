"""The words that stand for the whole map: its title, its summary, its alternative text, and what is known and what is not.

None of them says more than the weakest claim that it stands on: a stop that is planned, possible or denied never loses that word.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from geo.model import DONE
from maps.disputes import conflict_words, disputed_stop
from maps.language import ENGLISH, Language
from maps.names import place_name
from maps.words import shortened, sources_of_stop, status_word, when_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.model import Itinerary, Journey, Status, Stop

__all__ = ["Balance", "alt_text", "balance", "dates_of", "summary", "title_of"]

Balance = dict[str, list[str]]

#: Statuses that keep their word wherever they are named.
_HEDGED: tuple[Status, ...] = ("under_way", "planned", "possible", "denied")
_UNSURE: tuple[Status, ...] = ("planned", "possible", "denied")
#: Precisions that name days.
_FINE = ("part", "day", "week", "range")
#: Stops of one status that a title names.
_MOST_NAMES = 3
#: The box is read at a glance; the list below it has the rest.
_LONGEST_BALANCE = 7
#: Journeys and conflicts that the alternative text tells; a listener cannot skim.
_MOST_TOLD = 4


def main_journeys(itinerary: Itinerary) -> list[Journey]:
    """Return the journeys that the articles are about, in order, without the earlier trips that they recall."""
    return [journey for journey in itinerary.journeys if not journey.background]


def title_of(itinerary: Itinerary, language: Language = ENGLISH) -> str:
    """Make a title: who, from where to where, how, and what is only planned, possible or denied."""
    journeys = main_journeys(itinerary) or list(itinerary.journeys)
    if not journeys:
        return language.say("title.none")
    title = language.say("title.whole", who=shortened(journeys[0].traveller, 60), course=_course(journeys[0], language))
    others = len(journeys) - 1
    return language.say("title.others", title=title, journeys=language.counted(others, "journey")) if others else title


def _told_stops(journey: Journey) -> list[Stop]:
    """Return the stops that are not inferred: no title and no date stands on those."""
    return [stop for stop in journey.stops if stop.basis == "stated"]


def _course(journey: Journey, language: Language) -> str:
    told = _told_course(journey, language)
    if told and (journey.background or any(stop.status == "past" for stop in journey.stops)):
        told = language.say("title.earlier", course=told)
    phrases = [told]
    for status in _HEDGED:
        names = _names((stop for stop in _told_stops(journey) if stop.status == status), language)
        if names:
            phrases.append(language.say("title.hedged", names=_first_few(names, language), word=language.say(f"status.{status}")))
    return "; ".join(phrase for phrase in phrases if phrase)


def _told_course(journey: Journey, language: Language) -> str:
    told = _names((stop for stop in _told_stops(journey) if stop.status in DONE), language)
    if len(told) > 2 and told[0] == told[-1]:
        return language.say("title.back", first=told[0], between=_first_few(told[1:-1], language))
    if len(told) < 2 or told[0] == told[-1]:
        return "".join(told[:1])
    modes = {leg.mode for leg in journey.legs if leg.status in DONE}
    if len(modes) == 1 and not modes & {"unknown", "other"}:
        return language.say("title.way_by", first=told[0], last=told[-1], mode=language.say(f"mode.{modes.pop()}"))
    return language.say("title.way", first=told[0], last=told[-1])


def _names(stops: Iterable[Stop], language: Language) -> list[str]:
    """Return names of stops in order, a repeat beside itself once."""
    return [name for name, _ in groupby(shortened(place_name(stop.place, language), 60) for stop in stops)]


def _first_few(names: Sequence[str], language: Language) -> str:
    """Name the first few and count the rest: a title cut anywhere else could lose the word that a stop depends on."""
    more = len(names) - _MOST_NAMES
    return language.joined([*names[:_MOST_NAMES], language.say("list.more", number=more)] if more > 1 else names)


def dates_of(journey: Journey, language: Language = ENGLISH) -> str:
    """Tell the first and the last time of a journey, in words; coarse times count only where no day is given, and empty is none."""
    times = [when for stop in _told_stops(journey) if stop.status != "denied" for when in (*stop.arrive[:1], *stop.depart[:1])]
    dated = [when for when in times if not when.yearless]
    if not dated:
        return when_words(times[0], language) if times else ""
    fine = [when for when in dated if when.precision in _FINE] or dated
    first = min(fine, key=lambda when: (when.start, when.end))
    last = max(fine, key=lambda when: (when.end, when.start))
    words = when_words(replace(first, part=""), language), when_words(replace(last, part=""), language)
    return words[0] if words[0] == words[1] else language.say("time.span", first=words[0], last=words[1])


def summary(itinerary: Itinerary, language: Language = ENGLISH) -> str:
    """Write the sentence under the title: how much was read and what was found."""
    read = language.counted(len(itinerary.articles), "article")
    if not itinerary.journeys:
        return language.say("summary.none", articles=read, places=language.counted(len(itinerary.mentions), "place"))
    if not itinerary.articles:
        return language.say("summary.calculated")
    main = main_journeys(itinerary)
    stops = sum(len(_told_stops(journey)) for journey in main)
    inferred = sum(len(journey.stops) for journey in main) - stops
    earlier = sum(journey.background for journey in itinerary.journeys)
    found = [language.counted(stops, "stop")]
    found += [language.counted(number, noun) for number, noun in ((inferred, "inferred"), (earlier, "earlier")) if number]
    return language.say("summary.told", found=language.joined(found), articles=read)


def alt_text(itinerary: Itinerary, language: Language = ENGLISH) -> str:
    """Tell what the picture shows, for those who cannot see it.

    Returns
    -------
    str
        The title; each main journey with its dates and stops, each with its status; where the sources disagree and who says what;
        which stops nobody reported as reached; and whether an editor has signed.
    """
    if not itinerary.journeys:
        return language.say("alt.plain", summary=summary(itinerary, language))
    journeys = main_journeys(itinerary) or list(itinerary.journeys)
    sentences = [language.say("alt.map", title=title_of(itinerary, language))]
    sentences += [_stops_in_words(journey, language) for journey in journeys[:_MOST_TOLD]]
    sentences += [
        conflict_words(conflict, language, journeys=itinerary.journeys) for conflict in itinerary.conflicts[:_MOST_TOLD]
    ]
    unsure = (stop for journey in journeys for stop in journey.stops if stop.status in _UNSURE)
    if names := _names(unsure, language):
        sentences.append(language.say("alt.unreached", names=_first_few(names, language)))
    if not itinerary.articles:
        sentences.append(summary(itinerary, language))
    if not itinerary.review.signed:
        sentences.append(f"{language.say('page.draft')}.")
    return " ".join(sentences)


def _stops_in_words(journey: Journey, language: Language) -> str:
    stops = [
        language.say(
            "alt.stop",
            label=stop.number,
            name=shortened(place_name(stop.place, language), 60),
            word=status_word(stop, language),
        )
        for stop in journey.stops
    ]
    more = len(stops) - _MOST_TOLD * 3
    listed = [*stops[: _MOST_TOLD * 3], language.say("list.more", number=more)] if more > 1 else stops
    words = {"who": shortened(journey.traveller, 60), "stops": language.say("list.comma").join(listed)}
    dates = dates_of(journey, language)
    return language.say("alt.stops", dates=dates, **words) if dates else language.say("alt.stops_undated", **words)


def balance(itinerary: Itinerary, language: Language = ENGLISH) -> Balance:
    """Tell what we know and what we don't, in sentences made from statuses, conflicts and independent origins."""
    if itinerary.journeys and not itinerary.articles:
        return {"known": [], "unknown": [language.say("summary.calculated")]}
    known: list[str] = []
    unknown: list[str] = [conflict_words(conflict, language, journeys=itinerary.journeys) for conflict in itinerary.conflicts]
    found = [disputed_stop(conflict, itinerary.journeys) for conflict in itinerary.conflicts]
    denied = {stop.id for stop, key in filter(None, found) if key == "balance.whether"}  # told by the words of the conflict
    for journey in main_journeys(itinerary):
        for stop in (s for s in journey.stops if s.id not in denied):
            (unknown if stop.status in _UNSURE or stop.basis == "inferred" else known).append(_sentence(journey, stop, language))
    unknown += [language.say("balance.unlocated", name=reading.mention.quote.text) for reading in itinerary.unlocated[:2]]
    return {"known": _bounded(_told_once(known), language), "unknown": _bounded(_told_once(unknown), language)}


def _sentence(journey: Journey, stop: Stop, language: Language) -> str:
    key = "was" if stop.status in DONE else stop.status
    return language.say(
        "inferred.balance" if stop.basis == "inferred" else f"balance.{key}",
        who=journey.traveller,
        place=place_name(stop.place, language),
        day=_day_of(stop, language),
        sources=sources_of_stop(stop, language),
    )


def _day_of(stop: Stop, language: Language) -> str:
    times = stop.arrive or stop.depart
    if len(times) > 1:
        return language.say("balance.disputed_day")
    return when_words(times[0], language) if times else language.say("balance.no_day")


def _told_once(sentences: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(sentences))


def _bounded(sentences: Sequence[str], language: Language) -> list[str]:
    left = len(sentences) - _LONGEST_BALANCE
    return [*sentences[:_LONGEST_BALANCE], language.say("balance.more", number=left)] if left > 1 else list(sentences)
