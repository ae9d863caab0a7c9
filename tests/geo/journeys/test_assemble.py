"""The whole itinerary: nothing that was read is dropped, and no title says more than the claims."""

import pytest

from tests.geo.stories import journey, mentioned, tell

STORY = (
    "President Anna Berg left Lisbon by train on Sunday, Reuters said. She reached Porto on Monday. Voters in Hamburg cheered.",
    "President Anna Berg is expected to go on to Braga on Friday, and may visit Vigo.",
)


class TestNothingIsDropped:
    def test_every_claim_is_kept_even_where_it_makes_no_stop(self):
        told = tell("Anna Berg arrived in Vienna on Monday. Otto Kranz met Jan Nowak in Prague.")
        used = {i for j in told.journeys for s in j.stops for i in s.claims}
        assert any(c.id not in used for c in told.claims)

    def test_a_place_is_a_stop_or_a_mention_and_not_both(self):
        told = tell(*STORY)
        assert mentioned(told) == [("Hamburg", "place")]

    def test_a_place_mentioned_often_is_listed_once(self):
        told = tell("Voters in Hamburg cheered. Voters in Hamburg sang.", "Nobody in Hamburg slept.")
        assert mentioned(told) == [("Hamburg", "place")]


class TestCountriesOfOthers:
    _TOUR = "King Olaf arrived in Lisbon on Monday and went on to Porto."

    @pytest.mark.parametrize(
        "text", ["A delegation of shipowners travelled to Portugal.", "The shipowner Karl Berg will also travel to Portugal."]
    )
    def test_a_country_is_no_journey_where_the_story_follows_another_to_places_in_it(self, text):
        told = tell(f"{self._TOUR} {text}")
        assert (len(told.journeys), len(told.claims)) == (1, 3)

    @pytest.mark.parametrize(
        ("text", "country"),
        [
            ("A delegation of shipowners travelled to Spain.", "Spain"),
            ("The shipowner Karl Berg will travel to Portugal on Friday.", "Portugal"),
            ("The shipowner Karl Berg visited Portugal in 2019.", "Portugal"),
        ],
    )
    def test_it_is_one_elsewhere_and_where_it_has_a_time_of_its_own(self, text, country):
        assert [s.place.name for j in tell(f"{self._TOUR} {text}").journeys[1:] for s in j.stops] == [country]


class TestTitles:
    def test_a_title_says_what_is_only_planned_or_possible(self):
        assert journey(tell(*STORY)).title == "Anna Berg: Lisbon to Porto; Braga planned; Vigo possible"

    def test_a_trip_that_is_only_planned_is_not_told_as_one_that_was(self):
        assert journey(tell("Anna Berg will visit Porto on Friday.")).title == "Anna Berg: Porto planned"

    def test_a_trip_that_was_denied_says_so(self):
        assert journey(tell("Anna Berg did not travel to Porto.")).title == "Anna Berg: Porto denied"


class TestIds:
    def test_journeys_are_numbered_in_order(self):
        told = tell("Anna Berg arrived in Vienna on Monday. Otto Kranz left Prague. Anna Berg had visited Lisbon in April 2019.")
        assert [j.id for j in told.journeys] == ["journey-1", "journey-2", "journey-3"]

    def test_they_do_not_change_with_another_article_of_the_story(self):
        alone, together = tell(STORY[0]), tell(*STORY)
        assert [s.id for s in journey(alone).stops] == [s.id for s in journey(together).stops][:2]

    def test_ids_are_unique_in_the_itinerary(self):
        told = tell(*STORY)
        ids = [x.id for j in told.journeys for x in (*j.stops, *j.legs, *j.meetings)]
        assert len(ids) == len(set(ids))


class TestDatesFromMeetings:
    def test_a_stop_without_a_day_has_that_of_a_meeting_there_as_inferred(self):
        told = tell("Anna Berg travelled from Lisbon to Porto. She met Otto Kranz in Porto on Monday.")
        porto = journey(told).stops[1]
        assert [(w.edtf, w.basis) for w in porto.arrive] == [("2024-05-13", "inferred")]
