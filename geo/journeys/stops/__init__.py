"""Where a trip stopped: the places of its claims, each once, and once more for each return."""
