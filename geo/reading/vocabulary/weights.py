"""Fitted weights of ``geo/reading/data``, by what they weigh."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from gazetteer.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["bundled_weights", "weights_of"]


def bundled_weights(name: str) -> dict[str, float]:
    """Read the weights ``geo/reading/data/NAME``, which are installed with the package."""
    return weights_of(resources.files("geo.reading").joinpath("data", name).read_text(encoding="utf-8").split("\n"), name)


def weights_of(lines: Iterable[str], name: str) -> dict[str, float]:
    """Read weights out of the lines of a file: a line ``feature TAB weight`` each, besides remarks behind ``#`` and empty ones.

    Raises
    ------
    InputError
        A line is none of these; the message has the ``name`` of the file and the line's number.
    """
    weights: dict[str, float] = {}
    for number, line in enumerate(lines, 1):
        if line.startswith("#") or not line:
            continue
        try:
            feature, weight = line.split("\t")
            weights[feature] = float(weight)
        except ValueError as error:
            raise InputError(f"{name}, line {number}: a feature and a weight are expected; fit the weights again.") from error
    return weights
