"""The ``lintpost check`` command."""
