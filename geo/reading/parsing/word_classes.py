"""Parts of speech and lemmas, as the parser's attribute ruler and lemmatizer give them, looked up by kind of word.

The ruler tries its two hundred patterns on each word of each text. All but a few of them look at one word alone: at its tag, its place in
the syntax, and whether it is one of some fifty words. So what they say of a kind of word is found once, with the ruler itself, and kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.pipeline import AttributeRuler, Lemmatizer
    from spacy.tokens import Doc, MorphAnalysis, Token

__all__ = ["WordClasses"]

#: What makes a kind of word; a pattern that asks for anything else is tried on whole texts.
_KIND = frozenset({"TAG", "DEP", "LOWER", "IS_SPACE"})
_KINDS_OF_WORDS = ("adj", "adv", "noun", "verb")
#: Lemmas that are kept, some 20 MB of them; over an archive there is no end of words.
_MOST_LEMMAS = 100_000


class _WordClass(NamedTuple):
    """What the ruler says of a kind of word; the lemma is empty where it says none."""

    tag: int
    pos: int
    dep: int
    morph: MorphAnalysis
    lemma: str


class WordClasses:
    """Sets the part of speech, the features and the lemma of each word of a parse.

    Parameters
    ----------
    ruler, lemmatizer
        The parts of the parser to ask. Texts with a phrase that the ruler knows ("gonna", "let's") are given to them whole.
    """

    def __init__(self, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        from spacy.matcher import Matcher
        from spacy.pipeline import AttributeRuler

        self._ruler, self._lemmatizer = ruler, lemmatizer
        self._phrases = Matcher(ruler.vocab)
        self._of_one_word = AttributeRuler(ruler.vocab)
        self._named: set[int] = set()
        for number, rule in enumerate(ruler.patterns):
            named = [_named(pattern) for pattern in rule["patterns"]]
            if None not in named:
                self._of_one_word.add(**rule)
                self._named.update(ruler.vocab.strings.add(word) for words in named for word in words or ())
            else:
                self._phrases.add(str(number), rule["patterns"])
        self._classes: dict[tuple[int, int, int, bool], _WordClass] = {}
        self._lemmas: dict[tuple[int, int, int], str] = {}
        #: The words of the lemmatizer, for the few who ask for them.
        self._dictionary: dict[str, frozenset[str]] = {}

    def set_on(self, doc: Doc) -> None:
        """Set them on a parse that has tags and syntax."""
        if self._phrases(doc):
            self._lemmatizer(self._ruler(doc))
            return
        for token in doc:
            known = self._class_of(token)
            token.tag, token.pos, token.dep, token.morph = known.tag, known.pos, known.dep, known.morph
            token.lemma_ = known.lemma or self._lemma_of(token, known)

    def kinds_of(self, word: str) -> frozenset[str]:
        """Tell what the model's dictionary has a word as, in lower case and in any of its forms: a noun, a verb and so on."""
        if not self._dictionary:
            index, irregular = (self._lemmatizer.lookups.get_table(f"lemma_{name}") for name in ("index", "exc"))
            self._dictionary = {kind: frozenset(index[kind]) | frozenset(irregular[kind]) for kind in _KINDS_OF_WORDS}
        rules = self._lemmatizer.lookups.get_table("lemma_rules")
        return frozenset(
            kind
            for kind, words in self._dictionary.items()
            if word in words
            or any(word.endswith(old) and word[: len(word) - len(old)] + new in words for old, new in rules.get(kind, ()))
        )

    def _class_of(self, token: Token) -> _WordClass:
        lower = token.lower
        kind = (token.tag, token.dep, lower if lower in self._named else 0, token.is_space)
        known = self._classes.get(kind)
        if known is None:
            known = self._classes[kind] = self._ask_ruler(token)
        return known

    def _ask_ruler(self, token: Token) -> _WordClass:
        from spacy.tokens import Doc

        alone = Doc(token.vocab, words=[token.text])
        word = alone[0]
        word.tag, word.dep = token.tag, token.dep
        self._of_one_word(alone)
        return _WordClass(word.tag, word.pos, word.dep, word.morph, word.lemma_)

    def _lemma_of(self, token: Token, known: _WordClass) -> str:
        kind = (token.orth, known.pos, known.morph.key)
        lemma = self._lemmas.get(kind)
        if lemma is None:
            if len(self._lemmas) >= _MOST_LEMMAS:
                self._lemmas.clear()
                self._lemmatizer.cache.clear()
            lemma = self._lemmas[kind] = self._lemmatizer.lemmatize(token)[0]
        return lemma


def _named(pattern: list[dict[str, Any]]) -> Sequence[str] | None:
    """The words, in lower case, that a pattern for one kind of word names; None if it asks for several words, or for more than a kind."""
    if len(pattern) > 1 or not pattern[0].keys() <= _KIND:
        return None
    wanted = pattern[0].get("LOWER", {"IN": []})
    words: Sequence[str] | None = [wanted] if isinstance(wanted, str) else wanted.get("IN")
    return words
