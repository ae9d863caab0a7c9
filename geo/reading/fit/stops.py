"""Fit what tells an implied stop: ``python -m geo.reading.fit.stops FOLDER ... [-o FILE]``.

Each folder holds records of journeys, a JSON file each: ``text`` (several articles are split at a line of exactly ``-----``), perhaps
``date_published``, ``no_journey``, and ``stops`` with ``lat``, ``lon`` (degrees), ``evidence`` (a passage of the text), and perhaps ``match_km`` and
``optional``. The shipped weights were fitted on texts of the web and on some written for this project, none of which is part of it; see LICENCE.md.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gazetteer import Gazetteer
from gazetteer.errors import InputError
from gazetteer.spatial import distance_km
from geo.files import write_lines_whole
from geo.reading.articles.article import article_from_text
from geo.reading.fit.corpus import fold_of
from geo.reading.implied.chance import StopModel
from geo.reading.implied.known import Known
from geo.reading.implied.party import Party
from geo.reading.implied.spots import find_spots
from geo.story import StoryReader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from geo.reading.implied.spots import Spot

__all__: list[str] = []

_DATA = Path(__file__).parent.parent / "data"
#: A place this near (km) to a stop of the answers is that stop, unless the stop has a radius of its own.
_NEAR_KM = 25.0
_L2 = 4.0
#: How much more a spot counts that no word of travel claims: those are the ones that are asked for.
_UNCLAIMED = 2.0
#: A cue that is met less often says nothing that another collection would repeat.
_LEAST_MET = 8
_SPLIT = "\n-----\n"


@dataclass(frozen=True, slots=True)
class _Answer:
    """A stop of a record: where it is (degrees), the passage that tells it, and how near (km) a place has to be to be it."""

    lat: float
    lon: float
    evidence: str
    radius: float
    optional: bool


@dataclass(frozen=True, slots=True)
class _Example:
    """A spot of a record: its cues, whether it is a stop, whether a claim holds it already, and whether it is learned from.

    Of the mentions of a stop those alone are, by which an answer tells it.
    """

    record: str
    place: str
    cues: Mapping[str, float]
    stop: bool
    claimed: bool
    taught: bool


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("-o", "output", type=click.Path(path_type=Path, dir_okay=False), default=_DATA / "stops.tsv", help="Where they go.")
def main(folders: tuple[Path, ...], output: Path) -> None:
    """Fit the weights of the cues by which a place is taken for an implied stop, and say how well they do when cross-validated."""
    paths = sorted(path for folder in folders for path in folder.glob("*.json"))
    reader = StoryReader(Gazetteer.bundled())
    try:
        examples = [example for path in paths for example in _examples(path, reader)]
    except InputError as error:
        raise click.ClickException(str(error)) from error
    _report(examples)
    weights = _fit(examples)
    heading = f"# Weights of the cues of an implied stop, fitted on {len(paths)} texts. Licence: LICENCE.md"
    write_lines_whole(output, [heading, *(f"{cue}\t{weights[cue]:.3f}" for cue in sorted(weights))])
    click.echo(f"{len(weights)} weights in {output}", err=True)


def _examples(path: Path, reader: StoryReader) -> Iterator[_Example]:
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        text, stops = record["text"], [_answer(stop) for stop in record.get("stops") or []]
        published = date.fromisoformat(record["date_published"]) if record.get("date_published") else None
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(
            f"{path} is no record of a journey ({error}); see the head of this module for what one holds."
        ) from error
    story = reader.read_claims([article_from_text(part, published=published) for part in text.split(_SPLIT)])
    if not any(claim.places for claim in story.claims):
        return
    known = Known.of(story.facts, story.claims)
    for spot in find_spots(story.facts, Party.of_story(story.facts, story.claims, story.travellers)):
        here = [s for s in stops if distance_km(spot.place.lat, spot.place.lon, s.lat, s.lon) <= s.radius]
        required = [s for s in here if not s.optional]
        if (here and not required) or spot.is_history(known):
            continue
        yield _Example(
            path.stem, spot.place.id, spot.cues(known), bool(required), known.holds(spot.place),
            taught=not required or any(_is_evidence(spot, s.evidence) for s in required),
        )  # fmt: skip


def _answer(stop: Mapping[str, Any]) -> _Answer:
    radius = max(_NEAR_KM, stop.get("match_km") or 0.0)
    return _Answer(float(stop["lat"]), float(stop["lon"]), str(stop["evidence"]), radius, optional=bool(stop.get("optional")))


def _is_evidence(spot: Spot, evidence: str) -> bool:
    """Whether the passage by which an answer tells the stop holds this mention."""
    quote = spot.resolution.mention.quote
    start = spot.facts.passage.article.text.find(evidence)
    return start >= 0 and start <= quote.start <= start + len(evidence)


def _fit(examples: Iterable[_Example]) -> dict[str, float]:
    """Fit a logistic regression by L-BFGS, with a penalty on the squares of the weights."""
    import numpy as np
    from scipy.optimize import minimize

    taught = [e for e in examples if e.taught]
    met: dict[str, int] = defaultdict(int)
    for example in taught:
        for cue in example.cues:
            met[cue] += 1
    number = {cue: n for n, cue in enumerate(sorted(c for c, times in met.items() if times >= _LEAST_MET))}
    matrix = np.zeros((len(taught), len(number)))
    for row, example in enumerate(taught):
        for cue, value in example.cues.items():
            if cue in number:
                matrix[row, number[cue]] = value
    stop = np.array([e.stop for e in taught], dtype=float)
    counts = np.array([1.0 if e.claimed else _UNCLAIMED for e in taught])

    def loss(weights: Any) -> tuple[float, Any]:
        scores = matrix @ weights
        value = float(counts @ (np.logaddexp(0.0, scores) - stop * scores)) + _L2 / 2 * float(weights @ weights)
        return value, matrix.T @ (counts * (1 / (1 + np.exp(-scores)) - stop)) + _L2 * weights

    result = minimize(loss, np.zeros(len(number)), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return {cue: round(float(result.x[n]), 3) for cue, n in number.items()}


def _report(examples: Sequence[_Example]) -> None:
    """Say how many unclaimed places are stops at each chance, by weights that were fitted on the other records."""
    best: dict[tuple[str, str], tuple[float, bool]] = {}
    for fold in sorted({fold_of(e.record) for e in examples}):
        model = StopModel(_fit(e for e in examples if fold_of(e.record) != fold))
        for example in examples:
            if fold_of(example.record) == fold and not example.claimed:
                key = example.record, example.place
                best[key] = max(best.get(key, (0.0, False)), (model.chance(example.cues), example.stop))
    stops = sum(stop for _, stop in best.values())
    click.echo(f"{len(best)} places that no word of travel claims, {stops} of them stops; cross-validated:", err=True)
    for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        taken = [stop for chance, stop in best.values() if chance >= least]
        click.echo(f"  at a chance of {least} {len(taken)} are taken, {sum(taken)} of them stops", err=True)


if __name__ == "__main__":
    main()
