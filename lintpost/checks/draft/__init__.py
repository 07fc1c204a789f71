"""Checks of what was left in a post while it was written."""
