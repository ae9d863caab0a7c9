"""News of those who are between one place and the next: under sail, on the way home, broken off; told on Wednesday 15 May 2024, written for these tests."""

import pytest

from tests.geo.stories import arrival, departure, legs, tell

H, P, U, D, S, PAST = "happened", "planned", "under_way", "denied", "possible", "past"

NEWS = {
    "under sail": (
        (
            "The envoy sailed yesterday on the liner Stella from Lisbon for the United States.",
            {"envoy": {"Lisbon": H, "United States": U}},
        ),
        ("Anna Lund sailed from Bergen for Iceland on Monday.", {"Anna Lund": {"Bergen": H, "Iceland": U}}),
        ("Anna Lund set sail from Bergen for Iceland on Monday aboard the Stella.", {"Anna Lund": {"Bergen": H, "Iceland": U}}),
        (
            "The Stella sailed for Reykjavik in April. On Friday she reached Torshavn.",
            {"Stella": {"Tórshavn": H, "Reykjavík": P}},
        ),
        ("The ferry sailed from Bergen to Oslo on Monday.", {"ferry": {"Bergen": H, "Oslo": H}}),
    ),
    "aboard, after something else": (
        ("Otto Lund was in Luton on Sunday. He later boarded a flight to Malaga.", {"Otto Lund": {"Luton": H, "Málaga": U}}),
        (
            "Otto Lund was last seen in Luton on Sunday, when he boarded a flight to Malaga.",
            {"Otto Lund": {"Luton": H, "Málaga": U}},
        ),
        ("Otto Lund boarded a jet, possibly on his way to Malaga.", {"Otto Lund": {"Málaga": S}}),
    ),
    "on the way home, and after it": (
        (
            "The pope outlined his plans on his way back to Rome from Mexico. He will visit Ecuador and Bolivia in July.",
            {"pope": {"Mexico": H, "Rome": U, "Ecuador": P, "Bolivia": P}},
        ),
    ),
    "a way that was broken off": (
        (
            "A jet landed in Cork on Tuesday. It was on its way from Oslo to Chicago when a window cracked.",
            {"jet": {"Oslo": H, "Cork": H, "Chicago": D}},
        ),
        (
            "A jet landed in Cork on Tuesday. It was on a flight from Oslo to Chicago when a window cracked.",
            {"jet": {"Oslo": H, "Cork": H, "Chicago": D}},
        ),
        (
            "A ferry from Bastia to Marseille hit a container ship. It returned to Bastia with 400 passengers.",
            {"ferry": {"Bastia": H, "Marseille": D}},
        ),
        (
            "The ship put in to Cork on Monday. She had been making for Brest when a man fell. She left Cork and should reach Brest today.",
            {"ship": {"Cork": H, "Brest": U}},
        ),
    ),
    "called by its type": (
        (
            "An Ethiopian airliner landed in Geneva on Monday. The Boeing 767 had taken off from Addis Ababa.",
            {"Ethiopian airliner": {"Addis Ababa": H, "Geneva": H}},
        ),
    ),
    "of another type": (
        ("A helicopter landed at Linz. The Boeing 767 flew to Graz.", {"helicopter": {"Linz": H}, "Boeing 767": {"Graz": H}}),
    ),
    "who came to where the news is written": (
        (
            "TALLINN, Estonia (AP) - It was the first time that Otto Lund, who arrived Thursday with 50 others, had been let in.",
            {"Otto Lund": {"Tallinn": H}},
        ),
        (
            "TALLINN, Estonia (AP) - A U.N. team resumed its work. Otto Lund, who arrived Thursday, leads it.",
            {"Otto Lund": {"Tallinn": H}},
        ),
    ),
    "on from there": (
        (
            "The monk left Dharamsala for Delhi on Monday, from where he flies to Lima.",
            {"monk": {"Dharamsala": H, "Delhi": U, "Lima": P}},
        ),
        ("Anna Lund flew to Delhi on Monday, from where she travelled on to Agra.", {"Anna Lund": {"Delhi": H, "Agra": H}}),
        ("Anna Lund will then travel through Tuscany and to Turkey.", {"Anna Lund": {"Turkey": P}}),
    ),
    "a country on a day": (
        ("President Lund flew to Ghana on Sunday and was in Nigeria on Monday.", {"President Lund": {"Ghana": H, "Nigeria": H}}),
    ),
    "to and fro": (("Anna Lund shuttled between Linz and Graz on Tuesday.", {"Anna Lund": {"Linz": H, "Graz": H}}),),
    "followed by a film": (("The series will follow Otto Lund returning to Italy.", {"Otto Lund": {"Italy": P}}),),
    "nothing since": (
        ("Otto Lund has not spoken since his arrival in Vienna on Friday.", {"Otto Lund": {"Vienna": H}}),
        ("There was no certainty that the train would stop in Linz.", {"train": {"Linz": S}}),
    ),
    "plans told in a row": (
        (
            "He intends to leave by boat for Malta, touring Greece for the fund, then proceed to Turkey and Lebanon on behalf of the fund, then visit Iraq and Iran on behalf of the church, Otto Lund said.",
            {"Otto Lund": {"Malta": P, "Greece": P, "Turkey": P, "Lebanon": P, "Iraq": P, "Iran": P}},
        ),
        ("More details about the president's Cairo visit were reported.", {}),
        ("Details of the minister's secret trip to Kabul last month emerged on Monday.", {"minister": {"Kabul": H}}),
    ),
    "across the border, on the way": (
        (
            "SEOUL, May 14 - Leader Otto Lund left Pyongyang by train for Beijing on Monday. The train crossed the border at Dandong at 9 p.m.",
            {"Otto Lund": {"Pyongyang": H, "Dandong": H, "Beijing": U}},
        ),
    ),
    "nothing said of a report": (
        (
            "Otto Lund flew to Beijing on Monday. Officials declined to comment on a report that he would go on to Shanghai.",
            {"Otto Lund": {"Beijing": H, "Shanghai": S}},
        ),
    ),
    "called off in the same breath": (
        (
            "Two envoys arrived in Khartoum on Monday. They were due to travel to Port Sudan yesterday but the trip was called off.",
            {"Two envoys": {"Khartoum": H, "Port Sudan": D}},
        ),
        (
            "Two envoys are due to travel to Port Sudan on Friday but the talks in Cairo were called off.",
            {"Two envoys": {"Port Sudan": P}},
        ),
    ),
    "whence, told behind": (
        ("The Pope will visit Assisi on Saturday, travelling by helicopter from Viterbo.", {"Pope": {"Viterbo": P, "Assisi": P}}),
    ),
    "on from where he was welcomed": (
        (
            "Mr Lund, the former prime minister, arrived home from exile in Dubai on Monday. His plane was met in Islamabad by thousands. He then drove to Lahore.",
            {"Mr Lund": {"Dubai": H, "Islamabad": H, "Lahore": H}},
        ),
    ),
    "whether or": (
        ("It is not known whether Berg travelled to Havana or remained in Caracas.", {"Berg": {"Havana": S, "Caracas": S}}),
    ),
    "earlier, in the same country": (
        (
            "Anna Lund visited Sudan in November. The envoy will arrive in Nairobi on Friday and will fly from there to Khartoum.",
            {"Anna Lund": {"Nairobi": P, "Khartoum": P}, "Anna Lund, before": {"Sudan": PAST}},
        ),
    ),
}


