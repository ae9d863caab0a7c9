"""Weekdays in the order of what they date."""

import pytest

from tests.geo.stories import journey, tell


def days(text):
    return [s.arrive[0].edtf if s.arrive else "" for s in journey(tell(text)).stops]


class TestWeekdaysInTurn:
    def test_what_had_been_done_is_dated_before_what_it_came_before(self):
        text = "Anna Berg visited Vienna on Friday. On Wednesday she had been in Prague."
        assert days(text) == ["2024-05-08", "2024-05-10"]

    @pytest.mark.parametrize(
        "text",
        [
            "The minister will travel to Oslo on Monday, Stockholm on Tuesday and Helsinki on Wednesday.",
        ],
    )
    def test_plans_go_on_into_the_week_after(self, text):
        assert days(text) == ["2024-05-20", "2024-05-21", "2024-05-22"]

    def test_a_plan_told_in_another_sentence_keeps_its_day(self):
        assert days("Anna Berg will fly to Oslo on Monday. She will be in Prague on Friday.") == ["2024-05-17", "2024-05-20"]

    def test_who_left_on_one_day_arrived_on_a_later_one(self):
        (stop, _) = journey(tell("Anna Berg left Oslo on Monday and arrived in Prague on Thursday.")).stops
        assert stop.depart[0].edtf == "2024-05-06"


class TestVisitors:
    def test_a_visitor_may_also_be_somewhere(self):
        assert days("Anna Berg visited Vienna on Monday. She was in Prague on Tuesday.") == ["2024-05-13", "2024-05-14"]

    @pytest.mark.parametrize(
        "text",
        [
            "Anna Berg lives in Vienna, which she reached on Monday.",
            "Anna Berg flew to Vienna, which she reached on Monday.",
        ],
    )
    def test_which_is_the_place_before_it(self, text):
        assert days(text) == ["2024-05-13"]

    @pytest.mark.parametrize(
        "onward", ["She leaves for Graz on Friday.", "She leaves Vienna for Graz on Friday.", "On Friday she flies on to Graz."]
    )
    def test_what_goes_on_from_a_planned_stop_comes_after_it(self, onward):
        text = f"Minister Anna Berg will arrive in Vienna on Monday. {onward}"
        told = [(s.place.name, s.arrive[0].edtf) for s in journey(tell(text)).stops]
        assert told == [("Vienna", "2024-05-20"), ("Graz", "2024-05-24")]

    def test_who_leaves_another_place_than_the_planned_one_keeps_her_day(self):
        told = journey(tell("Minister Anna Berg will visit Vienna on Monday. She leaves Graz for Vienna on Friday."))
        assert [s.place.name for s in told.stops] == ["Graz", "Vienna"]
        assert [w.edtf for w in told.stops[0].depart] == ["2024-05-17"]

    def test_who_leaves_the_day_before_leaves_for_it(self):
        text = "Minister Anna Berg will meet the king in Vienna on Friday. She leaves for Graz on Thursday."
        assert days(text) == ["2024-05-16", "2024-05-17"]

    def test_what_comes_first_comes_before(self):
        text = "Anna Berg will be in Rome on Monday. But first she leaves for Paris on Friday."
        assert days(text) == ["2024-05-17", "2024-05-20"]
