"""The cheap question before the parser: does a sentence hold a word of movement, with the particle or vehicle that it needs?"""

import pytest

from geo.reading.travel_words.movement_words import can_move
from geo.reading.travel_words.words import NAMED_ENDS
from geo.reading.vocabulary.tables import table


@pytest.mark.parametrize(
    "sentence",
    [
        "She went to Oslo.",
        "He had flown in from Lima.",
        "They travelled and traveled on.",
        "The ferry is due in Bergen.",
        "Anna caught the early ferry.",
        "He carries the mail and FLIES home.",
        "It was bound for Cork.",
        "He's off to Ghent.",
        "A two-day stop-off in Graz followed.",
        "Their visits ended.",
        "Stopping in Bern, she slept.",
    ],
)
def test_movements_are_seen_in_every_form(sentence):
    assert can_move(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The company of a diverse community.",  # come, dive: other words that begin alike
        "She caught a cold.",  # no vehicle
        "The bill is due on Friday.",  # nobody awaited anywhere
        "He was bound by law.",
        "The minister spoke in Oslo.",  # being somewhere, which needs a movement beside it
        "",
    ],
)
def test_other_words_are_not(sentence):
    assert not can_move(sentence)


def test_every_verb_of_movement_is_seen_in_its_past_and_with_ing():
    """By the spelling rules of regular verbs, written here once more."""
    irregular = {row["lemma"] for row in table("irregular_verbs")}
    for row in table("verbs"):
        lemma = row["lemma"]
        if row["force"] in ("attach", "refuse") or lemma in irregular or lemma in ("be", "find"):
            continue
        if lemma in NAMED_ENDS and not row["particle"]:
            continue  # "made it clear", "gained a seat": words of everything
        past = (
            f"{lemma}d"
            if lemma.endswith("e")
            else f"{lemma[:-1]}ied"
            if lemma[-1] == "y" and lemma[-2] not in "aeo"
            else f"{lemma}ed"
        )
        ing = lemma if lemma.endswith("ee") else lemma.removesuffix("e")
        assert can_move(f"They {past} {row['particle']}"), past
        assert can_move(f"They were {ing}ing {row['particle']}"), ing
