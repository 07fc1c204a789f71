"""Plug-ins: what installed packages add."""
