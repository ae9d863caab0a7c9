"""The stops of a trip in order: by what claims say, by what has happened, by days, and by where a whole trip goes."""

import pytest

from tests.geo.stories import PUBLISHED, journey, legs, stops, tell


class TestOrder:
    @pytest.mark.parametrize(
        "text",
        [
            "Anna Berg left Lisbon on Sunday and reached Porto on Monday.",
            "Anna Berg reached Porto on Monday. She had left Lisbon on Sunday.",
            "Anna Berg travelled to Porto from Lisbon on Monday.",
        ],
    )
    def test_it_is_that_of_the_travel_and_not_of_the_telling(self, text):
        assert stops(tell(text)) == ["Lisbon", "Porto"]

    def test_what_has_happened_comes_before_what_is_to_come_and_that_in_the_order_of_the_telling(self):
        told = tell("Anna Berg may visit Vigo. She is expected to go on to Braga. She reached Porto on Monday.")
        assert stops(told) == ["Porto", "Vigo", "Braga"]

    @pytest.mark.parametrize(
        "text",
        [
            "The yacht Petrel sank on Monday. She had called at Porto and Vigo. She had left Brest with a crew of four.",
            "Anna Berg called at Porto on Monday and at Vigo on Tuesday. She was in Lisbon on Friday. She had left Brest alone.",
        ],
    )
    def test_where_somebody_left_is_told_last_and_came_first(self, text):
        assert stops(tell(text))[0] == "Brest"

    @pytest.mark.parametrize(
        ("text", "there"),
        [
            ("The ship left Oslo on Monday. It called at Bergen on Tuesday. It left Stavanger.", ["Oslo", "Bergen", "Stavanger"]),
            ("Anna Berg flew from Oslo to Vienna. She visited Graz. Finally, she left Linz.", ["Oslo", "Vienna", "Graz", "Linz"]),
        ],
    )
    def test_but_not_where_the_way_is_told_from_its_start_on(self, text, there):
        assert stops(tell(text)) == there

    def test_nor_where_another_article_tells_of_it(self):
        told = tell("Anna Berg flew from Oslo to Vienna on Monday. She visited Graz on Tuesday.", "Anna Berg has left Linz.")
        assert stops(told)[-1] == "Linz"

    @pytest.mark.parametrize(
        ("text", "there"),
        [
            (
                "Anna Berg was in Oslo on Monday. She may visit Vienna later. She will visit Graz on Friday.",
                ["Oslo", "Graz", "Vienna"],
            ),
            ("Anna Berg may later visit Prague. She will leave Oslo for Graz on Friday.", ["Oslo", "Graz", "Prague"]),
        ],
    )
    def test_what_is_possible_some_day_comes_after_a_plan_with_a_day(self, text, there):
        assert stops(tell(text)) == there

    def test_a_stop_told_early_comes_where_the_way_to_it_is_told(self):
        told = tell(
            "Anna Berg was in Graz on her birthday. Anna Berg rested in Vienna. She slept in Linz and then took a train to Graz."
        )
        assert stops(told) == ["Vienna", "Linz", "Graz"]

    def test_what_may_be_does_not_put_in_order_what_happened(self):
        told = tell(
            "Anna Berg stayed in Prague on May 1, 2024. She flew to Oslo on May 3, 2024. Anna Berg may flee from Oslo to Prague."
        )
        assert stops(told) == ["Prague", "Oslo"]

    def test_what_is_left_later_was_not_reached_later(self):
        told = tell(
            "Anna Berg returned to Lisbon on Monday. She has four days at home before she leaves again on Friday for Madrid, where she meets the king."
        )
        assert stops(told) == ["Lisbon", "Madrid"]

    def test_without_dates_it_is_that_of_the_telling(self):
        told = tell("Anna Berg visited Lisbon. She then went to Porto. She then went to Braga.")
        assert stops(told) == ["Lisbon", "Porto", "Braga"]

    @pytest.mark.parametrize("published", [None, PUBLISHED])
    def test_days_without_a_year_go_on_over_new_year(self, published):
        told = tell("The travellers were in Oslo on January 3. They had left Bergen on December 26.", published=published)
        assert stops(told) == ["Bergen", "Oslo"]


