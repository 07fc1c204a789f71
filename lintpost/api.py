"""The Python API: check and fix texts and files from another program.

Not for several threads at once: each thread loads settings of its own.
"""

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lintpost.checks.contract.hit import Fix
from lintpost.config.run_settings import CliOverrides
from lintpost.engine.configurations import Configurations
from lintpost.engine.finding import Finding, Location, PostError, PostResult, Span
from lintpost.engine.repeats import without_repeats
from lintpost.files.settings_error import SettingsError
from lintpost.language import Lang
from lintpost.post.edit import Edit

__all__ = [
    "CheckedText",
    "Edit",
    "Finding",
    "Fix",
    "Location",
    "Settings",
    "SettingsError",
    "Span",
    "check_paths",
    "check_text",
    "fix_text",
    "load_settings",
]


class CheckedText(NamedTuple):
    """What was found in one post.

    `findings` are sorted by their place. `errors` say why the post, or one rule over it, could not be
    checked: a post with errors is not known to be without fault. `suppressed` is the number of findings that
    comments in the post switch off.
    """

    path: str
    findings: tuple[Finding, ...]
    errors: tuple[str, ...]
    suppressed: int


class Settings:
    """The settings that posts are checked by, from `load_settings`."""

    def __init__(self, configurations: Configurations, lang: Lang) -> None:
        self._configurations = configurations
        self.lang: Lang = lang
        """The language of messages: ``en`` or ``ja``."""


def load_settings(
    config: str | os.PathLike[str] | None = None,
    *,
    lang: Lang | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> Settings:
    """Read a configuration file; without one, each post has the nearest file above it, as on the command line.

    `lang`, `select` and `ignore` (names of rules or families) take precedence over the file. Raises
    `SettingsError` for a fault in the file, and FileNotFoundError where there is none of that name.
    """
    path = os.fspath(config) if config is not None else None
    if path is not None and not os.path.lexists(path):
        raise FileNotFoundError(path)
    overrides = CliOverrides(lang=lang, select=tuple(select), ignore=tuple(ignore))
    configurations = Configurations(path, overrides)
    leading = configurations.leading_run_settings([])
    return Settings(configurations, lang or leading.lang)


def check_text(text: str, path: str = "post.md", settings: Settings | None = None) -> CheckedText:
    """Check a text as the post of `path`, which need not exist: it decides which configuration and which of its
    overrides apply.

    Rules that look over the whole site are left out. Raises `SettingsError` for a fault in the
    configuration.
    """
    from lintpost.post.source import Source

    settings = settings or load_settings()
    checker = settings._configurations.checker(path)
    return _checked(checker.check_source(Source(path, text)), settings)


def fix_text(
    text: str,
    path: str = "post.md",
    settings: Settings | None = None,
    *,
    unsafe: bool = False,
) -> str:
    """The text with its safe fixes applied, and with `unsafe` the others, too; `path` as for `check_text`.

    A text that cannot be fixed comes back as it is. Raises `SettingsError` for a fault in the configuration.
    """
    from lintpost.engine.edits.fix import fix_source
    from lintpost.post.source import Source

    settings = settings or load_settings()
    checker = settings._configurations.checker(path)
    return fix_source(checker, Source(path, text), unsafe=unsafe).after


def check_paths(
    paths: Iterable[str | os.PathLike[str]] = (),
    settings: Settings | None = None,
    *,
    jobs: int = 1,
) -> Iterator[CheckedText]:
    """Check files and folders, and yield each post's result in the order of their paths.

    A folder stands for the posts below it; without paths the posts are those of the configuration.
    `jobs` is the number of worker processes, 0 to choose it by the size of the posts. Rules that look over the
    whole site are included. Files are only read, nothing is cached.

    Raises `SettingsError` where no configuration can be read, and FileNotFoundError for a path that names
    no post.
    """
    from lintpost.engine.discovery.discover import Scope, discover
    from lintpost.engine.run import check_paths as results_of

    settings = settings or load_settings()
    names = [os.fspath(path) for path in paths]
    run = settings._configurations.leading_run_settings(names)
    found, missing = discover(names, Scope(run.root, run.posts, run.exclude))
    for one in missing:
        if one.fails:
            raise FileNotFoundError(f"{one.argument}: {one.text[settings.lang]}")
    results = results_of(found, settings._configurations, jobs=jobs, keep_text=False)
    return (_checked(result, settings) for result in results)


def _checked(result: PostResult, settings: Settings) -> CheckedText:
    result = without_repeats(result)
    errors = tuple(_message(error, settings.lang) for error in result.errors)
    return CheckedText(result.path, result.findings, errors, result.suppressed)


def _message(error: PostError, lang: Lang) -> str:
    return error.text[lang]
