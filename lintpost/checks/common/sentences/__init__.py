"""Sentences and quotations of prose, for the rules of style."""
