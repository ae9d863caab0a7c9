"""The itinerary file as a desk uses it: written, read back, corrected by hand, and refused with reasons."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from geo.journeys.itinerary import load_itinerary, write_itinerary
from geo.model import Itinerary, Resolution
from geo.passages import passage_around
from tests.geo.example import FIRST_TEXT, ITINERARY


def without_candidates(found: Resolution, itinerary: Itinerary, *, passage: bool = False) -> Resolution:
    mention = found.mention
    if passage:
        mention = replace(mention, passage=passage_around(itinerary.article(mention.quote.article), mention.quote))
    return replace(found, mention=mention, candidates=())


def as_kept(itinerary: Itinerary) -> Itinerary:
    """What the file promises to keep of an itinerary."""
    return replace(
        itinerary,
        articles=tuple(replace(article, text="", skipped=()) for article in itinerary.articles),
        claims=tuple(
            replace(
                claim,
                places=tuple(replace(part, resolution=without_candidates(part.resolution, itinerary)) for part in claim.places),
            )
            for claim in itinerary.claims
        ),
        mentions=tuple(without_candidates(found, itinerary, passage=True) for found in itinerary.mentions),
        unlocated=tuple(without_candidates(found, itinerary, passage=True) for found in itinerary.unlocated),
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_itinerary(ITINERARY, tmp_path / "itinerary.yaml")


def correct(path: Path, old: str, new: str) -> Itinerary:
    """Do what a person does in an editor, once, and load the file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return load_itinerary(path)


class TestRoundTrip:
    def test_nothing_is_lost(self, path: Path) -> None:
        assert load_itinerary(path) == as_kept(ITINERARY)

    def test_the_second_writing_has_the_same_bytes(self, path: Path, tmp_path: Path) -> None:
        again = write_itinerary(load_itinerary(path), tmp_path / "again.yaml")
        assert again.read_bytes() == path.read_bytes()

    def test_an_empty_itinerary(self, tmp_path: Path) -> None:
        empty = Itinerary(())
        assert load_itinerary(write_itinerary(empty, tmp_path / "empty.yaml")) == empty

    def test_the_article_text_stays_out(self, path: Path) -> None:
        assert "in a light rain" in FIRST_TEXT
        assert "Choir sails for Samoa\n\nSUVA" not in path.read_text(encoding="utf-8")
        assert all(article.text == "" for article in load_itinerary(path).articles)
