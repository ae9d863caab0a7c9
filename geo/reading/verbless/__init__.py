"""Movements that are told without a verb: captions, entries of a diary, headings, lists of days and places."""
