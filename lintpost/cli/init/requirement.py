"""What a CI job installs: the running version of lintpost, or what the user names."""

import json
import os
import re
import shlex
from importlib.metadata import PackageNotFoundError, distribution
from typing import NamedTuple

from lintpost.checks.registry import find_check
from lintpost.config.rule_states import rule_states
from lintpost.config.run_settings import CliOverrides, find_config
from lintpost.config.settings import load_settings
from lintpost.errors import UsageError
from lintpost.language import Lang, Text
from lintpost.packs.rule import selects
from lintpost.post.front_matter.scalars import in_flow, in_quotes
from lintpost.version import __version__

_ADDRESS = re.compile(r"(?:git\+)?[a-z]+(?:\+[a-z]+)?://")
_NAME = re.compile(r"lintpost(?:\[[^\]]*\])?(?=$|[\s<>=!~@])", re.IGNORECASE)


class Requirement(NamedTuple):
    """What pip installs: its arguments, and the extras among them ("" for none).

    `is_address`: it is a URL, which exists whether or not the package index has the project.
    """

    arguments: tuple[str, ...]
    extras: str
    is_address: bool

    @property
    def shown(self) -> str:
        """As a person reads it."""
        return " ".join(self.arguments)

    @property
    def command(self) -> str:
        """The command that installs it, as a YAML string."""
        return in_quotes(f"pip install --quiet {shlex.join(self.arguments)}")

    @property
    def as_list(self) -> str:
        """The arguments as a YAML list; options as pip takes them in one word."""
        return in_flow(list(self.arguments))


def requirement_of(kind: str, install: str | None, index: str | None, lang: Lang) -> Requirement:
    """What the job of a CI installs, with the extras that the configuration of this folder needs.

    Without `install` it is where the running lintpost was installed from, if that is an address, else its
    version. Raises `UsageError` for what is no requirement, and for a relative path in a hook of
    pre-commit, which installs from a folder of its own.
    """
    for given in (install, index):
        if given is not None and (not given.strip() or not given.isprintable()):
            message = Text(
                f"{given!r} is nothing that pip can install",
                f"{given!r} は、pipでインストールできる形ではありません",
            )
            raise UsageError(message[lang])
    extras = "ja" if _needs_japanese() else ""
    what = install or _origin() or f"lintpost=={__version__}"
    is_address = _ADDRESS.match(what) is not None
    if kind == "pre-commit" and _is_path(what) and not os.path.isabs(what):
        text = Text(
            "pre-commit installs in a folder of its own: give a URL or an absolute path to --install",
            "pre-commitは専用のフォルダーでインストールするため、--install にはURLか絶対パスを指定してください",
        )
        raise UsageError(text[lang])
    options = (f"--index-url={index}",) if index is not None else ()
    return Requirement((*options, _with_extras(what, extras)), extras, is_address)


def _with_extras(what: str, extras: str) -> str:
    mark = f"[{extras}]" if extras else ""
    if _ADDRESS.match(what):
        return f"lintpost{mark} @ {what}"
    if _is_path(what):
        return what + mark if mark and not what.endswith("]") else what
    return _NAME.sub(f"lintpost{mark}", what, count=1) if mark else what


def _is_path(what: str) -> bool:
    """Whether it is a path and no name of a package."""
    return _NAME.match(what) is None and _ADDRESS.match(what) is None


def _origin() -> str | None:
    """The address that the running lintpost was installed from (PEP 610); None for an index or a folder."""
    try:
        text = distribution("lintpost").read_text("direct_url.json")
        data = json.loads(text) if text else {}
    except (PackageNotFoundError, ValueError, OSError):
        return None
    url, vcs = str(data.get("url", "")), data.get("vcs_info")
    if not url.startswith(("https://", "ssh://")):
        return None
    return f"{vcs['vcs']}+{url}@{vcs['commit_id']}" if isinstance(vcs, dict) else url


def _needs_japanese() -> bool:
    """Whether a rule that the configuration switches on needs the words of Japanese."""
    config = find_config(os.getcwd())
    if config is None:
        return False
    settings = load_settings(config, CliOverrides())
    named = [
        name
        for override in settings.overrides
        for name, setting in override.rules.items()
        if setting.level not in (None, "off")
    ]
    for state in rule_states(settings):
        if state.on or any(selects(name, state.rule.name) for name in named):
            check = find_check(state.rule.check)
            if check.package_for(check.options(state.options)):
                return True
    return False
