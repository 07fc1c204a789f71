"""Which parts of a site's addresses are whole: a link that leads into any other says nothing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from posixpath import dirname

from lintpost.checks.common.links.site_resolver import ResolvedLink
from lintpost.post.lazy import lazy
from lintpost.site.addresses.site_pages import SitePages

_FEW = 3
"""So many addresses in a folder of which nothing is known are of another program, not slips."""
_MANY = 15
"""So many missing addresses in one area, more than are there: the site has them elsewhere."""
SAMPLE = 8
"""So many missing addresses or images in all, more than are there: this is a sample of a site."""
_YEAR = lazy(r"^[0-9]{4}$")


def in_whole_areas(links: Iterable[ResolvedLink], pages: SitePages) -> Iterator[ResolvedLink]:
    """The links that lead nowhere, without those into areas that this site does not hold."""
    missing: list[ResolvedLink] = []
    there: dict[str, set[str]] = defaultdict(set)
    gone: dict[str, set[str]] = defaultdict(set)
    strange: dict[str, set[str]] = defaultdict(set)
    for one in links:
        key = one.resolution.key
        if one.resolution.state == "found":
            there[_area(key)].add(key)
        elif one.resolution.state in ("missing", "letters"):
            missing.append(one)
            gone[_area(key)].add(key)
    lost = sum(map(len, gone.values()))
    if lost >= SAMPLE and lost > sum(map(len, there.values())):
        return
    folders = {key: _unknown_folder(key, pages) for keys in gone.values() for key in keys}
    for key, folder in folders.items():
        strange[folder].add(key)
    for one in missing:
        key = one.resolution.key
        folder, area = folders[key], _area(key)
        is_strange = folder != "" and len(strange[folder]) >= _FEW
        few_are_there = len(gone[area]) > len(there[area])
        is_elsewhere = few_are_there and len(gone[area]) >= _MANY
        if one.page.generator.is_guessed:
            is_elsewhere = few_are_there or len(there[area]) < _MANY
        if not is_strange and not is_elsewhere:
            yield one


def _area(key: str) -> str:
    """The first folder of an address; all years are one."""
    first = key.split("/")[1] if key.count("/") > 1 else ""
    return "year" if _YEAR.match(first) else first


def _unknown_folder(key: str, pages: SitePages) -> str:
    """The outermost folder of an address in which no page is known; "" where the innermost has one."""
    found = ""
    folder = dirname(key)
    while folder not in ("/", "") and not pages.has_folder(folder) and pages.at(folder) is None:
        found = folder
        folder = dirname(folder)
    return "" if _YEAR.match(found.strip("/").partition("/")[0]) else found
