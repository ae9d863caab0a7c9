"""What holds of any story, from its texts to its GeoJSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import geo
from gazetteer.errors import InputError
from geo.reading.articles.article import article_from_text
from tests.geo.stories import PUBLISHED, gazetteer, tell
from tests.properties.strategies import HEDGED, hostile_texts, sentences, stories, tours

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.model import Itinerary, Quote

# The same examples in every run: a test that fails today fails tomorrow.
some = settings(max_examples=15, deadline=None, derandomize=True)
few = settings(max_examples=6, deadline=None, derandomize=True)

_REAL = {"happened", "under_way", "past"}


def read(text: str) -> Itinerary | None:
    """Read a text; None where it is refused, which is no fault."""
    try:
        article = article_from_text(text, published=PUBLISHED)
    except InputError:
        return None
    return geo.read_itinerary([article], gazetteer())


def quotes(itinerary: Itinerary) -> Iterator[Quote]:
    """Go through every quote of an itinerary."""
    for claim in itinerary.claims:
        yield claim.quote
        yield from (q for q in (claim.cue, claim.when.words if claim.when else None) if q is not None)
        yield from (p.resolution.mention.quote for p in claim.places)
    for journey in itinerary.journeys:
        elements = (*journey.stops, *journey.legs, *journey.meetings)
        yield from (e.cue for e in elements if e.cue is not None)
    yield from (r.mention.quote for r in (*itinerary.mentions, *itinerary.unlocated))


def assert_exact(itinerary: Itinerary) -> None:
    """Every quote is what stands in its article."""
    for quote in quotes(itinerary):
        assert itinerary.article(quote.article).text[quote.start : quote.end] == quote.text


class TestQuotes:
    @some
    @given(stories())
    def test_every_quote_stands_in_its_article_word_for_word(self, texts: list[str]) -> None:
        assert_exact(tell(*texts))

    @few
    @given(stories())
    def test_every_passage_of_the_geojson_does_too(self, texts: list[str]) -> None:
        itinerary = tell(*texts)
        collection = geo.to_geojson(itinerary, geo.build_routes(itinerary))
        for feature in collection["features"]:
            for evidence in feature["properties"]["evidence"]:
                text = itinerary.article(evidence["article"]).text
                assert text[evidence["start"] : evidence["end"]] == evidence["quote"]


class TestReferences:
    @some
    @given(stories())
    def test_legs_join_stops_and_all_are_made_of_claims(self, texts: list[str]) -> None:
        itinerary = tell(*texts)
        known = {c.id for c in itinerary.claims}
        for journey in itinerary.journeys:
            places = {s.id for s in journey.stops}
            assert all({leg.origin, leg.destination} <= places for leg in journey.legs)
            for element in (*journey.stops, *journey.legs, *journey.meetings):
                assert element.claims
                assert set(element.claims) <= known

    @some
    @given(stories())
    def test_ids_are_unique_and_stops_are_numbered(self, texts: list[str]) -> None:
        itinerary = tell(*texts)
        ids = [c.id for c in itinerary.claims]
        ids += [x.id for j in itinerary.journeys for x in (j, *j.legs, *j.meetings)]
        ids += [f"{j.id} {s.id}" for j in itinerary.journeys for s in j.stops]
        assert len(ids) == len(set(ids))
        assert all([s.number for s in j.stops] == list(range(1, len(j.stops) + 1)) for j in itinerary.journeys)

    @some
    @given(stories())
    def test_every_claim_has_a_traveller_who_is_listed(self, texts: list[str]) -> None:
        itinerary = tell(*texts)
        assert {c.traveller for c in itinerary.claims} <= {t.name for t in itinerary.travellers}

    @some
    @given(stories())
    def test_no_stop_is_without_a_place_and_no_confidence_out_of_bounds(self, texts: list[str]) -> None:
        for journey in tell(*texts).journeys:
            assert all(0 <= s.confidence <= 1 and s.sources >= 1 for s in journey.stops)
            assert all(-90 <= s.place.lat <= 90 and -180 <= s.place.lon <= 180 for s in journey.stops)


class TestTruth:
    @some
    @given(stories(HEDGED))
    def test_where_every_sentence_hedges_nothing_is_drawn_as_real(self, texts: list[str]) -> None:
        for journey in tell(*texts).journeys:
            assert not {s.status for s in journey.stops} & _REAL
            assert not {leg.status for leg in journey.legs} & _REAL

    @some
    @given(tours())
    def test_no_leg_ends_at_a_stop_that_is_only_inferred(self, text: str) -> None:
        for journey in tell(text).journeys:
            inferred = [s.id for s in journey.stops if s.basis == "inferred"]
            to = [(leg.destination, leg.claims, leg.status) for leg in journey.legs if leg.destination in inferred]
            onward = [(leg.origin, leg.claims, leg.status) for leg in journey.legs if leg.origin in inferred]
            assert sorted(to) == sorted(onward)  # what leads to it leads on, by the same words
            assert len(inferred) < len(journey.stops)

    @some
    @given(stories())
    def test_no_leg_is_more_certain_than_its_end(self, texts: list[str]) -> None:
        for journey in tell(*texts).journeys:
            status = {s.id: s.status for s in journey.stops}
            assert all(status[leg.destination] in _REAL for leg in journey.legs if leg.status in _REAL)

    @some
    @given(stories())
    def test_what_is_not_certain_has_its_words(self, texts: list[str]) -> None:
        for claim in tell(*texts).claims:
            assert claim.status in _REAL or claim.cue is not None

    @few
    @given(sentences(HEDGED))
    def test_a_mode_that_no_word_gives_is_not_drawn(self, text: str) -> None:
        if "fly" not in text and "ferry" not in text:
            assert {c.mode for c in tell(text).claims} <= {"unknown"}


class TestSameAgain:
    @few
    @given(stories())
    def test_the_same_texts_give_the_same_itinerary_and_the_same_bytes(self, texts: list[str]) -> None:
        first, second = tell(*texts), tell(*texts)
        assert first == second
        assert dumped(first) == dumped(second)

    @few
    @given(stories(), stories())
    def test_what_was_read_before_leaves_no_trace(self, texts: list[str], others: list[str]) -> None:
        alone = tell(*texts)
        tell(*others)
        assert tell(*texts) == alone


def dumped(itinerary: Itinerary) -> str:
    return json.dumps(geo.to_geojson(itinerary, geo.build_routes(itinerary)), ensure_ascii=False)


class TestHostileText:
    @some
    @given(hostile_texts())
    def test_any_text_is_read_or_refused(self, text: str) -> None:
        itinerary = read(text)
        if itinerary is not None:
            assert_exact(itinerary)
            assert json.loads(dumped(itinerary))["type"] == "FeatureCollection"

    @some
    @given(st.text(max_size=200))
    def test_random_text_too(self, text: str) -> None:
        itinerary = read(text)
        if itinerary is not None:
            assert_exact(itinerary)

    @pytest.mark.parametrize(
        "text",
        [
            "Anna Berg left Lisbon for " + ", and then for ".join(["Porto"] * 1000) + ".",
            " ".join(["Anna Berg left Lisbon on Monday and reached Porto by train, and"] * 60),
            "“" * 200 + "Anna Berg left Lisbon" + "”" * 200,
            "".join(f"“He said ‘she said {'(' * n}Anna Berg left Lisbon{')' * n}’” " for n in range(12)),
            "\u202eAnna Berg left \u202bLisbon\u202c for Porto\u202c.",
            "\x00Anna Berg\x00 left Lisbon\x1b[2J for Porto.\x07",
            "Anna Berg left Lisbon." * 300,
            "A" * 20_000,
            "Lisbon " * 3_000,
        ],
        ids=["3000 words", "a run-on", "quotes", "nested", "right to left", "control", "no spaces", "one word", "a list"],
    )
    def test_monsters_come_to_a_clear_end(self, text: str) -> None:
        itinerary = read(text)
        if itinerary is not None:
            assert_exact(itinerary)
            assert len(itinerary.journeys) <= 1
