"""``lintpost tags apply``, and the posts' half of ``lintpost tags rename``."""

from lintpost.cli.errors import warn
from lintpost.cli.fixes import FixCounts, apply_fixes
from lintpost.cli.tags.target import Target
from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import Settings
from lintpost.engine.configurations import Configurations
from lintpost.errors import UsageError
from lintpost.files.settings_error import unknown_word
from lintpost.language import Lang, Text, plural
from lintpost.report.visible import visible
from lintpost.site.vocabulary import Tag, Vocabulary

_RULES = ("type", "alias", "retired", "duplicate", "implied")


def apply_tags(target: Target) -> int:
    """Write the vocabulary into the posts, with the fixes of the rules that use it."""
    session = target.session
    known = session.settings().rules
    names = (f"{target.vocabulary}/{name}" for name in _RULES)
    overlay = CliOverrides(lang=session.lang, select=tuple(name for name in names if name in known))
    options = session.options
    configurations = Configurations(
        options.config, overlay, isolated=options.no_config, adapt=_with_safe_fixes
    )
    return _write(target, configurations)


def rename_in_posts(target: Target, *, listed: bool) -> int:
    """Write the new name for the old one, and nothing else.

    `listed` says that the vocabulary has the new name; otherwise some post must have the old one.
    """
    session = target.session
    options = session.options
    vocabulary = {target.vocabulary: Vocabulary([Tag(options.new, aliases=(options.old,))])}

    def adapt(settings: Settings) -> Settings:
        site = settings.site.with_vocabularies(vocabulary)
        return _with_safe_fixes(settings)._replace(site=site)

    overlay = CliOverrides(lang=session.lang, select=(f"{target.vocabulary}/alias",))
    configurations = Configurations(
        options.config, overlay, isolated=options.no_config, adapt=adapt
    )
    return _write(target, configurations, required="" if listed else options.old)


def _with_safe_fixes(settings: Settings) -> Settings:
    """Settings under which the fixes are written that were asked for by name, addresses of posts or not."""
    asked = dict.fromkeys(f"categories/{name}" for name in ("alias", "retired"))
    fixes = {rule: fix for rule, fix in settings.fixes.items() if rule not in asked or fix == "off"}
    return settings._replace(fixes=fixes)


def _write(target: Target, configurations: Configurations, required: str = "") -> int:
    """Fix the posts, or show how; returns the exit status. `required`: a tag that some post must have."""
    session = target.session
    paths, missing = session.find_posts()
    if not paths:
        return 2
    diff = session.options.diff
    counts = apply_fixes(paths, configurations, session.lang, diff=diff)
    if required and not counts.changed:
        vocabulary = session.settings().site.vocabularies.get(target.vocabulary)
        known = vocabulary.tags if vocabulary else ()
        raise UsageError(unknown_word(required, known, Text("tag", "タグ"))[session.lang])
    if diff:
        return 2 if missing else counts.diff_status()
    _print_counts(counts, session.lang)
    return 2 if missing or counts.failed else 0


def _print_counts(counts: FixCounts, lang: Lang) -> None:
    """What was written, by message, and how many findings are left."""
    for message, count in sorted(counts.messages.items(), key=lambda item: (-item[1], item[0])):
        print(f"{count:>5}  {visible(message)}")
    text = Text(
        f"{counts.changed:,} of {plural(counts.posts, 'post')} changed.",
        f"記事{counts.posts}本のうち{counts.changed}本を書き換えました。",
    )
    print(text[lang])
    if counts.left:
        text = Text(
            f"{plural(counts.left, 'finding')} without an automatic fix: lintpost check --select tags",
            f"自動では直せない指摘が{counts.left}件残っています（lintpost check --select tags）",
        )
        warn(text[lang])
