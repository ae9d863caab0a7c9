from __future__ import annotations

import pytest

import geo
import maps.film
from tests.geo.example import ITINERARY


@pytest.fixture
def itinerary(tmp_path):
    return geo.write_itinerary(ITINERARY, tmp_path / "itinerary.yaml")


@pytest.fixture
def small(monkeypatch):
    monkeypatch.setitem(maps.film.SHAPES, "1:1", (160, 160))


@pytest.mark.usefixtures("small")
def test_writes_the_film_and_prints_its_path_alone(dateline, itinerary, tmp_path):
    result = dateline("film", itinerary, "-o", tmp_path / "film.gif", "--shape", "1:1")
    assert result.exit_code == 0
    assert result.stdout == f"{tmp_path / 'film.gif'}\n"
    assert (tmp_path / "film.gif").read_bytes().startswith(b"GIF89a")


def test_nothing_but_words_goes_into_a_pipe(dateline, itinerary, tmp_path, monkeypatch):
    monkeypatch.setattr(maps.film, "write_film", lambda *_, progress, **__: progress)
    told = dateline("film", itinerary, "-o", tmp_path / "film.gif").stderr
    assert told.splitlines()[:3] == ["Finding the way of each leg", "Drawing the map", "Drawing the film"]
    assert "\x1b" not in told


def test_a_name_that_is_no_film_is_one_sentence(dateline, itinerary, tmp_path):
    result = dateline("film", itinerary, "-o", tmp_path / "film.mov")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1] == f"Error: {tmp_path / 'film.mov'} is no name for a film; end it in .mp4 or .gif."


def test_an_itinerary_that_is_not_there_is_one_sentence(dateline, tmp_path):
    result = dateline("film", tmp_path / "none.yaml", "-o", tmp_path / "film.mp4")
    assert result.exit_code == 1
    assert "none.yaml" in result.stderr.splitlines()[-1]
    assert not (tmp_path / "film.mp4").exists()
