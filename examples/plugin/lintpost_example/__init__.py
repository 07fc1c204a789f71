"""A plug-in for lintpost."""
