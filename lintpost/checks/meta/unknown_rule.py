"""Suppression comments that name a rule, or ask for something, that there is not; and old names. The engine reports them."""

from lintpost.checks.contract.check import Check
from lintpost.checks.contract.options import CheckOptions

CHECK = Check(
    name="unknown-rule",
    options=CheckOptions,
    messages={
        "near": ("rule", "nearest"),
        "unknown": ("rule", "nearest"),
        "renamed": ("rule", "new", "until"),
        "comment": ("word", "comments"),
    },
    run=None,
    changes=("comment",),
)
