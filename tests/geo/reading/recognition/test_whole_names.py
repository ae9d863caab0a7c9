"""Names that the tagger cut: the whole of them, the town of a facility, the country of a border."""

import pytest

from geo.model import Mention
from geo.reading.recognition.whole_names import whole_names
from tests.geo.stories import articles, gazetteer, stops, tell


def whole(text, cut, kind="place"):
    (article,) = articles(text)
    start = text.index(cut)
    found = whole_names(article, [Mention(article.quote(start, start + len(cut)), kind)], gazetteer())
    return [(m.quote.text, m.kind) for m in found]


class TestWholeNames:
    @pytest.mark.parametrize(
        ("text", "cut", "name"),
        [
            ("They flew to Dar es Salaam at dawn.", "Dar", "Dar es Salaam"),
            ("They walked to Aix en Provence in a week.", "Aix", "Aix en Provence"),
            ("They changed at Clermont-Ferrand for Vichy.", "Clermont", "Clermont-Ferrand"),
            (
                "They came by way of John F. Kennedy International Airport.",
                "Kennedy International Airport",
                "John F. Kennedy International Airport",
            ),
            ("They saw San Diego Zoo.", "San", "San Diego"),
            ("A flight out of London Gatwick was late.", "London", "Gatwick"),
        ],
    )
    def test_are_given_back(self, text, cut, name):
        assert whole(text, cut) == [(name, "place")]

    @pytest.mark.parametrize(
        ("text", "cut"),
        [
            ("They drove from Springfield City Hall to Ohio.", "Springfield"),
            ("The people of Lisbon and Porto cheered.", "Lisbon"),
            ("President Lincoln left.", "Lincoln"),
            ("They met at Lisbon Anna Berg and her son.", "Lisbon"),
        ],
    )
    def test_are_no_longer_than_the_gazetteer_knows_them(self, text, cut):
        assert whole(text, cut) == [(cut, "place")]


class TestPlaces:
    @pytest.mark.parametrize(
        "text",
        [
            "The pandas came from Leipzig Zoo by lorry.",
            "He was flown to Leipzig University Hospital.",
            "Their train left from Leipzig Central Station.",
        ],
    )
    def test_the_town_of_a_facility_is_one(self, text):
        assert whole(text, "Leipzig", "part") == [("Leipzig", "place")]

    @pytest.mark.parametrize(
        "text", ["Leipzig Zoo has new pandas.", "She writes for Leipzig Zoo News.", "He bought a Leipzig Glass."]
    )
    def test_what_is_only_a_part_stays_one(self, text):
        assert whole(text, "Leipzig", "part") == [("Leipzig", "part")]

    @pytest.mark.parametrize(
        ("text", "cut"), [("They reached the Malaysian border.", "Malaysian"), ("They left Turkish waters.", "Turkish")]
    )
    def test_the_country_of_a_border_is_one(self, text, cut):
        assert whole(text, cut, "demonym") == [(cut, "place")]

    def test_the_adjective_of_a_people_is_none(self):
        assert whole("They met a Malaysian envoy.", "Malaysian", "demonym") == [("Malaysian", "demonym")]
        assert whole("They met at the Thai-Malaysian border.", "Malaysian", "demonym") == [("Malaysian", "demonym")]


class TestStories:
    @pytest.mark.parametrize(
        ("text", "names"),
        [
            ("Anna Berg flew from Nairobi to Dar es Salaam on Monday.", ["Nairobi", "Dar es Salaam"]),
            ("Anna Berg was flown from Abu Simbel to Cairo on Monday.", ["Abu Simbel", "Cairo"]),
            ("Anna Berg left Lisbon on Sunday and sailed around Cape Horn on Monday.", ["Lisbon", "Cape Horn"]),
            ("Anna Berg left Athens on Sunday and landed at Shannon in the west of Ireland.", ["Athens", "Shannon"]),
            ("Anna Berg sailed from Newport , RI, to New York.", ["Newport", "New York City"]),
        ],
    )
    def test_the_right_places_are_found(self, text, names):
        assert stops(tell(text)) == names

    def test_a_town_is_no_person_where_its_harbour_was_taken_for_one(self):
        told = tell(
            "Anna Berg was airlifted to Sydney airport on Monday, the clinic said. The ship left Sydney Harbour Tuesday after a long visit."
        )
        assert "Sydney" in {s.place.name for j in told.journeys for s in j.stops}
