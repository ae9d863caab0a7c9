"""What goes into other pages, and what other sites and machines read of a map."""

import html
import json
import re
from dataclasses import replace
from functools import cache

import pytest
from jsonschema import Draft202012Validator

import maps
from gazetteer.errors import InputError
from geo.desk.model import Retraction
from maps.embed import SHARED, snippet, write_shared
from maps.embed.head import validate_base_url
from maps.embed.json_ld import json_ld
from maps.embed.snippets import component, growing_frame, wordpress_frame, wordpress_still
from tests.maps import example
from tests.maps.embed.schemas import MAP, OEMBED

BASE = "https://news.example/maps/trip"
STORIES = ("rail_trip", "pacific_trip", "return_trip", "no_journey", "hostile")


@cache
def drawn(name="rail_trip", **options):
    return maps.journey_map(*getattr(example, name)(), **options)


def page_of(m, tmp_path):
    maps.write_page(m, tmp_path / "map.html")
    return (tmp_path / "map.html").read_text(encoding="utf-8")


def described(page):
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])


class TestSnippets:
    def test_the_plain_frame_has_no_script_and_no_more_rights_than_it_needs(self):
        code = snippet(drawn(), f"{BASE}/map.html")
        assert "<script" not in code
        assert 'sandbox="allow-scripts allow-popups"' in code
        assert 'loading="lazy"' in code
        assert "allow-same-origin" not in code

    def test_the_growing_frame_brings_a_kilobyte_of_script(self):
        assert len(growing_frame(drawn(), "map.html")) - len(snippet(drawn(), "map.html")) < 1024

    def test_a_hostile_title_stays_text(self):
        m = drawn(title='"><script>alert(1)</script>')
        for code in (
            snippet(m, "map.html"),
            wordpress_still(m, "map.html", "map.png"),
            component(m, "map.html", "map.svg", "x.js"),
        ):
            assert "<script>alert" not in code

    def test_wordpress_blocks_are_opened_and_closed(self):
        for code, block in (
            (wordpress_frame(drawn(), BASE), "html"),
            (wordpress_still(drawn(), BASE, f"{BASE}/map.png"), "image"),
        ):
            assert code.startswith(f"<!-- wp:{block} ")
            assert code.endswith(f"<!-- /wp:{block} -->")

    def test_a_page_of_a_given_height_gives_it_to_its_frame(self):
        assert "height:500px" in snippet(drawn(height=500), "map.html")


class TestEmbedPage:
    def test_without_an_address_it_asks_for_one(self, tmp_path):
        maps.write_embed(drawn(), tmp_path / "embed.html")
        page = (tmp_path / "embed.html").read_text(encoding="utf-8")
        assert "with the address of the page" in page
        assert "dateline-map.js" not in page

    def test_with_an_address_every_snippet_is_ready_to_copy(self, tmp_path):
        maps.write_embed(drawn(base_url=BASE, still="map.svg"), tmp_path / "embed.html")
        page = html.unescape((tmp_path / "embed.html").read_text(encoding="utf-8"))
        for name in ("map.html", "map.svg", "map.png", "dateline-map.js"):
            assert f'"{BASE}/{name}"' in page


class TestShared:
    def test_oembed_passes_its_schema(self, tmp_path):
        for card in (True, False):
            write_shared(drawn(base_url=BASE), tmp_path, card=card)
            answer = json.loads((tmp_path / "oembed.json").read_text(encoding="utf-8"))
            Draft202012Validator(OEMBED).validate(answer)
            assert ("thumbnail_url" in answer) == card
        assert sorted(path.name for path in tmp_path.iterdir()) == sorted(SHARED)

    def test_the_component_is_one_small_file(self, tmp_path):
        write_shared(drawn(base_url=BASE), tmp_path)
        assert (tmp_path / "dateline-map.js").stat().st_size < 2048


class TestHead:
    def test_cards_name_the_picture_where_the_address_is_known(self, tmp_path):
        page = page_of(drawn(base_url=BASE, still="map.svg"), tmp_path)
        assert f'<meta property="og:image" content="{BASE}/card.png">' in page
        assert '<meta name="twitter:card" content="summary_large_image">' in page
        assert f'<link rel="alternate" type="application/json+oembed" href="{BASE}/oembed.json"' in page

    def test_without_an_address_or_a_card_no_picture_is_named(self, tmp_path):
        assert "og:image" not in page_of(drawn(), tmp_path)
        assert "card.png" not in page_of(drawn(base_url=BASE), tmp_path)

    def test_a_card_says_that_nobody_reviewed_the_map(self, tmp_path):
        assert 'og:description" content="Draft, not reviewed. Map: Ilse Brandt' in page_of(drawn(), tmp_path)

    def test_no_stop_loses_its_status_where_the_description_ends(self, tmp_path):
        told = re.search(r'og:description" content="([^"]*)"', page_of(drawn(), tmp_path))[1]
        assert told.endswith(".")
        assert told.count("(") == told.count(")")

    @pytest.mark.parametrize(
        "address",
        ["news.example/maps", "ftp://a.example", "https://a:b@c.example", "https://a.example/?x=1", 'https://a.example/"'],
    )
    def test_what_is_no_address_is_refused(self, address):
        with pytest.raises(InputError, match="is no address of a folder"):
            validate_base_url(address)


class TestJsonLd:
    @pytest.mark.parametrize("name", STORIES)
    @pytest.mark.parametrize("base_url", ["", BASE])
    def test_passes_its_schema(self, tmp_path, name, base_url):
        Draft202012Validator(MAP).validate(described(page_of(drawn(name, base_url=base_url), tmp_path)))

    @pytest.mark.parametrize("name", STORIES)
    def test_holds_no_plan_as_a_fact(self, name):
        m = drawn(name)
        reached = {"happened", "under_way", "past"}
        for journey, trip in zip(
            [each for each in m.data["story"]["journeys"] if any(stop["status"] in reached for stop in each["stops"])],
            json_ld(m.data, "en")["about"],
            strict=True,
        ):
            told = [item["item"]["name"] for item in trip["itinerary"]["itemListElement"]]
            assert told == [stop["name"] for stop in journey["stops"] if stop["status"] in reached]

    def test_of_a_retracted_map_only_the_notice_is_left(self, tmp_path):
        itinerary, routes = example.rail_trip()
        gone = replace(itinerary, record=replace(itinerary.record, retraction=Retraction("It was another train.", "2024-06-01")))
        page = page_of(maps.journey_map(gone, routes, base_url=BASE, still="map.svg"), tmp_path)
        about = described(page)
        Draft202012Validator(MAP).validate(about)
        assert (about["creativeWorkStatus"], "about" in about) == ("Retracted", False)
        assert "Prague" not in page


class TestStill:
    def test_stands_in_the_page_for_readers_without_scripts(self, tmp_path):
        page = page_of(drawn(still="map.svg"), tmp_path)
        assert re.search(r'<noscript><img class="still" src="map.svg" alt="Map: Ilse Brandt[^"]*"></noscript>', page)
