"""The second time at a place."""

import pytest

from tests.geo.stories import journey, legs, mentioned, stops, tell


class TestReturn:
    @pytest.mark.parametrize(
        "text",
        [
            "Anna Berg flew from Oslo to Vienna on Monday and returned to Oslo on Tuesday.",
            "Anna Berg flew from Oslo to Vienna on Monday. She will fly back to Oslo on Friday.",
            "Anna Berg left Oslo for Vienna on Sunday and arrived in Vienna on Monday. On Tuesday she arrived in Oslo.",
            "Anna Berg drove from Oslo to Vienna. Then she flew home to Oslo.",
        ],
    )
    def test_the_second_time_at_a_place_is_a_stop_of_its_own(self, text):
        assert stops(tell(text)) == ["Oslo", "Vienna", "Oslo"]

    def test_each_of_them_has_its_own_days(self):
        first, _, last = journey(tell("Anna Berg flew from Oslo to Vienna on Monday and returned to Oslo on Tuesday.")).stops
        assert [w.edtf for w in first.depart] == ["2024-05-13"]
        assert [w.edtf for w in last.arrive] == ["2024-05-14"]

    def test_a_place_reached_again_days_after_another_is_two_stops(self):
        told = tell(
            "Anna Berg reached Vienna on 3 May 2024. On 5 May 2024 she arrived in Graz. On 8 May 2024 she arrived in Vienna."
        )
        assert stops(told) == ["Vienna", "Graz", "Vienna"]

    def test_what_left_again_after_a_return_told_later_left_from_it(self):
        told = tell(
            "LISBON, May 15 (Reuters) - Minister Anna Berg flew to Oslo on Wednesday. Berg, who returned to Lisbon from Paris on Monday, met the king."
        )
        assert stops(told) == ["Paris", "Lisbon", "Oslo"]

    def test_a_departure_was_not_from_where_the_trip_only_came_afterwards(self):
        told = tell(
            "Marigold the osprey makes it to Senegal.\n\nMarigold left on 1 May. She roosted outside Rennes that night. She reached Senegal on 12 May."
        )
        assert stops(told)[-1] == "Senegal"

    def test_who_goes_back_and_on_goes_on_from_there(self):
        told = tell(
            "Anna Berg was robbed in Porto on Monday. She flew to Lisbon on Tuesday. She will go back to Porto to fetch her bicycle and ride on to Braga."
        )
        assert stops(told) == ["Porto", "Lisbon", "Porto", "Braga"]

    def test_who_boards_a_bus_left_from_where_he_came_last(self):
        told = tell(
            "Anna Berg left Porto with two bags. She was taken to Lisbon by friends. Two days later she boarded a bus to Madrid."
        )
        assert [leg[:2] for leg in legs(told)] == [("Porto", "Lisbon"), ("Lisbon", "Madrid")]

    def test_who_comes_from_elsewhere_the_day_after_leaving_is_back(self):
        told = tell("The airliner took off from Lisbon on Sunday. It flew from Vienna to Lisbon on Monday.")
        assert stops(told) == ["Lisbon", "Vienna", "Lisbon"]

    @pytest.mark.parametrize(
        "text",
        [
            "Anna Berg arrived in Vienna on Monday. She left Vienna on Tuesday for Prague.",
            "Anna Berg left Vienna for Prague on Tuesday. She had come to Vienna from Oslo on Sunday.",
            "Anna Berg arrived in Vienna on Monday. She arrived in Vienna by train on Tuesday, a rival newspaper said.",
        ],
    )
    def test_coming_and_going_once_is_one_stop(self, text):
        assert stops(tell(text)).count("Vienna") == 1

    def test_a_return_told_before_and_after_the_stops_in_between_is_one(self):
        told = tell(
            "Anna Berg was brought back to Norway on Friday. She had been held in Prague in January 2024. Anna Berg was flown to Norway by the police."
        )
        assert stops(told).count("Norway") == 1

    def test_a_return_told_before_the_departure_is_the_end(self):
        told = tell("Anna Berg has returned to Oslo. Anna Berg left Oslo in May 2023. She visited Prague.")
        assert stops(told) == ["Oslo", "Prague", "Oslo"]

    def test_no_line_goes_from_a_place_to_itself(self):
        told = tell("Anna Berg will arrive in Oslo on May 20, 2024. On May 24, 2024, she will return to Oslo.")
        assert stops(told) == ["Oslo", "Oslo"]
        assert legs(told) == []

    def test_there_on_one_day_and_back_on_the_next_is_a_return(self):
        told = tell("Anna Berg flew from Bergen to Oslo on Monday and back to Bergen on Tuesday.")
        assert stops(told) == ["Bergen", "Oslo", "Bergen"]

    def test_a_plan_told_before_the_departure_is_no_return(self):
        told = tell("Anna Berg is expected to arrive in Prague soon.", "Anna Berg left Prague for Vienna on Tuesday.")
        assert stops(told) == ["Prague", "Vienna"]

    def test_no_place_of_a_stop_is_listed_as_only_mentioned(self):
        told = tell("Anna Berg left Lisbon on Sunday. Lisbon was sunny, and so was Porto.")
        assert mentioned(told) == [("Porto", "place")]
