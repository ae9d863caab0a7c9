"""Whether somebody known by one calling may be meant by the noun for another."""

import pytest

from geo.reading.vocabulary.callings import excludes, tells_of_crime


@pytest.mark.parametrize(
    ("told", "held", "charged", "other"),
    [
        (["judge"], {"singer"}, False, True),
        (["rebel", "leader"], {"artist"}, False, True),
        (["judge"], {"lawyer"}, False, False),
        (["judge"], set(), False, False),
        (["cyclist"], {"teacher"}, False, False),
        (["traveller"], {"teacher"}, False, False),
        (["thief"], set(), False, True),
        (["thief"], {"banker"}, True, False),
    ],
)
def test_callings(told, held, charged, other):
    assert excludes(told, held, charged=charged) is other


def test_words_of_a_crime():
    assert tells_of_crime(["she", "is", "wanted"])
    assert tells_of_crime(["a", "thief"])
    assert not tells_of_crime(["she", "sang"])
