"""Names, tags and spellings files: reading and lossless editing."""
