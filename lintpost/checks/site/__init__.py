"""Checks that look over the whole site."""
