"""Fit the tagger's weights with python-crfsuite."""

from __future__ import annotations

import os
import re
import tempfile
from typing import TYPE_CHECKING

from geo.reading.recognition.features import features_of
from geo.reading.recognition.segments import read_page
from geo.reading.recognition.tagger import LABELS
from geo.reading.recognition.token_sequences import tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.reading.fit.corpus import Document
    from geo.reading.recognition.lexicon import Lexicon
    from geo.reading.recognition.segments import Page

__all__ = ["fit_tagger"]

#: L2 regularisation, as earlier trials advised; other values were not compared.
_L2 = 1.0
#: Features that fewer tokens have are left out.
_MIN_COUNT = 2
_ITERATIONS = 120
#: Features whose weights are all smaller are left out, to keep the file small.
_SMALLEST = 0.01
#: Set, because local news, on which the weights are fitted, tells of few journeys: a known name after "reached" or "left" is a place.
_SET = {f"w-1reaching|{group}": [0.0, 2.75, 0.0] for group in "PSKC"}
#: Added to the start of a name that the gazetteer knows. Fitted on whole documents, the tagger misses more than it invents, most of all in
#: short texts that say little else of a place; compared with 0, .3 and .9 on the folds and on each corpus by weights of the others.
_LENIENCE = 0.5
_KNOWN = re.compile(r"gaz=[A-Z]\|[SB]")
#: Score of a label sequence that the corpora never show.
_NEVER = -5.0


def fit_tagger(documents: Iterable[Document], lexicon: Lexicon) -> list[str]:
    """Fit a CRF to the mentions of documents.

    Parameters
    ----------
    documents
        Annotated texts; adjectives count as no place.
    lexicon
        The gazetteer that the tagger will be used with: weights and gazetteer belong together.

    Returns
    -------
    list of str
        The lines of a weights file, as `geo.reading.recognition.tagger.Tagger.from_lines` reads them.
    """
    import pycrfsuite

    trainer = pycrfsuite.Trainer(verbose=False)
    for document in documents:
        page = read_page(document.text, lexicon)
        for number in range(len(page.runs)):
            sequence = tokens_of(page, number)
            trainer.append([features_of(token, sequence) for token in sequence.tokens], _labels(document, page, number))
    trainer.set_params({"c1": 0.0, "c2": _L2, "max_iterations": _ITERATIONS, "feature.minfreq": _MIN_COUNT})
    with tempfile.TemporaryDirectory() as folder:
        model = os.path.join(folder, "tagger.crf")  # noqa: PTH118 - crfsuite wants a str
        trainer.train(model)
        tagger = pycrfsuite.Tagger()
        tagger.open(model)
        info = tagger.info()
        tagger.close()
    return _lines(info.state_features, info.transitions)


def _labels(document: Document, page: Page, number: int) -> list[str]:
    gold = [mention for mention in document.mentions if not mention.adjective]
    labels: list[str] = []
    last = None
    for word in range(*page.runs[number]):
        start, end = page.words.start(word), page.words.ends[word]
        mention = next((m for m in gold if start < m.end and m.start < end), None)
        labels.append("O" if mention is None else "I" if mention is last else "B")
        last = mention
    return labels


def _lines(states: dict[tuple[str, str], float], transitions: dict[tuple[str, str], float]) -> list[str]:
    weights: dict[str, list[float]] = {}
    for (feature, label), weight in states.items():
        weights.setdefault(feature, [0.0, 0.0, 0.0])[LABELS.index(label)] = weight
    for feature in filter(_KNOWN.fullmatch, weights):
        weights[feature][LABELS.index("B")] += _LENIENCE
    weights.update(_SET)
    rows = {f"{label}->": [transitions.get((label, other), _NEVER) for other in LABELS] for label in LABELS}
    rows.update({feature: weights[feature] for feature in sorted(weights) if max(map(abs, weights[feature])) >= _SMALLEST})
    return ["\t".join([feature, *(f"{weight:.3f}" for weight in row)]) for feature, row in rows.items()]
