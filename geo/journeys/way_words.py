"""Words by which a text tells how the stops of one way follow one another."""

import re

__all__ = ["CLOSES", "HOMEWARD", "ONWARD", "STEPS_BACK", "STOPOVER"]

#: Words that tell a movement as the next of several.
ONWARD = re.compile(
    r"\b(?:then|next|onwards?|on to|afterwards|continu\w+|proceed\w*|from there|after that|lastly|finally|(?:carry|go|going|move|moving) on)\b",
    re.IGNORECASE,
)
#: Where a way is only broken, so that it goes on to the end told before: "flew to Y. The plane refuelled in X".
STOPOVER = re.compile(
    r"\b(?:refuel\w*|stop-?overs?|lay-?overs?|(?:call|paus|stopp)(?:ed|ing) (?:(?:for|to) (?:\w+ ){1,3})?(?:at|in|off)|en route|(?:along|on) the way|on (?:her|his|its|their|the) way (?:here|there))\b",
    re.IGNORECASE,
)
#: What is told of the way back, which leads from the end of the way out.
HOMEWARD = re.compile(
    r"\b(?:(?:drive|flight|journey|leg|ride|road|trip|voyage|walk|way) (?:back|home)|homewards?|home-?bound|return (?:flight|journey|leg|trip|voyage))\b",
    re.IGNORECASE,
)
#: Words before a place by which somebody was there before what is told last, so that several go further and further back.
STEPS_BACK = re.compile(
    r"\b(?:before (?:that|then|this)|prior to (?:that|then|this)|beforehand|(?:previous|preceding) (?:day|evening|month|night|week|weekend)"
    r"|(?:day|evening|month|night|week|weekend|year)s? (?:earlier|before(?= (?:at|in|on|that)\b|[,.;)]|\s*$)))\b"
    r"|^The (?:day|evening|month|night|week|weekend) before\b",
    re.IGNORECASE,
)
#: What is told of the last stop of a tour: "will end his tour with a trip to X", "the tour ends in X".
CLOSES = re.compile(
    r"\b(?:clos|complet|conclud|end|finish|round|wind|wrap)\w*(?:\s+[\w-]+){1,4}?\s+(?:journey|tour|trip|voyage)\s+(?:at|in|with)\b"
    r"|\b(?:journey|tour|trip|voyage)(?:\s+(?:is|that|to|which|will)){0,2}\s+(?:clos|conclud|end|finish|wind|wrap)\w*(?:\s+up)?\s+(?:at|in|on|with)\b",
    re.IGNORECASE,
)
