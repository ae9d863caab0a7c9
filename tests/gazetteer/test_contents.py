from gazetteer.contents import describe


def test_counts_every_place_once(small):
    contents = describe(small)
    assert sum(contents.places.values()) == len(small)
    assert contents.places["cities, towns and villages"] == 5
    assert contents.places["countries and dependencies"] == 1


def test_says_where_the_bundled_places_are_from(bundled):
    contents = describe(bundled)
    assert "GeoNames" in contents.sources
    assert "sha256" in contents.sources
    assert contents.size <= 30_000_000
