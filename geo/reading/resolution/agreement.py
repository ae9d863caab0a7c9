"""How the names of a story agree: which countries, areas and neighbourhoods the likelier meanings of each speak for.

Every name votes with the probabilities of the first stage (`geo.reading.resolution.choice`) for where its options lie. An option is then told how many of
the other names lie in its country, in its first-order area, or near by.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from geo.reading.resolution.options import Option

__all__ = ["NO_AGREEMENT", "Agreement", "AgreementWeights", "Choices", "Features", "World"]

Features = dict[str, float]
#: Of the other names of a story: the share that lie in the same country, whether any does, and whether the country itself is named; and so on.
_AGREEMENTS: Final = (
    "share:country", "any:country", "named:country", "share:admin1", "any:admin1", "named:admin1", "share:near", "any:near",
)  # fmt: skip
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


NO_AGREEMENT: Final = Agreement(0.0, 0.0, 0.0, 0.0, 0.0, 1.0)


class AgreementWeights:
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
        return self.agreements[number] if self.agreements else NO_AGREEMENT

    def features(self, number: int) -> Features:
        """Return all features of an option: its own and those of the text, for fitting."""
        option = self.options[number]
        agreement = _as_features(option, self.agreements[number]) if self.agreements else {}
        return {**option.features, **self.scenes[number], **agreement}


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
            return NO_AGREEMENT
        return Agreement(in_country, named_country, in_admin1, named_admin1, near, others)


def _beyond(everything: dict[str, float], mine: dict[str, float], key: str) -> float:
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
