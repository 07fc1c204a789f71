"""Generators of the files that are made from rules and checks; `python tools/generate.py` runs them all."""
