"""Say in words that a reporter understands why a place was chosen, or why none was."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.reading.resolution.agreement import Choices
    from geo.reading.resolution.options import Option
    from geo.reading.resolution.scene import NameInStory

__all__ = ["explain", "explain_direction", "explain_refusal", "is_only_called", "is_told"]

#: How the reasons begin that are the words of a text.
_OF_TEXT: Final = "The text "

_KEPT_LABELS: Final = 1 << 12
_GROUP_WORDS: Final = {
    "country": "a country", "region": "a region", "admin1": "a state or province", "admin2": "a county or district", "capital": "a capital",
    "seat": "the chief town of its province", "town": "a town", "airport": "an airport", "water": "a body of water", "other": "a place",
}  # fmt: skip


def explain(name: NameInStory, choices: Choices, best: int) -> tuple[str, ...]:
    """Return the reasons for ``choices.options[best]``, the weightiest first."""
    option = choices.options[best]
    reasons = [_what(option), *_spelling(name, choices, best), *_scene(name, choices, best), *_agreement(choices, best)]
    others = len(choices.options) - 1
    if not others:
        reasons.append("The gazetteer has no other place of this name.")
    elif choices.value(best, "first"):
        reasons.append(f"It is the best known of {others + 1} places of this name.")
    else:
        reasons.append(
            f"It was preferred to {others} other place{'s' if others > 1 else ''} of this name, such as {_label(_rival(choices, best))}."
        )
    return tuple(reasons)


def explain_refusal(name: NameInStory, choices: Choices, best: int) -> tuple[str, ...]:
    """Return the reasons why none of the options was likely enough."""
    count = len(choices.options)
    guess = _label(choices.options[best])
    share = round(100 * choices.probabilities[best])
    if count == 1:
        return (f"The only {name.surface} known is {guess}, and the text does not fit it.",)
    return (
        f"{count} places are named {name.surface} and the text does not tell which; the best guess, {guess}, has {share} chances in 100.",
    )


def explain_direction(name: NameInStory) -> tuple[str, ...]:
    """Return the reason why a bare direction is no place: any country has a North."""
    return (f"{name.surface} alone tells a direction, and not which place is meant.",)


def is_told(reasons: Iterable[str]) -> bool:
    """Tell whether what a text says itself is among the reasons, and not only what is likely."""
    return any(reason.startswith(_OF_TEXT) for reason in reasons)


def is_only_called(reasons: Iterable[str]) -> bool:
    """Tell whether all that a text says is what a place is, not where: its namesake may be a port, too."""
    told = [reason for reason in reasons if reason.startswith(_OF_TEXT)]
    return bool(told) and all(reason.startswith(f"{_OF_TEXT}calls it ") for reason in told)


def _what(option: Option) -> str:
    return f"Taken for {_label(option)}, {_GROUP_WORDS[option.group]}."


@lru_cache(_KEPT_LABELS)
def _label(option: Option) -> str:
    place = option.place
    where = ".".join(part for part in (place.country, place.admin1) if part)
    return f"{place.name} ({where})" if where and not place.kind.is_country else place.name


def _rival(choices: Choices, best: int) -> Option:
    order = sorted((i for i in range(len(choices.options)) if i != best), key=lambda i: -choices.probabilities[i])
    return choices.options[order[0]]


def _spelling(name: NameInStory, choices: Choices, best: int) -> list[str]:
    if choices.value(best, "respelt"):
        matched = choices.options[best].candidate.matched
        return [f"{name.surface} is read as another spelling of {matched}: no {name.surface} lies where the text is."]
    if choices.value(best, "variant"):
        return [f"The gazetteer has no {name.surface}; the text names a part of it."]
    return []


def _scene(name: NameInStory, choices: Choices, best: int) -> list[str]:
    found: list[str] = []
    if choices.value(best, "inside"):
        found.append(f"{_OF_TEXT}says that it is in {' or '.join(name.inside.values())}.")
    elif choices.value(best, "in"):
        found.append(f"{_OF_TEXT}connects it with {' and '.join(name.near_inside.values())}.")
    if choices.value(best, "called"):
        found.append(f"{_OF_TEXT}calls it a {name.called_words[0]}.")
    return found


def _agreement(choices: Choices, best: int) -> list[str]:
    found = choices.agreement(best)
    if found.county:
        return [
            "A town that the text names lies in it."
            if choices.options[best].is_area
            else "It lies in a county that the text names."
        ]
    if found.admin1 >= 0.5 or found.near >= 0.5:
        return ["Other places in the text lie close to it."]
    if found.country >= 0.5:
        return [f"Other places in the text are in the same country ({choices.options[best].country})."]
    return []
