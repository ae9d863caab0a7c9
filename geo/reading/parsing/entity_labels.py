"""Persons, days, nationalities and the like, labelled by the parser's own network in fewer steps.

The network goes through a text word by word and decides of each whether it stands alone, begins, continues or ends a name, or is none. What
it decides outside a name depends on that word alone, so all words are decided on at once as if they stood outside; inside a name, where only two
decisions are open (go on, or end here), one by one. The labels are those that spaCy's ``ner`` sets, which asks every word for each of its moves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from spacy.pipeline import EntityRecognizer
    from spacy.tokens import Doc

__all__ = ["EntityLabels"]

#: What the network looks at: the word itself, the first word of the name that is open, and the word before.
_WORD, _FIRST, _BEFORE = range(3)


class EntityLabels:
    """Sets the entities of parses.

    Parameters
    ----------
    recognizer
        The parser's entity recognizer, whose weights are used.
    """

    def __init__(self, recognizer: EntityRecognizer) -> None:
        model = recognizer.model
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        self._vectors = model.get_ref("tok2vec")
        self._features = lower.get_param("W")  # features, hidden, pieces, inputs
        self._absent = lower.get_param("pad")[0]  # features, hidden, pieces
        self._bias = lower.get_param("b")  # hidden, pieces
        self._moves, self._moves_bias = upper.get_param("W"), upper.get_param("b")
        moves = recognizer.moves
        self._names = [moves.get_class_name(number) for number in range(moves.n_moves)]  # "B-DATE", "I-DATE", ... "O"
        self._numbers = {name: number for number, name in enumerate(self._names)}
        self._begins = np.array([name.startswith("B-") for name in self._names])
        self._opens = np.array([name.startswith(("B-", "U-")) for name in self._names])
        self._inside = np.array([name.startswith(("I-", "L-")) or name == "U-" for name in self._names])

    def set_on(self, docs: Sequence[Doc]) -> None:
        """Set them on parses that have their sentences; none of them may be without a word."""
        from spacy.tokens import Span

        names = self._find(docs)
        name = next(names, None)
        first = 0
        for doc in docs:
            own: list[Span] = []
            while name is not None and name[0] < first + len(doc):
                own.append(Span(doc, name[0] - first, name[1] - first, label=name[2]))
                name = next(names, None)
            doc.set_ents(own)
            first += len(doc)

    def _find(self, docs: Sequence[Doc]) -> Iterator[tuple[int, int, str]]:
        """Yield the first word of each name, the word behind its last, and its label; words are counted through all parses."""
        words = self._vectors.predict(docs) @ self._features.reshape(-1, self._features.shape[-1]).T
        features = words.reshape(-1, *self._features.shape[:-1])
        last, space = _ends_of_sentences(docs), np.concatenate([doc.to_array("IS_SPACE") for doc in docs]).astype(bool)
        scores = self._scores(features[:, _WORD] + self._absent[_FIRST] + self._absent[_BEFORE])
        scores[:, self._inside] = -np.inf
        scores[np.ix_(last, self._begins)] = -np.inf
        scores[np.ix_(space, self._opens)] = -np.inf
        moves, position = scores.argmax(axis=1).tolist(), 0
        while position < len(moves):
            kind, _, label = self._names[moves[position]].partition("-")
            start, position = position, position + 1
            if kind == "B":
                position = self._end(features, start, label, last)
            if kind != "O":
                yield start, position, label

    def _end(self, features: NDArray[np.float32], start: int, label: str, last: NDArray[np.bool_]) -> int:
        """Find the word behind a name that begins at ``start``."""
        on, end = (self._numbers[f"{move}-{label}"] for move in "IL")
        position = start + 1
        while not last[position]:
            seen = features[position, _WORD] + features[start, _FIRST] + features[position - 1, _BEFORE]
            scores = self._scores(seen)
            if scores[on] <= scores[end]:
                break
            position += 1
        return position + 1

    def _scores(self, seen: NDArray[np.float32]) -> NDArray[np.float32]:
        """Score every move by what is seen, of one word or of many."""
        scores: NDArray[np.float32] = (seen + self._bias).max(axis=-1) @ self._moves.T + self._moves_bias
        return scores


def _ends_of_sentences(docs: Sequence[Doc]) -> NDArray[np.bool_]:
    """Which words are the last of their sentences."""
    ends = [np.append(doc.to_array("SENT_START")[1:] == 1, True) for doc in docs]
    return np.concatenate(ends)
