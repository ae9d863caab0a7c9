from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PIL import Image
from pypdf import PdfReader

import maps
from gazetteer.errors import InputError, OutputError
from maps.stills import STILLS, write_stills
from maps.stills.beside import pixels_beside
from maps.stills.render import as_card, as_pdf, as_png, pixels
from tests.maps import example
from tests.maps.stills.drawn import card_of, sheet_of

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
ROOT = Path(__file__).parents[3]
DRAW = (
    "import sys, maps; from tests.maps import example; from maps.stills import write_stills;"
    "write_stills(maps.journey_map(*example.rail_trip()), sys.argv[1], width=600)"
)


@pytest.fixture(scope="module")
def m():
    return maps.journey_map(*example.rail_trip())


@pytest.fixture(scope="module")
def written(m, tmp_path_factory):
    """The folder of all stills of a journey, 600 pixels wide."""
    folder = tmp_path_factory.mktemp("stills")
    write_stills(m, folder, width=600)
    return folder


def image(png):
    return Image.open(io.BytesIO(png))


class TestPng:
    def test_is_as_large_as_asked_for(self, written):
        sizes = {path.name: image(path.read_bytes()).size for path in written.glob("*.png")}
        height = sheet_of("rail", 600).height
        assert sizes == {"map.png": (600, height), "map@2x.png": (1200, height * 2), "card.png": (1200, 630)}

    def test_the_large_one_is_drawn_alike_in_another_process(self, written):
        assert (written / "map@2x.png").read_bytes() == as_png(sheet_of("rail", 600), 2.0)

    @pytest.mark.parametrize("python", ["/nowhere/python", "/bin/false", ""])
    def test_is_drawn_here_where_no_other_process_can(self, python, monkeypatch):
        monkeypatch.setattr(sys, "executable", python)
        sheet = sheet_of("rail", 600)
        with pixels_beside(sheet.svg(), "en", 0.25) as large:
            assert large() == pixels(sheet.svg(), "en", 0.25)

    def test_leaves_no_process_behind_where_the_rest_fails(self):
        with pytest.raises(OutputError), pixels_beside(sheet_of("rail", 600).svg(), "en", 1.0):
            raise OutputError("The disk is full.")

    def test_a_card_is_no_larger_than_sites_take(self):
        assert max(len(as_card(card_of(story))) for story in ("rail", "pacific", "areas", "world")) <= 300_000

    def test_a_card_that_would_be_larger_has_fewer_colours_and_all_that_it_says(self, monkeypatch):
        whole = as_card(card_of("rail"))
        monkeypatch.setattr("maps.stills.render._LARGEST_CARD", len(whole) - 1)
        small = as_card(card_of("rail"))
        assert len(small) < len(whole) / 2
        assert (image(small).size, image(small).mode) == ((1200, 630), "P")
        assert image(small).info == image(whole).info

    def test_carries_title_alternative_text_credit_and_draft(self, written):
        found = image((written / "map.png").read_bytes())
        packet = ET.fromstring(found.info["XML:com.adobe.xmp"].split("?>", 1)[1].rsplit("<?", 1)[0])
        said = {each.tag.rsplit("}", 1)[-1]: "".join(each.itertext()) for each in packet.iter()}
        story = sheet_of("rail", 600).picture.story
        assert story["alt"] in said["AltTextAccessibility"]
        assert story["title"] in said["title"]
        assert "OpenStreetMap" in said["Credit"]
        assert said["Instructions"] == "Draft, not reviewed"
        assert found.info["Description"] == story["alt"]

    def test_hostile_words_stay_inside_their_field(self):
        found = image(as_png(sheet_of("hostile", 300)))
        packet = ET.fromstring(found.info["XML:com.adobe.xmp"].split("?>", 1)[1].rsplit("<?", 1)[0])
        assert len(list(packet.iter(f"{RDF}Description"))) == 1

    def test_words_are_drawn(self, written):
        """A renderer without its fonts draws no word and says nothing."""
        top = int(sheet_of("rail", 600).drawing.view.frame.top)
        heading = np.asarray(image((written / "map.png").read_bytes()).convert("L"))[:top]
        assert (heading < 100).mean() > 0.01

    @pytest.mark.parametrize(
        ("lang", "words"), [("de", "Grüße"), ("ru", "Пхеньян"), ("uk", "Їжак"), ("ja", "平壌"), ("ko", "평양"), ("zh", "北京")]
    )
    def test_every_script_of_the_languages_has_its_letters(self, lang, words):
        """Two words of the same number of letters would look alike if each letter were an empty box."""
        drawn = {
            hashlib.sha256(
                pixels(
                    f'<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40" font-family="Noto Sans"><text y="30" font-size="24">{each}</text></svg>',
                    lang,
                )
            ).digest()
            for each in (words, words[::-1])
        }
        assert len(drawn) == 2


