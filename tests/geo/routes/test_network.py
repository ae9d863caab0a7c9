"""The compiled railways open, and say what to do when they do not."""

import numpy as np
import pytest

from gazetteer.errors import InputError
from geo.routes.network import open_network
from geo.routes.search import subnet


class TestOpenNetwork:
    def test_is_opened_once(self):
        assert open_network() is open_network()

    def test_says_what_to_do_when_the_file_is_missing(self, tmp_path):
        with pytest.raises(InputError, match="run `make data`"):
            open_network(tmp_path / "rail.npz")

    def test_says_what_to_do_when_the_file_is_something_else(self, tmp_path):
        path = tmp_path / "rail.npz"
        path.write_bytes(b"not a network")
        with pytest.raises(InputError, match="is not a compiled network"):
            open_network(path)

    def test_every_chain_joins_two_vertices_and_is_no_shorter_than_its_chord(self):
        network = open_network()
        assert network.start.max() < network.vertices
        assert network.end.max() < network.vertices
        a, b = network.start, network.end
        north = (network.lat[a] - network.lat[b]) * 110.5
        east = (network.lon[a] - network.lon[b]) * 111.0 * np.cos(np.radians((network.lat[a] + network.lat[b]) / 2))
        assert (network.km >= np.hypot(north, east) * 0.98 - 0.1).all()


class TestSubnet:
    def test_finds_points_of_its_countries_only(self):
        network = open_network()
        russia = subnet(network, frozenset({"RU"}))
        points, km = russia.near(42.42, 130.65, 30.0)
        assert {network.countries[code] for code in network.country[points].tolist()} == {"RU"}
        assert (np.diff(km) >= 0).all()

    def test_measures_along_one_chain(self):
        field = subnet(open_network(), None)
        network = field.network
        chain = int(np.argmax(np.diff(network.first)))
        first, last = int(network.first[chain]), int(network.first[chain]) + 3
        way = field.way(first, last)
        assert way.km == pytest.approx(network.km_to[last] - network.km_to[first])
        assert way.points.tolist() == [first, first + 1, first + 2, last]
