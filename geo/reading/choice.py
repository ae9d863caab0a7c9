"""Choose among the meanings of all names of a story together: a conditional logit in two stages.

In the first stage each option is scored by what it is (prior), by what the text says it lies in and calls it. In the second the
options are scored again with their agreement with the first-stage probabilities of the other names: same country, same
first-order area, near by. The weights are fitted by ``python -m geo.reading.fit`` and are a readable file.
"""

from __future__ import annotations

from importlib import resources
from math import exp
from typing import TYPE_CHECKING, Final

from gazetteer.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from gazetteer.model import Place
    from geo.reading.options import Option
    from geo.reading.scene import NameInStory

__all__ = ["SET_WEIGHTS", "UNKNOWN", "ChoiceModel", "Choices", "scene_features"]

#: A town that "lies in" a city is a part of it if it is no farther than this, in degrees.
_PART_OF_TOWN: Final = 0.6
Features = dict[str, float]
#: Of the other names of a story: the share that lie in the same country, whether any does, and whether the country itself is named; and so on.
_AGREEMENTS: Final = (
    "share:country", "any:country", "named:country", "share:admin1", "any:admin1", "named:admin1", "share:near", "any:near",
)  # fmt: skip
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
#: In the second stage, that none of the options is meant but a place that the gazetteer does not hold. Without it the only place of a name would be
#: certain. The options' probabilities sum to what is left.
UNKNOWN: Final = "unknown"
#: Names of which is kept what is known of their options, before all are dropped.
_KEPT: Final = 1 << 15
#: An option less likely than this after the first stage is no evidence of where a story is.
_NEGLIGIBLE: Final = 0.01


class Agreement:
    """How an option agrees with the other names of a story, in votes: their first-stage probabilities.

    Attributes
    ----------
    country, admin1, near
        How many names lie in its country and first-order area, and how many near by.
    named_country, named_admin1
        Whether these areas themselves are named, 0 to 1.
    others
        How many other names there are.
    """

    __slots__ = ("admin1", "country", "named_admin1", "named_country", "near", "others")

    def __init__(
        self, country: float, named_country: float, admin1: float, named_admin1: float, near: float, others: float
    ) -> None:
        self.country = country
        self.named_country = named_country
        self.admin1 = admin1
        self.named_admin1 = named_admin1
        self.near = near
        self.others = others

    def values(self) -> list[float]:
        """Return a value for each of `_AGREEMENTS`."""
        others = self.others
        return [
            *(self.country / others, min(self.country, 1.0), self.named_country),
            *(self.admin1 / others, min(self.admin1, 1.0), self.named_admin1),
            *(self.near / others, min(self.near, 1.0)),
        ]


_NO_AGREEMENT: Final = Agreement(0.0, 0.0, 0.0, 0.0, 0.0, 1.0)


class _AgreementWeights:
    """The weights of `_AGREEMENTS`, for points or for areas."""

    __slots__ = (
        *("any_admin1", "any_country", "any_near", "named_admin1", "named_country"),
        *("share_admin1", "share_country", "share_near"),
    )

    def __init__(self, weights: Mapping[str, float], kind: str) -> None:
        found = [weights.get(feature + kind, 0.0) for feature in _AGREEMENTS]
        self.share_country, self.any_country, self.named_country = found[0], found[1], found[2]
        self.share_admin1, self.any_admin1, self.named_admin1 = found[3], found[4], found[5]
        self.share_near, self.any_near = found[6], found[7]

    def weigh(self, found: Agreement) -> float:
        """Sum the weighted values of an agreement."""
        others = found.others
        return (
            self.share_country * (found.country / others)
            + self.any_country * min(found.country, 1.0)
            + self.named_country * found.named_country
            + self.share_admin1 * (found.admin1 / others)
            + self.any_admin1 * min(found.admin1, 1.0)
            + self.named_admin1 * found.named_admin1
            + self.share_near * (found.near / others)
            + self.any_near * min(found.near, 1.0)
        )


