"""Phrases and patterns over words: what rules made of data look for."""
