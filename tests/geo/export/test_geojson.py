"""The published GeoJSON: what it says, what it leaves at the desk, and that other programs can read it."""

from __future__ import annotations

import json
import warnings
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pytest
from geojson_pydantic import FeatureCollection

from gazetteer.errors import InputError, OutputError
from geo.desk.signing import sign
from geo.export import to_geojson, write_geojson
from geo.journeys.itinerary_file.itinerary import load_itinerary, write_itinerary
from geo.model import Itinerary, Review
from tests.geo.example import FIRST, ITINERARY, NADI, ROUTES, SECRET, STOPS, SUVA, TUESDAY

if TYPE_CHECKING:
    from pathlib import Path


def features(role: str, itinerary: Itinerary = ITINERARY) -> list[dict[str, Any]]:
    collection = to_geojson(itinerary, ROUTES)
    return [feature for feature in collection["features"] if feature["properties"]["role"] == role]


def properties(role: str) -> list[dict[str, Any]]:
    return [feature["properties"] for feature in features(role)]


def all_evidence(collection: dict[str, Any]) -> list[dict[str, Any]]:
    held = [item for feature in collection["features"] for item in feature["properties"]["evidence"]]
    held += [item for lost in collection["unlocated"] for item in lost["evidence"]]
    return held + [side for conflict in collection["conflicts"] for side in conflict["values"]]


class TestStops:
    def test_they_are_numbered_named_and_dated(self) -> None:
        suva, apia, tokelau, nadi = properties("stop")
        assert [stop["order"] for stop in (suva, apia, tokelau, nadi)] == [1, 2, 3, 1]
        assert (suva["name"], suva["country"], suva["journey"], suva["traveller"]) == (
            "Suva",
            "FJ",
            "journey-1",
            "Lautoka Harbour Choir",
        )
        assert suva["depart"] == ["2024-05-14", "2024-05-13"], "sources differ: both, the drawn one first"
        assert apia["arrive"] == "2024-05-17"
        assert "arrive" not in tokelau, "an unknown date is left out, not guessed"
        assert nadi["arrive"] == "2022"

    def test_status_and_cue_are_told(self) -> None:
        assert [(stop["status"], stop.get("cue")) for stop in properties("stop")] == [
            ("happened", None), ("happened", None), ("denied", "denied"), ("past", "Two years ago"),
        ]  # fmt: skip

    def test_an_area_keeps_a_point_and_its_box(self) -> None:
        tokelau = features("stop")[2]
        assert tokelau["geometry"]["type"] == "Point"
        assert tokelau["properties"]["place_type"] == "area"
        assert tokelau["properties"]["area_bbox"] == [-172.5, -9.44, -171.2, -8.53]

    def test_a_yearless_date_keeps_its_year_unknown(self) -> None:
        stop = replace(STOPS[0], depart=(replace(TUESDAY, yearless=True),))
        journey = replace(ITINERARY.journeys[0], stops=(stop, *STOPS[1:]))
        assert features("stop", replace(ITINERARY, journeys=(journey,)))[0]["properties"]["depart"] == "XXXX-05-14"


class TestLegs:
    def test_they_start_and_end_exactly_at_their_stops(self) -> None:
        points = {stop["properties"]["name"]: stop["geometry"]["coordinates"] for stop in features("stop")}
        for leg in features("leg"):
            line = leg["geometry"]["coordinates"]
            parts = line if leg["geometry"]["type"] == "MultiLineString" else [line]
            assert parts[0][0] == points[leg["properties"]["from"]]
            assert parts[-1][-1] == points[leg["properties"]["to"]]

    def test_one_over_the_antimeridian_is_cut(self) -> None:
        first, second = features("leg")
        assert (first["geometry"]["type"], second["geometry"]["type"]) == ("MultiLineString", "LineString")
        assert [part[0][0] * part[-1][0] > 0 for part in first["geometry"]["coordinates"]] == [True, True]

    def test_how_it_was_drawn_is_told(self) -> None:
        first, second = properties("leg")
        assert (first["mode"], first["basis"], first["length_km"], first["countries"]) == (
            "ship",
            "sea lane",
            1144.2,
            ["FJ", "WS"],
        )
        assert second["mode"] == "unknown"

    def test_a_reported_route_is_drawn_stronger_than_an_inferred_one(self) -> None:
        reported = to_geojson(ITINERARY, (replace(ROUTES[0], basis="reported"), ROUTES[1]))["features"]
        strong = next(feature for feature in reported if feature["id"] == "leg:leg-1")["properties"]["stroke-opacity"]
        inferred, denied = (leg["stroke-opacity"] for leg in properties("leg"))
        assert strong > inferred > denied

    def test_one_without_a_line_is_named(self) -> None:
        with pytest.raises(InputError, match="leg 'leg-2' has no line"):
            to_geojson(ITINERARY, ROUTES[:1])

    def test_one_without_its_stop_is_named(self) -> None:
        journey = replace(ITINERARY.journeys[0], stops=STOPS[:2])
        with pytest.raises(InputError, match="stop-tokelau"):
            to_geojson(replace(ITINERARY, journeys=(journey,)), ROUTES)

    def test_a_leg_that_goes_nowhere_is_still_a_line(self) -> None:
        here = (SUVA.lon, SUVA.lat)
        journey = replace(
            ITINERARY.journeys[0], stops=(STOPS[0], replace(STOPS[1], place=SUVA)), legs=ITINERARY.journeys[0].legs[:1]
        )
        collection = to_geojson(replace(ITINERARY, journeys=(journey,)), (replace(ROUTES[0], lines=((here, here),)),))
        line = next(feature for feature in collection["features"] if feature["id"] == "leg:leg-1")["geometry"]
        assert len(line["coordinates"]) == 2


