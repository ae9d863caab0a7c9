import json

from geo.reading.articles.article import article_from_text
from geo.reading.places import PlaceReader

TEXT = "Police in Leeds closed Hollinbeck Row on Monday."
MARKED = [{"start": 10, "end": 15}, {"start": 23, "end": 37}]


def annotated(gaz, *, given):
    line = json.dumps({"doc_id": "1", "text": TEXT, "mentions": MARKED})
    return {m["name"]: m for m in json.loads(next(PlaceReader(gaz).annotate([line], given=given)))["mentions"]}


class TestNamesOfNoGazetteer:
    def test_marked_as_a_place_it_gets_the_point_that_it_is_near(self, gaz):
        found = annotated(gaz, given=True)
        street, town = found["Hollinbeck Row"], found["Leeds"]
        assert (street["lat"], street["lon"], street["approximate"]) == (town["lat"], town["lon"], True)
        assert street["id"] is None
        assert street["confidence"] == street["near"]["confidence"] > 0.5
        assert "approximate" not in town

    def test_found_by_the_reader_it_gets_none(self, gaz):
        for record in annotated(gaz, given=False).values():
            assert (record["lat"] is None) == (record["id"] is None)
            assert "approximate" not in record

    def test_a_person_is_told_what_it_is_near(self, gaz):
        article = article_from_text(
            "A fire broke out in Leeds on Monday. Crews from Bradford came to Hollinbeck Avenue, in the north of Leeds."
        )
        found = {r.mention.quote.text: r for r in PlaceReader(gaz).read_closely(article)}
        assert found["Hollinbeck Avenue"].place is None
        assert found["Hollinbeck Avenue"].vicinity.place.name in ("Bradford", "Leeds")
