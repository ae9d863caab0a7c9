"""Sources that cannot both be right: both are shown, each under its own name."""

from dataclasses import replace

import pytest

import geo
from tests.geo.stories import arrival, articles, departure, gazetteer, tell

SUNDAY = "President Anna Berg left Lisbon on Sunday, state television reported."
MONDAY = "President Anna Berg left Lisbon on Monday, the Kyodo news agency reported."


def values(told):
    (conflict,) = told.conflicts
    return [(v.date, [s.name for s in v.attribution]) for v in conflict.values]


class TestDeparture:
    def test_two_days_are_a_conflict_with_both_sources(self):
        assert values(tell(SUNDAY, MONDAY)) == [("2024-05-12", ["state television"]), ("2024-05-13", ["Kyodo news agency"])]

    def test_both_days_stay_with_the_stop(self):
        assert departure(tell(SUNDAY, MONDAY), "Lisbon") == ["2024-05-12", "2024-05-13"]

    def test_each_side_has_its_passage(self):
        (conflict,) = tell(SUNDAY, MONDAY).conflicts
        assert [v.quote.text for v in conflict.values] == [SUNDAY, MONDAY]

    def test_it_says_what_it_is_about(self):
        told = tell(SUNDAY, MONDAY)
        (conflict,) = told.conflicts
        assert "Lisbon" in conflict.about
        assert conflict.journey == told.journeys[0].id


class TestOutlet:
    def test_who_tells_it_in_its_own_name_is_named(self):
        both = ["President Anna Berg left Lisbon on Sunday.", "President Anna Berg left Lisbon on Monday."]
        told = geo.read_itinerary(
            [replace(article, publisher=name) for article, name in zip(articles(*both), ("AFP", "AP"), strict=True)], gazetteer()
        )
        assert values(told) == [("2024-05-12", ["AFP"]), ("2024-05-13", ["AP"])]


class TestArrival:
    def test_two_days_are_a_conflict(self):
        told = tell("Anna Berg arrived in Lisbon on Sunday, Reuters said. Anna Berg arrived in Lisbon on Monday, Kyodo said.")
        assert values(told) == [("2024-05-12", ["Reuters"]), ("2024-05-13", ["Kyodo"])]


class TestDenied:
    FLEW = "President Anna Berg flew to Lisbon on Monday, two officials said."

    @pytest.mark.parametrize(
        "denial",
        [
            "Her spokesman denied that she had been in Lisbon.",
            "The palace denied reports that President Anna Berg had visited Lisbon.",
        ],
    )
    def test_a_stop_that_another_source_denies_is_a_conflict(self, denial):
        (conflict,) = tell(f"{self.FLEW} {denial}").conflicts
        assert conflict.about == "whether Anna Berg was in Lisbon"
        assert [v.value for v in conflict.values] == ["happened", "denied"]
        assert all(v.attribution for v in conflict.values)

    def test_a_plan_that_was_denied_and_then_came_true_is_none(self):
        assert not tell(f"Her spokesman denied on Friday that President Anna Berg would fly to Lisbon. {self.FLEW}").conflicts


class TestNoConflict:
    def test_agreement_is_none(self):
        assert not tell(SUNDAY, "President Anna Berg left Lisbon on Sunday, Kyodo reported.").conflicts

    def test_a_coarser_time_agrees_with_a_day_in_it(self):
        assert not tell(SUNDAY, "President Anna Berg left Lisbon in May, Kyodo reported.").conflicts

    def test_a_plan_that_turned_out_otherwise_is_none(self):
        told = tell(
            "Anna Berg will arrive in Porto on Friday, Reuters said.", "Anna Berg arrived in Porto on Monday, Kyodo said."
        )
        assert not told.conflicts
        assert arrival(told, "Porto") == ["2024-05-13"]

    def test_leaving_and_arriving_on_different_days_is_none(self):
        assert not tell("Anna Berg left Lisbon on Sunday and reached Porto on Monday.").conflicts

    def test_two_travellers_may_leave_on_different_days(self):
        assert not tell("Anna Berg left Lisbon on Sunday. Otto Kranz left Lisbon on Monday.").conflicts


class TestDaysThatNobodyStated:
    def test_two_meetings_on_two_days_are_none(self):
        told = tell(
            "Anna Smith travelled to Lisbon by train. Anna Smith met Peter Brown in Lisbon on May 4, 2024. "
            "Anna Smith met John Carter in Lisbon on May 6, 2024."
        )
        assert told.conflicts == ()

    def test_a_stay_and_an_arrival_end_in_an_answer(self):
        told = tell("Anna Smith stayed in Lisbon from May 3 to May 6, 2024. Anna Smith arrived in Lisbon on May 8, 2024.")
        assert [s.place.name for s in told.journeys[0].stops] == ["Lisbon"]
