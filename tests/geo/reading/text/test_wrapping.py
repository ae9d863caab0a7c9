"""Line breaks of wrapped texts, and those that end a paragraph."""

import pytest

from geo.reading.articles.article import article_from_text
from geo.reading.text.paragraphs import paragraphs

WIRE = """FERRY DRIFTS OFF VIGO
LISBON, March 4 -
The car ferry Rosalba, which was on its way from
Vigo to the Irish port of Cork, lost its engine on
Sunday, a spokesman said.
    Two tugs left Porto in the evening. They hope to
be there by noon.
"""
INDENTED = (
    "Anna Keller stepped off a night train in Vienna with a plan to sell bicycles there, and\n"
    "            2,000 of them came\n"
    "            by rail.\n"
    "            Her partner stayed at home.\n"
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            WIRE,
            [
                "FERRY DRIFTS OFF VIGO",
                "LISBON, March 4 -",
                "The car ferry Rosalba, which was on its way from Vigo to the Irish port of Cork, lost its engine on Sunday, a spokesman said.",
                "Two tugs left Porto in the evening. They hope to be there by noon.",
            ],
        ),
        (
            INDENTED,
            [
                "Anna Keller stepped off a night train in Vienna with a plan to sell bicycles there, and 2,000 of them came by rail.",
                "Her partner stayed at home.",
            ],
        ),
        (
            "One long day in Rome\nThe band left at noon.\nThen Pisa.",
            ["One long day in Rome", "The band left at noon.", "Then Pisa."],
        ),
        (
            "MINISTER CALLS OFF VISIT TO LIMA, OFFICIALS SAY\n    QUITO, May 4 - The minister has called off a\nvisit to Lima.",
            ["MINISTER CALLS OFF VISIT TO LIMA, OFFICIALS SAY", "QUITO, May 4 - The minister has called off a visit to Lima."],
        ),
        ("Day 1: Oslo\nDay 2: Bergen\nDay 3: Voss", ["Day 1: Oslo", "Day 2: Bergen", "Day 3: Voss"]),
        (
            "They drove to Lyon and\n\nthe car broke down.",
            ["They drove to Lyon and", "the car broke down."],
        ),
    ],
)
def test_a_line_break_ends_a_paragraph_unless_it_only_wraps_one(text, told):
    article = article_from_text(text)

    found = [" ".join(article.text[start:end].split()) for start, end in paragraphs(article)]

    assert found == told
