"""How the names of a story agree: which countries, areas and neighbourhoods the likelier meanings of each speak for.

Every name votes with the probabilities of the first stage (`geo.reading.resolution.choice`) for where its options lie. An option is then told how many of
the other names lie in its country, in its first-order area, or near by, and whether it is a town in a county of the story: of the many towns of Paris one lies in a Henry County.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from gazetteer.model import Place
    from geo.reading.resolution.options import Option

__all__ = ["NO_AGREEMENT", "Agreement", "AgreementWeights", "Choices", "Features", "World"]

Features = dict[str, float]
#: Of the other names of a story: the share that lie in the same country, whether any does, and whether the country itself is named; and so on.
_AGREEMENTS: Final = (
    "share:country", "any:country", "named:country", "share:admin1", "any:admin1", "named:admin1", "share:near", "any:near",
    "county",
)  # fmt: skip
#: An option less likely than this after the first stage is no evidence of where a story is.
_NEGLIGIBLE: Final = 0.01
#: A town so near to the point of a county of its state, in degrees, lies in it: the gazetteer has no borders of counties.
_IN_COUNTY: Final = 0.45
#: What is so near to a place, in degrees, is about there: a town and the county that is named after it are one pin.
_ABOUT_THERE: Final = 0.45


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
    county
        1 for a town in a county of the story, as far as their names tell, and for a county that holds such a town.
    """

    __slots__ = ("admin1", "country", "county", "named_admin1", "named_country", "near", "others")

    def __init__(
        self,
        country: float,
        named_country: float,
        admin1: float,
        named_admin1: float,
        near: float,
        others: float,
        county: float = 0.0,
    ) -> None:
        self.country = country
        self.named_country = named_country
        self.admin1 = admin1
        self.named_admin1 = named_admin1
        self.near = near
        self.others = others
        self.county = county

    def values(self) -> list[float]:
        """Return a value for each of `_AGREEMENTS`."""
        others = self.others
        return [
            *(self.country / others, min(self.country, 1.0), self.named_country),
            *(self.admin1 / others, min(self.admin1, 1.0), self.named_admin1),
            *(self.near / others, min(self.near, 1.0), self.county),
        ]


NO_AGREEMENT: Final = Agreement(0.0, 0.0, 0.0, 0.0, 0.0, 1.0)


class AgreementWeights:
    """The weights of `_AGREEMENTS`, for one of the kinds of options that `Option.agrees_as` tells."""

    __slots__ = (
        *("any_admin1", "any_country", "any_near", "county", "named_admin1", "named_country"),
        *("share_admin1", "share_country", "share_near"),
    )

    def __init__(self, weights: Mapping[str, float], kind: str) -> None:
        found = [weights.get(_of_kind(feature, kind), 0.0) for feature in _AGREEMENTS]
        self.share_country, self.any_country, self.named_country = found[0], found[1], found[2]
        self.share_admin1, self.any_admin1, self.named_admin1 = found[3], found[4], found[5]
        self.share_near, self.any_near, self.county = found[6], found[7], found[8]

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
            + self.county * found.county
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
            self._votes = _Votes([self])
        return self._votes

    def value(self, number: int, feature: str) -> float:
        """Return the value of a feature of an option itself or of what the text says of it, 0 where it has none."""
        return self.options[number].features.get(feature, 0.0) or self.scenes[number].get(feature, 0.0)

    def confidence(self, number: int) -> float:
        """Return the chance that the name is about where an option lies: that of the option and of all others that are about there."""
        own = self.options[number].place
        total = 0.0
        for other, chance in enumerate(self.probabilities):
            if (chance >= _NEGLIGIBLE / 2 or other == number) and self.lies_about(other, own):
                total += chance
        return min(total, 1.0)

    def lies_about(self, number: int, place: Place) -> bool:
        """Tell whether an option lies about where a place is."""
        own = self.options[number].place
        return abs(place.lat - own.lat) < _ABOUT_THERE and abs(place.lon - own.lon) < _ABOUT_THERE

    def agreement(self, number: int) -> Agreement:
        """Return how an option agrees with the other names."""
        return self.agreements[number] if self.agreements else NO_AGREEMENT

    def features(self, number: int) -> Features:
        """Return all features of an option: its own and those of the text, for fitting."""
        option = self.options[number]
        agreement = _as_features(option, self.agreements[number]) if self.agreements else {}
        return {**option.features, **self.scenes[number], **agreement}


