"""Reading places on several processes gives what one gives, in the same order."""

import json

import pytest

from gazetteer import Gazetteer
from gazetteer.errors import InputError
from gazetteer.own import read_places
from geo.corpus.place_readers import annotate_on_all_cores, read_on_all_cores
from geo.reading.articles.article import article_from_text
from geo.reading.places import PlaceReader

TOWNS = ("Oslo", "Peoria, Illinois", "Lima", "Springfield", "Khasan")
TEXTS = [f"Article {n}: they left {TOWNS[n % len(TOWNS)]} for {TOWNS[n * 5 % 7 % len(TOWNS)]}." for n in range(200)]


@pytest.fixture(scope="module")
def gaz(tmp_path_factory):
    """The gazetteer with a place of a desk's own, which must reach the processes too."""
    path = tmp_path_factory.mktemp("own") / "own.csv"
    path.write_text("name,lat,lon,aliases,place\nOslo,51.5171,-0.1062,,\n", encoding="utf-8")
    known = Gazetteer.bundled()
    return known.with_places(read_places(path, known))


def lines(texts):
    return [json.dumps({"doc_id": str(number), "text": text}) for number, text in enumerate(texts)]


def test_articles(gaz):
    articles = [article_from_text(text) for text in TEXTS]
    home = gaz.lookup("Chicago")[0].place
    reader = PlaceReader(gaz, home=home)
    found = list(read_on_all_cores(articles, gaz, home=home, workers=2))
    assert found == [reader.read_closely(article) for article in articles]
    weighed = {candidate.place.id for resolutions in found for resolution in resolutions for candidate in resolution.candidates}
    assert "own:oslo" in weighed


def test_a_corpus_and_the_line_that_is_wrong(gaz):
    corpus = lines(TEXTS)
    corpus[130] = "no JSON"
    answers = annotate_on_all_cores(corpus, gaz, workers=2)
    reader = PlaceReader(gaz)
    assert [next(answers) for _ in range(130)] == list(reader.annotate(corpus[:130]))
    with pytest.raises(InputError, match="Line 131 of the corpus"):
        next(answers)


def test_nothing(gaz):
    assert list(annotate_on_all_cores([], gaz, workers=2)) == []
