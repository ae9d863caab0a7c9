"""News of those who were made to go elsewhere than they meant to, and of who went with them; told on Wednesday 15 May 2024, written for these tests."""

import pytest

from tests.geo.stories import tell

H, P, U, D = "happened", "planned", "under_way", "denied"

NEWS = {
    "what was due when something else came": (
        ("A Sun Air flight from Glasgow which was due to land in Bodrum, Turkey, was diverted to Manchester.", {"Sun Air flight": {"Glasgow": H, "Manchester": H, "Bodrum": D}}),
        ("A coach from Porto which was due to arrive in Vigo, Spain, was diverted to Braga.", {"coach": {"Porto": H, "Braga": H, "Vigo": D}}),
        ("The plane that was diverted to Cyprus was expected to land in London later on Wednesday.", {"plane": {"Cyprus": H, "London": P}}),
    ),
    "from where something was diverted": (
        ("The flight was diverted from Heathrow to Gatwick on Monday.", {"flight": {"London Gatwick Airport": H, "London Heathrow Airport": D}}),
        ("The flight left Porto on Monday and was diverted to Braga.", {"flight": {"Porto": H, "Braga": H}}),
    ),
    "the first of several turns": (
        ("The plane initially diverted to Kennedy Airport, but was too heavy to land. It landed at Newark around 11 p.m. The plane had left Boston.", {"plane": {"Boston": H, "Newark": H, "Kennedy": D}}),
        ("The ship was first diverted to Malta but was refused entry. It docked at Palermo on Monday.", {"ship": {"Palermo": H, "Malta": D}}),
    ),
    "back in a country": (
        ("Two journalists were rushed back to Australia from China. They landed in Sydney on Monday.", {"Two journalists": {"China": H, "Sydney": H}}),
    ),
    "one town within another": (
        ("Cardinal Otto Pell flew to Rome on Monday. He is on his way to the Vatican for the first time in three years.", {"Otto Pell": {"Rome": H}}),
    ),
    "houses that stand for their owners": (
        ("The Queen left Balmoral Castle in Aberdeenshire on Tuesday to travel to Leeds.", {"Queen": {"Balmoral Castle": H, "Leeds": P}}),
        ("Buckingham Palace said the Queen would travel to Leeds on Friday.", {"Queen": {"Leeds": P}}),
    ),
    "west of a town": (
        ("A small plane left Oxford near Abingdon, west of London, at 10am on Sunday. It crashed at Leeds.", {"small plane": {"Oxford": H, "Leeds": H}}),
    ),
    "what there is no evidence of": (
        ("The girls flew to Istanbul on Monday. There is no evidence that they went to Syria.", {"girls": {"Istanbul": H, "Syria": D}}),
        ("There is no sign that the ship reached Malta. It left Tunis on Monday.", {"ship": {"Tunis": H, "Malta": D}}),
    ),
    "whose flight it was": (
        ("The cardinal was on board a Qatar flight bound for Rome on Monday.", {"Qatar flight": {"Rome": U}}),
    ),
    "what was earlier seen": (
        ("Gareth Holm landed at Luton airport on Friday. Holm was earlier spotted driving into a private airport terminal in Madrid on Friday morning.", {"Gareth Holm": {"Madrid": H, "London Luton Airport": H}}),
    ),
    "what somebody is forced to": (
        ("Storm forced a jet to land in Tunis on Monday.", {"jet": {"Tunis": H}}),
        ("Coronavirus forces cruise ship to dock in Greece after 12 crew test positive. It was on Tuesday.", {"cruise ship": {"Greece": H}}),
        ("Laptop fire forces a Blue Air flight from Lima to make emergency landing in Quito. It was on Tuesday.", {"Blue Air flight": {"Lima": H, "Quito": H}}),
        ("A Sun Air jet was forced to land in Tunis on Monday. The jet, bound for Malta, had 60 people aboard.", {"Sun Air jet": {"Tunis": H, "Malta": D}}),
    ),
    "the two together": (
        ("Pat Novak and a woman are travelling in a stolen car. They left Oslo on Monday. The pair were later spotted at Bergen and then at Voss.", {"Pat Novak": {"Oslo": H, "Bergen": H, "Voss": H}}),
        ("Anna Berg flew to Lima with Bo Lind on Monday. A pair of tourists drove to Quito.", {"Anna Berg": {"Lima": H}, "pair": {"Quito": H}}),
    ),
    "a ride through several countries": (
        ("Anna Berg set off from Porto on June 20 with her father on a ride through Spain, France and Italy. She reached Vienna on July 30.", {"Anna Berg": {"Porto": H, "Spain": H, "France": H, "Italy": H, "Vienna": H}}),
    ),
    "where somebody has been before": (
        (
            "A delegation arrived in Senegal on Saturday. The delegation has already been in Chad and Mali and will be proceeding to Niger after visiting Senegal.",
            {"delegation": {"Chad": H, "Mali": H, "Senegal": H, "Niger": P}},
        ),
        ("The firm has already been in China for two years. Anna Berg flew to Lima.", {"Anna Berg": {"Lima": H}}),
    ),
    "on the way back": (
        ("Trade Minister Otto Lund said on his return from a visit to Japan he thought it was fair.", {"Otto Lund": {"Japan": H}}),
        ("Anna Berg told reporters on her return from Lima on Friday that she was tired.", {"Anna Berg": {"Lima": H}}),
        ("Anna Berg, just back from a visit to Peru, told reporters that she was tired.", {"Anna Berg": {"Peru": H}}),
    ),
    "a name that is a common word": (
        ("Rice visits Jordan.\n\nSecretary of State Anna Rice spoke to the king about the war and its end.\n\nRice flew into Amman from Jerusalem.", {"Anna Rice": {"Jerusalem": H, "Amman": H}}),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "told"), [row for rows in NEWS.values() for row in rows])
def test_each_stop_is_as_certain_as_it_is_told(text, told):
    found = {j.traveller: {s.place.name: s.status for s in j.stops} for j in tell(text).journeys}
    assert found == told
    assert {name: list(made) for name, made in found.items()} == {name: list(made) for name, made in told.items()}


def test_what_had_come_about_in_a_month_lies_before_the_news():
    stops = tell("The queen had come to Leeds in August. She left on Monday for York.").journeys
    assert [w.edtf for j in stops for s in j.stops if s.place.name == "Leeds" for w in s.arrive] == ["2023-08"]


@pytest.mark.parametrize(
    "text",
    [
        "Nato forces chief Otto Lund to visit Kyiv on Friday.",
        "Coalition forces commander General Otto Lund to visit Baghdad on Friday.",
    ],
)
def test_who_leads_forces_is_not_forced(text):
    assert {s.status for j in tell(text).journeys for s in j.stops} == {P}


@pytest.mark.parametrize(
    "end", ["forces", "forced", "The storm forces the jet to be", "The jet was due to", "Storm forces jet to"]
)
def test_a_text_that_is_cut_off_ends_in_no_error(end):
    assert tell(f"Anna Berg flew to Lima on Monday. {end}").journeys


def test_what_came_of_a_first_diversion_may_be_a_landing():
    stops = (
        tell("The plane was initially diverted to Gander, but landed safely and flew on to New York on Monday.").journeys[0].stops
    )
    assert [(s.place.name, s.status) for s in stops] == [("Gander", H), ("New York City", H)]


def test_the_services_of_an_airline_are_no_journey():
    text = "Norair is to halt its flights from Oslo to Lima and Quito. It operates four flights per week to Lima. It suspended flights to Peru in 2003."
    assert not tell(text).journeys
