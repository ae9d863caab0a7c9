"""Independent sources: one origin counts once, however many outlets repeat it."""

from dataclasses import replace

import pytest

from geo.journeys.origins import count_origins
from geo.model import Source
from tests.geo.stories import articles, tell

LONG = "President Anna Berg left Lisbon by train on Sunday with her foreign minister and eleven guests"


def sources(*texts, publishers=()):
    """Count the origins of the departure from Lisbon."""
    told = tell(*texts)
    known = [replace(a, publisher=p) for a, p in zip(told.articles, publishers or [""] * len(texts), strict=True)]
    return count_origins([c for c in told.claims if c.act == "depart"], known)


class TestOneOrigin:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("the New York Times reported", "the newspaper NYT reported"),
            ("Reuters said", "Reuters reported"),
        ],
    )
    def test_a_source_under_two_names_is_one(self, one, other):
        assert sources(f"{LONG}, {one}.", f"Anna Berg left Lisbon on Sunday, {other}.") == 1

    def test_who_cites_a_newspaper_and_the_newspaper_itself_are_one(self):
        cited = "Anna Berg left Lisbon on Sunday, the New York Times reported."
        assert sources(cited, f"{LONG}.", publishers=("RT", "The New York Times")) == 1

    def test_an_agency_text_printed_by_two_is_one(self):
        wire = "LISBON (Reuters) - Anna Berg left Lisbon on Sunday."
        other = "LISBON (Reuters) - President Berg left Lisbon by train on Sunday, with her ministers."
        assert sources(wire, other, publishers=("Morning Post", "Evening Star")) == 1

    def test_a_sentence_taken_over_is_one(self):
        assert sources(f"{LONG}.", f"{LONG} on board.", publishers=("Morning Post", "Evening Star")) == 1

    def test_what_an_article_says_itself_is_no_second_source_beside_the_one_it_names(self):
        assert sources(f"{LONG}, Reuters said. Anna Berg left Lisbon in good spirits.") == 1


class TestTwoOrigins:
    def test_two_agencies_are_two(self):
        assert sources(f"{LONG}, Reuters said.", "Anna Berg left Lisbon on Sunday, Kyodo said.") == 2

    def test_two_publishers_in_words_of_their_own_are_two(self):
        assert sources(f"{LONG}.", "Anna Berg left Lisbon on Sunday.", publishers=("Morning Post", "Evening Star")) == 2

    def test_short_sentences_are_alike_by_chance(self):
        one = "Anna Berg left Lisbon on Sunday."
        assert sources(one, f"It rained. {one}", publishers=("Morning Post", "Evening Star")) == 2


def test_claims_of_an_unknown_article_count_for_it():
    (claim,) = tell("Anna Berg left Lisbon on Sunday.").claims
    assert count_origins([claim, replace(claim, attribution=(Source("Reuters", "agency"),))], articles()) == 1
