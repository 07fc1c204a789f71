"""The links of a post that may lead to the site itself, as facts."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from lintpost.checks.common.links.body_links import BodyLink, LinkKind, body_links
from lintpost.checks.contract.hit import Place
from lintpost.post.lazy import lazy
from lintpost.post.memo import MemoKey
from lintpost.post.post import Post

_SCHEME = lazy(r"(?i)[a-z][a-z0-9+.-]*:")
_QUOTED = lazy(
    r"\{\{-?\s*(?P<mark>[\"'])(?P<path>[^\"'{}]*)(?P=mark)\s*\|\s*"
    r"(?:relative_url|absolute_url|prepend:\s*site\.(?:baseurl|url)|relURL|absURL)\b[^{}]*\}\}(?P<rest>[^{}]*)"
)
_BASE = lazy(r"(?:\{\{-?\s*site\.(?:baseurl|url)\s*-?\}\})+(?P<rest>/[^{}]*)?")
_CODE = ("{", "}", "${", "<%", "`")
_ELSEWHERE = frozenset(
    ["github.com", "twitter.com", "x.com", "youtube.com", "youtu.be", "amazon.com", "amazon.co.jp", "amzn.to",
     "google.com", "docs.google.com", "developer.mozilla.org", "en.wikipedia.org", "ja.wikipedia.org", "npmjs.com",
     "linkedin.com", "facebook.com", "instagram.com", "medium.com", "arxiv.org", "stackoverflow.com",
     "raw.githubusercontent.com", "gist.github.com", "openai.com", "pypi.org", "crates.io", "docs.rs"]
)  # fmt: skip
"""Hosts that many posts link to, and that publish no post of a site's: they are not noted."""
_KINDS: tuple[LinkKind, ...] = ("link", "image", "post_url", "file", "ref")
_LONGEST = 300
_MOST = 60
"""Links of a post that are noted of each sort, of links without a host twice as many: facts are small."""
_NOTED: MemoKey[list[Any]] = MemoKey("internal-links")


class InternalLink(NamedTuple):
    """A link as a fact has it. `offset` is where `target` begins in the file, -1 where it is written otherwise."""

    kind: LinkKind
    target: str
    place: Place
    offset: int

    @classmethod
    def of_fact(cls, fact: list[Any]) -> "InternalLink":
        """The link of `note_links`, from JSON or not."""
        kind, target, start, line, column, *rest = fact
        # Most stand there letter by letter, which goes without saying.
        end, end_line, end_column, offset = rest or (
            start + len(target),
            line,
            column + len(target),
            start,
        )
        return cls(
            _KINDS[kind], target, Place(start, line, column, end, end_line, end_column), offset
        )


def note_links(post: Post) -> list[Any]:
    """The links and images that may be internal, each as `InternalLink.of_fact` reads it: one list for every check."""
    return post.memo.get_or_make(_NOTED, lambda: list(_noted(post)))


def _noted(post: Post) -> Iterator[list[Any]]:
    left = {"image": _MOST, "host": _MOST, "page": 2 * _MOST}
    for link in body_links(post):
        target = internal_target(link.target)
        if target is None:
            continue
        sort = "image" if link.kind == "image" else "host" if "://" in target else "page"
        left[sort] -= 1
        if left[sort] >= 0:
            yield _fact(post, link, target)


def _fact(post: Post, link: BodyLink, target: str) -> list[Any]:
    place = post.source.location(link.start)
    fact: list[Any] = [_KINDS.index(link.kind), target, link.start, *place]
    offset = _offset(post, link, target)
    if offset != link.start or link.end - link.start != len(target):
        fact += [link.end, *post.source.location(link.end), offset]
    return fact


def internal_target(target: str) -> str | None:
    """A target without the Liquid that stands for the site's address; None for one that leads elsewhere for
    certain, or that only a program can tell.
    """
    target = target.strip()
    if "{" in target:
        quoted, base = _QUOTED.fullmatch(target), _BASE.fullmatch(target)
        if quoted is not None:
            target = "/" + (quoted["path"] + quoted["rest"]).lstrip("/")
        elif base is not None:
            target = base["rest"] or "/"
    if (
        not target
        or len(target) > _LONGEST
        or target.startswith(("//", "~", "\\"))
        or any(sign in target for sign in _CODE)
    ):
        return None
    scheme = _SCHEME.match(target)
    if scheme is None:
        return target
    if scheme[0].lower() not in ("http:", "https:"):
        return None
    host = target.split("/", 3)[2] if target.count("/") > 1 else ""
    return None if host.lower().removeprefix("www.") in _ELSEWHERE else target


def _offset(post: Post, link: BodyLink, target: str) -> int:
    return post.text.find(target, link.start, link.end) if link.is_exact else -1
