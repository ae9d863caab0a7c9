"""Verbs that tell where somebody was on his way: resting, met, held up, come to grief."""

import pytest

from tests.geo.stories import claim, stops, tell


def test_what_was_left_in_a_place_did_not_depart_from_it():
    read = claim(tell("Stolen truck left in Lisbon."))
    assert [(p.role, p.resolution.place.name) for p in read.places] == [("at", "Lisbon")]


@pytest.mark.parametrize(
    "words",
    [
        "Two men left Porto at noon. Their plane went down outside Lisbon.",
        "A helicopter left Porto at noon and went down near Lisbon.",
        "A helicopter left Porto at noon. It went down near Lisbon.",
        "Otto Kranz was killed when his Cessna crashed near Lisbon. He had left Porto an hour before.",
        "Otto Kranz left Porto on Sunday. Soldiers marched him to a camp at Lisbon.",
        "We quitted Porto on the 4th and made Lisbon on the 6th.",
        "Anna Berg left Porto on Sunday and took three days off in Lisbon.",
        "Anna Berg left Porto on Sunday and took a rest day in Lisbon.",
        "Anna Berg left Porto on Sunday. Her brother met her in Lisbon.",
        "Anna Berg left Porto on Sunday. Friends met her in Lisbon.",
        "Anna Berg left Porto on Sunday. She stopped to see her sister in Lisbon.",
        "The boats left Porto on Sunday and spent the night at a Lisbon campground.",
    ],
)
def test_what_befell_somebody_tells_how_far_he_came(words):
    assert stops(tell(words)) == ["Porto", "Lisbon"]


def test_who_is_taken_off_what_he_goes_by_is_there():
    told = tell("Anders Berg left Porto on Monday. On Wednesday Berg was taken off a plane at Lisbon airport.")
    assert [s.place.name.split()[0] for j in told.journeys for s in j.stops] == ["Porto", "Lisbon"]
