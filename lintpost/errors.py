"""Errors of the user that no file is to blame for."""


class UsageError(Exception):
    """Options that make no sense, alone or together; the text is in the user's language."""
