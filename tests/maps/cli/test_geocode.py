def rows(result):
    return [line.split("\t") for line in result.stdout.splitlines()]


def test_lists_the_likeliest_first(dateline):
    result = dateline("geocode", "Paris")
    assert result.exit_code == 0
    assert rows(result)[0][0].endswith("France")


def test_takes_an_area_after_a_comma(dateline):
    assert rows(dateline("geocode", "Moscow, Idaho"))[0][0].endswith("Idaho, United States")


def test_keeps_to_a_country(dateline):
    assert all(row[0].endswith("United States") for row in rows(dateline("geocode", "Paris", "--country", "us")))


def test_puts_the_nearest_first(dateline):
    assert "Massachusetts" in rows(dateline("geocode", "Springfield", "--near", "Boston"))[0][0]


def test_says_how_another_spelling_matched(dateline):
    (row,) = rows(dateline("geocode", "Reykjavvik", "--limit", 1))
    assert row[0].startswith("Reykjavík")
    assert row[-1] == "folded"


def test_a_name_that_nobody_knows_is_a_failure(dateline):
    result = dateline("geocode", "Qqxzqqxz")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "'Qqxzqqxz'" in result.stderr
