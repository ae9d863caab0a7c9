"""Measure how well places are found and chosen: ``python -m tests.benchmarks.toponyms CORPUS.jsonl ... [--peers] [--picture FILE]``.

In the regime where adjectives ("Russian") count neither way: recognition as exact F1, resolution of the marked mentions within 161 and
25 km (those in no gazetteer where they are thought to be near another place), both together as F1, their means over the corpora, and documents a second. Corpora that the shipped weights were fitted on are
cross-validated: each document is read with weights fitted on the other folds; beside that stands the figure of weights fitted on the other
corpora alone. Then the errors by kind, F1 by continent, and how many places are wrong at each coverage.
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gazetteer import Gazetteer
from geo.model import Article, Mention
from geo.reading.fit.corpus import FOLDS, Document, GoldMention, common_words, fold_of, read_corpus
from geo.reading.fit.resolver_weights import fit_resolver
from geo.reading.fit.tagger_weights import fit_tagger
from geo.reading.fit.vicinity_weights import fit_vicinity
from geo.reading.places import NAMED_PLACES
from geo.reading.recognition.lexicon import Lexicon
from geo.reading.recognition.mentions import MentionFinder
from geo.reading.recognition.tagger import Tagger
from geo.reading.resolution.choice import ChoiceModel
from geo.reading.resolution.options import Options
from geo.reading.resolution.resolve import Resolver
from geo.reading.resolution.vicinity import VicinityModel
from geo.reading.text import tokens
from tests.benchmarks.peers import peers
from tests.benchmarks.scoring import ERRORS, Counts, Found, Score, Scorer, calibration_error, coverage_curve

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from geo.model import Resolution
    from tests.benchmarks.scoring import Reader

#: The corpora that the shipped weights were fitted on, by file name.
_FITTED = ("lgl-dev", "trnews")
_FIGURES = ("recognition", "resolution", "resolution_25km", "end_to_end")
#: Documents read to tell the speed of a program.
_TIMED = 150
#: Warm passes through them; the best counts.
_PASSES = 5


@dataclass(frozen=True)
class Dateline:
    """A finder, a resolver and what tells about where a place lies, with weights from the same texts."""

    finder: MentionFinder
    resolver: Resolver
    vicinity: VicinityModel

    def read(self, document: Document) -> list[Found]:
        """Find and choose the places of a document."""
        article = Article(document.id, document.text, "")
        resolved = self.resolver.resolve([(article, self.finder.find(article))])[0]
        return [_found(r) for r in resolved if r.mention.kind in NAMED_PLACES]

    def choose(self, document: Document, marked: Sequence[GoldMention]) -> list[Found]:
        """Choose the places of mentions that are given: those in no gazetteer at the place that they are thought to be near."""
        article = Article(document.id, document.text, "")
        mentions = [Mention(article.quote(m.start, m.end)) for m in marked]
        return [_located(r) for r in self.vicinity.locate(self.resolver.resolve([(article, mentions)])[0])]


def _found(resolution: Resolution) -> Found:
    quote = resolution.mention.quote
    return Found(quote.start, quote.end, resolution.place, resolution.confidence)


def _located(resolution: Resolution) -> Found:
    near, quote = resolution.vicinity, resolution.mention.quote
    return Found(quote.start, quote.end, near.place, near.confidence, approximate=True) if near else _found(resolution)


class Fitted:
    """Readers with the shipped weights, or with weights fitted here on some documents only."""

    def __init__(self, corpora: Mapping[str, list[Document]], gaz: Gazetteer) -> None:
        self._gaz = gaz
        self._options = Options(gaz)
        self._corpora = {name: corpora[name] for name in _FITTED if name in corpora}
        self.shipped = Dateline(MentionFinder(gaz), Resolver(gaz), VicinityModel.bundled())

    def without_folds(self) -> Callable[[Document], Reader]:
        """Return what gives each document the reader that was not fitted on its fold."""
        folds = [
            self._fit([[d for d in corpus if fold_of(d.id) != fold] for corpus in self._corpora.values()], f"fold {fold}")
            for fold in range(FOLDS if self._corpora else 0)
        ]
        return lambda document: folds[fold_of(document.id)]

    def without(self, name: str) -> Dateline | None:
        """Return a reader fitted on the other corpora, None where there are none."""
        others = [corpus for other, corpus in self._corpora.items() if other != name]
        return self._fit(others, f"all but {name}") if others else None

    def _fit(self, corpora: Sequence[Sequence[Document]], name: str) -> Dateline:
        documents = [document for corpus in corpora for document in corpus]
        lexicon = Lexicon(self._gaz, frozenset(common_words(documents)))
        tagger = Tagger.from_lines(fit_tagger(documents, lexicon), name)
        resolver = Resolver(self._gaz, ChoiceModel.from_lines(fit_resolver(corpora, self._options), name))
        vicinity = VicinityModel.from_lines(fit_vicinity(corpora, resolver), name)
        return Dateline(MentionFinder(self._gaz, tagger, lexicon), resolver, vicinity)


def _speed(reader: Reader, documents: Sequence[Document]) -> float:
    """Return documents a second, warm: the best of a reader's passes, of which the first warms it: other programs only ever slow one down."""
    best = float("inf")
    for _ in range(1 + _PASSES):
        start = time.perf_counter()
        for document in documents:
            reader.read(document)
        best = min(best, time.perf_counter() - start)
    return len(documents) / best


