"""The ``lintpost baseline`` command."""
