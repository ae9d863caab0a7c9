def test_says_what_is_in_it_from_where_and_under_which_licence(dateline):
    result = dateline("gazetteer", "info")
    assert result.exit_code == 0
    for part in ("places under", "countries and dependencies", "sha256", "CC BY 4.0", "public domain"):
        assert part in result.stdout


def test_reads_a_story_with_the_house_s_own_places(dateline, story, tmp_path):
    (tmp_path / "own.csv").write_text("name,place\nBjørgvin,Bergen\n", encoding="utf-8")
    result = dateline("read", story, "--places", tmp_path / "own.csv")
    assert result.exit_code == 0
    assert 'name: "Bjørgvin"' in result.stdout


def test_lists_the_rows_that_it_leaves_out(dateline, tmp_path):
    (tmp_path / "own.csv").write_text("name,lat,lon\nOur Desk,1,1\nBroken,x,1\n", encoding="utf-8")
    result = dateline("geocode", "Our Desk", "--places", tmp_path / "own.csv")
    assert result.exit_code == 0
    assert result.stdout.startswith("Our Desk\t")
    assert "1 row is left out" in result.stderr
    assert "line 3: " in result.stderr


def test_a_file_of_places_that_is_none_is_a_failure(dateline, tmp_path):
    result = dateline("geocode", "Paris", "--places", tmp_path / "none.csv")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "none.csv" in result.stderr


def test_an_itinerary_has_its_places_already(dateline, tmp_path):
    assert dateline("map", tmp_path / "itinerary.yaml", "--places", tmp_path / "own.csv").exit_code == 2
