"""Lists of days and places without a verb."""

from tests.geo.stories import statuses, stops, tell

LEAD = "Anna Berg, the fiddler, will go on a tour of Spain and Portugal from Lisbon.\n\n"


def test_each_line_of_a_day_and_a_place_is_a_stop_to_come():
    told = tell(LEAD + "June 10: Porto\nJune 12: Salamanca, Spain (Teatro Liceo)\nJune 14: Bilbao, 7pm\n")
    assert [s for s in stops(told) if s != "Lisbon"] == ["Porto", "Salamanca", "Bilbao"]
    assert {statuses(told)[name] for name in ("Porto", "Salamanca", "Bilbao")} == {"planned"}


def test_places_of_one_day_stand_in_one_line_and_more_may_be_said_of_them():
    told = tell(LEAD + "• June 10th: Porto and Braga.\n• June 12th: Salamanca. She will open the fair.\n")
    assert [s for s in stops(told) if s != "Lisbon"] == ["Porto", "Braga", "Salamanca"]


def test_days_before_the_paper_came_out_are_past():
    told = tell("Anna Berg, the fiddler, left Lisbon on 2 May.\n\nMay 3: Porto\nMay 5: Salamanca, Spain\n")
    assert statuses(told)["Porto"] == statuses(told)["Salamanca"] == "happened"


def test_matches_and_sentences_and_what_was_called_off_are_no_stops():
    told = tell(
        LEAD + "June 10: Porto v Braga\nJune 12: Salamanca is warm in June\nJune 14: Madrid (cancelled)\nJune 16: Toledo\n"
    )
    assert not {"Porto", "Braga", "Salamanca", "Madrid"} & set(statuses(told))


def test_a_list_of_nobody_makes_no_journey():
    assert not tell("The feast is kept in three towns.\n\nJune 10: Porto\nJune 12: Salamanca, Spain\n").journeys