def _macro(scores: Sequence[Score]) -> dict[str, float]:
    rows = [score.row() for score in scores]
    return {figure: sum(row[figure] for row in rows) / len(rows) for figure in rows[0]}


def _print_rows(rows: Mapping[str, Mapping[str, float]], notes: Mapping[str, str]) -> None:
    click.echo(f"{'':<34}{'recognition':>12}{'resolution':>12}{'25 km':>8}{'end to end':>12}")
    for name, row in rows.items():
        figures = "".join(f"{row[figure]:>{width}.1f}" for figure, width in zip(_FIGURES, (12, 12, 8, 12), strict=True))
        click.echo(f"{name:<34}{figures}  {notes.get(name, '')}".rstrip())


def _print_errors(scores: Sequence[Score]) -> None:
    click.echo(f"\n{'errors, end to end':<24}" + "".join(f"{score.name:>14}" for score in scores))
    for error in ERRORS:
        click.echo(f"{error:<24}" + "".join(f"{score.errors[error]:>14}" for score in scores))


def _by_continent(scores: Sequence[Score]) -> dict[str, Counts]:
    pooled: dict[str, Counts] = {}
    for score in scores:
        for name, counts in score.continents.items():
            total = pooled.setdefault(name, Counts())
            total.right += counts.right
            total.spurious += counts.spurious
            total.missed += counts.missed
    return dict(sorted(pooled.items()))


def _print_continents(pooled: Mapping[str, Counts]) -> None:
    click.echo("\nend to end F1 by continent, corpora pooled (places marked)")
    for name, counts in pooled.items():
        click.echo(f"{name:<24}{counts.f1:>8.1f}{counts.right + counts.missed:>8}")


def _print_confidence(scores: Sequence[Score]) -> dict[str, object]:
    pooled = [pair for score in scores for pair in score.confidences]
    errors = {score.name: calibration_error(score.confidences) for score in scores} | {"pooled": calibration_error(pooled)}
    click.echo("\nexpected calibration error: " + ", ".join(f"{name} {error:.3f}" for name, error in errors.items()))
    curves = _curves(scores)
    about = [pair for score in scores for pair in score.approximate]
    click.echo(f"about where, of names in no gazetteer: {len(about)}, of which {sum(right for _, right in about)} right")
    for name, curve in curves.items():
        click.echo(f"{name} wrong (%) at coverage (%): " + ", ".join(f"{100 * c:.0f}: {100 * w:.1f}" for c, w in curve))
    return {"calibration_errors": errors, "coverage": curves}


