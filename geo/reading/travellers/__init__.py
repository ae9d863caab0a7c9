"""Who moved: persons, groups and vehicles, under one name for all that a story calls them."""
