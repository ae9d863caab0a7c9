"""The compiler mends small holes, leaves large ones, and writes the same bytes each time."""

import json
import zipfile

import numpy as np
import pytest
import shapely

from gazetteer.errors import InputError
from geo.routes.build.contract import contract
from geo.routes.build.countries import settle, tag
from geo.routes.build.heal import components, join_components, join_dead_ends
from geo.routes.build.main_lines import mark_main_lines
from geo.routes.build.patches import apply_patches
from geo.routes.build.thin import merge_crowds
from geo.routes.build.track import Track, divide_long_pieces, read_track, tidy
from geo.routes.build.write import write_network
from geo.routes.network import open_network
from geo.routes.search import subnet


def track(points, pieces):
    """Track on the equator, say: points as (lat, lon), pieces as (a, b, km)."""
    lat, lon = np.array(points, dtype=float).reshape(-1, 2).T
    a, b, km = np.array(pieces, dtype=float).reshape(-1, 3).T
    return Track(lat, lon, a.astype(np.int64), b.astype(np.int64), km, np.zeros(len(km), dtype=bool))


def line(longitudes, *, lat=0.0):
    """A line along a parallel, its pieces 112 km for each degree."""
    points = [(lat, lon) for lon in longitudes]
    return track(points, [(i, i + 1, 112 * (longitudes[i + 1] - longitudes[i])) for i in range(len(points) - 1)])


def put_together(one, other):
    shift = len(one.lat)
    return Track(
        np.append(one.lat, other.lat),
        np.append(one.lon, other.lon),
        np.append(one.a, other.a + shift),
        np.append(one.b, other.b + shift),
        np.append(one.km, other.km),
        np.append(one.ferry, other.ferry),
    )


def parts(of):
    return len(np.unique(components(of)))


class TestReadTrack:
    def wheel(self, tmp_path, text):
        path = tmp_path / "scgraph_data.whl"
        with zipfile.ZipFile(path, "w") as bundle:
            bundle.writestr("scgraph_data/world_railways.py", text)
        return path

    def test_reads_the_module_without_running_it(self, tmp_path):
        nodes = json.dumps([[1.0, 2.0], [1.0, 3.0]])
        text = f"from nowhere import Nothing\ngraph=[{{1: 111.0, 0: 0.0}}, {{0: 111.0}}]\nnodes={nodes}\nNothing()\n"
        found = tidy(read_track(self.wheel(tmp_path, text), "world_railways"))
        assert (found.lat.tolist(), found.lon.tolist()) == ([1.0, 1.0], [2.0, 3.0])
        assert (found.a.tolist(), found.b.tolist()) == ([0], [1])

    def test_refuses_a_module_of_another_form(self, tmp_path):
        with pytest.raises(InputError, match="does not hold a network"):
            read_track(self.wheel(tmp_path, "print('hello')\n"), "world_railways")


class TestTidy:
    def test_keeps_the_shorter_of_two_and_no_loops(self):
        found = tidy(track([(0, 0), (0, 1)], [(0, 1, 130), (1, 0, 120), (0, 0, 5)]))
        assert found.km.tolist() == [120]

    def test_no_piece_is_shorter_than_its_chord(self):
        assert tidy(track([(0, 0), (0, 1)], [(0, 1, 90)])).km[0] == pytest.approx(111.32, abs=0.01)


class TestDivideLongPieces:
    def test_leaves_the_length_as_it_is(self):
        found = divide_long_pieces(track([(0, 0), (0, 1), (0, 1.01)], [(0, 1, 120), (1, 2, 1.2)]), 10)
        assert found.km.sum() == pytest.approx(121.2)
        assert len(found.km) == 13
        assert parts(found) == 1


class TestMergeCrowds:
    #: Two carriageways that meet in a junction of four points, 100 m apart, and roads of 50 km that leave it.
    JUNCTION = track(
        [(0, 0), (0, 0.001), (0.001, 0), (0.001, 0.001), (0, 0.45), (0, -0.45)],
        [(0, 1, 0.12), (0, 2, 0.12), (1, 3, 0.12), (2, 3, 0.12), (1, 4, 60), (3, 4, 60), (0, 5, 51), (2, 5, 51)],
    )

    def test_a_junction_becomes_one_point(self):
        merged = merge_crowds(merge_crowds(self.JUNCTION, 0.25), 0.25)
        assert len(merged.lat) == 3
        assert len(merged.km) == 2

    def test_roads_keep_their_windings(self):
        merged = merge_crowds(self.JUNCTION, 0.25)
        assert merged.km.max() == pytest.approx(60, abs=0.3)


