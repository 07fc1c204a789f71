"""Keeps a run while it goes on."""

import json
import os
from collections.abc import Iterable
from typing import Any

from lintpost.engine.configurations import Configurations
from lintpost.engine.kept_run import Detail, Grounds, Part, Writer
from lintpost.engine.rerun import folders_of, pages_of
from lintpost.engine.stamp import Stamp
from lintpost.site.files import SiteFiles, own_addresses
from lintpost.site.questions import PAGE


class Recorder:
    """Keeps a run while its report is written. A cache that cannot be written costs nothing else.

    Without a `writer` nothing is kept.
    """

    def __init__(self, writer: Writer | None, configurations: Configurations) -> None:
        self._writer = writer
        self._configurations = configurations
        self._stamps: dict[str, Stamp] = {}
        self._asked: dict[str, dict[tuple[str, str], Any]] = {}
        self._counts: dict[str, list[Any]] = {}
        self._details: list[bytes | memoryview] = []
        self._index: list[int] = []
        self.begun: list[bytes] = []
        """What the report said since the last `end_post`."""

    def seen(self, path: str, stamp: Stamp, answers: str) -> None:
        """A post that was checked, or whose result held; `answers` as `engine.store.Row` has them."""
        self._stamps[path] = stamp
        if answers:
            config = self._configurations.config_for(os.path.dirname(os.path.abspath(path)))
            root = self._configurations.head(config)[0].root
            self.ask(root, json.loads(answers))

    def ask(self, root: str, answers: Iterable[Any]) -> None:
        """Questions that posts below a root rest on. Two answers to one: the run is no use."""
        asked = self._asked.setdefault(root, {})
        for kind, what, answer in answers:
            if asked.setdefault((kind, what), answer) != answer:
                self.drop()

    def end_post(self, path: str, counts: list[Any]) -> None:
        """Everything of one post was said. Whose pages were asked for is known in the end."""
        self._counts[path] = counts
        self.add((b"".join(self.begun), b""))
        self.begun.clear()

    def add(self, part: Part) -> None:
        """The next post."""
        report, detail = part
        self._index += (len(report), len(detail))
        self._details.append(detail)
        if self._writer is not None:
            try:
                self._writer.write(report)
            except OSError:
                self.drop()

    def finish(
        self, paths: list[str], counts: list[Any], end: bytes, pages: dict[str, list[Any]]
    ) -> None:
        """Keep the run, unless a post of it could not be kept. `counts` are the summary's, `end` is what
        the report says of it; `pages` are known of some roots.
        """
        if self._writer is None:
            return
        if len(self._stamps) < len(paths):
            self.drop()
            return
        found = {
            root: pages.get(root) or pages_of(SiteFiles(root), paths)
            for root, asked in self._asked.items()
            if any(kind == PAGE for kind, _ in asked)
        }
        for number, path in enumerate(paths):
            if path in self._counts:
                addresses = own_addresses(path) if found else None
                detail = Detail(self._counts[path], addresses).written()
                self._details[number] = detail
                self._index[2 * number + 1] = len(detail)
        config_for = self._configurations.config_for
        grounds = Grounds(
            self._configurations.kept_heads(),
            {folder: config_for(os.path.abspath(folder)) for folder in folders_of(paths)},
            {path: list(self._stamps[path]) for path in paths},
            {
                root: [[kind, what, answer] for (kind, what), answer in asked.items()]
                for root, asked in self._asked.items()
            },
            found,
            counts,
        )
        try:
            self._writer.write(end)
            self._writer.finish(b"".join(self._details), self._index, grounds)
        except OSError:
            self.drop()
        self._writer = None

    def drop(self) -> None:
        """Keep nothing of a run that was not finished."""
        if self._writer is not None:
            self._writer.drop()
            self._writer = None
