"""Where the posts of a site mention a name."""

import time
from collections.abc import Iterator

from lintpost.engine.discovery.discover import Scope, discover
from lintpost.post.post import Post
from lintpost.post.source import UnreadablePost
from lintpost.server.workspace.site_settings import SiteSettings
from lintpost.server.workspace.workspace import Workspace
from lintpost.site.js_literal import parse_literal
from lintpost.site.name import Mention, Name
from lintpost.site.names import Names


class OutOfTime(Exception):
    """A search took longer than it may."""


def find_name(settings: SiteSettings, word: str) -> Name | None:
    """The entry of a name."""
    names = settings.checker.settings.site.names if settings.checker is not None else None
    known = names.names if names is not None else []
    return next((name for name in known if name.name == word), None)


def site_paths(settings: SiteSettings) -> list[str]:
    """The posts of a site."""
    assert settings.checker is not None
    found = settings.checker.settings
    if settings.config is None:
        return []
    return discover([], Scope(found.root, found.posts, found.exclude))[0]


def mentions_of(
    workspace: Workspace, settings: SiteSettings, name: Name, seconds: float | None = None
) -> Iterator[tuple[Post, list[Mention]]]:
    """The posts that mention a name, with the mentions. Only posts in which one of its forms stands are parsed.

    Raises `OutOfTime` after some seconds (None: takes what it takes).
    """
    assert settings.checker is not None
    site = settings.checker.settings.site
    assert site.names is not None
    has_expressions = any(parse_literal(form) for form in name.variants)
    literals = Names([name]).literals
    until = time.monotonic() + seconds if seconds is not None else None
    for path in site_paths(settings):
        if until is not None and time.monotonic() > until:
            raise OutOfTime
        try:
            source = workspace.source_at(path)
        except UnreadablePost:
            continue
        if not has_expressions and not literals.find(source.data):
            continue
        post = Post(source, site.syntax)
        found = [one for one in site.names.mentions(post) if one.name is name]
        if found:
            yield post, found
        post.memo.clear()
