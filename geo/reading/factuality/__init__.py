"""Whether a text says that a movement happened, how surely, and who says so."""
