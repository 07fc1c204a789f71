"""Checks of names and terms."""
