"""The order of travel where the telling is another: result first, looking back, before and after."""

import pytest

from tests.geo.stories import journey, legs, stops, tell


class TestLookingBack:
    @pytest.mark.parametrize(
        "text",
        [
            "Anna Berg flew to Vienna after visiting Prague.",
            "After visiting Prague, Anna Berg flew to Vienna.",
            "Anna Berg visited Prague before flying to Vienna.",
            "Before flying to Vienna, Anna Berg visited Prague.",
            "Anna Berg arrived in Vienna, having left Prague.",
            "Anna Berg arrived in Vienna on Monday, having spent the weekend in Prague.",
            "Anna Berg arrived in Vienna on Monday, having visited Prague.",
            "Anna Berg arrived in Vienna on Monday. On her way there she stopped in Prague.",
            "A coach reached Vienna late on Sunday. En route it had stopped in Prague.",
            "Anna Berg arrived in Vienna on Monday. On the way she paused in Prague.",
            "Anna Berg arrived in Vienna. She had left Prague by train.",
            "En route to Vienna on Friday, Anna Berg plans to stop in Prague for talks.",
            "Anna Berg arrived in Vienna on Monday. Earlier in the day she met the mayor in Prague.",
            "Anna Berg visited Vienna on Monday. Prior to that she was in Prague.",
            "Anna Berg visited Vienna on Monday. On Friday she had been in Prague.",
            "Anna Berg visited Vienna on Friday, after being in Prague on Wednesday.",
            "Anna Berg arrived in Vienna on Monday. A day earlier she visited Prague.",
            "Anna Berg is in Vienna. Earlier this week she visited Prague.",
            "Anna Berg, who earlier in the day spoke with the mayor in Prague, landed in Vienna on Monday.",
            "Anna Berg flew to Vienna on the last leg of her trip. In Prague, her previous stop, Berg met the mayor.",
            "Anna Berg arrived in Vienna on Monday after a visit to Austria's neighbours during which she met the mayor of Prague in Prague.",
        ],
    )
    def test_what_was_done_before_comes_first(self, text):
        assert stops(tell(text)) == ["Prague", "Vienna"]

    @pytest.mark.parametrize(
        "text",
        [
            "Anna Berg arrived in Vienna on Monday. She came from Prague, where she met the mayor. The day before that she was in Oslo.",
            "Anna Berg visited Vienna on Monday. Before that she was in Prague. Before that, she spent two days in Oslo.",
            "Anna Berg opened a shop in Vienna on Monday after flying in from Prague. The night before, she attended a premiere in Oslo.",
            "Anna Berg arrived in Vienna on Monday. The day before she was in Prague for talks. Earlier on her tour she visited Oslo.",
            "Anna Berg was arrested in Vienna on Monday. She had flown there from Prague the day before. Before that she had spent a month in Oslo.",
        ],
    )
    def test_before_that_steps_back_from_what_was_told_last(self, text):
        assert stops(tell(text)) == ["Oslo", "Prague", "Vienna"]

    def test_before_that_steps_back_within_a_list_too(self):
        told = tell("Anna Berg landed in Lagos on Monday. Two days earlier she had been in Abidjan, and before that in Dakar.")
        assert stops(told) == ["Dakar", "Abidjan", "Lagos"]

    def test_what_comes_days_before_somebody_else_steps_back_from_nothing(self):
        told = tell("Anna Berg was in Oslo. She left Oslo a few days before the mayor and arrived in Prague on Monday.")
        assert stops(told) == ["Oslo", "Prague"]

    def test_what_had_been_done_comes_first_where_the_rest_of_the_sentence_is_to_come(self):
        told = tell("Anna Berg landed in Prague on Monday. Berg had spent two days in Oslo, and is expected in Vienna on Friday.")
        assert stops(told) == ["Oslo", "Prague", "Vienna"]

    def test_who_came_from_a_place_after_another_came_to_where_the_story_is(self):
        told = tell("Anna Berg landed in Vienna on Monday. She has flown in from Prague after first visiting Oslo.")
        assert [leg[:2] for leg in legs(told)] == [("Oslo", "Prague"), ("Prague", "Vienna")]

    @pytest.mark.parametrize(
        "text",
        [
            "Anna Berg flew from Oslo to Tokyo on Monday. Her plane refuelled in Anchorage.",
            "Anna Berg left Oslo on Sunday and landed in Tokyo on Monday. The plane made a refuelling stop in Anchorage.",
            "Anna Berg arrived in Tokyo from Oslo. She had visited Anchorage on the way.",
            "Anna Berg will fly from Oslo to Tokyo, stopping in Anchorage.",
        ],
    )
    def test_where_a_way_is_broken_lies_between_its_ends(self, text):
        told = tell(text)
        assert stops(told) == ["Oslo", "Anchorage", "Tokyo"]
        assert [leg[:2] for leg in legs(told)] == [("Oslo", "Anchorage"), ("Anchorage", "Tokyo")]

    def test_a_list_of_visits_keeps_its_order_where_one_country_is_told_closer(self):
        told = tell(
            "Anna Berg returned to Oslo on Tuesday after visits to Spain, Argentina and Portugal, and attending a summit in Buenos Aires. "
            "When she left Lisbon on Monday, the mayor saw her off."
        )
        assert stops(told) == ["Spain", "Buenos Aires", "Lisbon", "Oslo"]

    @pytest.mark.parametrize(
        "text",
        [
            "A jet diverted to Vienna on its way from Oslo to Rome. It later continued to Rome.",
            "A plane landed in Vienna after leaving Oslo for Rome. It later flew on to Rome.",
            "A plane on its way from Oslo to Rome made an emergency landing in Vienna. The aircraft continued to Rome three hours later.",
        ],
    )
    def test_where_a_jet_flew_on_from_lies_on_its_way(self, text):
        assert stops(tell(text)) == ["Oslo", "Vienna", "Rome"]

    def test_sentences_of_two_articles_are_two_wherever_they_stand(self):
        told = tell("Anna Berg landed in Vienna on Monday.", "Anna Berg left Prague on Sunday.")
        assert stops(told) == ["Prague", "Vienna"]

    def test_what_is_called_a_later_stop_elsewhere_comes_after_what_is_told_behind_it(self):
        told = tell(
            "Anna Berg arrived in Vienna on Monday. Austria is the third leg of her tour. She visited Denmark and Poland. She will also visit Italy "
            "after her Austria tour."
        )
        assert stops(told) == ["Denmark", "Poland", "Vienna", "Italy"]
        assert [leg[:2] for leg in legs(told)][-1] == ("Vienna", "Italy")

    @pytest.mark.parametrize(
        "text",
        [
            "On her way to Vienna, Anna Berg will visit Prague on Friday.",
            "Anna Berg will sign a treaty during a visit to Vienna on May 29. On her way to Austria, she will visit Prague on May 26.",
        ],
    )
    def test_what_is_visited_on_the_way_comes_first(self, text):
        assert stops(tell(text)) == ["Prague", "Vienna"]

    def test_how_a_tour_begins_is_its_first_stop(self):
        told = tell(
            "Anna Berg signed deals in Vienna. Berg began her trip by visiting the headquarters of a firm in the city of Prague. She flies to Rome today."
        )
        assert stops(told)[0] == "Prague"

    def test_a_visit_before_another_movement_does_not_have_its_day(self):
        told = tell("Anna Berg flew home to Oslo on Monday after a visit to Prague.")
        assert journey(told).stops[0].arrive == ()

    def test_what_had_been_done_keeps_its_own_order(self):
        told = tell("Anna Berg arrived in Vienna on Monday. She had left Oslo on Sunday and had stopped in Prague.")
        assert stops(told) == ["Oslo", "Prague", "Vienna"]

    def test_whom_somebody_had_met_there_leaves_it_what_had_been_done(self):
        told = tell("Anna Berg arrived in Vienna. She had flown to Prague, where she met the mayor.")
        assert stops(told) == ["Prague", "Vienna"]

    def test_an_arrival_told_again_is_no_earlier_one(self):
        told = tell(
            "Anna Berg sailed into Lisbon yesterday. She set sail from Bergen to Oslo on 26 December. On 3 January she set sail for Hamburg, on to "
            "Brest, then headed south and then on to Lisbon. Her mother said that she was pleased to hear she had made it to Lisbon.",
            published=None,
        )
        assert stops(told) == ["Bergen", "Oslo", "Hamburg", "Brest", "Lisbon"]

    def test_what_is_told_on_from_an_earlier_day_comes_before_the_day_told_first(self):
        told = tell(
            "Anna Berg landed in Vienna on Wednesday. Berg was taken to Oslo on Monday. She was then driven to Bergen and flown to Prague."
        )
        assert stops(told) == ["Oslo", "Bergen", "Prague", "Vienna"]

    def test_who_called_somewhere_before_that_did_not_break_the_way_told_before(self):
        told = tell("The yacht Marigold reached Lisbon on Monday. She had come from Brest. Before that she called at Cork.")
        assert stops(told) == ["Cork", "Brest", "Lisbon"]


