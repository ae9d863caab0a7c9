"""Read the articles of one story, from texts to an itinerary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.desk.described import with_descriptions
from geo.journeys.assemble import assemble
from geo.reading.articles.infer_date import infer_published
from geo.reading.claim_reader import checked_claims
from geo.reading.claims import Told, find_claims
from geo.reading.implied.stops import with_implied
from geo.reading.parsing.passages import parse
from geo.reading.recognition.capitals import with_capitals
from geo.reading.recognition.close_names import find_close_names, points_of
from geo.reading.recognition.letter_case import CaseRestorer, as_written
from geo.reading.recognition.mentions import MentionFinder
from geo.reading.recognition.overlooked import find_overlooked, with_short_forms, without_strange
from geo.reading.resolution.flown import with_flown
from geo.reading.resolution.resolve import resolve_story
from geo.reading.resolution.rivals import with_rivals
from geo.reading.resolution.seats import with_towns
from geo.reading.skim import tells_travel
from geo.reading.text.language import language_of
from geo.reading.travellers.namesakes import without_person_names, without_ship_names

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from gazetteer import Gazetteer
    from geo.model import Article, Itinerary, Mention, Resolution
    from geo.reading.claim_reader import ClaimReader, Refusal
    from geo.reading.parsing.passages import Passage

__all__ = ["StoryReader", "StoryReading", "read_story"]


@dataclass(frozen=True, slots=True)
class StoryReading:
    """What was read of a story: every mention with its place, by article id, and the itinerary."""

    resolutions: Mapping[str, Sequence[Resolution]]
    itinerary: Itinerary


@dataclass(frozen=True, slots=True)
class _Story:
    """A story whose places are chosen: by article id its parsed passages and its mentions; ``travels`` where a sentence may tell a movement."""

    articles: Sequence[Article]
    passages: Mapping[str, Sequence[Passage]]
    resolutions: Mapping[str, Sequence[Resolution]]
    travels: bool


class _Watch:
    """Tells how much of a story is read: each character counts once as it is parsed, and once as its claims are read."""

    def __init__(self, articles: Sequence[Article], characters: Callable[[int, int], None] | None) -> None:
        self._tell = characters
        self._all = 2 * sum(len(article.text) for article in articles)
        self._done = 0

    def add(self, length: int) -> None:
        """Count a passage."""
        self._done += length
        if self._tell is not None:
            self._tell(self._done, self._all)


def _told(story: _Story, watch: _Watch) -> Told:
    if not story.travels:
        return Told([], (), [])
    return find_claims(story.articles, story.passages, story.resolutions, watch.add)


class StoryReader:
    """Reads one story after another with one gazetteer, and keeps what it looked up for the next.

    ``reader`` reads the claims in place of our own, and ``refused`` is told of those that are not sound; see `geo.reading.claim_reader`.
    """

    def __init__(
        self, gaz: Gazetteer, *, reader: ClaimReader | None = None, refused: Callable[[Refusal], object] | None = None
    ) -> None:
        self._gaz = gaz
        self._finder = MentionFinder(gaz)
        self._letters = CaseRestorer(gaz)
        self._reader = reader
        self._refused = refused

    def read(
        self,
        articles: Sequence[Article],
        progress: Callable[[int, int], None] | None = None,
        characters: Callable[[int, int], None] | None = None,
    ) -> StoryReading:
        """Find the places of the articles, choose among their namesakes, read the claims and assemble the journeys.

        An article without a day of publication gets the one that the others make certain, marked as inferred. Of one that is not in
        English only the places are read, see `geo.reading.text.language`. A story no sentence of which tells a movement gives no claim.
        What is written all in capitals is read with the letters that its words usually have, and quoted as it is written.
        ``progress`` is called with the number of articles read so far and of all, after each; ``characters`` with how much of how much
        is done, after each passage.
        """
        articles = infer_published(articles)
        watch = _Watch(articles, characters)
        story = self._choose_places(articles, watch, progress)
        itinerary = self._assemble(story, watch) if self._reader is None else self._check(self._reader, story)
        reading = StoryReading(story.resolutions, with_descriptions(itinerary))
        return as_written(reading, {a.id: a for a, read in zip(articles, story.articles, strict=True) if a is not read})

    def read_claims(self, articles: Sequence[Article]) -> Told:
        """Read what the words of travel of a story tell, before any stop is implied; no claims where no sentence tells a movement."""
        watch = _Watch(articles, None)
        return _told(self._choose_places(infer_published(articles), watch), watch)

    def _assemble(self, story: _Story, watch: _Watch) -> Itinerary:
        """Assemble what words of travel tell, and again with the stops that its first journey implies."""
        told = _told(story, watch)
        itinerary = assemble(story.articles, told.claims, told.travellers, story.resolutions)
        claims = (
            with_implied(told.facts, told.claims, told.travellers, itinerary.journeys[0]) if itinerary.journeys else told.claims
        )
        if len(claims) == len(told.claims):
            return itinerary
        return assemble(story.articles, claims, told.travellers, story.resolutions)

    def _check(self, reader: ClaimReader, story: _Story) -> Itinerary:
        read = reader.read_claims(story.articles, story.resolutions)
        sound = checked_claims(read, story.articles, story.resolutions, self._refused)
        return assemble(story.articles, *sound, story.resolutions)

    def _choose_places(
        self, articles: Sequence[Article], watch: _Watch, progress: Callable[[int, int], None] | None = None
    ) -> _Story:
        articles = [self._letters.restore(article) for article in articles]
        english = {article.id for article in articles if language_of(article) == "en"}
        mentions = {article.id: self._finder.find(article) for article in articles}
        tagged = dict(mentions)
        travels = tells_travel([article for article in articles if article.id in english], mentions, self._gaz)
        passages: dict[str, list[Passage]] = {}
        for number, article in enumerate(articles, 1):
            passages[article.id] = parse(article, watch.add) if travels and article.id in english else []
            mentions[article.id] = find_overlooked(article, passages[article.id], mentions[article.id], self._gaz)
            if progress is not None:
                progress(number, len(articles))
        resolutions = with_rivals(resolve_story(articles, mentions, self._gaz), self._gaz)
        if close := self._close_names(passages, resolutions):
            mentions = {name: sorted([*own, *close.get(name, ())], key=lambda m: m.quote.start) for name, own in mentions.items()}
            resolutions = with_rivals(resolve_story(articles, mentions, self._gaz), self._gaz)
        resolutions = without_strange(with_short_forms(resolutions), tagged)
        resolutions = with_flown(articles, with_towns(articles, with_capitals(articles, resolutions, self._gaz)))
        resolutions = without_person_names(without_ship_names(articles, resolutions), passages)
        return _Story(articles, passages, resolutions, travels)

    def _close_names(
        self, passages: Mapping[str, Sequence[Passage]], resolutions: Mapping[str, Sequence[Resolution]]
    ) -> dict[str, list[Mention]]:
        """The names that the tagger passed over and that lie close to the places of the story, by article id."""
        points = points_of([r for own in resolutions.values() for r in own])
        close: dict[str, list[Mention]] = {}
        for name, own in passages.items() if points else ():
            if found := find_close_names(own, (r.mention for r in resolutions[name]), points, self._gaz):
                close[name] = found
        return close


def read_story(
    articles: Sequence[Article],
    gaz: Gazetteer,
    progress: Callable[[int, int], None] | None = None,
    *,
    characters: Callable[[int, int], None] | None = None,
    reader: ClaimReader | None = None,
    refused: Callable[[Refusal], object] | None = None,
) -> Itinerary:
    """Read the articles of one story; see `StoryReader`."""
    return StoryReader(gaz, reader=reader, refused=refused).read(articles, progress, characters).itinerary
