"""How likely a spot is to be a stop: a logistic regression over its cues, with weights that `geo.reading.fit.stops` fits."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import exp
from typing import TYPE_CHECKING

from geo.reading.vocabulary.weights import bundled_weights, weights_of

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
        return cls(bundled_weights("stops.tsv"))

    @classmethod
    def from_lines(cls, lines: Sequence[str], name: str) -> StopModel:
        """Read weights: a line ``cue TAB weight`` each; raises InputError where a line is none."""
        return cls(weights_of(lines, name))

    def chance(self, cues: Mapping[str, float]) -> float:
        """Return the probability that what has these cues is a stop."""
        return 1 / (1 + exp(-sum(self.weights.get(cue, 0.0) * value for cue, value in cues.items())))