class TestResultFirst:
    NEWS = "The yacht Marigold has reached Lisbon. The Marigold sailed from Bergen in May. She called at Aberdeen and at Cork."

    def test_the_result_comes_last(self):
        assert stops(tell(self.NEWS)) == ["Bergen", "Aberdeen", "Cork", "Lisbon"]

    def test_the_legs_follow_the_order_of_travel(self):
        assert [(a, b) for a, b, _ in legs(tell(self.NEWS))] == [("Bergen", "Aberdeen"), ("Aberdeen", "Cork"), ("Cork", "Lisbon")]

    def test_a_return_told_first_comes_last(self):
        told = tell("Anna Berg cut short her tour and returned to Oslo. She spoke in Vienna. She stopped in Prague.")
        assert stops(told) == ["Vienna", "Prague", "Oslo"]

    def test_a_return_told_first_is_not_the_end_where_it_goes_on_again(self):
        told = tell("The airliner returned to Lisbon on Sunday morning. It took off again and later landed in Vienna.")
        assert stops(told) == ["Lisbon", "Vienna"]

    def test_a_return_told_before_what_had_been_done_and_what_came_to_nothing(self):
        told = tell(
            "Anna Berg cut short her tour and returned to Oslo. She had spent Monday in Vienna, where she met the mayor. "
            "A stop in Lisbon was cancelled. She stopped in Prague."
        )
        assert [s for s in stops(told) if s != "Lisbon"] == ["Vienna", "Prague", "Oslo"]

    def test_a_departure_in_a_headline_is_no_result(self):
        told = tell(
            "Minister Anna Berg leaves for Scandinavia.\n\nAnna Berg left Lisbon on Sunday on a trip to Scandinavia. "
            "She will visit Oslo before returning to Lisbon on May 22, 2024."
        )
        assert stops(told) == ["Lisbon", "Oslo", "Lisbon"]
        assert [s.status for s in journey(told).stops] == ["happened", "planned", "planned"]

    def test_an_arrival_that_is_left_again_stays_before_what_follows(self):
        told = tell("Anna Berg has arrived in Vienna. She left Vienna for Prague and reached Brno.")
        assert stops(told)[0] == "Vienna"

    def test_a_departure_dated_before_the_arrival_began_the_trip(self):
        told = tell("Anna Berg landed in Vienna on Monday. She took off on Saturday and stopped in Prague and in Brno.")
        assert stops(told) == ["Prague", "Brno", "Vienna"]

    def test_a_tour_that_is_told_from_its_beginning_after_its_end(self):
        told = tell(
            "Anna Berg ended her tour in Vienna. She began the trip in Oslo and flew from there to Prague. She then visited Brno."
        )
        assert stops(told) == ["Oslo", "Prague", "Brno", "Vienna"]

    def test_days_tell_that_what_is_told_first_came_first(self):
        told = tell(
            "Anna Berg arrived in Lisbon on May 2 and travelled to Porto. On May 5 she reached Vigo. From Vigo she went to Prague, arriving on May 9."
        )
        assert stops(told) == ["Lisbon", "Porto", "Vigo", "Prague"]


