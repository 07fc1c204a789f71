"""Finds and loads what installed packages offer: entry points of the groups ``lintpost.checks``,
``lintpost.reports`` and ``lintpost.packs``.

Only what is installed is looked at: the folders of `sys.path`, but not the working folder, which Python puts
there for ``python -c`` and which may be the checkout of a repository that nobody vouches for.
"""

import os
import sys
from functools import cache
from importlib.machinery import ModuleSpec
from importlib.metadata import Distribution, distributions
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal, NamedTuple

from lintpost.installed.broken_plugin import BrokenPlugin
from lintpost.language import Text

Kind = Literal["checks", "reports", "packs"]
KINDS: tuple[Kind, ...] = ("checks", "reports", "packs")


class EntryPoint(NamedTuple):
    """One entry point: its group is ``lintpost.KIND``, and `package` and `version` are those of the
    distribution that it comes from; `metadata` is the path of that distribution's metadata, "" if unknown.
    """

    kind: Kind
    name: str
    value: str
    package: str
    version: str
    metadata: str = ""

    @property
    def origin(self) -> str:
        """The distribution with its version."""
        return f"{self.package} {self.version}"

    def broken(self, en: str, ja: str) -> BrokenPlugin:
        """The error that says what is wrong with this entry point."""
        place = f"lintpost.{self.kind}: {self.name} = {self.value}"
        return BrokenPlugin(
            Text(
                f"plug-in {self.origin} ({place}): {en}",
                f"プラグイン {self.origin}（{place}）：{ja}",
            )
        )

    def load(self) -> Any:
        """Import what the entry point names. Raises `BrokenPlugin`, whatever goes wrong there."""
        from importlib import import_module
        from operator import attrgetter

        module, _, attribute = self.value.partition(":")
        try:
            found = import_module(module.strip())
            return attrgetter(attribute.strip())(found) if attribute else found
        except (Exception, SystemExit) as error:
            what = f"{type(error).__name__}: {error}"
            raise self.broken(
                f"cannot be imported ({what})", f"インポートできません（{what}）"
            ) from error

    def location(self) -> str:
        """The folder or file of the value's module, found without importing anything. Raises `BrokenPlugin`."""
        top, *parts = self.value.partition(":")[0].strip().split(".")
        try:
            spec = find_spec(top)
        except (ImportError, ValueError):
            spec = None
        for place in _places(spec) if spec is not None else ():
            path = os.path.join(place, *parts)
            for found in (path, f"{path}.py"):
                if os.path.exists(found):
                    return found
        raise self.broken("there is no such module", "そのモジュールがありません")


def _places(spec: ModuleSpec) -> list[str]:
    """Where a top-level package or module is."""
    return [*(spec.submodule_search_locations or ()), *filter(None, [spec.origin])]


def find(kind: Kind, name: str) -> EntryPoint | None:
    """The entry point of a name; None without one. Raises `BrokenPlugin` where two packages have it."""
    found = all_entry_points().get(kind, {}).get(name, ())
    if len(found) > 1:
        others = ", ".join(one.origin for one in found[1:])
        raise found[0].broken(
            f"{others} has the same name: uninstall one of them",
            f"{others} にも同じ名前があります。どちらかをアンインストールしてください",
        )
    return found[0] if found else None


def all_entry_points() -> dict[Kind, dict[str, tuple[EntryPoint, ...]]]:
    """All entry points by kind and name."""
    return _read(tuple(sys.path), os.getcwd())


@cache
def _read(
    search_path: tuple[str, ...], folder: str
) -> dict[Kind, dict[str, tuple[EntryPoint, ...]]]:
    here = os.path.realpath(folder)
    places = [place for place in search_path if os.path.realpath(place or ".") != here]
    found: dict[Kind, dict[str, tuple[EntryPoint, ...]]] = {kind: {} for kind in KINDS}
    seen: set[str] = set()
    for distribution in distributions(path=places):
        package = distribution.name or ""
        if package in seen:  # an earlier folder hides it
            continue
        seen.add(package)
        for kind, name, value in _offers(distribution):
            point = EntryPoint(
                kind, name, value, package, distribution.version or "?", _metadata(distribution)
            )
            found[kind][name] = (*found[kind].get(name, ()), point)
    return found


def _offers(distribution: Distribution) -> list[tuple[Kind, str, str]]:
    text = distribution.read_text("entry_points.txt") or ""
    if "lintpost." not in text:  # most packages: parsing takes longer
        return []
    points = [*distribution.entry_points]
    return [
        (kind, point.name, point.value)
        for kind in KINDS
        for point in points
        if point.group == f"lintpost.{kind}"
    ]


def _metadata(distribution: Distribution) -> str:
    folder = getattr(distribution, "_path", None)
    return str(folder / "METADATA") if isinstance(folder, Path) else ""
