"""Which files are posts."""