class _Votes:
    """First-stage probabilities summed over options of some names: by country, first-order area, cell of the grid that is near, and area named.

    Of cells only those of the options themselves are kept, for of no others anybody asks.
    """

    __slots__ = ("admin1", "countries", "named", "near")

    def __init__(self, names: list[Choices]) -> None:
        self.countries: dict[str, float] = {}
        self.admin1: dict[str, float] = {}
        self.near: dict[Hashable, float] = {}
        self.named: dict[str, float] = {}
        for choices in names:
            for option in choices.options:
                self.near[option.cell] = 0.0
        for choices in names:
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
                votes = self.near.get(cell)
                if votes is not None:
                    self.near[cell] = votes + weight
        for code in option.codes:
            self.named[code] = self.named.get(code, 0.0) + weight


class World:
    """Which countries, areas and neighbourhoods a story is about: first-stage probabilities summed over its names."""

    def __init__(self, choices: Mapping[str, Choices], home: Option | None = None) -> None:
        at_home = [Choices((home,), (1.0,), ({},))] if home else []
        self._choices = choices
        self._all = _Votes([*choices.values(), *at_home])
        self._others = max(len(choices) + len(at_home) - 1, 1)
        self._in_counties = _in_counties(list(choices.values()))

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
        county = 1.0 if option in self._in_counties else 0.0
        if not (in_country or near or county):
            return NO_AGREEMENT
        return Agreement(in_country, named_country, in_admin1, named_admin1, near, others, county)


def _in_counties(names: list[Choices]) -> set[Option]:
    """Return the towns that lie in a county of the story, if both names mean that, and those counties.

    Nearly all counties share their names with others, and so do their towns, so that neither is evidence by its likelier meanings; but few pairs of
    names have meanings of which one lies in the other.
    """
    counties: dict[str, list[Option]] = {}
    for choices in names:
        if choices.options[0].group == "admin2":
            for option in choices.options:
                if option.group == "admin2":
                    counties.setdefault(option.admin1, []).append(option)
    found: set[Option] = set()
    if not counties:
        return found
    for choices in names:
        if choices.options[0].group != "admin2":
            for option in choices.options:
                if not option.is_area and option.admin1 in counties:
                    holders = [county for county in counties[option.admin1] if _is_in_county(option, county)]
                    if holders:
                        found.add(option)
                        found.update(holders)
    return found


def _is_in_county(town: Option, county: Option) -> bool:
    here, there = town.place, county.place
    return abs(here.lat - there.lat) < _IN_COUNTY and abs(here.lon - there.lon) < _IN_COUNTY


def _beyond(everything: dict[str, float], mine: dict[str, float], key: str) -> float:
    """Return the votes of the other names."""
    votes = everything.get(key, 0.0)
    return _rest(votes, mine.get(key, 0.0)) if votes else 0.0


def _rest(votes: float, own: float) -> float:
    """Return the votes less a name's own, 0 where only rounding is left of them."""
    rest = votes - own
    return rest if rest > _NEGLIGIBLE / 2 else 0.0


def _as_features(option: Option, agreement: Agreement) -> Features:
    return {
        _of_kind(feature, option.agrees_as): value
        for feature, value in zip(_AGREEMENTS, agreement.values(), strict=True)
        if value
    }


def _of_kind(feature: str, kind: str) -> str:
    """Return a feature of a kind of options; what is near speaks otherwise for a great city than for a village, but a country speaks alike."""
    return feature if kind == "|great" and feature.endswith("country") else feature + kind
