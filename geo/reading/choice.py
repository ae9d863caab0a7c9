"""Choose among the meanings of all names of a story together: a conditional logit in two stages.

In the first stage each option is scored by what it is (prior), by what the text says it lies in and calls it. In the second the
options are scored again with their agreement with the first-stage probabilities of the other names: same country, same
first-order area, near by. The weights are fitted by ``python -m geo.reading.fit`` and are a readable file.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from importlib import resources
from math import exp
from typing import TYPE_CHECKING

from gazetteer.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gazetteer.model import Place
    from geo.reading.options import Option
    from geo.reading.scene import NameInStory

__all__ = ["SET_WEIGHTS", "ChoiceModel", "Choices", "scene_features"]

#: A town that "lies in" a city is a part of it if it is no farther than this, in degrees.
_PART_OF_TOWN = 0.6
Features = dict[str, float]
#: Weights that are set, because the corpora hold too few cases to fit them. An area that only shares a town's name yields to the town.
#: Another spelling is never as good as the spelling used. Against an exact
#: name elsewhere another spelling needs both its country and a word of the text that it lies there.
SET_WEIGHTS = {"shadowed": -3.0, "respelt": -2.5, "respelt:cost": -2.0}


@dataclass(frozen=True, slots=True)
class Choices:
    """The options of one name with their probabilities, and the features of each, for reasons and for fitting."""

    options: tuple[Option, ...]
    probabilities: tuple[float, ...]
    features: tuple[Features, ...]


@dataclass(frozen=True, slots=True)
class ChoiceModel:
    """Fitted weights: of the first stage, of the second, and the temperature that makes probabilities honest."""

    first: Mapping[str, float]
    second: Mapping[str, float]
    temperature: float = 1.0

    @classmethod
    def bundled(cls) -> ChoiceModel:
        """Open the weights that are installed with the package."""
        text = resources.files("geo.reading").joinpath("data/resolver.tsv").read_text(encoding="utf-8")
        return cls.from_lines(text.split("\n"), "resolver.tsv")

    @classmethod
    def from_lines(cls, lines: Sequence[str], name: str) -> ChoiceModel:
        """Read weights: a line ``stage TAB feature TAB weight`` each; raises InputError where a line is none."""
        stages: dict[str, dict[str, float]] = {"first": {}, "second": {}, "temperature": {}}
        for number, line in enumerate(lines, 1):
            if line.startswith("#") or not line:
                continue
            try:
                stage, feature, weight = line.split("\t")
                stages[stage][feature] = float(weight)
            except (ValueError, KeyError) as error:
                raise InputError(
                    f"{name}, line {number}: a stage, a feature and a weight are expected; fit the weights again."
                ) from error
        return cls(stages["first"], stages["second"], stages["temperature"].get("all", 1.0))

    def choose(self, names: Mapping[str, NameInStory], options: Mapping[str, tuple[Option, ...]]) -> dict[str, Choices]:
        """Give every option of every name of a story its probability.

        Parameters
        ----------
        names
            As `geo.reading.scene.gather_names` returns them.
        options
            The options of each; a name without any is left out of the result.

        Returns
        -------
        dict of str to Choices
            By key of the name.
        """
        first = {key: self._stage_one(names[key], found, options) for key, found in options.items() if found}
        world = World(first, names)
        return {key: self._stage_two(choices, world, key) for key, choices in first.items()}

    def _stage_one(self, name: NameInStory, options: tuple[Option, ...], others: Mapping[str, tuple[Option, ...]]) -> Choices:
        features = tuple({**option.features, **scene_features(name, option, others)} for option in options)
        return Choices(options, _softmax([_dot(self.first, f) for f in features], 1.0), features)

    def _stage_two(self, choices: Choices, world: World, key: str) -> Choices:
        features = tuple(
            {**f, **world.features(key, option)} for option, f in zip(choices.options, choices.features, strict=True)
        )
        scores = [_dot(self.second, f) for f in features]
        return Choices(choices.options, _softmax(scores, self.temperature), features)


class World:
    """Which countries, areas and neighbourhoods a story is about: first-stage probabilities summed over its names."""

    def __init__(self, choices: Mapping[str, Choices], names: Mapping[str, NameInStory]) -> None:
        self._countries: dict[str, float] = defaultdict(float)
        self._admin1: dict[str, float] = defaultdict(float)
        self._cells: dict[tuple[int, int], float] = defaultdict(float)
        self._named: dict[str, float] = defaultdict(float)
        self._own: dict[str, Choices] = dict(choices)
        self._size = len(choices)
        self._names = names
        for found in choices.values():
            self._add(found, 1.0)

    def _add(self, choices: Choices, sign: float) -> None:
        for option, probability in zip(choices.options, choices.probabilities, strict=True):
            if probability < 0.01:
                continue
            weight = sign * probability
            place = option.place
            if place.country:
                self._countries[place.country] += weight
            if option.admin1:
                self._admin1[option.admin1] += weight
            if not place.is_area:
                self._cells[option.cell] += weight
            for code in place.area_codes:
                self._named[code] += weight

    def features(self, key: str, option: Option) -> Features:
        """Return the agreement of an option with the other names of the story; a name's own vote does not count."""
        own = self._own[key]
        mine = _Own(own)
        others = max(self._size - 1, 1)
        country = option.place.country
        same_country = self._countries.get(country, 0.0) - mine.countries.get(country, 0.0) if country else 0.0
        same_admin1 = self._admin1.get(option.admin1, 0.0) - mine.admin1.get(option.admin1, 0.0) if option.admin1 else 0.0
        row, column = option.cell
        near = sum(
            self._cells.get((row + i, column + j), 0.0) - mine.cells.get((row + i, column + j), 0.0)
            for i in (-1, 0, 1)
            for j in (-1, 0, 1)
        )
        found = {
            "share:country": same_country / others,
            "share:admin1": same_admin1 / others,
            "any:country": min(same_country, 1.0),
            "any:admin1": min(same_admin1, 1.0),
            "any:near": min(near, 1.0),
            "share:near": near / others,
            "named:country": min(max(self._named.get(country, 0.0) - mine.named.get(country, 0.0), 0.0), 1.0),
            "named:admin1": min(max(self._named.get(option.admin1, 0.0) - mine.named.get(option.admin1, 0.0), 0.0), 1.0),
        }
        if option.place.is_area:
            found = {f"{feature}|area": value for feature, value in found.items()}
        return found


