"""The stops of a trip: one for each place, in order, with their days."""

import pytest

from tests.geo.stories import arrival, departure, journey, statuses, stop, stops, tell


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


def test_towns_that_face_each_other_across_a_border_are_two_stops():
    told = tell("Anna Berg left Kinshasa on Sunday and crossed by ferry to Brazzaville.")
    assert stops(told) == ["Kinshasa", "Brazzaville"]
