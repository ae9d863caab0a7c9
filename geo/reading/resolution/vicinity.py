"""Say about where a place lies that the gazetteer does not hold: near one of the places that its text names beside it.

A street, a hall or a beach is in no gazetteer, but who writes of it has mostly just said, or is about to say, where it is. The other places of the text
are weighed by a conditional logit: how far off in the text each stands, how sure it is, what kind of place it is and how many of the others lie near
it; that none of them is near is an option of its own. The weights are fitted by ``python -m geo.reading.fit`` and are a readable file.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from math import exp, floor, log
from typing import TYPE_CHECKING, Final

from geo.model import Vicinity
from geo.reading.resolution.options import group_of
from geo.reading.resolution.scene import key_of
from geo.reading.vocabulary.weights import bundled_weights, weights_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gazetteer import Place
    from geo.model import Resolution

__all__ = ["FAR", "NAMED_PLACES", "VicinityModel", "is_unheld", "surroundings"]

#: That a place lies near none of those that are named beside it.
FAR: Final = "far"
#: Kinds of mention that name a place that is or was, whatever they stand for: a toponym to a geographer.
NAMED_PLACES: Final = ("place", "metonym", "dateline", "former")
#: Below this chance nothing is said.
_LEAST: Final = 0.2
#: Where the other places of a text are less sure than this, summed, they support none.
_LEAST_TOTAL: Final = 0.2
#: How many mentions of other places are looked at on either side of a mention, and how many mentions of one name.
_REACH: Final = 8
_MOST_MENTIONS: Final = 5
#: Places so near to each other, in degrees, are about the same for who asks where something is.
_ABOUT: Final = 1.0
_CELL_DEGREES: Final = 2.0


class Beside:
    """A place named beside another one, and what speaks for their lying near each other."""

    __slots__ = ("features", "place")

    def __init__(self, place: Place, features: dict[str, float]) -> None:
        self.place = place
        self.features = features


class VicinityModel:
    """Fitted weights of what speaks for a place's lying near another one that its text names.

    Parameters
    ----------
    weights
        Feature -> weight.
    """

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = dict(weights)

    @classmethod
    def bundled(cls) -> VicinityModel:
        """Open the weights that are installed with the package."""
        return cls(bundled_weights("vicinity.tsv"))

    @classmethod
    def from_lines(cls, lines: Sequence[str], name: str) -> VicinityModel:
        """Read weights: a line ``feature TAB weight`` each; raises InputError where a line is none."""
        return cls(weights_of(lines, name))

    def locate(self, resolutions: Sequence[Resolution]) -> list[Resolution]:
        """Add about where the places lie that the gazetteer does not hold.

        Parameters
        ----------
        resolutions
            Those of one article, in the order of the text.

        Returns
        -------
        list of Resolution
            The same, with a `geo.model.Vicinity` and its reason where one is likely enough.
        """
        unheld: dict[str, list[int]] = {}
        for number, found in enumerate(resolutions):
            if is_unheld(found):
                unheld.setdefault(key_of(found.mention), []).append(number)
        located = list(resolutions)
        if not unheld:
            return located
        around = surroundings(resolutions, unheld)
        for key, numbers in unheld.items():
            vicinity = self._choose(around[key])
            if vicinity is not None:
                reason = f"It is thought to lie in or near {vicinity.place.name}, which the text names beside it."
                for number in numbers:
                    found = resolutions[number]
                    located[number] = replace(found, vicinity=vicinity, reasons=(*found.reasons, reason))
        return located

    def _choose(self, around: Sequence[Beside]) -> Vicinity | None:
        """Return the place about which the likelier ones lie, None where that is not likely enough."""
        weights = self._weights
        powers = [exp(sum(weights.get(feature, 0.0) * value for feature, value in beside.features.items())) for beside in around]
        total = sum(powers) + exp(weights.get(FAR, 0.0))
        best, most = None, 0.0
        for beside in around:
            near = sum(power for power, other in zip(powers, around, strict=True) if _is_about(beside.place, other.place))
            if near > most * (1 + 1e-9):
                best, most = beside.place, near
        chance = round(most / total, 3)
        return Vicinity(best, chance) if best is not None and chance >= _LEAST else None


def is_unheld(found: Resolution) -> bool:
    """Tell whether a mention names a place of which the gazetteer has not even a namesake."""
    return found.place is None and not found.candidates and found.mention.kind in NAMED_PLACES


def surroundings(resolutions: Sequence[Resolution], wanted: Mapping[str, Sequence[int]]) -> dict[str, list[Beside]]:
    """Gather the places that are named beside some names of an article.

    Parameters
    ----------
    resolutions
        Those of the article, in the order of the text.
    wanted
        By key of a name, the numbers of its mentions.

    Returns
    -------
    dict of str to list of Beside
        By key, those nearest in the text first; a name itself is not among what is beside it.
    """
    placed = [number for number, found in enumerate(resolutions) if _can_be_near(found)]
    keys = {number: key_of(resolutions[number].mention) for number in placed}
    names: dict[str, Resolution] = {}
    for number in placed:
        names.setdefault(keys[number], resolutions[number])
    support = _Support(names)
    found: dict[str, list[Beside]] = {}
    for key, numbers in wanted.items():
        gaps: dict[str, int] = {}
        for number in numbers[:_MOST_MENTIONS]:
            at = bisect_left(placed, number)
            for other in placed[max(0, at - _REACH) : at + _REACH + 1]:
                beside = keys[other]
                if beside != key:
                    gap = _gap(resolutions[number], resolutions[other])
                    gaps[beside] = min(gap, gaps.get(beside, gap))
        found[key] = _features(key, gaps, names, support)
    return found


def _can_be_near(found: Resolution) -> bool:
    """Tell whether a mention is of a place that another can be said to be near: not Europe, nor the Far East."""
    return found.place is not None and found.mention.kind in NAMED_PLACES and group_of(found.place) != "region"


def _features(key: str, gaps: dict[str, int], names: Mapping[str, Resolution], support: _Support) -> list[Beside]:
    found: list[Beside] = []
    is_first_point = True
    for other in sorted(gaps, key=lambda other: gaps[other]):
        resolution = names[other]
        place = resolution.place
        assert place is not None
        features = {"log gap": log(gaps[other]), "sure": resolution.confidence}
        if place.is_area:
            features[group_of(place)] = 1.0
            features["support|area"] = support.of(other, key)
        else:
            features["point"] = 1.0
            features["support"] = support.of(other, key)
            if is_first_point:
                features["nearest"] = 1.0
                is_first_point = False
        found.append(Beside(place, features))
    return found


def _gap(one: Resolution, other: Resolution) -> int:
    """Return how many characters stand between two mentions, at least 1."""
    a, b = one.mention.quote, other.mention.quote
    return max(1, b.start - a.end, a.start - b.end)


class _Support:
    """How many of the places of an article lie near one of them, as a share of all, each as far as it is sure."""

    __slots__ = ("_cells", "_names", "_sums", "_total")

    def __init__(self, names: Mapping[str, Resolution]) -> None:
        self._names = names
        self._cells = {key: _cell(r.place) for key, r in names.items() if r.place is not None}
        self._sums: dict[tuple[int, int], float] = {}
        self._total = 0.0
        for key, found in names.items():
            if found.place is not None and not found.place.is_area:
                cell = self._cells[key]
                self._sums[cell] = self._sums.get(cell, 0.0) + found.confidence
                self._total += found.confidence

    def of(self, key: str, asking: str) -> float:
        """Return the support of a place, beside its own and that of who asks."""
        row, column = self._cells[key]
        near, total = 0.0, self._total
        for y in (row - 1, row, row + 1):
            for x in (column - 1, column, column + 1):
                near += self._sums.get((y, x), 0.0)
        for left_out in (key, asking):
            found = self._names.get(left_out)
            if found is not None and found.place is not None and not found.place.is_area:
                y, x = self._cells[left_out]
                total -= found.confidence
                if abs(y - row) <= 1 and abs(x - column) <= 1:
                    near -= found.confidence
        return max(near, 0.0) / total if total > _LEAST_TOTAL else 0.0


def _cell(place: Place) -> tuple[int, int]:
    return floor(place.lat / _CELL_DEGREES), floor(place.lon / _CELL_DEGREES)


def _is_about(one: Place, other: Place) -> bool:
    return abs(one.lat - other.lat) < _ABOUT and abs(one.lon - other.lon) < _ABOUT
