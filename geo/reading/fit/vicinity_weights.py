"""Fit the weights by which a place that the gazetteer does not hold is said to lie near another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazetteer.spatial import distance_km
from geo.model import Article, Mention
from geo.reading.fit.conditional_logit import Choice, fit_logit
from geo.reading.fit.resolver_weights import RIGHT_KM
from geo.reading.resolution.scene import key_of
from geo.reading.resolution.vicinity import FAR, is_unheld, surroundings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazetteer import Place
    from geo.model import Resolution
    from geo.reading.fit.corpus import Document, GoldMention
    from geo.reading.resolution.resolve import Resolver

__all__ = ["fit_vicinity"]

#: How much a place counts that the gazetteer holds: few are not held, and what is beside a name speaks alike for both, but a place that is held
#: lies far from the others oftener. So that has a weight of its own, which is left out of the result.
_HELD_COUNTS = 0.3
_HELD = "held"


def fit_vicinity(corpora: Sequence[Sequence[Document]], resolver: Resolver) -> list[str]:
    """Fit the weights to the marked points of documents.

    Parameters
    ----------
    corpora
        Annotated texts. Each corpus counts as much as the one with the most mentions.
    resolver
        What chooses the places that the gazetteer holds.

    Returns
    -------
    list of str
        The lines of a weights file, as `geo.reading.resolution.vicinity.VicinityModel.from_lines` reads them.
    """
    sizes = [sum(len(document.mentions) for document in corpus) for corpus in corpora]
    choices = [
        choice
        for corpus, size in zip(corpora, sizes, strict=True)
        for document in corpus
        for choice in _choices(document, resolver, max(sizes) / max(size, 1))
    ]
    weights = fit_logit(choices)
    return [f"{feature}\t{weights[feature]:.3f}" for feature in sorted(weights) if feature != _HELD]


def _choices(document: Document, resolver: Resolver, weight: float) -> Iterator[Choice]:
    gold = sorted((m for m in document.mentions if not m.adjective), key=lambda m: (m.start, -m.end))
    article = Article("", document.text, "")
    found = resolver.resolve([(article, [Mention(article.quote(m.start, m.end)) for m in gold])])[0]
    numbers: dict[str, list[int]] = {}
    for number, resolution in enumerate(found):
        numbers.setdefault(key_of(resolution.mention), []).append(number)
    around = surroundings(found, numbers)
    for key, mentions in numbers.items():
        first = mentions[0]
        is_held = not is_unheld(found[first])
        if not around[key] or gold[first].lat is None or (is_held and not _is_right_pin(gold[first], found[first])):
            continue
        near = tuple([_is_near(gold[first], beside.place) for beside in around[key]])
        features = (*[beside.features for beside in around[key]], {FAR: 1.0, _HELD: 1.0} if is_held else {FAR: 1.0})
        yield Choice(features, (*near, not any(near)), weight * min(len(mentions), 5) * (_HELD_COUNTS if is_held else 1.0))


def _is_right_pin(marked: GoldMention, found: Resolution) -> bool:
    return found.place is not None and not found.place.is_area and _is_near(marked, found.place)


def _is_near(marked: GoldMention, place: Place) -> bool:
    assert marked.lat is not None
    assert marked.lon is not None
    return distance_km(marked.lat, marked.lon, place.lat, place.lon) <= RIGHT_KM
