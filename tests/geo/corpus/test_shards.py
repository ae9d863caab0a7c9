"""An archive is cut so that what is added to it leaves most shards as they were."""

import gzip
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from geo.corpus.records import load_records
from geo.corpus.shards import plan_shards
from geo.corpus.storage import find_files
from tests.geo.corpus import archive


def plan(path, shard_bytes=archive.SHARD_BYTES):
    return plan_shards(find_files(str(path)), shard_bytes=shard_bytes)


def articles(shards, columns=()):
    return [record.id for shard in shards for record in load_records(shard, dict(columns))]


def csv_of(rows):
    cells = "".join('{},"{}"\r\n'.format(each["id"], each["text"].replace('"', '""')) for each in rows)
    return f"id,text\r\n{cells}"


class TestPlan:
    @pytest.mark.parametrize("shard_bytes", [1, 150, 400, 10**6])
    def test_every_line_is_in_one_shard(self, tmp_path, shard_bytes):
        path = archive.write_lines(tmp_path / "a.jsonl", [archive.row(n) for n in range(9)])
        assert articles(plan(path, shard_bytes).shards) == [f"a{n}" for n in range(9)]

    @pytest.mark.parametrize("shard_bytes", [1, 150, 400, 10**6])
    def test_every_row_of_a_csv_is_in_one_shard_though_cells_hold_line_ends(self, tmp_path, shard_bytes):
        path = tmp_path / "a.csv"
        rows = [archive.row(n, text='Two\nlines, "quoted",\nand three') for n in range(9)]
        path.write_text(csv_of(rows), encoding="utf-8", newline="")
        found = [record for shard in plan(path, shard_bytes).shards for record in load_records(shard, {})]
        assert [record.id for record in found] == [f"a{n}" for n in range(9)]
        assert {record.content for record in found} == {'Two\nlines, "quoted",\nand three'}

    @pytest.mark.parametrize("shard_bytes", [1, 400, 10**6])
    def test_every_row_of_a_table_is_in_one_shard(self, tmp_path, shard_bytes):
        table = pa.Table.from_pylist([archive.row(n) for n in range(9)])
        pq.write_table(table, tmp_path / "a.parquet", row_group_size=4)
        assert articles(plan(tmp_path, shard_bytes).shards) == [f"a{n}" for n in range(9)]

    def test_a_packed_file_gives_what_it_holds(self, tmp_path):
        plain = archive.write_lines(tmp_path / "a.jsonl", [archive.row(n) for n in range(9)])
        (tmp_path / "packed").mkdir()
        (tmp_path / "packed" / "a.jsonl.gz").write_bytes(gzip.compress(plain.read_bytes()))
        shards = plan(tmp_path / "packed").shards
        assert len(shards) > 1
        assert articles(shards) == [f"a{n}" for n in range(9)]

    def test_folders_are_read_to_the_bottom_and_other_files_named(self, tmp_path):
        archive.write_files(tmp_path / "2023", [1])
        archive.write_files(tmp_path / "2024", [1])
        (tmp_path / "2024" / "photo.jpg").write_bytes(b"\xff")
        (tmp_path / ".hidden.txt").write_text("not this", encoding="utf-8")
        found = plan(tmp_path)
        assert articles(found.shards) == [str(tmp_path / year / "001.txt") for year in ("2023", "2024")]
        assert found.skipped == (str(tmp_path / "2024" / "photo.jpg"),)

    def test_a_folder_that_is_linked_to_from_below_is_read_once(self, tmp_path):
        folder = archive.write_files(tmp_path / "in", [1])
        (folder / "back").symlink_to("..")
        assert articles(plan(folder).shards) == [str(folder / "001.txt")]

    def test_a_file_given_twice_is_read_once(self, tmp_path):
        folder = archive.write_files(tmp_path / "in", [1])
        files = [*find_files(str(folder)), *find_files(f"{folder}/*.txt")]
        assert len(articles(plan_shards(files).shards)) == 1

    def test_a_truncated_table_is_named_and_the_others_are_cut(self, tmp_path):
        pq.write_table(pa.Table.from_pylist([archive.row(1)]), tmp_path / "good.parquet")
        (tmp_path / "short.parquet").write_bytes((tmp_path / "good.parquet").read_bytes()[:-20])
        found = plan(tmp_path)
        assert articles(found.shards) == ["a1"]
        assert [fault.name for fault in found.faults] == [str(tmp_path / "short.parquet")]
        assert "no whole parquet file" in found.faults[0].reason

    def test_a_packed_file_with_other_bytes_inside_is_named(self, tmp_path):
        (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b"{}\n")[:10] + b"\xff" * 40)
        (fault,) = plan(tmp_path).faults
        assert "a.jsonl.gz is damaged" in fault.reason

    def test_what_comes_before_the_end_of_a_truncated_archive_is_cut(self, tmp_path):
        rows = [archive.row(n, noise=archive.text(n * 7919)) for n in range(400)]
        whole = archive.write_lines(tmp_path / "a.jsonl", rows).read_bytes()
        (tmp_path / "a.jsonl").unlink()
        (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(whole)[:-200])
        found = plan(tmp_path, 10_000)
        assert found.shards
        assert "is damaged" in found.faults[0].reason


class TestStability:
    def test_lines_added_at_the_end_keep_the_shards_before_the_last(self, tmp_path):
        path = archive.write_lines(tmp_path / "a.jsonl", [archive.row(n) for n in range(20)])
        before = plan(path).shards
        archive.write_lines(path, [archive.row(n) for n in range(30)])
        assert plan(path).shards[: len(before) - 1] == before[:-1]

    def test_a_file_put_in_between_changes_one_or_two_shards(self, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)  # where groups are cut hangs on the names as they are typed
        folder = archive.write_files(Path("in"), range(0, 80, 2))
        before = set(plan(folder).shards)
        archive.write_files(folder, [41])
        after = set(plan(folder).shards)
        assert len(before) > 10
        assert len(after - before) <= 2

    def test_ids_do_not_repeat(self, tmp_path):
        archive.write_files(tmp_path / "in", range(40))
        archive.write_lines(tmp_path / "in" / "a.jsonl", [archive.row(n) for n in range(20)])
        ids = [shard.id for shard in plan(tmp_path / "in").shards]
        assert len(set(ids)) == len(ids)
