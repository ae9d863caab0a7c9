"""Fit the weights of the tagger and of the resolver from annotated corpora: ``python -m geo.reading.fit CORPUS.jsonl ...``."""
