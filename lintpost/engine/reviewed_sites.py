"""Which configurations of a run have rules that look over the whole site."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from lintpost.files.settings_error import SettingsError

if TYPE_CHECKING:
    from lintpost.config.rule_states import SiteRules
    from lintpost.engine.configurations import Configurations


def reviewed_sites(paths: Iterable[str], configurations: "Configurations") -> list[str | None]:
    """The configuration files of posts under which such rules are on (None: no file). A faulty one is left
    out: each of its posts has the error.
    """
    return [config for config, rules in _site_rules(paths, configurations) if rules == "on"]


def leaves_sites_out(paths: Iterable[str], configurations: "Configurations") -> bool:
    """Whether such rules would be on for posts, were it not for ``--no-site``."""
    return any(rules == "left out" for _, rules in _site_rules(paths, configurations))


def _site_rules(
    paths: Iterable[str], configurations: "Configurations"
) -> "Iterator[tuple[str | None, SiteRules]]":
    folders = dict.fromkeys(os.path.dirname(path) for path in paths)
    configs = {configurations.config_for(os.path.abspath(folder)): None for folder in folders}
    for config in configs:
        with suppress(SettingsError):
            yield config, configurations.cached_settings(config).site_rules
