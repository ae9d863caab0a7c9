"""Verbs that get their subject, their clause or their end back from a neighbour."""

import pytest

from tests.geo.stories import legs, stops, tell


class TestSubjects:
    @pytest.mark.parametrize(
        "text",
        [
            "From Prague, Berg and Lund travelled on to Lisbon.",
            "From Prague, Jane Smith and two friends cycled to Lisbon.",
            "From Prague, the envoy, Jones and Brown flew to Lisbon.",
        ],
    )
    def test_who_stands_behind_a_place_left_is_no_place(self, text):
        assert stops(tell(text)) == ["Prague", "Lisbon"]

    def test_places_left_together_stay_together(self):
        told = tell("From Rome, Milan and Turin, Berg and Lund drove to Lyon.")
        assert [j.traveller for j in told.journeys] == ["Berg"]
        assert stops(told)[-1] == "Lyon"


class TestSecondEnds:
    @pytest.mark.parametrize(
        "text",
        [
            "The minister plans to travel to Porto to attend a meeting and then to Lisbon.",
            "Anna Lund flies to Porto on Friday to see the president, and to Lisbon on Saturday.",
            "Anna Lund hopes to go to Porto to open an embassy, then on to Lisbon.",
        ],
    )
    def test_they_go_with_the_first_and_not_with_what_it_is_for(self, text):
        assert stops(tell(text)) == ["Porto", "Lisbon"]

    def test_a_line_joins_them(self):
        told = tell("Anna Lund flew to Porto to sign the treaty and then to Lisbon.")
        assert [(start, end) for start, end, _ in legs(told)] == [("Porto", "Lisbon")]


class TestTimes:
    @pytest.mark.parametrize(
        "text",
        [
            "We left Prague at eight, dined at Porto, and about four came to Lisbon.",
            "We left Prague on Monday, slept at Porto and the next morning rode to Lisbon.",
            "We left Prague on Monday, stopped at Porto and after four days came to Lisbon.",
        ],
    )
    def test_a_time_does_nothing_itself(self, text):
        assert stops(tell(text)) == ["Prague", "Porto", "Lisbon"]
