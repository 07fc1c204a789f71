"""Options of another linter's rules that lintpost's checks do not take."""

from lintpost.checks.contract.options import OptionError
from lintpost.checks.registry import find_check
from lintpost.config.migrate.migration import BAD_VALUE, NO_COUNTERPART
from lintpost.config.migrate.textlint_rules import Rules
from lintpost.language import Text
from lintpost.packs.builtin import load_pack, rules_folder


def why_refused(rules: Rules) -> Text | None:
    """Why these options cannot be written into `lintpost.yml`; None where they can."""
    known = load_pack(rules_folder())
    for name, options in rules.items():
        rule = known[name]
        given = dict(options)
        if rule.compat is not None and "mode" not in rule.options:
            given.pop("mode", None)  # the rule's own, not its check's
        try:
            find_check(rule.check).options({**rule.options, **given}).validate()
        except OptionError as error:
            return NO_COUNTERPART if error.word in options else BAD_VALUE
    return None
