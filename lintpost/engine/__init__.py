"""Runs rules over posts: discovery, workers, suppressions, fixes."""