@pytest.mark.parametrize(("text", "told"), [row for rows in NEWS.values() for row in rows])
def test_each_stop_is_as_certain_as_it_is_told(text, told):
    found = {f"{j.traveller}{', before' * j.background}": {s.place.name: s.status for s in j.stops} for j in tell(text).journeys}
    assert found == told
    assert {name: list(made) for name, made in found.items()} == {name: list(made) for name, made in told.items()}


def test_a_plane_that_later_returned_did_so_after_it_had_landed():
    told = tell(
        "A jet made an emergency landing in Cork on Tuesday. It was flying from Oslo to Chicago. The plane later returned to Oslo."
    )
    assert legs(told)[:2] == [("Oslo", "Cork", "plane"), ("Cork", "Oslo", "plane")]


def test_a_weekday_with_its_part_and_its_date_is_one_time():
    told = tell("President Lund leaves a hotel in Linz Friday afternoon, May 10, 2024.")
    assert departure(told, "Linz") == ["2024-05-10"]


def test_what_somebody_has_behind_him_has_not_the_day_of_what_comes():
    told = tell("Otto Lund is due in Geneva on Friday for talks, having visited Oslo and Bern earlier this month.")
    assert arrival(told, "Oslo") == ["2024-05"]
    assert arrival(told, "Geneva") == ["2024-05-17"]


def test_the_day_of_a_country_is_that_of_the_stop_of_that_day():
    told = tell(
        "Minister Lund was seen in Linz on Thursday. On Saturday she arrived in Graz. She visited Austria on Saturday, an official said."
    )
    assert arrival(told, "Linz") == ["2024-05-09"]
    assert arrival(told, "Graz") == ["2024-05-11"]


def test_what_was_possible_once_is_no_return():
    told = tell(
        "Leader Otto Lund leaves a hotel in Linz in this picture. Lund reached Graz on Wednesday. It showed Lund in Linz, where he apparently stopped on Tuesday before going to Graz."
    )
    assert [s.place.name for j in told.journeys for s in j.stops] == ["Linz", "Graz"]


@pytest.mark.parametrize("when", ["in August", "last August", "since May", "in March"])
def test_a_month_behind_a_word_of_time_is_no_place(when):
    told = tell(
        f"Otto Lund arrived in Linz on Monday at the guesthouse where he had met the king during a visit to the city {when}."
    )
    assert {s.place.name for j in told.journeys for s in j.stops} == {"Linz"}


def test_a_town_called_like_a_month_is_one_with_its_state():
    told = tell("Otto Lund drove to Los Angeles on Monday and met the king in August, California.")
    assert "August" in {s.place.name for j in told.journeys for s in j.stops}


def test_a_claim_far_below_its_dateline_quotes_its_own_sentence():
    lead = " ".join("The talks went on." for _ in range(20))
    (told,) = tell(f"TALLINN, Estonia (AP) - {lead} Otto Lund, who arrived Thursday, left no word.").claims
    assert told.quote.text.startswith("Otto Lund, who arrived Thursday")