class TestHealing:
    def test_joins_two_lines_that_end_near_each_other(self):
        gap = put_together(line([0, 0.5, 1.0]), line([1.03, 1.5, 2.0]))
        assert parts(join_dead_ends(gap, 5)) == 1

    def test_leaves_a_hole_that_is_too_long(self):
        gap = put_together(line([0, 0.5, 1.0]), line([1.08, 1.5, 2.0]))
        assert parts(join_components(join_dead_ends(gap, 5), 5)) == 2

    def test_does_not_join_a_dead_end_to_its_own_neighbourhood(self):
        siding = track([(0, 0), (0, 0.01), (0.005, 0.012)], [(0, 1, 1.2), (1, 2, 0.7)])
        assert len(join_dead_ends(siding, 5).km) == 2

    def test_joins_a_loop_that_has_no_dead_end(self):
        ring = track([(0.03, 0.5), (0.05, 0.6), (0.05, 0.5)], [(0, 1, 12), (1, 2, 12), (2, 0, 3)])
        assert parts(join_components(put_together(line([0, 0.5, 1.0]), ring), 5)) == 1


class TestPatches:
    def patches(self, tmp_path, *rows):
        path = tmp_path / "patches.csv"
        path.write_text("\n".join(["patch,lat,lon,km,by,source", *rows]) + "\n", encoding="utf-8")
        return path

    def test_adds_a_bridge_of_the_length_that_is_published(self, tmp_path):
        gap = put_together(line([0, 1.0]), line([1.2, 2.0]))
        mended = apply_patches(gap, self.patches(tmp_path, "Bridge,0,1.0,30,,somewhere", "Bridge,0.05,1.1,,,", "Bridge,0,1.2,,,"))
        assert parts(mended) == 1
        assert mended.km.sum() - gap.km.sum() == pytest.approx(30)

    def test_adds_a_branch_to_a_terminus_that_the_source_lacks(self, tmp_path):
        main = line([0, 1.0])
        grown = apply_patches(main, self.patches(tmp_path, "Branch,0,1.0,,branch,somewhere", "Branch,0.3,1.0,,,"))
        assert (parts(grown), len(grown.lat) - len(main.lat), grown.lat[-1]) == (1, 1, 0.3)

    def test_adds_a_line_that_is_joined_to_no_other(self, tmp_path):
        main = line([0, 1.0])
        grown = apply_patches(
            main, self.patches(tmp_path, "Island,5,0.9,150,apart,somewhere", "Island,5,1.5,,,", "Island,5,2.0,,,")
        )
        assert (parts(grown), len(grown.lat) - len(main.lat)) == (2, 3)
        assert grown.km.sum() - main.km.sum() == pytest.approx(150)

    def test_refuses_an_end_that_finds_no_track(self, tmp_path):
        with pytest.raises(InputError, match=r"Bridge ends 55\.6 km from any track"):
            apply_patches(line([0, 1.0]), self.patches(tmp_path, "Bridge,0,1.0,,,somewhere", "Bridge,0.0,1.5,,,"))


class TestMainLines:
    #: Two ways from (0, 0) to (0, 2): straight on, and 20 km longer by the north.
    NETWORK = track([(0, 0), (0, 1), (0, 2), (0.5, 1)], [(0, 1, 112), (0, 3, 122), (1, 2, 112), (2, 3, 122)])

    def stations(self, tmp_path, *rows):
        path = tmp_path / "main_lines.csv"
        path.write_text("\n".join(["line,station,lat,lon,source", *rows]) + "\n", encoding="utf-8")
        return path

    def test_marks_the_track_between_its_stations(self, tmp_path):
        path = self.stations(tmp_path, "North,A,0,0,somewhere", "North,B,0.5,1,", "North,C,0,2,")
        assert mark_main_lines(self.NETWORK, path).tolist() == [False, True, False, True]

    def test_a_search_prefers_it(self, tmp_path):
        path = self.stations(tmp_path, "North,A,0,0,somewhere", "North,B,0.5,1,", "North,C,0,2,")
        codes = np.array(["AA"] * 4)
        write_network(
            tmp_path / "n.npz",
            self.NETWORK,
            codes,
            contract(self.NETWORK, codes, mark_main_lines(self.NETWORK, path).astype(np.uint8)),
        )
        field = subnet(open_network(tmp_path / "n.npz"), None)
        way = field.way(int(field.near(0, 0, 5)[0][0]), int(field.near(0, 2, 5)[0][0]))
        assert way.km == pytest.approx(244)

    def test_refuses_a_station_far_from_any_track(self, tmp_path):
        with pytest.raises(InputError, match="B is 55"):
            mark_main_lines(self.NETWORK, self.stations(tmp_path, "North,A,0,0,somewhere", "North,B,1,1,"))


