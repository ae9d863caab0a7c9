"""The lines between stops: only where somebody says that the traveller moved, and no more certain than their ends."""

import pytest

import geo
from tests.geo.stories import journey, legs, tell


def certain(told):
    return [leg.status for leg in journey(told).legs]


def test_who_will_visit_another_place_goes_there_from_where_he_is():
    assert ("Quito", "Lima", "unknown") in legs(tell("Anna Berg arrived in Quito at the start of a tour. She will visit Lima."))
    assert ("Quito", "Lima", "unknown") in legs(
        tell("Anna Berg arrived in Quito on Monday. On Friday she will hold talks in Lima.")
    )


class TestWhere:
    def test_a_leg_joins_what_one_claim_joins(self):
        assert legs(tell("Anna Berg travelled from Lisbon to Porto on Monday.")) == [("Lisbon", "Porto", "unknown")]

    def test_a_leg_joins_a_departure_and_the_next_arrival(self):
        assert legs(tell("Anna Berg left Lisbon on Sunday. She arrived in Porto on Monday.")) == [("Lisbon", "Porto", "unknown")]

    def test_no_leg_joins_the_places_from_which_several_came(self):
        assert legs(tell("Divers came from Lisbon, Porto and Braga on Monday.")) == []

    def test_one_stop_has_no_leg(self):
        assert legs(tell("Anna Berg arrived in Porto on Monday.")) == []

    def test_there_is_no_leg_from_a_place_that_was_only_possible(self):
        told = tell("Anna Berg left Lisbon on Sunday. She may visit Vigo. She may go on to Prague.")
        assert all(start == "Lisbon" for start, _, _ in legs(told))

    def test_a_list_of_what_is_possible_is_a_possible_way_and_one_of_alternatives_is_none(self):
        oslo = "Anna Berg left Oslo on Monday."
        assert legs(tell(f"{oslo} She may visit Vienna, Graz and Linz."))[1:] == [
            ("Vienna", "Graz", "unknown"),
            ("Graz", "Linz", "unknown"),
        ]
        for alternatives in ("Vienna, Graz or Linz", "one of Vienna, Graz and Linz"):
            assert [leg[:2] for leg in legs(tell(f"{oslo} She may visit {alternatives}."))] == [("Oslo", "Vienna")]
        assert len(legs(tell(f"{oslo} She may visit Vienna, Graz and Linz for a day or two."))) == 3

    def test_who_is_visiting_one_place_and_will_then_visit_another_goes_there(self):
        told = tell("Anna Berg is travelling to Lisbon. Then she will visit Porto.")
        assert legs(told) == [("Lisbon", "Porto", "unknown")]

    def test_who_is_somewhere_now_went_there_from_where_he_was(self):
        assert legs(tell("Anna Berg flew to Lima on Sunday. She is currently in Quito.")) == [("Lima", "Quito", "unknown")]

    def test_the_plan_of_a_tour_goes_on_from_stop_to_stop(self):
        told = tell("Anna Berg will begin her tour in Prague. She will go to Vienna for talks. She will visit Graz.")
        assert [(a, b) for a, b, _ in legs(told)] == [("Prague", "Vienna"), ("Vienna", "Graz")]

    def test_plans_told_one_after_the_other_are_joined(self):
        told = tell("Anna Berg will visit Prague. She will go to Vienna for talks. She will visit Graz.")
        assert [(a, b) for a, b, _ in legs(told)] == [("Prague", "Vienna"), ("Vienna", "Graz")]

    def test_where_somebody_will_not_go_on_to_is_denied_from_where_he_came(self):
        told = tell("Anna Berg left Lisbon on Monday and arrived in Porto on Tuesday. She denied that she would go on to Prague.")
        assert [(a, b) for a, b, _ in legs(told)] == [("Lisbon", "Porto"), ("Porto", "Prague")]

    def test_plans_that_are_months_apart_are_two_trips(self):
        assert legs(tell("Anna Berg will visit Prague on Friday. She will visit Vienna in November.")) == []

    def test_a_plan_to_depart_leaves_from_the_stop_planned_before_it(self):
        told = tell("Anna Berg plans to visit Prague. She will depart for Vienna after talks.")
        assert legs(told) == [("Prague", "Vienna", "unknown")]

    @pytest.mark.parametrize(
        "text",
        [
            "Anna Berg will visit Prague, Vienna and Graz, in that order.",
            "Anna Berg will visit Prague, followed by Vienna and Graz.",
            "Anna Berg will visit Prague, Vienna and Graz before returning to Lisbon.",
        ],
    )
    def test_a_list_in_the_order_of_travel_is_a_way(self, text):
        assert [(a, b) for a, b, _ in legs(tell(text))][:2] == [("Prague", "Vienna"), ("Vienna", "Graz")]

    def test_words_of_sequence_join_plans(self):
        told = tell("Anna Berg will visit Prague. After that, she will go to Vienna. Lastly, she will go to Graz.")
        assert [(a, b) for a, b, _ in legs(told)] == [("Prague", "Vienna"), ("Vienna", "Graz")]

    def test_a_list_of_plans_is_a_planned_way(self):
        told = tell("Anna Berg will visit Prague, Vienna and Graz.")
        assert [leg.status for leg in told.journeys[0].legs] == ["planned", "planned"]

    def test_who_left_for_an_area_goes_to_its_first_stop(self):
        told = tell("Anna Berg left Lisbon for the Middle East on Sunday. She will visit Oman and then Qatar.")
        assert [(a, b) for a, b, _ in legs(told)] == [("Lisbon", "Oman"), ("Oman", "Qatar")]

    def test_an_area_named_again_does_not_come_between_two_stops_of_a_tour(self):
        told = tell("Anna Berg will start her trip in Prague. After a tour of Scandinavia, she will visit Oslo.")
        assert [(a, b) for a, b, _ in legs(told)] == [("Prague", "Oslo")]

    def test_a_plan_within_known_days_goes_on_also_to_where_only_a_meeting_is_told(self):
        told = tell(
            "Anna Berg will travel to Africa from July 31 to August 10. She will go to Senegal for talks. In Uganda, she will meet the president. She will go to Kenya."
        )
        assert [(a, b) for a, b, _ in legs(told)] == [("Senegal", "Uganda"), ("Uganda", "Kenya")]

    def test_where_a_tour_will_end_is_its_next_stop(self):
        told = tell("Anna Berg arrived in Vienna on Monday. She is expected to end her tour in Prague on Friday.")
        assert legs(told) == [("Vienna", "Prague", "unknown")]

    def test_nobody_came_from_where_he_did_not_get(self):
        told = tell("Anna Berg returned to Oslo on Monday night, hours after leaving for Porto.")
        assert ("Porto", "Oslo") not in [(a, b) for a, b, _ in legs(told)]

    def test_there_is_no_line_between_two_travellers(self):
        told = tell("Anna Berg left Lisbon for Porto on Monday. Otto Kranz left Prague for Vienna on Monday.")
        ends = [{s.id for s in j.stops} for j in told.journeys]
        assert len(ends) == 2
        assert all({leg.origin, leg.destination} <= ends[n] for n, j in enumerate(told.journeys) for leg in j.legs)


