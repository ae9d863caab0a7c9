"""A grammar of certainty: modals, intentions, rumours, conditions, plans of the past, changes of plan and denials, sentence by sentence."""

import pytest

from tests.geo.reading.factuality.sentences import SENTENCES
from tests.geo.stories import statuses, tell

ROWS = [(status, sentence) for rows in SENTENCES.values() for status, sentence in rows]


@pytest.mark.parametrize(("status", "sentence"), ROWS, ids=[sentence for _, sentence in ROWS])
def test_a_place_has_the_status_that_its_sentence_gives_it(status, sentence):
    told = tell(f"President Maria Lind arrived in Prague on Monday. {sentence}")
    assert statuses(told)["Oslo"] in status.split()


class TestOvertaken:
    def test_the_start_of_a_journey_that_was_only_planned_is_not_made_real(self):
        told = tell("President Maria Lind was to fly from Prague to Oslo on Tuesday. The trip was cancelled.")
        assert statuses(told) == {"Prague": "denied", "Oslo": "denied"}

    def test_who_set_off_and_never_arrived_did_set_off(self):
        told = tell("President Maria Lind set off from Prague for Oslo on Tuesday. She never got there.")
        assert statuses(told) == {"Prague": "happened", "Oslo": "denied"}

    @pytest.mark.parametrize(
        "sentence",
        [
            "The strike was cancelled.",
            "A visit to Rome was cancelled.",
            "She did not come alone.",
            "Instead of a car she took a cab.",
            "Her suitcases never arrived.",
            "She will wear red instead.",
            "Her sister will go to Vienna instead.",
            "She will go on Saturday instead.",
            "The trip may be cancelled.",
            "Will the trip be cancelled?",
            "The trip has been cancelled twice before.",
            "Her previous trip was cancelled.",
            "The Vienna trip was cancelled.",
            "Karl Berg called off his trip.",
            "Many tourists cancelled their trips.",
        ],
    )
    def test_what_is_cancelled_besides_undoes_nothing(self, sentence):
        told = tell(f"President Maria Lind will fly to Oslo on Friday. {sentence}")
        assert statuses(told)["Oslo"] == "planned"


@pytest.mark.parametrize(("words", "status"), [("flew", "happened"), ("will fly", "planned")])
def test_a_day_that_it_was_not_denies_no_journey(words, status):
    assert statuses(tell(f"Maria Lind {words} to Oslo on Friday, not Thursday.")) == {"Oslo": status}
