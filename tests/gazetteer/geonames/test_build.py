import resource
import signal
import subprocess
import sys
import zipfile

import pytest

from gazetteer import BBox, Gazetteer
from gazetteer.errors import InputError, OutputError
from gazetteer.geonames.build import build_gazetteer
from tests.gazetteer.geonames.conftest import NAMES, ROWS, SMALL, row

#: Builds in a process of its own, tells each step, and waits to be let on.
_BUILD = """
import sys
from pathlib import Path
from gazetteer import Gazetteer
from gazetteer.geonames.build import build_gazetteer

def progress(told):
    print(told.doing, told.done, flush=True)
    sys.stdin.readline()

build_gazetteer(Path({dump!r}), Path({output!r}), base=Gazetteer.open({base!r}), progress=progress, **{small!r})
"""


def begin(dump, output, base, limit=None):
    code = _BUILD.format(dump=str(dump), output=str(output), base=str(base.path), small=SMALL)
    return subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=limit,  # noqa: PLW1509 - the child only sets its own limit
    )


def kill_at(process, doing, times):
    """Let a build on until it has told of a step so many times, and kill it there."""
    for told in process.stdout:
        times -= told.startswith(doing)
        if not times:
            break
        process.stdin.write("\n")
        process.stdin.flush()
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert process.returncode == -signal.SIGKILL


@pytest.fixture(scope="module")
def undisturbed(base, tmp_path_factory):
    """A build that nothing disturbed."""
    folder = tmp_path_factory.mktemp("whole")
    (folder / "allCountries.txt").write_text("\n".join(ROWS) + "\n", encoding="utf-8")
    build_gazetteer(folder / "allCountries.txt", folder / "whole.gaz", base=base, **SMALL)
    return folder / "whole.gaz"


@pytest.fixture
def whole(undisturbed):
    return undisturbed.read_bytes()


class TestWhatItHolds:
    def test_places_of_the_dump_and_of_the_gazetteer_below(self, built, base):
        assert len(built) == len(base) + len(ROWS) - 1
        assert built.place("geonames:14").name == "Tarlenheim"
        assert built.place("airport:ZND") == base.place("airport:ZND")

    def test_the_dump_s_row_stands_for_a_place_of_both(self, built):
        place = built.place("geonames:4")
        assert (place.lat, place.lon, place.population) == (49.25, 19.25, 61_000)

    def test_minor_namesakes_stand_behind_towns_and_areas_before_codes(self, built):
        zendas = built.lookup("Zenda")
        assert [c.place.id for c in zendas] == [
            "geonames:4", "geonames:11", "geonames:5", "geonames:3", "geonames:10", "geonames:12",
        ]  # fmt: skip
        assert [built.is_minor(c.place) for c in zendas] == [False, False, False, False, True, True]

    def test_the_bundled_gazetteer_has_no_minor_places(self, bundled):
        assert not bundled.is_minor(bundled.lookup("Rhine")[0].place)

    def test_alternate_names_of_both_tables(self, built):
        assert built.lookup("Генцау")[0].place.id == "geonames:13"
        assert built.lookup("Зенда")[0].place.id == "geonames:11"
        assert "geng zao" not in built
        assert "Nowhere" not in built
        assert "https example org zenda" not in built

    def test_codes_and_abbreviations_are_known_as_such(self, built):
        assert [c.name_kind for c in built.lookup("HZ")] == ["code"]
        assert [c.name_kind for c in built.lookup("ZEN")] == ["code"]
        assert [c.name_kind for c in built.lookup("Z")] == ["abbreviation"]

    def test_parents_are_the_dump_s_own_and_those_below(self, built):
        assert [area.name for area in built.parents(built.place("geonames:4"))] == ["Zenda County", "Streltsov Krai", "Ruritania"]
        # Nothing is known of the second-order area RR.02.999.
        assert [area.name for area in built.parents(built.place("geonames:14"))] == ["Hentzau Province", "Ruritania"]

    def test_an_area_code_without_an_area_is_kept_where_the_gazetteer_below_has_it(self, built):
        # Nothing bears RR.01.008, yet a place of the gazetteer below lies in it.
        assert built.place("geonames:9").admin2 == "008"
        assert built.place("geonames:15").admin2 == "008"

    def test_extents_and_what_is_laid_over_are_kept(self, built, base):
        assert built.place("geonames:1").bbox == BBox(18, 48, 22, 52)
        assert built.lookup("Old March")[0].place == base.lookup("Old March")[0].place
        assert [c.place.id for c in built.lookup("Ruritanian")] == ["geonames:1"]

    def test_finds_other_spellings_and_what_is_near(self, built):
        assert built.lookup("Tarlenhaim")[0].place.id == "geonames:14"
        assert built.lookup("Tarlenheym", fold=True)[0].match == "folded"
        assert [p.id for p in built.near(49.25, 19.25, km=1)] == ["geonames:4", "airport:ZND"]
        assert {p.id for p in built.within(BBox(-180, -90, 180, -89))} == {"geonames:14"}

    def test_minor_places_count_or_not_in_what_lies_near_and_within(self, built):
        box = BBox(-180, -90, 180, 90)
        weighty = sorted(place.id for place in built if not built.is_minor(place))
        assert sorted(place.id for place in built.within(box, minor=False)) == weighty
        assert sorted(place.id for place in built.within(box)) == sorted(place.id for place in built)
        for lat, lon in [(49.25, 19.25), (-90.0, 0.0), (-30.1, 180.0)]:
            everything = built.near(lat, lon, km=500, limit=9999)
            assert built.near(lat, lon, km=500, limit=9999, minor=False) == tuple(p for p in everything if not built.is_minor(p))
            towns = tuple(p for p in everything if p.kind.is_populated)
            assert built.near(lat, lon, km=500, limit=3, feature_classes="P") == towns[:3]

    def test_every_name_leads_to_its_place(self, built):
        for number in range(0, 3000, 7):
            (found,) = built.lookup(f"gehoft {number}")
            assert (found.place.id, found.place.name) == (f"geonames:{1000 + number}", f"Gehöft {number}")
        assert len(list(built.prefix("gehoft 29", limit=500))) == 111

    def test_says_what_it_is_made_of(self, built):
        assert built.sources().startswith("allCountries (")
        assert "CC BY 4.0" in built.sources()


