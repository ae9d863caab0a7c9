"""What a later reading changed, told on stderr in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from maps.cli.carried import carried_words
from maps.cli.plain import plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from geo.desk.news import News
    from geo.journeys.itinerary_file.carried import Carried
    from geo.model import Claim, Itinerary

__all__ = ["former", "tell_news"]


def former(path: Path) -> Itinerary | None:
    """Load what an itinerary file says before it is read again, or None if there is none; a device holds none."""
    from geo.journeys.itinerary_file.itinerary import load_itinerary

    return load_itinerary(path) if path.exists() and not path.is_char_device() else None


def tell_news(before: Itinerary | None, after: Itinerary, carried: Sequence[Carried] = ()) -> None:
    """Tell what changed between two readings into one file, and what became of what a person decided; nothing at the first."""
    from geo.desk.news import news_between

    if before is None:
        return
    lines = [_words(news, after) for news in news_between(before, after)]
    known = {conflict.about for conflict in before.conflicts}
    lines += [
        f"new: the sources disagree about the {conflict.about}" for conflict in after.conflicts if conflict.about not in known
    ]
    click.echo("Changed by this reading:" if lines else "This reading changed no stop, leg or meeting.", err=True)
    for line in lines:
        click.echo(f"  {plain(line)}", err=True)
    _tell_carried(before, after, carried)
    if before.review.signed and not after.review.signed:
        click.echo(f"{before.review.reviewed_by} signed what the file said before; it is a draft again.", err=True)


def _tell_carried(before: Itinerary, after: Itinerary, carried: Sequence[Carried]) -> None:
    known, claims = {claim.id for claim in before.claims}, {claim.id: claim for claim in after.claims}

    def source(one: Carried) -> str:
        behind = [claims[claim] for claim in one.claims if claim in claims]
        fresh = sorted((claim for claim in behind if claim.id not in known), key=lambda claim: claim.status != one.told)
        return f" ({_source(fresh[0], after)})" if fresh else ""

    lines = dict.fromkeys(carried_words(one, source) for one in carried)
    if lines:
        click.echo("Decided in the file before:", err=True)
    for line in lines:
        click.echo(f"  {plain(line)}", err=True)


def _words(news: News, itinerary: Itinerary) -> str:
    change = news.change
    source = f" ({_source(news.says, itinerary)})" if news.says else ""
    if news.returned:
        return f"{change.name} is back: it was deleted from the file; write 'removed: true' into it instead, and it stays out"
    if change.field in ("added", "removed"):
        inferred = ", inferred" if news.says and news.says.basis == "inferred" else ""
        status = f", {news.says.status.replace('_', ' ')}{inferred}" if news.says else ""
        return f"{'new' if change.field == 'added' else 'gone'}: {change.role} {change.name}{status}{source}"
    if change.field == "basis":
        return f"{change.name}: {change.before or 'stated'} -> {change.after or 'stated'}{source}"
    before, after = ((value or "not given").replace("_", " ") for value in (change.before, change.after))
    field = "" if change.field == "status" else f"{change.field} "
    return f"{change.name}: {field}{before} -> {after}{source}"


def _source(claim: Claim, itinerary: Itinerary) -> str:
    article = itinerary.article(claim.quote.article)
    origin = claim.attribution[-1].name if claim.attribution else article.publisher or article.name or article.title
    day = article.published
    return ", ".join(filter(None, (origin, f"{day.day} {day:%b %Y}" if day else "")))
