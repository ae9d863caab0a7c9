"""Which of several decisions on people's safety is the strictest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["is_strict", "strictest", "strictness"]

_STRICTNESS = {"exact": 0, "area": 1, "none": 2}


def strictness(safety: Mapping[str, Any] | None) -> int:
    """Rank a decision: 2 shows nothing, 1 the region; without one, 0."""
    return _STRICTNESS[safety["show"]] if safety else 0


def is_strict(safety: Mapping[str, Any] | None) -> bool:
    """Tell whether a decision holds anything back."""
    return strictness(safety) > 0


def strictest(given: Iterable[dict[str, Any] | None]) -> dict[str, Any] | None:
    """Choose the strictest decision, the first of equals; None if there is none."""
    return max((one for one in given if one), key=strictness, default=None)
