from __future__ import annotations

from dataclasses import replace

import pytest

from geo.journeys.conflicts import find_conflicts
from maps.disputes import conflict_words, disputed_stop, disputes_by_stop
from maps.language import language_of
from tests.maps.example import rail_trip


class TestConflictWords:
    def test_gives_both_sides_and_who_says_so(self):
        words = conflict_words(rail_trip()[0].conflicts[0])
        assert words == (
            "Day of departure from Berlin: Sun 10 March 2024 (the state news agency (state media)) or "
            "Mon 11 March 2024 (The Daily, citing a diplomat (not named)). The sources disagree."
        )

    @pytest.mark.parametrize(
        ("code", "subject"),
        [("de", "Tag der Abreise aus Berlin"), ("ru", "День отъезда (Берлин)"), ("ko", "베를린 출발일")],
    )
    def test_names_its_subject_in_the_language_of_the_page(self, code, subject):
        itinerary, _ = rail_trip()
        assert conflict_words(itinerary.conflicts[0], language_of(code), journeys=itinerary.journeys).startswith(subject)

    def test_leaves_a_subject_that_a_person_wrote(self):
        itinerary, _ = rail_trip()
        conflict = replace(itinerary.conflicts[0], about="who paid for the train")
        assert conflict_words(conflict, language_of("de"), journeys=itinerary.journeys).startswith("Who paid for the train: ")


class TestDisputedStop:
    def test_is_found_for_the_subjects_that_the_reading_gives(self):
        itinerary, _ = rail_trip()
        (conflict,) = find_conflicts(itinerary.journeys, itinerary.claims, itinerary.articles)
        stop, key = disputed_stop(conflict, itinerary.journeys)
        assert (stop.place.name, key) == ("Berlin", "balance.departure_day")

    def test_of_an_arrival_is_not_the_stop_one_left_from(self):
        itinerary, _ = rail_trip()
        conflict = replace(itinerary.conflicts[0], about="day of arrival in Berlin")
        assert disputed_stop(conflict, itinerary.journeys) is None


def test_words_are_kept_by_the_stop_they_are_about():
    itinerary, _ = rail_trip()
    (words,) = disputes_by_stop(itinerary.conflicts, itinerary.journeys)[itinerary.journeys[0].stops[0].id]
    assert "a diplomat" in words
