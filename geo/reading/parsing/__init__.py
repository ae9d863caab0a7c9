"""The parse of the passages that can hold travel: parts of speech, lemmas, dependencies, labels."""
