"""Choose the place of each mention, all mentions of a story together, and say why in words."""

from __future__ import annotations

from functools import lru_cache
from math import floor
from typing import TYPE_CHECKING, Final

from gazetteer.model import Candidate
from geo.model import Resolution
from geo.reading.resolution.choice import ChoiceModel
from geo.reading.resolution.contexts import group_by_places
from geo.reading.resolution.options import Options, option_of
from geo.reading.resolution.reasons import explain, explain_direction, explain_refusal
from geo.reading.resolution.scene import gather_names, key_of
from geo.reading.text.unseen import as_seen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gazetteer import Gazetteer, Place
    from geo.model import Article, Mention
    from geo.reading.resolution.agreement import Choices
    from geo.reading.resolution.options import Option
    from geo.reading.resolution.scene import NameInStory

__all__ = ["THRESHOLD", "Resolver", "resolve", "resolve_story"]

#: Below this probability no place is given: a wrong pin is worse than a missing one. Chosen by judgement, not fitted.
THRESHOLD: Final = 0.2
#: Other spellings are looked for only in countries that the story names, or is about, at least this much.
_ABOUT: Final = 0.5
#: A story of so many characters is a note or a few sentences; a longer one that names one town is most often of that town's own paper.
_BRIEF: Final = 500
#: How many of the others a resolution keeps.
_OTHERS: Final = 8
#: Names, in normal form, that mean part of some country or of the world, unless the text says that one lies where it does: West, Texas.
_DIRECTIONS: Final = frozenset({"east", "north", "south", "west"})


#: What says that an airport is meant.
_AIRPORT_WORDS: Final = frozenset({"aerodrome", "air", "airbase", "airfield", "airport"})


