"""Fixes posts, or shows how, for commands that report nothing else."""

import sys
from collections import Counter
from typing import TYPE_CHECKING

from lintpost.cli.errors import print_errors, print_refused
from lintpost.cli.progress import fixing
from lintpost.engine.configurations import Configurations
from lintpost.engine.edits.fix_paths import fix_paths
from lintpost.engine.reviewed_sites import reviewed_sites
from lintpost.language import Lang, Text, plural

if TYPE_CHECKING:
    from lintpost.engine.finding import PostError


class FixCounts:
    """The counts of a run that fixes. With a diff they tell what would be."""

    def __init__(self) -> None:
        self.posts = 0
        self.changed = 0
        """Posts that were changed."""
        self.left = 0
        """Findings that were not fixed."""
        self.messages: Counter[str] = Counter()
        """The messages of the findings that were fixed."""
        self.refused = False
        """Whether a fix could not be proved safe, and was left out."""
        self.failed = False
        """Whether a post could not be checked or written."""

    @property
    def fixed(self) -> int:
        """The findings that were fixed."""
        return self.messages.total()

    def diff_status(self) -> int:
        """The exit status of a run that shows a diff."""
        return 2 if self.failed else int(self.fixed > 0 or self.refused)

    def print_fixed(self, lang: Lang) -> None:
        """Print the number of findings that were fixed."""
        print(fixed_line(self.fixed, lang))


def apply_fixes(
    paths: list[str],
    configurations: Configurations,
    lang: Lang,
    *,
    diff: bool,
    unsafe: bool = False,
    quiet: bool = False,
) -> FixCounts:
    """Write the fixes of posts, or print them as a diff; and print why posts could not be fixed."""
    from lintpost.report.diff import write_diff

    counts = FixCounts()
    errors: list[PostError] = []
    reviewed = bool(reviewed_sites(paths, configurations))
    with fixing(paths, lang, quiet=quiet, reported_later=reviewed) as drawn:
        for fixed in fix_paths(paths, configurations, write=not diff, unsafe=unsafe, drawn=drawn):
            counts.posts += 1
            counts.changed += fixed.before != fixed.after
            counts.left += len(fixed.result.findings)
            counts.messages.update(finding.message for finding in fixed.applied)
            errors += fixed.result.errors
            counts.refused |= bool(fixed.result.refused)
            print_refused(fixed.path, fixed.result.refused, lang)
            if diff:
                write_diff(sys.stdout, fixed.path, fixed.before, fixed.after)
    print_errors(errors, lang)
    counts.failed = bool(errors)
    return counts


def fixed_line(count: int, lang: Lang) -> str:
    """How many findings were fixed, in a sentence."""
    return Text(f"{plural(count, 'finding')} fixed.", f"{count:,}件を修正しました。")[lang]
