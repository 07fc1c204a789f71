"""Editions of one page: its translations, and its versions in the documentation of other releases."""

from lintpost.checks.common.front_values import strings
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.language_codes import LANGUAGE_CODES

_CODE = rf"(?:{'|'.join(sorted(LANGUAGE_CODES))})(?:-[A-Za-z]{{2,4}})?"
_LANGUAGE = lazy(rf"(?<=[/.]){_CODE}[/.]|^{_CODE}/")
"""What a path names a language by: `en/`, `posts/ja/`, `index.zh-tw.md`."""
_VERSION = lazy(
    r"(?:(?<=/)|^)(?:v[0-9]+(?:\.[0-9x]+)*|[0-9]+(?:\.[0-9x]+)+|version-[^/]+|versioned_docs|docs"
    r"|latest|next|current|stable|nightly)/"
)
"""What a path names a release by: `v2/`, `1.4/`, `version-2.x/`, `latest/`, and the folders of Docusaurus."""


def edition_name(path: str) -> str:
    """A path without languages and versions: pages whose paths are then the same are editions of one page."""
    return _VERSION.sub("", _LANGUAGE.sub("", path))


def edition_marks(path: str) -> str:
    """The languages and versions that a path names."""
    return " ".join((*_LANGUAGE.findall(path), *_VERSION.findall(path)))


def stated_language(post: Post) -> str:
    """The language that the front matter names; "" for none. Posts in different ones are no doubles."""
    return next(
        (field.value.casefold() for field in strings(post, ("lang", "language", "locale"))), ""
    )
