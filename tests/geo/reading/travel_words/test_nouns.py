"""Journeys told by nouns and light verbs, and whose they are; told on Wednesday 15 May 2024, written for these tests."""

import pytest

from tests.geo.stories import journey, stop, stops, tell

H, P, U = "happened", "planned", "under_way"

TOLD = {
    "comings and goings": (
        ("Shortly after her arrival in Vienna, the Georgian president met the chancellor.", {"Vienna": H}),
        ("After his departure from Tehran, the envoy flew to Baku.", {"Tehran": H, "Baku": H}),
        ("Following its landing at Nice, the plane was searched by police.", {"Nice": H}),
        ("Since their arrival in Perth last week, the English cricketers have trained twice.", {"Perth": H}),
        ("Upon arrival in Asmara, the delegation was taken to a hotel.", {"Asmara": H}),
        ("The arrival of the Cuban doctors in Maputo on Friday was shown on television.", {"Maputo": H}),
        ("Tuesday's departure of 90 soldiers from Shannon for Beirut was watched by relatives.", {"Shannon": H, "Beirut": U}),
        ("Their escape from Mosul to Erbil took four nights, the two Assyrian brothers said.", {"Mosul": H, "Erbil": H}),
        ("Back from Kabul, Senator Price told reporters in Chicago on Tuesday that he was hopeful.", {"Kabul": H, "Chicago": H}),
    ),
    "what a journey begins with, holds and ends with": (
        ("Chancellor Braun's trip will begin with talks in Ankara and wind up with a visit to Baku.", {"Ankara": P, "Baku": P}),
        ("The secretary general's tour kicks off with a stop in Lome on Monday and ends with a summit in Dakar.", {"Lomé": P, "Dakar": P}),
        ("The king's six-day trip will include stops in Hue, Da Nang and Hanoi.", {"Huế": P, "Da Nang": P, "Hanoi": P}),
        ("The Argentine leader will start his trip with a visit to Madrid, followed by stops in Paris and Berne.", {"Madrid": P, "Paris": P, "Bern": P}),
        ("The premier rounded off his tour with a stop in Brisbane on Friday.", {"Brisbane": H}),
        ("The pontiff's pilgrimage began with a mass in Fatima and wound up with a visit to Santiago.", {"Fátima": H, "Santiago": H}),
        ("The marchers' walk, which started in Durban, ended with a rally in Pretoria on Sunday.", {"Durban": H, "Pretoria": H}),
        ("The envoys' mission is to start with talks in Juba and continue in Khartoum.", {"Juba": P, "Khartoum": P}),
        ("Stops in Nicosia and Valletta are also on the Finnish minister's itinerary.", {"Nicosia": P, "Valletta": P}),
        ("The engine driver came home to Leeds after a journey that began in Istanbul and included stops in Budapest and Vienna.", {"Istanbul": H, "Budapest": H, "Vienna": H, "Leeds": H}),
    ),
    "journeys that somebody is on": (
        ("Foreign Secretary Anne Holt is on a five-day tour of Africa, via Accra, Abuja and Nairobi.", {"Accra": U, "Abuja": U, "Nairobi": U}),
        ("The rally cars are on a run from London to Ulan Bator by way of Kiev and Astana.", {"London": H, "Kyiv": U, "Astana": U, "Ulan Bator": U}),
        ("The solar boat's visit to Lisbon is a stop on its journey around the world via Dakar and Recife.", {"Lisbon": H, "Dakar": P, "Recife": P}),
        ("The prince's stay in Suva is one leg of a trip that continues to Apia and Nuku'alofa.", {"Suva": H, "Apia": H, "Nuku‘alofa": H}),
        ("The orchestra is on a three-city tour of Japan, with concerts in Osaka, Nagoya and Tokyo.", {"Osaka": H, "Nagoya": H, "Tokyo": H}),
    ),
    "those who are taken along": (
        ("The airlift from Bunia to Kampala via Entebbe was scheduled to begin Thursday with 60 wounded soldiers.", {"Bunia": P, "Entebbe": P, "Kampala": P}),
        ("A second flight from Juba to Addis Ababa with 45 aid workers is planned for Friday.", {"Juba": P, "Addis Ababa": P}),
        ("The repatriation of 80 fishermen from Hong Kong to Hanoi is to start on Tuesday.", {"Hong Kong": P, "Hanoi": P}),
        ("The relocation of 150 migrants from Misrata to Niamey was completed on Tuesday.", {"Misratah": H, "Niamey": H}),
    ),
    "what a journey was to somebody": (
        ("It was a four-hour drive from Tucson to Flagstaff for the retired teacher.", {"Tucson": H, "Flagstaff": H}),
        ("The flight from Oslo to Bergen was the first for the electric plane.", {"Oslo": H, "Bergen": H}),
        ("The passage from Cape Town to St Helena took the schooner 12 days.", {"Cape Town": H, "Saint Helena": H}),
        ("It took the expedition 40 days to complete the trek from Ushuaia to Santiago.", {"Ushuaia": H, "Santiago": H}),
        ("After making the crossing to Tangier by ferry, the four Spanish cyclists set off for Fez.", {"Tangier": H, "Fes": U}),
    ),
    "what somebody got": (
        ("The Mensah family got an early morning flight out of Manchester on Saturday and landed in Faro.", {"Manchester": H, "Faro": H}),
        ("Berger said he grabbed the last flight from Havana to Cancun on Friday.", {"Havana": H, "Cancún": H}),
        ("The players took the ferry from Piraeus to Heraklion, and then a bus ride to Chania.", {"Piraeus": H, "Irákleion": H, "Chaniá": H}),
        ("Anna Berg caught a flight to Boston on Sunday and a bus to Portland on Monday.", {"Boston": H, "Portland": H}),
        ("The two nurses got seats on a military flight to Cyprus on Friday.", {"Cyprus": H}),
        ("Anna Berg is set to make the move from Lisbon to Turin on Thursday.", {"Lisbon": P, "Turin": P}),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [case for kind in TOLD.values() for case in kind])
def test_the_stops_of_a_journey_told_by_a_noun_are_read(text, expected):
    told = tell(text)
    assert [(name, stop(told, name).status) for name in stops(told)] == list(expected.items())


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The king's trip will include stops in Hue and Hanoi.", "king"),
        ("A flight from Juba to Addis Ababa with 45 aid workers is planned for Friday.", "45 aid workers"),
        ("The rally cars are on a run from London to Ulan Bator by way of Kiev.", "rally cars"),
        ("The prince's stay in Suva is one leg of a Pacific trip that continues to Apia.", "prince"),
    ],
)
def test_it_is_the_journey_of_whom_the_words_above_name(text, who):
    assert journey(tell(text)).traveller == who


@pytest.mark.parametrize(
    "text",
    [
        "The club got a boat from Porto.",
        "His tour is expected to include Bonn and The Hague, the Japanese foreign minister said.",
        "Relocation of offices from Lisbon to Porto begins in May.",
    ],
)
def test_what_is_had_or_told_of_others_is_no_journey(text):
    assert not tell(text).journeys
