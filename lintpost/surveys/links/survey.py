"""The external links of a site's posts with what is known of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from lintpost.surveys.links.external import LinkPlace
from lintpost.surveys.links.known import KnownAddresses
from lintpost.surveys.links.online import OnlineOptions, check_online
from lintpost.surveys.links.verdict import ORDER, Verdict


class CheckedLink(NamedTuple):
    """An address as it is written, its verdict, and where it stands."""

    address: str
    verdict: Verdict
    places: list[LinkPlace]


Shown = Callable[[Iterator[tuple[str, Verdict]], int], Iterable[tuple[str, Verdict]]]
"""Hands on the answers of a run of so many as they come, to show how far it is."""


def check_links(
    found: Mapping[str, list[LinkPlace]], max_age: int, options: OnlineOptions, shown: Shown
) -> list[CheckedLink]:
    """Ask for every address that no answer of the last `max_age` days is kept of; the most urgent come first.

    Addresses that differ by their fragment alone are asked for once. What was answered is kept even if the run
    is interrupted.
    """
    known = KnownAddresses(max_age)
    verdicts: dict[str, Verdict] = {}
    unknown = []
    for page in dict.fromkeys(map(_page, found)):
        verdict = known.get(page)
        if verdict is None:
            unknown.append(page)
        else:
            verdicts[page] = verdict
    asked: dict[str, Verdict] = {}
    try:
        for page, verdict in shown(check_online(unknown, options), len(unknown)):
            asked[page] = verdict
    finally:
        if asked:
            known.save(asked)
    verdicts |= asked
    links = [
        CheckedLink(address, _with_fragment(verdicts[_page(address)], address), places)
        for address, places in found.items()
    ]
    return sorted(links, key=lambda link: (ORDER.index(link.verdict.state), link.address))


def _page(address: str) -> str:
    return address.partition("#")[0]


def _with_fragment(verdict: Verdict, address: str) -> Verdict:
    """A verdict whose new address has the fragment of the old one, as browsers keep it."""
    fragment = address.partition("#")[2]
    if not verdict.new or not fragment or "#" in verdict.new:
        return verdict
    return verdict._replace(new=f"{verdict.new}#{fragment}")
