"""Opens one post of a run: finds its settings and reads it."""

from typing import NamedTuple

from lintpost.engine.check_post import Checker
from lintpost.engine.configurations import Configurations
from lintpost.engine.finding import PostError
from lintpost.engine.guard import guarded
from lintpost.post.source import Source, read_source


class OpenedPost(NamedTuple):
    """A post's text, and the checker for its settings."""

    checker: Checker
    source: Source


def open_post(configurations: Configurations, path: str) -> OpenedPost | PostError:
    """Open a post, or say why it cannot be checked: its configuration is faulty, or it is unreadable.

    The fault of one post is no reason to stop: every caller reports it and goes on to the next.
    """

    def read() -> OpenedPost:
        checker = configurations.checker(path)
        return OpenedPost(checker, read_source(path, checker.settings.max_bytes))

    return guarded(path, read)
