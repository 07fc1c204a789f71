"""The existing page or file that a dead link most probably means."""

from posixpath import basename

from lintpost.site.addresses.address import key_of
from lintpost.site.addresses.site_pages import SitePages

_LEAST = 80
"""The similarity (rapidfuzz's ratio, 0 to 100) from which an address is offered."""
_LONG_NAME = 4
"""Characters of a last part of an address by which a page that has moved is known again."""
_AHEAD = 5
"""By how much it must be more similar than the second."""


def nearest_address(pages: SitePages, key: str) -> str | None:
    """The address of the page that is most similar to a missing one, as its generator writes it; None where none
    is, or two are about as similar.
    """
    name = basename(key)
    moved = pages.keys_called(name) if len(name) >= _LONG_NAME else []
    if len(moved) == 1:
        return _written(pages, moved[0])
    from rapidfuzz import fuzz, process

    found = process.extract(key, pages.keys(), scorer=fuzz.ratio, score_cutoff=_LEAST, limit=2)
    if not found or (len(found) > 1 and found[0][1] - found[1][1] < _AHEAD):
        return None
    return _written(pages, found[0][0])


def nearest_name(name: str, names: list[str]) -> str | None:
    """The name that is most similar to a missing one, whatever its capital letters; None where none is, or two are
    about as similar.
    """
    from rapidfuzz import fuzz, process

    found = process.extract(
        name, sorted(names), scorer=fuzz.ratio, processor=str.lower, score_cutoff=_LEAST, limit=2
    )
    if not found or (len(found) > 1 and found[0][1] - found[1][1] < _AHEAD):
        return None
    return str(found[0][0])


def _written(pages: SitePages, key: str) -> str | None:
    page = pages.at(key)
    if page is None or key_of(page.addresses.own) != key:
        return None
    return page.addresses.own