class TestMeetingsAndMentions:
    def test_a_meeting_names_who_met(self) -> None:
        (meeting,) = properties("meeting")
        assert (meeting["participants"], meeting["when"], meeting["name"]) == (["Ana Vuli", "Sefo Lemalu"], "2024-05-17", "Apia")

    def test_a_mention_shows_the_words_around_it(self) -> None:
        (mention,) = properties("mention")
        assert mention["name_in_text"] == "Samoa"
        assert mention["evidence"][0]["quote"] == "Choir sails for Samoa"


class TestEvidence:
    def test_every_quote_is_exact_and_short_and_long_enough(self) -> None:
        held = all_evidence(to_geojson(ITINERARY, ROUTES))
        assert len(held) > 10
        for item in held:
            text = ITINERARY.article(item["article"]).text
            assert text[item["start"] : item["end"]] == item["quote"]
            assert len(item["quote"].split()) <= 25
            assert len(item["quote"]) >= 20

    def test_a_cut_quote_holds_its_place(self) -> None:
        for feature in features("stop"):
            place = feature["properties"]["name_in_text"]
            assert any(place in item["quote"] for item in feature["properties"]["evidence"])

    def test_who_says_so_goes_from_the_outlet_to_the_origin(self) -> None:
        assert properties("stop")[0]["evidence"][0]["attribution"] == [
            {"name": "The Quay", "kind": "outlet"},
            {"name": "Fijian sports and culture office", "kind": "official"},
        ]


class TestMembers:
    def test_conflicts_show_both_sides(self) -> None:
        (conflict,) = to_geojson(ITINERARY, ROUTES)["conflicts"]
        assert (conflict["about"], conflict["journey"]) == ("departure from Suva", "journey-1")
        assert [side["date"] for side in conflict["values"]] == ["2024-05-14", "2024-05-13"]
        assert "on Tuesday" in conflict["values"][0]["quote"]

    def test_what_was_not_found_is_told_with_its_reason(self) -> None:
        (lost,) = to_geojson(ITINERARY, ROUTES)["unlocated"]
        assert (lost["name"], lost["reason"]) == ("Port Blank", "no place of this name is known")

    def test_it_is_a_draft_until_somebody_signs(self) -> None:
        assert to_geojson(ITINERARY, ROUTES)["review"]["label"] == "Draft, not reviewed"
        signed = sign(ITINERARY, by="M. Tora", day=date(2024, 5, 18))
        assert to_geojson(signed, ROUTES)["review"]["reviewed_by"] == "M. Tora"

    def test_a_name_without_a_seal_is_no_signature(self) -> None:
        typed = replace(ITINERARY, review=Review("M. Tora", "2024-05-18"))
        assert to_geojson(typed, ROUTES)["review"]["status"] == "draft"

    def test_only_what_is_used_is_credited(self) -> None:
        def credited(basis: str) -> list[str]:
            routes = (replace(ROUTES[0], basis=basis), ROUTES[1])  # type: ignore[arg-type]
            return [credit["source"] for credit in to_geojson(ITINERARY, routes)["credits"]]

        assert credited("sea lane") == ["GeoNames", "Natural Earth"]
        assert credited("track") == ["GeoNames", "OpenStreetMap contributors", "Natural Earth"]

    def test_the_box_runs_over_the_antimeridian_and_not_round_the_world(self) -> None:
        assert to_geojson(ITINERARY, ROUTES)["bbox"] == [177.41617, -20.0, -140.0, -9.16667]

    def test_an_empty_itinerary_is_an_empty_collection(self) -> None:
        empty = to_geojson(Itinerary(()), ())
        assert empty["features"] == []
        assert "bbox" not in empty


