"""The scenes of a film: the map alone, each leg on its way, each stop, and at the end the whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maps.stills.picture import Picture

__all__ = ["Scene", "scenes_of"]

#: Seconds that each kind of scene takes; legs and stops take less where a film would be longer than people watch.
_OPENING, _LEG, _STOP, _CLOSING = 1.2, 1.6, 1.5, 4.0
_LONGEST = 40.0


@dataclass(frozen=True, slots=True)
class Scene:
    """A stretch of a film.

    Attributes
    ----------
    kind
        ``opening``, ``leg``, ``stop`` or ``closing``.
    seconds
        How long it is shown; a leg grows in this time, the others stand still.
    journey, element
        The journey, and the leg or the stop.
    done
        The share of the story that is told when it ends, 0 to 1, for the progress bar.
    """

    kind: str
    seconds: float
    journey: Mapping[str, Any] | None = None
    element: Mapping[str, Any] | None = None
    done: float = 0.0


def scenes_of(picture: Picture) -> list[Scene]:
    """Order the scenes as the story tells the stops, journey after journey; earlier trips stand only in the whole."""
    told = list(_told(picture))
    usual = sum(_LEG if kind == "leg" else _STOP for kind, _, _ in told)
    pace = min(1.0, _LONGEST / usual) if usual else 1.0
    steps = [
        Scene(kind, (_LEG if kind == "leg" else _STOP) * pace, journey, element, (place + 1) / len(told))
        for place, (kind, journey, element) in enumerate(told)
    ]
    return [Scene("opening", _OPENING), *steps, Scene("closing", _CLOSING, done=1.0)]


def _told(picture: Picture) -> Iterator[tuple[str, Mapping[str, Any], Mapping[str, Any]]]:
    for journey in picture.main:
        shown: set[str] = set()
        for stop in journey["stops"]:
            into = [leg for leg in journey["legs"] if leg["to"] == stop["id"] and leg["from"] in shown]
            yield from (("leg", journey, leg) for leg in into)
            yield "stop", journey, stop
            shown.add(stop["id"])
        # A leg back to a stop that was told before.
        order = [stop["id"] for stop in journey["stops"]]
        yield from (
            ("leg", journey, leg)
            for leg in journey["legs"]
            if leg["from"] in order and leg["to"] in order and order.index(leg["from"]) >= order.index(leg["to"])
        )
