"""The names on the ground: which there are, before the page thins them out."""

from __future__ import annotations

import pytest

from maps.extent import Extent
from maps.labels import ground_labels
from maps.language import ENGLISH, language_of

YORKSHIRE = Extent(-0.71, 54.40, -0.52, 54.52)
KOREA = Extent(125.7, 39.0, 131.9, 43.2)
BOHEMIA = Extent(13.0, 49.0, 16.0, 51.0)
PORTUGAL = Extent(-10.5, 38.0, -8.0, 40.0)


def names(view: Extent, tier: str, language=ENGLISH) -> list[str]:
    return [label["name"] for label in ground_labels(view, view, [], language) if label["tier"] == tier]


def shown(view: Extent, label: dict) -> bool:
    """Tell whether a label lies in a view or in what a page shows around it."""
    around = view.grown(view.span * 0.3)
    lon, lat = label["at"]
    return around.west < lon < around.east and around.south < lat < around.north


@pytest.mark.parametrize(("view", "sea"), [(YORKSHIRE, "North Sea"), (KOREA, "Sea of Japan"), (PORTUGAL, "Atlantic Ocean")])
def test_a_region_has_the_name_of_its_sea_where_it_shows_the_sea(view, sea):
    assert any(shown(view, label) for label in ground_labels(view, view, [], ENGLISH) if label["name"] == sea)


def test_no_sea_is_named_beyond_the_land_that_parts_it_from_the_water():
    for view in (YORKSHIRE, PORTUGAL):
        seas = {
            label["name"] for label in ground_labels(view, view, [], ENGLISH) if label["tier"] == "sea" and shown(view, label)
        }
        assert len(seas) == 1


def test_no_sea_is_named_inland():
    assert names(BOHEMIA, "sea") == []


def test_a_country_of_which_a_region_shows_a_part_is_named_in_that_part():
    russia = [label["at"] for label in ground_labels(KOREA, KOREA, [], ENGLISH) if label["name"] == "Russia"]
    assert any(lat < 44.5 and lon < 133.5 for lon, lat in russia)


def test_what_a_stop_is_named_for_is_not_named_again():
    taken = ground_labels(BOHEMIA, BOHEMIA, ["Prague"], ENGLISH)
    assert "Prague" not in {label["name"] for label in taken}
    assert "Prague" in names(BOHEMIA, "city")


def test_names_are_in_the_language_of_the_page():
    assert "Японское море" in names(KOREA, "sea", language_of("ru"))
    assert "Находка" in names(KOREA, "city", language_of("ru"))
