"""The stops of a trip: one for each place, in order, with their days."""

import pytest

from tests.geo.stories import PUBLISHED, arrival, departure, journey, legs, mentioned, statuses, stop, stops, tell


class TestOnePlaceOneStop:
    def test_a_place_told_twice_is_one_stop(self):
        told = tell("Anna Berg arrived in Lisbon on Sunday. Anna Berg stayed in Lisbon on Monday and left Lisbon on Tuesday.")
        assert stops(told) == ["Lisbon"]
        assert len(journey(told).stops[0].claims) == 3

    def test_it_keeps_the_words_of_the_text(self):
        told = tell("Anna Berg left Praha on Sunday.")
        (only,) = journey(told).stops
        assert (only.place.name, only.name_in_text) == ("Prague", "Praha")

    def test_an_airport_and_its_city_are_one_stop_and_the_airport_is_pinned(self):
        told = tell("Anna Berg arrived in Larnaca on Monday. Anna Berg left Larnaca airport on Tuesday.")
        (only,) = journey(told).stops
        assert only.place.kind.code == "AIRP"

    def test_who_came_back_to_a_country_did_not_come_back_to_where_he_rested_in_it_before(self):
        told = tell("Anna Berg spent Friday in Bergen and flew to Lisbon on Sunday. Anna Berg arrived back in Norway on Tuesday.")
        assert stops(told) == ["Bergen", "Lisbon", "Norway"]

    def test_who_came_back_to_a_country_by_a_town_in_it_came_back_there(self):
        told = tell("Anna Berg left Lisbon on Sunday. Anna Berg arrived back in Norway on Monday. She landed in Bergen at noon.")
        assert stops(told) == ["Lisbon", "Bergen"]

    @pytest.mark.parametrize(
        "home",
        ["They flew home from Lisbon on Tuesday.", "They returned from Lisbon on Tuesday.", "They sailed home from Lisbon."],
    )
    def test_who_goes_home_from_where_he_came_first_came_back_there(self, home):
        told = tell(
            f"Twelve students flew to Lisbon on Friday and took a bus to Porto. On the way back they stopped in Coimbra. {home}"
        )
        assert stops(told) == ["Lisbon", "Porto", "Coimbra", "Lisbon"]

    def test_who_went_nowhere_else_did_not(self):
        assert stops(tell("Anna Berg flew to Lisbon on Friday. She returned from Lisbon on Tuesday.")) == ["Lisbon"]

    @pytest.mark.parametrize(
        "words",
        [
            "The plane crashed near Porto on Sunday. It was returning from Lisbon.",
            "The bus stopped in Porto on Sunday. It was on its way back from a fair in Lisbon.",
            "Otto Lund landed in Porto on Sunday. He was on his way home from an air show in Lisbon.",
        ],
    )
    def test_from_where_somebody_was_on_the_way_home_comes_before_what_befell_him_there(self, words):
        assert stops(tell(words)) == ["Lisbon", "Porto"]

    def test_a_night_that_was_spent_before_an_arrival_came_after_the_departure(self):
        told = tell(
            "Twelve students left Lisbon on Friday and, after a delay that stranded them in Madrid, reached Paris on Sunday."
        )
        assert stops(told) == ["Lisbon", "Madrid", "Paris"]

    def test_a_way_that_is_told_before_a_departure_was_before_it(self):
        told = tell(
            "The Otago Kestrels spent the winter in Lisbon and drove on to Porto. They took the ferry from Portsmouth to Bilbao."
        )
        assert stops(told) == ["Lisbon", "Porto", "Portsmouth", "Bilbao"]

    def test_where_somebody_flew_home_from_he_came_last(self):
        told = tell("Anna Berg took three days off in Porto and reached Braga on Sunday. She flew home from Lisbon on Monday.")
        assert stops(told) == ["Porto", "Braga", "Lisbon"]

    def test_a_bay_that_a_ship_left_is_a_stop(self):
        told = tell("The tanker Aldous Grey departed Bantry Bay on Sunday and reached Lisbon on Tuesday.")
        assert stops(told) == ["Bantry Bay", "Lisbon"]

    def test_by_what_somebody_flies_home_says_nothing_of_how_he_came_there(self):
        told = tell("Anna Berg flew to Lisbon on Friday and walked to Porto. She flew home from Lisbon on Tuesday.")
        assert [leg.mode for leg in journey(told).legs] == ["foot", "unknown"]

    @pytest.mark.parametrize(
        "words",
        [
            "Anna Berg cancelled her visit to Porto on Monday. She will now travel to Porto on Friday.",
            "She was to have flown to Porto but the trip was called off. She will instead visit Porto in June.",
            "Anna Berg did not travel to Porto on Monday because of fog. She plans to fly to Porto on Thursday.",
        ],
    )
    def test_a_plan_made_anew_holds_against_the_denial_of_the_old_one(self, words):
        assert statuses(tell(f"Anna Berg flew to Lisbon on Sunday. {words}"))["Porto"] == "planned"

    def test_a_plan_that_was_told_before_its_denial_stays_denied(self):
        told = tell(
            "Anna Berg flew to Lisbon on Sunday. She will travel to Porto on Friday. Her visit to Porto on Friday was cancelled."
        )
        assert statuses(told)["Porto"] == "denied"

    def test_numbers_run_from_one(self):
        told = tell("Anna Berg left Lisbon on Sunday, reached Porto on Monday and flew to Prague on Tuesday.")
        assert [s.number for s in journey(told).stops] == [1, 2, 3]


