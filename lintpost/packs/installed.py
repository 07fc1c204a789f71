"""Packs of rules in installed packages: folders of rule files, by the names of their entry points in the group
``lintpost.packs``. No code of the package runs for it.
"""

import os

from lintpost.files.sources import read_recorded, record_paths
from lintpost.installed.broken_plugin import BrokenPlugin
from lintpost.installed.entry_points import all_entry_points, find


def installed_packs() -> list[str]:
    """The names of all installed packs, sorted."""
    return sorted(all_entry_points()["packs"])


def pack_folder(name: str) -> str | None:
    """The folder of an installed pack; None where no package has the name. Raises `BrokenPlugin`."""
    from lintpost.packs.builtin import rule_files

    point = find("packs", name)
    if point is None:
        return None
    folder = point.location()
    if not os.path.isdir(folder) or not rule_files(folder):
        raise point.broken(
            "holds no rules (FAMILY/NAME.yml)", "ルールがありません（系列/名前.yml）"
        )
    return folder


def pack_preset(folder: str, name: str) -> str | None:
    """The file of a preset of an installed pack; None where it has none of that name."""
    path = os.path.join(folder, "presets", f"{name}.yml")
    return path if os.path.isfile(path) else None


def pack_presets(folder: str) -> list[str]:
    """The names of the presets of an installed pack, sorted."""
    presets = os.path.join(folder, "presets")
    names = os.listdir(presets) if os.path.isdir(presets) else []
    return sorted(name[:-4] for name in names if name.endswith(".yml"))


def origin_of_file(path: str) -> str:
    """The distribution, with its version, in whose pack a rule file is; "" for a file of no installed pack."""
    for points in all_entry_points()["packs"].values():
        for point in points:
            try:
                folder = point.location()
            except BrokenPlugin:
                continue
            if path.startswith(folder + os.sep):
                return point.origin
    return ""


def record_checks(namespaces: set[str]) -> None:
    """Record the files that the checks of installed packages depend on, so that what is cached of their
    findings is valid as long as these stay as they are: the package's metadata and modules.
    """
    for namespace in sorted(namespaces):
        try:
            point = find("checks", namespace)
            if point is None:
                continue
            if point.metadata and os.path.isfile(point.metadata):
                read_recorded(point.metadata)
            top = point._replace(value=point.value.partition(":")[0].split(".")[0])
            _record(top.location())
        except (BrokenPlugin, OSError):
            continue


def _record(place: str) -> None:
    """Record a module, or the modules and data of a package."""
    if os.path.isfile(place):
        read_recorded(place)
        return
    for folder, folders, files in os.walk(place):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        record_paths(folder)
        for name in sorted(files):
            read_recorded(os.path.join(folder, name))
