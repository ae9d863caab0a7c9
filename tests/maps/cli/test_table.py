from dataclasses import replace

import pytest

from geo.model import Review
from maps.cli.table import print_itinerary
from tests.maps import example


@pytest.fixture
def printed(capsys):
    def run(itinerary):
        print_itinerary(itinerary)
        out, err = capsys.readouterr()
        assert out == ""
        return err

    return run


def test_gives_each_stop_its_dates_status_and_sources(printed):
    lines = printed(example.rail_trip()[0]).splitlines()
    (berlin,) = (line for line in lines if "Berlin (DE)" in line)
    assert berlin.split() == ["1", "Berlin", "(DE)", "2024-03-10", "or", "2024-03-11", "happened", "2"]
    (vienna,) = (line for line in lines if "Vienna (AT)" in line)
    assert "under way" in vienna


def test_puts_earlier_trips_after_the_journey(printed):
    text = printed(example.rail_trip()[0])
    assert text.index("Berlin (DE)") < text.index("Earlier trip") < text.index("Warsaw (PL)")


def test_names_conflicts_with_who_says_what(printed):
    said = " ".join(printed(example.rail_trip()[0]).split())
    assert "2024-03-10 (the state news agency) or 2024-03-11 (a diplomat)." in said


def test_names_what_is_no_stop(printed):
    text = printed(example.rail_trip()[0])
    assert "Named, but not as a place: Washington, Brussels." in text
    assert "Not located: Old Mill Halt" in text


def test_says_that_it_is_a_draft_until_a_person_signed(printed):
    itinerary = example.rail_trip()[0]
    assert "Draft, not reviewed." in printed(itinerary)
    assert "Draft" not in printed(replace(itinerary, review=Review("A. Editor", "2024-03-14")))


def test_an_article_cannot_take_over_the_terminal(printed):
    itinerary = example.rail_trip()[0]
    journey = replace(itinerary.journeys[0], title="[bold]\x1b]0;owned\x07 \u202egnp.exe\r\nnext")
    heading = printed(replace(itinerary, journeys=(journey,))).splitlines()[0]
    assert heading == "[bold] ]0;owned gnp.exe next"


def test_an_inferred_stop_is_called_so_and_counted(printed):
    text = printed(example.inferred_trip()[0])
    (vienna,) = (line for line in text.splitlines() if "Vienna (AT)" in line)
    assert vienna.split() == ["3", "Vienna", "(AT)", "2024-03-11", "inferred", "-"]
    assert "planned, inferred" in text
    assert "2 of 4 stops are inferred from the context, and no line leads there: check before you publish." in text
    assert "inferred" not in printed(example.rail_trip()[0])
