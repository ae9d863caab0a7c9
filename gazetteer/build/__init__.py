"""Compile the gazetteer from the packages that its data come in: ``python -m gazetteer.build``."""
