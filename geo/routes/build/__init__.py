"""The compiler of the networks that routes run along: ``python -m geo.routes.build``."""
