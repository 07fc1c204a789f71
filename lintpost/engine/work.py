"""What workers do with posts, whatever it is."""

from collections.abc import Callable
from typing import Any, Generic, NamedTuple, TypeVar

from lintpost.engine.finding import PostError
from lintpost.language import Text

T = TypeVar("T")


class Work(NamedTuple, Generic[T]):
    """What workers do with a chunk of posts: `do` gives a result for each of its posts, and is handed to other
    processes; `lost` gives the result of a post whose worker was killed. `known` gives further arguments of `do` for
    the posts of a chunk, which spare time; when the chunk is done once more, it is done without them.
    """

    do: Callable[..., list[T]]
    lost: Callable[[str], T]
    known: Callable[[list[str]], tuple[Any, ...]] = lambda _paths: ()


def killed(path: str) -> PostError:
    """The error of a post whose worker was killed twice."""
    why = Text(
        "the process that checked it was killed, twice; is there memory enough?",
        "検査のプロセスが2回、強制終了されました。メモリが足りているか確かめてください",
    )
    return PostError(path, why)
