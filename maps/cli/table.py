"""An itinerary as words on a terminal: its stops as a table for each journey, then meetings, conflicts and the other places."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from maps.cli.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console
    from rich.table import Table

    from gazetteer import Place
    from geo.model import Conflict, ConflictValue, Itinerary, Journey, Meeting, Resolution, Stop, When

__all__ = ["print_itinerary"]

#: The width of the table where there is no terminal to ask.
_WIDTH = 110
#: Of a longer name only the beginning is printed.
_LONGEST_NAME = 80


def print_itinerary(itinerary: Itinerary) -> None:
    """Print ``itinerary`` to stderr: stops with dates, status and the number of independent sources, by journey; how many are inferred."""
    from rich.console import Console

    width = None if sys.stderr.isatty() else _WIDTH
    console = Console(stderr=True, width=width, markup=False, emoji=False, highlight=False)
    if not itinerary.journeys:
        console.print("No journey was found in what was read.")
    for journey in sorted(itinerary.journeys, key=lambda journey: journey.background):
        _print_journey(journey, console)
    for line in _remarks(itinerary):
        console.print(line)


def _print_journey(journey: Journey, console: Console) -> None:
    heading = journey.title or journey.traveller
    console.print(plain(f"Earlier trip: {heading}" if journey.background else heading), style="bold")
    console.print(_stops_table(journey))
    for meeting in journey.meetings:
        console.print(_meeting(meeting))


def _stops_table(journey: Journey) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in ("", "stop", "by", "arrives", "departs", "status", "sources"):
        table.add_column(heading, justify="right" if heading in ("", "sources") else "left")
    modes = {leg.destination: leg.mode for leg in journey.legs}
    for stop in journey.stops:
        mode = modes.get(stop.id, "")
        cells = (
            str(stop.number),
            _place(stop.place),
            "?" if mode == "unknown" else mode,
            _times(stop.arrive),
            _times(stop.depart),
            _status(stop),
            str(stop.sources) if stop.basis == "stated" and stop.claims else "-",
        )
        # Text, not str: a name from an article is shown as it is, never read as rich's markup.
        table.add_row(*(Text(plain(cell)) for cell in cells))
    return table


def _status(stop: Stop) -> str:
    """Give the status; what is inferred is never said to have happened, and of what a person added no source tells."""
    status = stop.status.replace("_", " ")
    if not stop.claims:
        return f"{status}, added by a person"
    return status if stop.basis == "stated" else "inferred" if stop.status == "happened" else f"{status}, inferred"


def _place(place: Place) -> str:
    return _cut(place.name) if place.kind.is_country or not place.country else f"{_cut(place.name)} ({place.country})"


def _inferred(itinerary: Itinerary) -> Iterator[str]:
    """Count the stops that are inferred, and say what that means."""
    stops = [stop for journey in itinerary.journeys for stop in journey.stops]
    number = sum(stop.basis == "inferred" for stop in stops)
    if number:
        verb = "is" if number == 1 else "are"
        yield f"{number} of {len(stops)} stops {verb} inferred from the context: check before you publish."


def _remarks(itinerary: Itinerary) -> Iterator[str]:
    yield from _inferred(itinerary)
    for conflict in itinerary.conflicts:
        yield _conflict(conflict, itinerary)
    for heading, kinds in (
        ("Only mentioned", ("place", "dateline")),
        ("Named, but not as a place", ("metonym", "part", "demonym")),
        ("No longer there, or in fiction only", ("former", "fictional")),
    ):
        names = dict.fromkeys(_name(found) for found in itinerary.mentions if found.mention.kind in kinds)
        if names:
            yield f"{heading}: {', '.join(names)}."
    for missing in itinerary.unlocated:
        why = "; ".join(missing.reasons).rstrip(".") or "no reason given"
        yield plain(f"Not located: {_cut(missing.mention.quote.text)}: {why}.")
    gone = itinerary.record.retraction
    if gone is not None:
        yield plain(f"Taken back on {gone.day}: {gone.reason} Only a notice is made of this itinerary.")
    elif not itinerary.review.signed:
        yield "Draft, not reviewed."


def _meeting(meeting: Meeting) -> str:
    when = f", {_times(meeting.when)}" if meeting.when else ""
    status = meeting.status.replace("_", " ")
    return plain(f"Meeting in {meeting.place.name}{when} ({status}): {', '.join(meeting.participants)}")


def _conflict(conflict: Conflict, itinerary: Itinerary) -> str:
    sides = " or ".join(f"{value.date or value.value} ({_origin(value, itinerary)})" for value in conflict.values)
    return plain(f"The sources disagree ({conflict.about}): {sides}.")


def _origin(value: ConflictValue, itinerary: Itinerary) -> str:
    if value.attribution:
        return value.attribution[-1].name
    article = itinerary.article(value.quote.article)
    return article.publisher or article.name or article.title or "the article itself"


def _name(found: Resolution) -> str:
    return _cut(found.place.name if found.place else found.mention.quote.text)


def _cut(name: str) -> str:
    """Cut what is too long for a name, so that a slip of the reading fills no screen."""
    words = plain(name)
    return words if len(words) <= _LONGEST_NAME else f"{words[: _LONGEST_NAME - 1]}…"


def _times(times: Sequence[When]) -> str:
    return " or ".join(f"{when.edtf} {when.part}".rstrip() for when in times)
