"""Which places of a journey tell where its traveller is now: under way, last seen within a day, or still ahead on a way that has begun."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.model import Itinerary, Journey, Leg, Meeting, Stop, When

__all__ = ["is_under_way", "newest_day", "telling_elements"]

_REACHED = ("happened", "under_way")
_AHEAD = ("planned", "possible")
#: Articles and dates know days, not hours: the last 24 hours reach into the day before.
_LAST_HOURS = timedelta(days=1)


def newest_day(itinerary: Itinerary) -> date | None:
    """Return the newest day of publication of the story's articles, or None if none is dated."""
    return max((article.published for article in itinerary.articles if article.published), default=None)


def is_under_way(journey: Journey) -> bool:
    """Tell whether a leg or a stop of a journey is told as under way."""
    statuses = [stop.status for stop in journey.stops] + [leg.status for leg in journey.legs]
    return "under_way" in statuses


def telling_elements(journey: Journey, itinerary: Itinerary, now: date | None, *, undated_is_now: bool) -> set[str]:
    """Return the ids of the stops and meetings that tell where the traveller is, or is about to be.

    Parameters
    ----------
    journey
        One journey of ``itinerary``; an earlier trip that the texts only recall tells nothing.
    itinerary
        For the articles behind its claims: a place without a date was seen when the last of them appeared.
    now
        The day to judge by; None if unknown.
    undated_is_now
        What to take the last known place for where nothing tells the day.
    """
    if journey.background:
        return set()
    moments = _Moments(itinerary, now, undated_is_now=undated_is_now)
    reached = [stop for stop in journey.stops if stop.status in _REACHED]
    told = {stop.id for stop in reached if moments.is_now(stop, (*stop.arrive, *stop.depart), last=stop is reached[-1])}
    moving = any(leg.status == "under_way" and moments.is_now(leg, leg.when, last=True) for leg in journey.legs)
    met = {
        meeting.id
        for meeting in journey.meetings
        if meeting.status in _REACHED and moments.is_now(meeting, meeting.when, last=False)
    }
    if not (told or met or moving):
        return set()
    ahead = {stop.id for stop in journey.stops if stop.status in _AHEAD and not moments.is_over((*stop.arrive, *stop.depart))}
    ahead |= {meeting.id for meeting in journey.meetings if meeting.status in _AHEAD and not moments.is_over(meeting.when)}
    return told | met | ahead


class _Moments:
    """Judges times against now."""

    def __init__(self, itinerary: Itinerary, now: date | None, *, undated_is_now: bool) -> None:
        self._itinerary = itinerary
        self._since = max(now, date.min + _LAST_HOURS) - _LAST_HOURS if now else None
        self._undated_is_now = undated_is_now

    def is_now(self, element: Stop | Leg | Meeting, times: Iterable[When], *, last: bool) -> bool:
        """Tell whether an element that was reached tells where somebody is: by its dates, else by its articles if it is the last."""
        day = _latest(times)
        if day is None and (last or element.status == "under_way"):
            day = self._told(element.claims)
            if day is None:
                return self._undated_is_now or element.status == "under_way"
        return day is not None and (day >= self._since if self._since else element.status == "under_way")

    def is_over(self, times: Iterable[When]) -> bool:
        """Tell whether what was planned lies behind."""
        day = _latest(times)
        return day is not None and self._since is not None and day < self._since

    def _told(self, claims: Iterable[str]) -> date | None:
        articles = (self._itinerary.article(self._itinerary.claim(claim).quote.article) for claim in claims)
        return max((article.published for article in articles if article.published), default=None)


def _latest(times: Iterable[When]) -> date | None:
    return max((when.end for when in times if not when.yearless), default=None)
