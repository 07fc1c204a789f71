"""Front matter in YAML, TOML and JSON as trees with spans, and edits of it."""
