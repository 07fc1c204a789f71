"""Finds, reads, validates and merges configuration files."""
