"""One traveller, one trip; what is told now apart from what is only recalled."""

import pytest

from tests.geo.stories import journey, legs, statuses, stops, tell


def trips(told):
    return [(j.traveller, [s.place.name for s in j.stops], j.background) for j in told.journeys]


class TestPast:
    def test_an_old_trip_is_background_and_comes_last(self):
        told = tell("She had been ill. Anna Berg had travelled to Prague in April 2019. Anna Berg arrived in Vienna on Monday.")
        assert trips(told) == [("Anna Berg", ["Vienna"], False), ("Anna Berg", ["Prague"], True)]
        assert statuses(told)["Prague"] == "past"

    def test_no_line_joins_an_old_trip_to_the_new_one(self):
        told = tell("Anna Berg arrived in Vienna on Monday. She previously travelled to Prague in April 2019.")
        assert not any(j.legs for j in told.journeys)

    def test_two_old_trips_are_two(self):
        told = tell(
            "Anna Berg arrived in Vienna on Monday. She had travelled to Prague in April 2019. She had travelled to Lisbon in June 2021."
        )
        assert [names for _, names, background in trips(told) if background] == [["Prague"], ["Lisbon"]]

    def test_a_story_of_old_trips_alone_is_no_background(self):
        told = tell("Anna Berg travelled from Lisbon to Porto in April 2019.")
        assert [background for _, _, background in trips(told)] == [False]

    def test_the_beginning_of_a_long_trip_belongs_to_it(self):
        told = tell("Anna Berg left Lisbon on April 10. She reached Porto on Monday.")
        assert stops(told) == ["Lisbon", "Porto"]

    @pytest.mark.parametrize(
        "text",
        [
            "The yacht Marigold docked in Sydney on Monday. She left Plymouth last August and called at Lisbon in December.",
            "Anna Berg tied up in Sydney on Monday, ending a voyage that had begun in Plymouth in August. She spent Christmas in Lisbon.",
        ],
    )
    def test_so_do_the_stops_of_a_voyage_of_many_months(self, text):
        told = tell(text)
        assert stops(told) == ["Plymouth", "Lisbon", "Sydney"]
        assert [leg[:2] for leg in legs(told)] == [("Plymouth", "Lisbon"), ("Lisbon", "Sydney")]

    def test_what_is_dated_between_two_days_of_a_trip_is_part_of_it(self):
        told = tell(
            "Anna Berg reached Colombia in February, when she landed in Cartagena after sailing from Miami. She was in Quito in early March. She flew to Lima on Monday."
        )
        assert stops(told) == ["Miami", "Cartagena", "Quito", "Lima"]

    def test_a_visit_of_months_ago_is_no_part_of_one(self):
        told = tell("Anna Berg arrived in Sydney on Monday. She was in Lisbon in December.")
        assert stops(told) == ["Sydney"]


class TestTravellers:
    def test_each_has_a_trip_of_its_own(self):
        told = tell("Anna Berg left Lisbon on Sunday. Otto Kranz left Prague on Monday.")
        assert sorted(trips(told)) == [("Anna Berg", ["Lisbon"], False), ("Otto Kranz", ["Prague"], False)]

    def test_the_one_the_story_tells_most_of_comes_first(self):
        told = tell(
            "Otto Kranz left Prague on Monday. Anna Berg left Lisbon on Sunday, reached Porto on Monday and flew to Oslo on Tuesday."
        )
        assert [name for name, _, _ in trips(told)] == ["Anna Berg", "Otto Kranz"]

    def test_who_is_only_met_has_none(self):
        told = tell("Anna Berg arrived in Vienna on Monday. She met Otto Kranz in Vienna.")
        assert [name for name, _, _ in trips(told)] == ["Anna Berg"]

    def test_each_article_has_a_narrator_of_its_own(self):
        told = tell(
            "We left Lisbon on Sunday and reached Porto on Monday.", "I left Prague on Sunday and reached Vienna on Monday."
        )
        assert sorted(names for _, names, _ in trips(told)) == [["Lisbon", "Porto"], ["Prague", "Vienna"]]


