"""Journeys told without their traveller: whose they are, and whose they are not."""

import pytest

from tests.geo.stories import statuses, tell

MINISTER = "Foreign Minister Otto Kranz arrived in Lisbon on Sunday."
BAND = "The band left Lisbon in a van on Monday."


def ways(text):
    """Map the traveller of each journey to the places where it stops."""
    return {j.traveller: {s.place.name for s in j.stops} for j in tell(text).journeys}


class TestTripsToldByTheirNames:
    @pytest.mark.parametrize(
        "sentence",
        [
            "Tuesday's programme includes a visit to Porto.",
            "The tour also takes in Porto.",
            "Monday brings talks in Porto with the mayor.",
            "The highlight of the trip will be a visit to Porto on Tuesday.",
            "Also on the itinerary is a visit to Porto.",
            "The tour is to end in Porto.",
        ],
    )
    def test_they_are_of_who_travelled_last(self, sentence):
        assert ways(f"{MINISTER} {sentence}") == {"Otto Kranz": {"Lisbon", "Porto"}}
        assert statuses(tell(f"{MINISTER} {sentence}"))["Porto"] == "planned"

    def test_a_trip_called_after_a_country_is_nobody_of_that_name(self):
        told = tell("Cardinal Otto Kranz will fly to Madrid on Thursday. The Portugal trip follows a meeting in Paris on Friday.")
        assert {j.traveller for j in told.journeys} == {"Otto Kranz"}
        assert "Paris" in statuses(told)

    def test_a_tour_that_goes_on_takes_its_party_along(self):
        text = "The Rovers flew out of Paris on Monday. The victory tour begins in Lisbon on Thursday and continues in Porto on Friday."
        assert ways(text) == {"Rovers": {"Paris", "Lisbon", "Porto"}}

    def test_before_anybody_has_travelled_they_are_of_whom_the_article_is_about(self):
        told = tell("Otto Kranz spoke of his hopes. Wednesday's plan includes stops in Porto and Braga.")
        assert statuses(told) == {"Porto": "planned", "Braga": "planned"}

    def test_of_two_whom_the_article_is_about_they_are_nobodys(self):
        assert ways("Otto Kranz spoke to Anna Berg. Wednesday's plan includes stops in Porto and Braga.") == {}

    def test_what_somebody_else_does_is_not_theirs(self):
        assert "Porto" not in ways(f"{MINISTER} Anna Berg's programme includes a visit to Porto.")["Otto Kranz"]


class TestMishaps:
    @pytest.mark.parametrize("sentence", ["In Porto the gearbox gave out.", "The breakdown happened in Porto."])
    def test_what_went_wrong_did_where_the_party_was(self, sentence):
        assert ways(f"{BAND} {sentence} They reached Vigo by train.") == {"band": {"Lisbon", "Porto", "Vigo"}}


class TestFlights:
    def test_a_flight_is_itself_who_travels(self):
        assert ways("A Nordwind flight from Lisbon landed in Porto on Monday.") == {"Nordwind flight": {"Lisbon", "Porto"}}

    def test_an_airline_called_like_a_place_is_no_goal(self):
        assert "Delta" not in statuses(tell("A Delta flight to Lisbon was diverted to Porto on Monday."))
        assert "Delta" not in statuses(tell("Delta Flight 12 was diverted to Porto on Monday."))

    def test_services_travel_nowhere(self):
        assert ways("The airline said planes on the Lisbon flights would carry freight.") == {}


def test_a_route_is_that_of_who_travels_it():
    told = tell("The steamer will leave Porto on Monday. From there the route will be taken south, calling at Lisbon.")
    assert statuses(told)["Lisbon"] == "planned"


def test_what_broke_stopped_who_was_on_the_way():
    told = tell("The Kestrels left Lisbon on Sunday in an old bus. An axle broke outside Porto.")
    assert [s.place.name for j in told.journeys for s in j.stops] == ["Lisbon", "Porto"]


def test_a_journey_told_without_its_traveller_is_not_that_of_a_speaker():
    told = tell(
        'Forty pilgrims flew from Lisbon to Rome. "Fine," said Ann Lowe, who has been to Lourdes. There was a visit to Assisi.'
    )
    assert {c.traveller for c in told.claims if "Assisi" in {p.resolution.place.name for p in c.places}} == {"Forty pilgrims"}
