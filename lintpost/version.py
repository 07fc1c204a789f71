"""The version of lintpost."""

__version__ = "0.1.0"
