"""The part of a page's head that other sites and machines read: cards, the oEmbed link, schema.org."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from gazetteer.errors import InputError
from maps.embed.json_ld import json_ld

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maps.language import Language

__all__ = ["head_tags", "validate_base_url"]

#: Sites cut longer descriptions; ours is cut at a sentence, so that no stop loses its status; a number with a point ("1. Berlin") ends none.
_LONGEST = 300


def validate_base_url(address: str) -> str:
    """Return the address of the folder in which the map will be published, without a slash at its end.

    Raises
    ------
    InputError
        If it is no http or https address, or holds a password, a query or a fragment.
    """
    try:
        parts = urlsplit(address)
        fit = parts.scheme in ("http", "https") and parts.hostname and parts.username is None
    except ValueError:
        fit = False
    if not fit or not re.fullmatch(r"[^\s?#\"'<>\\]+", address):
        raise InputError(f"--base-url {address!r} is no address of a folder; write one like https://news.example/maps/trip.")
    return address.rstrip("/")


def head_tags(data: Mapping[str, Any], language: Language, base_url: str = "", *, card: bool = True) -> str:
    """Write og: and twitter: tags, the schema.org description, and, where the address is known, the oEmbed link and the card's picture.

    Parameters
    ----------
    data
        What `maps.journey_map.page_data` builds.
    language
        Of the page.
    base_url
        Where the page is published.
    card
        Whether ``card.png`` lies beside the page.
    """
    from maps.page import as_json

    story = data["story"]
    draft = "" if story["review"] or story["retracted"] else f"{language.say('page.draft')}. "
    words = {"og:type": "article", "og:title": story["title"], "og:description": f"{draft}{_short(story['alt'])}"}
    words |= _address_tags(story, base_url, card=card) if base_url else {"twitter:card": "summary"}
    tags = "".join(_tag(name, value) for name, value in words.items())
    links = _links(story, base_url) if base_url else ""
    described = as_json(json_ld(data, language.code, base_url, card=card))
    return f'{tags}{links}<script type="application/ld+json">{described}</script>\n'


def _address_tags(story: Mapping[str, Any], base_url: str, *, card: bool) -> dict[str, str]:
    page = {"og:url": f"{base_url}/map.html"}
    if not card:
        return {**page, "twitter:card": "summary"}
    picture, alt = f"{base_url}/card.png", _short(story["alt"])
    shown = {"og:image": picture, "og:image:width": "1200", "og:image:height": "630", "og:image:alt": alt}
    return {**page, **shown, "twitter:card": "summary_large_image", "twitter:image": picture, "twitter:image:alt": alt}


def _tag(name: str, value: str) -> str:
    key = "property" if name.startswith("og:") else "name"
    return f'<meta {key}="{name}" content="{html.escape(value)}">\n'


def _links(story: Mapping[str, Any], base_url: str) -> str:
    address, title = html.escape(base_url), html.escape(story["title"])
    return (
        f'<link rel="canonical" href="{address}/map.html">\n'
        f'<link rel="alternate" type="application/json+oembed" href="{address}/oembed.json" title="{title}">\n'
    )


def _short(text: str) -> str:
    """Cut a text at the end of a sentence; the first one stays whole."""
    kept = ""
    for sentence in re.findall(r".+?(?:(?<!\d)[.!?。](?=\s|$)|$)", text):
        if kept and len(kept) + len(sentence) > _LONGEST:
            break
        kept += sentence
    return kept.strip()
