"""Several hits of a post told as one."""

from collections.abc import Sequence

from lintpost.checks.contract.hit import Fix, Hit, Related


def as_one(hits: Sequence[Hit]) -> Hit:
    """A hit at the first of them, the others beside it as related places, with a fix for all."""
    first, *more = hits
    fixes = [hit.fix for hit in hits if hit.fix is not None]
    is_safe = all(fix.applicability == "safe" for fix in fixes)
    edits = tuple(edit for fix in fixes for edit in fix.edits)
    fix = Fix("safe" if is_safe else "unsafe", edits) if edits else None
    related = tuple(Related(hit.start, hit.end) for hit in more)
    return Hit(first.start, first.end, first.key, first.params, fix, related)
