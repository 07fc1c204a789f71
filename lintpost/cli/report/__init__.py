"""``lintpost report``."""
