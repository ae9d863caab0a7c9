"""The itinerary file belongs to the desk: a person's corrections in it are never written over."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer.errors import InputError, OutputError

if TYPE_CHECKING:
    from geo.model import Itinerary, Journey

__all__ = ["guard_corrections", "itinerary_text"]


def guard_corrections(path: Path) -> None:
    """Refuse to replace an itinerary file in which a person has written something.

    Raises
    ------
    OutputError
        If the file at ``path`` is not, byte for byte, what a reading wrote, or if anything in it is checked or signed.
    """
    if path.exists() and not _is_as_read(path):
        raise OutputError(
            f"{path} holds corrections by a person that would be lost: draw it with 'dateline map {path}', or choose another place with -o."
        )


def _is_as_read(path: Path) -> bool:
    from geo.journeys.itinerary import load_itinerary

    try:
        itinerary = load_itinerary(path)
    except InputError:
        return False
    # Written again, every element gets the hash of what now stands in it: the bytes are the same only if nothing was corrected.
    return not _is_checked(itinerary) and itinerary_text(itinerary).encode() == path.read_bytes()


def _is_checked(itinerary: Itinerary) -> bool:
    return itinerary.review.signed or any(_has_checked(journey) for journey in itinerary.journeys)


def _has_checked(journey: Journey) -> bool:
    return (
        any(stop.checked for stop in journey.stops)
        or any(leg.checked for leg in journey.legs)
        or any(meeting.checked for meeting in journey.meetings)
    )


def itinerary_text(itinerary: Itinerary) -> str:
    """Give the itinerary file as text."""
    from geo.journeys.itinerary import write_itinerary

    with tempfile.TemporaryDirectory() as folder:
        return write_itinerary(itinerary, Path(folder, "itinerary.yaml")).read_text(encoding="utf-8")
