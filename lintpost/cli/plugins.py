"""``lintpost plugins``: what installed packages add, each tried."""

import argparse
import sys
from typing import NamedTuple

from lintpost.checks.installed import checks_of
from lintpost.cli.configured_language import working_language
from lintpost.files.settings_error import SettingsError
from lintpost.installed.broken_plugin import BrokenPlugin
from lintpost.installed.entry_points import KINDS, EntryPoint, all_entry_points, find
from lintpost.language import Lang, Text
from lintpost.packs.builtin import load_pack
from lintpost.packs.installed import pack_folder
from lintpost.report.formats import FORMATS
from lintpost.report.json_report import VERSION, dumps
from lintpost.report.visible import visible

_KINDS = {
    "checks": Text("checks", "チェック"),
    "reports": Text("report", "報告の形式"),
    "packs": Text("pack", "パック"),
}


class _Row(NamedTuple):
    """An entry point, the names that it gives, and why it cannot be used (None: it can)."""

    point: EntryPoint
    names: tuple[str, ...]
    fault: Text | None


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Print them; returns the exit status, 2 where one is broken."""
    lang = working_language(options, lang)
    rows = [_row(point) for kind in KINDS for name in sorted(all_entry_points()[kind])
            for point in all_entry_points()[kind][name]]  # fmt: skip
    if options.output_format == "json":
        data = {"version": VERSION, "plugins": [_data(row, lang) for row in rows]}
        sys.stdout.write(dumps(data, sys.stdout, indent=1) + "\n")
    elif not rows:
        text = Text(
            "No installed package has entry points for lintpost.",
            "lintpostのプラグインは入っていません。",
        )
        print(text[lang])
    else:
        for row in rows:
            print(visible(_line(row, lang)))
    return 2 if any(row.fault for row in rows) else 0


def _row(point: EntryPoint) -> _Row:
    try:
        find(point.kind, point.name)  # two packages with one name
        return _Row(point, _names(point), None)
    except BrokenPlugin as error:
        return _Row(point, (), error.text)
    except SettingsError as error:
        return _Row(point, (), Text(error.message("en"), error.message("ja")))


def _names(point: EntryPoint) -> tuple[str, ...]:
    if point.kind == "checks":
        return tuple(sorted(f"{point.name}/{name}" for name in checks_of(point.name)))
    if point.kind == "packs":
        folder = pack_folder(point.name)
        return tuple(sorted(load_pack(folder))) if folder is not None else ()
    if point.name in FORMATS:
        raise point.broken(
            "lintpost has a format of this name", "同じ名前の形式がlintpostにあります"
        )
    if not callable(point.load()):
        raise point.broken("is no class or function", "クラスでも関数でもありません")
    return (point.name,)


def _line(row: _Row, lang: Lang) -> str:
    point = row.point
    if row.fault is not None:
        return row.fault[lang]
    separator = Text(": ", "：")[lang]
    return (
        f"{point.origin}  {_KINDS[point.kind][lang]} {point.name}{separator}{', '.join(row.names)}"
    )


def _data(row: _Row, lang: Lang) -> dict[str, object]:
    point = row.point
    return {
        "package": point.package,
        "version": point.version,
        "kind": point.kind,
        "name": point.name,
        "value": point.value,
        "gives": row.names,
        "fault": row.fault[lang] if row.fault else None,
    }
