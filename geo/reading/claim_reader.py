"""The seam behind which claims are read: another reader, such as a language model, may stand in for the one that comes with Dateline.

A reader is asked for claims and nothing else. Places are found and chosen before it, journeys are assembled after it, and whatever it
returns is checked here first: what is not word for word in an article never becomes a claim.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol, get_args

from gazetteer.errors import InputError
from geo.model import Act, Mode, Role, SourceKind, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from geo.model import Article, Claim, Quote, Resolution, Traveller

__all__ = ["ClaimReader", "ReadClaims", "Refusal", "checked_claims", "find_quote"]


class ReadClaims(NamedTuple):
    """What a reader returns: the claims, and every traveller that they name."""

    claims: Sequence[Claim]
    travellers: Sequence[Traveller]


class ClaimReader(Protocol):
    """Whatever can read claims of travel from articles.

    Examples
    --------
    A reader that asks something else, and gets back the words of a passage and of a place::

        class ModelReader:
            def read_claims(self, articles, places):
                claims = []
                for article in articles:
                    for number, told in enumerate(ask_the_model(article.text)):
                        quote = find_quote(article, told["passage"])
                        place = next(p for p in places[article.id] if p.mention.quote.text == told["place"])
                        claims.append(Claim(f"{article.id}:{quote.start}:{number}", told["who"], "arrive", (PlaceRole("to", place),), quote, "planned"))
                return ReadClaims(claims, [Traveller(name) for name in dict.fromkeys(claim.traveller for claim in claims)])

        geo.read_itinerary(articles, gaz, reader=ModelReader(), refused=print)
    """

    def read_claims(self, articles: Sequence[Article], places: Mapping[str, Sequence[Resolution]]) -> ReadClaims:
        """Read the claims of the articles of one story.

        Parameters
        ----------
        articles
            With their text; ``skipped`` stretches are not prose.
        places
            By article id, every mention of a place in the order of the text, with the place that was chosen. The places of a claim
            are to be taken from these.
        """
        ...


@dataclass(frozen=True, slots=True)
class Refusal:
    """A claim that was not taken over, and what is wrong with it."""

    claim: Claim
    faults: tuple[str, ...]

    def __str__(self) -> str:
        """Say it in one sentence."""
        return f"claim '{self.claim.id}' was refused: {'; '.join(self.faults)}."


def find_quote(article: Article, words: str, start: int = 0) -> Quote:
    """Find words in an article's text, exactly as they are written.

    Parameters
    ----------
    article
        With its text.
    words
        The passage.
    start
        Where to begin to look, for words that stand there more than once.

    Raises
    ------
    InputError
        If the words are not there.
    """
    found = article.text.find(words, start) if words else -1
    if found < 0:
        raise InputError(
            f"article {article.id} does not say '{words[:80]}'; a passage is quoted word for word, white space included."
        )
    return article.quote(found, found + len(words))


def checked_claims(
    read: ReadClaims,
    articles: Sequence[Article],
    places: Mapping[str, Sequence[Resolution]],
    refused: Callable[[Refusal], object] | None = None,
) -> ReadClaims:
    """Take over the claims of a reader that are sound.

    Each quote, cue and time must be word for word where it says it is; each place one of those that were found; each status, act, mode
    and kind of source one that is known; each traveller in the list; each id its own.

    Parameters
    ----------
    read
        What the reader returned.
    articles, places
        What it was given.
    refused
        Called with each claim that is not sound; without it the first such claim is an error.

    Raises
    ------
    InputError
        If a claim is not sound and nobody asked to be told.
    """
    check = _Check(articles, places, {traveller.name for traveller in read.travellers})
    sound: dict[str, Claim] = {}
    for claim in read.claims:
        faults = (*check.faults(claim), *(["another claim has its id"] if claim.id in sound else []))
        if not faults:
            sound[claim.id] = claim
        elif refused is None:
            raise InputError(str(Refusal(claim, faults)))
        else:
            refused(Refusal(claim, faults))
    named = {claim.traveller for claim in sound.values()}
    return ReadClaims(list(sound.values()), [traveller for traveller in read.travellers if traveller.name in named])


class _Check:
    def __init__(self, articles: Sequence[Article], places: Mapping[str, Sequence[Resolution]], travellers: set[str]) -> None:
        self._texts = {article.id: article.text for article in articles}
        self._places = {found.mention.quote: found.place for each in places.values() for found in each}
        self._travellers = travellers

    def faults(self, claim: Claim) -> Iterator[str]:
        if claim.traveller not in self._travellers:
            yield f"'{claim.traveller}' is none of the travellers"
        yield from self._quote(claim.quote, "its passage")
        if claim.cue:
            yield from self._inside(claim.cue, claim, "its cue")
        if claim.when:
            yield from self._quote(claim.when.words, "its time")
            if claim.when.end < claim.when.start:
                yield "its time ends before it begins"
        yield from self._known(claim)
        if not claim.places:
            yield "it has no place"
        for part in claim.places:
            quote = part.resolution.mention.quote
            if quote not in self._places or self._places[quote] != part.resolution.place:
                yield f"'{quote.text}' at {quote.start} is none of the places that were found"

    def _known(self, claim: Claim) -> Iterator[str]:
        told: list[tuple[str, str, object]] = [
            ("status", claim.status, Status),
            ("act", claim.act, Act),
            ("mode", claim.mode, Mode),
        ]
        told += [("role", part.role, Role) for part in claim.places]
        told += [("kind of source", source.kind, SourceKind) for source in claim.attribution]
        yield from (
            f"'{value}' is no {name}: use {', '.join(get_args(kind))}"
            for name, value, kind in told
            if value not in get_args(kind)
        )

    def _quote(self, quote: Quote, what: str) -> Iterator[str]:
        text = self._texts.get(quote.article)
        if text is None:
            yield f"{what} is from '{quote.article}', which is no article of the story"
        elif not (0 <= quote.start < quote.end <= len(text)) or text[quote.start : quote.end] != quote.text:
            yield f"{what} is not in the article at {quote.start}-{quote.end}"

    def _inside(self, cue: Quote, claim: Claim, what: str) -> Iterator[str]:
        yield from self._quote(cue, what)
        if cue.article != claim.quote.article:
            yield f"{what} is from another article than its passage"
