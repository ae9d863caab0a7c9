"""Nouns for people on one way together, and the words by which one such party is told from another."""

__all__ = ["ANOTHER", "COMPANIES", "OF_ANOTHER", "OTHERS"]

#: Nouns by which a text calls again the one group that it has named: "the squad" after "the Otago Kestrels".
COMPANIES = frozenset("band company crew duo ensemble party players quartet quintet side squad team trio troupe".split())
#: Words by which another is told from the one named before: "the relief vessel".
OTHERS = frozenset("another nearby other passing relief replacement rescue second third".split())
#: Words by which one party is told from another: "the second column".
ANOTHER = OTHERS | frozenset(
    "both earlier fifth first former fourth last more next others previous seventh sixth support two three".split()
)
#: Words for persons by what they are to another: "the guest" is not the host.
OF_ANOTHER = frozenset(
    "aide aunt boy boyfriend brother child cousin colleague companion daughter driver father fiance fiancee friend girl girlfriend grandfather "
    "grandmother guest guide host husband lawyer man mother neighbour neighbor nephew niece owner other partner sister son spokesman "
    "spokesperson spokeswoman uncle victim wife woman".split()
)
