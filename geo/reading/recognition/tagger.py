"""Label the words of runs: a linear-chain CRF whose fitted weights are a readable file, decoded without any other library.

The weights are fitted by ``python -m geo.reading.fit`` with python-crfsuite; reading needs only this module. See
docs/decisions/tagger.md for what was measured.
"""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING, Final

from gazetteer.errors import InputError
from geo.reading.recognition.features import GROUPS

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence
    from pathlib import Path

    from geo.reading.recognition.features import Keys

__all__ = ["LABELS", "Tagger"]

LABELS: Final = ("O", "B", "I")
_Scores = tuple[float, float, float]
#: Less than any sum: there is nothing to go on with.
_NEVER: Final = -1e9
#: Sums kept for each group of features; an archive would fill memory with the words it met once.
_KEPT: Final = 1 << 16


class Tagger:
    """A fitted CRF.

    Parameters
    ----------
    weights
        Feature -> its weight for each of `LABELS`.
    transitions
        Score of label ``j`` after label ``i``: ``transitions[i][j]``.
    """

    def __init__(self, weights: Mapping[str, _Scores], transitions: Sequence[_Scores]) -> None:
        self._transitions = tuple(transitions)
        self._sums = [_Sums(features, weights) for features in GROUPS]

    @classmethod
    def bundled(cls) -> Tagger:
        """Open the weights that are installed with the package."""
        return cls.from_lines(
            resources.files("geo.reading").joinpath("data/tagger.tsv").read_text(encoding="utf-8").split("\n"), "tagger.tsv"
        )

    @classmethod
    def open(cls, path: Path) -> Tagger:
        """Open a file of weights; raises InputError if it is missing or damaged."""
        try:
            return cls.from_lines(path.read_text(encoding="utf-8").split("\n"), str(path))
        except OSError as error:
            raise InputError(f"{path} can't be read ({error.strerror}); fit weights with 'python -m geo.reading.fit'.") from error

    @classmethod
    def from_lines(cls, lines: Sequence[str], name: str) -> Tagger:
        """Read weights: a line ``feature TAB O TAB B TAB I`` each, the transitions as features ``->O``, ``->B``, ``->I``."""
        weights: dict[str, _Scores] = {}
        for number, line in enumerate(lines, 1):
            if line.startswith("#") or not line:
                continue
            try:
                feature, outside, begin, inside = line.split("\t")
                weights[feature] = (float(outside), float(begin), float(inside))
            except ValueError as error:
                raise InputError(
                    f"{name}, line {number}: a feature and three weights are expected; fit the weights again."
                ) from error
        try:
            transitions = [weights.pop(f"{label}->") for label in LABELS]
        except KeyError as error:
            raise InputError(f"{name} has no transitions; fit the weights again with 'python -m geo.reading.fit'.") from error
        return cls(weights, transitions)

    def label(self, keys: Sequence[Keys]) -> list[int]:
        """Return the best sequence of labels (numbers in `LABELS`) for the words of a run, by the Viterbi algorithm."""
        from_o, from_b, from_i = self._transitions
        scores = [self._score(token) for token in keys]
        if len(scores) == 1:
            return [1 if scores[0].real > 0 else 0]
        back: list[tuple[int, int, int]] = []
        out, begin, inside = 0.0, scores[0].real, _NEVER
        for own in scores[1:]:
            came_out = _best(out + from_o[0], begin + from_b[0], inside + from_i[0])
            came_begin = _best(out + from_o[1], begin + from_b[1], inside + from_i[1])
            came_inside = _best(_NEVER, begin + from_b[2], inside + from_i[2])
            back.append((came_out[1], came_begin[1], came_inside[1]))
            out, begin, inside = came_out[0], came_begin[0] + own.real, came_inside[0] + own.imag
        label = _best(out, begin, inside)[1]
        labels = [label]
        for choices in reversed(back):
            label = choices[label]
            labels.append(label)
        return labels[::-1]

    def _score(self, keys: Keys) -> complex:
        word, gazetteer, left, right, before, behind, standing = self._sums
        return (
            word[keys[0]]
            + gazetteer[keys[1]]
            + left[keys[2]]
            + right[keys[3]]
            + before[keys[4]]
            + behind[keys[5]]
            + standing[keys[6]]
        )


class _Sums(dict["Hashable", complex]):
    """The weights of a group of features summed for each key, worked out when a key is first met and kept.

    Only how far the labels differ matters, so a sum is two numbers: how much more begin (the real part) and inside (the imaginary part)
    score than outside. As one complex number they are added in one step, and this sum is the heart of the reading.
    """

    def __init__(self, features: Callable[..., list[str]], weights: Mapping[str, _Scores]) -> None:
        super().__init__()
        self._features = features
        self._weights = weights

    def __missing__(self, key: Hashable) -> complex:
        if len(self) >= _KEPT:
            self.clear()
        found = [self._weights[feature] for feature in self._features(key) if feature in self._weights]
        out = sum(weight[0] for weight in found)
        self[key] = scores = complex(sum(weight[1] for weight in found) - out, sum(weight[2] for weight in found) - out)
        return scores


def _best(out: float, begin: float, inside: float) -> tuple[float, int]:
    if out >= begin:
        return (out, 0) if out >= inside else (inside, 2)
    return (begin, 1) if begin >= inside else (inside, 2)
