"""The places of a name that were weighed and not chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from gazetteer.model import Candidate, Place
    from geo.model import Resolution

__all__ = ["likeliest_other"]


def likeliest_other(found: Resolution, wanted: Callable[[Candidate, float], bool]) -> tuple[Place, float] | None:
    """Return the likeliest of the other places of a name that is wanted, and the chance (0 to 1) that it is right; None if there is none."""
    others = zip(found.candidates, found.chances, strict=False)
    return next(((candidate.place, chance) for candidate, chance in others if wanted(candidate, chance)), None)
