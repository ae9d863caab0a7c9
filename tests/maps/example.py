"""Itineraries made by hand, from articles written for these tests: what the reader would have made of them."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from gazetteer.model import BBox, Kind, Place
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
)  # fmt: skip

if TYPE_CHECKING:
    from geo.model import MentionKind, Status

WIRE = (
    "VIENNA, March 13 - Ilse Brandt left Berlin on Sunday by special train, the state news agency said, and reached Prague the same evening. "
    "She met Jana Novotna at Prague Castle on Monday. On Wednesday her train was on its way to Vienna, railway staff said. "
    "She is expected to cross Slovakia and reach Budapest on Friday. She may go on to Belgrade, an aide said, although nothing has been "
    "confirmed and the hosts in the south have not yet said whether they would receive her or when that could be done."
)
DAILY = (
    "The envoy's train pulled out of Berlin on Monday, a diplomat told the Daily. A planned stop at Old Mill Halt was cancelled. "
    "In 2019 she drove from Warsaw to Krakow for a summit. Washington and Brussels are watching the trip. A visit to Zagreb was called off."
)
KINDS = {"city": Kind("P", "PPL"), "country": Kind("A", "PCLI"), "state": Kind("A", "ADM1"), "sea": Kind("H", "SEA")}


def article(text: str, **known: object) -> Article:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(digest[:12], text, digest, **known)


def quote(source: Article, words: str) -> Quote:
    start = source.text.index(words)
    return source.quote(start, start + len(words))


def place(name: str, lat: float, lon: float, country: str, kind: str = "city", **more: object) -> Place:
    return Place(f"test:{name.lower().replace(' ', '-')}", name, KINDS[kind], lat, lon, country, **more)


def reading(source: Article, words: str, where: Place | None, kind: MentionKind = "place", reason: str = "") -> Resolution:
    return Resolution(Mention(quote(source, words), kind), where, 0.9 if where else 0.0, (), (reason,) if reason else ())


def day(source: Article, year: int, month: int, number: int, words: str, **more: object) -> When:
    return When(date(year, month, number), date(year, month, number), "day", quote(source, words), **more)


BERLIN = place("Berlin", 52.52437, 13.41053, "DE")
PRAGUE = place("Prague", 50.08804, 14.42076, "CZ")
VIENNA = place("Vienna", 48.20849, 16.37208, "AT")
SLOVAKIA = place("Slovakia", 48.66667, 19.5, "SK", "country", bbox=BBox(16.8, 47.7, 22.6, 49.6))
BUDAPEST = place("Budapest", 47.49835, 19.04045, "HU")
BELGRADE = place("Belgrade", 44.80401, 20.46513, "RS")
ZAGREB = place("Zagreb", 45.81444, 15.97798, "HR")
WARSAW = place("Warsaw", 52.22977, 21.01178, "PL")
KRAKOW = place("Kraków", 50.06143, 19.93658, "PL")
WASHINGTON = place("Washington", 38.89511, -77.03637, "US")
BRUSSELS = place("Brussels", 50.85045, 4.34878, "BE")

RAIL = {
    "berlin-prague": [
        (13.41053, 52.52437),
        (13.2, 51.9),
        (13.73, 51.04),
        (14.15, 50.88),
        (14.03, 50.66),
        (14.3, 50.3),
        (14.42076, 50.08804),
    ],
    "prague-vienna": [(14.42076, 50.08804), (15.2, 50.03), (16.0, 49.9), (16.61, 49.19), (16.88, 48.75), (16.37208, 48.20849)],
    "vienna-slovakia": [(16.37208, 48.20849), (17.1, 48.15), (18.6, 48.1), (19.5, 48.66667)],
    "slovakia-budapest": [(19.5, 48.66667), (18.75, 47.8), (19.04045, 47.49835)],
    "budapest-belgrade": [(19.04045, 47.49835), (19.1, 46.6), (19.67, 46.1), (19.83, 45.26), (20.46513, 44.80401)],
    "warsaw-krakow": [(21.01178, 52.22977), (20.6, 51.2), (20.62, 50.87), (19.93658, 50.06143)],
}


def claim(
    key: str, source: Article, words: str, where: tuple[tuple[str, str, Place], ...], status: Status, **more: object
) -> Claim:
    roles = tuple(PlaceRole(role, reading(source, name, target)) for role, name, target in where)
    act = {"from": "depart", "to": "arrive", "via": "pass", "at": "stay"}[roles[0].role]
    return Claim(key, "Ilse Brandt", act, roles, quote(source, words), status, **more)


def stop(number: int, where: Place, status: Status, claims: tuple[str, ...], **more: object) -> Stop:
    return Stop(f"stop-{where.id}-{number}", number, where, where.name, status, 0.9, claims, **more)


def leg(origin: Stop, destination: Stop, status: Status, claims: tuple[str, ...], mode: str = "train") -> Leg:
    key = f"{origin.place.name}-{destination.place.name}".lower().replace("ó", "o")
    return Leg(key, origin.id, destination.id, mode, status, claims)


def route(drawn: Leg, *lines: list[tuple[float, float]], basis: str = "track", length_km: float = 300.0) -> Route:
    return Route(drawn.id, tuple(tuple(line) for line in lines), length_km, basis)


def rail_trip() -> tuple[Itinerary, tuple[Route, ...]]:
    """A regional trip by rail: a conflict, every status, an area, a meeting, an earlier trip, mentions and a place not found."""
    wire = article(
        WIRE,
        title="Envoy's train nears Vienna",
        publisher="Northern Wire",
        url="https://example.org/envoy",
        published=date(2024, 3, 13),
        name="secret-desk-name.txt",
    )
    daily = article(
        DAILY, title="Envoy left later than said", publisher="The Daily", published=date(2024, 3, 14), name="other.txt"
    )
    agency, aide, diplomat = (
        Source("the state news agency", "state media"),
        Source("an aide", "unnamed"),
        Source("a diplomat", "unnamed"),
    )
    sunday, monday = day(wire, 2024, 3, 10, "on Sunday"), day(daily, 2024, 3, 11, "on Monday")
    claims = (
        claim("c1", wire, "Ilse Brandt left Berlin on Sunday by special train, the state news agency said", (("from", "Berlin", BERLIN),), "happened", when=sunday, mode="train", attribution=(agency,)),
        claim("c2", wire, "reached Prague the same evening", (("to", "Prague", PRAGUE),), "happened", when=sunday, attribution=(agency,)),
        claim("c3", daily, "The envoy's train pulled out of Berlin on Monday, a diplomat told the Daily", (("from", "Berlin", BERLIN),), "happened", when=monday, attribution=(Source("The Daily", "outlet"), diplomat)),
        claim("c4", wire, "On Wednesday her train was on its way to Vienna, railway staff said", (("to", "Vienna", VIENNA),), "under_way", when=day(wire, 2024, 3, 13, "On Wednesday"), attribution=(Source("railway staff", "unnamed"),)),
        claim("c5", wire, "She is expected to cross Slovakia and reach Budapest on Friday", (("to", "Budapest", BUDAPEST), ("via", "Slovakia", SLOVAKIA)), "planned", cue=quote(wire, "is expected to"), when=day(wire, 2024, 3, 15, "on Friday")),
        claim("c6", wire, WIRE[WIRE.index("She may go on") :], (("to", "Belgrade", BELGRADE),), "possible", cue=quote(wire, "may"), attribution=(aide,)),
        claim("c7", daily, "In 2019 she drove from Warsaw to Krakow for a summit", (("from", "Warsaw", WARSAW), ("to", "Krakow", KRAKOW)), "past", mode="car", background=True),
        claim("c8", wire, "She met Jana Novotna at Prague Castle on Monday", (("at", "Prague", PRAGUE),), "happened", companions=("Jana Novotna",)),
        claim("c9", daily, "A visit to Zagreb was called off", (("to", "Zagreb", ZAGREB),), "denied", cue=quote(daily, "called off")),
    )  # fmt: skip
    berlin = stop(1, BERLIN, "happened", ("c1", "c3"), depart=(sunday, monday), sources=2)
    prague = stop(2, PRAGUE, "happened", ("c2",), arrive=(sunday,))
    vienna = stop(3, VIENNA, "under_way", ("c4",))
    slovakia = stop(4, SLOVAKIA, "planned", ("c5",))
    budapest = stop(5, BUDAPEST, "planned", ("c5",), arrive=(claims[4].when,), cue=claims[4].cue)
    belgrade = stop(6, BELGRADE, "possible", ("c6",), cue=claims[5].cue)
    zagreb = stop(7, ZAGREB, "denied", ("c9",), cue=claims[8].cue)
    warsaw, krakow = stop(1, WARSAW, "past", ("c7",)), stop(2, KRAKOW, "past", ("c7",))
    legs = (
        leg(berlin, prague, "happened", ("c1", "c2")),
        leg(prague, vienna, "under_way", ("c4",)),
        leg(vienna, slovakia, "planned", ("c5",)),
        leg(slovakia, budapest, "planned", ("c5",)),
        leg(budapest, belgrade, "possible", ("c6",)),
    )
    earlier = leg(warsaw, krakow, "past", ("c7",), "car")
    met = Meeting(
        "meeting-prague",
        PRAGUE,
        "Prague Castle",
        ("Ilse Brandt", "Jana Novotna"),
        "happened",
        ("c8",),
        (day(wire, 2024, 3, 11, "on Monday"),),
    )
    journeys = (
        Journey(
            "j1",
            "Ilse Brandt",
            "Ilse Brandt's trip of March 2024",
            (berlin, prague, vienna, slovakia, budapest, belgrade, zagreb),
            legs,
            (met,),
        ),
        Journey("j2", "Ilse Brandt", "Ilse Brandt in 2019", (warsaw, krakow), (earlier,), background=True),
    )
    sides = (
        ConflictValue("Sunday 10 March", "2024-03-10", (agency,), claims[0].quote),
        ConflictValue("Monday 11 March", "2024-03-11", claims[2].attribution, claims[2].quote),
    )
    itinerary = Itinerary(
        (wire, daily), (Traveller("Ilse Brandt", described=("envoy",)),), claims, journeys, (Conflict("day of departure from Berlin", "j1", sides),),
        (reading(daily, "Washington", WASHINGTON, "metonym"), reading(daily, "Brussels", BRUSSELS, "metonym")),
        (reading(daily, "Old Mill Halt", None, reason="no place of that name is in the gazetteer"),),
    )  # fmt: skip
    lengths = {
        "berlin-prague": 374.0,
        "prague-vienna": 397.0,
        "vienna-slovakia": 270.0,
        "slovakia-budapest": 150.0,
        "budapest-belgrade": 352.0,
    }
    routes = tuple(route(each, RAIL[each.id], length_km=lengths[each.id]) for each in legs)
    return itinerary, (*routes, route(earlier, RAIL["warsaw-krakow"], basis="road", length_km=293.0))


PACIFIC = (
    "The research ship Meridian sailed from Yokohama on May 2 and called at Honolulu on May 14. "
    "The crew flew on to San Francisco on May 20. The ship will sail for Suva in June."
)


def pacific_trip() -> tuple[Itinerary, tuple[Route, ...]]:
    """A trip across the antimeridian, by sea and by air, in lines that are cut at 180 degrees."""
    told = article(PACIFIC, title="Meridian reaches Hawaii", publisher="Harbour News", published=date(2024, 5, 21))
    yokohama, honolulu = place("Yokohama", 35.43333, 139.65, "JP"), place("Honolulu", 21.30694, -157.85833, "US")
    francisco, suva = place("San Francisco", 37.77493, -122.41942, "US"), place("Suva", -18.1416, 178.44149, "FJ")
    claims = (
        claim(
            "p1", told, "The research ship Meridian sailed from Yokohama on May 2", (("from", "Yokohama", yokohama),), "happened"
        ),
        claim("p2", told, "called at Honolulu on May 14", (("to", "Honolulu", honolulu),), "happened"),
        claim(
            "p3",
            told,
            "The crew flew on to San Francisco on May 20",
            (("to", "San Francisco", francisco),),
            "happened",
            mode="plane",
        ),
        claim("p4", told, "The ship will sail for Suva in June", (("to", "Suva", suva),), "planned", cue=quote(told, "will")),
    )
    stops = (
        stop(1, yokohama, "happened", ("p1",), depart=(day(told, 2024, 5, 2, "on May 2"),)),
        stop(2, honolulu, "happened", ("p2",), arrive=(day(told, 2024, 5, 14, "on May 14"),)),
        stop(3, francisco, "happened", ("p3",), arrive=(day(told, 2024, 5, 20, "on May 20"),)),
        stop(4, suva, "planned", ("p4",)),
    )
    legs = (
        leg(stops[0], stops[1], "happened", ("p2",), "ship"),
        leg(stops[1], stops[2], "happened", ("p3",), "plane"),
        replace(leg(stops[1], stops[3], "planned", ("p4",), "ship")),
    )
    routes = (
        route(
            legs[0],
            [(139.65, 35.43333), (160.0, 33.0), (180.0, 28.0)],
            [(-180.0, 28.0), (-157.85833, 21.30694)],
            basis="sea lane",
            length_km=6200.0,
        ),
        route(legs[1], [(-157.85833, 21.30694), (-140.0, 31.5), (-122.41942, 37.77493)], basis="great circle", length_km=3850.0),
        route(
            legs[2],
            [(-157.85833, 21.30694), (-180.0, -15.0)],
            [(180.0, -15.0), (178.44149, -18.1416)],
            basis="sea lane",
            length_km=5090.0,
        ),
    )
    journey = Journey("j1", "Meridian", "The Meridian in 2024", stops, legs)
    return Itinerary((told,), (Traveller("Meridian", "vehicle"),), claims, (journey,)), routes


STILL = "Prices rose in Kano and Lagos last month, traders said, and the market in Maiduguri was quiet."


def no_journey() -> tuple[Itinerary, tuple[Route, ...]]:
    """An article in which nobody goes anywhere."""
    told = article(STILL, title="Prices rise", publisher="Market Report")
    places = (
        place("Kano", 12.00012, 8.51672, "NG"),
        place("Lagos", 6.45407, 3.39467, "NG"),
        place("Maiduguri", 11.84692, 13.15712, "NG"),
    )
    return Itinerary((told,), mentions=tuple(reading(told, each.name, each) for each in places)), ()


def return_trip() -> tuple[Itinerary, tuple[Route, ...]]:
    """There and back: one place twice."""
    itinerary, routes = rail_trip()
    berlin, prague, *_ = itinerary.journeys[0].stops
    back = stop(3, BERLIN, "planned", ("c5",))
    legs = (itinerary.journeys[0].legs[0], replace(leg(prague, back, "planned", ("c5",)), id="prague-berlin"))
    journey = replace(itinerary.journeys[0], stops=(berlin, prague, back), legs=legs, meetings=())
    return replace(itinerary, journeys=(journey,)), (routes[0], route(legs[1], RAIL["berlin-prague"][::-1]))


#: Text that would run, break out or deceive if any part of the page took it for more than text.
PAYLOADS = (
    "</script><script>window.hit=1</script>", "<img src=x onerror=window.hit=1>", "${window.hit=1}", "`${window.hit=1}`", "{{7*7}}{% raw %}",
    "javascript:window.hit=1", '" onmouseover="window.hit=1', "' onfocus='window.hit=1' autofocus='", "<svg onload=window.hit=1>", "<!--<script>",
    "]]></script>", "\\u003cscript\\u003e\\", "\u202egnp.exe\u202c", "\u2028\u2029", "A" * 400, "&lt;b&gt;&amp;", "</title><h1>x</h1>",
    "<iframe srcdoc='<script>parent.hit=1</script>'>", "%0a%0d", "a\u0000b\u0007c", "<style>*{display:none}</style>", "<base href=//x.invalid>",
    "<script src=//x.invalid/a.js></script>", "<object data=//x.invalid>", "<embed src=//x.invalid>", "<link rel=stylesheet href=//x.invalid>", "<meta http-equiv=refresh content=0>",
    "<math><mi xlink:href=javascript:window.hit=1>", "<details open ontoggle=window.hit=1>", "<input onfocus=window.hit=1 autofocus>", "<a href=javascript:window.hit=1>x</a>", "<video src=x onerror=window.hit=1>",
    "\\", "\\'", '\\"', "${`${window.hit=1}`}", "#{7*7}", "<%= 7*7 %>", "{% for x in ().__class__.__base__.__subclasses__() %}", "{who}{0}", "%s%d%n", "\u2066\u202dreversed\u2069",
    "\u200b\u200b\u200b", "\ufeff", "Z\u0351\u0351\u0351\u0351algo", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "--><script>window.hit=1</script>", "/*</style>*/", "url(javascript:window.hit=1)", "'; DROP TABLE stops; --",
)  # fmt: skip


def hostile() -> tuple[Itinerary, tuple[Route, ...]]:
    """The rail trip with a payload in every field that a text can reach."""
    itinerary, routes = rail_trip()
    mess = " ".join(PAYLOADS)
    articles = tuple(
        replace(each, title=f"{index}{mess}", publisher=PAYLOADS[index], url="javascript:window.hit=1", text="")
        for index, each in enumerate(itinerary.articles)
    )
    bad = [Source(payload, "named") for payload in PAYLOADS]
    claims = tuple(
        replace(
            each,
            traveller=mess,
            quote=replace(each.quote, text=PAYLOADS[index] + mess),
            attribution=tuple(bad[index : index + 4]),
            cue=None,
        )
        for index, each in enumerate(itinerary.claims)
    )
    journeys = tuple(
        replace(
            journey, traveller=PAYLOADS[1], title=mess,
            stops=tuple(replace(each, name_in_text=mess, place=replace(each.place, name=PAYLOADS[index])) for index, each in enumerate(journey.stops)),
            meetings=tuple(replace(each, name_in_text=mess, participants=PAYLOADS) for each in journey.meetings),
        )
        for journey in itinerary.journeys
    )  # fmt: skip
    conflicts = tuple(
        replace(
            each, about=mess, values=tuple(replace(value, value=PAYLOADS[0], attribution=tuple(bad)) for value in each.values)
        )
        for each in itinerary.conflicts
    )
    mentions = tuple(replace(each, place=replace(each.place, name=mess)) for each in itinerary.mentions)
    unlocated = tuple(replace(each, reasons=(mess,)) for each in itinerary.unlocated)
    return replace(
        itinerary,
        articles=articles,
        claims=claims,
        journeys=journeys,
        conflicts=conflicts,
        mentions=mentions,
        unlocated=unlocated,
    ), routes


TOUR = (
    "Ilse Brandt travelled by train from Berlin to Prague on Sunday. Thieves broke into her hire car in Vienna on Monday. "
    "A concert in Budapest is planned."
)


def inferred_trip() -> tuple[Itinerary, tuple[Route, ...]]:
    """A trip with two stops that no words of travel tell of: one dated, one only planned."""
    told = article(TOUR, title="On tour", publisher="Northern Wire", published=date(2024, 3, 13))
    sunday, monday = day(told, 2024, 3, 10, "on Sunday"), day(told, 2024, 3, 11, "on Monday")
    first, second, third = (quote(told, f"{sentence.rstrip('.')}.").text for sentence in TOUR.split(". "))
    claims = (
        claim("i1", told, first, (("from", "Berlin", BERLIN), ("to", "Prague", PRAGUE)), "happened", when=sunday, mode="train"),
        claim("i2", told, second, (("at", "Vienna", VIENNA),), "happened", when=monday, basis="inferred"),
        claim("i3", told, third, (("at", "Budapest", BUDAPEST),), "planned", cue=quote(told, "planned"), basis="inferred"),
    )
    stops = (
        stop(1, BERLIN, "happened", ("i1",), depart=(sunday,)),
        stop(2, PRAGUE, "happened", ("i1",), arrive=(sunday,)),
        stop(3, VIENNA, "happened", ("i2",), arrive=(monday,), basis="inferred"),
        stop(4, BUDAPEST, "planned", ("i3",), cue=claims[2].cue, basis="inferred"),
    )
    drawn = leg(stops[0], stops[1], "happened", ("i1",))
    journey = Journey("j1", "Ilse Brandt", "Ilse Brandt on tour", stops, (drawn,))
    itinerary = Itinerary((told,), (Traveller("Ilse Brandt"),), claims, (journey,))
    return itinerary, (route(drawn, RAIL["berlin-prague"], length_km=374.0),)
