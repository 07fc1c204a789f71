"""The `names` commands."""
