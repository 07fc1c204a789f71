"""What the steps of a command share."""

import argparse
import os
from typing import TYPE_CHECKING

from lintpost.cli.errors import warn
from lintpost.config.run_settings import CliOverrides, RunSettings
from lintpost.engine.configurations import Configurations
from lintpost.errors import UsageError
from lintpost.files.compiled_cache import cache_folder
from lintpost.files.settings_error import SettingsError
from lintpost.language import Lang, Text

if TYPE_CHECKING:
    from rich.console import Console

    from lintpost.config.settings import Settings


class Session:
    """One run of a command: its options, its configurations and its language.

    The run settings (language, exit status, which posts) are those of the first of `paths`, or of the
    working folder. The whole settings are read when they are asked for: a run whose results are all
    cached does without.
    """

    __slots__ = ("_paths", "configurations", "lang", "options", "run_settings")

    def __init__(self, options: argparse.Namespace, lang: Lang, paths: list[str]) -> None:
        """`lang` is the language of errors before the configuration is read.

        Raises `UsageError` or `SettingsError` where no configuration can be read.
        """
        self.options = options
        self.configurations = configurations_of(options, lang)
        self._paths = paths
        try:
            self.run_settings: RunSettings = self.configurations.leading_run_settings(paths)
        except SettingsError:
            self.close()
            raise
        self.lang: Lang = options.lang or self.run_settings.lang

    def settings(self) -> "Settings":
        """The whole settings that `run_settings` are a part of. Raises `SettingsError`."""
        return self.configurations.leading(self._paths)

    def find_posts(self) -> tuple[list[str], bool]:
        """The posts that the arguments name, sorted, and whether one names none.

        Which name none is printed, and which links were not followed.
        """
        arguments: list[str] = getattr(self.options, "paths", [])
        if getattr(self.options, "force_exclude", False):
            taken = [a for a in arguments if not os.path.isfile(a) or self.takes(a)]
            if arguments and not taken:
                return [], False
            arguments = taken
        if arguments and all(map(os.path.isfile, arguments)):
            return sorted(dict.fromkeys(map(os.path.normpath, arguments))), False
        run = self.run_settings
        if arguments:
            from lintpost.engine.discovery.discover import Scope, discover

            paths, missing = discover(arguments, Scope(run.root, run.posts, run.exclude))
        else:
            paths, missing = self.configurations.site_posts(run)
        for argument in missing:
            warn(f"{argument.argument}: {argument.text[self.lang]}")
        return paths, any(argument.fails for argument in missing)

    def takes(self, path: str) -> bool:
        """Whether `posts` and `exclude` of its configuration take a file, which need not exist."""
        from lintpost.engine.discovery.discover import Scope

        config = self.configurations.config_for(os.path.dirname(os.path.abspath(path)))
        try:
            run = self.configurations.cached_settings(config).run_settings
        except SettingsError:  # reported when the post is checked
            return True
        return Scope(run.root, run.posts, run.exclude).takes(path)

    def console(self) -> "Console":
        """A console for standard output."""
        import sys

        from lintpost.cli.output import make_console

        return make_console(sys.stdout, self.options.color)

    def close(self) -> None:
        """Close the cache."""
        self.configurations.close()


def configurations_of(options: argparse.Namespace, lang: Lang) -> Configurations:
    """The configurations that the options name, with the cache where they want it.

    Raises `UsageError` where ``--config`` names no file.
    """
    if options.config and not os.path.lexists(options.config):
        text = Text(
            f"--config {options.config}: no such file",
            f"--config {options.config}：ファイルがありません",
        )
        raise UsageError(text[lang])
    overlay = CliOverrides(
        lang=options.lang,
        fail_on=getattr(options, "fail_on", None),
        select=getattr(options, "select", ()),
        ignore=getattr(options, "ignore", ()),
        max_findings=getattr(options, "max_findings", None),
        no_site=getattr(options, "no_site", False),
        preview=getattr(options, "preview", False),
        today=getattr(options, "today", None),
    )
    cached = not getattr(options, "no_cache", True)
    cache = (options.cache_dir or cache_folder()) if cached else None
    return Configurations(options.config, overlay, isolated=options.no_config, cache=cache)
