"""Checks whose patterns come from the rule file."""
