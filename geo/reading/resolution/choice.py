"""Choose among the meanings of all names of a story together: a conditional logit in two stages.

In the first stage each option is scored by what it is (prior), by what the text says it lies in and calls it. In the second the
options are scored again with their agreement with the first-stage probabilities of the other names (`geo.reading.resolution.agreement`): same country,
same first-order area, near by. The weights are fitted by ``python -m geo.reading.fit`` and are a readable file.
"""

from __future__ import annotations

from importlib import resources
from math import exp
from typing import TYPE_CHECKING, Final

from gazetteer.errors import InputError
from geo.reading.resolution.agreement import NO_AGREEMENT, AgreementWeights, Choices, World

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gazetteer.model import Place
    from geo.reading.resolution.agreement import Agreement, Features
    from geo.reading.resolution.options import Option
    from geo.reading.resolution.scene import NameInStory

__all__ = ["SET_WEIGHTS", "UNKNOWN", "ChoiceModel"]

#: A town that "lies in" a city is a part of it if it is no farther than this, in degrees.
_PART_OF_TOWN: Final = 0.6
_NOTHING_TOLD: Final[Features] = {}
#: Weights that are set, because the corpora hold too few cases to fit them. An area that only shares a town's or a larger area's name yields,
#: and so does a town spelt like an area's initials, and a capital that the story calls by its full name elsewhere. Another spelling is never as good as
#: the spelling used: against an exact name elsewhere it needs both its country and a word of the text that it lies there.
SET_WEIGHTS: Final = {
    "shadowed": -3.0,
    "named after": -6.0,
    "initials": -4.0,
    "government": 4.0,
    "short:not": -8.0,
    "spelt otherwise": -4.0,
    "outshone": -6.0,
    "dwarfed": -3.0,
    "respelt": -2.5,
    "respelt:cost": -2.0,
}
#: Where a text names so few places and nothing beside them, this much is added for each tenfold of people: local news, which the weights come
#: from, rarely leaves a reader so alone, and who writes of "Paris" to strangers means the one that they know.
_FEW: Final = 2
_ALONE: Final = 1.0
_TOWNS: Final = ("town", "seat", "capital")
#: So many meanings of a name are asked whether they hold another.
_LIKELIER: Final = 8
#: In the second stage, that none of the options is meant but a place that the gazetteer does not hold. Without it the only place of a name would be
#: certain. The options' probabilities sum to what is left.
UNKNOWN: Final = "unknown"
#: Names of which is kept what is known of their options, before all are dropped.
_KEPT: Final = 1 << 15


class _Known:
    """What is known of the options of a name before a text: what each scores by itself in either stage, and the choice where the text says nothing."""

    __slots__ = ("first", "is_short", "second", "untold")

    def __init__(self, options: tuple[Option, ...], first: list[float], second: list[float]) -> None:
        self.first = first
        self.second = second
        self.is_short = any("short" in option.features for option in options)
        self.untold = Choices(options, _softmax(first, 1.0), (_NOTHING_TOLD,) * len(options))


class ChoiceModel:
    """Fitted weights: of the first stage, of the second, and the temperature that makes probabilities honest.

    Parameters
    ----------
    first, second
        Feature -> weight.
    temperature
        By which the scores of the second stage are divided.
    """

    def __init__(self, first: Mapping[str, float], second: Mapping[str, float], temperature: float = 1.0) -> None:
        self.first = {**first, **SET_WEIGHTS}
        self.second = {**second, **SET_WEIGHTS}
        self.temperature = temperature
        self._unknown = self.second.get(UNKNOWN)
        self._agreement = {kind: AgreementWeights(self.second, kind) for kind in ("", "|great", "|area")}
        self._known: dict[tuple[Option, ...], _Known] = {}

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

    def choose(
        self,
        names: Mapping[str, NameInStory],
        options: Mapping[str, tuple[Option, ...]],
        home: Option | None = None,
        *,
        brief: bool = False,
    ) -> dict[str, Choices]:
        """Give every option of every name of a story its probability.

        Parameters
        ----------
        names
            As `geo.reading.resolution.scene.gather_names` returns them.
        options
            The options of each; a name without any is left out of the result.
        home
            Where the story is told: it counts as a place that every story names.
        brief
            Whether the story is only a few sentences, which leave a reader alone with a name or two.

        Returns
        -------
        dict of str to Choices
            By key of the name.
        """
        return self.finish(self.begin(names, options), home, alone=brief and len(names) <= _FEW)

    def finish(self, first: Mapping[str, Choices], home: Option | None = None, *, alone: bool = False) -> dict[str, Choices]:
        """Return the second stage, in which the names of a story are weighed against each other, from what `begin` gave."""
        world = World(first, home)
        alone = alone and home is None
        return {key: self._stage_two(choices, world.agreements(key), alone=alone) for key, choices in first.items()}

    def begin(self, names: Mapping[str, NameInStory], options: Mapping[str, tuple[Option, ...]]) -> dict[str, Choices]:
        """Return the first stage alone: every name by itself, without the other places of the story."""
        main = {o.place.id: key for key, found in options.items() for o in found[:2] if o.candidate.name_kind == "name"}
        return {key: self._stage_one(names[key], found, options, main) for key, found in options.items() if found}

    def _stage_one(
        self,
        name: NameInStory,
        options: tuple[Option, ...],
        others: Mapping[str, tuple[Option, ...]],
        main: Mapping[str, str],
    ) -> Choices:
        known = self._know(options)
        if not (name.inside or name.near_inside or name.called or known.is_short):
            return known.untold
        inside = [_Holder(key, others.get(key, ())) for key in name.inside]
        near_inside = [_Holder(key, others.get(key, ())) for key in name.near_inside]
        scenes: list[Features] = []
        scores: list[float] = []
        for number, option in enumerate(options):
            scene = _scene_features(name, option, inside, near_inside, main)
            scenes.append(scene)
            scores.append(known.first[number] + _dot(self.first, scene))
        return Choices(options, _softmax(scores, 1.0), tuple(scenes))

    def _stage_two(self, choices: Choices, agreements: tuple[Agreement, ...], *, alone: bool) -> Choices:
        options, scenes = choices.options, choices.scenes
        scores: list[float] = []
        own = self._know(options).second
        for number, option in enumerate(options):
            score = own[number]
            if scenes[number]:
                score += _dot(self.second, scenes[number])
            agreement = agreements[number]
            if agreement is not NO_AGREEMENT:
                score += self._agreement[option.agrees_as].weigh(agreement)
            scores.append(score)
        if alone and options[scores.index(max(scores))].group in _TOWNS and not _is_told(scenes, agreements):
            scores = [score + _ALONE * o.features.get("people", 0.0) for score, o in zip(scores, options, strict=True)]
        if self._unknown is None:
            return Choices(options, _softmax(scores, self.temperature), scenes, agreements)
        probabilities = _softmax([*scores, self._unknown], self.temperature)[:-1]
        return Choices(options, probabilities, scenes, agreements)

    def _know(self, options: tuple[Option, ...]) -> _Known:
        """Return what is known of options before a text; it is kept, for it is the same in every story."""
        known = self._known.get(options)
        if known is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            first = [_dot(self.first, option.features) for option in options]
            second = [_dot(self.second, option.features) for option in options]
            known = self._known[options] = _Known(options, first, second)
        return known


