"""``lintpost suppressions list`` and ``lintpost check --add-suppressions``."""

import argparse
import json
import sys
from typing import TYPE_CHECKING

from lintpost.cli.check import configurations_of, print_errors
from lintpost.cli.posts import find_posts
from lintpost.engine.configurations import Configurations
from lintpost.engine.edits.fix import write_atomically
from lintpost.engine.edits.suppression_comments import suppressed_text
from lintpost.engine.edits.suppressions import suppressions
from lintpost.engine.finding import PostError
from lintpost.language import Lang, Text
from lintpost.post.post import Post
from lintpost.post.source import UnreadablePost, read_source
from lintpost.surveys.reading import read_posts

if TYPE_CHECKING:
    from lintpost.engine.gate.gate import Gate


def run(options: argparse.Namespace, lang: Lang) -> int:
    """List the comments that switch findings off; returns the exit status."""
    settings = configurations_of(options).leading(options.paths)
    lang = options.lang or settings.lang
    paths, missing = find_posts(options.paths, settings, lang)
    if not paths:
        return 2
    unreadable: list[str] = []
    rows = []
    for post in read_posts(paths, settings.max_bytes, unreadable, settings.site.syntax):
        for item in suppressions(post):
            line, column = post.source.location(item.start)
            rows.append((post.path, line, column, item.rule or "*", item.from_line, item.to_line, item.reason))  # fmt: skip
    if options.output_format == "json":
        keys = ("path", "line", "column", "rule", "from", "to", "reason")
        data = {"version": 1, "suppressions": [dict(zip(keys, row, strict=True)) for row in rows]}
        print(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        for path, line, column, rule, _, _, reason in rows:
            print(f"{path}:{line}:{column}: {rule}" + (f"  {reason}" if reason else ""))
        without = sum(1 for row in rows if not row[-1])
        en = f"{len(rows)} suppressions in {len(paths)} posts; {without} give no reason."
        ja = f"記事{len(paths)}本に抑制が{len(rows)}件あります（理由のないもの{without}件）。"
        print(Text(en, ja)[lang])
    for path in unreadable:
        print(f"lintpost: {path}: {Text('cannot be read', '読めません')[lang]}", file=sys.stderr)
    return 2 if missing or unreadable else 0


def add_suppressions(
    paths: list[str], configurations: Configurations, reason: str, gate: "Gate | None", lang: Lang
) -> int:
    """Write a comment for every finding that is left; returns the exit status."""
    errors: list[PostError] = []
    count = 0
    for path in paths:
        checker = configurations.checker(path)
        try:
            source = read_source(path, checker.settings.max_bytes)
        except UnreadablePost as error:
            errors.append(PostError(path, error.text))
            continue
        result = checker.check_source(source, keep_text=True)
        if gate is not None:
            result = next(iter(gate.passed([result])))
        errors += result.errors
        findings = [finding for finding in result.findings if not finding.rule.startswith("meta/")]
        if not findings:
            continue
        post = Post(source, checker.settings.site.syntax)
        after = suppressed_text(post, findings, reason)
        problem = write_atomically(path, source.text, after)
        if problem is not None:
            errors.append(PostError(path, problem))
        else:
            count += len(findings)
    print_errors(errors, lang)
    en, ja = (
        f"{count} findings are switched off by comments.",
        f"{count}件の指摘を注釈で抑えました。",
    )
    print(Text(en, ja)[lang])
    return 2 if errors else 0
