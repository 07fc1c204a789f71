"""Suppression comments that name no rule. The engine reports them."""

from lintpost.checks.contract.check import Check
from lintpost.checks.contract.options import CheckOptions

CHECK = Check(
    name="unknown-rule",
    options=CheckOptions,
    messages={"near": ("rule", "nearest"), "unknown": ("rule", "nearest")},
    run=None,
)
