"""A small gazetteer made for tests, and the one that is bundled."""

import pytest

from gazetteer import BBox, Gazetteer
from gazetteer.build.compiler import compile_entries
from gazetteer.build.entry import Entry
from gazetteer.build.overlay import pack_overlay
from gazetteer.container import Container

ENTRIES = (
    Entry(
        "geonames:1",
        "Ruritania",
        "A",
        "PCLI",
        50.0,
        20.0,
        "RR",
        5_000_000,
        BBox(18.0, 48.0, 22.0, 52.0),
        {"Ruritanie": "alternate"},
    ),
    Entry("geonames:2", "Streltsov Krai", "A", "ADM1", 49.0, 19.0, "RR.01", 900_000, BBox(18.0, 48.0, 20.0, 50.0)),
    Entry("geonames:3", "Zenda County", "A", "ADM2", 49.1, 19.1, "RR.01.007", 90_000, names={"Zenda": "part"}),
    Entry("geonames:4", "Zenda", "P", "PPL", 49.2, 19.2, "RR.01.007", 60_000),
    Entry("geonames:5", "Zenda", "P", "PPL", -30.0, 179.9, "FJ", 700),
    Entry("geonames:6", "Khasanovo", "P", "PPL", 49.3, 19.3, "RR.01", 800),
    Entry("geonames:7", "Saint-Mérac", "P", "PPL", -30.2, -179.9, "FJ", 1_200),
    Entry("geonames:8", "New Zenda Bay", "P", "PPL", 51.0, 21.0, "RR", 300),
    Entry("airport:ZND", "Zenda Hope Airport", "S", "AIRP", 49.25, 19.25, "RR", names={"ZND": "code", "Hope": "part"}),
)

OVERLAY = {
    "places": {
        "dateline:old-march": {
            "name": "Old March",
            "kind": ["L", "RGN"],
            "lat": 49.0,
            "lon": 19.0,
            "members": ["RR.01"],
            "bbox": [18, 48, 20, 50],
        }
    },
    "names": {
        "old march": {"dateline:old-march": "name"},
        "ruritanian": {"geonames:1": "demonym"},
        "rr": {"geonames:1": "abbreviation"},
    },
}


def write_gazetteer(folder, entries=ENTRIES, overlay=OVERLAY):
    path = folder / "places.gaz"
    path.write_bytes(compile_entries(entries))
    path.with_name("overlay.json").write_bytes(
        pack_overlay(overlay["places"], overlay["names"], Container(path), overlay.get("points", {}))
    )
    return path


@pytest.fixture
def small(tmp_path):
    return Gazetteer.open(write_gazetteer(tmp_path))


@pytest.fixture(scope="session")
def bundled():
    return Gazetteer.bundled()
