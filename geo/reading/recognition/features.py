"""The features of a token, by which the tagger knows what it is.

They come in groups, each a function of little: of a word; of a word and the state of what it stands beside; of what the gazetteer says; ... The same
arguments always have the same features, so that at reading time the tagger keeps one sum for each and adds a few of them for each token. Each takes one
text and small numbers, so that these sums can stand in lists.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from geo.reading.recognition.segments import TITLES
from geo.reading.recognition.token_sequences import IN_CAPITALS, IS_FIRST, IS_LAST, OPENS, PLACES, RUN_LENGTH
from geo.reading.text.tokens import DIRECTIONS
from geo.reading.vocabulary.person_names import name_class

if TYPE_CHECKING:
    from geo.reading.recognition.token_sequences import Token, TokenSequence

__all__ = [
    "WITHIN", "features_of", "kind_beside", "name_before", "name_behind", "of_comma", "of_evidence", "of_name", "of_position", "of_word", "two_before",
    "two_behind", "word_before", "word_behind",
]  # fmt: skip

#: What one does to a place only: as telling as "in", but too rare in any corpus to be learned word by word.
_REACHING: Final = frozenset(
    "approaching departed leaves leaving left reached reaches reaching toured visited visiting visits".split()
)
#: The place, in a state, of what is beside a word in its own segment.
WITHIN: Final = "-"


def _shape(word: str) -> str:
    if not word[0].isalnum():
        return word[0]
    if word[0].isdigit():
        return "9"
    if word.isupper() and len(word) > 1:
        return "AA"
    return "Aa" if word[0].isupper() else "a"


def of_word(word: str) -> list[str]:
    """Return the features of the word itself."""
    low = word.lower()
    features = [f"w={low}", f"shape={_shape(word)}", f"p3={low[:3]}", f"s2={low[-2:]}", f"s3={low[-3:]}", f"s4={low[-4:]}"]
    if low in DIRECTIONS:
        features.append("direction" if word[0].islower() else "Direction")
    if word in TITLES:
        features.append("title")
    if "." in word:
        features.append("abbreviation" if len(word) > 2 else "initial")
    return features


def of_name(code: str, place: str, length: int) -> list[str]:
    """Return the features of what the gazetteer knows of a name, by the place of the word in it and its length."""
    if not code:
        return ["gaz="]
    group = code[:1]
    return [
        f"gaz={group}|{place}",
        f"gaz={code[:2]}|{place}",
        f"kind={group}{code[2]}|{place}",
        f"code={code}|{place}",
        f"len={length}|{place}|{group}",
    ]


def name_before(code: str, state: str) -> list[str]:
    """Return the features of the name before a token's segment: of its group and magnitude."""
    return _of_other_name("g-1", code[:2], state)


def name_behind(code: str, state: str) -> list[str]:
    """Return the features of the name behind a token's segment: of its group and magnitude."""
    return _of_other_name("g+1", code[:2], state)


def _of_other_name(side: str, code: str, state: str) -> list[str]:
    group, place = state[:-1], state[-1]
    return [f"{side}={x}" for x in (f"{code[:1]}|{group}|{place}", f"{code}|{group}", code)]


def of_comma(comma: str, state: str) -> list[str]:
    """Return the features of what stands on the other side of a comma: ``>S`` before a state, ``<P`` after a town."""
    return [f"comma={comma}|{state[:-1]}", f"comma={comma}|{state[-1]}"] if comma else []


def word_before(word: str, state: str) -> list[str]:
    """Return the features of the word before a token's segment, or within it before the token: the state is then its group and `WITHIN`."""
    return _near("w-1", word, state, "SB") + _around("left", word, state)


def word_behind(word: str, state: str) -> list[str]:
    """Return the features of the word behind a token's segment, or within it behind the token: the state is then its group and `WITHIN`."""
    return _near("w+1", word, state, "SE") + _around("right", word, state)


def kind_beside(word: str) -> str:
    """Return what a word is beside another, its letters aside: of two words that no feature is about, those of one kind have the same features."""
    return f"{_shape(word)}|{name_class(word)}|{word in TITLES}|{word.lower() in _REACHING}"


def _near(side: str, word: str, state: str, ends: str) -> list[str]:
    """Return the features of the word beside a token; beside its segment it is that where the token stands at this end."""
    group, place = state[:-1], state[-1]
    if place != WITHIN and place not in ends:
        return []
    low = word.lower()
    found = [f"{side}={low}", f"{side}={low}|{group}", f"{side}shape={_shape(word)}|{group}"]
    if word in TITLES:
        found.append(f"{side}title|{group}")
    if low in _REACHING:
        found.append(f"{side}reaching|{group}")
    if named := name_class(word):
        found.append(f"{side}named={named}|{group}")
    return found


def _around(side: str, word: str, state: str) -> list[str]:
    """Return the features of the word beside a segment that is a name."""
    group, place = state[:-1], state[-1]
    if not group or place == WITHIN:
        return []
    return [f"{side}={word.lower()}|{group}|{place}", f"{side}shape={_shape(word)}|{group}|{place}"]


def two_before(word: str) -> list[str]:
    """Return the feature of the word next but one before."""
    return [f"w-2={word.lower()}"]


def two_behind(word: str) -> list[str]:
    """Return the feature of the word next but one behind."""
    return [f"w+2={word.lower()}"]


def of_position(position: int, group: str) -> list[str]:
    """Return the features of how a word stands in its run."""
    first, last, opens, capitals = (int(bool(position & bit)) for bit in (IS_FIRST, IS_LAST, OPENS, IN_CAPITALS))
    ends, size = f"{first}{last}", position // RUN_LENGTH
    return [
        f"run={ends}|{size}",
        f"run={ends}|{group}",
        f"opens={opens}|{group}",
        f"opens={opens}",
        f"capitals={capitals}|{size}",
        f"capitals={capitals}|{group}",
    ]


def of_evidence(evidence: int, group: str) -> list[str]:
    """Return the features of how a name stands anywhere in the text."""
    bits = [f"bit={bit}|{group}" for bit in (1, 2, 4, 8, 16, 32, 64, 128, 256) if evidence & bit]
    return [f"seen={evidence}", f"seen={evidence}|{group}", *bits]


def features_of(token: Token, sequence: TokenSequence) -> list[str]:
    """Return all features of a token; those of different groups never share a name."""
    words, codes = sequence.words, sequence.codes
    code, place = codes[token.segment], PLACES[token.place]
    group = code[:1]
    state, within = group + place, group + WITHIN
    return [
        *of_word(words[token.word]),
        *name_before(codes[token.segment - 1], state),
        *name_behind(codes[token.segment + 1], state),
        *of_comma(token.comma, state),
        *of_name(code, place, token.length),
        *(word_before(words[token.word - 1], within) if place in "IE" else ()),
        *word_before(words[token.left], state),
        *(word_behind(words[token.word + 1], within) if place in "BI" else ()),
        *word_behind(words[token.right], state),
        *two_before(words[token.two_before]),
        *two_behind(words[token.two_behind]),
        *of_position(token.position, group),
        *of_evidence(token.evidence, group),
    ]
