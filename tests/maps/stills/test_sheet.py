from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest

import maps
from maps.stills.picture import picture_of
from maps.stills.sheet import CARD, card, sheet
from tests.maps import example
from tests.maps.stills.drawn import INKSCAPE, STORIES, SVG, card_of, layer_of, parsed, sheet_of, texts


@pytest.fixture
def rail():
    return parsed(sheet_of("rail").svg(halo_apart=True))


class TestEveryStory:
    @pytest.mark.parametrize("story", STORIES)
    def test_is_well_formed_and_asks_for_nothing(self, story):
        for svg in (sheet_of(story).svg(halo_apart=True), sheet_of(story).svg(), card_of(story).svg()):
            root = parsed(svg)
            assert root.tag == f"{SVG}svg"
            assert not [
                each for each in root.iter() if each.tag in (f"{SVG}script", f"{SVG}foreignObject", f"{SVG}use", f"{SVG}style")
            ]
            assert not [
                value
                for each in root.iter()
                for key, value in each.attrib.items()
                if key.endswith("href") or key.startswith("on")
            ]
            assert set(
                re.findall(r"url\(([^)]*)\)", " ".join(value for each in root.iter() for value in each.attrib.values()))
            ) <= {"#frame"}

    @pytest.mark.parametrize("story", STORIES)
    @pytest.mark.parametrize("width", [300, 960])
    def test_no_name_covers_another_or_a_mark(self, story, width):
        drawing = sheet_of(story, width).drawing
        boxes = [name.box for name in drawing.names]
        pins = [pin.box for pin in drawing.pins if pin.shown]
        for place, box in enumerate(boxes):
            assert drawing.view.frame.contains(box)
            assert not any(box.meets(other) for other in [*boxes[place + 1 :], *pins])

    @pytest.mark.parametrize("story", [story for story in STORIES if story not in ("nothing", "hostile")])
    def test_every_stop_is_named_on_the_map_or_in_the_list(self, story):
        laid_out = sheet_of(story)
        said = " ".join(texts(parsed(laid_out.svg())))
        for journey in laid_out.picture.main:
            for stop in journey["stops"]:
                assert stop["name"] in said

    @pytest.mark.parametrize("story", STORIES)
    def test_stands_in_its_column(self, story):
        root = parsed(sheet_of(story, 300).svg())
        assert root.get("width") == "300"
        assert float(root.get("height")) > 200


class TestLayers:
    def test_have_names_that_editors_show(self, rail):
        layers = {
            group.get("id"): group.get(f"{INKSCAPE}label")
            for group in rail.iter(f"{SVG}g")
            if group.get(f"{INKSCAPE}groupmode") == "layer"
        }
        wanted = {"sea", "land", "borders", "areas", "earlier", "not-done", "route", "names", "names-halo", "stops", "legend", "stop-list", "scale", "locator", "draft", "heading", "credits"}  # fmt: skip
        assert wanted <= set(layers)
        assert all(layers.values())
        assert len(set(layers.values())) == len(layers)

    def test_what_is_not_done_is_apart_from_what_is(self, rail):
        told = [title.text for title in layer_of(rail, "route").iter(f"{SVG}title")]
        planned = [title.text for title in layer_of(rail, "not-done").iter(f"{SVG}title")]
        assert len(told) == 2
        assert len(planned) == 3
        assert all(re.search(r", (planned|possible)$", title) for title in planned)

    def test_texts_are_there_once_where_halos_are_not_apart(self):
        assert (
            texts(parsed(sheet_of("rail").svg())).count("Belgradepossible")
            + texts(parsed(sheet_of("rail").svg())).count("Belgrade")
            == 2
        )


