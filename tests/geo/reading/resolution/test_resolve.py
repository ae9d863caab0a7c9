import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer import Candidate, Kind, Place
from geo.model import Mention
from geo.reading.articles.article import article_from_text
from geo.reading.recognition.mentions import find_mentions
from geo.reading.resolution.agreement import Choices
from geo.reading.resolution.options import option_of
from geo.reading.resolution.resolve import Resolver, _rounded, resolve, resolve_story

NEAR = ((1, 50.0), (2, 50.3))
FAR = ((3, -50.0),)


def read(text, gaz):
    article = article_from_text(text)
    return {r.mention.quote.text: r for r in resolve(find_mentions(article, gaz), article, gaz)}


class TestContainment:
    @pytest.mark.parametrize(
        ("text", "name", "country", "admin1"),
        [
            ("A fire broke out in Moscow, Idaho, on Monday.", "Moscow", "US", "ID"),
            (
                "A fire broke out in Moscow on Monday, and the Kremlin was closed. Trains from Saint Petersburg were late.",
                "Moscow",
                "RU",
                "48",
            ),
            ("He drove from Dallas to Paris, Texas.", "Paris", "US", "TX"),
            ("He flew from Rome to Paris.", "Paris", "FR", "11"),
            ("The hospital in London, Ontario, was full.", "London", "CA", "08"),
            ("Talks in Tbilisi ended. Georgia and Armenia signed.", "Georgia", "GE", ""),
            ("Voters in Atlanta and Savannah, Georgia, queued.", "Georgia", "US", "GA"),
            (
                "Buses left Tapachula for the northern cities of Hermosillo and Monterrey.",
                "Monterrey",
                "MX",
                "19",
            ),  # not in Chiapas
        ],
    )
    def test_namesakes_are_told_apart(self, text, name, country, admin1, gaz):
        place = read(text, gaz)[name].place
        assert place.country == country
        assert not admin1 or place.admin1 == admin1

    @pytest.mark.parametrize(
        ("text", "name", "code", "country"),
        [
            ("The truck crossed from Kentucky into Ohio.", "Ohio", "ADM1", "US"),
            ("The senator flew back to Washington.", "Washington", "PPLC", "US"),
            ("After the flight from Washington, the secretary of state rested.", "Washington", "PPLC", "US"),
            ("Storms hit Seattle and Tacoma, and Washington was without power.", "Washington", "ADM1", "US"),
            ("They drove from Mexico City through southern Mexico.", "Mexico", "PCLI", "MX"),
            ("Leaders of the EU met in Brussels.", "EU", "RGN", ""),
            ("He met the ambassador at the White House.", "White House", "GOVT", "US"),
            ("The road is Russia's gateway to the Far East.", "Far East", "RGN", "RU"),
            ("The minister arrived in Kabul. She flew to Islamabad for talks.", "Islamabad", "PPLC", "PK"),
            ("The minister arrived in Kabul. She flew to Sofia for talks.", "Sofia", "PPLC", "BG"),
        ],
    )
    def test_what_is_greater_beats_what_only_shares_its_name(self, text, name, code, country, gaz):
        place = read(text, gaz)[name].place
        assert (place.kind.code, place.country) == (code, country)

    def test_one_sense_in_a_text(self, gaz):
        article = article_from_text("A fire broke out in Moscow, Idaho. Firemen from Pullman came to Moscow.")
        found = [r.place.country for r in resolve(find_mentions(article, gaz), article, gaz) if r.mention.quote.text == "Moscow"]
        assert found == ["US", "US"]


class TestLists:
    def test_a_list_of_cities_says_of_none_that_it_lies_in_the_next(self, gaz):
        found = read("The airline has offices in Athens, Geneva, Larnaca, Nairobi, Seoul and Toronto.", gaz)
        countries = {"Athens": "GR", "Geneva": "CH", "Larnaca": "CY", "Nairobi": "KE", "Seoul": "KR", "Toronto": "CA"}
        assert {name: found[name].place.country for name in countries} == countries

    def test_a_list_may_tell_the_state_of_each(self, gaz):
        found = read("Shops in Moscow, Idaho, Paris, Texas, and Athens, Ohio, will close.", gaz)
        assert [found[name].place.admin1 for name in ("Moscow", "Paris", "Athens")] == ["ID", "TX", "OH"]


