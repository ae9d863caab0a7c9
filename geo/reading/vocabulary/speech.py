"""Verbs of saying, by what they say of their subject: a source, a speaker, or one who tells of others."""

__all__ = ["CITING", "JUDGING", "QUOTING", "RELAYING", "STATING", "TELLING_OF_OTHERS"]

#: What a source is named with: "officials estimate", "the report shows".
CITING = frozenset(
    "add admit allege announce believe cite claim confirm declare deny estimate explain note quote recall report reveal say show state suggest "
    "tell think tweet understand warn write".split()
)
#: Verbs of what is said or thought of somebody or something that need not be near.
JUDGING = frozenset(
    "accuse applaud berate blame castigate censure commend condemn condone criticise criticize decry denounce deplore endorse fear fund hail lambast "
    "lampoon lament mention mock mourn oppose own play portray praise recall regret remember ridicule slam sue support".split()
)
#: Verbs behind which the words of a witness or traveller stand: "he recalled".
QUOTING = frozenset({"add", "recall", "say", "tell", "write"})
#: Verbs of a statement: whoever only makes one is not whom the story is about.
STATING = frozenset({"add", "announce", "confirm", "declare", "say", "tell", "write"})
#: Verbs of those who relay what others did, also after it: "he flew to X, police believe".
RELAYING = frozenset({"allege", "believe", "claim", "confirm", "report", "say", "suspect", "tell", "think"})
#: Verbs with which those whose business it is tell of others, what is to come included: "organisers expect that they".
TELLING_OF_OTHERS = frozenset({"announce", "believe", "confirm", "expect", "report", "say", "tell", "think"})
