"""Where a rule comes from."""

import os

from lintpost.checks.registry import is_installed_check
from lintpost.files.package import rules_folder
from lintpost.packs.rule import Rule
from lintpost.version import __version__


def origin_of_rule(rule: Rule) -> str:
    """``lintpost VERSION``, the installed package with its version, or the rule's file."""
    if rule.path.startswith(rules_folder() + os.sep):
        return f"lintpost {__version__}"
    return plugin_of_rule(rule) or os.path.abspath(rule.path)


def plugin_of_rule(rule: Rule) -> str:
    """The installed package, with its version, that a rule or its check comes from; "" for none."""
    if rule.path.startswith(rules_folder() + os.sep):
        return ""
    from lintpost.packs.installed import origin_of_file

    origin = origin_of_file(rule.path)
    if origin or not is_installed_check(rule.check):
        return origin
    from lintpost.checks.installed import origin_of

    return origin_of(rule.check)
