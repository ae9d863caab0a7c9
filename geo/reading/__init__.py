"""From files to claims: articles, dates, mentions of places, and what each passage says of a movement."""
