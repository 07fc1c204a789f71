"""Configurations of other linters, translated."""
