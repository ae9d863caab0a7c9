"""Who makes one trip: what the texts tell of one party under several names."""
