"""How far somebody came: ways that something broke off, ways still gone, and what was done at the end of them; told on Wednesday 15 May 2024."""

import pytest

from tests.geo.stories import stop, stops, tell

H, U, P, D = "happened", "under_way", "planned", "denied"

WAYS = {
    "broken off": (
        ("A small plane crashed near Ostrava on Friday during a flight from Vienna to Warsaw.", {"Vienna": H, "Ostrava": H, "Warsaw": D}),
        ("A jet made an emergency landing in Denver on Tuesday. The plane was on a flight from Seattle to Atlanta.", {"Seattle": H, "Denver": H, "Atlanta": D}),
        ("A truck was robbed while it was stranded near Lille. It had broken down during a trip from Paris to Rotterdam.", {"Paris": H, "Lille": H, "Rotterdam": D}),
        ("The yacht Alma, on a voyage from Cadiz to Havana, lost its mast.", {"Cadiz": H, "Havana": D}),
        ("Anna Berg's engine failed near Limerick during a drive from Cork to Galway. She reached Galway on Monday.", {"Cork": H, "Limerick": H, "Galway": H}),
    ),
    "what happened within": (("Henrik Dahl gave a speech in Madrid during a trip from Lisbon to Rome.", {"Lisbon": H, "Madrid": H, "Rome": H}),),
    "still gone": (
        ("The tug Hermes is on her last voyage, a two-month trip from Rotterdam to a scrapyard in Alang.", {"Rotterdam": H, "Alang": U}),
        ("Anna Berg announced her next journey, a walk from Lyon to Rome.", {"Lyon": P, "Rome": P}),
    ),
    "left for": (
        ("Tom Arden left Oslo for Kabul, where he was shot dead on Friday.", {"Oslo": H, "Kabul": H}),
        ("Nils Roth departed Berlin for Beirut, where he met the president.", {"Berlin": H, "Beirut": H}),
        ("Nils Roth departed Berlin for Beirut, where he will meet the president.", {"Berlin": H, "Beirut": U}),
        ("Nils Roth left Berlin for Beirut, where he had lived as a boy.", {"Berlin": H, "Beirut": U}),
        ("Rosa Marsh left her home in Leeds for Karachi in April.", {"Leeds": H, "Karachi": U}),
    ),
    "drawn back from": (
        ("Anna Lund balked at going to Lima. She flew to Quito on Monday.", {"Quito": H, "Lima": D}),
        ("Anna Lund shied away from visiting Lima. She flew to Quito on Monday.", {"Quito": H, "Lima": D}),
        ("Adam Dahl had planned to fly from Rome to Istanbul and then cross into Syria.", {"Rome": D, "Istanbul": D, "Syria": D}),
        ("Anna Lund has decided to cancel her talks in Oslo and fly to Bergen on Friday.", {"Bergen": P, "Oslo": D}),
    ),
    "only concluded": (
        ("The pattern suggests Henry Dahl crossed into Bolivia, the police said.", {"Bolivia": "possible"}),
        ("Phone records indicate that Henry Dahl flew to Brazil.", {"Brazil": "possible"}),
    ),
    "in a state": (("Carl Pell flew to Poughkeepsie, New York, and was to play on Monday.", {"Poughkeepsie": H}),),
    "on a visit": (("Prime Minister Anna Lund, on a three-day trip to Peru, praised the deal.", {"Peru": H}),),
}  # fmt: skip


@pytest.mark.parametrize(("text", "told"), [row for rows in WAYS.values() for row in rows])
def test_a_way_is_told_as_far_as_it_went(text, told):
    read = tell(text)
    assert stops(read) == list(told)
    assert {name: stop(read, name).status for name in told} == told


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Amy Adair, who was freed in Hanoi on Monday, is now on a plane returning home to Boulder.", U),
        ("Amy Adair is aboard a flight heading to Boulder from Hanoi.", U),
        ("Amy Adair was aboard a bus heading to Boulder on Monday when she was arrested.", D),
    ],
)
def test_who_is_aboard_goes_where_the_vehicle_goes(text, status):
    (journey,) = tell(text).journeys
    assert (journey.traveller, stop(tell(text), "Boulder").status) == ("Amy Adair", status)


def test_who_escaped_to_a_town_is_there():
    assert stop(tell("Karim Osei escaped to Kumasi on Monday after hiding in a barn."), "Kumasi").status == H
