"""Writes a baseline and, where it is new, its name into the configuration."""

import os

from lintpost.cli.errors import warn
from lintpost.cli.files import read, save
from lintpost.cli.session import Session
from lintpost.config.run_settings import RunSettings
from lintpost.engine.finding import PostResult
from lintpost.engine.gate.baseline import Baseline, Entry, to_jsonl
from lintpost.engine.repeats import without_repeats
from lintpost.files.atomic_write import write_atomically
from lintpost.files.settings_error import FilePosition, SettingsError
from lintpost.language import Lang, Text, plural
from lintpost.report.visible import visible


def write_baseline(session: Session, baseline: Baseline, results: list[PostResult]) -> int:
    """Write the entries of results from `Baseline.split`; returns the exit status."""
    options, lang = session.options, session.lang
    new = sum(len(result.findings) for result in results)
    repeated = sum(without_repeats(result).repeated for result in results)
    if getattr(options, "no_new_debt", False) and new:
        _print_refusal(results, new, lang)
        return 1
    if options.action == "prune":
        results = [result._replace(findings=()) for result in results]
        new = repeated = 0
    entries = [*baseline.entries_of(results), *_not_checked(session, baseline)]
    gone = len(baseline.entries) - (len(entries) - new)
    save(baseline.path, to_jsonl(entries), lang)
    if options.action == "create":
        _name_in_config(session.run_settings, baseline.path, lang)
    text = Text(
        f"{plural(len(entries), 'entry', 'entries')}: {new} new, {gone} gone.",
        f"{len(entries)}件（新規{new}件、解消{gone}件）",
    )
    print(text[lang] + (_of_repeats(repeated)[lang] if repeated else ""))
    return 0


def _of_repeats(count: int) -> Text:
    """Why there are more entries than `check` has findings: once a paragraph is no copy any more, they count."""
    return Text(
        f" {count:,} of the new ones are in repeated paragraphs, where `check` does not count them.",
        f"新規のうち{count:,}件は繰り返しの段落にあり、check の件数には入りません。",
    )


def _print_refusal(results: list[PostResult], new: int, lang: Lang) -> None:
    for result in results:
        for finding in result.findings:
            place = f"{finding.path}:{finding.start.line}:{finding.start.column}"
            print(visible(f"{place}: {finding.rule} {finding.message}"))
    text = Text(
        f"{plural(new, 'new finding')}: the baseline is left as it is.",
        f"新しい指摘が{new}件あります。ベースラインは変えません。",
    )
    warn(text[lang])


def _not_checked(session: Session, baseline: Baseline) -> list[Entry]:
    """Entries of rules that did not run (--select, --ignore), which stay."""
    if not (session.options.select or session.options.ignore):
        return []
    from lintpost.config.rule_states import rule_states

    on = {state.rule.name for state in rule_states(session.settings()) if state.on}
    return [entry for entry in baseline.entries if entry.rule not in on]


def _name_in_config(run_settings: RunSettings, path: str, lang: Lang) -> None:
    """Write `baseline:` into the configuration, so that every run uses it."""
    if run_settings.baseline is not None:
        return
    name = os.path.relpath(path, run_settings.root).replace(os.sep, "/")
    config = run_settings.path
    if config is None:
        text = Text(
            f"Name it in lintpost.yml:  baseline: {name}",
            f"lintpost.yml に次の行を加えてください：  baseline: {name}",
        )
        print(text[lang])
        return
    before = read(config)
    end = "\r\n" if "\r\n" in before else "\n"
    gap = "" if before.endswith("\n") or not before else end
    problem = write_atomically(config, before, f"{before}{gap}baseline: {name}{end}")
    if problem is not None:
        raise SettingsError(FilePosition(config), problem)
    shown = os.path.relpath(config)
    text = Text(f"Written: {shown} (baseline: {name})", f"書き換え：{shown}（baseline: {name}）")
    print(text[lang])
