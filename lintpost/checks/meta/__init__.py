"""Declarations of what the engine itself reports: comments that suppress nothing, stale baselines."""
