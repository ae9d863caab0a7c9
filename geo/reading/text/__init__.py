"""Text as it is written, before any grammar: its language, its words and sentences, and what in it nobody sees."""
