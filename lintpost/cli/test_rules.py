"""``lintpost test-rules``: run the examples of rule files."""

import argparse
import os
import sys

from lintpost.config.active import MissingPackage
from lintpost.engine.examples import run_examples
from lintpost.files.settings_error import FilePosition, SettingsError
from lintpost.language import Lang, Text
from lintpost.packs.builtin import NO_RULES, load_pack, rule_files, rules_folder
from lintpost.packs.rule_file import read_rule


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Run them all; 1 where one fails."""
    rules = load_pack(rules_folder())
    failed = examples = skipped = 0
    for folder in options.folders or [rules_folder()]:
        if not os.path.isdir(folder):
            raise SettingsError(
                FilePosition(folder), Text("no such folder", "フォルダーがありません")
            )
        files = rule_files(folder)
        if not files:
            raise SettingsError(FilePosition(folder), NO_RULES)
        for path in files:
            document = read_rule(path)
            try:
                failures = run_examples(document, rules)
            except MissingPackage:
                skipped += 1
                continue
            examples += len(document.examples)
            for failure in failures:
                failed += 1
                print(f"{failure.place}: {failure.rule}: {failure.text[lang]}")
    summary = Text(
        f"{examples} examples, {failed} failed.",
        f"{examples}件の例のうち{failed}件が失敗しました。",
    )
    print(summary[lang], file=sys.stderr if failed else sys.stdout)
    if skipped:
        note = Text(
            f"{skipped} rules were left out: they look at Japanese words (pip install 'lintpost[ja]').",
            f"単語を調べる{skipped}個のルールは飛ばしました（pip install 'lintpost[ja]' で入ります）。",
        )
        print(note[lang], file=sys.stderr)
    return 1 if failed else 0
