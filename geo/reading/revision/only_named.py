"""Read a journey that is only named as a plan, where all that is told of the traveller is one: "gave details of his tour to X and Y"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.model import MOVEMENTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.model import Claim

__all__ = ["plan_of_named"]


def plan_of_named(claims: Sequence[Claim], bare: set[str]) -> list[Claim]:
    """Read what is only named as a plan, where all that is told of the traveller's movements is one."""
    told = [c for c in claims if c.id not in bare and c.act in MOVEMENTS and c.places]
    plans = {c.traveller for c in told if c.status == "planned"} - {
        c.traveller for c in told if c.status in ("happened", "under_way") and not c.background
    }
    return [
        replace(c, status="planned", background=False, when=None)
        if c.id in bare and c.traveller in plans and not c.sequence
        else c
        for c in claims
    ]