class TestSeveralPlans:
    def test_a_list_keeps_its_order(self):
        told = tell("Anna Berg plans to visit Rome. She will visit Vienna, Prague and Rome on her tour.")
        names = stops(told)
        assert names.index("Vienna") < names.index("Prague") < names.index("Rome")

    def test_what_is_planned_after_another_trip_comes_after_it(self):
        told = tell("Anna Berg will travel to Rome after her trip to Vienna. She will visit Vienna from 20 to 22 May 2024.")
        assert stops(told) == ["Vienna", "Rome"]

    def test_dated_plans_told_one_after_the_other_are_joined(self):
        told = tell("Anna Berg will arrive in Rome on 3 June 2024. She will visit Vienna and fly to Oslo.")
        assert [(a, b) for a, b, _ in legs(told)] == [("Rome", "Vienna"), ("Vienna", "Oslo")]

    def test_a_plan_that_goes_on_is_joined(self):
        told = tell("Anna Berg will travel to Rome. She will then fly to Oslo.")
        assert legs(told) == [("Rome", "Oslo", "plane")]


class TestLatestStop:
    def test_what_is_told_after_the_latest_stop_of_a_tour_came_before_it(self):
        told = tell(
            "Envoy Anna Berg arrived in Vienna on Wednesday, the latest stop of her tour.\n\n"
            "Berg met the mayor in Prague, then flew to Budapest to meet the president."
        )
        assert stops(told) == ["Prague", "Budapest", "Vienna"]
        assert [leg[:2] for leg in legs(told)] == [("Prague", "Budapest"), ("Budapest", "Vienna")]

    def test_but_not_what_is_dated_after_it(self):
        told = tell("Anna Berg arrived in Vienna on Monday, the second stop of her tour. She flew to Budapest on Tuesday.")
        assert stops(told) == ["Vienna", "Budapest"]

    def test_a_plan_for_a_country_puts_no_town_of_it_before_the_way_there(self):
        told = tell("Anna Berg will leave for Austria. She will travel to Munich via Paris. She will then fly to Vienna.")
        assert stops(told) == ["Paris", "Munich", "Vienna"]


