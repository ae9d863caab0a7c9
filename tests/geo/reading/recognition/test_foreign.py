from pathlib import Path

import pytest

import geo
from geo.reading.articles.article import article_from_text
from geo.reading.recognition.mentions import find_mentions
from geo.reading.resolution.resolve import resolve
from geo.reading.text.language import language_of, say_what_is_not_read


def texts():
    lines = (Path(__file__).parents[1] / "data" / "foreign.tsv").read_text(encoding="utf-8").split("\n")
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(language, places.replace("_", "\u00a0").split(" "), text) for language, places, text in rows]


class TestTexts:
    @pytest.mark.parametrize(("language", "text"), [(language, text) for language, _, text in texts()])
    def test_the_language_is_told(self, language, text):
        assert language_of(article_from_text(text)) == language

    @pytest.mark.parametrize(("language", "text"), [(language, text) for language, _, text in texts()])
    def test_a_notice_in_english_above_a_long_text_hides_it_from_nobody(self, language, text):
        notice = (
            "This page keeps small files on your device, so that it knows you when you come back. Choose which of them it may keep. "
            * 4
        )
        assert language_of(article_from_text(f"{notice}\n\n" + f"{text}\n\n" * (3500 // len(text)))) == language

    @pytest.mark.parametrize(("places", "text"), [(places, text) for _, places, text in texts()])
    def test_the_places_are_found_and_each_has_a_point(self, places, text, gaz):
        article = article_from_text(text)
        mentions = find_mentions(article, gaz)
        assert [m.quote.text for m in mentions] == [place.replace("\u00a0", " ") for place in places]
        assert all(article.text[m.quote.start : m.quote.end] == m.quote.text for m in mentions)
        assert all(r.place is not None for r in resolve(mentions, article, gaz))

    @pytest.mark.parametrize(("places", "text"), [(places, text) for _, places, text in texts()])
    def test_no_journey_is_read_and_it_is_said(self, places, text, gaz):
        article = article_from_text(text)
        itinerary = geo.read_itinerary([article], gaz)
        assert itinerary.journeys == ()
        assert {r.mention.quote.text for r in itinerary.mentions} <= {place.replace("\u00a0", " ") for place in places}
        (said,) = say_what_is_not_read([article])
        assert "adds no journey" in said


class TestChoosing:
    @pytest.mark.parametrize(
        ("text", "name", "country"),
        [
            ("Der Zug aus Mailand kam spät in Wien an.", "Mailand", "IT"),
            ("Le ministre a quitté Londres pour Moscou.", "Moscou", "RU"),
            ("Он прилетел из Лондона в Женеву.", "Женеву", "CH"),
        ],
    )
    def test_a_name_in_its_own_tongue_or_case(self, text, name, country, gaz):
        article = article_from_text(text)
        found = {r.mention.quote.text: r.place for r in resolve(find_mentions(article, gaz), article, gaz)}
        assert found[name].country == country


class TestLanguageOf:
    @pytest.mark.parametrize(
        "text",
        [
            "Oslo",
            "JUNEAU (AP)",
            "Lima, Peru",
            "omg this traffic!!",
            "Thousands protested, police said.",
            "He went to München and to Köln.",
            "The word for it is любовь, she said.",
            "",
        ],
    )
    def test_english_and_what_is_too_short_to_tell(self, text):
        assert language_of(article_from_text(text or " x")) == "en"

    def test_a_language_that_is_not_read_is_said(self):
        article = article_from_text(
            "Tåget från Stockholm till Göteborg var försenat, och passagerarna fick vänta i flera timmar."
        )
        (said,) = say_what_is_not_read([article])
        assert "not read (sv)" in said
        assert "adds no journey" in said