class TestWords:
    def test_are_those_of_the_page(self, rail):
        said = texts(rail)
        story = sheet_of("rail").picture.story
        assert rail.find(f"{SVG}title").text == story["title"]
        assert rail.find(f"{SVG}desc").text == story["alt"]
        for journey in story["journeys"]:
            for stop in journey["stops"]:
                assert stop["label"] in said
        for word in ("under way", "planned", "possible", "denied", "Draft, not reviewed"):
            assert word in said

    def test_status_stands_on_the_map_with_the_name(self, rail):
        on_map = texts(layer_of(rail, "names"))
        assert on_map[on_map.index("Budapest") + 1] == "planned"
        assert on_map[on_map.index("Belgrade") + 1] == "possible"
        assert on_map[on_map.index("Zagreb") + 1] == "denied"

    def test_both_sides_of_a_conflict_are_told(self, rail):
        notes = " ".join(texts(layer_of(rail, "notes")))
        assert "10 March 2024 (the state news agency" in notes
        assert "11 March 2024 (The Daily, citing a diplomat" in notes

    def test_credits_name_the_data(self, rail):
        assert "OpenStreetMap contributors" in " ".join(texts(layer_of(rail, "credits")))

    def test_a_stop_beyond_the_edge_is_named_there(self):
        itinerary, routes = example.rail_trip()
        journey = itinerary.journeys[0]
        stops = tuple(replace(stop, place=example.WASHINGTON) if stop.status == "possible" else stop for stop in journey.stops)
        itinerary = replace(itinerary, journeys=(replace(journey, stops=stops, legs=()),))
        root = parsed(sheet(picture_of(maps.journey_map(itinerary, routes)), 960).svg())
        assert "6. Washington, possible" in texts(layer_of(root, "edges"))

    def test_a_leg_from_a_place_to_itself_has_no_line(self):
        itinerary, routes = example.rail_trip()
        journey = itinerary.journeys[0]
        first = journey.legs[0]
        stops = tuple(
            replace(stop, place=journey.stops[0].place) if stop.id == first.destination else stop for stop in journey.stops
        )
        here = journey.stops[0].place
        stays = replace(routes[0], lines=(((here.lon, here.lat), (here.lon, here.lat)),))
        itinerary = replace(itinerary, journeys=(replace(journey, stops=stops, legs=(first,)),))
        drawing = sheet(picture_of(maps.journey_map(itinerary, (stays,))), 960).drawing
        assert [way.pieces for way in drawing.ways] == [()]

    def test_a_signed_picture_is_no_draft_and_says_who_answers_for_it(self):
        picture = sheet_of("rail").picture
        signed = replace(picture, story={**picture.story, "review": "Reviewed by Ada Editor, 2024-03-15"})
        root = parsed(sheet(signed, 960).svg())
        assert layer_of(root, "draft") is None
        assert "Reviewed by Ada Editor, 2024-03-15." in " ".join(texts(layer_of(root, "credits")))

    def test_a_picture_that_was_taken_back_is_a_notice(self):
        picture = sheet_of("rail").picture
        gone = replace(
            picture,
            story={**picture.story, "title": "This map was taken back", "retracted": "It was wrong.", "summary": "It was wrong."},
        )
        for laid_out in (sheet(gone, 600), card(gone)):
            assert texts(parsed(laid_out.svg()))[0] == "This map was taken back"
            assert "Belgrade" not in laid_out.svg().split("</desc>")[1]

    def test_other_languages(self):
        root = parsed(sheet(picture_of(maps.journey_map(*example.rail_trip(), lang="de")), 960).svg())
        assert root.get("lang") == "de"
        assert "geplant" in texts(root)


class TestHostileText:
    def test_is_text(self):
        root = parsed(sheet_of("hostile").svg(halo_apart=True))
        assert "<img src=x onerror=window.hit=1>" in " ".join(texts(root))

    def test_cannot_turn_the_words_around_it(self):
        svg = sheet_of("hostile").svg()
        assert not re.search("[\u202a-\u202e\u2066-\u2069\u0000-\u0008\ufeff]", svg)


class TestTheWorld:
    def test_is_cut_opposite_its_middle_and_no_line_crosses_it(self):
        drawing = sheet_of("world").drawing
        assert drawing.view.world
        frame = drawing.view.frame
        for way in drawing.ways:
            for points in way.points:
                assert all(abs(one[0] - two[0]) < frame.width / 3 for one, two in pairwise(points))

    def test_a_line_over_the_edge_is_in_two_pieces(self):
        ways = {way.leg["name"]: way for way in sheet_of("world").drawing.ways}
        assert len(ways["New York to London"].pieces) == 2

    def test_across_the_pacific_is_one_piece(self):
        drawing = sheet_of("pacific").drawing
        assert not drawing.view.world
        assert [len(way.pieces) for way in drawing.ways] == [1, 1, 1]


class TestTheGround:
    def test_a_region_has_a_scale_and_a_locator_and_the_world_has_neither(self):
        assert layer_of(parsed(sheet_of("walk").svg()), "scale") is not None
        assert layer_of(parsed(sheet_of("walk").svg()), "locator") is not None
        assert layer_of(parsed(sheet_of("world").svg()), "scale") is None
        assert layer_of(parsed(sheet_of("world").svg()), "locator") is None

    def test_a_walk_fills_the_frame_no_nearer_than_its_ground_allows(self):
        view = sheet_of("walk").drawing.view
        assert view.frame.width / view.scale == pytest.approx(40_000, rel=0.01)

    def test_a_scale_bar_is_as_long_as_it_says(self):
        root = parsed(sheet_of("rail").svg())
        scale = layer_of(root, "scale")
        km = float(re.match(r"([\d.]+) km", texts(scale)[0])[1])
        path = scale.findall(f"{SVG}path")[1].get("d")
        drawn = float(re.findall(r"M([\d.]+),", path)[2]) - float(re.findall(r"M([\d.]+),", path)[0])
        assert drawn / sheet_of("rail").drawing.view.scale / 1000 == pytest.approx(km, rel=0.02)

    def test_areas_are_shaded_and_have_no_round_mark(self):
        root = parsed(sheet_of("areas").svg())
        assert len(layer_of(root, "areas")) == 6
        assert len(list(layer_of(root, "stops").iter(f"{SVG}circle"))) == 4  # two towns, a disc and its casing each


def test_the_card_has_its_one_size():
    root = parsed(card_of("rail").svg())
    assert (int(root.get("width")), int(root.get("height"))) == CARD
    assert "Draft, not reviewed" in texts(root)
