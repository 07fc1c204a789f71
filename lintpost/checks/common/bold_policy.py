"""Which names a house sets in bold, and when."""

from lintpost.checks.contract.options import CheckOptions
from lintpost.site.name import POLICIES, Name

DEFAULT_POLICY = {
    "product": "first-mention",
    "model": "first-mention",
    "technology": "first-mention",
    "service": "first-mention",
    "company": "first-mention",
}
"""By kind of name; kinds that are not named here are left to the writer (``any``)."""


class PolicyOptions(CheckOptions):
    """`policy` by kind of name."""

    CHOICES = {"policy": POLICIES}

    policy: dict[str, str] = DEFAULT_POLICY


def policy_of(name: Name, policy: dict[str, str]) -> str:
    """The policy for a name: its own, else its kind's."""
    return name.bold or policy.get(name.kind) or DEFAULT_POLICY.get(name.kind, "any")