class TestEndsOfATour:
    def test_where_a_tour_will_end_is_the_last_stop(self):
        told = tell("Anna Berg will end her tour with a trip to Vienna. She will travel to Prague and Oslo.")
        assert stops(told) == ["Prague", "Oslo", "Vienna"]

    def test_what_a_tour_has_taken_in_came_before_the_stop_where_it_is(self):
        told = tell("Anna Berg arrived in Lima on Monday. Her tour opened in Quito on Friday and has taken in Cuenca and Piura.")
        assert stops(told) == ["Quito", "Cuenca", "Piura", "Lima"]

    def test_where_it_begins_is_the_first(self):
        told = tell("Anna Berg will travel to Prague and Oslo. She will begin the trip in Vienna.")
        assert stops(told) == ["Vienna", "Prague", "Oslo"]

    def test_the_town_that_it_begins_from_is_the_first_too(self):
        told = tell("Anna Berg will sail to Vigo and Porto. Berg, who begins her trip from Brest next month, is 23.")
        assert stops(told) == ["Brest", "Vigo", "Porto"]

    def test_a_trip_to_a_region_does_not_end_at_its_first_town(self):
        told = tell(
            "Anna Berg will leave Washington on Sunday. Her trip to the Middle East is one of exploration. She will be in Tel Aviv and then fly to "
            "Cairo. She will then be in Damascus and in Baghdad."
        )
        assert stops(told) == ["Washington", "Tel Aviv", "Cairo", "Damascus", "Baghdad"]

    def test_what_is_called_a_later_stop_without_a_word_of_travel_comes_last(self):
        told = tell(
            "Anna Berg arrived in Vienna on Monday for talks. Austria is the last stop of her tour. She visited Oslo and Prague."
        )
        assert stops(told) == ["Oslo", "Prague", "Vienna"]

    @pytest.mark.parametrize(
        "text",
        [
            "Anna Berg will travel to Prague on a tour that begins in Oslo on Monday. The tour ends in Vienna.",
            "Anna Berg is to land in Oslo on Friday and will go to Prague on Saturday. The journey will end in Vienna. She returns to Lisbon on Sunday.",
        ],
    )
    def test_a_tour_begins_and_ends_at_its_ends(self, text):
        assert stops(tell(text))[:3] == ["Oslo", "Prague", "Vienna"]


class TestWhatIsToCome:
    def test_the_destination_of_the_whole_trip_is_its_last_stop(self):
        told = tell("Anna Berg is cycling from Oslo to Rome. She has reached Hamburg. She will go on to Munich on Friday.")
        assert stops(told) == ["Oslo", "Hamburg", "Munich", "Rome"]

    def test_a_goal_that_is_told_ahead_and_again_comes_where_it_is_told_again(self):
        told = tell(
            "Secretary Henry Berg will leave Washington on Sunday on a trip to meet the foreign minister in Geneva. Berg will be in Tel Aviv "
            "and then fly to Cairo for a day. The stops will be followed by his stopover in Bonn and then he will go to Geneva."
        )
        assert stops(told) == ["Washington", "Tel Aviv", "Cairo", "Bonn", "Geneva"]

    def test_days_to_come_are_in_order_whatever_their_certainty(self):
        told = tell(
            "Anna Berg arrived in Oslo. She is expected to go to Rome on 3 June 2024. She may visit Hamburg on 20 May 2024."
        )
        assert [(s.place.name, s.status) for s in journey(told).stops[1:]] == [("Hamburg", "possible"), ("Rome", "planned")]

    def test_a_dated_visit_on_the_same_trip_is_joined_by_a_leg(self):
        told = tell("Anna Berg arrived in Oslo on Monday. She will visit Bergen on Friday.")
        assert legs(told) == [("Oslo", "Bergen", "unknown")]

    def test_visits_months_apart_are_not(self):
        assert legs(tell("Anna Berg will visit Oslo on 20 May 2024. She plans to visit Bergen on 3 October 2024.")) == []


class TestWholeTrips:
    def test_the_end_comes_after_the_stops_on_the_way(self):
        told = tell(
            "One family's journey from Lisbon to Vienna\n\nThe family left in April. The family stopped in Madrid, then travelled to Lyon."
        )
        assert stops(told) == ["Lisbon", "Madrid", "Lyon", "Vienna"]

    def test_the_way_back_is_not_the_whole_trip(self):
        told = tell(
            "Anna Berg walked from Faro to Lisbon. She made the train journey back to Paris from Lisbon. She took another train to Lyon."
        )
        assert stops(told) == ["Faro", "Lisbon", "Paris", "Lyon"]

    def test_but_not_of_a_stop_beyond_it(self):
        assert stops(tell("Anna Berg flew from Lisbon to Madrid on Sunday. She travelled to Vienna.")) == [
            "Lisbon",
            "Madrid",
            "Vienna",
        ]


class TestGoalToldFirst:
    def test_the_goal_comes_after_the_stops_on_the_way_there(self):
        told = tell(
            "I fled Lisbon. My journey to Warsaw took six months. First I went to Madrid. From there I was driven to Lyon, and I walked to Berlin."
        )
        assert stops(told) == ["Lisbon", "Madrid", "Lyon", "Berlin", "Warsaw"]

    def test_one_stop_that_is_told_after_it_may_have_followed_it(self):
        assert stops(tell("I left Lisbon in May. My journey to Warsaw took a week. I went to Berlin.")) == [
            "Lisbon",
            "Warsaw",
            "Berlin",
        ]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg could fly to Kyiv, but will first speak in Warsaw on Friday.",
        "Anna Berg may visit Kyiv later and will be in Warsaw on Friday.",
        "Anna Berg, who may go on to Kyiv, will be in Warsaw on Friday.",
        "Asked if she may go to Kyiv, Anna Berg said she will be in Warsaw on Friday.",
    ],
)
def test_words_for_the_order_count_more_than_where_a_possible_stop_is_told(text):
    assert stops(tell(text)) == ["Warsaw", "Kyiv"]
