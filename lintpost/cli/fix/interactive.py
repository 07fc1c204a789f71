"""``lintpost fix --interactive``: one fix at a time, from the top of each post to its end."""

from functools import partial
from typing import NamedTuple

from lintpost.cli.errors import print_errors
from lintpost.cli.fix.prompt import ask, show
from lintpost.cli.fixes import fixed_line
from lintpost.engine.check_post import Review
from lintpost.engine.configurations import Configurations
from lintpost.engine.edits.fix import accepted_text
from lintpost.engine.edits.write_post import write_post
from lintpost.engine.finding import Finding, PostError
from lintpost.engine.guard import guarded
from lintpost.engine.open_post import OpenedPost, open_post
from lintpost.engine.review.open_reviews import open_reviews
from lintpost.language import Lang
from lintpost.post.source import Source


class _Choices(NamedTuple):
    """The rules whose fixes are all applied without asking, and those whose fixes are all skipped."""

    apply: set[str]
    skip: set[str]


class _Fixed(NamedTuple):
    """A post's text with the chosen fixes, the findings that they fix, the errors of its checks, and
    whether the user wants to stop.
    """

    text: str
    findings: int
    errors: tuple[PostError, ...]
    quits: bool


class _Position(NamedTuple):
    """Where a finding is in the order in which they are asked about."""

    start: int
    end: int
    rule: str


def fix_interactively(paths: list[str], configurations: Configurations, lang: Lang) -> int:
    """Ask about the fixes of each post, and write each post after its last. Returns the exit status.

    Ctrl-C or the end of the input is ``q``: the fixes chosen so far are written.
    """
    choices = _Choices(set(), set())
    errors: list[PostError] = []
    count = 0
    reviews = open_reviews(paths, configurations)
    errors += reviews.errors() if reviews is not None else ()
    for path in paths:
        review = reviews.fix_review_of(path, unsafe=True) if reviews is not None else None
        opened = open_post(configurations, path)
        if isinstance(opened, PostError):
            errors.append(opened)
            continue
        fixed = guarded(path, partial(_fix_post, opened, choices, lang, review))
        if isinstance(fixed, PostError):
            errors.append(fixed)
            continue
        errors += fixed.errors
        if fixed.findings:
            problem = write_post(path, opened.checker.settings.root, opened.source.text, fixed.text)
            if problem is None:
                count += fixed.findings
                if reviews is not None:
                    after = opened.checker.note_source(Source(path, fixed.text))
                    reviews.replace(path, after.facts)
            else:
                errors.append(PostError(path, problem))
        if fixed.quits:
            break
    print_errors(errors, lang)
    print(fixed_line(count, lang))
    return 2 if errors else 0


def _fix_post(opened: OpenedPost, choices: _Choices, lang: Lang, review: Review | None) -> _Fixed:
    """Ask about each fix of a post. A finding that was passed is not asked about again."""
    checker, source = opened
    text, count, asked = source.text, 0, 0
    passed = applied = _Position(-1, 0, "")
    errors: dict[PostError, None] = {}
    while True:
        result = checker.check_source(Source(source.path, text), keep_text=True, review=review)
        errors |= dict.fromkeys(result.errors)
        open_findings = [f for f in result.findings if _is_open(f, passed, choices)]
        if not open_findings:
            return _Fixed(text, count, tuple(errors), quits=False)
        finding = open_findings[0]
        position = _position(finding)
        after = accepted_text(checker, Source(source.path, text), finding)
        if after is None or position == applied:
            passed = position  # the fix changes nothing, or was applied and is offered again
            continue
        answer = "y"
        if finding.rule not in choices.apply:
            counter = asked + 1, asked + len(open_findings)
            show(finding, text, after, counter, lang)
            answer = ask(lang)
            asked += 1
        if answer == "q":
            return _Fixed(text, count, tuple(errors), quits=True)
        if answer == "a":
            choices.apply.add(finding.rule)
        elif answer == "s":
            choices.skip.add(finding.rule)
        if answer not in ("y", "a"):
            passed = position
            continue
        start = position.start + _shift(finding)
        passed, applied = _Position(start, -1, ""), position._replace(start=start)
        text = after
        count += 1


def _position(finding: Finding) -> _Position:
    return _Position(finding.start.offset, finding.end.offset, finding.rule)


def _shift(finding: Finding) -> int:
    """Code points by which the fix of a finding moves its start."""
    edits = finding.fix.edits if finding.fix else ()
    before = (edit for edit in edits if edit.end <= finding.start.offset)
    return sum(len(edit.text) - (edit.end - edit.start) for edit in before)


def _is_open(finding: Finding, passed: _Position, choices: _Choices) -> bool:
    if finding.fix is None or finding.rule in choices.skip:
        return False
    return _position(finding) > passed