class TestCounties:
    def test_a_town_in_a_county_of_the_story_is_meant_and_so_is_the_county_that_holds_it(self, gaz):
        found = read("Volunteers from Paris were called out on Monday. A road in Henry County was closed until noon.", gaz)
        assert [(found[name].place.country, found[name].place.admin1) for name in ("Paris", "Henry County")] == [("US", "TN")] * 2

    def test_it_is_among_the_reasons(self, gaz):
        found = read("Volunteers from Paris were called out on Monday. A road in Henry County was closed until noon.", gaz)
        assert "It lies in a county that the text names." in found["Paris"].reasons
        assert "A town that the text names lies in it." in found["Henry County"].reasons

    def test_a_county_elsewhere_leaves_a_city_as_it_is(self, gaz):
        found = read("Farmers of Kent County flew to Paris on Monday to see the trade fair and the exhibition of machines.", gaz)
        assert found["Paris"].place.country == "FR"


class TestOtherSpellings:
    def test_the_country_of_the_text_decides_between_spellings(self, gaz):
        russia = read("They met at the station in Hassan, Russia, before the train went on to Vladivostok.", gaz)["Hassan"]
        india = read("A bus fell into a gorge near Hassan, Karnataka, on Monday.", gaz)["Hassan"]
        assert (russia.place.name, russia.place.country) == ("Khasan", "RU")
        assert (india.place.name, india.place.country) == ("Hassan", "IN")
        assert any("another spelling" in reason for reason in russia.reasons)


class TestStory:
    def test_articles_of_a_story_help_each_other(self, gaz):
        first = article_from_text("The storm hit Springfield at noon.")
        second = article_from_text("Roads in Illinois were closed between Decatur, Illinois, and Peoria, Illinois.")
        mentions = {article.id: find_mentions(article, gaz) for article in (first, second)}
        found = resolve_story([first, second], mentions, gaz)
        assert found[first.id][0].place.admin1 == "IL"
        assert [len(found[a.id]) for a in (first, second)] == [len(mentions[a.id]) for a in (first, second)]


class TestFolder:
    STORIES = (
        "He drove from Dayton to Toledo, Ohio, and on to Columbus, Ohio. Dublin, Ohio, was closed, and so was Athens, Ohio.",
        "Ministers met in Lisbon and Porto. Athens sent nobody; trains from Thessaloniki and Patras stood still.",
        "A fire in Irkutsk spread to Chita. Flights from Khabarovsk were late.",
    )

    def places(self, texts, gaz):
        articles = [article_from_text(text) for text in texts]
        found = resolve_story(articles, {a.id: find_mentions(a, gaz) for a in articles}, gaz)
        return [[(r.place, r.confidence) for r in found[a.id]] for a in articles]

    def test_unrelated_articles_do_not_pull_each_other(self, gaz):
        assert self.places(self.STORIES, gaz) == [self.places([text], gaz)[0] for text in self.STORIES]

    def test_the_order_of_the_articles_does_not_matter(self, gaz):
        assert self.places(self.STORIES[::-1], gaz) == self.places(self.STORIES, gaz)[::-1]


