"""A change of a published fact, in words."""

import pytest

from geo.desk.model import Change
from maps.editions import change_words
from maps.language import language_of


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Change("stop", "Khasan", "status", "planned", "happened"), "Khasan: planned → reported"),
        (
            Change("stop", "Khasan", "arrive", "2023-09-12", "2023-09-12 morning"),
            "Khasan: Tue 12 Sept 2023 → Tue 12 Sept 2023, morning",
        ),
        (Change("stop", "Khasan", "arrive", "", "2023-09 or 2023"), "Khasan: not given → Sept 2023 or 2023"),
        (Change("stop", "Khasan", "arrive", "when it rained", "2023"), "Khasan: when it rained → 2023"),
        (Change("stop", "Khasan", "position"), "Khasan: its place on the map was corrected"),
        (Change("journey", "B. Ri", "name", "A. Ri", "B. Ri"), "A. Ri → B. Ri"),
        (Change("meeting", "Khasan", "participants", "A. Ri", "A. Ri, B. Ri"), "Khasan: A. Ri → A. Ri, B. Ri"),
        (Change("leg", "Khasan – Artyom", "removed"), "Khasan – Artyom was taken out"),
    ],
)
def test_is_told(change, words):
    assert change_words(change) == words


def test_is_told_in_other_languages():
    assert (
        change_words(Change("stop", "Khasan", "position"), language_of("de")) == "Khasan: die Lage auf der Karte wurde berichtigt"
    )
