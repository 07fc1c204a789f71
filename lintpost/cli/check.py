"""``lintpost check``."""

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from lintpost.cli.house import House
from lintpost.cli.posts import find_posts
from lintpost.cli.progress import progress
from lintpost.cli.reports import needs_text, open_reports
from lintpost.config.run_settings import CliOverrides, RunSettings
from lintpost.engine.configurations import Configurations
from lintpost.engine.summary import Summary
from lintpost.errors import UsageError
from lintpost.files.compiled_cache import cache_folder
from lintpost.language import Lang, Text

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from lintpost.config.settings import Settings
    from lintpost.engine.edits.fix import FixResult
    from lintpost.engine.finding import PostError, PostResult
    from lintpost.engine.gate.gate import Gate


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Check posts and report; returns the exit status."""
    _take_paths(options)
    if options.watch:
        from lintpost.cli.watch import watch

        return watch(options, lang)
    return check_once(options)


def check_once(options: argparse.Namespace) -> int:
    """One pass over the posts."""
    configurations = configurations_of(options)
    try:
        return _checked(options, configurations)
    finally:
        configurations.close()


def _checked(options: argparse.Namespace, configurations: Configurations) -> int:
    named = [options.stdin_filename or ""] if options.paths == ["-"] else options.paths
    head = configurations.leading_run_settings(named)
    lang = options.lang or head.lang
    refuse_contradictions(options, lang)
    if options.paths == ["-"]:
        from lintpost.cli.stdin import check_stdin

        return check_stdin(options, configurations, configurations.leading(named), lang)
    if options.show_settings:
        from lintpost.cli.show import show_settings

        show_settings(configurations.leading(named), lang)
        return 0
    _name_unsupported(head, lang)
    paths, missing = find_posts(options.paths, head, lang)
    if options.show_files:
        print("\n".join(paths))
        return 2 if missing else 0
    if not paths:
        return 2
    house = House(head, lambda: configurations.leading(named))
    gate = _gate(options, house, lang)
    if gate is not None:
        paths, why = gate.changed_posts(paths)
        if why is not None:
            text = Text(
                f"{why} changed: every post is checked.",
                f"{why} が変わったため、すべての記事を検査します。",
            )
            print(f"lintpost: {text[lang]}", file=sys.stderr)
    if options.add_suppressions is not None:
        from lintpost.cli.suppressions import add_suppressions

        return add_suppressions(paths, configurations, options.add_suppressions, gate, lang)
    summary = Summary()
    if options.fix or options.diff:
        from lintpost.engine.edits.fix_paths import fix_paths

        fixed = fix_paths(
            paths, configurations, write=not options.diff, unsafe=options.unsafe_fixes
        )
        results = applied(fixed, summary, diff=options.diff)
        if options.diff:
            return diff_status(results, summary, lang, missing)
        if options.fix_only:
            status = diff_status(results, summary, lang, missing)
            if not options.quiet:
                print(
                    Text(f"{summary.fixed} findings fixed.", f"{summary.fixed}件を修正しました。")[
                        lang
                    ]
                )
            return status if status == 2 or options.exit_non_zero_on_fix else 0
        status = write_report(options, house, lang, results, summary, gate)
    else:
        from lintpost.engine.run import check_paths

        keep = needs_text(options, lang) or (gate is not None and gate.needs_text)
        with _executor(options, lang) as executor:
            found = check_paths(
                paths, configurations, jobs=options.jobs, keep_text=keep, executor=executor
            )
            with progress(found, len(paths), options, lang) as shown:
                status = write_report(options, house, lang, shown, summary, gate)
    return 2 if missing else status


def _name_unsupported(head: RunSettings, lang: Lang) -> None:
    """Say that rules of a Vale style cannot be run: none is left out in silence."""
    if not head.packs:
        return
    from lintpost.packs.builtin import unsupported

    for pack in head.packs:
        count = len(unsupported(pack))
        if count:
            name = os.path.basename(os.path.normpath(pack))
            text = Text(
                f"{name}: {count} rules are not supported (`lintpost rules` names them).",
                f"{name}：{count}個のルールには対応していません（`lintpost rules` で確かめられます）。",
            )
            print(f"lintpost: {text[lang]}", file=sys.stderr)


def configurations_of(options: argparse.Namespace) -> Configurations:
    """The configurations that the options name; with the cache's results where they are to be used."""
    if options.config and not os.path.isfile(options.config):
        raise UsageError(
            Text(
                f"--config {options.config}: no such file",
                f"--config {options.config}：ファイルがありません",
            )[options.lang or "en"]
        )
    overlay = CliOverrides(
        lang=options.lang,
        fail_on=getattr(options, "fail_on", None),
        select=getattr(options, "select", ()),
        ignore=getattr(options, "ignore", ()),
        max_findings=getattr(options, "max_findings", None),
    )
    kept = not getattr(options, "no_cache", True)
    cache = (options.cache_dir or cache_folder()) if kept else None
    return Configurations(options.config, overlay, isolated=options.no_config, cache=cache)


def write_report(
    options: argparse.Namespace,
    house: House,
    lang: Lang,
    results: "Iterable[PostResult]",
    summary: Summary,
    gate: "Gate | None" = None,
) -> int:
    """Send the results to the reports that the options ask for; returns the exit status."""
    errors: list[PostError] = []
    stale: PostResult | None = None
    with open_reports(options, house, lang, baseline=bool(gate and gate.baseline)) as report:
        for result in gate.passed(results) if gate else results:
            summary.add(result)
            errors += result.errors
            report.post(result)
        stale = gate.stale() if gate else None
        if stale is not None:
            summary.add(stale, of_posts=False)
            report.post(stale)
        report.end(summary)
    print_errors(errors, lang)
    if errors:
        return 2
    strict = gate is not None and gate.strict and stale is not None
    return _status(options, house, summary, failed=strict)


