"""Claims to journeys, and the file in which a desk corrects them."""
