"""Settings files: reading them with positions, their errors, and the cache of their compiled form."""
