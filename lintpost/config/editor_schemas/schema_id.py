"""The names of the JSON Schemas of settings files."""

from lintpost.version import __version__


def schema_id(name: str) -> str:
    """The ``$id`` of a schema: its name and the minor release that it describes. It is a name, not an address."""
    release = ".".join(__version__.split(".")[:2])
    return f"urn:lintpost:schema:{name}:{release}"
