"""Checks of links and images."""
