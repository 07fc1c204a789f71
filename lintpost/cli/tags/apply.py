"""``lintpost tags apply``, and the posts' half of ``lintpost tags rename``."""

import argparse
import sys
from collections import Counter

from lintpost.cli.check import applied, diff_status, print_errors
from lintpost.cli.posts import find_posts
from lintpost.cli.tags.command import Target
from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import Settings
from lintpost.engine.configurations import Configurations
from lintpost.engine.edits.fix import FixResult
from lintpost.engine.edits.fix_paths import fix_paths
from lintpost.engine.finding import PostError
from lintpost.engine.summary import Summary
from lintpost.errors import UsageError
from lintpost.files.settings_error import unknown_word
from lintpost.language import Lang, Text
from lintpost.site.vocabulary import Tag, Vocabulary

_RULES = ("type", "alias", "retired", "duplicate", "implied")


def apply_tags(options: argparse.Namespace, target: Target) -> int:
    """Write the vocabulary into the posts, with the fixes of the rules that it feeds."""
    rules = tuple(
        rule for name in _RULES if (rule := f"{target.vocabulary}/{name}") in target.settings.rules
    )
    overlay = CliOverrides(lang=target.lang, select=rules)
    configurations = Configurations(options.config, overlay, isolated=options.no_config)
    return _write(options, target, configurations)


def rename_in_posts(options: argparse.Namespace, target: Target, *, listed: bool) -> int:
    """Write the new name for the old one, and nothing else.

    `listed` says that the vocabulary has the new name; otherwise some post must carry the old one.
    """
    vocabulary = {target.vocabulary: Vocabulary([Tag(options.new, aliases=(options.old,))])}

    def adapt(settings: Settings) -> Settings:
        site = settings.site.with_vocabularies(vocabulary)
        return settings._replace(site=site)

    overlay = CliOverrides(lang=target.lang, select=(f"{target.vocabulary}/alias",))
    configurations = Configurations(
        options.config, overlay, isolated=options.no_config, adapt=adapt
    )
    return _write(options, target, configurations, wanted="" if listed else options.old)


def _write(
    options: argparse.Namespace, target: Target, configurations: Configurations, wanted: str = ""
) -> int:
    """Fix the posts, or show how. `wanted` is a word that one of them must carry."""
    paths, missing = find_posts(options.paths, target.settings, target.lang)
    if not paths:
        return 2
    summary = Summary()
    messages: Counter[str] = Counter()
    changed: list[str] = []

    def note(fixed: FixResult) -> None:
        changed.append(fixed.path)
        messages.update(finding.message for finding in fixed.applied)

    fixed = fix_paths(paths, configurations, write=not options.diff)
    results = applied(fixed, summary, diff=options.diff, changed=note)
    if options.diff:
        status = diff_status(results, summary, target.lang, missing)
        _must_be_there(wanted, changed, target)
        return status
    errors: list[PostError] = []
    for result in results:
        summary.add(result)
        errors += result.errors
    _must_be_there(wanted, changed, target)
    _tell(messages, changed, summary, target.lang)
    print_errors(errors, target.lang)
    return 2 if errors or missing else 0


def _must_be_there(word: str, changed: list[str], target: Target) -> None:
    if not word or changed:
        return
    vocabulary = target.settings.site.vocabularies.get(target.vocabulary)
    raise UsageError(unknown_word(word, vocabulary.tags if vocabulary else (), Text("tag", "タグ"))[target.lang])  # fmt: skip


def _tell(applied: Counter[str], changed: list[str], summary: Summary, lang: Lang) -> None:
    """What was written, by message, and how much is left."""
    for message, count in sorted(applied.items(), key=lambda item: (-item[1], item[0])):
        print(f"{count:>5}  {message}")
    en = f"{len(changed)} of {summary.posts} posts changed"
    ja = f"記事{summary.posts}本のうち{len(changed)}本を書き換えました"
    print(Text(f"{en}.", f"{ja}。")[lang])
    left = summary.findings
    if left:
        text = Text(
            f"{left} findings are left that no fix can mend: lintpost check --select tags",
            f"自動では直せない指摘が{left}件残っています（lintpost check --select tags）",
        )
        print(text[lang], file=sys.stderr)
