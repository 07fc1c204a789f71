"""Runs the examples of rule files: an example asserts every finding of its rule, and the fix."""

import os
from datetime import UTC, datetime
from typing import Any, NamedTuple

from lintpost.checks.registry import find_check
from lintpost.config.dictionaries.names_file import read_entries
from lintpost.config.dictionaries.spellings_file import read_words
from lintpost.config.dictionaries.tags_file import read_vocabulary
from lintpost.config.layer import Layer, RuleSetting
from lintpost.config.run_settings import CliOverrides, FailOn
from lintpost.config.schema_files import read_schema
from lintpost.config.settings import Settings
from lintpost.engine.check_post import Checker, Review
from lintpost.engine.edits.fix import fix_source
from lintpost.engine.review.site_review import SiteReview
from lintpost.files.settings_error import FilePosition
from lintpost.files.settings_file import SettingsFile
from lintpost.language import Text
from lintpost.packs.prh_file import read_rules
from lintpost.packs.rule import Rule
from lintpost.packs.rule_file import Example, RuleDocument
from lintpost.post.post import Post
from lintpost.post.source import Source
from lintpost.site.files import ListedFiles
from lintpost.site.names import Names
from lintpost.site.schema import Schema
from lintpost.site.site import Site
from lintpost.site.terms import Terms
from lintpost.site.vocabulary import Vocabulary

_NOW = "2026-06-01"


class Failure(NamedTuple):
    """An example whose findings or fix are not as it says; `text` says what was expected and found."""

    place: FilePosition
    rule: str
    text: Text


def run_examples(document: RuleDocument, rules: dict[str, Rule]) -> list[Failure]:
    """Run every example of a rule file; returns those that fail.

    Raises `SettingsError` where the rule's options are faulty, and `MissingPackage` where its check needs
    an extra that is not installed.
    """
    failures = []
    for example in document.examples:
        problem = _run(document.rule, example, rules)
        if problem is not None:
            failures.append(Failure(example.place, document.rule.name, problem))
    return failures


def _run(rule: Rule, example: Example, rules: dict[str, Rule]) -> Text | None:
    settings = example_settings(rule, example, rules)
    source = Source(str(example.settings.get("path", "example.md")), example.text)
    checker = Checker(settings)
    checker.active(Post(source, settings.site.syntax))
    review = _review(checker, source, example.settings.get("posts", {}))
    if isinstance(review, Text):
        return review
    result = checker.check_source(source, review=review)
    if result.errors:
        return result.errors[0].text
    findings = [finding for finding in result.findings if finding.rule == rule.name]
    found = [_shown(example.text, f.start.offset, f.end.offset) for f in findings]
    expected = _expected(example)
    if not example.good and not example.at:
        return Text("a bad example needs `at`", "悪い例には `at` が必要です")
    if found != expected:
        return Text(f"expected {expected}, found {found}", f"期待 {expected}、結果 {found}")
    if example.fixed is not None:
        fixed = fix_source(checker, source, review=review).after
        if fixed != example.fixed:
            return Text(
                f"expected the fix {example.fixed!r}, got {fixed!r}",
                f"修正結果の期待 {example.fixed!r}、結果 {fixed!r}",
            )
    return None


def _review(checker: Checker, source: Source, others: dict[str, Any]) -> Review | Text:
    """The review of a site of the example and other posts, texts by their paths; or why a rule broke."""
    sources = [source, *(Source(path, str(text)) for path, text in others.items())]
    notes = {one.path: checker.note_source(one) for one in sources}
    facts = {path: note.facts for path, note in notes.items() if note.facts is not None}
    site = SiteReview(lambda: checker, facts, dict, {path: path for path in notes})
    errors = [*(error for note in notes.values() for error in note.errors), *site.errors]
    if errors:
        return errors[0].text
    return lambda facts: site.findings_with(source.path, facts)


def _expected(example: Example) -> list[str]:
    """The places that the example names, as `_shown` writes them."""
    places: list[str] = []
    last = ""
    cursor = 0
    for text, number in example.at:
        # The same text again means its next occurrence, unless it is "" or numbered.
        start = -1 if number else cursor - (text != last or not text)
        for _ in range(number or 1):
            start = example.text.find(text, start + 1)
        places.append(_shown(example.text, start, start + len(text)) if start >= 0 else repr(text))
        last, cursor = text, max(start, 0)
    return places


def _shown(text: str, start: int, end: int) -> str:
    """A span as its text and offset: two findings on the same word are told apart."""
    return f"{text[start:end]!r} at {start}"


def example_settings(rule: Rule, example: Example, rules: dict[str, Rule]) -> Settings:
    """Settings under which only the rule runs (the engine's own rules need the others too)."""
    given = example.settings
    check = find_check(rule.check)
    runs = check.run is not None or check.review is not None
    overlay = CliOverrides(lang="en", select=(rule.name,) if runs else ())
    setting = RuleSetting("on", dict(given.get("options", {})), example.place)
    layer = Layer(path=example.place.path, rules={rule.name: setting})
    return Settings(
        path=None,
        root=os.getcwd(),
        layers=(layer,),
        posts=(),
        exclude=(),
        lang="en",
        fail_on=FailOn(),
        max_findings=0,
        fixes={},
        baseline=None,
        max_bytes=1_000_000,
        site=_site(given),
        tags_files=(),
        names_files=(),
        rules={**rules, rule.name: rule},
        overrides=(),
        overlay=overlay,
    )


def _site(given: dict[str, Any]) -> Site:
    now = datetime.fromisoformat(str(given.get("now", _NOW))).replace(tzinfo=UTC)
    vocabularies: dict[str, Vocabulary] = {}
    for field in ("tags", "categories"):
        if field in given:
            file = _as_file(given[field])
            vocabularies[field] = read_vocabulary(
                file, file.any_mapping(file.root)["entries"], field
            )
    renderer: Any = given.get("renderer", "commonmark")
    names = None
    if "names" in given:
        file = _as_file(given["names"])
        names = Names(read_entries(file, file.any_mapping(file.root)["entries"]))
    spellings = None
    if "spellings" in given:
        file = _as_file(given["spellings"])
        spellings = Names(read_words(file, file.any_mapping(file.root)["entries"]))
    terms = None
    if "terms" in given:
        file = _as_file(given["terms"])
        rules = read_rules(file, file.any_mapping(file.root)["entries"])
        terms = Terms([rule.term for rule in rules])
    return Site(
        renderers=tuple(renderer) if isinstance(renderer, list) else (renderer,),
        yaml=given.get("yaml", "1.1"),
        code_shortcodes=frozenset(given.get("code-shortcodes", ())),
        names=names,
        terms=terms,
        spellings=spellings,
        vocabularies=vocabularies,
        schema=_schema(given["schema"]) if "schema" in given else None,
        files=ListedFiles(given.get("files", ())),
        now=now,
    )


def _schema(given: dict[str, Any]) -> Schema:
    file = _as_file(given)
    part = read_schema(file, file.any_mapping(file.root)["entries"])
    return Schema(part.data, part.resources, part.order or ())


def _as_file(value: Any) -> SettingsFile:
    """Values of an example through the reader of the real files, so that both mean the same."""
    import json

    return SettingsFile(
        Source("example", json.dumps({"entries": value}, ensure_ascii=False, default=str))
    )
