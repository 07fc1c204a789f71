"""``lintpost baseline …``: old findings on file, so that only new ones count."""

import argparse
import json
import os
import sys
from collections import Counter

from lintpost.cli.check import configurations_of, print_errors
from lintpost.cli.names.edit import save
from lintpost.cli.posts import find_posts
from lintpost.config.settings import Settings
from lintpost.engine.configurations import Configurations
from lintpost.engine.finding import PostResult
from lintpost.engine.gate.baseline import DEFAULT_NAME, Baseline, Entry, to_jsonl
from lintpost.engine.run import check_paths
from lintpost.errors import UsageError
from lintpost.files.atomic_write import write_atomically
from lintpost.files.settings_error import FilePosition, SettingsError
from lintpost.files.settings_file import MAX_BYTES
from lintpost.language import Lang, Text
from lintpost.post.source import read_source


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Run one of the commands; returns the exit status."""
    configurations = configurations_of(options)
    settings = configurations.leading([])
    lang = options.lang or settings.lang
    path = options.baseline or settings.baseline or os.path.join(settings.root, DEFAULT_NAME)
    exists = os.path.isfile(path)
    if options.action == "create" and exists and not options.force:
        raise UsageError(
            Text(f"{os.path.relpath(path)} is there already: use `lintpost baseline update`, or --force",
                 f"{os.path.relpath(path)} はもうあります。`lintpost baseline update` か --force を使ってください")[lang]
        )  # fmt: skip
    if options.action != "create" and not exists:
        raise SettingsError(
            FilePosition(path),
            Text("there is no baseline yet: run `lintpost baseline create`",
                 "ベースラインがまだありません。`lintpost baseline create` で作ってください"),
        )  # fmt: skip
    if options.action == "show":
        return _show(Baseline.read(path), options, lang)
    paths, _ = find_posts([], settings, lang)
    if not paths:
        return 2
    baseline = (
        Baseline.read(path) if exists and not getattr(options, "force", False) else Baseline(path)
    )
    results = _check(configurations, paths, baseline)
    errors = [error for result in results for error in result.errors]
    if errors:
        print_errors(errors, lang)
        text = Text("posts that cannot be checked would lose their entries: nothing was written",
                    "検査できない記事の項目が失われるため、書き込みませんでした")  # fmt: skip
        print(f"lintpost: {text[lang]}", file=sys.stderr)
        return 2
    return _write(options, settings, baseline, results, lang)


def _check(
    configurations: Configurations, paths: list[str], baseline: Baseline
) -> list[PostResult]:
    """What is found in every post, the known findings apart, with the texts that have any."""
    found = check_paths(paths, configurations, jobs=0, keep_text=True)
    return [baseline.split(result) for result in found]


def _write(
    options: argparse.Namespace, settings: Settings, baseline: Baseline, results: list[PostResult], lang: Lang
) -> int:  # fmt: skip
    new = sum(len(result.findings) for result in results)
    if getattr(options, "no_new_debt", False) and new:
        for result in results:
            for finding in result.findings:
                print(f"{finding.path}:{finding.start.line}:{finding.start.column}: {finding.rule} {finding.message}")  # fmt: skip
        text = Text(
            f"{new} new findings: the baseline is left as it is.",
            f"新しい指摘が{new}件あります。ベースラインは変えません。",
        )
        print(f"lintpost: {text[lang]}", file=sys.stderr)
        return 1
    if options.action == "prune":
        results = [result._replace(findings=()) for result in results]
        new = 0
    entries = baseline.entries_of(results)
    entries += _out_of_sight(baseline, settings, options)
    gone = len(baseline.entries) - (len(entries) - new)
    save(baseline.path, to_jsonl(entries), lang)
    if options.action == "create":
        _name_in_config(settings, baseline.path, lang)
    en = f"{len(entries)} entries: {new} new, {gone} gone."
    ja = f"{len(entries)}件（新規{new}件、解消{gone}件）"
    print(Text(en, ja)[lang])
    return 0


def _out_of_sight(
    baseline: Baseline, settings: Settings, options: argparse.Namespace
) -> list[Entry]:
    """Entries of rules that did not run (--select, --ignore) stay."""
    if not (options.select or options.ignore):
        return []
    from lintpost.config.rule_states import rule_states

    on = {state.rule.name for state in rule_states(settings) if state.on}
    return [entry for entry in baseline.entries if entry.rule not in on]


def _name_in_config(settings: Settings, path: str, lang: Lang) -> None:
    """Write `baseline:` into the configuration, so that every run knows of it."""
    if settings.baseline is not None:
        return
    name = os.path.relpath(path, settings.root).replace(os.sep, "/")
    if settings.path is None:
        text = Text(
            f"Name it in lintpost.yml:  baseline: {name}",
            f"lintpost.yml に次の行を加えてください：  baseline: {name}",
        )
        print(text[lang])
        return
    before = read_source(settings.path, MAX_BYTES).text
    end = "\r\n" if "\r\n" in before else "\n"
    gap = "" if before.endswith("\n") or not before else end
    problem = write_atomically(settings.path, before, f"{before}{gap}baseline: {name}{end}")
    if problem is not None:
        raise SettingsError(FilePosition(settings.path), problem)
    shown = os.path.relpath(settings.path)
    print(
        Text(f"Written: {shown} (baseline: {name})", f"書き換え：{shown}（baseline: {name}）")[lang]
    )


def _show(baseline: Baseline, options: argparse.Namespace, lang: Lang) -> int:
    rules = Counter(entry.rule for entry in baseline.entries)
    posts: dict[str, set[str]] = {}
    for entry in baseline.entries:
        posts.setdefault(entry.rule, set()).add(entry.path)
    order = sorted(rules.items(), key=lambda item: (-item[1], item[0]))
    if options.output_format == "json":
        rows = [
            {"rule": rule, "findings": count, "posts": len(posts[rule])} for rule, count in order
        ]
        data = {"version": 1, "entries": len(baseline.entries), "rules": rows}
        print(json.dumps(data, ensure_ascii=False, indent=1))
        return 0
    from rich.table import Table

    from lintpost.cli.output import make_console

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_edge=False)
    heads = Text("rule,findings,posts", "ルール,件数,記事")
    for index, head in enumerate(heads[lang].split(",")):
        table.add_column(head, justify="right" if index else "left", overflow="fold")
    for rule, count in order:
        table.add_row(rule, str(count), str(len(posts[rule])))
    make_console(sys.stdout, options.color).print(table)
    total = len({entry.path for entry in baseline.entries})
    print(Text(f"\n{len(baseline.entries)} known findings in {total} posts.", f"\n記事{total}本に既知の指摘が{len(baseline.entries)}件あります。")[lang])  # fmt: skip
    return 0
