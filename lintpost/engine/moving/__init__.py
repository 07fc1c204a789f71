"""Moves posts and folders, and mends the links to them."""
