"""Reads names, tags and spellings files, and edits them without changing anything else in them."""
