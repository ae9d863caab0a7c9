"""A run over an archive: nothing lost, nothing twice, nothing done again that still holds."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from gazetteer import Gazetteer
from gazetteer.errors import InputError, OutputError
from gazetteer.own import read_places
from geo.corpus.edition import make_edition
from geo.corpus.manifest import load_manifest
from geo.corpus.parts import Parts
from geo.corpus.run import read_corpus
from geo.corpus.shards import plan_shards
from geo.corpus.storage import find_files
from geo.corpus.tables import TABLES
from geo.corpus.work import read_shard
from tests.geo.corpus import archive


@pytest.fixture
def source(tmp_path):
    return archive.write_lines(tmp_path / "a.jsonl", [archive.row(n) for n in range(8)])


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


def parts(out):
    return {path.relative_to(out): path.read_bytes() for path in sorted(out.rglob("*.parquet"))}


class TestTables:
    def test_hold_every_mention_with_its_place(self, source, out):
        archive.read(source, out)
        rows = archive.rows_of(out, "mentions")
        assert [row["place"] for row in rows if row["article"] == "a3"] == ["Oslo", "Bergen"]
        for row in rows:
            number = int(row["article"][1:])
            assert archive.text(number)[row["start"] : row["end"]] == row["text"]

    def test_hold_claims_and_journeys(self, tmp_path, out):
        source = archive.write_lines(tmp_path / "a.jsonl", [archive.row(1)])
        archive.read(source, out, edition=archive.edition(mentions_only=False))
        claims, stops = archive.rows_of(out, "claims"), archive.rows_of(out, "journeys")
        assert {(row["place"], row["role"], row["status"]) for row in claims} >= {("Bergen", "to", "happened")}
        assert all(row["quote"] == archive.text(1)[row["start"] : row["end"]] for row in claims)
        assert [(row["order"], row["place"]) for row in sorted(stops, key=lambda row: row["order"])] == [
            (1, "Oslo"),
            (2, "Bergen"),
        ]
        assert {row["traveller"] for row in stops} == {"Ada Lund"}

    def test_hold_what_the_one_function_reads_of_each_shard(self, source, out):
        archive.read(source, out)
        shards = plan_shards(find_files(str(source)), shard_bytes=archive.SHARD_BYTES).shards
        read = [read_shard(shard, archive.edition()).rows["mentions"] for shard in shards]
        written = [{name: cell for name, cell in row.items() if name != "bbox"} for row in archive.rows_of(out, "mentions")]
        assert written == [row for rows in read for row in rows]

    def test_are_the_same_bytes_each_time(self, source, tmp_path):
        for name in ("one", "two"):
            archive.read(source, tmp_path / name)
        assert parts(tmp_path / "one") == parts(tmp_path / "two")

    def test_have_the_same_rows_however_the_archive_is_cut(self, source, tmp_path):
        for name, size in (("fine", 1), ("coarse", 10**6)):
            archive.read(source, tmp_path / name, shard_bytes=size)
        for table in TABLES:
            assert archive.rows_of(tmp_path / "fine", table) == archive.rows_of(tmp_path / "coarse", table)

    def test_go_to_an_address_as_well_as_to_a_folder(self, source, out):
        import fsspec

        archive.read(source, out)
        manifest, _ = archive.read(source, "memory://desk/places")
        assert manifest.whole
        memory = fsspec.filesystem("memory")
        names = [name for name in memory.find("/desk/places") if name.endswith(".parquet")]
        assert {name.removeprefix("/desk/places/"): memory.cat_file(name) for name in names} == {
            str(path): data for path, data in parts(out).items()
        }

    def test_come_from_an_address_as_well_as_from_a_folder(self, source, tmp_path):
        import fsspec

        memory = fsspec.filesystem("memory")
        memory.pipe_file("/desk/in/a.jsonl", source.read_bytes())
        for word in ("memory://desk/in", "memory://desk/in/*.jsonl"):
            out = tmp_path / str(len(word))
            archive.read(word, out)
            assert archive.names_of(out) == [f"a{n}" for n in range(8)]

    def test_spell_out_half_a_character(self, tmp_path, out):
        rows = [archive.row(1, id="a\ud800", title="\ud83d"), archive.row(2)]
        source = archive.write_lines(tmp_path / "a.jsonl", rows)
        manifest, _ = archive.read(source, out, log=tmp_path / "log.jsonl")
        assert manifest.whole
        assert archive.names_of(out) == ["a2", r"a\ud800"]

    def test_name_a_file_whose_name_is_no_unicode(self, tmp_path, out):
        folder = archive.write_files(tmp_path / "in", [1])
        Path(os.fsdecode(b"%s/bad\xff.txt" % os.fsencode(folder))).write_text("", encoding="utf-8")
        manifest, _ = archive.read(folder, out, log=tmp_path / "log.jsonl")
        assert len(manifest.set_aside) == 1
        assert archive.names_of(out) == [f"{folder}/001.txt", rf"{folder}/bad\udcff.txt"]
        assert r"bad\udcff.txt" in (tmp_path / "log.jsonl").read_text(encoding="utf-8")


class TestResume:
    @pytest.mark.parametrize("folder", [".", "out"])
    def test_what_a_run_wrote_is_no_article_of_the_next(self, tmp_path, folder):
        archive.write_lines(tmp_path / "a.jsonl", [archive.row(n) for n in range(8)])
        for _ in range(2):
            manifest, _engine = archive.read(f"{tmp_path}/../{tmp_path.name}", tmp_path / folder)
            assert manifest.whole
            assert archive.names_of(tmp_path / folder) == [f"a{n}" for n in range(8)]

    def test_what_is_done_is_kept(self, source, out):
        archive.read(source, out)
        before = parts(out)
        _, engine = archive.read(source, out)
        assert set(engine.states) == {"kept"}
        assert parts(out) == before

    def test_a_changed_article_redoes_its_shard_alone(self, source, out):
        archive.read(source, out)
        changed = [archive.row(n) for n in range(8)]
        changed[5]["text"] = archive.text(5, town="Molde.")
        archive.write_lines(source, changed)
        _, engine = archive.read(source, out)
        assert engine.states["done"] == 1
        assert [row["place"] for row in archive.rows_of(out, "mentions") if row["article"] == "a5"] == ["Oslo", "Molde"]

    def test_a_changed_gazetteer_redoes_everything_once(self, source, out, tmp_path):
        archive.read(source, out)
        (tmp_path / "own.csv").write_text("name,place\nBjørgvin,Bergen\n", encoding="utf-8")
        own = read_places(tmp_path / "own.csv", Gazetteer.bundled())
        renamed = make_edition(Gazetteer.bundled().with_places(own), places=own, mentions_only=True)
        for state in ("done", "kept"):
            _, engine = archive.read(source, out, edition=renamed)
            assert set(engine.states) == {state}
        assert {row["place"] for row in archive.rows_of(out, "mentions")} == {"Oslo", "Bjørgvin"}

    @pytest.mark.parametrize("table", TABLES)
    def test_a_part_that_is_gone_or_cut_short_is_made_again(self, source, out, table):
        archive.read(source, out)
        before = parts(out)
        first, second = sorted((out / table).iterdir())[:2]
        first.unlink()
        second.write_bytes(second.read_bytes()[:-9])
        _, engine = archive.read(source, out)
        assert engine.states["done"] == 2
        assert parts(out) == before

    def test_articles_that_left_the_archive_leave_the_tables(self, source, out):
        archive.read(source, out)
        (out / "mentions" / ".part-0123456789abcdef.parquet.xyz.part").write_bytes(b"left by a process that was killed")
        archive.write_lines(source, [archive.row(n) for n in range(2)])
        archive.read(source, out)
        assert archive.names_of(out) == ["a0", "a1"]
        assert not list(out.rglob(".*"))

    def test_a_growing_archive_may_take_in_another_folder(self, source, out, tmp_path):
        archive.read(source, out)
        more = archive.write_lines(tmp_path / "b.jsonl", [archive.row(8)])
        engine = archive.InThisProcess()
        read_corpus([str(source), str(more)], str(out), edition=archive.edition(), engine=engine, shard_bytes=archive.SHARD_BYTES)
        assert engine.states["done"] == 1
        assert archive.names_of(out) == [f"a{n}" for n in range(9)]


class TestRefusals:
    def test_two_runs_do_not_write_to_one_folder(self, source, out):
        class Meanwhile(archive.InThisProcess):
            def run(self, tasks):
                with pytest.raises(InputError, match="Another run writes to"):
                    archive.read(source, out)
                yield from super().run(tasks)

        assert archive.read(source, out, engine=Meanwhile())[0].whole
        assert archive.read(source, out)[1].states["kept"] > 0

    def test_what_nobody_foresaw_costs_one_part_and_is_told(self, source, out, monkeypatch):
        usual = Parts.write

        def write(self, shard, key, read):
            if any(row["article"] == "a4" for row in read.rows["articles"]):
                raise ZeroDivisionError("nobody foresaw it")
            return usual(self, shard, key, read)

        monkeypatch.setattr(Parts, "write", write)
        manifest, _ = archive.read(source, out)
        (fault,) = manifest.set_aside
        assert "ZeroDivisionError: nobody foresaw it" in fault.reason
        assert {"a0", "a7"} <= {*archive.names_of(out)}

    def test_another_archive_does_not_take_the_place_of_the_first(self, source, out, tmp_path):
        archive.read(source, out)
        other = archive.write_lines(tmp_path / "b.jsonl", [archive.row(8)])
        with pytest.raises(InputError, match=r"was made from .*a\.jsonl too"):
            archive.read(other, out)
        assert len(archive.names_of(out)) == 8

    def test_claims_are_not_removed_by_the_way(self, tmp_path, out):
        source = archive.write_lines(tmp_path / "a.jsonl", [archive.row(1)])
        archive.read(source, out, edition=archive.edition(mentions_only=False))
        with pytest.raises(InputError, match="--mentions-only would remove"):
            archive.read(source, out)

    def test_a_folder_that_cannot_be_written_to_is_one_sentence(self, source, out):
        out.write_text("a file where the folder should be", encoding="utf-8")
        with pytest.raises(OutputError, match="out can't be written"):
            archive.read(source, out)

    def test_an_input_that_is_not_there_is_one_sentence(self, tmp_path, out):
        with pytest.raises(InputError, match=r"none\.jsonl stands for no file"):
            archive.read(tmp_path / "none.jsonl", out)

    def test_a_worker_with_another_gazetteer_does_not_read(self, source, out):
        manifest, engine = archive.read(source, out, edition=replace(archive.edition(), gazetteer="0" * 16))
        assert set(engine.states) == {"failed"}
        assert "other gazetteer" in manifest.set_aside[0].reason


class TestLostWrites:
    """A store that loses a request now and then, and one that takes nothing any more."""

    @pytest.fixture
    def refuse(self, monkeypatch):
        from geo.corpus import parts

        usual = parts.write_whole
        asked = []

        def refusing(times):
            def write(name, data):
                asked.append(name)
                if len(asked) in times:
                    raise OutputError(f"{name} can't be written (timed out).")
                usual(name, data)

            monkeypatch.setattr(parts, "write_whole", write)

        return refusing

    def test_one_lost_request_is_made_again(self, source, out, refuse):
        refuse({2, 7})
        assert archive.read(source, out)[0].whole
        assert archive.names_of(out) == [f"a{n}" for n in range(8)]

    def test_none_that_gets_through_ends_the_run_with_what_is_done(self, source, out, refuse):
        refuse(range(5, 1000))
        with pytest.raises(
            OutputError, match=r"timed out\)\. 1 of \d parts are done and kept; run the command again for the rest"
        ):
            archive.read(source, out)
        assert archive.names_of(out)


class TestSetAside:
    def test_articles_are_named_and_the_rest_is_read(self, tmp_path, out):
        rows = [archive.row(0), archive.row(1, text=None), archive.row(2)]
        manifest, _ = archive.read(archive.write_lines(tmp_path / "a.jsonl", rows), out)
        assert [(fault.name, fault.reason) for fault in manifest.set_aside] == [("a1", "a1 has no text.")]
        assert not manifest.whole
        assert {row["article"]: row["state"] for row in archive.rows_of(out, "articles")} == {
            "a0": "read",
            "a1": "set aside",
            "a2": "read",
        }

    def test_a_fault_of_the_reader_costs_one_article(self, source, out, monkeypatch):
        from geo.reading.places import PlaceReader

        usual = PlaceReader.read
        monkeypatch.setattr(
            PlaceReader, "read", lambda self, article: 1 / 0 if "number 4" in article.text else usual(self, article)
        )
        manifest, _ = archive.read(source, out)
        assert [fault.name for fault in manifest.set_aside] == ["a4"]
        assert "ZeroDivisionError" in manifest.set_aside[0].reason
        monkeypatch.undo()
        assert archive.read(source, out)[1].states["done"] == 0
        manifest, engine = archive.read(source, out, again=True)
        assert manifest.whole
        assert engine.states["done"] == 1

    def test_a_file_that_cannot_be_read_any_more_keeps_its_tables(self, tmp_path, out):
        path = tmp_path / "a.parquet"
        pq.write_table(pq.read_table(_table(tmp_path)), path)
        archive.read(path, out)
        before = parts(out)
        path.write_bytes(path.read_bytes()[:-30])
        manifest, _ = archive.read(path, out)
        assert not manifest.whole
        assert parts(out) == before


def _table(tmp_path):
    import pyarrow as pa

    pq.write_table(pa.Table.from_pylist([archive.row(n) for n in range(3)]), tmp_path / "made.parquet")
    return tmp_path / "made.parquet"


class TestManifest:
    def test_says_what_is_there(self, source, out):
        written, _ = archive.read(source, out)
        manifest = load_manifest(str(out))
        assert manifest == replace(written, edition=dict(written.edition))
        assert (manifest.complete, manifest.rows["articles"], manifest.rows["mentions"]) == (True, 8, 16)

    def test_of_a_run_that_was_stopped_says_so(self, source, out):
        class Stopped(archive.InThisProcess):
            def run(self, tasks):
                yield from super().run(tasks[:2])
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            archive.read(source, out, engine=Stopped())
        assert load_manifest(str(out)).complete is False
        assert archive.read(source, out)[1].states["kept"] == 2

    def test_a_damaged_one_is_one_sentence(self, source, out):
        out.mkdir()
        (out / "manifest.json").write_text("{", encoding="utf-8")
        with pytest.raises(InputError, match=r"manifest\.json is damaged"):
            archive.read(source, out)


def test_the_log_has_a_line_for_each_event(source, out, tmp_path):
    manifest, _ = archive.read(source, out, log=tmp_path / "log.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "log.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["event"] for line in lines] == ["begin", *["shard"] * manifest.shards, "removed", "end"]
    assert all(line["time"] for line in lines)


def test_a_log_that_cannot_be_written_is_one_sentence(source, out):
    with pytest.raises(OutputError, match=r"/dev/full can't be written .* run the command again"):
        archive.read(source, out, log=Path("/dev/full"))


def test_progress_ends_with_all_of_it(source, out):
    seen = []
    archive.read(source, out, watch=lambda progress: seen.append((progress.done, progress.articles, round(progress.share, 6))))
    assert seen[0] == (0, 0, 0)
    assert seen[-1] == (len(seen) - 1, 8, 1)
