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
    kind_beside,
    name_before,
    name_behind,
    of_comma,
    of_evidence,
    of_name,
    of_position,
    of_word,
    two_before,
    two_behind,
    word_before,
    word_behind,
)
from geo.reading.recognition.lexicon import GROUPS
from geo.reading.recognition.segments import EVIDENCES
from geo.reading.recognition.token_sequences import LENGTHS, PLACES, POSITIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from geo.reading.recognition.token_sequences import Token, TokenSequence

__all__ = ["LABELS", "Tagger"]

LABELS: Final = ("O", "B", "I")
_Scores = tuple[float, float, float]
#: Less than any sum: there is nothing to go on with.
_NEVER: Final = -1e9
#: Words whose sums are kept; an archive would fill memory with those it met once.
_KEPT: Final = 1 << 15
#: The places of a word in a name, and that of what is beside it in its own.
_STATES: Final = PLACES + WITHIN
_PLACES: Final = len(PLACES)
_WITHIN: Final = len(PLACES)


class _Sum:
    """Weights of features summed. Only how far the labels differ matters: how much more begin and inside score than outside."""

    __slots__ = ("begin", "inside")

    def __init__(self, begin: float, inside: float) -> None:
        self.begin = begin
        self.inside = inside


#: Of all that the weights don't know.
_NOTHING: Final = _Sum(0.0, 0.0)
#: Sums by small numbers, None for what was not met yet.
_Table = list[_Sum | None]


class _Group:
    """The words of names of one group: what their standing adds, by its bits, and the number of the first of their states.

    A state is a group and a place in a name, one of `_STATES`.
    """

    __slots__ = ("evidence", "letter", "positions", "states")

    def __init__(self, letter: str, number: int) -> None:
        self.letter = letter
        self.states = number * len(_STATES)
        self.positions: _Table = [None] * POSITIONS
        self.evidence: _Table = [None] * EVIDENCES


class _Name:
    """What a code of the gazetteer adds to the scores of its words, by length and place, and to those of other names by their state.

    The states in `before` are those of words that have this name before theirs, in `behind` of those that have it behind.
    """

    __slots__ = ("before", "behind", "code", "group", "own")

    def __init__(self, code: str, group: _Group) -> None:
        self.code = code
        self.group = group
        self.own: _Table = [None] * (LENGTHS * _PLACES)
        self.before = _new_table()
        self.behind = _new_table()


class _Word:
    """What a word adds to the scores of tokens.

    Attributes
    ----------
    begin, inside
        To its own as the token, as in `_Sum`.
    before, behind
        To that of the token next but one behind it, and before it.
    left, right
        To that of a token that it stands before or behind, by the token's state. Words that the weights don't know there share a table with all of
        their kind, so that few tables are in use and stay near at hand.
    """

    __slots__ = ("before", "begin", "behind", "inside", "left", "right", "text")

    def __init__(self, text: str, own: _Sum, before: _Sum, behind: _Sum, left: _Table, right: _Table) -> None:
        self.text = text
        self.begin = own.begin
        self.inside = own.inside
        self.before = before
        self.behind = behind
        self.left = left
        self.right = right


class _Neighbours:
    """The tables of words beside a name, on one side: those that the weights know there have their own, others one for each kind."""

    def __init__(self, weights: Mapping[str, _Scores], near: str, around: str) -> None:
        self._known: set[str] = set()
        for feature in weights:  # "w-1=in", "w-1=in|P", "left=in|P|S"
            side, _, rest = feature.partition("=")
            if side == near:
                self._known.update((rest, rest.rsplit("|", 1)[0]))
            elif side == around:
                self._known.add(rest.rsplit("|", 2)[0])
        self._of_kinds: dict[str, _Table] = {}

    def table_of(self, word: str) -> _Table:
        """Return the table of a word, empty where none of its kind was met."""
        if word.lower() in self._known:
            return _new_table()
        kind = kind_beside(word)
        table = self._of_kinds.get(kind)
        if table is None:
            table = self._of_kinds[kind] = _new_table()
        return table


