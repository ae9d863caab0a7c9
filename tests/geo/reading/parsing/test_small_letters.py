"""A headline in capitals, as the parser sees it."""

import pytest

from geo.reading.parsing.small_letters import with_small_letters
from tests.geo.stories import statuses, tell

BODY = "Baker, who has cancelled nothing so far, flew to New York. The UAE said a baker was there. It was March 4 and he may go."


@pytest.mark.parametrize(
    ("headline", "written"),
    [
        ("BANKER CANCELS TRIP TO LISBON", "Banker cancels trip to Lisbon"),
        ("LIND'S VISIT TO U.S. PUT OFF", "Lind's visit to U.S. put off"),
        ("SHIP LEAVES FOR NEW YORK ON FRIDAY", "Ship leaves for New York on Friday"),
        ("OIL MINISTER IN UAE TALKS", "Oil minister in UAE talks"),
        ("A SHIP LEFT. A BOAT DID NOT.", "A ship left. A boat did not."),
    ],
)
def test_words_are_written_as_in_a_sentence(headline, written):
    assert with_small_letters(headline, BODY) == written


@pytest.mark.parametrize("words", ["LISBON, May 4", "Lind Visits LISBON", "TWO WORDS", ""])
def test_other_words_stay_as_they_are(words):
    assert with_small_letters(words, BODY) == words


@pytest.mark.parametrize(
    ("headline", "status"),
    [
        ("PRESIDENT LIND CANCELS TRIP TO HELSINKI", "denied"),
        ("MINISTER SAYS LIND TO HEAD FOR HELSINKI", "planned"),
        ("LIND IS LIKELY TO VISIT HELSINKI", "possible"),
        ("LIND ARRIVES IN HELSINKI", "happened"),
    ],
)
def test_a_headline_in_capitals_is_read(headline, status):
    told = tell(f"{headline}\n\nPresident Maria Lind spoke in Prague on Monday, after she had flown there from Rome.")
    assert statuses(told)["Helsinki"] == status
