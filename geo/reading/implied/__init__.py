"""Stops that a story implies: places of a journey of which no word of travel tells."""
