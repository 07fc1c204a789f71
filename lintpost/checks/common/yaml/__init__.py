"""YAML as authors write it, and what would mend it."""
