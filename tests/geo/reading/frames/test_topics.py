"""Places that only say where something is that is spoken of, judged, called or given to."""

import pytest

from tests.geo.stories import statuses, tell

TRIP = "Maria Kovac flew from Zagreb to Paris on Monday."


@pytest.mark.parametrize(
    "sentence",
    [
        "She phoned her mother in Lille.",
        "She spoke of the floods in Lille.",
        "She mourned the victims of the fire in Lille.",
        "She has given money to a hospital in Lille.",
        "She criticised the government in Lille.",
        "She talked about her school in Lille.",
    ],
)
def test_no_stop(sentence):
    assert "Lille" not in statuses(tell(f"{TRIP} {sentence}"))


@pytest.mark.parametrize("sentence", ["She spoke in Lille.", "She gave a concert in Lille.", "She signed a treaty in Lille."])
def test_a_stop(sentence):
    assert statuses(tell(f"{TRIP} {sentence}"))["Lille"] == "happened"