class Resolver:
    """Chooses places with one gazetteer and one set of weights, and keeps what it looked up for the next story.

    Parameters
    ----------
    gaz
        The gazetteer.
    model
        The weights, those of the package by default.
    threshold
        Below this probability no place is given.
    home
        Where the stories are told, such as the paper's town: of equal namesakes the near one is meant.
    """

    def __init__(
        self,
        gaz: Gazetteer,
        model: ChoiceModel | None = None,
        *,
        threshold: float = THRESHOLD,
        home: Place | None = None,
    ) -> None:
        self._home = option_of(Candidate(home, home.name)) if home else None
        self._options = Options(gaz)
        self._model = model or ChoiceModel.bundled()
        self._threshold = threshold

    def resolve(self, texts: Sequence[tuple[Article, Sequence[Mention]]]) -> list[list[Resolution]]:
        """Choose the places of the mentions of a story.

        Parameters
        ----------
        texts
            The articles of the story, each with its mentions in the order of the text. One name means one place throughout.

        Returns
        -------
        list of list of Resolution
            One for each mention, in the same order; nothing is left out.
        """
        read = [_as_read(article, mentions) for article, mentions in texts]
        names = gather_names(
            [(article, [m for m in mentions if m.kind not in ("part", "fictional")]) for article, mentions in read]
        )
        chosen = self.choose(names, brief=sum(len(article.text) for article, _ in texts) <= _BRIEF)
        by_key = {key: self._conclude(name, chosen.get(key)) for key, name in names.items()}
        return [
            [self._answer(mention, by_key.get(key_of(seen))) for mention, seen in zip(mentions, also, strict=True)]
            for (_, mentions), (_, also) in zip(texts, read, strict=True)
        ]

    def resolve_apart(self, texts: Sequence[tuple[Article, Sequence[Mention]]]) -> list[list[Resolution]]:
        """Choose as `resolve` does, where an article helps only those that are about the same places.

        Articles that a desk puts into one folder need not be of one story: unrelated ones would pull each other's namesakes.
        """
        answers: list[list[Resolution]] = [[] for _ in texts]
        for numbers in group_by_places([mentions for _, mentions in texts], self._is_telling):
            for number, found in zip(numbers, self.resolve([texts[n] for n in numbers]), strict=True):
                answers[number] = found
        return answers

    def _is_telling(self, name: str) -> bool:
        options = self._options.of(name)
        return bool(options) and options[0].group not in ("country", "region")

    def choose(self, names: Mapping[str, NameInStory], *, brief: bool = False) -> dict[str, Choices]:
        """Give every meaning of every name its probability; other spellings are tried where no meaning fits the story."""
        options = {key: self._options_of(name) for key, name in names.items()}
        chosen = self._model.choose(names, options, self._home, brief=brief)
        more = {**self._respellings(names, chosen), **self._regions(chosen)}
        return self._model.choose(names, {**options, **more}, self._home, brief=brief) if more else chosen

    def _options_of(self, name: NameInStory) -> tuple[Option, ...]:
        """Return the meanings of a name, with its article where some place is called so: "the Gulf" is no county named Gulf."""
        return (self._options.with_article(name.surface) if name.has_article else ()) or self._options.of(name.surface)

    def _regions(self, chosen: Mapping[str, Choices]) -> dict[str, tuple[Option, ...]]:
        """Return more options for the names of macro-regions: their namesakes in the countries that the story names."""
        regions = [key for key, own in chosen.items() if own.options[0].place.kind.code == "RGN"]
        if not regions:
            return {}
        best = [own.options[own.probabilities.index(max(own.probabilities))].place for own in chosen.values()]
        countries = {place.id: place for place in best if place.kind.is_country}.values()
        found: dict[str, tuple[Option, ...]] = {}
        for key in regions:
            fresh = [option for country in countries for option in self._options.part_of(key, country)]
            if fresh:
                found[key] = (*chosen[key].options, *fresh)
        return found

    def _respellings(self, names: Mapping[str, NameInStory], chosen: Mapping[str, Choices]) -> dict[str, tuple[Option, ...]]:
        """Return more options for the names that, as they are spelt, lie in no country that the story is about."""
        about = {country: total for country, total in _country_weights(chosen).items() if total >= _ABOUT}
        found: dict[str, tuple[Option, ...]] = {}
        for key, name in names.items():
            own = chosen.get(key)
            exact = own.options if own else ()
            if any(option.is_well_known for option in exact):
                continue
            countries = {
                country for country, total in about.items() if total - (_weight_of(country, own) if own else 0.0) >= _ABOUT
            }
            if own and any("inside:not" in scene for scene in own.scenes):
                # The text says what it lies in: only there, and only if no meaning does.
                countries = (
                    {o.place.country for holder in name.inside for o in (chosen[holder].options[:1] if holder in chosen else ())}
                    if not _lies_inside(own)
                    else set()
                )
            elif any(option.country in countries or not option.country for option in exact):
                continue
            fresh = tuple([option for option in self._options.respelt(name.surface) if option.place.country in countries])
            if fresh:
                found[key] = (*exact, *fresh)
        return found

    def _conclude(self, name: NameInStory, choices: Choices | None) -> _Conclusion:
        if choices is None:
            return _Conclusion(None, 0.0, ((), ()), (f"The gazetteer has no place named {name.surface}.",))
        order = [0] if len(choices.options) == 1 else sorted(range(len(choices.options)), key=lambda i: -choices.probabilities[i])
        best = _town_of_airport(name, choices, order)
        if name.key in _DIRECTIONS and not choices.value(best, "inside"):
            return _Conclusion(None, 0.0, _ranked(choices, order[:_OTHERS]), explain_direction(name))
        confidence = _rounded(choices.confidence(best))
        if confidence < self._threshold:
            return _Conclusion(None, confidence, _ranked(choices, order[:_OTHERS]), explain_refusal(name, choices, best))
        others = _ranked(choices, [i for i in order[: _OTHERS + 1] if i != best][:_OTHERS])
        return _Conclusion(choices.options[best], confidence, others, explain(name, choices, best))

    def _answer(self, mention: Mention, found: _Conclusion | None) -> Resolution:
        kind = mention.kind
        if kind == "part" or found is None:
            return Resolution(mention, None, reasons=("It is a part of another name, so no place is meant.",))
        reasons = found.reasons
        if kind == "place":
            pass
        elif kind == "metonym":
            reasons = (*reasons, "It stands for those who govern there, so nobody is said to be there.")
        elif kind == "dateline":
            reasons = (*reasons, "It is the dateline: where the report was written.")
        elif kind == "demonym":
            reasons = (*reasons, "It is an adjective or a people, not the place itself.")
        elif kind == "former":
            reasons = (*reasons, "It exists no more, so nobody is said to be there now.")
        elif kind == "fictional":
            return Resolution(mention, None, reasons=("It is a place of fiction or myth, so it is on no map.",))
        place = found.option.place if found.option else None
        candidates, chances = found.others
        return Resolution(mention, place, found.confidence, candidates, reasons, chances)