@pytest.fixture(scope="module")
def reader():
    """The PDF of a journey."""
    return PdfReader(io.BytesIO(as_pdf(sheet_of("rail"))))


class TestPdf:
    def test_has_live_text_and_a_title(self, reader):
        said = " ".join(reader.pages[0].extract_text().split())
        for words in ("Budapest", "planned", "Belgrade", "possible", "Draft, not reviewed", "The sources disagree", "Vienna"):
            assert words in said
        assert reader.metadata.title == sheet_of("rail").picture.story["title"]
        assert reader.metadata.subject == sheet_of("rail").picture.story["alt"]

    def test_is_one_page_as_large_as_the_picture(self, reader):
        (page,) = reader.pages
        assert float(page.mediabox.width) == pytest.approx(960 * 0.75)
        assert not page.images

    def test_takes_hostile_words_for_text(self):
        said = PdfReader(io.BytesIO(as_pdf(sheet_of("hostile")))).pages[0].extract_text()
        assert "onerror" in said


class TestFiles:
    def test_all_stills_are_written_with_the_same_bytes_in_every_process(self, written, tmp_path):
        # The order of sets changes with the seed of the hash; this process has chosen another when it started.
        seed = "2" if os.environ.get("PYTHONHASHSEED") == "1" else "1"
        subprocess.run(
            [sys.executable, "-c", DRAW, str(tmp_path)], cwd=ROOT, env=os.environ | {"PYTHONHASHSEED": seed}, check=True
        )
        first, second = ({path.name: path.read_bytes() for path in folder.iterdir()} for folder in (written, tmp_path))
        assert sorted(first) == sorted(STILLS)
        assert first == second

    def test_svg_names_the_fonts_of_the_house(self, written):
        assert "font-family=\"'Noto Sans','Helvetica Neue'" in (written / "map.svg").read_text(encoding="utf-8")

    def test_svg_is_small(self, m, tmp_path):
        maps.write_still(m, tmp_path / "map.svg")
        assert (tmp_path / "map.svg").stat().st_size <= 150_000

    def test_a_name_without_a_format_is_told(self, m, tmp_path):
        with pytest.raises(InputError, match=r"map.tiff is no name for a still; end it in .svg, .png, .pdf"):
            maps.write_still(m, tmp_path / "map.tiff")

    def test_a_width_that_no_column_has_is_told(self, m, tmp_path):
        with pytest.raises(InputError, match="20 is no width"):
            maps.write_still(m, tmp_path / "map.svg", width=20)

    def test_a_folder_that_is_a_file_leaves_nothing(self, m, tmp_path):
        (tmp_path / "file").touch()
        with pytest.raises(OutputError, match="can't be written"):
            write_stills(m, tmp_path / "file")

    def test_a_theme_changes_the_colours(self, tmp_path):
        from maps.style import read_theme

        maps.write_still(maps.journey_map(*example.rail_trip(), theme=read_theme("press")), tmp_path / "map.svg")
        assert "#00558c" in (tmp_path / "map.svg").read_text(encoding="utf-8")
