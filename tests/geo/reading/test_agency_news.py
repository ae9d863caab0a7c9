"""News as agencies write it, in which other people, goods and towns stand beside the journey; told on Wednesday 15 May 2024, written for these tests."""

import pytest

from tests.geo.stories import statuses, tell

H, P, U, D, M = "happened", "planned", "under_way", "denied", "possible"

NEWS = {
    "what is said is no plan of the speaker": (
        (
            "Otto Lund arrived in Oslo on Sunday. Norway expects to expand exchanges with Peru and hopes for more investment, Lund said during a tour of Bergen.",
            {"Otto Lund": {"Oslo": H, "Bergen": H}},
        ),
    ),
    "a day behind what was said": (
        ("Anna Berg will arrive in South Korea Friday, an official said.", {"Anna Berg": {"South Korea": P}}),
        ("Anna Berg landed in Norway Monday, police told reporters.", {"Anna Berg": {"Norway": H}}),
    ),
    "another of a kind": (
        (
            "A coach travelling from Porto to Lisbon collided with another coach that was on its way to Porto from Madrid.",
            {"coach": {"Porto": H, "Lisbon": D}, "another coach": {"Madrid": H, "Porto": D}},
        ),
    ),
    "one of several by name": (
        (
            "Police found traces in Hamburg, where one of the suspects, Otto Kranz, stopped on his way from Riga to London for a conference.",
            {"Otto Kranz": {"Riga": H, "Hamburg": H, "London": U}},
        ),
        ("Anna Berg stopped in Hamburg on her way from Riga to London.", {"Anna Berg": {"Riga": H, "Hamburg": H, "London": U}}),
    ),
    "who does what is done": (
        (
            "Two ministers arrived in Busan on Monday. The forum there will be attended by President Otto Lund after he concludes his visit to Berlin and Madrid.",
            {"Two ministers": {"Busan": H}, "Otto Lund": {"Berlin": P, "Madrid": P}},
        ),
    ),
    "names of children": (
        (
            "Tim Spicer arrived back in London on Sunday. He was expected to meet his wife and children, Sam, Jessica and Francesca.",
            {"Tim Spicer": {"London": H}},
        ),
    ),
    "what lies beside": (
        ("Anna Berg visited Tianjin, a port city neighbouring Beijing, on Monday.", {"Anna Berg": {"Tianjin": H}}),
        ("Anna Berg flew here from neighbouring Malaysia on Monday.", {"Anna Berg": {"Malaysia": H}}),
        ("Thousands of refugees fled to neighboring Chad on Monday.", {"refugees": {"Chad": H}}),
    ),
    "parts of names": (
        (
            "Anna Berg flew to Oslo on Monday. She was still at the Memorial Holm-Hansen Heart Center in Oslo on Tuesday.",
            {"Anna Berg": {"Oslo": H}},
        ),
    ),
    "here without a dateline": (
        ("Prime Minister Otto Lund arrived here Monday for a three-day visit to Singapore to boost ties.", {"Otto Lund": {"Singapore": H}}),
        ("Prime Minister Otto Lund arrived here on Monday on a two-day visit to Norway.", {"Otto Lund": {"Norway": H}}),
    ),
    "where somebody comes in": (
        (
            "Anna Berg will arrive in South Korea on Friday, an official said. Berg will meet the king in the city of Gyeongju on May 23. She is to land at Gimhae International Airport.",
            {"Anna Berg": {"Gimhae International Airport": P, "Gyeongju": P}},
        ),
    ),
    "capitals of another kind": (
        (
            "An envoy is travelling to Somalia on Friday for a meeting in Jowhar, the provisional capital of Somalia.",
            {"envoy": {"Jawhar": P}},
        ),
        ("The king left Kathmandu for Dhaka, capital of Bangladesh, on Friday.", {"king": {"Kathmandu": H, "Dhaka": U}}),
    ),
    "what only tells whose something is": (
        ("A rebel leader escaped from a US prison in Afghanistan and fled to Pakistan.", {"rebel leader": {"Afghanistan": H, "Pakistan": H}}),
        (
            "Otto Berg flew to Toronto on Monday. He called off a visit to Alberta on his doctor's advice to rest in Ottawa.",
            {"Otto Berg": {"Toronto": H, "Alberta": D}},
        ),
    ),
    "the end of an office": (
        (
            "French Minister for Foreign Trade Christine Holm is due in Kenya on Friday for a two-day visit. Holm visited Benin on Monday.",
            {"Christine Holm": {"Benin": H, "Kenya": P}},
        ),
    ),
    "what a visit is told beside": (
        (
            "Otto Berg, on a two-day visit to India, said taxes must fall. His visit came ahead of a meeting of ministers in Hong Kong next month.",
            {"Otto Berg": {"India": H}},
        ),
    ),
    "where a speech was made": (
        ("Governor Otto Berg flew to China on Monday. Berg said in a speech at Tsinghua University in Beijing that work was hard.", {"Otto Berg": {"Beijing": H}}),
    ),
    "institutions by their letters": (
        ("Secretary Jane Holm flew to Geneva on Monday. She spoke of reports on the UN missions in Haiti and Liberia.", {"Jane Holm": {"Geneva": H}}),
    ),
    "towns near capitals": (
        ("The Chinese contingent flew in to the garrison city of Rawalpindi near the capital Islamabad on Sunday.", {"Chinese contingent": {"Rawalpindi": H}}),
    ),
    "ways that are only guessed": (
        ("Otto Kranz boarded a jet in Islamabad on Thursday, possibly on his way to London.", {"Otto Kranz": {"Islamabad": H, "London": M}}),
        ("The suspect was seen in Metz on Tuesday, likely heading for Paris.", {"suspect": {"Metz": H, "Paris": M}}),
        ("The coaches arrived in Kiel on Monday, apparently en route to Hamburg.", {"coaches": {"Kiel": H, "Hamburg": M}}),
    ),
    "what has been done, whatever is to come of it": (
        ("Forces of the ministry left Bergen on Monday. The ministry plans to close the road now that its forces have arrived in Oslo.", {"forces": {"Bergen": H, "Oslo": H}}),
        ("The council will discuss President Otto Lund's recent visit to Kenya. Lund flew to Lima on Monday.", {"Otto Lund": {"Kenya": H, "Lima": H}}),
    ),
    "bound for one town from another": (
        ("A passenger bus bound for Porto from Lisbon skidded off the road and fell into a river.", {"passenger bus": {"Lisbon": H, "Porto": D}}),
    ),
    "what is told beside": (
        ("Pope Otto is scheduled to have two hours with the king in addition to signing a treaty before flying on to Mexico for a visit.", {"Pope Otto": {"Mexico": P}}),
        ("Anna Berg's trip to Lima follows a meeting of ministers in Geneva last month.", {"Anna Berg": {"Lima": H}}),
    ),
    "what is said before a journey and at its start": (
        ("Anna Berg said before her visit to Peru that she was pleased. She left Oslo on Monday.", {"Anna Berg": {"Oslo": H, "Peru": P}}),
        ("LUANDA, May 14 - Prime Minister Anna Berg said Monday here at the start of a three-day visit to Luanda that ties were strong.", {"Anna Berg": {"Luanda": H}}),
        ("Christopher Hill said on Saturday that he was well.\n\nHill, arriving in Japan on Friday, said he was pleased.", {"Christopher Hill": {"Japan": H}}),
    ),
    "guests and hosts": (
        (
            "Prime Minister Otto Holm began a meeting with visiting Secretary of State Jane Rice in Jerusalem on Monday. Rice flew to Amman on Tuesday.",
            {"Jane Rice": {"Jerusalem": H, "Amman": H}},
        ),
        ("The king met visiting British Foreign Secretary Jane Holm in Rabat on Tuesday. Holm leaves for Tunis on Friday.", {"Jane Holm": {"Rabat": H, "Tunis": P}}),
    ),
    "what is called for": (
        ("A lawmaker who is known for his call for a pullout of Iraq flew to Boston on Monday.", {"lawmaker": {"Boston": H}}),
    ),
    "what a town has": (
        ("The singer flew in from Oslo on Monday and will play at London's Brixton Academy on Friday and at Leeds's Brudenell Club on Sunday.", {"singer": {"Oslo": H, "London": P, "Leeds": P}}),
        ("Anna Berg flew to Riga after talks with Berlin's Otto Lund on Monday.", {"Anna Berg": {"Riga": H}}),
    ),
    "troops that are withdrawn": (
        ("Foreign Secretary Anna Holm arrived in Oslo on Monday. Holm said the king withdrew 500 soldiers from Iraq.", {"Anna Holm": {"Oslo": H}, "500 soldiers": {"Iraq": H}}),
        ("The troops withdrew from Basra on Monday and flew to Kuwait.", {"troops": {"Basrah": H, "Kuwait": H}}),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "told"), [row for rows in NEWS.values() for row in rows])
def test_each_stop_is_that_of_who_made_it(text, told):
    found = {j.traveller: {s.place.name: s.status for s in j.stops} for j in tell(text).journeys}
    assert found == told
    assert {name: list(made) for name, made in found.items()} == {name: list(made) for name, made in told.items()}


@pytest.mark.parametrize("goods", ["Heroin", "Timber", "Ammunition"])
def test_goods_at_the_beginning_of_a_sentence_are_nobody(goods):
    assert not tell(f"{goods} was brought into Hamburg via Kiel, police said.").journeys


@pytest.mark.parametrize(
    "text",
    [
        "Around 100 tons of oil flowed into the Elbe from Hamburg.",
        "Two surgeons visit Oslo annually to teach at a clinic in Bergen.",
    ],
)
def test_what_nobody_in_particular_does_is_no_journey(text):
    assert not tell(text).journeys


def test_who_is_due_to_meet_somebody_in_a_town_has_not_been_there():
    read = tell("Anna Berg arrived in Haifa on Sunday. She was due to meet students at a cultural centre in Nazareth on Friday.")
    assert statuses(read) == {"Haifa": H, "Nazareth": P}
