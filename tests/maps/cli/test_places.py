import json
import re

import pytest

TEXT = "President Maria Lind left Oslo for Moscow, Idaho, on Monday. Berlin has rejected the offer."


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "monday.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def corpus(tmp_path):
    path = tmp_path / "corpus.jsonl"
    lines = [
        {
            "doc_id": "a",
            "text": TEXT,
            "date": "2024-05-06",
            "mentions": [{"start": 26, "end": 30, "name": "wrong", "lat": 1, "lon": 2}],
        },
        {"doc_id": "b", "text": "Nothing happened.", "mentions": []},
    ]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


class TestText:
    def test_each_mention_is_a_line(self, dateline, article):
        lines = dateline("places", article).stdout.splitlines()
        assert [line.split(":")[0] for line in lines] == ["Oslo", "Moscow", "Idaho", "Berlin [metonym]"]
        assert "(US.ID)" in lines[1]

    def test_explain_gives_reasons_and_what_else_was_weighed(self, dateline, article):
        told = dateline("places", article, "--explain").stdout
        assert "The text says that it is in Idaho." in told
        assert re.search(r"not Moscow \(RU\.48\), PPLC: \d+ in 100", told)

    def test_a_text_without_places_says_so(self, dateline):
        assert dateline("places", "-", stdin="Nothing happened.\n").stdout == "No place was found.\n"

    def test_home_decides_between_namesakes(self, dateline, tmp_path):
        path = tmp_path / "council.txt"
        path.write_text("The council met in Springfield on Monday.", encoding="utf-8")
        for home, state in (("St. Louis, Missouri", "US.MO"), ("Chicago, Illinois", "US.IL")):
            assert f"({state})" in dateline("places", path, "--home", home).stdout


class TestTable:
    def test_has_a_heading_and_the_same_columns_throughout(self, dateline, article):
        rows = [line.split("\t") for line in dateline("places", article, "--format", "table").stdout.splitlines()]
        assert {len(row) for row in rows} == {len(rows[0])}
        assert rows[1][1:4] == ["26", "30", "Oslo"]


class TestGeoJson:
    def test_holds_only_places_where_something_is(self, dateline, article):
        found = json.loads(dateline("places", article, "--format", "geojson").stdout)
        assert [feature["properties"]["name"] for feature in found["features"]] == ["Oslo", "Moscow", "Idaho"]
        lon, lat = found["features"][0]["geometry"]["coordinates"]
        assert (round(lat), round(lon)) == (60, 11)


class TestCorpus:
    def test_the_same_lines_come_back_with_what_was_found(self, dateline, corpus, tmp_path):
        target = tmp_path / "found.jsonl"
        result = dateline("places", corpus, "--format", "jsonl", "-o", target)
        assert (result.exit_code, result.stdout) == (0, "")
        first, second = map(json.loads, target.read_text(encoding="utf-8").splitlines())
        assert (first["doc_id"], first["date"], second["mentions"]) == ("a", "2024-05-06", [])
        assert [m["name"] for m in first["mentions"]] == ["Oslo", "Moscow", "Idaho", "Berlin"]
        assert all(TEXT[m["start"] : m["end"]] == m["name"] and 0 <= m["confidence"] <= 1 for m in first["mentions"])

    def test_given_resolves_the_marked_spans_and_reads_nothing_else_of_them(self, dateline, corpus):
        lines = dateline("places", corpus, "--format", "jsonl", "--given").stdout.splitlines()
        (mention,) = json.loads(lines[0])["mentions"]
        assert (mention["name"], round(mention["lat"])) == ("Oslo", 60)

    @pytest.mark.parametrize(
        ("line", "said"),
        [
            ("{", "Line 1"),
            ('{"doc_id": "a"}', "'doc_id' and 'text'"),
            ("[1]", "Line 1"),
            ('{"doc_id": "a", "text": "Oslo", "x": ' + "[" * 100_000 + "]" * 100_000 + "}", "Line 1"),
        ],
    )
    def test_a_bad_line_is_named(self, line, said, dateline, tmp_path):
        path = tmp_path / "bad.jsonl"
        path.write_text(line, encoding="utf-8")
        result = dateline("places", path, "--format", "jsonl")
        assert result.exit_code == 1
        assert said in result.stderr
        assert "bad.jsonl" in result.stderr

    @pytest.mark.parametrize("end", ["1e400", "3.7", '"4"', "true", "null"])
    def test_an_offset_that_is_no_whole_number_is_named(self, end, dateline, tmp_path):
        path = tmp_path / "bad.jsonl"
        path.write_text(f'{{"doc_id": "a", "text": "Oslo", "mentions": [{{"start": 0, "end": {end}}}]}}', encoding="utf-8")
        result = dateline("places", path, "--format", "jsonl", "--given")
        assert (result.exit_code, "Line 1" in result.stderr) == (1, True)

    def test_a_byte_order_mark_is_no_part_of_the_first_line(self, dateline, tmp_path):
        path = tmp_path / "marked.jsonl"
        path.write_text('{"doc_id": "a", "text": "He went to Oslo."}\n', encoding="utf-8-sig")
        (line,) = dateline("places", path, "--format", "jsonl").stdout.splitlines()
        assert [m["name"] for m in json.loads(line)["mentions"]] == ["Oslo"]

    def test_what_is_read_is_not_written_over(self, dateline, corpus):
        before = corpus.read_bytes()
        result = dateline("places", corpus, "--format", "jsonl", "-o", corpus)
        assert (result.exit_code, corpus.read_bytes()) == (2, before)
        assert "would be lost" in result.stderr

    def test_a_span_outside_the_text_is_named(self, dateline, tmp_path):
        path = tmp_path / "bad.jsonl"
        path.write_text('{"doc_id": "a", "text": "Oslo", "mentions": [{"start": 0, "end": 9}]}', encoding="utf-8")
        result = dateline("places", path, "--format", "jsonl", "--given")
        assert (result.exit_code, "0-9" in result.stderr) == (1, True)

    @pytest.mark.parametrize("words", [["--format", "text"], ["--format", "html"]])
    def test_a_corpus_has_one_form(self, words, dateline, corpus):
        assert dateline("places", corpus, *words).exit_code == 2

    def test_half_a_surrogate_pair_comes_back_as_it_came(self, dateline, tmp_path):
        path = tmp_path / "odd.jsonl"
        path.write_text('{"doc_id": "a", "text": "\\ud83d She flew to Oslo."}', encoding="utf-8")
        result = dateline("places", path, "--format", "jsonl")
        found = json.loads(result.stdout)
        assert (result.exit_code, found["text"][0], found["mentions"][0]["name"]) == (0, "\ud83d", "Oslo")

    def test_given_needs_a_corpus(self, dateline, article):
        assert dateline("places", article, "--given").exit_code == 2


class TestPage:
    def test_marks_every_mention_and_asks_for_nothing(self, dateline, article):
        page = dateline("places", article, "--format", "html").stdout
        assert page.count("<mark ") == 4
        assert "default-src 'none'" in page
        assert not re.search(r"<script|https?://|src=|\son\w+=", page)

    def test_a_hostile_text_is_only_shown(self, dateline, tmp_path):
        path = tmp_path / "hostile.txt"
        path.write_text('He flew to Oslo <img src=x onerror="alert(1)"> \u202eksaw\x00 and Lima.', encoding="utf-8")
        page = dateline("places", path, "--format", "html").stdout
        assert "<img" not in page
        assert "\u202e" not in page
        assert "\x00" not in page