class TestVehicles:
    def test_a_train_that_goes_where_its_passenger_goes_is_the_same_trip(self):
        told = tell("Anna Berg will travel to Porto by train on Friday. An armoured train is heading to Porto.")
        assert journey(told).traveller == "Anna Berg"

    def test_a_vehicle_without_a_name_that_leaves_from_there_is_that_of_the_only_party(self):
        told = tell("The delegation reached Porto on Monday. One bus left the camp on Tuesday en route to Lisbon.")
        assert stops(told) == ["Porto", "Lisbon"]

    def test_the_crew_of_the_only_ship_travels_on_it(self):
        told = tell("The yacht Marigold left Bergen on Monday. Its crew reached Aberdeen on Wednesday.")
        assert stops(told) == ["Bergen", "Aberdeen"]

    def test_a_train_that_goes_elsewhere_is_not(self):
        told = tell("Anna Berg will travel to Porto by train on Friday. An armoured train left Vienna for Prague.")
        assert len(told.journeys) == 2
        assert all({"Vienna", "Porto"} - set(names) for _, names, _ in trips(told))


class TestOnePersonTwoNames:
    def test_who_is_called_by_a_trade_with_the_is_the_one_who_is_named(self):
        told = tell("Anna Berg landed in Porto on Monday. The teacher went on to Lisbon by train on Tuesday.")
        assert stops(told) == ["Porto", "Lisbon"]

    def test_who_belongs_to_her_is_not(self):
        told = tell("Anna Berg landed in Porto on Monday. Her grandmother went on to Lisbon by train on Tuesday.")
        assert ("Anna Berg", ["Porto", "Lisbon"], False) not in trips(told)

    def test_of_two_who_are_named_neither_is_meant(self):
        told = tell("Anna Berg flew to Porto. Otto Kranz flew to Vienna. The teacher went on to Lisbon by train on Tuesday.")
        assert not any("Lisbon" in names and len(names) > 1 for _, names, _ in trips(told))


class TestAreasAlone:
    def test_being_somewhere_in_a_region_makes_no_trip(self):
        told = tell("Anna Berg toured the Russian Far East on Monday.")
        assert not told.journeys

    def test_going_to_a_country_does(self):
        told = tell("Anna Berg travelled to Austria by train on Monday.")
        assert stops(told) == ["Austria"]
        assert legs(told) == []


class TestOneSentence:
    def test_a_stay_told_in_the_sentence_of_an_earlier_trip_is_earlier_too(self):
        told = tell(
            "Anna Berg flew from Oslo to Vienna on Monday. Anna Berg last set foot in Italy in 2021, when she saw both generals in Rome."
        )
        assert [s.place.name for j in told.journeys if not j.background for s in j.stops] == ["Oslo", "Vienna"]


class TestTales:
    """What is told from long ago on, and goes on without days."""

    @pytest.mark.parametrize(
        "words",
        [
            "Ann Lowe left Lisbon in September 2019 and wintered in Porto. She flew on to Madrid.",
            "Otto Kranz left Lisbon in 1938. He fled to Porto and took a ship to Madrid.",
            "In 1998 Maria Diaz walked from Lisbon to Porto. She found work in Madrid and moved on to Vienna.",
        ],
    )
    def test_it_is_one_trip(self, words):
        (only,) = tell(words).journeys
        assert [s.place.name for s in only.stops][:3] == ["Lisbon", "Porto", "Madrid"]

    def test_a_trip_of_long_ago_before_one_of_now_is_another(self):
        told = tell("Otto Kranz fled from Lisbon to Porto in 1998. On Monday he flew to Vienna.")
        assert [j.background for j in told.journeys] == [False, True]

    def test_days_since_a_departure_are_of_the_trip_that_goes_on(self):
        told = tell("Ann Lowe left Lisbon on 1 February. She was in Porto on 20 March and reached Madrid on 12 May.")
        assert stops(told) == ["Lisbon", "Porto", "Madrid"]