class _Holder:
    """A name that the text says another lies in: its likelier meanings, areas and towns."""

    __slots__ = ("areas", "key", "towns")

    def __init__(self, key: str, options: tuple[Option, ...]) -> None:
        self.key = key
        self.areas = [option for option in options[:_LIKELIER] if option.codes]
        self.towns = [option for option in options[:_LIKELIER] if option.group in _TOWNS]

    def fits(self, option: Option) -> float:
        """Tell whether one of the meanings holds the option; less than 0 where the name is no area and no town near by."""
        for area in self.areas:
            if _holds(area, option):
                return 1.0
        for town in self.towns:
            if _is_part_of(option.place, town.place):
                return 0.5
        return 0.0 if self.areas else -1.0


def _scene_features(
    name: NameInStory, option: Option, inside: list[_Holder], near_inside: list[_Holder], main: Mapping[str, str]
) -> Features:
    """Say how an option fits what the text says beside its name.

    Parameters
    ----------
    name, option
        One name of the story and one of its meanings.
    inside, near_inside
        Those of `NameInStory`.
    main
        By id of a place, the key of the name of the story that is its main name.
    """
    found: Features = {}
    if option.features.get("short") and main.get(option.place.id, name.key) != name.key:
        found["short:not"] = 1.0  # where a text says "Mexico City", its "Mexico" is the country
    _note_holders(found, "inside", name, option, inside)
    _note_holders(found, "in", name, option, near_inside)
    if name.called:
        found["called" if option.group in name.called else "called:not"] = 1.0
    return found


def _note_holders(found: Features, feature: str, name: NameInStory, option: Option, holders: list[_Holder]) -> None:
    """Note how well an option fits the best of what the text says it lies in."""
    best = -1.0
    for holder in holders:
        fit = holder.fits(option)
        if fit > best and (fit == 1.0 or holder.key not in name.listed):
            best = fit
    if best >= 0.0:
        found[feature] = best
    if best == 0.0:
        found[f"{feature}:not"] = 1.0


def _holds(area: Option, option: Option) -> bool:
    """Tell as `Place.contains` does."""
    if area.place.id == option.place.id or not option.lies_in:
        return False
    return all(code in area.codes or country in area.codes for code, country in option.lies_in)


def _is_part_of(place: Place, town: Place) -> bool:
    return place.id != town.id and abs(place.lat - town.lat) < _PART_OF_TOWN and abs(place.lon - town.lon) < _PART_OF_TOWN


def _is_told(scenes: tuple[Features, ...], agreements: tuple[Agreement, ...]) -> bool:
    """Tell whether the text says anything of where a name lies, or names a county that one of its meanings lies in."""
    return any(scenes) or any(agreement.county for agreement in agreements)


def _dot(weights: dict[str, float], features: Features) -> float:
    total = 0.0
    for feature, value in features.items():
        total += weights.get(feature, 0.0) * value
    return total


def _softmax(scores: list[float], temperature: float) -> tuple[float, ...]:
    # In loops, for what `sum` gives is compiled as any object.
    top = scores[0]
    for score in scores:
        top = max(top, score)
    powers: list[float] = []
    total = 0.0
    for score in scores:
        power = exp((score - top) / temperature)
        powers.append(power)
        total += power
    return tuple([power / total for power in powers])
