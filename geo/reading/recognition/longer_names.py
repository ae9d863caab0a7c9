"""Tell a place's name that is only a part of another name: a paper, a club, a firm, a treaty, a title."""

from __future__ import annotations

import re
from typing import Final

from geo.reading.text.beside import word_before

__all__ = ["is_part_of_name"]

_PAPERS: Final = (
    "Times Post Herald Tribune Journal Gazette Chronicle Observer Daily Telegraph Globe Courier Examiner Inquirer Dispatch Sentinel Bulletin "
    "Broadcasting Independent Standard Mirror Mercury Argus Register Newsroom newsroom"
)
#: Of papers and broadcasters that have two words behind the place.
_LONG_PAPERS: Final = (
    "News Agency|Evening News|Morning News|Daily News|Review of Books|Morning Herald|Evening Standard|Evening Post|Morning Post"
)
#: Of firms. "Bank", "Group" and "Company" are none of these: many towns have a street or a wood of the name.
_FIRMS: Final = (
    "Airlines Airways Instruments Motors Telecom Petroleum Bancorp Holdings Mobile Scientific Pharmaceuticals Aerospace Semiconductor Steel "
    "Inc Ltd PLC plc Corp GmbH"
)
_TREATIES: Final = "Protocol Convention Conventions Accord Accords Agreement Treaty Declaration Pact Syndrome Consensus"
_CLUBS: Final = (
    "United Rovers Wanderers Athletic Albion Hotspur Wednesday Thistle FC AFC Saint-Germain Dynamo Spartak Galatasaray Rangers"
)
#: The nicknames that the clubs of the large leagues of baseball, basketball, football, hockey and soccer go by.
_NICKNAMES: Final = (
    "49ers|76ers|Angels|Astros|Athletics|Avalanche|Bears|Bengals|Bills|Blackhawks|Blazers|Blue Jackets|Blue Jays|Braves|Brewers|Broncos|Browns|"
    "Bruins|Buccaneers|Bucks|Bulls|Canadiens|Canucks|Capitals|Cardinals|Cavaliers|Celtics|Chargers|Chiefs|Clippers|Colts|Commanders|Cowboys|"
    "Coyotes|Cubs|Devils|Diamondbacks|Dodgers|Dolphins|Ducks|Eagles|Falcons|Flames|Flyers|Giants|Grizzlies|Guardians|Hawks|Hornets|Hurricanes|"
    "Islanders|Jaguars|Jazz|Jets|Kings|Knicks|Kraken|Lakers|Lightning|Lions|Maple Leafs|Mariners|Marlins|Mavericks|Mets|Nationals|Nets|"
    "Nuggets|Oilers|Orioles|Packers|Padres|Panthers|Patriots|Pelicans|Penguins|Phillies|Pirates|Pistons|Predators|Raiders|Rams|Raptors|Ravens|"
    "Rays|Red Sox|Red Wings|Reds|Rockets|Rockies|Royals|Sabres|Saints|Seahawks|Senators|Sharks|Spurs|Steelers|Suns|Tigers|Timberwolves|"
    "Titans|Trail Blazers|Twins|Vikings|White Sox|Yankees"
)
_SPACED: Final = (*f"{_FIRMS} {_TREATIES} {_CLUBS}".split(), *_NICKNAMES.split("|"))
_BEHIND: Final = re.compile(rf"(?:[\s-](?:{'|'.join(_PAPERS.split())}|{_LONG_PAPERS})|\s(?:{'|'.join(_SPACED)}))(?![\w-])")
#: The first two letters of each; most words behind a place have others, and the pattern is slow.
_OPENINGS_BEHIND: Final = frozenset(name[:2] for name in (*_PAPERS.split(), *_LONG_PAPERS.split("|"), *_SPACED))
#: What stands before the place in the names of clubs, and of airlines.
_OPENINGS: Final = (
    *(
        "Air",
        "Real",
        "Inter",
        "Dynamo",
        "Spartak",
        "Sporting",
        "Bayern",
        "Olympique",
        "Borussia",
        "Eintracht",
        "Lokomotiv",
        "Maccabi",
    ),
    "Hapoel",
)
#: What "of" and a place stand behind in titles, and in the names of banks, treaties and battles.
_NOBLE: Final = tuple(
    "Bank Bishop Archbishop Duke Duchess Earl Prince Princess Marquess Baron Baroness Treaty Peace Battle Siege Count Countess".split()
)
_BEFORE: Final = re.compile(rf"\b(?:(?:{'|'.join(_NOBLE)})\s+of|(?:{'|'.join(_OPENINGS)}))\s+$")
#: How the word before a name must end for `_BEFORE` to end with it, and whether those that were met do.
_ENDS_BEFORE: Final = ("of", *_OPENINGS)
_MAY_OPEN: Final[dict[str, bool]] = {}
_KEPT_WORDS: Final = 1 << 12
_REACH: Final = 24


def is_part_of_name(text: str, start: int, end: int, last_word: str | None = None) -> bool:
    """Tell whether the name at ``text[start:end]`` is only a part of another name: "the New York Times", "Air France", "the Kyoto Protocol".

    Parameters
    ----------
    text
        The whole text.
    start, end
        Offsets of the name.
    last_word
        The one before it, where it is known already: see `geo.reading.text.beside.word_before`.
    """
    if text[end + 1 : end + 3] in _OPENINGS_BEHIND and _BEHIND.match(text, end, end + _REACH) is not None:
        return True
    before = word_before(text, start) if last_word is None else last_word
    may_open = _MAY_OPEN.get(before)
    if may_open is None:
        may_open = _may_open(before)
    if may_open and before == "of":
        noble = word_before(text, text.rfind(before, 0, start))
        may_open = noble.endswith(_NOBLE)
    return may_open and _BEFORE.search(text, max(0, start - _REACH), start) is not None


def _may_open(word: str) -> bool:
    """Tell whether a longer name may open with a word and those before it: most don't, and the pattern is slow."""
    if len(_MAY_OPEN) >= _KEPT_WORDS:
        _MAY_OPEN.clear()
    found = _MAY_OPEN[word] = word.endswith(_ENDS_BEFORE)
    return found