def _as_read(article: Article, mentions: Sequence[Mention]) -> tuple[Article, Sequence[Mention]]:
    """Give an article and its mentions without unseen characters, which would stand between a name and what is said beside it."""
    seen = as_seen(article)
    return (article, mentions) if seen is None else (seen.article, seen.seen(mentions))


def _town_of_airport(name: NameInStory, choices: Choices, order: Sequence[int]) -> int:
    """Return the likeliest option; of a town and its airport the town, unless the name says which it is."""
    best = choices.options[order[0]]
    if best.group != "airport" or _AIRPORT_WORDS & set(name.key.split()):
        return order[0]
    own = best.place
    towns = [i for i in order if choices.options[i].place.kind.is_populated and choices.lies_about(i, own)]
    return towns[0] if towns else order[0]


#: Candidates, and the chance of each.
_Ranked = tuple[tuple[Candidate, ...], tuple[float, ...]]


def _ranked(choices: Choices, order: Sequence[int]) -> _Ranked:
    return tuple([choices.options[i].candidate for i in order]), tuple([_rounded(choices.probabilities[i]) for i in order])


def _rounded(chance: float) -> float:
    """Round to three decimals as `round` does, which takes ten times as long, for it writes the number out."""
    thousandths = chance * 1000.0 + 0.5
    whole = floor(thousandths)
    return whole / 1000.0 if abs(thousandths - whole - 0.5) < 0.499 else round(chance, 3)


class _Conclusion:
    """What was decided of one name."""

    __slots__ = ("confidence", "option", "others", "reasons")

    def __init__(self, option: Option | None, confidence: float, others: _Ranked, reasons: tuple[str, ...]) -> None:
        self.option, self.confidence, self.others, self.reasons = option, confidence, others, reasons


def _lies_inside(choices: Choices) -> bool:
    return any(scene.get("inside") for scene in choices.scenes)


def _country_weights(chosen: Mapping[str, Choices]) -> dict[str, float]:
    weights: dict[str, float] = {}
    for choices in chosen.values():
        for number, option in enumerate(choices.options):
            if option.country:
                weights[option.country] = weights.get(option.country, 0.0) + choices.probabilities[number]
    return weights


def _weight_of(country: str, choices: Choices) -> float:
    total = 0.0
    for number, option in enumerate(choices.options):
        if option.country == country:
            total += choices.probabilities[number]
    return total


@lru_cache(maxsize=2)
def _resolver(gaz: Gazetteer) -> Resolver:
    return Resolver(gaz)


def resolve(mentions: Sequence[Mention], article: Article, gaz: Gazetteer) -> list[Resolution]:
    """Choose the places of the mentions of one article with the bundled weights; see `Resolver.resolve`."""
    return _resolver(gaz).resolve([(article, mentions)])[0]


def resolve_story(
    articles: Sequence[Article], mentions: Mapping[str, Sequence[Mention]], gaz: Gazetteer
) -> dict[str, list[Resolution]]:
    """Choose the places of all articles of a story, those about the same places together.

    Parameters
    ----------
    articles
        The articles.
    mentions
        By article id, in the order of the text.
    gaz
        The gazetteer.

    Returns
    -------
    dict of str to list of Resolution
        By article id, one for each mention.
    """
    found = _resolver(gaz).resolve_apart([(article, mentions[article.id]) for article in articles])
    return {article.id: resolutions for article, resolutions in zip(articles, found, strict=True)}
