"""Runs lintpost of one side over a site."""

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

from ecosystem.sites import Site, Trouble

NOW = "1780272000"
"""SOURCE_DATE_EPOCH of every run (2026-06-01), in seconds."""
_INTERNAL = re.compile(r"internal error(?: in (\S+))?")


class Side(NamedTuple):
    """One of the two versions of lintpost: `name` is "old" or "new"."""

    name: str
    command: list[str]
    checkout: Path | None
    folder: Path
    """A temporary folder for its cache and its copies of posts."""


class Run(NamedTuple):
    """What one run of lintpost gave; `stderr` is shown only where something went wrong."""

    side: str
    site: str
    status: int
    stdout: bytes
    stderr: str


class Outcome(NamedTuple):
    """What one side says of a site, and with `--fix` makes of its posts (copies, as the site lists them)."""

    check: Run
    fix: Run | None
    fixed_posts: list[Path]


def side_of(name: str, place: str, python: str, folder: Path) -> Side:
    """The version of lintpost at `place`: a checkout, or an executable. Raises `Trouble`."""
    path = Path(place).absolute()
    folder = folder / name
    folder.mkdir()
    if (path / "lintpost" / "__main__.py").is_file():
        # -P: with `-m` the working folder would otherwise come before PYTHONPATH.
        return Side(name, [python, "-P", "-m", "lintpost"], path, folder)
    if path.is_file() and os.access(path, os.X_OK):
        return Side(name, [str(path)], None, folder)
    raise Trouble(f"{place}: neither a checkout of lintpost nor an executable")


def run_site(side: Side, site: Site, form: str, fix: list[str] | None) -> Outcome:
    """Check a site with one side, reporting in a format; `fix` are options for a run of `--fix`, if any."""
    checked = check(side, site, "--output-format", form)
    if fix is None:
        return Outcome(checked, None, [])
    copy = site.copied_to(side.folder / "posts")
    fixed = check(side, copy, "--fix", "--output-format", "json", *fix)
    return Outcome(checked, fixed, copy.posts)


def check(side: Side, site: Site, *options: str) -> Run:
    """Run `lintpost check` over the site's posts, in a fixed environment."""
    done = subprocess.run(
        [*side.command, "check", "--no-cache", "--jobs", "1", "--config", str(site.config), *options,
         "--", *map(str, site.posts)],
        cwd=side.folder, env=_environment(side), stdin=subprocess.DEVNULL, capture_output=True, check=False,
    )  # fmt: skip
    return Run(side.name, site.name, done.returncode, done.stdout, done.stderr.decode(errors="replace"))  # fmt: skip


def report_of(run: Run) -> dict[str, Any]:
    """The JSON report of a run. Raises `Trouble` if it made none."""
    try:
        report = json.loads(run.stdout)
    except ValueError:
        report = None
    if not isinstance(report, dict) or run.status not in (0, 1, 2):
        raise Trouble(f"{run.side}: {run.site}: no report, status {run.status}{_indented(run)}")
    return report


def internal_errors(run: Run, report: dict[str, Any]) -> list[str]:
    """A line for each rule that failed, with the number of posts and the first message."""
    by_rule: dict[str, list[str]] = {}
    for error in report["errors"]:
        if found := _INTERNAL.search(error["message"]):
            text = f"{error['path']}: {error['message']}"
            by_rule.setdefault(found[1] or "(no rule)", []).append(text)
    return [
        f"{run.side}: {rule}: internal error in {len(texts)} posts, first: {texts[0]}"
        for rule, texts in sorted(by_rule.items())
    ]


def raise_if_failed(run: Run) -> None:
    """Raise `Trouble` for a run that ended early or met an internal error."""
    if run.status not in (0, 1, 2) or "internal error" in run.stderr or (run.status and not run.stdout):  # fmt: skip
        raise Trouble(f"{run.side}: {run.site}: status {run.status}{_indented(run)}")


def _indented(run: Run) -> str:
    return "".join(f"\n  {line}" for line in run.stderr.splitlines()[-20:])


def _environment(side: Side) -> dict[str, str]:
    """The caller's variables without those that change what lintpost says."""
    own = ("LINTPOST_", "PYTHON", "FORCE_COLOR", "NO_COLOR", "COLUMNS", "LINES")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(own)}
    added = {
        "LINTPOST_LANG": "en",
        "LINTPOST_CACHE_DIR": str(side.folder / "cache"),  # compiled rules of two versions differ
        "SOURCE_DATE_EPOCH": NOW,
        "PYTHONUTF8": "1",
    }
    if side.checkout is not None:
        added["PYTHONPATH"] = str(side.checkout)
    return kept | added
