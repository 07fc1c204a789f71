"""Keeps a run while it goes on."""

import json
import os
from collections.abc import Iterable
from typing import Any

from lintpost.engine.configurations import Configurations
from lintpost.engine.kept_run import Grounds, Part, Writer
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
        self._pieces: dict[str, list[Any]] = {}
        self._begun: list[bytes] = []

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

    def write(self, report: bytes) -> None:
        """What the report says of the post that `end_post` comes for; the end of the report is not kept."""
        self._begun.append(report)

    def end_post(self, path: str, counts: list[Any]) -> None:
        """Everything of one post was written."""
        self.add(path, Part(b"".join(self._begun), counts, None))
        self._begun.clear()

    def add(self, path: str, part: Part) -> None:
        """The next post."""
        self._pieces[path] = [len(part.report), part.counts, part.addresses]
        if self._writer is not None:
            try:
                self._writer.write(part.report)
            except OSError:
                self.drop()

    def finish(self, paths: list[str], counts: list[Any]) -> None:
        """Keep the run, unless a post of it could not be kept. `counts` are the summary's."""
        if self._writer is None:
            return
        if len(self._stamps) < len(paths) or list(self._pieces) != paths:
            self.drop()
            return
        config_for = self._configurations.config_for
        pages = {
            root: pages_of(SiteFiles(root), paths)
            for root, asked in self._asked.items()
            if any(kind == PAGE for kind, _ in asked)
        }
        for path, piece in self._pieces.items():
            if pages and piece[2] is None:
                piece[2] = own_addresses(path)
        grounds = Grounds(
            self._configurations.kept_heads(),
            {folder: config_for(os.path.abspath(folder)) for folder in folders_of(paths)},
            {path: list(self._stamps[path]) for path in paths},
            {
                root: [[kind, what, answer] for (kind, what), answer in asked.items()]
                for root, asked in self._asked.items()
            },
            pages,
            counts,
        )
        try:
            self._writer.finish(list(self._pieces.values()), grounds)
        except OSError:
            self.drop()
        self._writer = None

    def drop(self) -> None:
        """Keep nothing of the run."""
        if self._writer is not None:
            self._writer.drop()
            self._writer = None
