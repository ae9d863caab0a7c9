"""Which words tell travel, and in which of their uses."""
