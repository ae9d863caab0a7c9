"""The title of a journey, made of its stops."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.model import TOOK_PLACE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.model import Stop

__all__ = ["journey_title"]


def journey_title(traveller: str, stops: Sequence[Stop]) -> str:
    """Make a title that says no more than is told: what happened, then what is only planned or possible, in words; no inferred stop."""
    told = [s for s in stops if s.basis == "stated"]
    done = [s.place.name for s in told if s.status in TOOK_PLACE]
    words = " to ".join(dict.fromkeys((done[0], done[-1]))) if done else ""
    for status in ("planned", "possible", "denied"):
        names = [s.place.name for s in told if s.status == status]
        if names:
            words += ("; " if words else "") + f"{', '.join(dict.fromkeys(names))} {status}"
    return f"{traveller}: {words}" if words else traveller
