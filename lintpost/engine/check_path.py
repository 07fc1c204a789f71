"""One post of a run, and what the cache is to keep of it."""

import json
from typing import NamedTuple

from lintpost.engine.cache.stamp import Stamp, digest_of, settled
from lintpost.engine.configurations import Configurations
from lintpost.engine.finding import PostError, PostResult
from lintpost.files.settings_error import SettingsError
from lintpost.language import Text
from lintpost.post.source import UnreadablePost, read_source


class Checked(NamedTuple):
    """A result; with its stamp, and as the cache keeps it, where it may be kept."""

    result: PostResult
    stamp: Stamp | None = None
    answers: str = ""
    kept: str | None = None


def check_path(
    configurations: Configurations, path: str, *, keep_text: bool, remember: bool = False
) -> Checked:
    """Check one post; a fault in its configuration, or what cannot be read, is a result with an error.

    `remember`: make what the cache keeps as well. A result with an error is never kept.
    """
    try:
        checker = configurations.checker(path)
        source = read_source(path, checker.settings.max_bytes)
        result = checker.check_source(source, keep_text=keep_text)
    except SettingsError as error:
        text = Text(error.message("en"), error.message("ja"))
        return Checked(PostResult(path, (), (PostError(path, text, of_settings=True),), 0, None))
    except UnreadablePost as error:
        return Checked(PostResult(path, (), (PostError(path, error.text),), 0, None))
    if not remember or result.errors:
        return Checked(result)
    from lintpost.engine.cache.result_json import written

    stamp = Stamp(len(source.data), settled(source.mtime), digest_of(source.data))
    answers = json.dumps(checker.answers, ensure_ascii=False) if checker.answers else ""
    return Checked(result, stamp, answers, written(result))
