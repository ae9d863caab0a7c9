"""What a picture says of itself: title, alternative text, credit and whether it is a draft, as XMP with the IPTC's fields, inside a PNG."""

from __future__ import annotations

import struct
import zlib
from html import escape
from typing import TYPE_CHECKING

from maps.stills.svg import plain

if TYPE_CHECKING:
    from maps.stills.picture import Picture

__all__ = ["described", "xmp"]

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
#: A screen's dots in a metre, at 96 an inch.
_DOTS = 3780


def xmp(picture: Picture) -> str:
    """Write the XMP packet of a picture: Dublin Core, Photoshop and the IPTC's core fields for alternative text."""
    story, lang = picture.story, picture.language.code
    alt = escape(plain(story["alt"]))
    review = escape(plain(story["review"] or picture.draft))
    words = {
        "dc:title": _by_language(escape(plain(story["title"])), lang),
        "dc:description": _by_language(alt, lang),
        "dc:rights": _by_language(escape(plain(" ".join(story["credits"]))), lang),
        "photoshop:Credit": escape(plain(" ".join(story["credits"]))),
        "photoshop:Instructions": review,
        "Iptc4xmpCore:AltTextAccessibility": _by_language(alt, lang),
    }
    fields = "".join(f"<{name}>{value}</{name}>" for name, value in words.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" '
        f'xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">{fields}'
        '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    )


def _by_language(words: str, lang: str) -> str:
    # XMP wants a default first; the language's own entry tells a screen reader how to speak it.
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{words}</rdf:li><rdf:li xml:lang="{lang}">{words}</rdf:li></rdf:Alt>'


def described(png: bytes, picture: Picture, scale: float = 1.0) -> bytes:
    """Put a picture's metadata into a PNG, after its header, with its resolution: 96 dots an inch at ``scale`` 1."""
    header = len(_SIGNATURE) + 25
    story = picture.story
    dots = round(_DOTS * scale)
    chunks = [
        _chunk(b"pHYs", struct.pack(">IIB", dots, dots, 1)),
        _text("XML:com.adobe.xmp", xmp(picture)),
        _text("Title", plain(story["title"])),
        _text("Description", plain(story["alt"])),
        _text("Copyright", plain(" ".join(story["credits"]))),
    ]
    return png[:header] + b"".join(chunks) + png[header:]


def _text(key: str, words: str) -> bytes:
    """Write an international text chunk, uncompressed: other programs look for XMP in no other."""
    return _chunk(b"iTXt", key.encode() + b"\x00\x00\x00\x00\x00" + words.encode())


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
