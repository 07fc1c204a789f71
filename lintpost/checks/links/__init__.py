"""Checks of links, references and images."""
