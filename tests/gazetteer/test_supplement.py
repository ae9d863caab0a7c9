"""The tables kept by hand: each row is where it says, made of what it says, there once, and from somewhere."""

import csv
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from scipy.spatial import cKDTree

from gazetteer.names import normalise

DATA = Path(__file__).parents[2] / "gazetteer" / "data"


def rows_of(name):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


SUPPLEMENT = rows_of("supplement.csv")


class Towns:
    """The populated places, for the question of how far the nearest ones are."""

    def __init__(self, gazetteer):
        self.places = [place for place in gazetteer if place.kind.is_populated]
        self.tree = cKDTree(unit_vectors([place.lat for place in self.places], [place.lon for place in self.places]))

    def around(self, row, count=400):
        """Return the nearest towns of a row's point with their distances (km), nearest first."""
        chords, numbers = self.tree.query(unit_vectors([float(row["lat"])], [float(row["lon"])])[0], k=count)
        return [(6371 * chord, self.places[number]) for chord, number in zip(chords, numbers, strict=True)]


def unit_vectors(lats, lons):
    lat, lon = np.radians(lats), np.radians(lons)
    return np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])


@pytest.fixture(scope="module")
def towns(bundled):
    return Towns(bundled)


class TestSupplement:
    def test_every_row_names_a_source(self):
        assert [row["slug"] for row in SUPPLEMENT if not row["source"]] == []

    def test_no_name_stands_twice_in_one_place(self):
        spots = Counter((normalise(row["name"]), round(float(row["lat"])), round(float(row["lon"]))) for row in SUPPLEMENT)
        assert [spot for spot, count in spots.items() if count > 1] == []

    def test_every_point_is_in_its_country(self, bundled, towns):
        """In the country's extent; or, as an extent leaves out remote parts, among its towns."""
        astray = []
        for row in SUPPLEMENT:
            box = bundled.country(row["country"]).bbox if row["country"] else None
            if box and not box.contains(float(row["lat"]), float(row["lon"])):
                countries = {town.country for _, town in towns.around(row)}
                astray += [] if row["country"] in countries else [row["slug"]]
        assert astray == []

    def test_every_building_and_park_has_its_country_s_towns_around(self, towns):
        """The nearest town may lie across a border, but then one of the country is not much farther."""
        astray = []
        for row in SUPPLEMENT:
            if row["country"] and row["class"] in "SL":
                around = towns.around(row)
                own = [away for away, town in around if town.country == row["country"]]
                # A national park of the Arctic has no town of any country within hundreds of kilometres.
                astray += [] if own and own[0] <= around[0][0] + 130 else [row["slug"]]
        assert astray == []

    def test_every_region_s_point_is_among_its_members(self, bundled, towns):
        astray = []
        for row in SUPPLEMENT:
            if row["members"]:
                region, around = bundled.place(f"dateline:{row['slug']}"), towns.around(row)
                inside = [away for away, town in around if region.contains(town)]
                astray += [] if inside and inside[0] <= around[0][0] + 75 else [row["slug"]]
        assert astray == []


class TestAliases:
    @pytest.mark.parametrize("name", ["Calif.", "D.C.", "UAE", "DPRK", "Burma", "Peking"])
    def test_are_found(self, bundled, name):
        assert bundled.lookup(name)

    def test_every_row_names_a_source_and_stands_once(self):
        rows = rows_of("aliases.csv")
        assert [row["name"] for row in rows if not row["source"]] == []
        assert [row for row, count in Counter((row["name"], row["place"]) for row in rows).items() if count > 1] == []


class TestAreaTerms:
    @pytest.mark.parametrize("name", ["Rakhine State", "Sonora State", "North Kivu Province", "Zulia State", "Pando Department"])
    def test_first_order_areas_are_found_as_their_country_calls_them(self, bundled, name):
        assert [candidate.place.kind.code for candidate in bundled.lookup(name, exact=True)][:1] == ["ADM1"]

    def test_every_row_names_a_source(self):
        assert all(row["source"] and row["country"] and row["term"] for row in rows_of("area_terms.csv"))


class TestPoints:
    def test_no_place_lies_where_no_land_is_for_want_of_a_point(self, bundled):
        assert [place.name for place in bundled if (place.lat, place.lon) == (0, 0)] == []

    @pytest.mark.parametrize(("name", "lat", "lon"), [("Tokelau", -9.2, -171.8), ("Bouvet Island", -54.4, 3.4)])
    def test_islands_without_an_outline_are_where_they_are(self, bundled, name, lat, lon):
        place = bundled.lookup(name)[0].place
        assert (place.lat, place.lon) == pytest.approx((lat, lon), abs=0.1)
        assert place in bundled.near(lat, lon, km=25)

    def test_every_row_names_a_source(self):
        assert all(row["source"] for row in rows_of("points.csv"))


class TestRanks:
    @pytest.mark.parametrize(
        ("name", "country"),
        [
            *(("Mexico", "MX"), ("Georgia", "GE"), ("Jordan", "JO"), ("Lebanon", "LB"), ("Luxembourg", "LU"), ("Panama", "PA")),
            *(("Singapore", "SG"), ("Guatemala", "GT"), ("Djibouti", "DJ"), ("Kuwait", "KW"), ("Monaco", "MC"), ("Niger", "NE")),
        ],
    )
    def test_a_country_comes_before_its_namesakes(self, bundled, name, country):
        best = bundled.lookup(name)[0].place
        assert (best.kind.is_country, best.country) == (True, country)

    def test_a_city_comes_before_a_country_s_name_in_another_language(self, bundled):
        places = [candidate.place for candidate in bundled.lookup("Granada")]
        assert [place.country for place in places].index("ES") < [place.country for place in places].index("GD")

    @pytest.mark.parametrize("name", ["NYT", "CNN", "BBC"])
    def test_a_newspaper_s_letters_are_at_most_a_code(self, bundled, name):
        assert {(candidate.name_kind, candidate.cost > 0) for candidate in bundled.lookup(name)} <= {("code", True)}
        assert not bundled.lookup(name.title())

    def test_the_poles_come_before_a_town_of_that_name(self, bundled):
        assert [bundled.lookup(name)[0].place.lat for name in ("North Pole", "South Pole")] == [90, -90]

    def test_far_east_may_be_russian(self, bundled):
        assert "dateline:russian-far-east" in bundled.ids("Far East")
