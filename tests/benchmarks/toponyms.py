"""Measure how well places are found and chosen: ``python -m tests.benchmarks.toponyms CORPUS.jsonl ...``.

Three figures for each corpus, in the regime where adjectives ("Russian") count neither way: recognition as exact F1, resolution of
the marked mentions within 161 km, and both together as F1; then their means over the corpora, and the speed. Corpora that the shipped
weights were fitted on are cross-validated here: each document is read with weights fitted on the other folds.
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gazetteer import Gazetteer
from gazetteer.spatial import distance_km
from geo.model import Article, Mention
from geo.reading.choice import ChoiceModel
from geo.reading.fit.corpus import FOLDS, Document, GoldMention, fold_of, read_corpus
from geo.reading.fit.resolver_weights import fit_resolver
from geo.reading.fit.tagger_weights import fit_tagger
from geo.reading.lexicon import Lexicon
from geo.reading.mentions import MentionFinder
from geo.reading.options import Options
from geo.reading.resolve import Resolver
from geo.reading.tagger import Tagger

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from geo.model import Resolution

#: The corpora that the shipped weights were fitted on, by file name.
_FITTED = ("lgl-dev", "trnews")
_RIGHT_KM = 161.0
_NEAR_KM = 25.0
#: What a reader would put on a map or in an index.
_PLACES = ("place", "metonym", "dateline")


@dataclass
class Counts:
    """True and false positives, and false negatives."""

    right: int = 0
    spurious: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        """F1 in per cent."""
        total = 2 * self.right + self.spurious + self.missed
        return 200 * self.right / total if total else 0.0


@dataclass(frozen=True)
class Reader:
    """A finder and a resolver with the same weights."""

    finder: MentionFinder
    resolver: Resolver

    def read(self, document: Document) -> list[Resolution]:
        """Find and choose the places of a document."""
        article = Article(document.id, document.text, "")
        return self.resolver.resolve([(article, self.finder.find(article))])[0]

    def choose(self, document: Document, marked: Sequence[GoldMention]) -> list[Resolution]:
        """Choose the places of mentions that are given."""
        article = Article(document.id, document.text, "")
        return self.resolver.resolve([(article, [Mention(article.quote(m.start, m.end)) for m in marked])])[0]


@dataclass
class Result:
    """The figures of one corpus."""

    name: str
    found: Counts
    chosen: int = 0
    near: int = 0
    given: int = 0
    both: Counts = None  # type: ignore[assignment]
    confidences: list[tuple[float, bool]] = None  # type: ignore[assignment]


def measure(name: str, documents: Iterable[Document], reader_of: Callable[[Document], Reader]) -> Result:
    """Measure one corpus."""
    result = Result(name, Counts(), both=Counts(), confidences=[])
    for document in documents:
        reader = reader_of(document)
        found = [r for r in reader.read(document) if r.mention.kind in _PLACES]
        _count_found(document, found, result.found)
        _count_both(document, found, result.both)
        _count_chosen(document, reader, result)
    return result


def _overlaps(found: Resolution, marked: GoldMention) -> bool:
    return found.mention.quote.start < marked.end and marked.start < found.mention.quote.end


def _distinct(marked: Iterable[GoldMention]) -> list[GoldMention]:
    return list({(m.start, m.end): m for m in reversed(list(marked))}.values())[::-1]


def _count_found(document: Document, found: Sequence[Resolution], counts: Counts) -> None:
    gold = {(m.start, m.end) for m in document.mentions if not (m.adjective or m.ignore)}
    neutral = [m for m in document.mentions if m.adjective or m.ignore]
    spans = {(r.mention.quote.start, r.mention.quote.end): r for r in found}
    counts.right += len(gold & spans.keys())
    counts.missed += len(gold - spans.keys())
    counts.spurious += sum(1 for span in spans.keys() - gold if not any(_overlaps(spans[span], m) for m in neutral))


def _count_both(document: Document, found: Sequence[Resolution], counts: Counts) -> None:
    """Match each found place with a marked one that it overlaps, the exact one first; it is right within 161 km."""
    neutral = [m for m in document.mentions if m.adjective or m.ignore or m.lat is None]
    gold = [m for m in _distinct(document.mentions) if not (m.adjective or m.ignore) and m.lat is not None]
    used: set[int] = set()
    for resolution in found:
        if resolution.place is None:
            continue
        start, end = resolution.mention.quote.start, resolution.mention.quote.end
        over = [i for i, m in enumerate(gold) if i not in used and _overlaps(resolution, m)]
        over.sort(key=lambda i: (gold[i].start, gold[i].end) != (start, end))
        if over:
            used.add(over[0])
            if _distance(gold[over[0]], resolution) <= _RIGHT_KM:
                counts.right += 1
            else:
                counts.spurious += 1
                counts.missed += 1
        elif not any(_overlaps(resolution, m) for m in neutral):
            counts.spurious += 1
    counts.missed += len(gold) - len(used)


def _count_chosen(document: Document, reader: Reader, result: Result) -> None:
    marked = sorted(_distinct(m for m in document.mentions if not m.adjective), key=lambda m: (m.start, -m.end))
    for mention, resolution in zip(marked, reader.choose(document, marked), strict=True):
        if mention.lat is None:
            continue
        result.given += 1
        distance = _distance(mention, resolution)
        result.chosen += distance <= _RIGHT_KM
        result.near += distance <= _NEAR_KM
        if resolution.place is not None:
            result.confidences.append((resolution.confidence, distance <= _RIGHT_KM))


def _distance(marked: GoldMention, resolution: Resolution) -> float:
    place = resolution.place
    if place is None or marked.lat is None or marked.lon is None:
        return float("inf")
    return distance_km(marked.lat, marked.lon, place.lat, place.lon)


def calibration_error(confidences: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    """Return the expected calibration error: the mean gap between confidence and share right, over bins of confidence."""
    error = 0.0
    for number in range(bins):
        inside = [(c, right) for c, right in confidences if min(int(c * bins), bins - 1) == number]
        if inside:
            error += abs(sum(c for c, _ in inside) - sum(right for _, right in inside)) / len(confidences)
    return error


def _readers(corpora: dict[str, list[Document]], gaz: Gazetteer) -> Callable[[str, Document], Reader]:
    """Make the reader of each document: the shipped weights, or those of the folds without it."""
    lexicon, options = Lexicon(gaz), Options(gaz)
    shipped = Reader(MentionFinder(gaz), Resolver(gaz))
    fitted = [document for name in _FITTED for document in corpora.get(name, [])]
    folds: dict[int, Reader] = {}
    for fold in range(FOLDS) if fitted else ():
        others = [document for document in fitted if fold_of(document) != fold]
        tagger = Tagger.from_lines(fit_tagger(others, lexicon), f"fold {fold}")
        model = ChoiceModel.from_lines(
            fit_resolver([[d for d in corpora.get(n, []) if fold_of(d) != fold] for n in _FITTED], options), f"fold {fold}"
        )
        folds[fold] = Reader(MentionFinder(gaz, tagger), Resolver(gaz, model))
    return lambda name, document: folds[fold_of(document)] if name in _FITTED else shipped


def _speed(documents: Sequence[Document], gaz: Gazetteer) -> float:
    """Return documents a second, warm: the second pass of a fresh reader."""
    reader = Reader(MentionFinder(gaz), Resolver(gaz))
    for document in documents:
        reader.read(document)
    start = time.perf_counter()
    for document in documents:
        reader.read(document)
    return len(documents) / (time.perf_counter() - start)


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
def main(paths: tuple[Path, ...]) -> None:
    """Print the table, and as the last line the same figures as JSON."""
    gaz = Gazetteer.bundled()
    corpora = {path.stem: read_corpus(path) for path in paths}
    reader_of = _readers(corpora, gaz)
    results = [measure(name, documents, lambda d, name=name: reader_of(name, d)) for name, documents in corpora.items()]
    rows = {
        r.name: {
            "recognition": r.found.f1,
            "resolution": 100 * r.chosen / r.given,
            "resolution_25km": 100 * r.near / r.given,
            "end_to_end": r.both.f1,
            "calibration_error": calibration_error(r.confidences),
        }
        for r in results
    }
    rows["macro"] = {key: sum(row[key] for row in rows.values()) / len(rows) for key in rows[results[0].name]}
    click.echo(f"{'corpus':<14}{'recognition':>13}{'resolution':>12}{'25 km':>8}{'end to end':>12}{'calibration':>13}")
    for name, row in rows.items():
        note = " (cross-validated)" if name in _FITTED else ""
        click.echo(
            f"{name:<14}{row['recognition']:>13.1f}{row['resolution']:>12.1f}{row['resolution_25km']:>8.1f}{row['end_to_end']:>12.1f}"
            f"{row['calibration_error']:>13.3f}{note}"
        )
    speed = _speed([document for documents in corpora.values() for document in documents], gaz)
    click.echo(f"{speed:.0f} documents a second, one process, warm")
    click.echo(json.dumps({"corpora": rows, "documents_per_second": round(speed)}))


if __name__ == "__main__":
    main()