class Choices:
    """The options of one name with their probabilities, what the text says of each, and how each agrees with the other names."""

    __slots__ = ("_votes", "agreements", "options", "probabilities", "scenes")

    def __init__(
        self,
        options: tuple[Option, ...],
        probabilities: tuple[float, ...],
        scenes: tuple[Features, ...],
        agreements: tuple[Agreement, ...] = (),
    ) -> None:
        self.options = options
        self.probabilities = probabilities
        self.scenes = scenes
        self.agreements = agreements
        self._votes: _Votes | None = None

    @property
    def votes(self) -> _Votes:
        """What this name alone says of where the story is."""
        if self._votes is None:
            self._votes = _Votes()
            self._votes.add(self)
        return self._votes

    def value(self, number: int, feature: str) -> float:
        """Return the value of a feature of an option itself or of what the text says of it, 0 where it has none."""
        return self.options[number].features.get(feature, 0.0) or self.scenes[number].get(feature, 0.0)

    def agreement(self, number: int) -> Agreement:
        """Return how an option agrees with the other names."""
        return self.agreements[number] if self.agreements else _NO_AGREEMENT

    def features(self, number: int) -> Features:
        """Return all features of an option: its own and those of the text, for fitting."""
        option = self.options[number]
        agreement = _as_features(option, self.agreements[number]) if self.agreements else {}
        return {**option.features, **self.scenes[number], **agreement}


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
        self._for_points = _AgreementWeights(self.second, "")
        self._for_areas = _AgreementWeights(self.second, "|area")
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
        self, names: Mapping[str, NameInStory], options: Mapping[str, tuple[Option, ...]], home: Option | None = None
    ) -> dict[str, Choices]:
        """Give every option of every name of a story its probability.

        Parameters
        ----------
        names
            As `geo.reading.scene.gather_names` returns them.
        options
            The options of each; a name without any is left out of the result.
        home
            Where the story is told: it counts as a place that every story names.

        Returns
        -------
        dict of str to Choices
            By key of the name.
        """
        return self.finish(self.begin(names, options), home)

    def finish(self, first: Mapping[str, Choices], home: Option | None = None) -> dict[str, Choices]:
        """Return the second stage, in which the names of a story are weighed against each other, from what `begin` gave."""
        world = World(first, home)
        alone = len(first) <= _FEW and home is None
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
        scenes: list[Features] = []
        scores: list[float] = []
        for number, option in enumerate(options):
            scene = scene_features(name, option, others, main)
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
            if agreement is not _NO_AGREEMENT:
                score += (self._for_areas if option.is_area else self._for_points).weigh(agreement)
            scores.append(score)
        if alone and not any(scenes) and options[scores.index(max(scores))].group in _TOWNS:
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


class _Votes:
    """First-stage probabilities summed over options: by country, first-order area, cell of the grid that is near, and area named."""

    __slots__ = ("admin1", "countries", "named", "near")

    def __init__(self) -> None:
        self.countries: dict[str, float] = {}
        self.admin1: dict[str, float] = {}
        self.near: dict[Hashable, float] = {}
        self.named: dict[str, float] = {}

    def add(self, choices: Choices) -> None:
        """Add the votes of a name."""
        probabilities = choices.probabilities
        for number, option in enumerate(choices.options):
            if probabilities[number] >= _NEGLIGIBLE:
                self._add(option, probabilities[number])

    def _add(self, option: Option, weight: float) -> None:
        if option.country:
            self.countries[option.country] = self.countries.get(option.country, 0.0) + weight
        if option.admin1:
            self.admin1[option.admin1] = self.admin1.get(option.admin1, 0.0) + weight
        if not option.is_area:
            for cell in option.around:
                self.near[cell] = self.near.get(cell, 0.0) + weight
        for code in option.codes:
            self.named[code] = self.named.get(code, 0.0) + weight