class TestMode:
    def test_each_leg_has_its_own(self):
        told = tell("Anna Berg sailed from Bergen to Aberdeen on 3 May 2024 and drove from Aberdeen to Inverness on 5 May 2024.")
        assert legs(told) == [("Bergen", "Aberdeen", "ship"), ("Aberdeen", "Inverness", "car")]

    def test_a_departure_by_train_makes_the_arrival_one_by_train(self):
        told = tell("Anna Berg left Lisbon by train on Sunday. She arrived in Porto on Monday.")
        assert legs(told) == [("Lisbon", "Porto", "train")]

    def test_it_does_not_spread_to_the_next_leg(self):
        told = tell("Anna Berg travelled from Lisbon to Porto by train. She will go on to Prague on Friday.")
        assert legs(told) == [("Lisbon", "Porto", "train"), ("Porto", "Prague", "unknown")]


class TestCertainty:
    def test_a_leg_is_as_certain_as_its_end(self):
        told = tell("Anna Berg left Lisbon on Sunday. She reached Porto on Monday. She is expected to go on to Braga on Friday.")
        assert certain(told) == ["happened", "planned"]

    def test_a_leg_to_where_somebody_is_going_is_under_way(self):
        assert certain(tell("Anna Berg left Lisbon for Porto on Monday.")) == ["under_way"]

    def test_the_way_to_a_destination_never_reached_is_denied(self):
        told = tell("Anna Berg left Vienna on Monday. She did not go on to Prague.")
        assert certain(told) == ["denied"]


class TestEvidence:
    def test_the_claims_of_a_leg_are_claims_of_the_itinerary(self):
        told = tell("Anna Berg left Lisbon on Sunday. She arrived in Porto on Monday.")
        known = {c.id for c in told.claims}
        (leg,) = journey(told).legs
        assert set(leg.claims) <= known
        assert leg.claims

    def test_a_leg_is_dated_by_the_departure(self):
        told = tell("Anna Berg left Lisbon on Sunday. She arrived in Porto on Monday.")
        assert [w.edtf for w in journey(told).legs[0].when] == ["2024-05-12"]


def test_what_has_happened_parts_no_plan_from_the_next():
    told = tell(
        "Anna Berg returned to Oslo on Tuesday after talks in Lisbon. She will see the king before travelling to Vienna. She had come to Oslo from "
        "Paris on Thursday. Berg is due in Prague on June 7."
    )
    assert [leg[:2] for leg in legs(told)][-1] == ("Vienna", "Prague")


class TestPossibleWays:
    def test_a_possible_stop_before_a_plan_is_a_possible_way_beside_the_planned_one(self):
        told = tell("Minister Anna Berg left Porto on Monday. She may stop in Graz and will visit Vienna on Friday.")
        names = {s.id: s.place.name for s in journey(told).stops}
        ways = {(names[leg.origin], names[leg.destination]): leg.status for leg in journey(told).legs}
        assert ways == {("Porto", "Graz"): "possible", ("Graz", "Vienna"): "possible", ("Porto", "Vienna"): "planned"}

    def test_a_possible_stop_behind_a_plan_leads_nowhere(self):
        told = tell("Minister Anna Berg will visit Vienna on Saturday and may visit Graz.")
        assert [s.place.name for s in journey(told).stops] == ["Vienna", "Graz"]
        assert not journey(told).legs

    def test_one_of_two_that_may_be_chosen_leads_no_further(self):
        told = tell("Anna Berg may go to Paris or to Lyon before she travels to Rome on Friday.")
        assert not journey(told).legs


class TestInferredStart:
    def test_a_trip_goes_on_from_where_it_is_inferred_to_begin(self):
        told = tell("The actor Anna Berg was injured in a fall in Porto and was flown to Lisbon.")
        assert [(s.place.name, s.basis) for s in journey(told).stops] == [("Porto", "inferred"), ("Lisbon", "stated")]
        (drawn,) = geo.build_routes(told)
        assert "Porto is inferred" in drawn.note

    def test_no_line_leads_on_to_an_inferred_stop(self):
        told = tell("Anna Berg left Porto on Monday and arrived in Lisbon on Tuesday. She was injured in a fall in Faro.")
        assert [leg[:2] for leg in legs(told)] == [("Porto", "Lisbon")]
