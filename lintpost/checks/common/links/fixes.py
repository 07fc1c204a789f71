"""Fixes that give a link another target."""

from posixpath import dirname, relpath

from lintpost.checks.common.links.site_resolver import ResolvedLink
from lintpost.checks.contract.hit import Fix
from lintpost.post.edit import Edit
from lintpost.site.addresses.address import written_address


def with_address(one: ResolvedLink, address: str) -> Fix | None:
    """A link to another address of the site (from its root, without its base)."""
    link = one.link
    if link.offset < 0:
        return None
    path = link.target.partition("#")[0].partition("?")[0]
    start = link.offset
    base = one.page.generator.base
    if one.target.host:
        lead = len(path) - len("/" + path.split("://", 1)[1].partition("/")[2])
        start, path = start + lead, path[lead:]
    elif link.place.end - link.place.start > len(link.target):
        base = ""  # Liquid puts it before the path
    return _written(start, path, written_address(base + address, path))


def with_file(one: ResolvedLink, file: str) -> Fix | None:
    """A link to another file, by its path from the root, as it is seen from the post."""
    if one.link.offset < 0:
        return None
    path = one.link.target.partition("#")[0].partition("?")[0]
    shown = relpath(file, dirname(one.page.path) or ".")
    if path.startswith("./") and not shown.startswith("."):
        shown = f"./{shown}"
    return _written(one.link.offset, path, written_address(shown, path))


def with_name(one: ResolvedLink, name: str) -> Fix | None:
    """A tag that names another post."""
    path = one.link.target.partition("#")[0]
    return _written(one.link.offset, path, name) if one.link.offset >= 0 else None


def with_fragment(one: ResolvedLink, fragment: str) -> Fix | None:
    """A link to another anchor of the same page."""
    if one.link.offset < 0:
        return None
    before, _, written = one.link.target.partition("#")
    return _written(one.link.offset + len(before) + 1, written, written_address(fragment, written))


def _written(start: int, old: str, new: str) -> Fix | None:
    return Fix("unsafe", (Edit(start, start + len(old), new),)) if new != old else None
