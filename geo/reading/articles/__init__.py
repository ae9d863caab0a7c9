"""From files to articles: formats, folders, saved pages, and the day of publication that a page states."""
