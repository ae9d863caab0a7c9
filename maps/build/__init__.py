"""Compile the basemap: from Natural Earth in registry packages to ``maps/data``, by ``python -m maps.build``."""
