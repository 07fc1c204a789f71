"""The `tags` commands."""