class World:
    """Which countries, areas and neighbourhoods a story is about: first-stage probabilities summed over its names."""

    def __init__(self, choices: Mapping[str, Choices], home: Option | None = None) -> None:
        at_home = [Choices((home,), (1.0,), ({},))] if home else []
        self._choices = choices
        self._all = _Votes()
        for own in (*choices.values(), *at_home):
            self._all.add(own)
        self._others = max(len(choices) + len(at_home) - 1, 1)

    def features(self, key: str) -> list[Features]:
        """Return the agreements of the options of a name as features, for fitting."""
        options = self._choices[key].options
        return [_as_features(option, agreement) for option, agreement in zip(options, self.agreements(key), strict=True)]

    def agreements(self, key: str) -> tuple[Agreement, ...]:
        """Return the agreement of each option of a name with the other names of the story; a name's own vote does not count."""
        choices = self._choices[key]
        mine = choices.votes
        return tuple([self._agreement(option, mine) for option in choices.options])

    def _agreement(self, option: Option, mine: _Votes) -> Agreement:
        everything, others = self._all, self._others
        country, admin1 = option.country, option.admin1
        in_country = named_country = in_admin1 = named_admin1 = 0.0
        if country:
            in_country = _beyond(everything.countries, mine.countries, country)
            if in_country:
                named_country = min(_beyond(everything.named, mine.named, country), 1.0)
                if admin1:
                    in_admin1 = _beyond(everything.admin1, mine.admin1, admin1)
                    if in_admin1:
                        named_admin1 = min(_beyond(everything.named, mine.named, admin1), 1.0)
        near = everything.near.get(option.cell, 0.0)
        if near:
            near = _rest(near, mine.near.get(option.cell, 0.0))
        if not (in_country or near):
            return _NO_AGREEMENT
        return Agreement(in_country, named_country, in_admin1, named_admin1, near, others)


def _beyond(everything: Mapping[str, float], mine: Mapping[str, float], key: str) -> float:
    """Return the votes of the other names."""
    votes = everything.get(key, 0.0)
    return _rest(votes, mine.get(key, 0.0)) if votes else 0.0


def _rest(votes: float, own: float) -> float:
    """Return the votes less a name's own, 0 where only rounding is left of them."""
    rest = votes - own
    return rest if rest > _NEGLIGIBLE / 2 else 0.0


def _as_features(option: Option, agreement: Agreement) -> Features:
    kind = "|area" if option.is_area else ""
    return {f"{feature}{kind}": value for feature, value in zip(_AGREEMENTS, agreement.values(), strict=True) if value}


def scene_features(
    name: NameInStory, option: Option, others: Mapping[str, tuple[Option, ...]], main: Mapping[str, str]
) -> Features:
    """Say how an option fits what the text says beside its name.

    Parameters
    ----------
    name, option
        One name of the story and one of its meanings.
    others
        The options of every name.
    main
        By id of a place, the key of the name of the story that is its main name.
    """
    found: Features = {}
    if option.features.get("short") and main.get(option.place.id, name.key) != name.key:
        found["short:not"] = 1.0  # where a text says "Mexico City", its "Mexico" is the country
    if not (name.inside or name.near_inside or name.called):
        return found
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
    areas = [holder for holder in holders[:8] if holder.codes]
    towns = [holder for holder in holders[:8] if holder.group in ("town", "seat", "capital")]
    if any(_holds(holder, option) for holder in areas):
        return 1.0
    if any(_is_part_of(option.place, holder.place) for holder in towns):
        return 0.5
    return 0.0 if areas else None


def _holds(area: Option, option: Option) -> bool:
    """Tell as `Place.contains` does."""
    if area.place.id == option.place.id or not option.lies_in:
        return False
    return all(code in area.codes or country in area.codes for code, country in option.lies_in)


def _is_part_of(place: Place, town: Place) -> bool:
    return place.id != town.id and abs(place.lat - town.lat) < _PART_OF_TOWN and abs(place.lon - town.lon) < _PART_OF_TOWN


def _dot(weights: Mapping[str, float], features: Features) -> float:
    total = 0.0
    for feature, value in features.items():
        total += weights.get(feature, 0.0) * value
    return total


def _softmax(scores: list[float], temperature: float) -> tuple[float, ...]:
    top = max(scores)
    powers = [exp((score - top) / temperature) for score in scores]
    total = sum(powers)
    return tuple([power / total for power in powers])
