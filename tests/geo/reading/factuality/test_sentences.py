"""A grammar of certainty: modals, intentions, rumours, conditions, plans of the past, changes of plan and denials, sentence by sentence."""

import pytest

from tests.geo.reading.factuality.sentences import SENTENCES
from tests.geo.stories import statuses, tell

ROWS = [(status, sentence) for rows in SENTENCES.values() for status, sentence in rows]


@pytest.mark.parametrize(("status", "sentence"), ROWS, ids=[sentence for _, sentence in ROWS])
def test_a_place_has_the_status_that_its_sentence_gives_it(status, sentence):
    told = tell(f"President Maria Lind arrived in Prague on Monday. {sentence}")
    assert statuses(told)["Oslo"] in status.split()
