"""The seal of a signature: a hash of all that is published, so that nobody's name stands under what they did not see."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from geo.journeys.itinerary_file.to_document import to_document

if TYPE_CHECKING:
    from geo.model import Itinerary

__all__ = ["seal_of"]

#: Members of the document that hold signatures and versions.
_NOT_SEALED = ("review", "publication")


def seal_of(published: Itinerary, by: str, day: str) -> str:
    """Hash what a publication says and who answers for it.

    Parameters
    ----------
    published
        The published side, with full quotes.
    by, day
        The name and the day, in ISO form, of the signature.

    Returns
    -------
    str
        16 hex digits.
    """
    said = {name: value for name, value in to_document(published).items() if name not in _NOT_SEALED}
    return hashlib.sha256(json.dumps([said, by, day], sort_keys=True).encode()).hexdigest()[:16]
