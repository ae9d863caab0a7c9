"""The tagger's tables give what the weights of all features of the tokens add up to."""

from pathlib import Path

import pytest

from geo.reading.recognition.features import features_of
from geo.reading.recognition.lexicon import Lexicon
from geo.reading.recognition.segments import read_page
from geo.reading.recognition.tagger import LABELS, Tagger
from geo.reading.recognition.token_sequences import tokens_of

ROOT = Path(__file__).parents[4]
SEEDS = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
TEXTS = [
    *SEEDS,
    "SEOUL, N. Korea (AP) - Mr. | Lima of the village of Paris, Texas, left Salt Lake City\nfor north of Rio de Janeiro and Santa Cruz.",
]


def read_weights():
    weights = {}
    for line in (ROOT / "geo" / "reading" / "data" / "tagger.tsv").read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            feature, *scores = line.split("\t")
            weights[feature] = [float(score) for score in scores]
    return weights


def likeliest(sequence, weights):
    """Label the tokens of a run by the weights of their features, every way being tried that no label forbids."""
    scores = []
    for token in sequence.tokens:
        found = [weights[feature] for feature in features_of(token, sequence) if feature in weights]
        scores.append([sum(weight[label] for weight in found) for label in range(len(LABELS))])
    best = {(label,): score for label, score in enumerate(scores[0]) if label < 2}
    for own in scores[1:]:
        ways = {
            (*way, label): score + own[label] + weights[f"{LABELS[way[-1]]}->"][label]
            for way, score in best.items()
            for label in range(3)
            if (way[-1], label) != (0, 2)
        }
        best = {
            way: ways[way]
            for way in (max((w for w in ways if w[-1] == last), key=ways.get, default=None) for last in range(3))
            if way
        }
    return list(max(best, key=best.get))


@pytest.mark.parametrize("text", TEXTS)
def test_labels_are_those_of_the_features(text, gaz):
    tagger, weights = Tagger.bundled(), read_weights()
    page = read_page(text, Lexicon(gaz))
    sequences = [tokens_of(page, number) for number in range(len(page.runs))]
    assert [tagger.label(sequence) for sequence in sequences] == [likeliest(sequence, weights) for sequence in sequences]
    assert any(1 in tagger.label(sequence) for sequence in sequences)
