"""A stop in the making: a place, the claims about it, and what they say together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from geo.model import CERTAINTY_RANK, FINENESS_RANK, TOOK_PLACE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from gazetteer.model import Place
    from geo.model import Claim, Quote, Status, When

__all__ = ["Visit", "covers", "effective_status", "is_near", "overlap", "same_place", "was_left"]

#: Two towns nearer than this are one stop, as a city and its suburb.
_NEIGHBOURS_KM = 10.0
#: Two points nearer than this are one stop (a city and its station); an airport and the city it serves may be farther apart.
_SAME_KM = 25.0
_AIRPORT_KM = 70.0
#: Cities with as many people are served by airports that far out; small towns by those beside them.
_SERVED = 100_000
#: Words of a plan that takes the place of another.
_ANEW = re.compile(r"\b(?:continu\w+|instead|now|onwards?|resum\w+|new date|re-?scheduled|re-?arranged)\b", re.IGNORECASE)


@dataclass(slots=True)
class Visit:
    """One stop in the making: a place, and the claims with the role that it has in each; ``earlier`` is the visit that it is a return to."""

    place: Place
    name_in_text: str
    confidence: float
    rank: int
    evidence: list[tuple[Claim, str]] = field(default_factory=list)
    background: bool = False
    earlier: Visit | None = None

    @property
    def claims(self) -> list[Claim]:
        """The claims, the strongest first."""
        return [c for c, _ in self._strongest_first]

    @property
    def _strongest_first(self) -> list[tuple[Claim, str]]:
        return sorted(self.evidence, key=lambda e: CERTAINTY_RANK[effective_status(*e)])

    @property
    def supporting(self) -> list[Claim]:
        """The claims that say as much as the status does: a plan supports no arrival."""
        status = self.status
        return [c for c, r in self.evidence if self.background or effective_status(c, r) == status]

    @property
    def status(self) -> Status:
        """The status of the strongest claim; a denial holds against plans, but not against what happened, nor against a plan made anew after it."""
        if self.background:
            return "past"
        statuses = [effective_status(c, role) for c, role in self.evidence]
        if "denied" in statuses and not {"happened", "under_way"} & set(statuses) and not self._is_planned_anew:
            return "denied"
        return min(statuses, key=CERTAINTY_RANK.__getitem__)

    @property
    def _is_planned_anew(self) -> bool:
        """Whether a plan told later replaces what each denial denies: "he will now travel to X on Friday"."""
        plans = [c for c, r in self.evidence if effective_status(c, r) in ("planned", "possible")]
        denials = [c for c, r in self.evidence if effective_status(c, r) == "denied"]
        return all(any(_replaces(plan, denial) for plan in plans) for denial in denials)

    @property
    def cue(self) -> Quote | None:
        """The words that give the status."""
        return next(
            (
                c.cue
                for c, r in self._strongest_first
                if c.cue is not None and (self.status == "past" or effective_status(c, r) == self.status)
            ),
            None,
        )

    @property
    def arrive(self) -> tuple[When, ...]:
        """When the traveller came, the strongest claim first, equal times once."""
        told = tuple(_first_day(w) if w in self._stays() else w for w in self._times(("to", "at", "via"), "arrive"))
        return told or self._expected()

    def _expected(self) -> tuple[When, ...]:
        """The day on which somebody is to leave for this place and no other, told of no arrival: he is expected on it."""
        bound = [
            replace(c.when, basis="inferred")
            for c, r in self.evidence
            if c.act == "depart" and r == "to" and c.status in ("planned", "possible") and c.when is not None
            and [p.role for p in c.places].count("to") == 1
        ]  # fmt: skip
        return _finest(bound) if self.status in ("planned", "possible") else ()

    @property
    def depart(self) -> tuple[When, ...]:
        """When the traveller left."""
        return self._times(("from",), "depart") or tuple(
            _last_day(w) for w in self._times(("at", "to"), "arrive") if w in self._stays()
        )

    def _stays(self) -> list[When]:
        """The stretches of days that a claim says the traveller stays; who will travel somewhere "from 6 to 9 March" is there then."""
        return [
            c.when
            for c, r in self.evidence
            if c.when is not None
            and c.when.precision == "range"
            and (
                (r == "at" and c.act == "stay")
                or (r in ("at", "to") and c.act == "travel" and c.status in ("planned", "possible"))
            )
            and sum(p.role in ("at", "to") for p in c.places) == 1  # "will visit X, Y and Z from 6 to 9 March"
        ]

    def _times(self, roles: tuple[str, ...], end: str) -> tuple[When, ...]:
        rows = [(c, r) for c, r in self.evidence if r in roles and c.when is not None and self._dates(c, r)]
        rows.sort(
            key=lambda e: (
                CERTAINTY_RANK[effective_status(*e)],
                FINENESS_RANK[e[0].when.precision] if e[0].when else 9,
                e[0].when is not None and e[0].when.basis == "inferred",
            )
        )
        times = [c.when for c, _ in rows if c.when is not None]
        if end == "arrive" and self.status in TOOK_PLACE:
            real = [c.when for c, r in rows if c.when is not None and effective_status(c, r) in ("happened", "under_way")]
            times = real  # a planned return dates no stop that happened
        return _finest(times)

    def _dates(self, claim: Claim, role: str) -> bool:
        """Whether the claim's time is this end's: that of a departure is its start's, that of an arrival with both ends named its end's."""
        if claim.act == "depart":
            return role == "from"
        return not (claim.act == "arrive" and role == "from" and any(p.role == "to" for p in claim.places))


def _replaces(plan: Claim, denial: Claim) -> bool:
    """Whether an article tells a plan behind the denial of an old one, for a later day or as one made anew."""
    if plan.quote.article != denial.quote.article or plan.quote.start <= denial.quote.start:
        return False
    days = plan.when, denial.when
    later = days[0] is not None and days[1] is not None and days[0].yearless == days[1].yearless and days[1].end < days[0].start
    return later or _ANEW.search(plan.quote.text) is not None


def _finest(times: Sequence[When]) -> tuple[When, ...]:
    """Leave out the times that others say more finely; equal ones come once, in a time by the number of different ones."""
    different: dict[tuple[str, date, date], When] = {}
    for when in times:
        different.setdefault((when.edtf, when.start, when.end), when)
    found: dict[str, When] = {}
    for (edtf, *_), when in different.items():
        if not any(covers(when, other) for (name, *_), other in different.items() if name != edtf):
            found.setdefault(edtf, when)
    return tuple(found.values())


def _first_day(when: When) -> When:
    """Read the first day of a stay as the day of arrival."""
    return replace(when, end=when.start, precision="day")


def _last_day(when: When) -> When:
    """Read the last day of a stay as the day of departure."""
    return replace(when, start=when.end, precision="day")


def covers(wide: When, narrow: When) -> bool:
    """Tell whether one time only says the other less finely."""
    return wide.start <= narrow.start and narrow.end <= wide.end and (wide.start, wide.end) != (narrow.start, narrow.end)


def effective_status(claim: Claim, role: str) -> Status:
    """Tell the status that a claim gives to the place in this role: who set off was there; who set off for a place is not there yet."""
    if role == "toward":  # under way to the area, not yet to the place inside it
        return "planned"
    if claim.act == "depart" and role == "to" and claim.status == "happened":
        return "under_way"
    if claim.status == "under_way" and role == "from":
        return "happened"
    return claim.status


def same_place(one: Place, other: Place) -> bool:
    """Tell whether two places are one stop."""
    if one.id == other.id:
        return True
    if one.is_area or other.is_area or _lies_across_border(one, other):
        return False
    airport = {one.kind.code, other.kind.code} & {"AIRP", "AIRB", "AIRF"}
    served = airport and one.country == other.country and max(one.population, other.population) >= _SERVED
    if one.kind.feature_class == other.kind.feature_class == "P":
        return is_near(one, other, _NEIGHBOURS_KM)
    return is_near(one, other, _AIRPORT_KM if served else _SAME_KM)


def overlap(one: Place, other: Place) -> bool:
    """Tell whether two places are one stop, or one lies in the other."""
    return same_place(one, other) or one.contains(other) or other.contains(one)


def _lies_across_border(one: Place, other: Place) -> bool:
    """Whether two towns face each other across a border, as Rafah and El Paso do with their neighbours: to go over is a journey."""
    towns = one.kind.feature_class == other.kind.feature_class == "P"
    return towns and bool(one.country and other.country) and one.country != other.country


def was_left(visit: Visit) -> bool:
    """Tell whether anything is told of leaving a stop."""
    return any(r == "from" for _, r in visit.evidence)


def is_near(one: Place, other: Place, km: float) -> bool:
    """Tell whether two places are points at most so many km apart."""
    return not (one.is_area or other.is_area) and one.km_to(other) <= km
