"""A whole story at once: what its articles lend each other, and what comes of a text without a journey."""

from datetime import date

from tests.geo.stories import arrival, journey, legs, mentioned, statuses, stops, tell


class TestArticlesTogether:
    def test_two_articles_make_one_journey(self):
        told = tell("President Anna Berg left Lisbon on Sunday.", "President Anna Berg reached Porto by train on Monday.")
        assert stops(told) == ["Lisbon", "Porto"]
        assert legs(told) == [("Lisbon", "Porto", "train")]

    def test_one_article_places_a_namesake_for_the_other(self):
        told = tell("Anna Berg left Portland on Sunday.", "Anna Berg drove from Bangor, Maine, to Augusta, Maine, on Monday.")
        assert {s.place.admin1 for s in journey(told).stops} == {"ME"}

    def test_each_article_is_read_against_its_own_day(self):
        early = tell("Anna Berg arrived in Lisbon on Monday.", published=date(2024, 5, 7))
        late = tell("Anna Berg arrived in Lisbon on Monday.", published=date(2024, 5, 15))
        assert (arrival(early, "Lisbon"), arrival(late, "Lisbon")) == (["2024-05-06"], ["2024-05-13"])

    def test_what_one_article_expects_and_the_next_reports_has_happened(self):
        told = tell("President Anna Berg will travel to Porto on Monday.", "President Anna Berg reached Porto on Monday.")
        assert statuses(told) == {"Porto": "happened"}

    def test_the_articles_are_kept_as_they_are(self):
        texts = ("President Anna Berg left Lisbon.", "It rained.")
        assert [a.text for a in tell(*texts).articles] == list(texts)


class TestNoJourney:
    def test_places_are_kept_as_mentions(self):
        told = tell("The council of Hamburg raised fees on Monday. Prices rose in Vienna too.")
        assert (told.journeys, told.claims, told.travellers) == ((), (), ())
        assert mentioned(told) == [("Hamburg", "place"), ("Vienna", "place")]

    def test_a_text_without_places_is_an_empty_itinerary(self):
        told = tell("It rained all day.")
        assert (told.journeys, told.mentions, told.unlocated) == ((), (), ())

    def test_no_articles_are_no_journeys(self):
        assert tell().journeys == ()


class TestGovernments:
    def test_a_capital_that_speaks_is_a_government_and_nobody_went_there(self):
        told = tell("President Anna Berg travelled from Oslo to Vienna on Monday. Washington said that it was pleased.")
        assert stops(told) == ["Oslo", "Vienna"]
        assert ("Washington", "metonym") in mentioned(told)

    def test_the_same_capital_may_also_be_visited(self):
        told = tell("Moscow said that it was pleased. President Anna Berg flew to Moscow on Monday.")
        assert stops(told) == ["Moscow"]
        assert ("Moscow", "metonym") in mentioned(told)


class TestUnlocated:
    def test_a_name_in_no_gazetteer_is_kept_with_a_reason_and_never_pinned(self):
        told = tell("President Anna Berg drove from Lisbon to the village of Qwzxtown in Portugal on Monday.")
        assert "Qwzxtown" not in stops(told)
        assert all(r.reasons for r in told.unlocated)
