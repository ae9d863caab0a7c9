"""What the parser is often wrong about in telling of travel, and how it is set right."""

import pytest

from tests.geo.stories import stops, tell


class TestVerbsTakenForNouns:
    @pytest.mark.parametrize(
        ("text", "names"),
        [
            ("The Lindberg choir sails for Porto on 4 May and sings there a day later.", ["Porto"]),
            ("President Maria Lind ends her Spain visit, heads to Lisbon.", ["Spain", "Lisbon"]),
        ],
    )
    def test_a_plural_that_the_clause_has_for_its_verb_is_one(self, text, names):
        assert stops(tell(text)) == names

    def test_a_plural_that_goes_with_other_nouns_is_none(self):
        assert not tell("The company of Karl Lind sells walks and sails for Lisbon harbour.").journeys


def test_who_stands_behind_the_hour_is_who_went():
    told = tell("Migrants left Lisbon on Friday. By nightfall the column, led by a man on crutches, had reached Mafra.")
    assert "Mafra" in {s.place.name for j in told.journeys for s in j.stops}


@pytest.mark.parametrize(
    ("vehicle", "deed"),
    [
        ("freighter Santa Rosa", "left Hamburg"),
        ("liner Galatea", "docked in Cork"),
        ("solar plane Icarus", "took off from Muscat"),
        ("tanker Maria Grazia", "arrived in Haifa"),
        ("schooner Wilhelmina", "put into Cork"),
        ("cruise ship Costa Diana", "turned back to Genoa"),
    ],
)
def test_a_name_behind_a_vehicle_is_its_own(vehicle, deed):
    told = tell(f"The {vehicle} {deed} on Monday.")
    assert [(t.name, t.kind) for t in told.travellers] == [(vehicle, "vehicle")]


@pytest.mark.parametrize(
    "text",
    [
        "3rd May. -- Left Lisbon at dawn with forty men.\n\n9th May. -- Reached Porto after a hard march.",
        "May 3. - Left Lisbon at dawn with forty men.\n\nMay 9. - Reached Porto, where we halted.",
        "3 May. Left Lisbon.\n\n9 May. Entered Porto.",
    ],
)
def test_an_entry_begins_with_its_verb_right_before_the_place(text):
    assert stops(tell(text)) == ["Lisbon", "Porto"]


def test_a_bank_is_left_by_nobody():
    assert not tell("Left Bank cafes in Paris closed on Monday.").journeys


def test_a_state_s_short_name_ends_a_sentence():
    told = tell("The band stopped in Elkhart, Ind. Students toured the battlefield at Gettysburg, Pa.")
    assert {c.traveller for c in told.claims} <= {"band", "Students"}
