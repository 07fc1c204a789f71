"""Hugo's configuration: one file, or a folder of them (gohugo.io/getting-started/configuration)."""

from typing import Any

from lintpost.site.addresses.config_file import lower_keys, mapping, read_config, text, texts
from lintpost.site.files import SiteFiles

NAMES = ("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json")
OLD_NAMES = ("config.toml", "config.yaml", "config.yml", "config.json")
"""Names that other generators use, too."""
_FOLDERS = ("config/_default", "config/production")


def read_hugo_config(files: SiteFiles, root: str) -> dict[str, Any] | None:
    """The merged configuration of a folder, its keys in small letters; None where there is none."""
    found: dict[str, Any] = {}
    seen = False
    prefix = f"{root}/" if root else ""
    for name in (*NAMES, *OLD_NAMES):
        config = read_config(files, f"{prefix}{name}") if files.has(f"{prefix}{name}") else None
        if config is not None and (name in NAMES or is_hugo(config)):
            found, seen = _merged(found, lower_keys(config)), True
            break
    for folder in _FOLDERS:
        for name in sorted(files.names_in(f"{prefix}{folder}")):
            part, _, ending = name.rpartition(".")
            if ending not in ("toml", "yaml", "yml", "json"):
                continue
            config = lower_keys(read_config(files, f"{prefix}{folder}/{name}") or {})
            key, _, language = part.lower().partition(".")
            if key not in ("hugo", "config"):
                config = {key: config}
            if language:
                config = {"languages": {language: config}}
            found, seen = _merged(found, config), True
    return found if seen else None


def is_hugo(config: dict[str, Any]) -> bool:
    """Whether a file called ``config`` is Hugo's."""
    keys = {key.lower() for key in config}
    return "base_url" not in keys and bool(
        keys & {"baseurl", "languagecode", "theme", "taxonomies", "markup", "params", "permalinks"}
    )


def mounts(config: dict[str, Any], target: str) -> list[tuple[str, str, str]]:
    """The folders that are mounted on one of Hugo's (``content``, ``static``, ``assets``): each with the path below
    the target, and its language ("" for the default one).
    """
    found = []
    module = mapping(config.get("module"))
    listed = module.get("mounts")
    for one in listed if isinstance(listed, list) else ():
        source, into = text(mapping(one).get("source")), text(mapping(one).get("target"))
        first, _, below = into.strip("/").partition("/")
        if source and first == target and not source.startswith("node_modules"):
            found.append((source.strip("/"), below, text(mapping(one).get("lang"))))
    return found


def languages(config: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The languages of a site by their names, without those that are switched off."""
    off = set(texts(config.get("disablelanguages")))
    found = mapping(config.get("languages"))
    return {
        name: mapping(value)
        for name, value in found.items()
        if name not in off and not mapping(value).get("disabled")
    }


def _merged(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    merged = dict(one)
    for key, value in other.items():
        both = isinstance(value, dict) and isinstance(merged.get(key), dict)
        merged[key] = _merged(merged[key], value) if both else value
    return merged
