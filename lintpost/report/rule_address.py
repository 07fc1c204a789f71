"""The address of a rule's page in the documentation, for links from reports and editors."""

from lintpost.files.package import is_own_file
from lintpost.language import Lang
from lintpost.packs.rule import Rule
from lintpost.report.formats import ReportContext

DOCUMENTATION: str | None = None
"""The address of the built site (`tools/docs_site`), with a slash at its end; None while there is none, so that no
report has a dead link. It is `Documentation` under `project.urls` in pyproject.toml, once that is there.
"""


def rule_address(rule: Rule, lang: Lang) -> str | None:
    """None for a rule of another pack, and where the documentation has no address."""
    if DOCUMENTATION is None or not is_own_file(rule.path):
        return None
    return f"{DOCUMENTATION}{lang}/rules/{rule.name}/"


def address_of(name: str, context: ReportContext) -> str | None:
    """The same for the name of a rule in a report. Rules are read only where there is an address."""
    if DOCUMENTATION is None:
        return None
    rule = context.rules().get(name)
    return rule and rule_address(rule, context.lang)
