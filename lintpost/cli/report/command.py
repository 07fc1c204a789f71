"""``lintpost report pr``: what a branch adds and mends against its base."""

import argparse
import os
import sys
from collections import Counter

from lintpost.cli.configured_language import working_language
from lintpost.cli.report.runs import check, read
from lintpost.engine.gate.base_checkout import base_checkout
from lintpost.engine.gate.baseline import Baseline
from lintpost.engine.gate.git import GitError
from lintpost.errors import UsageError
from lintpost.language import Lang, Text
from lintpost.report.pull_request import Reported, comment

_STALE = "meta/stale-baseline"
_ALL = "--no-baseline"
"""Both sides count all findings: one that a baseline knows may be mended, too."""


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Print the comment; returns 0, or 2 where posts of the branch could not be checked."""
    lang = working_language(options, lang)
    base = options.base
    if base is not None and os.path.isfile(base) and not _is_report(base):
        added, mended, errors = _against_baseline(options, base, lang)
    else:
        before = read(base, lang).findings if base and os.path.isfile(base) else _at(base, lang)
        head = read(options.head, lang) if options.head else check(os.getcwd(), lang, _ALL)
        added, mended = _differences(before, head.findings)
        errors = head.errors
    sys.stdout.write("\n".join(comment(added, mended, errors, lang)) + "\n")
    return 2 if errors else 0


def _is_report(path: str) -> bool:
    """Whether a file is a JSON report, rather than a baseline of one entry a line."""
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read(200).lstrip().startswith('{"version"')


def _at(ref: str | None, lang: Lang) -> list[Reported]:
    """The findings where the branch began; none if the folder was not there yet."""
    try:
        with base_checkout(os.getcwd(), ref) as folder:
            return check(folder, lang, _ALL).findings if os.path.isdir(folder) else []
    except GitError as error:
        raise UsageError(error.text[lang]) from None


def _against_baseline(
    options: argparse.Namespace, path: str, lang: Lang
) -> tuple[list[Reported], list[Reported], int]:
    """What the baseline does not have, and its entries that nothing matches any more."""
    if options.head:
        text = Text("--head goes with a JSON report", "--head はJSONの報告と比べるときに使います")
        raise UsageError(text[lang])
    head = check(os.getcwd(), lang, "--baseline", path, "--baseline-strict")
    entries = {entry.line: entry for entry in Baseline.read(path).entries}
    mended = [
        Reported(entry.path, entry.rule, "info", entry.text, 0)
        for entry in (entries[one.line] for one in head.findings if one.rule == _STALE)
    ]
    return [one for one in head.findings if one.rule != _STALE], mended, head.errors


def _differences(
    before: list[Reported], after: list[Reported]
) -> tuple[list[Reported], list[Reported]]:
    """What only one side has: findings are the same by path, rule and message, whatever their lines.

    Where a post has one of them several times, those on lines of their own are the ones that differ.
    """

    def only(these: list[Reported], those: list[Reported]) -> list[Reported]:
        left = Counter(one.key for one in those)
        same_place = Counter((one.key, one.line) for one in those)
        rest = []
        for one in these:  # first those that stand where they stood
            if same_place[one.key, one.line] > 0:
                same_place[one.key, one.line] -= 1
                left[one.key] -= 1
            else:
                rest.append(one)
        found = []
        for one in rest:
            if left[one.key] > 0:
                left[one.key] -= 1
            else:
                found.append(one)
        return found

    return only(after, before), only(before, after)