class TestNearPlaces:
    def test_the_airport_that_a_city_is_left_by_is_no_second_stop(self):
        told = tell("Anna Berg left Rome on Monday. She left Fiumicino by plane on Monday morning and landed in Vienna.")
        assert len(stops(told)) == 2

    def test_two_towns_on_a_road_are_two_stops(self):
        told = tell("Anna Berg drove from Rome to Fiumicino on Monday.")
        assert len(stops(told)) == 2

    def test_towns_of_one_leg_are_two_stops_however_near(self):
        told = tell("Anna Berg walked from Arnside to Grange-over-Sands on Monday.")
        assert stops(told) == ["Arnside", "Grange-over-Sands"]


class TestFarNamesakes:
    def test_a_doubtful_small_town_far_from_all_else_is_no_stop(self):
        told = tell("Anna Berg left Nairobi on Sunday. She toured the Horn on Monday. She reached Asmara on Tuesday.")
        assert stops(told) == ["Nairobi", "Asmara"]
        assert [(a, b) for a, b, _ in legs(told)] == [("Nairobi", "Asmara")]

    def test_it_is_one_where_the_trip_is_in_its_country(self):
        told = tell("Anna Berg left Munich for Hamburg on Sunday. She stayed in Horn on Monday. She reached Cologne on Tuesday.")
        assert "Horn" in stops(told)


class TestAreas:
    def test_a_country_folds_into_the_city_that_the_trip_reaches_in_it(self):
        told = tell("Anna Berg arrived in Austria on Monday. She reached Vienna by train on Monday evening.")
        assert stops(told) == ["Vienna"]

    def test_an_area_with_no_city_stays_an_area(self):
        told = tell("Anna Berg arrived in Austria on Monday.")
        (only,) = journey(told).stops
        assert (only.place.name, only.place.is_area) == ("Austria", True)

    def test_an_area_does_not_fold_into_a_city_elsewhere(self):
        told = tell("Anna Berg left Austria on Sunday. She reached Prague on Monday.")
        assert stops(told) == ["Austria", "Prague"]

    def test_an_island_on_the_way_is_a_stop_and_a_country_is_none(self):
        assert stops(tell("Anna Berg sailed from Genoa to Tunis via Malta on Monday.")) == ["Genoa", "Malta", "Tunis"]
        assert stops(tell("Anna Berg drove from Lisbon to Geneva via France on Monday.")) == ["Lisbon", "Geneva"]

    def test_a_sea_that_was_left_for_a_port_is_no_stop(self):
        told = tell("The ferry left Lisbon. It anchored in the Black Sea on Wednesday. It arrived in Istanbul on Friday.")
        assert stops(told) == ["Lisbon", "Istanbul"]

    def test_a_country_folds_into_the_town_that_a_plan_takes_for_granted(self):
        told = tell("Anna Berg arrived in Austria on Monday. After a stop in Vienna she will fly to Prague.")
        assert "Austria" not in stops(told)

    def test_what_happened_in_a_country_has_not_happened_in_a_city_that_is_only_planned(self):
        told = tell("Anna Berg arrived in Austria on Monday. She is expected to travel to Vienna on Friday.")
        assert statuses(told)["Vienna"] == "planned"

    def test_a_country_not_visited_folds_into_its_city_not_visited(self):
        told = tell("Anna Berg will not visit Austria. She cancelled a visit to Vienna on Friday.")
        assert statuses(told) == {"Vienna": "denied"}

    def test_being_under_way_to_a_country_is_not_being_under_way_to_a_city_in_it(self):
        told = tell("Anna Berg left Lisbon for Austria on Sunday. She is expected to travel to Vienna on Friday.")
        assert statuses(told) == {"Lisbon": "happened", "Vienna": "planned"}

    def test_a_country_is_that_of_its_town_told_first_though_only_a_meeting_tells_it(self):
        told = tell("Anna Berg will set out for Austria on Friday, where she will meet the mayor in Vienna and visit Graz.")
        vienna = next(s for s in journey(told).stops if s.place.name == "Vienna")
        assert {c.act for c in told.claims if c.id in vienna.claims} >= {"depart"}


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

    def test_what_has_happened_comes_before_what_is_planned_and_that_before_what_is_possible(self):
        told = tell("Anna Berg may visit Vigo. She is expected to go on to Braga on Friday. She reached Porto on Monday.")
        assert stops(told) == ["Porto", "Braga", "Vigo"]

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


