"""Label the words of runs: a linear-chain CRF whose fitted weights are a readable file, decoded without any other library.

The weights are fitted by ``python -m geo.reading.fit`` with python-crfsuite; reading needs only this module. See
docs/decisions/tagger.md for what was measured.
"""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING, Final

from gazetteer.errors import InputError
from geo.reading.recognition.features import (
    WITHIN,
    of_gazetteer,
    of_standing,
    of_word,
    two_before,
    two_behind,
    word_before,
    word_behind,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
    from pathlib import Path

    from geo.reading.recognition.features import Token

__all__ = ["LABELS", "Tagger"]

LABELS: Final = ("O", "B", "I")
_Scores = tuple[float, float, float]
#: Less than any sum: there is nothing to go on with.
_NEVER: Final = -1e9
#: Words, and keys of either sort, whose sums are kept; an archive would fill memory with those it met once.
_KEPT: Final = 1 << 15


class _Sum:
    """Weights of features summed. Only how far the labels differ matters: how much more begin and inside score than outside."""

    __slots__ = ("begin", "inside")

    def __init__(self, begin: float, inside: float) -> None:
        self.begin = begin
        self.inside = inside


class _Word:
    """What a word adds to the scores of tokens: as the token, next but one to it, and beside it in each state in which it was met there."""

    __slots__ = ("left", "own", "right", "two_before", "two_behind")

    def __init__(self, own: _Sum, before: _Sum, behind: _Sum) -> None:
        self.own = own
        self.two_before = before
        self.two_behind = behind
        self.left: dict[str, _Sum] = {}
        self.right: dict[str, _Sum] = {}


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
        self._weights = weights
        self._words: dict[str, _Word] = {}
        self._gazetteer = _Sums(of_gazetteer, weights)
        self._standing = _Sums(of_standing, weights)

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

    def label(self, tokens: Sequence[Token]) -> list[int]:
        """Return the best sequence of labels (numbers in `LABELS`) for the words of a run, by the Viterbi algorithm."""
        out, inside = 0.0, _NEVER
        begin, _ = self._score(tokens[0])
        if len(tokens) == 1:
            return [1 if begin > 0 else 0]
        from_o, from_b, from_i = self._transitions
        back: list[tuple[int, int, int]] = []
        for token in tokens[1:]:
            came_out = _best(out + from_o[0], begin + from_b[0], inside + from_i[0])
            came_begin = _best(out + from_o[1], begin + from_b[1], inside + from_i[1])
            came_inside = _best(_NEVER, begin + from_b[2], inside + from_i[2])
            back.append((came_out[1], came_begin[1], came_inside[1]))
            own_begin, own_inside = self._score(token)
            out, begin, inside = came_out[0], came_begin[0] + own_begin, came_inside[0] + own_inside
        label = _best(out, begin, inside)[1]
        labels = [label]
        for choices in reversed(back):
            label = choices[label]
            labels.append(label)
        return labels[::-1]

    def _score(self, token: Token) -> tuple[float, float]:
        """Return how much more begin and inside score than outside: the sums of all that bears on the token, each worked out once and kept."""
        state, words = token.state, self._words
        own = (words.get(token.word) or self._meet(token.word)).own
        before = (words.get(token.two_before) or self._meet(token.two_before)).two_before
        behind = (words.get(token.two_behind) or self._meet(token.two_behind)).two_behind
        word = words.get(token.left) or self._meet(token.left)
        left = word.left.get(state) or self._left(token.left, state)
        word = words.get(token.right) or self._meet(token.right)
        right = word.right.get(state) or self._right(token.right, state)
        gazetteer = self._gazetteer[token.gazetteer]
        standing = self._standing[token.standing]
        begin = own.begin + gazetteer.begin + left.begin + right.begin + before.begin + behind.begin + standing.begin
        inside = own.inside + gazetteer.inside + left.inside + right.inside + before.inside + behind.inside + standing.inside
        if token.inner_left:
            more = self._left(token.inner_left, state[:-1] + WITHIN)
            begin, inside = begin + more.begin, inside + more.inside
        if token.inner_right:
            more = self._right(token.inner_right, state[:-1] + WITHIN)
            begin, inside = begin + more.begin, inside + more.inside
        return begin, inside

    def _left(self, text: str, state: str) -> _Sum:
        word = self._words.get(text) or self._meet(text)
        found = word.left.get(state)
        if found is None:
            found = word.left[state] = _sum_of(word_before(text, state), self._weights)
        return found

    def _right(self, text: str, state: str) -> _Sum:
        word = self._words.get(text) or self._meet(text)
        found = word.right.get(state)
        if found is None:
            found = word.right[state] = _sum_of(word_behind(text, state), self._weights)
        return found

    def _meet(self, text: str) -> _Word:
        if len(self._words) >= _KEPT:
            self._words.clear()
        sums = [_sum_of(features(text), self._weights) for features in (of_word, two_before, two_behind)]
        word = self._words[text] = _Word(sums[0], sums[1], sums[2])
        return word


class _Sums(dict["Hashable", _Sum]):
    """The sums of a group of features by its key, each worked out when a key is first met."""

    def __init__(self, features: Callable[..., list[str]], weights: Mapping[str, _Scores]) -> None:
        super().__init__()
        self._features = features
        self._weights = weights

    def __missing__(self, key: Hashable) -> _Sum:
        if len(self) >= _KEPT:
            self.clear()
        found = self[key] = _sum_of(self._features(key), self._weights)
        return found


def _sum_of(features: Iterable[str], weights: Mapping[str, _Scores]) -> _Sum:
    found = [weights[feature] for feature in features if feature in weights]
    out = sum(weight[0] for weight in found)
    return _Sum(sum(weight[1] for weight in found) - out, sum(weight[2] for weight in found) - out)


def _best(out: float, begin: float, inside: float) -> tuple[float, int]:
    if out >= begin:
        return (out, 0) if out >= inside else (inside, 2)
    return (begin, 1) if begin >= inside else (inside, 2)
