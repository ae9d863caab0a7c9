"""Fit a conditional logit: which of some options was chosen, by their features."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["Choice", "fit_logit"]

_L2 = 0.3


@dataclass(frozen=True, slots=True)
class Choice:
    """One name to learn from: the features of its options, which are right, and how many mentions it has."""

    features: tuple[dict[str, float], ...]
    right: tuple[bool, ...]
    weight: float


def fit_logit(choices: Sequence[Choice], fixed_weights: Mapping[str, float] = MappingProxyType({})) -> dict[str, float]:
    """Fit a conditional logit whose choices may have several right options, by L-BFGS.

    Parameters
    ----------
    choices
        What to learn from.
    fixed_weights
        Weights of features that are set, and not fitted.

    Returns
    -------
    dict of str to float
        Feature -> weight, without those that are set.
    """
    import numpy as np
    from scipy.optimize import minimize

    columns = sorted({feature for choice in choices for options in choice.features for feature in options} - fixed_weights.keys())
    number = {feature: index for index, feature in enumerate(columns)}
    matrix = np.zeros((sum(len(choice.right) for choice in choices), len(columns)))
    fixed = np.zeros(len(matrix))
    for row, features in enumerate(features for choice in choices for features in choice.features):
        for feature, value in features.items():
            if feature in number:
                matrix[row, number[feature]] = value
            else:
                fixed[row] += fixed_weights[feature] * value
    starts = np.cumsum([0, *(len(choice.right) for choice in choices[:-1])])
    sizes = np.array([len(choice.right) for choice in choices])
    right = np.array([flag for choice in choices for flag in choice.right], dtype=float)
    weights = np.array([choice.weight for choice in choices])

    def loss(parameters: Any) -> tuple[float, Any]:
        scores = matrix @ parameters + fixed
        scores -= np.repeat(np.maximum.reduceat(scores, starts), sizes)
        powers = np.exp(scores)
        total = np.add.reduceat(powers, starts)
        good = np.add.reduceat(powers * right, starts) + 1e-12
        gradient = matrix.T @ (
            np.repeat(weights, sizes) * powers * (1 / np.repeat(total, sizes) - right / np.repeat(good, sizes))
        )
        value = float(weights @ (np.log(total) - np.log(good))) + _L2 * float(parameters @ parameters)
        return value, gradient + 2 * _L2 * parameters

    result = minimize(loss, np.zeros(len(columns)), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return {feature: round(float(result.x[index]), 3) for feature, index in number.items()}
