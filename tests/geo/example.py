"""A made-up story, its claims and its journey, for the tests of files, tables and maps: nothing in it was published anywhere."""

from __future__ import annotations

import hashlib
from datetime import date

from gazetteer.model import BBox, Candidate, Kind, Place
from geo.model import (
    Article,
    Claim,
    Conflict,
    ConflictValue,
    Itinerary,
    Journey,
    Leg,
    Meeting,
    Mention,
    PlaceRole,
    Quote,
    Resolution,
    Route,
    Source,
    Stop,
    Traveller,
    When,
)

SECRET = "/home/desk/embargoed-choir-story.txt"

FIRST_TEXT = """Choir sails for Samoa

SUVA - The Lautoka Harbour Choir left Suva by ship on Tuesday for Apia, where it is expected to sing before the prime minister on
Friday, according to a statement of the Fijian sports and culture office that was read to reporters on the quay in a light rain.
Two years ago the singers had already been to Nadi.
The conductor, Ana Vuli, did not say whether they would go on to Tokelau, a step the island group denied.
"""
SECOND_TEXT = """The choir, which boarded on Monday, docked in Apia this morning.
There the conductor met the director of the city's concert hall, Sefo Lemalu.
Its agent in Port Blank could not be reached.
"""


def article(text: str, **known: object) -> Article:
    """Make an article of a text."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(digest[:12], text, digest, **known)  # type: ignore[arg-type]


FIRST = article(
    FIRST_TEXT,
    name=SECRET,
    title="Choir sails for Samoa",
    publisher="The Quay",
    published=date(2024, 5, 15),
    published_basis="text",
)
SECOND = article(
    SECOND_TEXT, name="second.txt", published=date(2024, 5, 17), published_basis="editor", url="https://example.org/2"
)

SUVA = Place("geonames:2198148", "Suva", Kind("P", "PPLC"), -18.14161, 178.44149, "FJ", "01", population=93970)
NADI = Place("geonames:2202064", "Nadi", Kind("P", "PPL"), -17.80309, 177.41617, "FJ", "05")
APIA = Place("geonames:4035413", "Apia", Kind("P", "PPLC"), -13.83333, -171.76666, "WS", population=37708)
TOKELAU = Place(
    "geonames:4031074", "Tokelau", Kind("A", "PCLD"), -9.16667, -171.83333, "TK", bbox=BBox(-172.5, -9.44, -171.2, -8.53)
)
PACIFIC = Place("dateline:south-pacific", "South Pacific", Kind("H", "OCN"), -20.0, -140.0, members=("FJ", "WS"))


def words(source: Article, text: str, nth: int = 0) -> Quote:
    """Quote the nth standing of ``text`` in an article."""
    start = -1
    for _ in range(nth + 1):
        start = source.text.index(text, start + 1)
    return source.quote(start, start + len(text))


def found(source: Article, name: str, place: Place | None, nth: int = 0, *, reasons: tuple[str, ...] = ()) -> Resolution:
    """Take a name of an article for a place."""
    candidates = (Candidate(NADI, "nadi"),) if place else ()
    return Resolution(Mention(words(source, name, nth)), place, 0.9375 if place else 0.0, candidates, reasons)


TUESDAY = When(date(2024, 5, 14), date(2024, 5, 14), "day", words(FIRST, "on Tuesday"), "inferred")
MONDAY = When(date(2024, 5, 13), date(2024, 5, 13), "day", words(SECOND, "on Monday"), "inferred")
MORNING = When(date(2024, 5, 17), date(2024, 5, 17), "part", words(SECOND, "this morning"), part="morning")
TWO_YEARS_AGO = When(date(2022, 1, 1), date(2022, 12, 31), "year", words(FIRST, "Two years ago"), "inferred")

OFFICE = (Source("The Quay", "outlet"), Source("Fijian sports and culture office", "official"))
LEAD = words(FIRST, FIRST_TEXT[FIRST_TEXT.index("The Lautoka") : FIRST_TEXT.index("\nTwo years")])

SAILED = Claim(
    f"{FIRST.id}:{LEAD.start + 26}-{LEAD.start + 30}:travel",
    "Lautoka Harbour Choir",
    "travel",
    (
        PlaceRole("from", found(FIRST, "Suva", SUVA, reasons=("the only large place of this name",))),
        PlaceRole("to", found(FIRST, "Apia", APIA)),
    ),
    LEAD,
    "happened",
    when=TUESDAY,
    mode="ship",
    attribution=OFFICE,
)
DOCKED = Claim(
    f"{SECOND.id}:40-46:arrive",
    "Lautoka Harbour Choir",
    "arrive",
    (PlaceRole("to", found(SECOND, "Apia", APIA)),),
    words(SECOND, "The choir, which boarded on Monday, docked in Apia this morning."),
    "happened",
    when=MORNING,
)
BEFORE = Claim(
    f"{FIRST.id}:300-304:stay",
    "Lautoka Harbour Choir",
    "stay",
    (PlaceRole("at", found(FIRST, "Nadi", NADI)),),
    words(FIRST, "Two years ago the singers had already been to Nadi."),
    "past",
    cue=words(FIRST, "Two years ago"),
    when=TWO_YEARS_AGO,
    background=True,
)
ONWARD = Claim(
    f"{FIRST.id}:400-405:travel",
    "Lautoka Harbour Choir",
    "travel",
    (PlaceRole("to", found(FIRST, "Tokelau", TOKELAU)),),
    words(FIRST, "did not say whether they would go on to Tokelau, a step the island group denied"),
    "denied",
    cue=words(FIRST, "denied"),
    attribution=(Source("Tokelau", "unnamed"),),
)
MET = Claim(
    f"{SECOND.id}:85-88:meet",
    "Ana Vuli",
    "meet",
    (PlaceRole("at", found(SECOND, "Apia", APIA)),),
    words(SECOND, "There the conductor met the director of the city's concert hall, Sefo Lemalu."),
    "happened",
    companions=("Sefo Lemalu",),
)

STOPS = (
    Stop("stop-suva", 1, SUVA, "Suva", "happened", 0.9375, (SAILED.id,), depart=(TUESDAY, MONDAY)),
    Stop("stop-apia", 2, APIA, "Apia", "happened", 0.97, (SAILED.id, DOCKED.id), arrive=(MORNING,), sources=2),
    Stop("stop-tokelau", 3, TOKELAU, "Tokelau", "denied", 0.8, (ONWARD.id,), cue=ONWARD.cue),
)
LEGS = (
    Leg("leg-1", "stop-suva", "stop-apia", "ship", "happened", (SAILED.id,), when=(TUESDAY, MONDAY), via=(PACIFIC,)),
    Leg("leg-2", "stop-apia", "stop-tokelau", "unknown", "denied", (ONWARD.id,), cue=ONWARD.cue),
)
MEETING = Meeting("meeting-1", APIA, "Apia", ("Ana Vuli", "Sefo Lemalu"), "happened", (MET.id,), when=(MORNING,))

ITINERARY = Itinerary(
    articles=(FIRST, SECOND),
    travellers=(Traveller("Lautoka Harbour Choir", "group", ("the choir", "the singers")), Traveller("Ana Vuli")),
    claims=(SAILED, BEFORE, ONWARD, DOCKED, MET),
    journeys=(
        Journey("journey-1", "Lautoka Harbour Choir", "The choir's way to Samoa", STOPS, LEGS, (MEETING,)),
        Journey(
            "journey-2",
            "Lautoka Harbour Choir",
            "An earlier tour",
            (Stop("stop-nadi", 1, NADI, "Nadi", "past", 0.9, (BEFORE.id,), arrive=(TWO_YEARS_AGO,), cue=BEFORE.cue),),
            background=True,
        ),
    ),
    conflicts=(
        Conflict(
            "departure from Suva",
            "journey-1",
            (
                ConflictValue("left on Tuesday", "2024-05-14", OFFICE, LEAD),
                ConflictValue("boarded on Monday", "2024-05-13", (), DOCKED.quote),
            ),
        ),
    ),
    mentions=(found(FIRST, "Samoa", PACIFIC),),
    unlocated=(found(SECOND, "Port Blank", None, reasons=("no place of this name is known",)),),
)

ROUTES = (
    Route(
        "leg-1",
        (((178.4414900001, -18.14161), (180.0, -16.5)), ((-180.0, -16.5), (-171.7666, -13.8333))),
        1144.2468,
        "sea lane",
        ("FJ", "WS"),
    ),
    Route(
        "leg-2", (((-171.76666, -13.83333), (-171.83333, -9.16667)),), 516.31, "great circle", ("WS", "TK"), "no mode is reported"
    ),
)
