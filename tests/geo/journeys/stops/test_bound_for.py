"""Where somebody left for: reached after all, or left aside."""

from tests.geo.stories import journey, legs, tell


class TestOvertaken:
    def test_where_somebody_left_for_is_a_plan_once_he_has_come_elsewhere(self):
        told = tell("Anna Berg left Oslo for Rome on Sunday. On Monday she landed in Hamburg.")
        assert [(s.place.name, s.status) for s in journey(told).stops] == [
            ("Oslo", "happened"),
            ("Hamburg", "happened"),
            ("Rome", "planned"),
        ]

    def test_before_that_it_is_under_way(self):
        told = tell("Anna Berg left Oslo for Rome on Sunday.")
        assert [(s.place.name, s.status) for s in journey(told).stops] == [("Oslo", "happened"), ("Rome", "under_way")]


class TestWentOn:
    def test_who_left_for_a_place_and_then_set_off_for_another_had_reached_it(self):
        told = tell(
            "Anna Berg set sail from Bergen for Aberdeen on Monday. On Tuesday she set sail for Lisbon. She landed in Madeira."
        )
        assert legs(told)[0][:2] == ("Bergen", "Aberdeen")

    def test_who_came_elsewhere_on_the_way_had_not(self):
        told = tell("Anna Berg left Bergen for Lisbon on Monday. She reached Aberdeen on Tuesday.")
        assert [s.status for s in journey(told).stops if s.place.name == "Lisbon"] == ["planned"]
