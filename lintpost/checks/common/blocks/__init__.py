"""Headings, lists, tables and code of a body."""
