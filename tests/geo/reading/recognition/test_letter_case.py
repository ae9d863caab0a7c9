"""Texts written all in capitals: read with the letters that their words usually have, and quoted as they are written."""

import pytest

from geo.reading.recognition.letter_case import CaseRestorer
from tests.geo.stories import articles, gazetteer, journey, legs, stops, tell

TAIL = " The weather in the whole area remained fair, and no damage to any of the bridges was reported by the authorities."


def restored(text):
    (article,) = articles((text + TAIL).upper())
    read = CaseRestorer(gazetteer()).restore(article).text
    assert len(read) == len(article.text)
    return read.removesuffix(TAIL)


class TestLetters:
    @pytest.mark.parametrize(
        "text",
        [
            "The Moroccan envoy left Rabat for Algiers and will return to Rabat by way of Paris.",
            "A Cuban freighter sailed from Havana on 3 June with 40 km of cable.",
            "It docked in Las Palmas and left for Santa Cruz de Tenerife.",
            "General Manuel Ortega arrived in San Jose, Costa Rica, on Wednesday. Foreign minister Rodrigo Madrigal said Ortega was tired.",
            "The U.S. secretary of state, James Baker, traveled to Moscow. Mr. Baker told us that he couldn't say whether he'd go on.",
            "The minister flew to Madrid in March and may travel to Turkey in May.",
            "Friday's flight of the national relief agency (NRA) landed at Perth International Airport. The NRA said so.",
            "Bad weather forced a Lufthansa airliner to land at Belgrade. Pilot Karl-Heinz Becker was praised.",
            "He said clearly: Pope John Paul II never came to Frankfurt.",
        ],
    )
    def test_names_keep_their_capitals_and_words_lose_them(self, text):
        assert restored(text).casefold() == text.casefold()
        assert restored(text).replace("international airport", "International Airport") == text

    @pytest.mark.parametrize(
        "text",
        [
            "Anna Berg left Lisbon for Porto on Sunday and met no one on the way there or back.",
            "MINISTER LEAVES FOR PORTO\n\nThe minister left Lisbon for Porto on Sunday and met no one on the way there or back.",
            "LISBON",
        ],
    )
    def test_other_texts_are_left_as_they_are(self, text):
        (article,) = articles(text)
        assert CaseRestorer(gazetteer()).restore(article) is article

    def test_a_dateline_keeps_its_capitals(self):
        assert restored("TUNIS, 14 FEB 88 (MAP) -- The envoy left Rabat.").startswith("TUNIS, 14 FEB 88 (MAP) -- The envoy left")


class TestStory:
    TEXT = "THE PORTUGUESE MINISTER ANNA BERG LEFT LISBON FOR MADRID BY TRAIN TODAY, HER OFFICE SAID.\n\nSHE WILL TRAVEL ON TO PARIS ON FRIDAY."

    def test_is_read_as_any_other(self):
        told = tell(self.TEXT)
        assert stops(told) == ["Lisbon", "Madrid", "Paris"]
        assert legs(told)[0] == ("Lisbon", "Madrid", "train")
        assert journey(told).traveller == "Anna Berg"

    def test_is_quoted_as_it_is_written(self):
        told = tell(self.TEXT)
        assert told.articles[0].text == self.TEXT
        quotes = [c.quote for c in told.claims] + [p.resolution.mention.quote for c in told.claims for p in c.places]
        assert quotes
        assert all(self.TEXT[q.start : q.end] == q.text for q in quotes)
