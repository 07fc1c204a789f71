"""The result cache."""
