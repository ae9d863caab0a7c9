"""What is to be known of lines, in each language: every sentence is one that the routes themselves write."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from gazetteer import Gazetteer
from geo.routes import route
from geo.routes.doubts import Doubt, find_doubts
from maps.language import LANGUAGES, language_of
from maps.publication import publish
from maps.remarks import doubt_words, note_words
from tests.maps import example, journeys

OTHERS = [code for code in LANGUAGES if code != "en"]
#: Journeys whose lines have something to be known of, and the words that prove that the sentence is there.
TRIPS = (
    ("Honolulu", "Lima", "car", None, "No road is known that joins"),
    ("Honolulu", "Lima", "train", None, "No railway is known within"),
    ("Reykjavík", "Paris", "foot", None, "No road is known that joins"),
    ("Bern", "Denver", "ship", None, "No sea lane is known"),
    ("Luanda", "Cabinda", "car", None, "too far to be believed"),
    ("Paris", "Paris", "train", None, "one place"),
    ("Seoul", "Pyongyang", "train", None, "listed as closed since"),
    ("Seoul", "Pyongyang", "train", date(2020, 1, 1), "for want of another way"),
    ("Paris", "Cairo", "car", None, "the line goes through"),
    ("Jerusalem", "Amman", "car", None, "km long: the line goes through"),
    ("Tehran", "Astana", "train", None, "The gauge changes"),
    ("Tehran", "Astana", "train", None, "about as likely"),
    ("London", "Paris", "car", None, "by ferry"),
    ("France", "Berlin", "train", None, "is an area"),
    ("France", "Berlin", "train", None, "from the track"),
)


@pytest.fixture(scope="module")
def notes() -> list[str]:
    """What the routes write of each of the trips."""
    gazetteer = Gazetteer.bundled()

    def place(name):
        return gazetteer.lookup(name)[0].place

    return [route(place(one), place(other), mode=mode, day=day).note for one, other, mode, day, _ in TRIPS]


def test_each_trip_has_the_sentence_that_it_is_here_for(notes):
    for note, (*_, words) in zip(notes, TRIPS, strict=True):
        assert words in note


@pytest.mark.parametrize("code", OTHERS)
def test_every_sentence_is_put_in_the_language(notes, code):
    for note in notes:
        words = note_words(note, language_of(code), {})
        assert words
        assert not {"the", "line", "known"} & set(words.lower().split()), words


def test_names_and_large_numbers_are_written_as_the_page_writes_them():
    note = "No road joins the two ends within Armenia and Bosnia and Herzegovina: the line goes through Georgia. Another way of 3,845 km is about as likely."
    words = note_words(note, language_of("de"), {})
    assert "Armenien und Bosnien und Herzegowina" in words
    assert "Georgien" in words
    assert "3.845 km" in words
    far = "Berlin is 7 km from the road: the line between is straight."
    assert note_words(far, language_of("fr"), {"Berlin": "Berlin-en-France"}).startswith("Berlin-en-France est à 7 km")


def test_neighbours_are_told_in_the_language():
    note = "Nan and Mae Sot lie nearer to each other than to the network: the line is straight."
    assert note_words(note, language_of("de"), {"Nan": "Nan", "Mae Sot": "Mae Sot"}).startswith("Nan und Mae Sot liegen näher")


def test_it_is_said_in_each_language_that_a_line_leads_through_an_inferred_stop():
    note = "That the way led through Vienna is inferred. France is an area: the line goes to one point in it."
    for code in OTHERS:
        words = note_words(note, language_of(code), {"Vienna": "Wien"})
        assert "Wien" in words
        assert "inferred" not in words


def test_a_full_stop_in_a_name_ends_no_sentence():
    note = "St. Paul is an area: the line goes to one point in it. Drawn by the stops of the St. Paul Express."
    words = note_words(note, language_of("es"), {})
    assert words == "St. Paul es una zona: la línea va a un punto de ella. Trazado por las paradas del tren St. Paul Express."


def test_what_an_editor_wrote_is_left_alone_and_marked_as_english():
    itinerary, routes = example.rail_trip()
    told = [replace(each, note="We walked it.") for each in routes]
    leg = publish(itinerary, told, language=language_of("ko"))["journeys"][0]["legs"][0]
    assert leg["note"] == "We walked it."
    assert leg["noteLang"] == "en"


def test_english_notes_stay_as_they_are(notes):
    for note in notes:
        assert note_words(note, language_of("en"), {}) == note


@pytest.fixture(scope="module")
def doubt() -> Doubt:
    """What speaks against 9,000 km on foot in a day."""
    itinerary, routes = journeys.walk()
    return find_doubts(itinerary, [replace(each, length_km=9_000.0) for each in routes])[0]


class TestDoubts:
    def test_in_english_they_are_what_the_routes_write(self, doubt):
        assert doubt_words(doubt, "foot", "Marsh End", "Old Light", language_of("en")) == doubt.words

    @pytest.mark.parametrize("code", OTHERS)
    def test_in_other_languages_they_have_the_figures(self, doubt, code):
        words = doubt_words(doubt, "foot", "Marsh End", "Old Light", language_of(code))
        assert language_of(code).grouped(9000) in words
        assert "Old Light" in words
        assert "faster" not in words
