from __future__ import annotations

from dataclasses import replace
from datetime import date

from geo.model import Quote, When
from maps.clock import clocks
from tests.maps import example


def at(day: int, part: str = "") -> When:
    moment = date(2024, 3, day)
    return When(moment, moment, "part" if part else "day", Quote("a", 0, 3, "day"), part=part)


def journey(*times: When | None, status: str = "happened"):
    whole = example.rail_trip()[0].journeys[0]
    stops = [
        replace(stop, status=status, arrive=(when,) if when else (), depart=())
        for stop, when in zip(whole.stops, times, strict=False)
    ]
    return replace(whole, stops=tuple(stops))


def days(made) -> list[float]:
    return [round(first - date(2024, 3, 1).toordinal() + 1, 2) for first, _ in clocks(made).values()]


def test_a_time_is_as_fine_as_the_text():
    assert days(journey(at(10), at(12, "morning"), at(13, "18:30"))) == [10.5, 12.35, 13.77]


def test_only_what_was_told_as_done_has_a_time():
    assert clocks(journey(at(10), at(11), status="planned")) == {}


def test_the_marker_never_runs_backwards():
    assert days(journey(at(10), at(8), at(11))) == [10.5, 11.5]


def test_a_stop_without_a_day_is_passed_over():
    assert days(journey(at(10), None, at(12))) == [10.5, 12.5]
