import json

import pytest

import geo
from geo.export.lines import GEOMETRIES
from geo.export.write import FORMATS
from maps.cli import main
from tests.geo.example import ITINERARY


@pytest.fixture
def itinerary(tmp_path):
    return geo.write_itinerary(ITINERARY, tmp_path / "itinerary.yaml")


class TestExport:
    def test_offers_what_the_library_has(self):
        options = {name: param.type for param in main.commands["export"].params for name in param.opts}
        assert tuple(options["--format"].choices) == tuple(FORMATS)
        assert tuple(options["--geometry"].choices) == GEOMETRIES

    def test_writes_a_file_and_prints_its_path(self, dateline, itinerary, tmp_path):
        target = tmp_path / "journey.kml"
        result = dateline("export", itinerary, "-f", "kml", "-o", target)
        assert (result.exit_code, result.stdout) == (0, f"{target}\n")
        assert "Suva" in target.read_text(encoding="utf-8")

    def test_writes_text_to_standard_output(self, dateline, itinerary):
        result = dateline("export", itinerary, "-f", "geojson", "-o", "-", "--geometry", "stops", "--quotes", "none")
        roles = {feature["properties"]["role"] for feature in json.loads(result.stdout)["features"]}
        assert roles == {"stop", "meeting", "mention"}
        assert "quote" not in result.stdout

    def test_says_that_binary_needs_a_file(self, dateline, itinerary):
        result = dateline("export", itinerary, "-f", "gpkg", "-o", "-")
        assert result.exit_code == 2
        assert "gpkg is no text: name a file with -o." in result.stderr

    def test_says_so_where_it_can_not_write(self, dateline, itinerary, tmp_path):
        (tmp_path / "file").write_text("")
        result = dateline("export", itinerary, "-f", "csv", "-o", tmp_path / "file" / "journey.csv")
        assert result.exit_code == 1
        assert "can't be written" in result.stderr
        assert "Traceback" not in result.stderr

    def test_makes_no_folder(self, dateline, itinerary, tmp_path):
        result = dateline("export", itinerary, "-f", "csv", "-o", tmp_path / "new" / "journey.csv")
        assert result.exit_code == 1
        assert "choose another folder" in result.stderr
        assert not (tmp_path / "new").exists()
