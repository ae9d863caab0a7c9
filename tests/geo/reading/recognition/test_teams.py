"""A place that plays is a team, whatever word tells it."""

import pytest

from geo.reading.recognition.teams import _ADVERBS, _PLAYS, is_team


@pytest.mark.parametrize("verb", _PLAYS.split("|"))
def test_what_teams_do(verb):
    assert is_team(f"Brazil {verb}.", 0, 6)
    assert is_team(f"Brazil narrowly {verb} again", 0, 6)


@pytest.mark.parametrize("adverb", _ADVERBS.split("|"))
def test_a_word_between(adverb):
    assert is_team(f"Brazil {adverb} beat Chile", 0, 6)


@pytest.mark.parametrize(
    "behind",
    [
        " 3-1",
        " won the cup",
        " wins gold",
        " lost to Chile",
        " drew 1-1",
        " tied with Peru",
        " was knocked out",
        " were",
        "\nare good",
    ],
)
def test_results_and_plurals(behind):
    assert is_team(f"Brazil{behind}", 0, 6)


@pytest.mark.parametrize(
    "behind", ["", " ", ".", "'s beat", ", beat", " lies far off", " has rain", " won a prize", " beatific", " is hot"]
)
def test_others_are_places(behind):
    assert not is_team(f"Brazil{behind}", 0, 6)


@pytest.mark.parametrize("before", ["a 3-2 victory over", "the quarter-final  against", "they lost to", "beaten by"])
def test_who_is_played_against(before):
    assert is_team(f"It was {before} Brazil", len(before) + 8, len(before) + 14)
