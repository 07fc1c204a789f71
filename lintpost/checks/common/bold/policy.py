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
    """`policy` by kind of name; what it does not name is ``first-mention`` for products, models,
    technologies, services and companies, and ``any`` for other kinds.
    """

    policy: dict[str, Policy] = {}


def policy_of(name: Name, policy: Mapping[str, Policy]) -> str:
    """The policy for a name: its own, else its kind's. A name whose `bold` is ``policy`` has none but
    what the house sets.
    """
    if name.bold not in (None, "policy"):
        return name.bold
    if name.kind in policy:
        return policy[name.kind]
    return "any" if name.bold == "policy" else DEFAULT_POLICY.get(name.kind, "any")


def is_set(name: Name, policy: Mapping[str, Policy]) -> bool:
    """Whether the house has said how such a name is set, in its dictionary or under `policy`."""
    return name.bold not in (None, "policy") or name.kind in policy