class _Own:
    """What one name added to the world."""

    __slots__ = ("admin1", "cells", "countries", "named")

    def __init__(self, choices: Choices) -> None:
        self.countries: dict[str, float] = defaultdict(float)
        self.admin1: dict[str, float] = defaultdict(float)
        self.cells: dict[tuple[int, int], float] = defaultdict(float)
        self.named: dict[str, float] = defaultdict(float)
        for option, probability in zip(choices.options, choices.probabilities, strict=True):
            if probability >= 0.01:
                self.countries[option.place.country] += probability
                self.admin1[option.admin1] += probability
                if not option.place.is_area:
                    self.cells[option.cell] += probability
                for code in option.place.area_codes:
                    self.named[code] += probability


def scene_features(name: NameInStory, option: Option, others: Mapping[str, tuple[Option, ...]]) -> Features:
    """Say how an option fits what the text says beside its name."""
    found: Features = {}
    for feature, holders in (("inside", name.inside), ("in", name.near_inside)):
        fits = [_fits(option, others.get(key, ())) for key in holders]
        known = [fit for fit in fits if fit is not None]
        if known:
            best = max(known)
            found[feature] = best
            if not best:
                found[f"{feature}:not"] = 1.0
    if name.called:
        found["called" if option.group in name.called else "called:not"] = 1.0
    return found


def _fits(option: Option, holders: tuple[Option, ...]) -> float | None:
    """Tell whether one of the holder's likelier meanings holds the option; None where the holder is no area and no town near by."""
    areas = [holder for holder in holders[:8] if holder.place.area_codes]
    towns = [holder for holder in holders[:8] if holder.group in ("town", "seat", "capital")]
    if any(_holds(holder.place, option.place) for holder in areas):
        return 1.0
    if any(_is_part_of(option.place, holder.place) for holder in towns):
        return 0.5
    return 0.0 if areas else None


def _holds(area: Place, place: Place) -> bool:
    return area.id != place.id and area.contains(place)


def _is_part_of(place: Place, town: Place) -> bool:
    return place.id != town.id and abs(place.lat - town.lat) < _PART_OF_TOWN and abs(place.lon - town.lon) < _PART_OF_TOWN


def _dot(weights: Mapping[str, float], features: Features) -> float:
    return sum(weights.get(feature, SET_WEIGHTS.get(feature, 0.0)) * value for feature, value in features.items())


def _softmax(scores: list[float], temperature: float) -> tuple[float, ...]:
    top = max(scores)
    powers = [exp((score - top) / temperature) for score in scores]
    total = sum(powers)
    return tuple(power / total for power in powers)
