"""When somebody came to a place, by where the sentence puts the day: beside its verb, in front, in another clause, or counted from one."""

import pytest

from tests.geo.reading.frames.day_sentences import SENTENCES
from tests.geo.stories import arrival, statuses, stop, tell


@pytest.mark.parametrize(("day", "sentence"), SENTENCES, ids=[sentence for _, sentence in SENTENCES])
def test_a_stop_has_the_day_that_its_sentence_gives_it(day, sentence):
    told = arrival(tell(f"President Maria Lind arrived in Prague on Sunday. {sentence}"), "Oslo")
    assert [edtf[: len(day)] for edtf in told] == [day] * bool(day)


class TestInferred:
    @pytest.mark.parametrize(
        "sentence",
        [
            "She met the king on Tuesday, a day after arriving in Oslo.",
            "She will leave for Vienna on Friday, stopping in Oslo on the way.",
            "She lunched in Vienna on Monday. A few hours later she landed in Oslo.",
            "She leaves for Oslo on Friday.",
        ],
    )
    def test_a_day_that_is_worked_out_is_marked_so(self, sentence):
        told = stop(tell(f"President Maria Lind arrived in Prague on Sunday. {sentence}"), "Oslo")
        assert [w.basis for w in told.arrive] == ["inferred"]

    def test_who_left_for_a_place_is_not_dated_there(self):
        assert arrival(tell("President Maria Lind left Prague for Oslo on Monday."), "Oslo") == []

    def test_nor_who_is_to_leave_for_several(self):
        told = tell("President Maria Lind will leave for Oslo and Bergen on Friday.")
        assert set(statuses(told).values()) == {"planned"}
        assert arrival(told, "Oslo") == arrival(told, "Bergen") == []

    def test_hours_that_lead_into_the_night_give_no_day(self):
        told = tell("President Maria Lind left Prague at 10 p.m. on Monday. Five hours later she landed in Oslo.")
        assert arrival(told, "Oslo") == []