class TestPublication:
    """The published file holds what is allowed out, and nothing else."""

    @pytest.fixture
    def published(self, tmp_path: Path) -> str:
        desk = write_itinerary(ITINERARY, tmp_path / "itinerary.yaml")
        text = desk.read_text(encoding="utf-8").replace("    checked: false\n", "    checked: true\n    note: do not print\n", 1)
        desk.write_text(text, encoding="utf-8")
        return write_geojson(load_itinerary(desk), ROUTES, tmp_path / "journey.geojson").read_text(encoding="utf-8")

    def test_the_desks_names_and_notes_stay_at_the_desk(self, published: str) -> None:
        assert SECRET not in published
        assert "embargoed" not in published
        assert "second.txt" not in published
        assert "do not print" not in published
        assert "the only large place of this name" not in published, "nor do the reader's reasons"

    def test_a_claim_without_a_feature_stays_at_the_desk(self) -> None:
        alone = replace(ITINERARY, journeys=(), conflicts=(), mentions=())
        assert "Nadi" not in json.dumps(to_geojson(alone, ()))

    @pytest.mark.parametrize(
        "url", ["file:///home/desk/a.html", "https://desk:pass@example.org/a", "javascript:alert(1)", "//[", "desk/a.txt"]
    )
    def test_an_address_that_is_not_for_readers_is_withheld(self, url: str) -> None:
        itinerary = replace(ITINERARY, articles=(replace(FIRST, url=url), ITINERARY.articles[1]))
        assert to_geojson(itinerary, ROUTES)["articles"][FIRST.id]["url"] is None

    def test_each_feature_has_only_the_agreed_properties(self) -> None:
        agreed = {
            "stop": "order arrive depart marker-symbol", "meeting": "participants when marker-size",
            "mention": "kind marker-size",
            "leg": "from to mode date length_km basis countries note doubt on_network access_km alternatives stroke stroke-width stroke-opacity",
        }  # fmt: skip
        common = "role journey traveller status cue confidence sources protected evidence name name_in_text country place_type area_bbox marker-color"
        for feature in to_geojson(ITINERARY, ROUTES)["features"]:
            extra = set(feature["properties"]) - set(common.split()) - set(agreed[feature["properties"]["role"]].split())
            assert not extra


class TestFile:
    def test_it_is_the_same_from_the_articles_and_from_the_itinerary_file(self, tmp_path: Path) -> None:
        read = write_geojson(ITINERARY, ROUTES, tmp_path / "read.geojson")
        loaded = load_itinerary(write_itinerary(ITINERARY, tmp_path / "itinerary.yaml"))
        drawn = write_geojson(loaded, ROUTES, tmp_path / "drawn.geojson")
        assert read.read_bytes() == drawn.read_bytes()

    def test_a_geojson_model_accepts_it(self) -> None:
        with warnings.catch_warnings():
            # The box crosses the antimeridian on purpose; the model warns of every such box.
            warnings.filterwarnings("ignore", message="BBOX crossing the Antimeridian")
            checked = FeatureCollection.model_validate(to_geojson(ITINERARY, ROUTES))
        assert len(checked.features) == 8

    def test_a_gis_reads_it(self, tmp_path: Path) -> None:
        path = write_geojson(ITINERARY, ROUTES, tmp_path / "journey.geojson")
        frame = gpd.read_file(path)
        assert len(frame) == 8
        assert set(frame["role"]) == {"stop", "leg", "meeting", "mention"}

    def test_it_has_a_feature_a_line(self, tmp_path: Path) -> None:
        lines = write_geojson(ITINERARY, ROUTES, tmp_path / "journey.geojson").read_text(encoding="utf-8").splitlines()
        assert sum(line.startswith('{"type": "Feature"') for line in lines) == 8

    def test_ids_are_unique_and_coordinates_have_five_decimals(self) -> None:
        collection = to_geojson(ITINERARY, ROUTES)
        ids = [feature["id"] for feature in collection["features"]]
        assert len(ids) == len(set(ids))
        for feature in features("stop"):
            assert all(round(number, 5) == number for number in feature["geometry"]["coordinates"])

    def test_half_a_surrogate_pair_does_not_stop_it(self, tmp_path: Path) -> None:
        odd = replace(STOPS[0], name_in_text="Suva \ud83d", place=replace(NADI, name="N\u2028adi"))
        itinerary = replace(ITINERARY, journeys=(replace(ITINERARY.journeys[1], stops=(odd,)),))
        path = write_geojson(itinerary, (), tmp_path / "odd.geojson")
        assert json.loads(path.read_text(encoding="utf-8"))["features"][0]["properties"]["name_in_text"] == "Suva \ud83d"

    def test_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(OutputError, match="can't be written"):
            write_geojson(ITINERARY, ROUTES, tmp_path / "absent" / "journey.geojson")
