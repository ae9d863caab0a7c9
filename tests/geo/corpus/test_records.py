"""What a row or a file states of its article, and what is said of one that can't be read."""

import gzip
import json
from datetime import UTC, date, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from gazetteer.errors import InputError
from geo.corpus.records import load_records
from geo.corpus.shards import plan_shards
from geo.corpus.storage import find_files


def load(path, **columns):
    return [record for shard in plan_shards(find_files(str(path))).shards for record in load_records(shard, columns)]


def lines(tmp_path, *values):
    path = tmp_path / "a.jsonl"
    path.write_text("".join(f"{value if isinstance(value, str) else json.dumps(value)}\n" for value in values), encoding="utf-8")
    return path


class TestRows:
    def test_state_what_the_desk_knows(self, tmp_path):
        path = lines(
            tmp_path,
            {
                "id": 7,
                "text": "She left Oslo.",
                "title": "Off",
                "published": "2024-05-06T10:00:00Z",
                "url": "https://a.example/7",
            },
        )
        (record,) = load(path)
        article = record.article()
        assert (record.id, article.title, article.published, article.url) == ("7", "Off", date(2024, 5, 6), "https://a.example/7")

    def test_other_columns_may_hold_it(self, tmp_path):
        path = lines(tmp_path, {"key": "x", "body": "She left Oslo.", "day": "6 May 2024"})
        (record,) = load(path, id="key", text="body", published="day")
        assert (record.id, record.article().published) == ("x", date(2024, 5, 6))

    def test_of_a_table_times_are_days(self, tmp_path):
        table = pa.table({"text": ["She left Oslo."], "published": [datetime(2024, 5, 6, 22, tzinfo=UTC)]})
        pq.write_table(table, tmp_path / "a.parquet")
        (record,) = load(tmp_path)
        assert record.article().published == date(2024, 5, 6)
        assert record.id == f"{tmp_path / 'a.parquet'}#0"

    @pytest.mark.parametrize("mark", [",", ";", "\t"])
    def test_of_a_csv_are_parted_by_the_mark_of_its_first_line(self, tmp_path, mark):
        path = tmp_path / "a.csv"
        path.write_text(f"\ufeffid{mark}text{mark}title\n1{mark}She left Oslo.{mark}Off\n", encoding="utf-8")
        (record,) = load(path)
        assert (record.id, record.content, record.known.title) == ("1", "She left Oslo.", "Off")

    def test_a_cell_of_a_csv_may_be_as_long_as_an_article(self, tmp_path):
        path = tmp_path / "a.csv"
        path.write_text(f'id,text\n1,"{"She left Oslo. " * 20_000}"\n', encoding="utf-8")
        (record,) = load(path)
        assert len(record.content) == 300_000

    def test_a_day_that_is_none_is_remarked_on_and_the_article_read(self, tmp_path):
        (record,) = load(lines(tmp_path, {"text": "She left Oslo.", "published": "soon"}))
        assert record.article().published is None
        assert record.remark == "published is 'soon', which is no day"


class TestFiles:
    def test_are_named_by_their_path_and_read_by_their_suffix(self, tmp_path):
        (tmp_path / "a.html.gz").write_bytes(
            gzip.compress(b"<html><head><title>Off</title></head><body><p>She left Oslo by train for Bergen.</p></body></html>")
        )
        (record,) = load(tmp_path)
        assert record.id == str(tmp_path / "a.html.gz")
        assert "<p>" not in record.article().text

    def test_have_what_the_manifest_beside_them_states(self, tmp_path):
        (tmp_path / "a.txt").write_text("She left Oslo.", encoding="utf-8")
        (tmp_path / "manifest.toml").write_text('[articles."a.txt"]\npublished = 2024-05-06\n', encoding="utf-8")
        (record,) = load(tmp_path)
        assert record.article().published == date(2024, 5, 6)


class TestFaults:
    @pytest.mark.parametrize(
        ("line", "words"),
        [
            ("{broken", "it is no JSON"),
            ("[1]", "it is no JSON object"),
            ({"text": None}, "has no text"),
            ({"text": 5}, "has no text"),
            (
                {"body": "She left Oslo."},
                "has no column 'text' (it has body); say which holds the articles with --column text=NAME",
            ),
            ({"text": "  "}, "is empty"),
        ],
    )
    def test_are_told_of_the_one_article(self, tmp_path, line, words):
        bad, good = load(lines(tmp_path, line, {"text": "She left Oslo."}))
        with pytest.raises(InputError) as told:
            bad.article()
        assert words in str(told.value)
        assert "a.jsonl#0" in str(told.value)
        assert good.article().text == "She left Oslo."

    def test_a_table_without_texts_is_told_by_its_columns(self, tmp_path):
        pq.write_table(pa.table({"body": ["She left Oslo."]}), tmp_path / "a.parquet")
        with pytest.raises(InputError, match=r"has no column 'text' \(it has body\)"):
            load(tmp_path)

    def test_a_table_damaged_inside_is_told_by_its_rows(self, tmp_path):
        path = tmp_path / "a.parquet"
        pq.write_table(pa.table({"text": [f"She left Oslo, {n}." for n in range(500)]}), path)
        data = bytearray(path.read_bytes())
        data[30:2000] = bytes(1970)
        path.write_bytes(data)
        with pytest.raises(InputError, match=r"a\.parquet \(row group 0, rows 0 to 500\) is damaged"):
            load(path)

    @pytest.mark.parametrize("line_length", [100, 6_000_000])
    def test_a_row_longer_than_any_article_is_one_fault_and_none_of_its_lines_an_article(self, tmp_path, line_length):
        lines_of_one = "\n".join(["x" * line_length] * (6_000_000 // line_length))
        (tmp_path / "a.csv").write_text(f'id,text\n1,"{lines_of_one}"\n2,She left Oslo.\n', encoding="utf-8")
        long, good = load(tmp_path)
        assert "is longer than 5 MB" in long.fault
        assert (good.id, good.content) == ("2", "She left Oslo.")

    def test_a_text_in_a_table_may_not_be_longer_than_any_article(self, tmp_path):
        pq.write_table(pa.table({"text": ["x" * 5_100_000, "She left Oslo."]}), tmp_path / "a.parquet")
        long, good = load(tmp_path)
        assert "is longer than 5 MB" in long.fault
        assert good.content == "She left Oslo."

    def test_a_time_beyond_the_calendar_is_a_remark(self, tmp_path):
        times = pa.array([2**61, 0], pa.timestamp("us"))
        pq.write_table(pa.table({"text": ["She left Oslo."] * 2, "published": times}), tmp_path / "a.parquet")
        far, good = load(tmp_path)
        assert "which is no day" in far.remark
        assert good.article().published == date(1970, 1, 1)

    def test_a_packed_file_with_other_bytes_inside_is_told_by_name(self, tmp_path):
        (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"She left Oslo.")[:10] + b"\xff" * 40)
        (record,) = load(tmp_path)
        assert "a.txt.gz can't be read" in record.fault

    def test_a_line_longer_than_any_article_does_not_stop_the_next(self, tmp_path):
        long, good = load(lines(tmp_path, {"text": "x" * 5_100_000}, {"text": "She left Oslo."}))
        assert "is longer than 5 MB" in long.fault
        assert good.content == "She left Oslo."
