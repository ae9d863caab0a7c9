"""Fit the resolver's weights: two conditional logits, and the temperature that makes their probabilities honest."""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from gazetteer.spatial import distance_km
from geo.model import Article, Mention
from geo.reading.fit.conditional_logit import Choice, fit_logit
from geo.reading.fit.corpus import FOLDS, fold_of
from geo.reading.resolution.agreement import Choices, World
from geo.reading.resolution.choice import SET_WEIGHTS, UNKNOWN, ChoiceModel
from geo.reading.resolution.scene import gather_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.reading.fit.corpus import Document, GoldMention
    from geo.reading.resolution.options import Option, Options
    from geo.reading.resolution.scene import NameInStory

__all__ = ["RIGHT_KM", "fit_resolver"]

#: A choice within this of the marked point is right (km); so the literature measures it.
RIGHT_KM = 161.0
#: Among the options that are near enough, only those about as near as the nearest are taught.
_AS_NEAR = 1.5
#: Added to a chance, so that no answer that is sure and wrong outweighs all others.
_LEAST = 0.001
_TEMPERATURES = tuple(round(0.6 + 0.05 * step, 2) for step in range(25))


@dataclass(frozen=True, slots=True)
class _Story:
    """A document's names, their options, which of those are right and which count as right, and how much its corpus counts."""

    weight: float
    document: Document
    names: dict[str, NameInStory]
    options: dict[str, tuple[Option, ...]]
    right: dict[str, tuple[bool, ...]]
    near: dict[str, tuple[bool, ...]]


def fit_resolver(corpora: Sequence[Sequence[Document]], options: Options) -> list[str]:
    """Fit both stages and the temperature to the marked points of documents.

    Parameters
    ----------
    corpora
        Annotated texts. Each corpus counts as much as the one with the most mentions, so that world news is not outvoted by a larger
        collection of local news.
    options
        The gazetteer that the resolver will be used with.

    Returns
    -------
    list of str
        The lines of a weights file, as `geo.reading.resolution.choice.ChoiceModel.from_lines` reads them.
    """
    sizes = [sum(len(document.mentions) for document in corpus) for corpus in corpora]
    stories = [
        _story(document, options, max(sizes) / size)
        for corpus, size in zip(corpora, sizes, strict=True)
        for document in corpus
        if size
    ]
    model = _fit(stories)
    temperature = _temperature(stories)
    rows = [f"temperature\tall\t{temperature}"]
    for stage, weights in (("first", model.first), ("second", model.second)):
        rows.extend(f"{stage}\t{feature}\t{weights[feature]:.3f}" for feature in sorted(weights.keys() - SET_WEIGHTS.keys()))
    return rows


def _fit(stories: Sequence[_Story]) -> ChoiceModel:
    flat = ChoiceModel({}, {})
    first = fit_logit([choice for story in stories for choice in _choices(story, flat, second=False)], SET_WEIGHTS)
    half = ChoiceModel(first, {})
    second = fit_logit([choice for story in stories for choice in _choices(story, half, second=True)], SET_WEIGHTS)
    return ChoiceModel(first, second)


def _story(document: Document, options: Options, weight: float) -> _Story:
    gold = sorted(document.mentions, key=lambda m: (m.start, -m.end))
    article = Article("", document.text, "")
    names = gather_names(
        [(article, [Mention(article.quote(m.start, m.end), "demonym" if m.adjective else "place") for m in gold])]
    )
    found = {key: options.of(name.surface) for key, name in names.items()}
    distances = {key: _distances(found[key], gold[name.mentions[0][1]]) for key, name in names.items()}
    right = {key: _right(own) for key, own in distances.items()}
    near = {key: tuple(distance <= RIGHT_KM for distance in own) for key, own in distances.items()}
    return _Story(weight, document, names, found, right, near)


def _distances(options: tuple[Option, ...], gold: GoldMention) -> list[float]:
    """Return how far the options are from the marked point, in km; nothing where there is none."""
    if gold.adjective or gold.lat is None or gold.lon is None:
        return []
    return [distance_km(gold.lat, gold.lon, option.place.lat, option.place.lon) for option in options]


def _right(distances: list[float]) -> tuple[bool, ...]:
    limit = min(RIGHT_KM, max(10.0, _AS_NEAR * min(distances, default=0.0)))
    return tuple(distance <= limit for distance in distances)


def _choices(story: _Story, model: ChoiceModel, *, second: bool) -> list[Choice]:
    first = model.begin(story.names, {key: options for key, options in story.options.items() if options})
    world = World(first) if second else None
    choices: list[Choice] = []
    for key, stage in first.items():
        right = story.right[key]
        if not (any(right) or (second and right)):
            continue
        features = [stage.features(number) for number in range(len(right))]
        if world is not None:
            features = [{**own, **agreement} for own, agreement in zip(features, world.features(key), strict=True)]
            features.append({UNKNOWN: 1.0})
            right = (*right, not any(right))
        choices.append(Choice(tuple(features), right, story.weight * min(len(story.names[key].mentions), 5)))
    return choices


def _temperature(stories: Sequence[_Story]) -> float:
    """Choose the temperature under which the confidences in the documents left out of each fold are likeliest, of what is right and of what is not."""
    losses = dict.fromkeys(_TEMPERATURES, 0.0)
    for fold in range(FOLDS):
        model = _fit([story for story in stories if fold_of(story.document.id) != fold])
        for story in stories:
            if fold_of(story.document.id) == fold:
                for key, choices in model.choose(story.names, story.options).items():
                    if story.near[key]:
                        weight = story.weight * len(story.names[key].mentions)
                        for temperature in _TEMPERATURES:
                            losses[temperature] += weight * _surprise(choices, story.near[key], temperature)
    return min(losses, key=lambda temperature: losses[temperature])


def _surprise(choices: Choices, near: Sequence[bool], temperature: float) -> float:
    """Return the negative logarithm of the confidence in an answer that is right, or of what is left of it where it is not."""
    unknown = max(1 - sum(choices.probabilities), 0.0)
    powers = [chance ** (1 / temperature) for chance in choices.probabilities]
    total = sum(powers) + unknown ** (1 / temperature)
    best = powers.index(max(powers))
    tempered = Choices(choices.options, tuple(power / total for power in powers), choices.scenes)
    confidence = tempered.confidence(best)
    return -log((confidence if near[best] else 1 - confidence) + _LEAST)
