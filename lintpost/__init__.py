"""The linter for editorial posts: front matter, tags, product names and bold."""

__version__ = "0.1.0"
