"""``lintpost suppressions list`` and ``lintpost check --add-suppressions``."""

import argparse
import json
import sys
from typing import TYPE_CHECKING

from lintpost.cli.check import configurations_of, print_errors
from lintpost.cli.posts import find_posts
from lintpost.engine.configurations import Configurations
from lintpost.engine.edits.suppress_paths import suppress_paths
from lintpost.engine.edits.suppressions import suppressions
from lintpost.engine.finding import PostError, PostResult
from lintpost.language import Lang, Text
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
    for post in read_posts(paths, settings.max_bytes, unreadable, settings.site.yaml):
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

    def left(result: PostResult) -> PostResult:
        return next(iter(gate.passed([result]))) if gate is not None else result

    errors: list[PostError] = []
    count = 0
    for suppressed in suppress_paths(paths, configurations, reason, left):
        count += suppressed.findings
        errors += suppressed.errors
    print_errors(errors, lang)
    en, ja = (
        f"{count} findings are switched off by comments.",
        f"{count}件の指摘を注釈で抑えました。",
    )
    print(Text(en, ja)[lang])
    return 2 if errors else 0
