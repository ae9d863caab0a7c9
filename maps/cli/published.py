"""What is published by a command that draws or exports: how much of the passages, for which day, and what was held back and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from gazetteer.errors import InputError
from maps.cli.articles import Day
from maps.cli.plain import plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from geo.desk.model import QuoteLength
    from geo.desk.publication import Held, Publication
    from geo.model import Itinerary

__all__ = ["publication_of", "publication_options", "refuse_telling", "tell_held"]

_OPTIONS = (
    click.option("--quotes", type=click.Choice(["none", "short", "full"]), default="short", show_default=True, help="How much of each passage is published: only where it stands, 25 words, or all of it."),
    click.option("--as-of", type=Day(), metavar="DATE", help="The day for which people's safety is judged, like 2024-05-31; else the newest article's."),
)  # fmt: skip


def publication_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--quotes`` and ``--as-of`` to a command."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def publication_of(itinerary: Itinerary, quotes: QuoteLength, as_of: date | None) -> Publication:
    """Make what may be published; see `geo.publish`."""
    import geo

    return geo.publish(itinerary, quotes=quotes, as_of=as_of)


def refuse_telling(publication: Publication, **texts: str | None) -> None:
    """Refuse words from the command line that name a place which is held back.

    Raises
    ------
    InputError
        Naming the option.
    """
    for option, text in texts.items():
        if text and publication.wording.gives_away(text):
            raise InputError(
                f"--{option} names a place that is held back to protect people: choose other words, or overrule it in the itinerary."
            )


def tell_held(publication: Publication) -> None:
    """Tell the desk, on stderr, what is not published as it is, why, and how to decide otherwise."""
    lines = [_held_words(held) for held in publication.held]
    if not lines:
        return
    edition = publication.itinerary.edition
    day = f", as of {edition.as_of}" if edition and edition.as_of else ""
    click.echo(f"To protect people{day}:", err=True)
    for line in lines:
        click.echo(f"  {line}", err=True)
    if any(not held.decision.by for held in publication.held):
        click.echo(
            "To decide otherwise, write into the stop in itinerary.yaml: safety: {show: exact, by: YOUR NAME, reason: WHY}",
            err=True,
        )


def _held_words(held: Held) -> str:
    one = held.decision
    who = f"{one.place.name} ({one.traveller})"
    shown = "is shown as it is" if one.show == "exact" else f"is shown only as {held.area.name}" if held.area else "is not shown"
    rule = f" [{one.rule}]" if one.rule else ""
    return plain(
        f"{who} {shown}: {one.by} decided so: {one.why}{rule}." if one.by else f"{who} {shown}, because {one.why}{rule}."
    )
