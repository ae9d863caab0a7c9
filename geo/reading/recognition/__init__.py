"""Toponym recognition: which names of a text are places, and in what sense each is used."""
