from __future__ import annotations

import re
from importlib.resources import files

import pytest

from maps.stills import marks
from maps.style import contrast, read_theme
from tests.maps.stills.drawn import parsed, sheet_of, texts

STATUSES = ("happened", "under_way", "planned", "possible", "denied", "past")
CSS = (files("maps") / "assets" / "page.css").read_text(encoding="utf-8")


def grey(colour):
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    level = round(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    return f"#{level:02x}{level:02x}{level:02x}"


def rule(selector):
    """The stroke width and dashes that the page gives a leg of this class."""
    body = re.search(rf"^\.run{re.escape(selector)}(?:, [^{{]*)? {{(.*?)}}", CSS, re.MULTILINE)[1]
    width = re.search(r"stroke-width: ([\d.]+)px", body)
    dashes = re.search(r"stroke-dasharray: ([\d. ]+);", body)
    return float(width[1]) if width else None, [float(each) for each in dashes[1].split()] if dashes else []


class TestCertainty:
    @pytest.mark.parametrize(
        "selector", [".under_way", ".possible", ".denied", ".past", ".planned", ".unknown", ".ship", ".train"]
    )
    def test_strokes_are_those_of_the_page(self, selector):
        name = selector[1:]
        mode, status = ("other", name) if name in STATUSES else (name, "happened")
        width, dashes = marks.run(mode, status)
        wanted_width, wanted_dashes = rule(selector)
        assert [float(each) for each in dashes.split()] == wanted_dashes
        assert wanted_width in (None, width)

    def test_no_two_statuses_have_the_same_stroke_without_colour(self):
        assert len({marks.run("other", status) for status in STATUSES}) == len(STATUSES)

    def test_no_two_statuses_have_the_same_mark_without_colour(self):
        palette = read_theme().light
        drawn = {
            re.sub(r"#[0-9a-f]{6}", "", marks.pin("1", status, 0, 0, palette))
            for status in ("happened", "under_way", "planned", "possible", "denied")
        }
        assert len(drawn) == 5

    def test_what_is_not_done_is_hollow(self):
        palette = read_theme().light
        for status in ("planned", "possible", "denied"):
            assert f'fill="{palette.paper}" stroke=' in marks.pin("1", status, 0, 0, palette)
            assert f'fill="{palette.accent}"/>' not in marks.pin("1", status, 0, 0, palette)
        assert f'fill="{palette.accent}"/>' in marks.pin("1", "happened", 0, 0, palette)


class TestGrey:
    @pytest.mark.parametrize("theme", ["daylight", "press"])
    def test_lines_stand_out_from_land_and_sea(self, theme):
        palette = read_theme(theme).light
        lines = {
            str(stroke["stroke"])
            for mode in ("train", "plane")
            for status in STATUSES
            for stroke in marks.strokes(mode, status, palette, casing=False)[:1]
        }
        for line in lines:
            for ground in (palette.land, palette.sea, palette.casing):
                assert contrast(grey(line), grey(ground)) >= 3

    @pytest.mark.parametrize("theme", ["daylight", "press"])
    def test_numbers_can_be_read_on_their_marks(self, theme):
        palette = read_theme(theme).light
        for ink, ground in ((palette.on_accent, palette.accent), (palette.accent, palette.paper), (palette.past, palette.paper)):
            assert contrast(grey(ink), grey(ground)) >= 4.5

    def test_railway_dashes_are_seen(self):
        palette = read_theme().light
        rail, ties = marks.strokes("train", "happened", palette, casing=False)
        assert contrast(grey(str(rail["stroke"])), grey(str(ties["stroke"]))) >= 7

    def test_letters_part_journeys_as_their_colours_do(self):
        labels = set(texts(parsed(sheet_of("sixty").svg())))
        assert {"A1", "B1", "C1"} <= labels
