"""Lines that only name the ends of a stage, in what somebody tells of himself."""

import pytest

from tests.geo.stories import legs, stops, tell

BLOG = "{}\n\nWe left Lisbon early and I was glad of it. The road was wet.\n"


@pytest.mark.parametrize(
    "heading",
    [
        "Lisbon – Porto",
        "Day 3: Lisbon to Porto",
        "Day 2 - Lisbon - Porto, 310 km",
        "12 May 2024: Lisbon, Portugal – Porto, Portugal",
    ],
)
def test_the_heading_of_a_stage_tells_where_the_narrator_went(heading):
    assert [(a, b) for a, b, _ in legs(tell(BLOG.format(heading)))] == [("Lisbon", "Porto")]


def test_what_lies_between_the_ends_was_passed():
    assert stops(tell(BLOG.format("Lisbon – Coimbra – Porto"))) == ["Lisbon", "Coimbra", "Porto"]


@pytest.mark.parametrize("line", ["Lisbon – Porto 2-1", "The line Lisbon – Porto is closed", "Tickets: Lisbon – Porto"])
def test_a_line_that_says_anything_else_is_no_heading(line):
    assert stops(tell(BLOG.format(line))) == ["Lisbon"]


def test_a_heading_above_what_nobody_tells_of_himself_is_no_journey():
    told = tell("Lisbon – Porto\n\nAnna Berg left Lisbon early. The road was wet.")
    assert stops(told) == ["Lisbon"]
