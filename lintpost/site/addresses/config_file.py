"""Reads the configuration files of site generators."""

from typing import Any

from lintpost.site.files import SiteFiles


def read_config(files: SiteFiles, path: str) -> dict[str, Any] | None:
    """The values of a YAML, TOML or JSON file; None where it cannot be read or is no mapping."""
    text = files.text(path)
    if text is None:
        return None
    try:
        value = _parsed(path, text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else {} if value is None else None


def _parsed(path: str, text: str) -> Any:
    """Raises ValueError for what cannot be read."""
    if path.endswith(".toml"):
        import tomllib

        return tomllib.loads(text)
    if path.endswith(".json"):
        import json

        return json.loads(text)
    import yaml

    try:
        return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from None


def mapping(value: Any) -> dict[str, Any]:
    """A value if it is a mapping, else an empty one."""
    return value if isinstance(value, dict) else {}


def texts(value: Any) -> list[str]:
    """The strings of a value that is one, or a list of them."""
    values = value if isinstance(value, list) else [value]
    return [one for one in values if isinstance(one, str)]


def text(value: Any) -> str:
    """A value if it is a string, else an empty one."""
    return value if isinstance(value, str) else ""


def lower_keys(value: Any) -> Any:
    """A value with the keys of all its mappings in small letters, as Hugo reads them."""
    if isinstance(value, dict):
        return {str(key).lower(): lower_keys(one) for key, one in value.items()}
    return [lower_keys(one) for one in value] if isinstance(value, list) else value
