"""The tables: plain GeoDataFrames with a CRS, the same columns and types for one row or none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import geopandas as gpd
import pandas as pd
import pytest

from gazetteer.errors import InputError
from geo.frames import legs_frame, mentions_frame, stops_frame
from geo.model import Itinerary
from tests.geo.example import ITINERARY, ROUTES

if TYPE_CHECKING:
    from pathlib import Path

EMPTY = Itinerary(())


class TestStops:
    def test_one_row_a_stop_in_the_order_of_travel(self) -> None:
        frame = stops_frame(ITINERARY)
        assert list(frame["name"]) == ["Suva", "Apia", "Tokelau", "Nadi"]
        assert list(frame["order"]) == [1, 2, 3, 1]
        assert frame.crs == "EPSG:4326"
        assert (frame.loc["stop-suva"].geometry.x, frame.loc["stop-suva"].geometry.y) == (178.44149, -18.14161)

    def test_dates_stand_as_text_and_as_days(self) -> None:
        frame = stops_frame(ITINERARY)
        assert frame.loc["stop-suva", "depart"] == "2024-05-14"
        assert frame.loc["stop-nadi", "arrive"] == "2022"
        assert frame.loc["stop-nadi", "arrive_from"] == pd.Timestamp("2022-01-01")
        assert pd.isna(frame.loc["stop-tokelau", "arrive"])
        assert pd.isna(frame.loc["stop-tokelau", "arrive_from"])

    def test_an_area_says_so(self) -> None:
        assert list(stops_frame(ITINERARY)["place_type"]) == ["point", "point", "area", "point"]


class TestLegs:
    def test_a_line_cut_at_the_antimeridian_has_parts(self) -> None:
        frame = legs_frame(ITINERARY, ROUTES)
        assert list(frame.geometry.geom_type) == ["MultiLineString", "LineString"]
        assert list(frame["from"]) == ["Suva", "Apia"]
        assert frame.loc["leg-2", "note"] == "no mode is reported"
        assert list(frame["countries"]) == ["FJ WS", "WS TK"]

    def test_a_leg_without_a_line_is_named(self) -> None:
        with pytest.raises(InputError, match="leg-2"):
            legs_frame(ITINERARY, ROUTES[:1])

    def test_a_stop_that_is_not_there_is_named(self) -> None:
        journey = ITINERARY.journeys[0]
        without = replace(ITINERARY, journeys=(replace(journey, stops=journey.stops[1:]), *ITINERARY.journeys[1:]))
        with pytest.raises(InputError, match=r"has no stop 'stop-suva'"):
            legs_frame(without, ROUTES)


class TestMentions:
    def test_the_offsets_find_the_name_in_the_article(self) -> None:
        row = mentions_frame(ITINERARY).iloc[0]
        assert ITINERARY.article(row["article"]).text[row["start"] : row["end"]] == row["name_in_text"] == "Samoa"


@pytest.mark.parametrize(
    ("empty", "full"),
    [
        (stops_frame(EMPTY), stops_frame(ITINERARY)),
        (legs_frame(EMPTY, ()), legs_frame(ITINERARY, ROUTES)),
        (mentions_frame(EMPTY), mentions_frame(ITINERARY)),
    ],
    ids=["stops", "legs", "mentions"],
)
class TestEveryTable:
    def test_no_rows_have_the_same_columns_and_types(self, empty: gpd.GeoDataFrame, full: gpd.GeoDataFrame) -> None:
        assert len(empty) == 0
        assert list(empty.columns) == list(full.columns)
        assert [str(kind) for kind in empty.dtypes] == [str(kind) for kind in full.dtypes]
        assert empty.crs == full.crs == "EPSG:4326"

    def test_it_survives_a_geopackage(self, empty: gpd.GeoDataFrame, full: gpd.GeoDataFrame, tmp_path: Path) -> None:
        full.reset_index().to_file(tmp_path / "table.gpkg")
        back = gpd.read_file(tmp_path / "table.gpkg")
        assert list(back.columns) == ["id", *empty.columns]
        assert list(back["id"]) == list(full.index)
