"""Empties the cache."""

from lintpost.engine.cache import place
from lintpost.files import compiled_cache


def clean(folder: str) -> int:
    """Remove everything that the cache holds in a folder, and no other file; returns its bytes."""
    return place.remove(folder) + compiled_cache.remove(folder)