class TestStatus:
    def test_of_several_claims_the_strongest_counts(self):
        told = tell("Anna Berg may visit Porto on Monday. Anna Berg reached Porto on Monday.")
        assert statuses(told) == {"Porto": "happened"}

    def test_a_denial_holds_against_a_plan(self):
        told = tell("Anna Berg will travel to Porto, Reuters said. Anna Berg will not travel to Porto, the palace said.")
        assert statuses(told) == {"Porto": "denied"}

    def test_a_denial_does_not_undo_what_was_seen(self):
        told = tell("Anna Berg arrived in Porto, Reuters said. Anna Berg did not travel to Porto, the palace said.")
        assert statuses(told) == {"Porto": "happened"}

    def test_who_set_off_for_a_place_is_not_there_yet(self):
        assert statuses(tell("Anna Berg left Lisbon for Porto on Monday.")) == {"Lisbon": "happened", "Porto": "under_way"}

    def test_who_is_under_way_has_left(self):
        assert statuses(tell("Anna Berg is travelling to Porto from Lisbon.")) == {"Lisbon": "happened", "Porto": "under_way"}

    def test_the_cue_is_that_of_the_status(self):
        told = tell("Anna Berg may visit Porto, Reuters said. Anna Berg will visit Porto, Kyodo said.")
        told_of = stop(told, "Porto")
        assert (told_of.status, told_of.cue.text) == ("planned", "will")

    def test_who_travels_to_several_countries_is_under_way_to_the_first(self):
        told = tell("Anna Berg is travelling to France, Austria and Italy.")
        assert statuses(told) == {"France": "under_way", "Austria": "planned", "Italy": "planned"}

    def test_an_ocean_on_the_way_to_a_port_is_no_stop(self):
        told = tell("Anna Berg left Lisbon on Monday. She will sail to the Atlantic Ocean. Then she will go on to Recife.")
        assert stops(told) == ["Lisbon", "Recife"]


class TestDays:
    def test_the_finer_of_two_times_that_agree_is_kept(self):
        told = tell("Anna Berg left Lisbon in May, Reuters said. Anna Berg left Lisbon on Monday, Kyodo said.")
        assert departure(told, "Lisbon") == ["2024-05-13"]

    def test_the_days_of_a_plan_give_way_to_those_of_the_fact(self):
        told = tell("Anna Berg will arrive in Porto on Friday, Reuters said. Anna Berg arrived in Porto on Monday, Kyodo said.")
        assert arrival(told, "Porto") == ["2024-05-13"]

    def test_a_departure_without_a_place_leaves_from_the_one_place_that_is_left(self):
        told = tell("Anna Berg left Lisbon by train, Reuters said. Anna Berg left for Porto on Monday, Kyodo said.")
        assert departure(told, "Lisbon") == ["2024-05-13"]


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

    def test_a_plan_told_before_the_departure_is_no_return(self):
        told = tell("Anna Berg is expected to arrive in Prague soon.", "Anna Berg left Prague for Vienna on Tuesday.")
        assert stops(told) == ["Prague", "Vienna"]

    def test_no_place_of_a_stop_is_listed_as_only_mentioned(self):
        told = tell("Anna Berg left Lisbon on Sunday. Lisbon was sunny, and so was Porto.")
        assert mentioned(told) == [("Porto", "place")]


def test_towns_that_face_each_other_across_a_border_are_two_stops():
    told = tell("Anna Berg left Kinshasa on Sunday and crossed by ferry to Brazzaville.")
    assert stops(told) == ["Kinshasa", "Brazzaville"]


class TestWhatLiesInOneAnother:
    def test_the_day_of_a_country_is_that_of_the_town_named_with_it(self):
        told = tell(
            "Anna Berg signed deals in Lyon on Tuesday. Berg began her trip by visiting a factory in France's southern city of Nice on Monday."
        )
        assert stops(told) == ["Nice", "Lyon"]

    def test_a_county_is_no_stop_beside_its_own_town(self):
        assert stops(
            tell("The ship arrived on Monday in Felixstowe in south-eastern England's Suffolk. She sailed on to Oslo.")
        ) == ["Felixstowe", "Oslo"]

    def test_nor_is_a_part_of_the_world_beside_a_town_in_it(self):
        told = tell("Anna Berg left Oslo on Monday and headed for East Africa. She is to spend five hours in Nairobi on Tuesday.")
        assert stops(told) == ["Oslo", "Nairobi"]
