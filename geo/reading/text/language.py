"""Tell the language of an article, and say what is not read where it is not English."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from py3langid.langid import LanguageIdentifier

    from geo.model import Article

__all__ = ["LANGUAGES", "language_of", "say_what_is_not_read"]

#: The languages whose articles are searched for places; what else py3langid knows is read as English would be, and said to be unread.
LANGUAGES: Final = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "ru": "Russian", "uk": "Ukrainian", "ko": "Korean", "zh": "Chinese",
    "ja": "Japanese",
}  # fmt: skip
#: Others that are told from them, so that they are not taken for one of them.
_TOLD_APART: Final = (
    "ar",
    "bg",
    "cs",
    "da",
    "el",
    "fa",
    "fi",
    "he",
    "hi",
    "hu",
    "id",
    "it",
    "nl",
    "no",
    "pl",
    "pt",
    "ro",
    "sr",
    "sv",
    "th",
    "tr",
    "vi",
)
_ENGLISH: Final = frozenset(
    "the of and to in is was for on that with at by it he she his her from as are were they an be this has have had who their will said not but".split()
)
#: Where one word in so many is one of these, a text is English without asking further.
_PLAINLY: Final = 8
_WORD: Final = re.compile(r"[^\W\d_]+")
#: The same for ASCII bytes: letters become small, and what is no letter is a space.
_SMALL_LETTERS: Final = bytes(ord(chr(byte).lower()) if chr(byte).isalpha() else 32 for byte in range(128)) + b" " * 128
_ENGLISH_BYTES: Final = frozenset(word.encode() for word in _ENGLISH)
_OTHER_SCRIPT: Final = re.compile(r"[\u0400-\u052f\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
#: Characters looked at, of which those at either end are mostly enough for English, and letters without which a language can't be told.
_LOOKED_AT: Final = 4_000
_END: Final = 500
_FEWEST: Final = 12
#: Below this probability the library's answer is a guess, and the text is taken for English.
_SURE: Final = 0.9
_KANA, _HANGUL, _HAN = re.compile(r"[\u3040-\u30ff]"), re.compile(r"[\uac00-\ud7af]"), re.compile(r"[\u3400-\u9fff]")


def language_of(article: Article) -> str:
    """Return the language of an article's prose as an ISO 639-1 code, ``"en"`` where it can't be told.

    English is told by its commonest words; only for another text the library is loaded (0.1 s). Unless it is sure the text is English.
    What an editor or the page itself says of the language (``article.lang``) is not asked: pages are mislabelled.
    """
    text = _prose(article)
    if _is_plainly_english(text[:_END]) and _is_plainly_english(text[-_END:]):
        return "en"
    return "en" if _is_plainly_english(text) else _judged(text)


def _prose(article: Article) -> str:
    if not article.skipped:
        return article.text[:_LOOKED_AT]
    text, last = [], 0
    for span in article.skipped:
        text.append(article.text[last : span.start])
        last = max(last, span.end)
    return "".join([*text, article.text[last : last + _LOOKED_AT]])[:_LOOKED_AT]


def _is_plainly_english(text: str) -> bool:
    """Tell quickly that `_judged` would say English: signs not in ASCII count against it in every way that they could."""
    signs = text.encode("ascii", "replace")
    strange = signs.count(b"?") - text.count("?")
    words = signs.translate(_SMALL_LETTERS).split()
    # A strange character may be a letter of two words that look English without it, or a word of its own.
    common, wanted = -2 * strange, (len(words) + strange) / _PLAINLY
    if strange * 3 > len(words):
        return False
    for word in words:
        if common >= wanted:
            return True
        if word in _ENGLISH_BYTES:
            common += 1
    return common >= wanted


@lru_cache(maxsize=64)
def _judged(text: str) -> str:
    words = [word.lower() for word in _WORD.findall(text)]
    letters = sum(map(len, words))
    foreign = len(_OTHER_SCRIPT.findall(text))
    if foreign * 3 > letters and foreign >= 4:
        return _by_script(text)
    common = sum(word in _ENGLISH for word in words)
    if letters < _FEWEST or common * _PLAINLY >= len(words):
        return "en"
    language, probability = _identifier().classify(text)
    return str(language) if probability >= _SURE else "en"


def _by_script(text: str) -> str:
    """Tell Japanese, Korean and Chinese by their letters, and the languages of others by the library."""
    if _HANGUL.search(text):
        return "ko"
    if len(_KANA.findall(text)) * 20 > len(_HAN.findall(text)) and _KANA.search(text):
        return "ja"
    if _HAN.search(text):
        return "zh"
    language, _probability = _identifier().classify(text)
    return str(language)


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([*LANGUAGES, *_TOLD_APART])
    return identifier


def say_what_is_not_read(articles: Iterable[Article]) -> Iterator[str]:
    """Yield a sentence for each article that is not in English: what of it is read, and what is not."""
    for article in articles:
        language = language_of(article)
        if language == "en":
            continue
        name = article.name or article.title or article.id
        if language in LANGUAGES:
            yield (
                f"{name} is in {LANGUAGES[language]}: its places are found, but who travelled, when and how is read from English only, "
                "so it adds no journey."
            )
        else:
            yield (
                f"{name} is in a language that is not read ({language}): its places may be found in part, and it adds no journey; "
                "translate it, and say so."
            )
