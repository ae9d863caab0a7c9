"""Claims to journeys (`assemble`), and the file in which a desk corrects them (`itinerary_file`)."""
