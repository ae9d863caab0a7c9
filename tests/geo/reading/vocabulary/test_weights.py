"""The files of fitted weights."""

import pytest

from gazetteer.errors import InputError
from geo.reading.implied.chance import StopModel
from geo.reading.resolution.vicinity import VicinityModel
from geo.reading.vocabulary.weights import bundled_weights, weights_of


def test_remarks_and_empty_lines_are_passed_over():
    assert weights_of(["# fitted", "", "dated\t0.5", "of a name\t-1"], "own.tsv") == {"dated": 0.5, "of a name": -1.0}


@pytest.mark.parametrize("name", ["stops.tsv", "vicinity.tsv"])
def test_the_files_that_are_installed_are_read(name):
    assert bundled_weights(name)


@pytest.mark.parametrize("line", ["dated", "dated\tmuch", "dated\t1\t2"])
@pytest.mark.parametrize("read", [weights_of, StopModel.from_lines, VicinityModel.from_lines])
def test_a_line_that_is_none_is_named_in_a_sentence(read, line):
    with pytest.raises(InputError, match=r"own\.tsv, line 2: a feature and a weight are expected; fit the weights again\."):
        read(["always\t1", line], "own.tsv")
