"""Twelve made-up stories in which somebody must not be found, each with the point that must be in no file."""

from __future__ import annotations

import hashlib
import itertools
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from gazetteer import Gazetteer
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
    Source,
    Status,
    Stop,
    Traveller,
    When,
)

if TYPE_CHECKING:
    from gazetteer.model import Place

NOW = date(2024, 5, 17)


@dataclass(frozen=True)
class Case:
    """One story.

    ``from_place`` was left a week ago, ``at`` is where they were seen, ``near`` is named beside it, ``ahead`` is where they are going.
    """

    name: str
    rule: str
    traveller: Traveller
    from_place: str
    at: str
    near: str
    ahead: str
    status: Status = "happened"
    dated: bool = True
    finds_area: bool = True

    @property
    def text(self) -> str:
        who = self.traveller.name
        return (
            f"{who} reached {self.at} on Friday, the mayor of {self.at} said. "
            f"They had left {self.from_place} a week before. {self.near} lies two miles away. "
            f"They are expected in {self.ahead} on Sunday, said an official who was not sure of it."
        )


def who(name: str, kind: str = "group", *described: str) -> Traveller:
    return Traveller(name, kind, described=described)


CASES = (
    Case("refugees", "people in flight", who("40 refugees"), "Sofia", "Svilengrad", "Lyubimets", "Karlovo"),
    Case("migrants under way", "people in flight", who("A caravan of migrants"), "Guatemala City", "Tapachula", "Huixtla", "Arriaga", "under_way"),
    Case("a boy", "minors", who("The boy", "person"), "Lyon", "Chambéry", "Aix-les-Bains", "Annecy"),
    Case("a girl by her age", "minors", who("Mira Falk", "person", "14-year-old"), "Malmö", "Ystad", "Simrishamn", "Alvesta", dated=False),
    Case("hostages", "hostages", who("The hostages"), "Niamey", "Tillabéri", "Ayorou", "Ansongo", finds_area=False),
    Case("an aid worker taken captive", "hostages", who("Jon Berg", "person", "captive"), "Goma", "Rutshuru", "Kayna", "Lubero", "under_way", finds_area=False),
    Case("troops", "troops", who("The 9th brigade"), "Dnipro", "Pokrovsk", "Myrnohrad", "Kramatorsk", "under_way"),
    Case("a warship", "troops", who("The frigate", "vehicle"), "Varna", "Pomorie", "Sozopol", "Nesebar"),
    Case("an aid convoy", "aid convoys", who("The aid convoy", "vehicle"), "Port Sudan", "Shendi", "Atbara", "Ad-Damazin", "under_way"),
    Case("a relief flight's crew", "aid convoys", who("The crew", "group", "relief"), "Nairobi", "Lodwar", "Kakuma", "Torit"),
    Case("a private woman", "private people", who("Anna Sol", "person", "nurse"), "Krakow", "Zakopane", "Nowy Targ", "Nowy Sącz"),
    Case("somebody of no known role on the way", "people of no known role", who("Ola Brandt", "person"), "Bergen", "Voss", "Gol", "Hønefoss", "under_way"),
    Case("a family", "private families", who("The family"), "Oroville", "Bozeman", "Helena", "Whitefish", "under_way", dated=False),
)  # fmt: skip


GAZETTEER = Gazetteer.bundled()


@cache
def place(name: str) -> Place:
    """The best-known town of a name."""
    found = GAZETTEER.lookup(name, limit=8)
    return next(candidate.place for candidate in found if candidate.place.kind.is_populated)


def story(case: Case) -> Itinerary:
    """What a perfect reader would make of a case's text."""
    return _Story(case).itinerary()


class _Story:
    def __init__(self, case: Case) -> None:
        self.case = case
        digest = hashlib.sha256(case.text.encode()).hexdigest()
        slug = case.at.lower().replace(" ", "-")
        self.article = Article(
            digest[:12], case.text, digest, "desk.txt", f"They are in {case.at}", f"{case.at} Post", f"https://example.org/{slug}-reached", published=NOW, published_basis="text"
        )  # fmt: skip

    def words(self, words: str, start: int = 0) -> Quote:
        at = self.article.text.index(words, start)
        return self.article.quote(at, at + len(words))

    def found(self, name: str) -> Resolution:
        return Resolution(Mention(self.words(name)), place(name), 0.9)

    def day(self, words: str, days: int) -> When:
        day = NOW + timedelta(days=days)
        return When(day, day, "day", self.words(words))

    def claim(self, sentence: int, role: str, name: str, status: Status, when: When | None) -> Claim:
        start = [
            0,
            *(index + 2 for index, sign in enumerate(self.article.text) if sign == "." and index + 2 < len(self.article.text)),
        ][sentence]
        quote = self.words(self.article.text[start:].split(". ")[0].rstrip("."), start)
        chain = (Source(f"the mayor of {self.case.at}", "official"),)
        act = "depart" if role == "from" else "arrive"
        return Claim(
            f"{self.article.id}:{quote.start}:{act}",
            self.case.traveller.name,
            act,
            (PlaceRole(role, self.found(name)),),
            quote,
            status,
            when=when,
            attribution=chain,
        )

    def itinerary(self) -> Itinerary:
        case = self.case
        seen = self.day("on Friday", 0) if case.dated else None
        left = self.claim(1, "from", case.from_place, "happened", self.day("a week before", -7))
        at = self.claim(0, "to", case.at, case.status, seen)
        ahead = self.claim(3, "to", case.ahead, "planned", self.day("on Sunday", 2))
        stops = (
            self.stop(1, left, depart=(left.when,)),
            self.stop(2, at, arrive=(seen,) if seen else ()),
            self.stop(3, ahead, arrive=(ahead.when,)),
        )
        legs = tuple(
            Leg(f"{one.id}>{two.id}", one.id, two.id, "car", two.status, two.claims, via=(place(case.near),))
            for one, two in itertools.pairwise(stops)
        )
        meeting = Meeting(
            f"{at.id}:meet",
            stops[1].place,
            case.at,
            (case.traveller.name, f"mayor of {case.at}"),
            "happened",
            (at.id,),
            (seen,) if seen else (),
        )
        journey = Journey(
            "journey-1", case.traveller.name, f"{case.traveller.name}: {case.from_place} to {case.at}", stops, legs, (meeting,)
        )
        conflict = Conflict(
            f"day of arrival in {case.at}",
            "journey-1",
            (ConflictValue("on Friday", "2024-05-17", (), at.quote), ConflictValue("on Sunday", "2024-05-19", (), ahead.quote)),
        )
        near = replace(self.found(case.near), reasons=("the nearest",))
        lost = Resolution(Mention(self.words("two miles")), None, reasons=("no such place",))
        return Itinerary(
            (self.article,), (case.traveller,), (left, at, ahead), (journey,), (conflict,), (near, self.found(case.at)), (lost,)
        )  # fmt: skip

    def stop(self, number: int, claim: Claim, **times: tuple[When, ...]) -> Stop:
        found = claim.places[0].resolution
        assert found.place is not None
        return Stop(
            f"{claim.id}@{found.place.id}", number, found.place, found.mention.quote.text, claim.status, 0.9, (claim.id,), **times
        )
