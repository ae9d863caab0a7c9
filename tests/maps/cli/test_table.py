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
    assert "2 of 4 stops are inferred from the context: check before you publish." in text
    assert "inferred" not in printed(example.rail_trip()[0])


def test_calls_the_article_where_an_account_names_nobody(printed):
    itinerary, _ = example.rail_trip()
    (conflict,) = itinerary.conflicts
    first, second = conflict.values
    itinerary = replace(itinerary, conflicts=(replace(conflict, values=(replace(first, attribution=()), second)),))
    publisher = itinerary.article(first.quote.article).publisher
    assert f"2024-03-10 ({publisher}) or" in " ".join(printed(itinerary).split())


def test_says_what_a_person_added(printed):
    itinerary, _ = example.rail_trip()
    journey = itinerary.journeys[0]
    added = replace(journey.stops[0], claims=(), sources=0, status="possible")
    text = printed(replace(itinerary, journeys=(replace(journey, stops=(added, *journey.stops[1:])),)))
    (line,) = (line for line in text.splitlines() if "Berlin (DE)" in line)
    assert "possible, added by a person" in line
    assert line.split()[-1] == "-"


def test_cuts_what_is_too_long_for_a_name(printed):
    itinerary, _ = example.rail_trip()
    found = itinerary.mentions[0]
    quote = replace(found.mention.quote, text="Paris " * 10_000)
    lost = replace(found, mention=replace(found.mention, quote=quote), place=None, reasons=("no place of this name is known.",))
    text = " ".join(printed(replace(itinerary, unlocated=(lost,))).split())
    assert "…: no place of this name is known." in text
    assert text.count("Paris") < 20
