"""A place and the ship of one name."""

from tests.geo.stories import stops, tell


def test_a_ship_named_like_a_place_travels():
    told = tell("The schooner Alba left Lisbon on Monday. The Alba is due in Porto on Saturday.")
    assert stops(told) == ["Lisbon", "Porto"]
    assert {"alba"} == {t.name.casefold().split()[-1] for t in told.travellers}


def test_the_place_of_that_name_stays_one():
    told = tell("The ferry Estonia left Stockholm on Monday. Anna Berg flew to Estonia on Saturday.")
    assert [s.place.name for j in told.journeys for s in j.stops] == ["Stockholm", "Estonia"]
    assert stops(tell("A ferry left Lisbon for Porto on Monday.")) == ["Lisbon", "Porto"]
