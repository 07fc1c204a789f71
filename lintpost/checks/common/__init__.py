"""Helpers that several families of checks share; none of them is a check."""
