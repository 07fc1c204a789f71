"""Checks of tags and categories."""