class TestSameBytes:
    def test_the_same_places_whatever_the_size_of_the_shards(self, base, dump, undisturbed, tmp_path):
        build_gazetteer(dump, tmp_path / "other.gaz", base=base, block_bytes=1 << 20)
        first, second = Gazetteer.open(tmp_path / "other.gaz"), Gazetteer.open(undisturbed)
        assert list(first) == list(second)
        assert (first.names, first.ids("Zenda"), first.ids("HZ")) == (second.names, second.ids("Zenda"), second.ids("HZ"))

    def test_from_text_and_from_zip(self, base, dump, whole, tmp_path):
        with zipfile.ZipFile(tmp_path / "allCountries.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("readme.txt", "About this dump. " * 100_000)
            archive.write(dump, "allCountries.txt")
        build_gazetteer(tmp_path / "allCountries.zip", tmp_path / "zip.gaz", base=base, **SMALL)
        assert (tmp_path / "zip.gaz").read_bytes() == whole

    @pytest.mark.parametrize(("doing", "times", "kept"), [("Reading places", 5, 4), ("Sorting names", 2, 18), ("Writing", 1, 18)])
    def test_after_a_kill_and_what_was_done_is_not_done_again(self, base, dump, whole, tmp_path, doing, times, kept):
        kill_at(begin(dump, tmp_path / "killed.gaz", base), doing, times)
        assert not (tmp_path / "killed.gaz").exists()
        told = []

        def progress(now):
            told.append(now)
            if len(told) == 1:
                done.update({path: path.stat().st_ino for path in (tmp_path / "killed.gaz.work").glob("*-*")})
            if now.doing == "Writing" and not now.done:
                assert {path: path.stat().st_ino for path in done} == done

        done = {}
        build_gazetteer(dump, tmp_path / "killed.gaz", base=base, progress=progress, **SMALL)
        assert (tmp_path / "killed.gaz").read_bytes() == whole
        assert len(done) >= kept
        # What was read is not read again.
        assert told[0].done >= min(kept * SMALL["block_bytes"], dump.stat().st_size)
        assert not (tmp_path / "killed.gaz.work").exists()

    def test_begins_again_when_the_dump_has_changed(self, base, dump, tmp_path):
        kill_at(begin(dump, tmp_path / "world.gaz", base), "Sorting names", 1)
        with dump.open("a", encoding="utf-8") as file:
            file.write(row(99, "Strelsau", population="5000") + "\n")
        build_gazetteer(dump, tmp_path / "world.gaz", base=base, **SMALL)
        assert Gazetteer.open(tmp_path / "world.gaz").lookup("Strelsau")[0].place.id == "geonames:99"


class TestAccidents:
    @pytest.mark.parametrize(
        ("broken", "reason"),
        [
            ("4\tZenda", "2 columns"),
            (row("x", "A"), "no GeoNames id"),
            (row(50, "A", lat="north"), "no point on the globe"),
            (row(50, "A", lon="181"), "no point on the globe"),
            (row(50, "A", lat="nan"), "no point on the globe"),
            (row(50, "..."), "no name"),
            (row(50, "A", kind="town.PPL"), "no feature class"),
            (row(50, "A", area="Ruritania"), "no code of a country"),
            (row(50, "A", population="many"), "no population"),
            (row(4, "Zenda again"), "id of an earlier row"),
            (row(50, "\udcff"), "not in UTF-8"),
        ],
    )
    @pytest.mark.parametrize("at", [2, len(ROWS)])
    def test_a_broken_row_is_left_out_and_listed_with_its_line(self, base, tmp_path, broken, reason, at):
        dump = tmp_path / "RR.txt"
        dump.write_bytes("\n".join([*ROWS[:at], broken, *ROWS[at:]]).encode("utf-8", "surrogateescape"))
        built = build_gazetteer(dump, tmp_path / "world.gaz", base=base, **SMALL)
        (fault,) = built.faults[dump]
        assert (fault.line, built.places) == (at + 1, len(ROWS))
        assert reason in fault.reason
        assert built.report.read_text(encoding="utf-8").splitlines()[1:] == [f"RR.txt\t{at + 1}\t{fault.reason}"]
        assert len(Gazetteer.open(tmp_path / "world.gaz").lookup("Zenda")) == 6

    def test_a_report_that_is_no_longer_true_goes(self, base, dump, tmp_path):
        (tmp_path / "world.gaz.broken.tsv").write_text("old")
        assert build_gazetteer(dump, tmp_path / "world.gaz", base=base, **SMALL).report is None
        assert not (tmp_path / "world.gaz.broken.tsv").exists()

    def test_the_other_table_is_refused(self, base, dump, tmp_path):
        names = tmp_path / "alternateNamesV2.txt"
        names.write_text("\n".join(NAMES), encoding="utf-8")
        with pytest.raises(
            InputError, match=r"alternateNamesV2\.txt is not the table .*10 columns and not 19.*--alternate-names"
        ):
            build_gazetteer(names, tmp_path / "world.gaz", base=base, **SMALL)
        with pytest.raises(InputError, match=r"allCountries\.txt is not the table .*19 columns and not 8 or 10.*--geonames"):
            build_gazetteer(dump, tmp_path / "world.gaz", alternate_names=dump, base=base, **SMALL)

    @pytest.mark.parametrize(("name", "data"), [("empty.txt", b""), ("picture.txt", bytes(range(256)) * 1000)])
    def test_what_is_no_table_is_refused(self, base, tmp_path, name, data):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(InputError, match=name):
            build_gazetteer(tmp_path / name, tmp_path / "world.gaz", base=base, **SMALL)

    def test_a_zip_that_is_cut_short_or_damaged_or_without_a_table_is_refused(self, base, dump, tmp_path):
        whole = tmp_path / "whole.zip"
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(dump, "allCountries.txt")
        data = bytearray(whole.read_bytes())
        (tmp_path / "cut.zip").write_bytes(data[: len(data) // 2])
        data[len(data) // 2] ^= 0xFF
        (tmp_path / "damaged.zip").write_bytes(data)
        with zipfile.ZipFile(tmp_path / "other.zip", "w") as archive:
            archive.writestr("map.png", "picture")
        for name in ("cut.zip", "damaged.zip", "other.zip", "missing.zip", "missing.txt"):
            with pytest.raises(InputError, match=name):
                build_gazetteer(tmp_path / name, tmp_path / "world.gaz", base=base, **SMALL)
        assert not (tmp_path / "world.gaz").exists()

    def test_a_full_disk_is_said_and_the_build_goes_on_when_there_is_room(self, base, dump, whole, tmp_path):
        """No file may grow beyond 100,000 bytes, which the shards do not and the finished gazetteer does."""
        process = begin(
            dump, tmp_path / "world.gaz", base, limit=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
        )
        _, words = process.communicate("\n" * 1000)
        assert process.returncode == 1
        assert "OutputError" in words
        assert "world.gaz can't be written (File too large): make room" in words
        assert sorted(p.name for p in tmp_path.glob("*world.gaz*")) == ["world.gaz.work"]
        told = []
        build_gazetteer(dump, tmp_path / "world.gaz", base=base, progress=told.append, **SMALL)
        assert told[0].done == dump.stat().st_size
        assert (tmp_path / "world.gaz").read_bytes() == whole

    def test_a_folder_that_can_t_be_made_is_said(self, base, dump, tmp_path):
        (tmp_path / "file").write_text("")
        with pytest.raises(OutputError, match=r"world\.gaz\.work can't be written to"):
            build_gazetteer(dump, tmp_path / "file" / "world.gaz", base=base, **SMALL)
