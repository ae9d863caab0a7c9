"""The claims of one word of travel, from the places, times and people that belong to it."""
