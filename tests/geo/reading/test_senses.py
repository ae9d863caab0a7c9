from collections import Counter

import pytest

from geo.model import Mention
from geo.reading.articles.article import article_from_text
from geo.reading.recognition.mentions import find_mentions
from geo.reading.resolution.resolve import resolve
from tests.geo.reading.senses import is_right, read_sentences, sense_read


def kinds(text, gaz):
    return {mention.quote.text: mention.kind for mention in find_mentions(article_from_text(text), gaz)}


class TestSentences:
    @pytest.mark.parametrize(("file", "count", "least"), [("senses.tsv", 200, 180), ("senses_fresh.tsv", 60, 51)])
    def test_nine_in_ten_names_are_read_in_their_sense(self, file, count, least, gaz):
        sentences = read_sentences(file)
        assert len(sentences) == count
        wrong = [s for s in sentences if not is_right(s.sense, sense_read(s, gaz))]
        assert count - len(wrong) >= least, "\n".join(f"{s.sense}: {s.text}" for s in wrong)

    def test_no_sense_is_left_out(self, gaz):
        sentences = read_sentences("senses.tsv")
        right = Counter(s.sense for s in sentences if is_right(s.sense, sense_read(s, gaz)))
        total = Counter(s.sense for s in sentences)
        assert all(right[sense] >= 0.75 * total[sense] for sense in total)


class TestSenses:
    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("Wales were beaten in the final.", "Wales"),
            ("A 2-0 defeat to Norway ended the run.", "Norway"),
            ("Hungary would not sign the text.", "Hungary"),
            ("The offer was rejected by Tehran.", "Tehran"),
        ],
    )
    def test_teams_and_governments(self, text, name, gaz):
        assert kinds(text, gaz)[name] == "metonym"

    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("Trains to Wales were late.", "Wales"),
            ("Vienna will host the fair.", "Vienna"),
            ("The house was built by London masons near Dover.", "Dover"),
            ("Cape Town could see snow, forecasters said.", "Cape Town"),
            ("Denver was hit by hail.", "Denver"),
        ],
    )
    def test_places_where_something_is(self, text, name, gaz):
        assert kinds(text, gaz)[name] == "place"

    def test_a_former_state_keeps_its_point_and_says_that_it_is_no_more(self, gaz):
        article = article_from_text("He was born in Czechoslovakia and moved to Vienna.")
        found = {r.mention.quote.text: r for r in resolve(find_mentions(article, gaz), article, gaz)}
        assert found["Czechoslovakia"].mention.kind == "former"
        assert "It exists no more, so nobody is said to be there now." in found["Czechoslovakia"].reasons

    def test_a_fictional_place_is_kept_without_a_point(self, gaz):
        article = article_from_text("The fictional town of Springfield burned down.")
        (found,) = resolve(find_mentions(article, gaz), article, gaz)
        assert (found.mention.kind, found.place) == ("fictional", None)

    def test_a_fictional_place_is_known_by_what_follows_it_also_in_quotes(self, gaz):
        found = kinds("He wrote of ‘Oslo’ and of 'Lisbon, an imaginary kingdom'.", gaz)
        assert (found["Oslo"], found["Lisbon"]) == ("place", "fictional")

    def test_a_longer_name_of_a_real_place_is_left_as_it_is(self, gaz):
        assert "former" not in kinds("She grew up in King of Prussia, Pennsylvania.", gaz).values()


class TestKnownNames:
    @pytest.mark.parametrize(
        ("text", "name", "country"),
        [
            ("Paris is lovely.", "Paris", "FR"),
            ("He lives in London.", "London", "GB"),
        ],
    )
    def test_a_well_known_name_needs_no_context(self, text, name, country, gaz):
        article = article_from_text(text)
        found = {r.mention.quote.text: r for r in resolve(find_mentions(article, gaz), article, gaz)}
        assert found[name].place.country == country
        assert found[name].confidence > 0.8

    def test_a_well_known_name_is_not_taken_for_another_spelling(self, gaz):
        article = article_from_text("The ferry from Rotterdam reached Hull in England.")
        found = {r.mention.quote.text: r for r in resolve(find_mentions(article, gaz), article, gaz)}
        assert found["Rotterdam"].place.country == "NL"

    @pytest.mark.parametrize(
        ("text", "name", "where"),
        [
            ("The senator flew from Chicago to Columbus, Ohio.", "Chicago", "US.IL"),
            ("The train reached Khasan on Tuesday.", "Khasan", "RU.59"),
            ("The minister went to Hassan on Tuesday.", "Hassan", "IN.19"),
            ("He flew to Odessa on Friday.", "Odessa", "UA.17"),
        ],
    )
    def test_a_town_s_own_name_goes_before_what_another_is_also_called(self, gaz, text, name, where):
        article = article_from_text(text)
        found = {r.mention.quote.text: r for r in resolve(find_mentions(article, gaz), article, gaz)}
        assert f"{found[name].place.country}.{found[name].place.admin1}" == where

    def test_a_name_that_may_be_any_of_many_stays_unsure(self, gaz):
        article = article_from_text("The mayor of Springfield spoke.")
        (found,) = resolve(find_mentions(article, gaz), article, gaz)
        assert found.place is None or found.confidence < 0.5

    def test_the_only_place_of_a_name_is_not_certain(self, gaz):
        text = "Crews worked in Toronto, Hamilton and Ottawa in Ontario. A fire broke out in Bodrum."
        article = article_from_text(text)
        names = ("Toronto", "Ontario", "Bodrum")
        mentions = [Mention(article.quote(text.index(name), text.index(name) + len(name))) for name in names]
        toronto, ontario, bodrum = resolve(mentions, article, gaz)
        assert bodrum.confidence < 0.8
        assert min(toronto.confidence, ontario.confidence) > 0.85, "named with what they lie in"
