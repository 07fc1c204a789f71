"""Checks of bold text."""
