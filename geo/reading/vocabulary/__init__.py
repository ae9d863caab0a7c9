"""Words by themselves: names of persons, nouns for places, pronouns, and verbs of which only people are the subject."""
