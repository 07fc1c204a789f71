"""``lintpost test-rules``: run the examples in rule files."""

import argparse
import os
import sys

from lintpost.cli.configured_language import working_language
from lintpost.cli.errors import warn
from lintpost.config.active import MissingPackage
from lintpost.engine.examples import run_examples
from lintpost.errors import UsageError
from lintpost.files.settings_error import FilePosition, SettingsError
from lintpost.installed.broken_plugin import BrokenPlugin
from lintpost.language import Lang, Text, plural
from lintpost.packs.builtin import NO_RULES, load_pack, rule_files, rules_folder
from lintpost.packs.rule_file import read_rule
from lintpost.report.visible import visible


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Run them all; returns the exit status, 1 where one fails."""
    lang = working_language(options, lang)
    rules = load_pack(rules_folder())
    failed = examples = skipped = 0
    files = [
        path for folder in options.folders or [rules_folder()] for path in _files(folder, lang)
    ]
    for path in files:
        document = read_rule(path)
        try:
            failures = run_examples(document, rules)
        except MissingPackage:
            skipped += 1
            continue
        examples += len(document.examples)
        failed += len(failures)
        for failure in failures:
            print(visible(f"{failure.place}: {failure.rule}: {failure.text[lang]}"))
    summary = Text(
        f"{plural(examples, 'example')}, {failed:,} failed.",
        f"{examples}件の例のうち{failed}件が失敗しました。",
    )
    print(summary[lang], file=sys.stderr if failed else sys.stdout)
    if skipped:
        note = Text(
            f"{plural(skipped, 'rule')} skipped: no Japanese words (pip install 'lintpost[ja]').",
            f"単語を調べる{skipped}個のルールは飛ばしました"
            "（pip install 'lintpost[ja]' で入ります）。",
        )
        warn(note[lang])
    return 1 if failed else 0


def _files(folder: str, lang: Lang) -> list[str]:
    """The rule files of a folder, or of an installed pack. Raises `SettingsError` where there are none."""
    if not os.path.isdir(folder):
        from lintpost.packs.installed import pack_folder

        try:
            found = pack_folder(folder)
        except BrokenPlugin as error:
            raise UsageError(error.text[lang]) from None
        if found is not None:
            return rule_files(found)
        text = Text("no such folder", "フォルダーがありません")
        raise SettingsError(FilePosition(folder), text)
    files = rule_files(folder)
    if not files:
        raise SettingsError(FilePosition(folder), NO_RULES)
    return files