class TestAnswers:
    def test_areas_are_areas(self, gaz):
        found = read("She toured Russia and Siberia, then flew to Irkutsk.", gaz)
        assert found["Russia"].place.is_area
        assert not found["Irkutsk"].place.is_area

    def test_an_unknown_name_is_kept_with_a_reason(self, gaz):
        article = article_from_text("They camped in Qwzxtown.")
        mention = article.quote(15, 23)
        (found,) = resolve([type(find_mentions(article_from_text("He went to Lima."), gaz)[0])(mention)], article, gaz)
        assert found.place is None
        assert "no place named Qwzxtown" in found.reasons[0]

    def test_below_the_threshold_nothing_is_pinned_but_the_candidates_stay(self, gaz):
        article = article_from_text("He was born in Springfield.")
        (found,) = Resolver(gaz, threshold=0.999).resolve([(article, find_mentions(article, gaz))])[0]
        assert found.place is None
        assert len(found.candidates) > 1
        assert "the text does not tell which" in found.reasons[0]

    def test_a_bare_direction_is_no_place_and_says_so(self, gaz):
        found = read("The rebels hold the North and fight on.", gaz)["North"]
        assert found.place is None
        assert found.reasons == ("North alone tells a direction, and not which place is meant.",)

    def test_a_town_called_after_a_direction_is_one_where_the_text_tells_its_state(self, gaz):
        assert read("A plant blew up in West, Texas, on Wednesday.", gaz)["West"].place.admin1 == "TX"

    def test_confidence_falls_with_doubt(self, gaz):
        sure = read("He was born in Springfield, Illinois.", gaz)["Springfield"]
        unsure = read("He was born in Springfield.", gaz)["Springfield"]
        assert sure.confidence > unsure.confidence

    def test_a_town_alone_in_a_long_text_may_be_the_paper_s_own(self, gaz):
        brief = "The council of Paris met on Monday."
        long = brief + " It spoke of the budget, of two broken pumps and of the school's new roof, and adjourned at nine." * 8
        assert read(long, gaz)["Paris"].confidence < read(brief, gaz)["Paris"].confidence

    def test_a_town_and_the_county_about_it_are_one_place_to_be_sure_of(self):
        here, there = (
            [Place(f"test:{n}", "Hofbau", Kind("P", "PPL"), lat, 20.0, "RR") for n, lat in lats] for lats in (NEAR, FAR)
        )
        options = tuple(option_of(Candidate(place, "Hofbau")) for place in (*here, *there))
        assert Choices(options, (0.5, 0.25, 0.125), ({}, {}, {})).confidence(0) == 0.75

    def test_the_bare_name_of_a_town_and_its_airport_is_the_town(self, gaz):
        place = read("The minister left Oslo on Monday and arrived in Molde by train.", gaz)["Molde"].place
        assert (place.name, place.kind.is_populated) == ("Molde", True)

    def test_an_airport_may_be_called_by_the_first_words_of_its_name(self, gaz):
        article = article_from_text("She flew from London Gatwick.")
        (found,) = resolve([Mention(article.quote(14, 28))], article, gaz)
        assert found.place.kind.code == "AIRP"

    def test_a_town_is_not_called_by_a_name_of_former_days_that_another_of_its_country_bears(self, gaz):
        place = read("The choir had lunch in Terre Haute and went on to Peoria.", gaz)["Terre Haute"].place
        assert place.name == "Terre Haute"

    def test_a_city_is_still_called_by_a_part_of_its_name(self, gaz):
        assert read("The choir left Leeds and went on to Hull.", gaz)["Hull"].place.name == "Kingston upon Hull"

    def test_reasons_are_words(self, gaz):
        reasons = read("A fire broke out in Moscow, Idaho.", gaz)["Moscow"].reasons
        assert "The text says that it is in Idaho." in reasons

    def test_a_metonym_is_resolved_and_says_so(self, gaz):
        found = read("Moscow said that it would reply.", gaz)["Moscow"]
        assert found.place.country == "RU"
        assert "stands for those who govern" in found.reasons[-1]

    def test_the_same_text_gives_the_same_answer(self, gaz):
        text = "From Paris they went to London and Athens, then to Cambridge and Springfield."
        assert read(text, gaz) == read(text, gaz)


@given(st.one_of(st.floats(0, 1), st.integers(0, 2000).map(lambda halves: halves / 2000)))
def test_chances_are_rounded_as_python_rounds(chance):
    assert str(_rounded(chance)) == str(round(chance, 3))
