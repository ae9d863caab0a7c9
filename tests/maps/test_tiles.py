from __future__ import annotations

import pytest

import maps
from gazetteer.errors import InputError
from maps.tiles import tiles_from
from tests.maps import example

URL = "https://tiles.example.org/{z}/{x}/{y}.png"


def test_a_page_with_tiles_may_ask_their_host_and_nobody_else_and_credits_them():
    page = maps.journey_map(*example.rail_trip(), tiles=tiles_from(URL, "Example Tiles")).get_root().render()
    assert "img-src data: https://tiles.example.org;" in page
    assert "Map tiles: Example Tiles." in page


@pytest.mark.parametrize(
    "url",
    [
        "http://tiles.example.org/{z}/{x}/{y}.png",
        "https://a.b/{z}.png",
        "javascript:{z}{x}{y}",
        "https://a.b; script-src */{z}{x}{y}",
    ],
)
def test_what_is_no_address_of_tiles_is_refused(url):
    with pytest.raises(InputError, match="is no address of tiles"):
        tiles_from(url, "x")


def test_tiles_need_a_credit():
    with pytest.raises(InputError, match="--tiles-credit"):
        tiles_from(URL, " ")
