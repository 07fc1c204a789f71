"""Checks of Japanese and English prose."""
