"""Results that wait for a review, in little memory however many they are."""

from collections.abc import Iterable, Iterator
from typing import IO

from lintpost.engine.finding import PostFacts, PostResult

_IN_MEMORY = 3_000
"""Results that are kept as they are, some 10 KB each: to write and read one takes 0.05 ms."""


class HeldResults:
    """The results of a run, each of another post. Their `facts` are kept by the paths of posts; the rest of most
    results of a large run is written to a temporary file, which is gone with this process.
    """

    def __init__(self, results: Iterable[PostResult]) -> None:
        """Take all results. Raises `OSError` where the disk is full."""
        self.facts: dict[str, PostFacts | None] = {}
        self._first: list[PostResult] = []
        self._file: IO[bytes] | None = None
        for result in results:
            self.facts[result.path] = result.facts
            if len(self._first) < _IN_MEMORY:
                self._first.append(result)
            else:
                self._write(result._replace(facts=None))

    def __iter__(self) -> Iterator[PostResult]:
        """Yield the results in their order, once."""
        yield from self._first
        if self._file is None:
            return
        import pickle

        self._file.seek(0)
        for _ in range(len(self.facts) - len(self._first)):
            result: PostResult = pickle.load(self._file)
            yield result._replace(facts=self.facts[result.path])
        self._file.close()

    def _write(self, result: PostResult) -> None:
        # Only large runs import these.
        import pickle
        from tempfile import TemporaryFile

        if self._file is None:
            self._file = TemporaryFile()  # noqa: SIM115
        pickle.dump(result, self._file, pickle.HIGHEST_PROTOCOL)
