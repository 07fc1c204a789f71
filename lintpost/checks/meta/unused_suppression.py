"""Comments that suppress nothing. The engine reports them once all rules have run."""

from lintpost.checks.contract.check import Check
from lintpost.checks.contract.options import CheckOptions

CHECK = Check(
    name="unused-suppression",
    options=CheckOptions,
    messages={"rule": ("rule",), "all": ("rule",)},
    run=None,
    changes=("comment",),
)
