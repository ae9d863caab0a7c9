"""Another reader behind the seam: what is sound becomes a journey, and what an article does not say is refused."""

from dataclasses import replace

import pytest

import geo
from gazetteer import Gazetteer
from gazetteer.errors import InputError
from geo.model import Claim, PlaceRole, Quote, Traveller
from geo.reading.articles.article import article_from_text
from geo.reading.claim_reader import ReadClaims, find_quote

TEXT = "A telegram came to the office. Ana Sol is in Lisbon since noon, it said. Porto is next."


class Told:
    """A reader that returns one claim, changed as a test wants it."""

    def __init__(self, **changes):
        self.changes = changes

    def read_claims(self, articles, places):
        (article,) = articles
        lisbon = next(found for found in places[article.id] if found.mention.quote.text == "Lisbon")
        quote = find_quote(article, "Ana Sol is in Lisbon since noon")
        claim = Claim(f"{article.id}:1", "Ana Sol", "arrive", (PlaceRole("to", lisbon),), quote, "happened")
        return ReadClaims([replace(claim, **self.changes)], [Traveller("Ana Sol")])


@pytest.fixture(scope="module")
def gaz():
    return Gazetteer.bundled()


def read(gaz, reader, **options):
    return geo.read_itinerary([article_from_text(TEXT)], gaz, reader=reader, **options)


def test_a_sound_claim_becomes_a_stop(gaz):
    journey = read(gaz, Told()).journeys[0]
    assert [stop.place.name for stop in journey.stops] == ["Lisbon"]


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"quote": Quote("", 0, 0, "")}, "which is no article of the story"),
        ({"traveller": "Somebody"}, "'Somebody' is none of the travellers"),
        ({"status": "certain"}, "'certain' is no status"),
        ({"mode": "rocket"}, "'rocket' is no mode"),
        ({"places": ()}, "it has no place"),
    ],
)
def test_a_claim_that_is_not_sound_is_refused(gaz, changes, fault):
    with pytest.raises(InputError, match=fault):
        read(gaz, Told(**changes))


@pytest.mark.parametrize("shift", [1, -1])
def test_words_that_stand_elsewhere_are_refused(gaz, shift):
    article = article_from_text(TEXT)
    quote = find_quote(article, "Ana Sol is in Lisbon since noon")
    moved = replace(quote, start=quote.start + shift, end=quote.end + shift)
    refusals = []
    assert read(gaz, Told(quote=moved), refused=refusals.append).journeys == ()
    assert [str(refusal) for refusal in refusals] == [
        f"claim '{article.id}:1' was refused: its passage is not in the article at {moved.start}-{moved.end}."
    ]


def test_words_that_an_article_does_not_say_are_not_found():
    with pytest.raises(InputError, match="does not say 'Ana Sol is in Madrid'"):
        find_quote(article_from_text(TEXT), "Ana Sol is in Madrid")
