"""Articles, claims, conflicts and mentions without the words that tell of a protected place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.desk.silence import NO_QUOTE, silent_times
from geo.passages import long_enough, mention_passage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.desk.hidden import Hidden
    from geo.desk.pseudonyms import Pseudonyms
    from geo.model import Article, Claim, Conflict, Itinerary, Resolution, Source, Traveller

__all__ = ["ProtectedWords"]


@dataclass(frozen=True, slots=True)
class ProtectedWords:
    """Takes out of the parts of ``itinerary`` what tells of what is ``hidden``."""

    itinerary: Itinerary
    hidden: Hidden
    pseudonyms: Pseudonyms

    def article(self, article: Article) -> Article:
        """Leave out a title and an address that name a protected place, or one around it."""
        return replace(
            article,
            title="" if self._tells(article.title, article) else article.title,
            url="" if self._tells(article.url, article) else article.url,
            publisher=self._name(article.publisher),
        )

    def traveller(self, traveller: Traveller) -> Traveller:
        """Take the names of protected places out of a traveller's."""
        return replace(traveller, name=self._name(traveller.name), aliases=tuple(map(self._name, traveller.aliases)))

    def claim(self, claim: Claim) -> Claim:
        """Leave of a silenced claim only what it says without a place or a passage."""
        named = replace(
            claim,
            traveller=self._name(claim.traveller),
            companions=tuple(map(self._name, claim.companions)),
            attribution=self._sources(claim.attribution),
        )
        if claim.id not in self.pseudonyms.claims:
            return named
        # Where the passage stands in an article that anybody may open would be as good as the passage.
        silent = replace(NO_QUOTE, article=claim.quote.article)
        (when,) = silent_times([claim.when]) if claim.when else (None,)
        return replace(named, id=self.pseudonyms.claims[claim.id], quote=silent, cue=None, when=when, places=())

    def conflict(self, conflict: Conflict) -> Conflict | None:
        """Keep a conflict that neither names a protected place nor quotes a passage that tells of one."""
        quotes = [long_enough(side.quote, self.itinerary) if side.quote.text else side.quote for side in conflict.values]
        told = (conflict.about, *(side.value for side in conflict.values))
        if any(map(self.hidden.wording.gives_away, told)) or any(map(self.hidden.is_told_by, quotes)):
            return None
        sides = (replace(side, attribution=self._sources(side.attribution)) for side in conflict.values)
        return replace(conflict, values=tuple(sides))

    def may_mention(self, found: Resolution) -> bool:
        """Tell whether a place that is only mentioned is neither a protected one nor near one, and its passage tells of none."""
        mention, place = found.mention, found.place
        passage = mention_passage(mention, self.itinerary) or mention.quote
        if self.hidden.wording.gives_away(mention.quote.text) or self.hidden.is_told_by(passage):
            return False
        told_there = mention.quote.article in self.hidden.vicinity.articles
        # A hamlet that no gazetteer knows may be the true place itself.
        close = told_there and (place is None or self.hidden.vicinity.holds(place))
        return not close and not (place and self.hidden.is_near(place))

    def _tells(self, text: str, article: Article) -> bool:
        return self.hidden.wording.gives_away(text) or self.hidden.vicinity.is_named(text, article.id)

    def _name(self, name: str) -> str:
        return self.hidden.wording.without(name)

    def _sources(self, chain: Iterable[Source]) -> tuple[Source, ...]:
        return tuple(replace(source, name=self._name(source.name)) for source in chain)