class TestTours:
    def test_each_leg_of_a_planned_tour_starts_where_the_one_before_it_ended(self):
        told = tell(
            "Anna Berg will leave for Prague on Friday. Then she will leave for Vienna. She will then leave Vienna for Lisbon.",
        )
        assert stops(told) == ["Prague", "Vienna", "Lisbon"]

    def test_an_arrival_in_a_country_dated_before_the_departure_from_its_town_was_there(self):
        told = tell("Envoy Anna Berg leaves Vienna suddenly\n\nThe envoy arrived in Austria on Tuesday from Lisbon.")
        assert [leg[:2] for leg in legs(told)] == [("Lisbon", "Vienna")]

    def test_a_continent_is_no_stop_of_a_tour(self):
        assert stops(tell("Anna Berg flew to Europe on Monday. She reached Vienna on Tuesday and Prague on Wednesday.")) == [
            "Vienna",
            "Prague",
        ]

    def test_what_is_told_of_a_flight_in_passing_came_before_its_diversion(self):
        told = tell(
            "Two men were arrested after the Nordair flight, which took off from Prague, was diverted to Vienna on Monday."
        )
        assert stops(told) == ["Prague", "Vienna"]

    def test_each_town_of_a_list_of_countries_is_visited_while_in_its_country(self):
        told = tell(
            "Anna Berg will visit Prague, Austria and Portugal. She will open a fair in Vienna on Friday. She will go to Lisbon. She will also meet "
            "officials in Graz."
        )
        assert stops(told) == ["Prague", "Vienna", "Graz", "Lisbon"]

    def test_a_stop_on_the_way_to_a_country_comes_before_the_towns_in_it(self):
        told = tell(
            "Anna Berg travelled from Paris to Italy, making a stop in Lyon. She arrived in Italy and visited Turin and Rome."
        )
        assert stops(told) == ["Paris", "Lyon", "Turin", "Rome"]

    def test_leaving_a_country_is_leaving_the_town_in_it(self):
        told = tell("Anna Berg left Austria on foot and reached Prague on Monday. She spent the night before in Linz.")
        assert stops(told) == ["Linz", "Prague"]

    def test_a_return_told_first_ends_a_tour_that_is_to_come(self):
        told = tell(
            "Anna Berg will visit three nations on her tour before returning to Oslo. She will visit Prague, Vienna and Graz."
        )
        assert stops(told) == ["Prague", "Vienna", "Graz", "Oslo"]


class TestLead:
    """Where the news finds somebody is the end of what it then tells of him."""

    BETWEEN = "He said on arrival that the talks about the dam, the canal and the fish of the lake had been open and useful, and that more would follow when all had slept."

    def test_what_is_told_far_behind_the_lead_came_before_it(self):
        text = (
            f"Otto Berg flew into Hanoi on Monday. {self.BETWEEN} He also made a surprise trip to Manila. He also visited Cebu."
        )
        assert [s.place.name for s in journey(tell(text)).stops] == ["Manila", "Cebu City", "Hanoi"]

    def test_what_is_told_right_behind_it_came_after_it(self):
        assert [s.place.name for s in journey(tell("Otto Berg flew into Hanoi on Monday. He visited Manila.")).stops] == [
            "Hanoi",
            "Manila",
        ]

    @pytest.mark.parametrize("then", ["He later flew to Manila.", "He flew on to Manila.", "On Tuesday he flew to Manila."])
    def test_words_and_days_of_going_on_are_heeded(self, then):
        text = f"Otto Berg flew into Hanoi on Monday. {self.BETWEEN} {then}"
        assert [s.place.name for s in journey(tell(text)).stops] == ["Hanoi", "Manila"]
