"""Nouns for people on one way together, and the words by which one such party is told from another."""

__all__ = ["ANOTHER", "COMPANIES", "KINDS_OF_SHIPS", "OF_ANOTHER", "OTHERS"]

#: Nouns by which a text calls again the one group that it has named: "the squad" after "the Otago Kestrels".
COMPANIES = frozenset("band company crew duo ensemble party players quartet quintet side squad team trio troupe".split())
#: Kinds of ships of which none is called by another's noun.
KINDS_OF_SHIPS = frozenset(
    "cutter destroyer ferry freighter frigate icebreaker lifeboat submarine tanker trawler tug yacht".split()
)
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
