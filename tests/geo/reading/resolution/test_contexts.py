"""Which articles help each other."""

import pytest

from geo.model import Mention, Quote
from geo.reading.resolution.contexts import group_by_places


def groups(*articles):
    mentions = [[Mention(Quote("a", 0, 1, name)) for name in article.split(", ") if name] for article in articles]
    return group_by_places(mentions, lambda name: name != "russia")


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        (("Lima, Cusco, Puno", "Cusco, Puno, Arica"), [[0, 1]]),
        (("Lima, Cusco, Puno", "Oslo, Bergen"), [[0], [1]]),
        (("Lima, Cusco", "Cusco, Oslo, Bergen"), [[0], [1]]),
        (("Lima, Cusco, Puno", "Oslo, Bergen", "Puno, Lima"), [[0, 2], [1]]),
    ],
)
def test_articles_that_name_the_same_places_are_a_group(articles, expected):
    assert groups(*articles) == expected


def test_a_country_joins_nothing():
    assert groups("Russia, Omsk, Tomsk", "Russia, Oslo, Bergen") == [[0], [1]]


def test_a_third_article_does_not_join_two_that_share_nothing():
    assert groups("Lima, Cusco", "Lima, Cusco, Oslo, Bergen", "Oslo, Bergen") == [[0, 1], [2]]


def test_a_short_article_goes_with_the_one_story():
    assert groups("Lima, Cusco", "Arica", "Cusco, Lima, Puno") == [[0, 1, 2]]


def test_a_short_article_among_several_stories_stands_alone():
    assert groups("Lima, Cusco", "Arica", "Oslo, Bergen") == [[0], [1], [2]]


def test_short_articles_alone_are_one_story():
    assert groups("Lima", "Arica", "") == [[0, 1, 2]]
