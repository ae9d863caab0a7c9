"""The chance of an implied stop: out of weights, and the file that holds them."""

from geo.reading.implied.chance import StopModel


class TestChance:
    def test_without_weights_it_is_even(self):
        assert StopModel({}).chance({"always": 1.0}) == 0.5

    def test_it_rises_with_what_speaks_for_a_stop_and_falls_with_what_speaks_against(self):
        model = StopModel({"dated": 1.0, "of people": -1.0})
        assert model.chance({"of people": 1.0}) < 0.5 < model.chance({"dated": 1.0})

    def test_a_cue_without_a_weight_says_nothing(self):
        assert StopModel({"dated": 1.0}).chance({"dated": 1.0, "new": 9.0}) == StopModel({"dated": 1.0}).chance({"dated": 1.0})


class TestWeights:
    def test_the_file_that_is_installed_weighs_what_is_read(self):
        assert StopModel.bundled().weights["always"] != 0

    def test_those_of_a_file_are_by_cue(self):
        assert StopModel.from_lines(["# fitted", "", "dated\t0.5"], "own.tsv").weights == {"dated": 0.5}