class TestCountries:
    OUTLINES = (("AA", shapely.box(0, -1, 1, 1)), ("BB", shapely.box(1, -1, 2, 1)))

    def test_a_point_off_the_coast_is_in_the_nearest_country(self):
        assert tag(line([0.5, 1.5, 2.1]), list(self.OUTLINES)).tolist() == ["AA", "BB", "BB"]

    def test_a_stray_over_the_border_is_settled(self):
        border_line = line([0.90, 0.95, 0.99, 1.01, 1.02, 1.03])
        strays = np.array(["AA", "AA", "BB", "BB", "AA", "AA"])
        assert settle(border_line, strays, 15).tolist() == ["AA"] * 6

    def test_a_line_between_two_strays_is_still_at_home(self):
        along_river = line([0.50, 0.60, 0.63, 0.65, 0.70, 0.71, 0.80, 0.90])
        strays = np.array(["AA", "BB", "BB", "AA", "AA", "BB", "BB", "AA"])
        assert settle(along_river, strays, 15).tolist() == ["AA"] * 8

    def test_a_border_station_at_a_dead_end_stays(self):
        assert settle(line([0.90, 0.99, 1.01]), np.array(["AA", "AA", "BB"]), 15).tolist() == ["AA", "AA", "BB"]


class TestContractAndWrite:
    def written(self, tmp_path, on_main=()):
        network = put_together(line([0, 0.4, 0.6, 0.8, 1.2, 2.0]), track([(0.5, 0.6)], []))
        grown = Track(
            network.lat,
            network.lon,
            np.append(network.a, 2),
            np.append(network.b, 6),
            np.append(network.km, 60.0),
            np.zeros(6, dtype=bool),
        )
        codes = np.array(["AA", "AA", "AA", "AA", "BB", "BB", "AA"])
        path = tmp_path / "rail.npz"
        write_network(path, grown, codes, contract(grown, codes, np.isin(np.arange(len(grown.km)), on_main).astype(np.uint8)))
        return path

    def test_points_on_plain_track_are_no_vertices(self, tmp_path):
        network = open_network(self.written(tmp_path))
        # ends at 0, 2.0 and the branch; the junction at 0.6; the two points beside the border
        assert network.vertices == 6
        assert len(network.lat) == 7

    def test_the_way_goes_over_every_point(self, tmp_path):
        field = subnet(open_network(self.written(tmp_path)), None)
        start, end = int(field.near(0, 0, 5)[0][0]), int(field.near(0, 2, 5)[0][0])
        way = field.way(start, end)
        assert np.round(field.network.lon[way.points], 4).tolist() == [0, 0.4, 0.6, 0.8, 1.2, 2.0]
        assert way.km == pytest.approx(224)

    def test_starts_and_ends_inside_a_chain(self, tmp_path):
        field = subnet(open_network(self.written(tmp_path)), None)
        start, end = int(field.near(0, 0.4, 5)[0][0]), int(field.near(0.5, 0.6, 5)[0][0])
        way = field.way(start, end)
        assert way.km == pytest.approx(112 * 0.2 + 60)
        assert field.way(end, start).points.tolist() == way.points.tolist()[::-1]

    def test_has_no_way_out_of_its_countries(self, tmp_path):
        network = open_network(self.written(tmp_path))
        field = subnet(network, frozenset({"AA"}))
        far = int(subnet(network, None).near(0, 2, 5)[0][0])
        assert field.way(int(field.near(0, 0, 5)[0][0]), far) is None

    def test_where_a_main_line_starts_is_a_vertex(self, tmp_path):
        network = open_network(self.written(tmp_path, on_main=[0]))
        assert network.vertices == 7
        assert sorted(set(network.ease_of(slice(None)).tolist())) == [0.82, 1.0]

    def test_writes_the_same_bytes_again(self, tmp_path):
        (tmp_path / "again").mkdir()
        assert self.written(tmp_path).read_bytes() == self.written(tmp_path / "again").read_bytes()
