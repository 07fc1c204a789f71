"""Which names a house sets in bold, and when."""

from collections.abc import Mapping

from lintpost.checks.contract.options import CheckOptions
from lintpost.site.name import Name, Policy

DEFAULT_POLICY: dict[str, Policy] = {
    "product": "first-mention",
    "model": "first-mention",
    "technology": "first-mention",
    "service": "first-mention",
    "company": "first-mention",
}
"""By kind of name; kinds that are not named here are left to the writer (``any``)."""


class PolicyOptions(CheckOptions):
    """`policy` by kind of name."""

    policy: dict[str, Policy] = DEFAULT_POLICY


def policy_of(name: Name, policy: Mapping[str, Policy]) -> str:
    """The policy for a name: its own, else its kind's."""
    return name.bold or policy.get(name.kind) or DEFAULT_POLICY.get(name.kind, "any")