def _curves(scores: Sequence[Score]) -> dict[str, list[tuple[float, float]]]:
    """Return the curves of coverage of all places, of points, and of those that a map pins: points that are not approximate."""
    places = [pair for score in scores for pair in score.confidences]
    points = [pair for score in scores for pair in score.points]
    pins = [pair for score in scores for pair in score.pins]
    return {
        "places": coverage_curve(places, sum(score.given for score in scores)),
        "points": coverage_curve(points, sum(score.pointable for score in scores)),
        "pins": coverage_curve(pins, sum(score.pinnable for score in scores)),
    }


def _draw(curves: Mapping[str, Sequence[tuple[float, float]]], path: Path) -> None:
    """Draw how many places are wrong at each coverage."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "dateline"
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots(figsize=(6, 3.2), layout="constrained")
    for (name, curve), colour in zip(curves.items(), ("#1b4f72", "#c4560f", "#8a8a8a"), strict=True):
        axes.plot([100 * c for c, _ in curve], [100 * w for _, w in curve], color=colour, marker="o", markersize=3, label=name)
    axes.legend(frameon=False)
    axes.axhline(5, color="#999999", linewidth=0.8, linestyle="--")
    axes.set(xlabel="mentions placed, the surest first (%)", ylabel="more than 161 km off (%)", xlim=(0, 100), ylim=(0, None))
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    figure.savefig(path, metadata={"Date": None})


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--peers", "with_peers", is_flag=True, help="Measure geotext, flashgeotext and spaCy too.")
@click.option("--picture", type=click.Path(path_type=Path), help="Draw the curve of coverage into this SVG.")
def main(paths: tuple[Path, ...], *, with_peers: bool, picture: Path | None) -> None:
    """Print the tables, and as the last line the same figures as JSON."""
    gaz = Gazetteer.bundled()
    corpora = {path.stem: read_corpus(path) for path in paths}
    timed = [document for documents in corpora.values() for document in documents][
        :: max(1, sum(map(len, corpora.values())) // _TIMED)
    ]
    others = peers(gaz) if with_peers else {}
    scorer, fitted = Scorer(gaz), Fitted(corpora, gaz)
    # Before the folds are fitted, for no archive is read beside five other models.
    how = "sources" if tokens.__file__.endswith(".py") else "compiled"
    speed = f"{_speed(fitted.shipped, timed):.0f} documents/s, one process, warm, {how}"
    speeds = {name: _speed(peer, timed) for name, peer in others.items()}
    folds = fitted.without_folds()
    ours = [
        scorer.score(name, documents, folds if name in _FITTED else lambda _: fitted.shipped)
        for name, documents in corpora.items()
    ]
    rows = {score.name: score.row() for score in ours} | {"macro": _macro(ours)}
    notes = {name: "cross-validated" if name in _FITTED else "never fitted on" for name in corpora}
    notes["macro"] = speed
    unseen = {}
    for name, score in zip(corpora, ours, strict=True):
        reader = fitted.without(name) if name in _FITTED else None
        unseen[name] = scorer.score(name, corpora[name], lambda _, own=reader: own) if reader else score
        if reader:
            rows[f"{name}, from the other corpora"] = unseen[name].row()
    rows["macro, each corpus unseen"] = _macro(list(unseen.values()))
    for name, peer in others.items():
        rows[f"{name} + population"] = _macro(
            [scorer.score(c, documents, lambda _, own=peer: own) for c, documents in corpora.items()]
        )
        notes[f"{name} + population"] = f"{speeds[name]:.0f} documents/s; macro"
    _print_rows(rows, notes)
    _print_errors(ours)
    continents = _by_continent(ours)
    _print_continents(continents)
    confidence = _print_confidence(ours)
    if picture:
        _draw(_curves(ours), picture)
    click.echo(
        json.dumps({"corpora": rows, "notes": notes, "continents": {n: c.f1 for n, c in continents.items()}, **confidence})
    )


if __name__ == "__main__":
    main()
