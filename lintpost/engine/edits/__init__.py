"""Fixes and suppressions: changing posts."""
