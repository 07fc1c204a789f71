"""Checks of links and references, as far as one post tells."""
