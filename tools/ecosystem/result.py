"""What a comparison gives: differences, and what went wrong."""

from typing import NamedTuple

from ecosystem.compare import (
    Difference,
    FixedText,
    differences,
    error_findings,
    fixed_texts,
    is_of,
)
from ecosystem.runs import Outcome, Run, internal_errors, raise_if_failed, report_of
from ecosystem.show import first_difference
from ecosystem.sites import Site, Trouble


class Result(NamedTuple):
    """What the comparison of one or more sites gave."""

    found: list[Difference]
    fixed: list[FixedText]
    parted: list[str]
    """With --byte: where the outputs of a site part."""
    trouble: list[str]
    findings: tuple[int, int]
    """How many findings the old and the new version have."""

    def plus(self, other: "Result") -> "Result":
        """Both as one."""
        numbers = (self.findings[0] + other.findings[0], self.findings[1] + other.findings[1])
        return Result(
            self.found + other.found, self.fixed + other.fixed, self.parted + other.parted,
            self.trouble + other.trouble, numbers,
        )  # fmt: skip

    @property
    def status(self) -> int:
        """The exit status."""
        return 2 if self.trouble else 1 if self.found or self.fixed or self.parted else 0


NOTHING = Result([], [], [], [], (0, 0))


def compare_site(site: Site, old: Outcome, new: Outcome, rules: list[str], *, byte: bool) -> Result:
    """What differs between the two outcomes; a run that failed is told as trouble."""
    try:
        result = _bytes(old.check, new.check) if byte else _findings(old.check, new.check, rules)
        return result if old.fix is None else result.plus(_fixes(site, old, new))
    except Trouble as error:
        return NOTHING._replace(trouble=[str(error)])


def _findings(old: Run, new: Run, rules: list[str]) -> Result:
    sides, trouble = [], []
    for run in (old, new):
        report = report_of(run)
        trouble += internal_errors(run, report)
        every = [*report["findings"], *error_findings(report)]
        sides.append([finding for finding in every if is_of(finding["rule"], rules)])
    return Result(differences(*sides), [], [], trouble, (len(sides[0]), len(sides[1])))


def _bytes(old: Run, new: Run) -> Result:
    raise_if_failed(old)
    raise_if_failed(new)
    parted = []
    if old.stdout != new.stdout:
        parted = [f"{old.site}: {first_difference(old.stdout, new.stdout)}"]
    elif old.status != new.status:
        parted = [f"{old.site}: status {old.status} became {new.status}"]
    return NOTHING._replace(parted=parted)


def _fixes(site: Site, old: Outcome, new: Outcome) -> Result:
    trouble = []
    for run in (old.fix, new.fix):
        assert run is not None
        trouble += internal_errors(run, report_of(run))
    fixed = fixed_texts(site.posts, old.fixed_posts, new.fixed_posts)
    return NOTHING._replace(fixed=fixed, trouble=trouble)
