"""Toponym resolution: which of its namesakes in the gazetteer a name means, and why."""
