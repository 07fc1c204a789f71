"""The ``lintpost fix`` command."""
