"""In which order a trip came to its stops."""
