"""Measure how the time to read grows with the length of a text: ``python -m tests.benchmarks.length``.

An article is made longer and longer from the seed articles, and from the same with every kind of hostile character strewn in; a reading in
linear time takes the same time for each kilobyte. The places alone are read up to the largest article that is taken, whole stories up to
400 kB.
"""

from __future__ import annotations

import time
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

import geo
from gazetteer import Gazetteer
from geo.model import Article
from geo.reading.places import PlaceReader

if TYPE_CHECKING:
    from collections.abc import Callable

_SEEDS = Path(__file__).resolve().parents[2] / "seeds"
_PLACES_KB = (100, 500, 1000, 5000)
_STORY_KB = (50, 100, 200, 400)
_HOSTILE = "\u200b\u202e\x00\x1b\u00ad\U0001f6a2שלום"


def _text(kilobytes: int, *, hostile: bool) -> str:
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(_SEEDS.glob("*.txt")))
    if hostile:
        signs = cycle(_HOSTILE)
        text = "".join(letter if number % 17 else letter + next(signs) for number, letter in enumerate(text))
    return "".join(islice(cycle(text), kilobytes * 1000))


def _print(what: str, sizes: tuple[int, ...], read: Callable[[Article], object], *, hostile: bool) -> None:
    for size in sizes:
        article = Article("0", _text(size, hostile=hostile), "0")
        start = time.process_time()
        read(article)
        seconds = time.process_time() - start
        click.echo(f"{what:<28}{size:>6} kB{seconds:>9.2f} s{1000 * seconds / size:>9.2f} ms/kB")


@click.command()
def main() -> None:
    """Print seconds of processor time, and milliseconds for each kilobyte."""
    gaz = Gazetteer.bundled()
    places = PlaceReader(gaz)
    for warm in (False, True):
        places.read(Article("0", _text(10, hostile=warm), "0"))
    geo.read_itinerary([Article("0", _text(5, hostile=False), "0")], gaz)
    _print("places", _PLACES_KB, places.read, hostile=False)
    _print("places, hostile text", _PLACES_KB, places.read, hostile=True)
    _print("a whole story", _STORY_KB, lambda article: geo.read_itinerary([article], gaz), hostile=False)


if __name__ == "__main__":
    main()
