"""Meetings: who, where, and how certain."""

from tests.geo.stories import journey, stops, tell

SHE_TRAVELLED = "President Anna Berg travelled from Oslo to Vienna on Monday."


def meetings(told):
    return [(m.place.name, m.participants, m.status) for m in journey(told).meetings]


class TestWhere:
    def test_a_meeting_is_at_its_stop(self):
        told = tell(f"{SHE_TRAVELLED} She met Chancellor Otto Kranz in Vienna on Tuesday.")
        assert meetings(told) == [("Vienna", ("Anna Berg", "Otto Kranz"), "happened")]

    def test_a_meeting_told_for_a_country_is_at_the_stop_in_it(self):
        told = tell(f"{SHE_TRAVELLED} She met Chancellor Otto Kranz in Austria on Tuesday.")
        assert meetings(told) == [("Vienna", ("Anna Berg", "Otto Kranz"), "happened")]

    def test_of_a_tour_of_countries_it_is_a_stop_of_its_own(self):
        told = tell(
            "Anna Berg will travel to Prague and then to Oslo. In Denmark, she will hold talks with Prime Minister Otto Kranz."
        )
        assert stops(told) == ["Prague", "Oslo", "Denmark"]

    def test_a_meeting_elsewhere_makes_no_stop(self):
        told = tell(f"{SHE_TRAVELLED} Otto Kranz met Jan Nowak in Prague on Tuesday.")
        assert stops(told) == ["Oslo", "Vienna"]
        assert meetings(told) == []


class TestWho:
    def test_being_met_counts(self):
        told = tell(f"{SHE_TRAVELLED} She was met by Austrian officials at a station in Vienna.")
        assert meetings(told) == [("Vienna", ("Anna Berg", "Austrian officials"), "happened")]

    def test_a_meeting_to_come_and_one_that_was_are_two(self):
        told = tell(f"{SHE_TRAVELLED} She met Otto Kranz in Vienna on Tuesday. She will meet Jan Nowak in Vienna on Friday.")
        assert {(m[1][-1], m[2]) for m in meetings(told)} == {("Otto Kranz", "happened"), ("Jan Nowak", "planned")}


class TestWhen:
    def test_it_has_its_own_day(self):
        told = tell(f"{SHE_TRAVELLED} She will meet Otto Kranz in Vienna on Friday.")
        (meeting,) = journey(told).meetings
        assert [w.edtf for w in meeting.when] == ["2024-05-17"]
        assert meeting.cue.text == "will"


class TestPast:
    def test_an_earlier_meeting_is_a_trip_of_its_own_told_once(self):
        told = tell(f"{SHE_TRAVELLED} The last meeting between Berg and Otto Kranz took place in Prague in April 2019.")
        (earlier,) = [j for j in told.journeys if j.background]
        assert (earlier.traveller, [s.place.name for s in earlier.stops]) == ("Anna Berg and Otto Kranz", ["Prague"])
        assert [(s.status, [w.edtf for w in s.arrive]) for s in earlier.stops] == [("past", ["2019-04"])]

    def test_it_is_told_once_where_both_have_a_trip_of_their_own(self):
        told = tell(
            f"{SHE_TRAVELLED} Anna Berg left Vienna for Porto on Tuesday. Otto Kranz left Hamburg on Sunday.",
            "The last meeting between Anna Berg and Otto Kranz took place in Prague in April 2019.",
        )
        assert [[s.place.name for s in j.stops] for j in told.journeys if j.background] == [["Prague"]]
