"""Compares what two versions of lintpost say of the same posts.

``python tools/ecosystem_diff.py OLD NEW POSTS…``: OLD and NEW are each a checkout or a `lintpost`
executable. Prints a table of differences by rule, and examples. Exit status: 0 equal, 1 different,
2 trouble (a bad argument, a run without a report, an internal error of either version).
"""

import argparse
import json
import os
import re
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from ecosystem import show
from ecosystem.compare import counts
from ecosystem.result import NOTHING, Result, compare_site
from ecosystem.runs import run_site, side_of
from ecosystem.sites import Trouble, one_site, suite_sites

_MOST_BYTES = 900_000


def compare(options: argparse.Namespace, folder: Path) -> Result:
    """Run both versions over every site. `folder` is a temporary one. Raises `Trouble`."""
    places = {"old": options.old, "new": options.new}
    sides = [side_of(name, place, options.python, folder) for name, place in places.items()]
    if options.suite:
        sites = suite_sites(options.suite, options.posts, folder)
    else:
        sites = one_site(options.posts, options.extends.split(","), options.config, folder)
    fix = None
    if options.fix:
        fix = ["--select", ",".join(options.rule)] if options.rule else []
    form = options.output_format if options.byte else "json"
    result = NOTHING
    with ThreadPoolExecutor(options.jobs) as pool:
        runs = [[pool.submit(run_site, side, site, form, fix) for side in sides] for site in sites]
        for site, (before, after) in zip(sites, runs, strict=True):
            result = result.plus(
                compare_site(site, before.result(), after.result(), options.rule, byte=options.byte)
            )
    return result


def print_text(result: Result, most: int) -> None:
    """The report for people."""
    for line in result.trouble:
        print(f"trouble: {line}")
    for line in result.parted:
        print(line)
    if result.found:
        found = sorted(result.found, key=lambda one: one.rule)
        print("\n".join([*show.table(found), "", *show.examples(found, most)]))
    if result.fixed:
        print("\n".join(show.fixed_lines(result.fixed, most)))
    if result.status == 0:
        print("equal")


def print_markdown(result: Result, most: int) -> None:
    """The report for people as a section of Markdown, for the summary of a job, which holds a megabyte."""
    with redirect_stdout(StringIO()) as shown:
        print_text(result, most)
    text = shown.getvalue()
    if len(text.encode()) > _MOST_BYTES:
        text = text.encode()[:_MOST_BYTES].decode(errors="ignore") + "\n... and more\n"
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    before, after = result.findings
    print(f"## Findings before and after\n\n{before:,} before, {after:,} after.\n")
    print(f"{fence}text\n{text}{fence}")


def print_json(result: Result) -> None:
    """One document with every difference."""
    document = {
        "status": result.status,
        "findings": {"old": result.findings[0], "new": result.findings[1]},
        "rules": {rule: dict(count) for rule, count in sorted(counts(result.found).items())},
        "differences": [{**one._asdict(), "kind": one.kind} for one in result.found],
        "fixed": [{"path": str(text.path), "diff": list(show.fixed_diff(text))} for text in result.fixed],
        "bytes": result.parted,
        "trouble": result.trouble,
    }  # fmt: skip
    print(json.dumps(document, ensure_ascii=False, indent=1))


def parser() -> argparse.ArgumentParser:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    add = parser.add_argument
    add("old", metavar="OLD", help="a checkout of lintpost, or a lintpost executable")
    add("new", metavar="NEW", help="the same for the version to compare with it")
    add("posts", nargs="+", metavar="POSTS", help="posts or folders of posts")
    settings = parser.add_mutually_exclusive_group()
    settings.add_argument(
        "--extends",
        default="recommended",
        metavar="PRESETS",
        help="presets, comma-separated (default: recommended)",
    )
    settings.add_argument("--config", metavar="FILE", help="a lintpost.yml for all posts")
    settings.add_argument(
        "--suite",
        metavar="FILE",
        help="a YAML list of sites inside POSTS: `posts`, and the keys of a lintpost.yml",
    )
    add(
        "--rule",
        action="append",
        default=[],
        metavar="NAME",
        help="compare this rule or family alone (may be repeated)",
    )
    add(
        "--fix",
        action="store_true",
        help="compare what `check --fix` makes of copies of the posts, too",
    )
    add("--byte", action="store_true", help="compare the output byte for byte, and the exit status")
    add(
        "--output-format",
        default="json",
        metavar="FORMAT",
        help="the output that --byte compares (default: json)",
    )
    add(
        "--examples",
        type=int,
        default=5,
        metavar="N",
        help="examples for each rule and kind (default: 5)",
    )
    add("--markdown", action="store_true", help="print a section for the summary of a job")
    add("--json", action="store_true", help="print one document with every difference")
    add(
        "--jobs",
        type=int,
        default=os.cpu_count(),
        metavar="N",
        help="runs at a time (default: one for each core)",
    )
    add(
        "--python",
        default=sys.executable,
        metavar="FILE",
        help="the interpreter for checkouts (default: this one)",
    )
    return parser  # fmt: skip


def main() -> int:
    """Compare and print; returns the exit status."""
    options = parser().parse_args()
    try:
        with tempfile.TemporaryDirectory(prefix="ecosystem-") as folder:
            result = compare(options, Path(folder))
    except Trouble as error:
        print(f"ecosystem_diff: {error}", file=sys.stderr)
        return 2
    if options.json:
        print_json(result)
    elif options.markdown:
        print_markdown(result, options.examples)
    else:
        print_text(result, options.examples)
    return result.status


if __name__ == "__main__":
    sys.exit(main())
