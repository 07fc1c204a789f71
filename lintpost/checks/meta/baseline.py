"""Entries of the baseline that no finding matches any more."""

from lintpost.checks.contract.check import Check
from lintpost.checks.contract.options import CheckOptions

CHECK = Check(name="baseline", options=CheckOptions, messages={"": ("path", "rule")}, run=None)
