"""How likely a spot is to be a stop: a logistic regression over its cues, with weights that `geo.reading.fit.stops` fits."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import exp
from typing import TYPE_CHECKING

from gazetteer.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["StopModel"]


@dataclass(frozen=True, slots=True)
class StopModel:
    """Fitted weights, by cue; a cue without a weight says nothing."""

    weights: Mapping[str, float]

    @classmethod
    @cache
    def bundled(cls) -> StopModel:
        """Open the weights that are installed with the package."""
        text = resources.files("geo.reading").joinpath("data/stops.tsv").read_text(encoding="utf-8")
        return cls.from_lines(text.split("\n"), "stops.tsv")

    @classmethod
    def from_lines(cls, lines: Sequence[str], name: str) -> StopModel:
        """Read weights: a line ``cue TAB weight`` each; raises InputError where a line is none."""
        weights: dict[str, float] = {}
        for number, line in enumerate(lines, 1):
            if line.startswith("#") or not line:
                continue
            try:
                cue, weight = line.split("\t")
                weights[cue] = float(weight)
            except ValueError as error:
                raise InputError(f"{name}, line {number}: a cue and a weight are expected; fit the weights again.") from error
        return cls(weights)

    def chance(self, cues: Mapping[str, float]) -> float:
        """Return the probability that what has these cues is a stop."""
        return 1 / (1 + exp(-sum(self.weights.get(cue, 0.0) * value for cue, value in cues.items())))
