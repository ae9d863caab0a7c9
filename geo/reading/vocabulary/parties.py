"""Nouns for people and ships on one way together, and the words by which one such party is told from another."""

__all__ = ["ANOTHER", "COMPANIES", "COURTS", "EXACT_SHIPS", "OF_ANOTHER", "OTHERS", "RANKED", "RETINUES", "SHIP_KINDS"]

#: Nouns by which a text calls again the one group that it has named: "the squad" after "the Otago Kestrels".
COMPANIES = frozenset("band company crew duo ensemble party players quartet quintet side squad team trio troupe".split())
#: Nouns for those who are always about somebody.
RETINUES = frozenset({"entourage", "motorcade", "retinue"})
#: What a couple or a party is called by the rank of one of them, which tells nothing else of it: "the royal couple".
COURTS = frozenset({"imperial", "presidential", "princely", "royal"})
#: Nouns for ships: the same one may be called by several of a row, and by none of another row.
SHIP_KINDS = (
    frozenset("cutter icebreaker lifeboat towboat tug tugboat".split()),
    frozenset("battleship corvette cruiser destroyer frigate gunboat minesweeper submarine warship".split()),
    frozenset("trawler whaler".split()),
    frozenset("catamaran ketch sailboat schooner sloop yacht".split()),
    frozenset("bulker containership ferry freighter liner supertanker tanker".split()),
)
#: Those of them that are never used loosely: a ship with one of these names is called by none of the others, of its row either.
EXACT_SHIPS = frozenset("cutter destroyer ferry freighter frigate icebreaker lifeboat submarine tanker trawler tug yacht".split())
#: Words by which the one who did something is told from all others: "the first premier to visit X".
RANKED = frozenset({"first", "last", "latest", "only", "second", "third", "youngest", "oldest"})
#: Words by which another is told from the one named before: "the relief vessel".
OTHERS = frozenset("another nearby other passing relief replacement rescue second third".split())
#: Words by which one party is told from another: "the second column".
ANOTHER = OTHERS | frozenset(
    "both earlier enemy fifth first former fourth freight last more next opposing others previous rival seventh similar sister sixth support two three".split()
)
#: Words for persons by what they are to another: "the guest" is not the host.
OF_ANOTHER = frozenset(
    "aide ally arsonist attacker aunt boy boyfriend burglar brother child cousin colleague companion critic daughter deputy driver father fiance fiancee friend girl girlfriend grandfather "
    "grandmother guest guide host husband judge kidnapper killer lawyer man mother neighbour neighbor nephew niece opponent opposition owner other partner predecessor prosecutor rival sister son spokesman "
    "spokesperson spokeswoman successor thief uncle victim wife woman".split()
)