def _status(
    options: argparse.Namespace, house: House, summary: Summary, *, failed: bool = False
) -> int:
    if options.exit_non_zero_on_fix and summary.fixed:
        return 1
    failed = failed or fails(house.run_settings, summary)
    return 1 if failed and not options.exit_zero else 0


def fails(head: RunSettings, summary: Summary) -> bool:
    """Whether what was found is more than the house lets pass."""
    fail_on = head.fail_on
    rules = tuple(rule for rule, _ in fail_on.rules)
    return summary.fails(fail_on.severity, rules, head.max_findings)


def print_errors(errors: "list[PostError]", lang: Lang) -> None:
    """What could not be checked; a fault in a configuration is said once for all its posts."""
    said: set[str] = set()
    for error in errors:
        text = error.text[lang]
        if text not in said or not error.of_settings:
            said.add(text)
            where = "" if error.of_settings else f"{error.path}: "
            print(f"lintpost: {where}{text}", file=sys.stderr)


def refuse_contradictions(options: argparse.Namespace, lang: Lang) -> None:
    """Raise `UsageError` for options that do not go together."""

    def refuse(en: str, ja: str) -> None:
        raise UsageError(Text(en, ja)[lang])

    if options.fix_only or options.unsafe_fixes:
        options.fix = options.fix or not options.diff
    if options.fix and options.diff:
        refuse("--fix writes and --diff does not: choose one", "--fix と --diff は同時に使えません")
    if "-" in options.paths and len(options.paths) > 1:
        refuse("- cannot be mixed with other paths", "- とほかのパスは同時に指定できません")
    if options.stdin_filename and options.paths != ["-"]:
        refuse("--stdin-filename needs the path -", "--stdin-filename はパス - と一緒に使います")
    if options.jobs < 0:
        refuse("--jobs needs a number from 1", "--jobs には1以上を指定してください")
    if (options.max_findings or 0) < 0:
        refuse("--max-findings needs a number from 0", "--max-findings には0以上を指定してください")
    if options.watch and (
        options.fix or options.diff or options.add_suppressions is not None or "-" in options.paths
    ):
        refuse("--watch only reports posts on the disk: leave --fix, --diff and - away", "--watch はファイルの報告だけです（--fix・--diff・- とは使えません）")  # fmt: skip
    if options.changed_lines:
        if options.fix or options.diff:
            refuse("--changed-lines only reports: leave --fix and --diff away", "--changed-lines は報告だけです（--fix・--diff とは使えません）")  # fmt: skip
        options.changed = options.changed or ""


def applied(
    results: "Iterable[FixResult]",
    summary: Summary,
    *,
    diff: bool,
    changed: "Callable[[FixResult], None]" = lambda _: None,
) -> "Iterator[PostResult]":
    """What is left of each post once it is fixed; the fixes are counted, and shown where `diff` is on."""
    from lintpost.report.diff import unified_diff

    for fixed in results:
        if fixed.before != fixed.after:
            summary.fixed += len(fixed.applied)
            changed(fixed)
            if diff:
                sys.stdout.write(unified_diff(fixed.path, fixed.before, fixed.after))
        yield fixed.result


def diff_status(
    results: "Iterable[PostResult]", summary: Summary, lang: Lang, missing: bool
) -> int:
    """For runs that change posts (or show how) as the results are drawn, and report nothing else."""
    errors: list[PostError] = []
    for result in results:
        errors += result.errors
    print_errors(errors, lang)
    if errors or missing:
        return 2
    return 1 if summary.fixed else 0


def _take_paths(options: argparse.Namespace) -> None:
    """``--changed posts/`` and ``--add-suppressions posts/``: what names a file is no value."""
    for name in ("changed", "add_suppressions"):
        value = getattr(options, name)
        if value and os.path.exists(value):
            if name == "changed":
                from lintpost.engine.gate.git import is_commit

                if is_commit(os.getcwd(), value):
                    continue
            options.paths = [value, *options.paths]
            setattr(options, name, "")


def _gate(options: argparse.Namespace, house: House, lang: Lang) -> "Gate | None":
    """What holds findings back; None where nothing does, which most runs are spared the import of."""
    baseline = (options.baseline or house.run_settings.baseline) and not options.no_baseline
    if not baseline and options.changed is None:
        if options.baseline_strict:
            raise UsageError(Text("--baseline-strict needs a baseline", "--baseline-strict にはベースラインが必要です")[lang])  # fmt: skip
        return None
    return gate_of(options, house.settings(), lang)


def gate_of(options: argparse.Namespace, settings: "Settings", lang: Lang) -> "Gate":
    """The gate that the options ask for."""
    from lintpost.engine.gate.baseline import Baseline
    from lintpost.engine.gate.gate import Gate
    from lintpost.engine.gate.git import GitError, changes

    path = None if options.no_baseline else options.baseline or settings.baseline
    try:
        found = (
            changes(os.getcwd(), options.changed or None) if options.changed is not None else None
        )
    except GitError as error:
        raise UsageError(error.text[lang]) from None
    return Gate(
        settings,
        lang,
        baseline=Baseline.read(path) if path is not None else None,
        changes=found,
        added_lines=options.changed_lines,
        whole_site=not options.paths and options.changed is None,
        strict=options.baseline_strict,
    )


@contextmanager
def _executor(options: argparse.Namespace, lang: Lang) -> "Iterator[Executor | None]":
    """The engine that is to check; None: this machine."""
    if not options.executor:
        yield None
        return
    from lintpost.engine.executors import ExecutorError, open_executor

    try:
        with open_executor(options.executor) as executor:
            yield executor
    except ExecutorError as error:
        raise UsageError(error.text[lang]) from None
