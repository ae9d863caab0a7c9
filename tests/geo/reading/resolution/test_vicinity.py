import pytest

from geo.model import Mention, Resolution
from geo.reading.articles.article import article_from_text
from geo.reading.places import PlaceReader
from geo.reading.resolution.vicinity import is_unheld, surroundings


@pytest.fixture(scope="module")
def reader(gaz):
    return PlaceReader(gaz)


def choose(reader, text, *names):
    """Choose the places of names in a text, each at its first mention."""
    found = reader.choose(article_from_text(text), sorted((text.index(name), text.index(name) + len(name)) for name in names))
    return {r.mention.quote.text: r for r in found}


class TestLocate:
    def test_a_street_lies_where_its_text_is(self, reader):
        text = "Police in Leeds closed Hollinbeck Row on Monday. Cars were sent by way of Bradford and Wakefield."
        street = choose(reader, text, "Leeds", "Hollinbeck Row", "Bradford", "Wakefield")["Hollinbeck Row"]
        assert street.place is None
        assert street.vicinity.place.name == "Leeds"
        assert street.vicinity.confidence > 0.6

    def test_it_lies_where_most_are_rather_than_at_a_far_place_told_by_the_way(self, reader):
        text = (
            "Firefighters came from Leeds, Bradford and Wakefield. Her brother, who lives in Sydney, heard of the fire at Hollinbeck Row "
            "and flew home. Leeds has two stations."
        )
        hall = choose(reader, text, "Leeds", "Bradford", "Wakefield", "Sydney", "Hollinbeck Row")["Hollinbeck Row"]
        assert hall.vicinity.place.country == "GB"

    def test_all_mentions_of_a_name_lie_at_the_same_place(self, gaz):
        text = "Hollinbeck Row in Leeds is closed. Bradford is not. Hollinbeck Row opens on Monday."
        starts = [0, text.rindex("Hollinbeck")]
        found = PlaceReader(gaz).choose(
            article_from_text(text),
            [
                (starts[0], starts[0] + 14),
                (18, 23),
                (text.index("Bradford"), text.index("Bradford") + 8),
                (starts[1], starts[1] + 14),
            ],
        )
        assert found[0].mention.quote.text == found[3].mention.quote.text == "Hollinbeck Row"
        assert found[0].vicinity == found[3].vicinity
        assert found[0].vicinity is not None

    def test_alone_in_its_text_it_lies_nowhere(self, reader):
        street = choose(reader, "Hollinbeck Row was closed on Monday.", "Hollinbeck Row")["Hollinbeck Row"]
        assert (street.place, street.vicinity) == (None, None)

    def test_a_continent_is_too_large_to_be_near(self, reader):
        text = "Hollinbeck Row is the best known street in Europe."
        assert choose(reader, text, "Hollinbeck Row", "Europe")["Hollinbeck Row"].vicinity is None

    def test_what_the_gazetteer_holds_is_left_as_it_is(self, reader):
        found = choose(reader, "He drove from Leeds to Bradford.", "Leeds", "Bradford")
        assert all(r.place is not None and r.vicinity is None for r in found.values())

    def test_it_says_why(self, reader):
        text = "Police in Leeds closed Hollinbeck Row on Monday."
        reasons = choose(reader, text, "Leeds", "Hollinbeck Row")["Hollinbeck Row"].reasons
        assert reasons[-1] == "It is thought to lie in or near Leeds, which the text names beside it."


class TestSurroundings:
    def test_a_name_is_not_beside_itself_and_the_nearest_comes_first(self, reader):
        text = "Leeds and Wakefield closed. Hollinbeck Row in Bradford did not, nor did Leeds."
        article = article_from_text(text)
        spans = [
            (text.index(name), text.index(name) + len(name)) for name in ("Leeds", "Wakefield", "Hollinbeck Row", "Bradford")
        ]
        found = reader.choose(article, spans)
        around = surroundings(found, {"hollinbeck row": [2], "leeds": [0]})
        assert [beside.place.name for beside in around["hollinbeck row"]] == ["Bradford", "Wakefield", "Leeds"]
        assert "Leeds" not in [beside.place.name for beside in around["leeds"]]

    def test_an_adjective_is_no_place_that_is_not_held(self, reader):
        text = "The Zorbian team."
        found = reader.choose(article_from_text(text), [(4, 11)])[0]
        quote = found.mention.quote
        assert is_unheld(found)
        assert not is_unheld(Resolution(Mention(quote, "demonym"), None))
