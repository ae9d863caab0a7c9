"""Read files into articles, without altering a character of their text."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer.errors import InputError
from geo.model import Article, Span
from geo.reading.articles.formats import SUFFIXES, read_source
from geo.reading.articles.page import find_title, mark_page
from geo.reading.articles.page_date import find_published
from geo.reading.articles.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from geo.reading.articles.folder import Known

__all__ = ["MAX_BYTES", "article_from_bytes", "article_from_text", "read_article", "read_articles"]

#: The largest file that is read, in bytes: no article comes near it, and a wrong file ends at once.
MAX_BYTES = 5_000_000


def read_article(path: str | Path, *, published: date | None = None, known: Known | None = None) -> Article:
    """Read one article from a file.

    Parameters
    ----------
    path
        A ``.txt`` or ``.md`` file (with or without front matter), a saved ``.html`` page, or an IPTC ninjs ``.json`` item. A
        ``str`` that holds a line break is taken for the text itself.
    published
        The day of publication, used only where neither the text nor ``known`` states one.
    known
        What the desk knows of it; see `geo.reading.articles.folder.read_manifest`.

    Returns
    -------
    Article
        Offsets are into ``text``, which is the decoded file (of a page or ninjs item: its words).

    Raises
    ------
    InputError
        No such file, unknown suffix, empty, too large, binary, or not in an encoding that can be read.
    """
    if isinstance(path, str) and "\n" in path:
        return article_from_text(path, published=published, known=known)
    path = Path(path)
    return article_from_bytes(_read_bytes(path), path, published=published, known=known)


def read_articles(paths: Iterable[str | Path], *, published: date | None = None) -> list[Article]:
    """Read the articles of one story: files, and folders one level deep with their ``manifest.toml``.

    Parameters
    ----------
    paths
        Files and folders, in any order; the articles come in this order, a folder's in the order of their names.
    published
        For the articles that state no day of publication.

    Returns
    -------
    list of Article
        The same text given twice is read once.

    Raises
    ------
    InputError
        As `read_article`; also for a folder without articles or with a faulty manifest.
    """
    from geo.reading.articles.folder import expand, known_of

    files, _skipped = expand(paths)
    articles: dict[str, Article] = {}
    for file in files:
        article = read_article(file, published=published, known=known_of(file))
        articles.setdefault(article.sha256, article)
    return list(articles.values())


def article_from_bytes(data: bytes, path: Path, *, published: date | None = None, known: Known | None = None) -> Article:
    """Make an article of a file's bytes according to the suffix of its name; raises InputError as `read_article` does."""
    return _article(read_source(data, path), path.name, published, known)


def article_from_text(text: str, *, name: str = "", published: date | None = None, known: Known | None = None) -> Article:
    """Make an article of a text at hand, such as standard input; raises InputError if it is blank."""
    if not text.strip():
        raise InputError(f"{name or 'The text'} is empty; give an article with some words in it.")
    return _article(Source(text), name, published, known)


def _article(source: Source, name: str, published: date | None, known: Known | None) -> Article:
    digest = hashlib.sha256(source.text.encode("utf-8", "surrogatepass")).hexdigest()
    skipped = _join(source.skipped, mark_page(source.text))
    article = Article(
        digest[:12],
        source.text,
        digest,
        name=name,
        title=source.title or find_title(source.text, skipped),
        publisher=source.publisher,
        url=source.url,
        lang=source.lang,
        skipped=skipped,
    )
    body = max((span.end for span in source.skipped), default=0)
    return _with_date(_with_known(article, known), source.published or find_published(source.text[body:]), published, known)


def _with_known(article: Article, known: Known | None) -> Article:
    """Let the desk's own knowledge stand before what was read from the file."""
    if known is None:
        return article
    given = {key: getattr(known, key) for key in ("title", "publisher", "url", "lang") if getattr(known, key)}
    return replace(article, **given)


def _with_date(article: Article, stated: date | None, fallback: date | None, known: Known | None) -> Article:
    if known is not None and known.published is not None and (known.basis == "editor" or stated is None):
        return replace(article, published=known.published, published_basis=known.basis)
    if stated is not None:
        return replace(article, published=stated, published_basis="text")
    if fallback is not None:
        return replace(article, published=fallback, published_basis="editor")
    return article


def _join(given: tuple[Span, ...], marked: tuple[Span, ...]) -> tuple[Span, ...]:
    """Put both lists in order; where they overlap, the given span stands."""
    free = [span for span in marked if all(span.end <= other.start or span.start >= other.end for other in given)]
    return tuple(sorted([*given, *free], key=lambda span: span.start))


def _read_bytes(path: Path) -> bytes:
    if path.suffix.lower() not in SUFFIXES:
        raise InputError(f"{path} is not an article that can be read; give a file that ends in {', '.join(SUFFIXES)}.")
    try:
        if path.is_dir():
            raise InputError(f"{path} is a folder; give the files in it, or the folder to a command that reads several articles.")
        if path.stat().st_size > MAX_BYTES:
            raise InputError(f"{path} is larger than {MAX_BYTES // 1_000_000} MB; give one article a file.")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(f"{path} does not exist; check the name and the folder.") from error
    except OSError as error:
        raise InputError(f"{path} can't be opened ({error.strerror}); check that you may read it.") from error
