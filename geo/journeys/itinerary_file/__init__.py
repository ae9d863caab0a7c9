"""The itinerary file: written for a person to check and correct, and read back with every fault named."""
