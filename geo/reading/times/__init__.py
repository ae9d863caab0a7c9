"""Times that a text states: dates, feasts and clock times, as intervals of days."""
