from geo.journeys.itinerary_file.itinerary import load_itinerary
from maps.cli import progress


def test_prints_the_itinerary_as_data_and_the_table_as_words(dateline, story, tmp_path):
    result = dateline("read", story, "--published", "2024-05-07")
    assert result.exit_code == 0
    (tmp_path / "itinerary.yaml").write_text(result.stdout, encoding="utf-8")
    stops = [stop.place.name for journey in load_itinerary(tmp_path / "itinerary.yaml").journeys for stop in journey.stops]
    assert {"Oslo", "Bergen"} <= set(stops)
    assert "Oslo (NO)" in result.stderr


def test_writes_to_a_file_what_it_prints_otherwise(dateline, story, tmp_path):
    assert dateline("read", story, "-o", tmp_path / "itinerary.yaml").stdout == ""
    assert (tmp_path / "itinerary.yaml").read_text(encoding="utf-8") == dateline("read", story).stdout


def test_reads_what_can_be_read(dateline, story):
    (story / "empty.txt").touch()
    result = dateline("read", story)
    assert result.exit_code == 1
    assert "Oslo" in result.stdout
    assert "The itinerary was made without" in result.stderr


def test_keeps_what_a_person_wrote_into_the_file(dateline, story, tmp_path):
    path = tmp_path / "itinerary.yaml"
    dateline("read", story, "-o", path)
    path.write_text(path.read_text(encoding="utf-8").replace("name: Bergen", "name: Bergen harbour"), encoding="utf-8")
    assert dateline("read", story, "-o", path).exit_code == 0
    assert "name: Bergen harbour" in path.read_text(encoding="utf-8")


def test_tells_which_article_took_its_day_from_which_other(dateline, story):
    (story / "wire.txt").write_text("OSLO, May 6 (Wire) - The queen stayed at home.\n", encoding="utf-8")
    (story / "dated.txt").write_text("Weather\nMay 7, 2024\nIt rained.\n", encoding="utf-8")
    result = dateline("read", story)
    assert "wire.txt states no date; taken as 2024-05-06 because its dateline names the day, and " in result.stderr
    assert "dated.txt tells the year" in result.stderr
    assert "published_basis: inferred" in result.stdout


def test_a_device_is_written_to_and_not_read_for_what_was_there(dateline, story):
    full, none = (dateline("read", story, "-o", device) for device in ("/dev/full", "/dev/null"))
    assert (full.exit_code, none.exit_code) == (1, 0)
    assert "/dev/full: can't be written" in full.stderr


class TestProgress:
    def test_of_a_long_article_it_is_told_how_much_is_read(self, dateline, tmp_path, monkeypatch):
        monkeypatch.setattr(progress, "_LONG", 1_000)
        (tmp_path / "long.txt").write_text("Anna Berg flew to Oslo.\n\nShe slept well in Bergen.\n\n" * 40, encoding="utf-8")
        told = dateline("read", tmp_path / "long.txt").stderr
        assert "Reading 1 article, 2,080 characters; this takes a while" in told
        shares = [int(line.split()[-3]) for line in told.splitlines() if line.endswith(" % done")]
        assert shares[:8] == [10, 20, 30, 40, 50, 60, 70, 80]  # the rest is white space

    def test_of_a_short_one_it_is_only_told_that_it_is_read(self, dateline, story):
        assert "%" not in dateline("read", story).stderr
