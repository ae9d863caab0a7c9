"""The frame of one word of travel: the places, times and vehicle that belong to it."""