def _new_table() -> _Table:
    return [None] * ((len(GROUPS) + 1) * len(_STATES))


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
        self._from_out, self._from_begin, self._from_inside = transitions[0], transitions[1], transitions[2]
        self._weights = weights
        self._words: dict[str, _Word] = {}
        self._lefts = _Neighbours(weights, "w-1", "left")
        self._rights = _Neighbours(weights, "w+1", "right")
        self._groups = {letter: _Group(letter, number) for number, letter in enumerate(("", *GROUPS))}
        # Of these there are no more than the gazetteer has codes.
        self._names: dict[str, _Name] = {}
        self._commas: dict[str, _Sum] = {}

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

    def label(self, sequence: TokenSequence) -> list[int]:
        """Return the best sequence of labels (numbers in `LABELS`) for the words of a run, by the Viterbi algorithm."""
        words = [self._words.get(text) or self._meet(text) for text in sequence.words]
        names = [self._names.get(code) or self._learn(code) for code in sequence.codes]
        tokens = sequence.tokens
        out, inside = 0.0, _NEVER
        begin, _ = self._score(tokens[0], words, names)
        if len(tokens) == 1:
            return [1 if begin > 0 else 0]
        from_o, from_b, from_i = self._from_out, self._from_begin, self._from_inside
        back: list[int] = []
        for number in range(1, len(tokens)):
            came_out = _best(out + from_o[0], begin + from_b[0], inside + from_i[0])
            came_begin = _best(out + from_o[1], begin + from_b[1], inside + from_i[1])
            came_inside = _best(_NEVER, begin + from_b[2], inside + from_i[2])
            back.append(came_out[1] | came_begin[1] << 2 | came_inside[1] << 4)  # two bits for the label before each
            own_begin, own_inside = self._score(tokens[number], words, names)
            out, begin, inside = came_out[0], came_begin[0] + own_begin, came_inside[0] + own_inside
        label = _best(out, begin, inside)[1]
        labels = [label]
        for number in range(len(back) - 1, -1, -1):
            label = back[number] >> 2 * label & 3
            labels.append(label)
        labels.reverse()
        return labels

    def _score(self, token: Token, words: list[_Word], names: list[_Name]) -> tuple[float, float]:
        """Return how much more begin and inside score than outside: the sums of all that bears on the token, each worked out once and kept."""
        place, number = token.place, token.segment
        name = names[number]
        group = name.group
        state = group.states + place
        word, before, behind = words[token.word], words[token.two_before].before, words[token.two_behind].behind
        left = words[token.left].left[state] or self._left(words[token.left], group, place)
        right = words[token.right].right[state] or self._right(words[token.right], group, place)
        own = name.own[token.length * _PLACES + place] or self._own(name, token)
        last = names[number - 1].before[state] or self._before(names[number - 1], group, place)
        following = names[number + 1].behind[state] or self._behind(names[number + 1], group, place)
        position = group.positions[token.position] or self._position(group, token.position)
        evidence = group.evidence[token.evidence] or self._evidence(group, token.evidence)
        begin = word.begin + own.begin + last.begin + following.begin + left.begin + right.begin
        begin += before.begin + behind.begin + position.begin + evidence.begin
        inside = word.inside + own.inside + last.inside + following.inside + left.inside + right.inside
        inside += before.inside + behind.inside + position.inside + evidence.inside
        if token.length > 1:
            state = group.states + _WITHIN
            if PLACES[place] in "IE":
                more = words[token.word - 1].left[state] or self._left(words[token.word - 1], group, _WITHIN)
                begin, inside = begin + more.begin, inside + more.inside
            if PLACES[place] in "BI":
                more = words[token.word + 1].right[state] or self._right(words[token.word + 1], group, _WITHIN)
                begin, inside = begin + more.begin, inside + more.inside
        if token.comma:
            more = self._comma(token.comma, group, place)
            begin, inside = begin + more.begin, inside + more.inside
        return begin, inside

    # What follows works out a sum when it is first asked for.

    def _left(self, word: _Word, group: _Group, place: int) -> _Sum:
        return self._keep(word.left, group.states + place, word_before(word.text, group.letter + _STATES[place]))

    def _right(self, word: _Word, group: _Group, place: int) -> _Sum:
        return self._keep(word.right, group.states + place, word_behind(word.text, group.letter + _STATES[place]))

    def _own(self, name: _Name, token: Token) -> _Sum:
        return self._keep(name.own, token.length * _PLACES + token.place, of_name(name.code, PLACES[token.place], token.length))

    def _before(self, name: _Name, group: _Group, place: int) -> _Sum:
        return self._keep(name.before, group.states + place, name_before(name.code, group.letter + PLACES[place]))

    def _behind(self, name: _Name, group: _Group, place: int) -> _Sum:
        return self._keep(name.behind, group.states + place, name_behind(name.code, group.letter + PLACES[place]))

    def _position(self, group: _Group, position: int) -> _Sum:
        return self._keep(group.positions, position, of_position(position, group.letter))

    def _evidence(self, group: _Group, evidence: int) -> _Sum:
        return self._keep(group.evidence, evidence, of_evidence(evidence, group.letter))

    def _keep(self, table: _Table, number: int, features: list[str]) -> _Sum:
        found = table[number] = _sum_of(features, self._weights)
        return found

    def _comma(self, comma: str, group: _Group, place: int) -> _Sum:
        key = f"{comma}|{group.letter}{PLACES[place]}"
        found = self._commas.get(key)
        if found is None:
            found = self._commas[key] = _sum_of(of_comma(comma, group.letter + PLACES[place]), self._weights)
        return found

    def _meet(self, text: str) -> _Word:
        if len(self._words) >= _KEPT:
            self._words.clear()
        own, before = _sum_of(of_word(text), self._weights), _sum_of(two_before(text), self._weights)
        behind = _sum_of(two_behind(text), self._weights)
        left, right = self._lefts.table_of(text), self._rights.table_of(text)
        word = self._words[text] = _Word(text, own, before, behind, left, right)
        return word

    def _learn(self, code: str) -> _Name:
        name = self._names[code] = _Name(code, self._groups.get(code[:1]) or self._groups[""])
        return name


def _sum_of(features: Iterable[str], weights: Mapping[str, _Scores]) -> _Sum:
    found = [weights[feature] for feature in features if feature in weights]
    if not found:
        return _NOTHING
    out = sum(weight[0] for weight in found)
    return _Sum(sum(weight[1] for weight in found) - out, sum(weight[2] for weight in found) - out)


def _best(out: float, begin: float, inside: float) -> tuple[float, int]:
    if out >= begin:
        return (out, 0) if out >= inside else (inside, 2)
    return (begin, 1) if begin >= inside else (inside, 2)
