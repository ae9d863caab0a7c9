"""Areas folded into the places inside them."""

from tests.geo.stories import journey, statuses, stops, tell


class TestAreas:
    def test_a_country_folds_into_the_city_that_the_trip_reaches_in_it(self):
        told = tell("Anna Berg arrived in Austria on Monday. She reached Vienna by train on Monday evening.")
        assert stops(told) == ["Vienna"]

    def test_an_area_with_no_city_stays_an_area(self):
        told = tell("Anna Berg arrived in Austria on Monday.")
        (only,) = journey(told).stops
        assert (only.place.name, only.place.is_area) == ("Austria", True)

    def test_where_somebody_is_does_not_fold_into_a_city_that_she_will_visit(self):
        told = tell("Anna Berg is visiting farmers in Hampshire. On Friday she will be in Leeds and on Saturday in Basingstoke.")
        assert stops(told) == ["Hampshire", "Leeds", "Basingstoke"]

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
