"""The character that stands in a text for what was cut out of it."""

CUT_OUT = "\ufffc"
"""Stands for code, HTML or a mask: no word, and no space either. No report shows it."""
