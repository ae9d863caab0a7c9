"""Claims already read, as all that the story tells changes them: whose they are, whether they came to be, when, and which do not count."""
