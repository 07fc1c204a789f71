"""Turns what goes wrong with one post into that post's error, so that the run goes on with the next."""

import os
from collections.abc import Callable
from typing import TypeVar

from lintpost.engine.finding import PostError
from lintpost.files.settings_error import SettingsError
from lintpost.language import Text
from lintpost.post.source import UnreadablePost

Result = TypeVar("Result")

_TOO_DEEP = Text("nested too deeply to be read", "入れ子が深すぎて読めません")
_NO_MEMORY = Text(
    "not enough memory to check it", "メモリが足りないため、検査できませんでした"
)  # made before memory is short


def guarded(path: str, work: Callable[[], Result]) -> Result | PostError:
    """The result of some work on a post, or the error that stopped it.

    An internal error is raised again where LINTPOST_DEBUG is set, so that developers see its traceback.
    """
    try:
        return work()
    except SettingsError as error:
        return PostError.from_settings(path, error)
    except UnreadablePost as error:
        return PostError(path, error.text)
    except RecursionError:
        return PostError(path, _TOO_DEEP)
    except MemoryError:
        return PostError(path, _NO_MEMORY)
    except Exception as error:  # a bug of ours in one post must not hide the findings in the others
        if os.environ.get("LINTPOST_DEBUG"):
            raise
        what = f"{type(error).__name__}: {error}"
        return PostError(
            path,
            Text(
                f"internal error ({what}); the other posts went on",
                f"内部エラーです（{what}）。ほかの記事の処理は続けました",
            ),
        )
