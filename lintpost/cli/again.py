"""Says again what the last run over the same posts said, but for the posts that changed."""

import argparse
import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO, cast

from lintpost.cli.output import console_key
from lintpost.config.head_cache import head_key
from lintpost.engine.configurations import Configurations
from lintpost.engine.kept_run import FEWEST, Detail, KeptRun, Writer, detail_of, read
from lintpost.engine.rerun import Standing, standing
from lintpost.engine.stamp import Stamp
from lintpost.report.summary import Summary
from lintpost.site.files import own_addresses

if TYPE_CHECKING:
    from lintpost.cli.reports import Report
    from lintpost.engine.run_recorder import Recorder

_FORMATS = ("rich", "concise", "grouped", "azure", "jsonl")
"""Reports in which the part of a post depends on no other."""


def again_of(options: argparse.Namespace, configurations: Configurations) -> "Again | None":
    """What may say a run again; None for a run that is not kept. The configurations take over the
    heads of the run that was kept, where they hold.
    """
    if (
        configurations.cache is None
        or options.output_format not in _FORMATS
        or options.output_file
        or options.report
        or options.statistics
        or options.paths == ["-"]
        or options.fix or options.diff or options.fix_only or options.unsafe_fixes
        or options.changed is not None or options.changed_lines
        or options.add_suppressions is not None
        or not hasattr(sys.stdout, "buffer")
    ):  # fmt: skip
        return None
    return Again(options, configurations, configurations.cache)


class Again:
    """One run of `check`, and what is kept of the one before it."""

    def __init__(
        self, options: argparse.Namespace, configurations: Configurations, folder: str
    ) -> None:
        self._configurations = configurations
        self._folder = folder
        self._key = json.dumps(
            [
                head_key(options.config, configurations.overlay),
                os.getcwd(),
                [options.paths, options.no_config, options.output_format, options.quiet],
                [sys.stdout.encoding, sys.stdout.errors, os.linesep],
                console_key(sys.stdout, options.color) if options.output_format == "rich" else [],
            ]
        )
        kept = read(folder, self._key)
        known = kept is not None and configurations.know(kept.grounds.heads)
        self._kept = kept if known else None

    def said(self, paths: list[str], report_to: "Callable[[TextIO], Report]") -> Summary | None:
        """Write what the run says, and give what it adds up to; None, and nothing written, where it must
        begin anew. `report_to` makes the report for a stream.
        """
        kept = self._kept
        try:
            held = standing(kept, paths, self._configurations) if kept is not None else None
            if kept is None or held is None:
                return None
            if not held.whole:
                return self._mended(kept, held, paths, report_to)
        except ValueError:  # a file that is damaged
            return None
        summary = Summary()
        sys.stdout.flush()
        kept.write_to(sys.stdout.buffer)
        summary.add_counts(kept.grounds.counts)
        return summary

    def _mended(
        self, kept: KeptRun, held: Standing, paths: list[str],
        report_to: "Callable[[TextIO], Report]",
    ) -> Summary | None:  # fmt: skip
        recorder = self.recorder(paths)
        try:
            return self._spliced(kept, held, paths, report_to, recorder)
        finally:
            recorder.drop()

    def _spliced(
        self, kept: KeptRun, held: Standing, paths: list[str],
        report_to: "Callable[[TextIO], Report]", recorder: "Recorder",
    ) -> Summary | None:  # fmt: skip
        parts = dict(kept.parts())
        for root, answers in kept.grounds.asked.items():
            recorder.ask(root, answers)
        summary = Summary()
        summary.add_counts(kept.grounds.counts)
        for path in (set(parts) - set(paths)).union(held.changed).intersection(parts):
            summary.add_counts(detail_of(parts[path]).counts, -1)
        for path in held.changed:
            from lintpost.engine.check_path import check_path

            checked = check_path(self._configurations, path, keep_text=True, remember=True)
            if checked.result.errors or checked.stamp is None:
                return None
            recorder.seen(path, checked.stamp, checked.answers)
            text = _Bytes(sys.stdout)
            report_to(cast(TextIO, text)).post(checked.result)
            one = Summary()
            one.add(checked.result)
            summary.add_counts(one.counts())
            detail = Detail(one.counts(), own_addresses(path))
            parts[path] = b"".join(text.written), detail.written()
        sys.stdout.flush()
        changed = set(held.changed)
        for path in paths:
            if path not in changed:
                stamp = held.touched.get(path) or Stamp(*kept.grounds.posts[path])
                recorder.seen(path, stamp, "")
            recorder.add(parts[path])
        end = _Bytes(sys.stdout)
        report_to(cast(TextIO, end)).end(summary)
        sys.stdout.buffer.write(b"".join([*(parts[path][0] for path in paths), *end.written]))
        recorder.finish(paths, summary.counts(), b"".join(end.written), held.pages)
        return summary

    def recorder(self, paths: list[str]) -> "Recorder":
        """What keeps this run."""
        from lintpost.engine.run_recorder import Recorder

        writer = None
        if len(paths) >= FEWEST:
            with suppress(OSError):  # a cache that cannot be written costs nothing else
                writer = Writer(self._folder, self._key)
        return Recorder(writer, self._configurations)


class _Bytes:
    """A stream that keeps bytes as another would write them."""

    def __init__(self, like: TextIO) -> None:
        self.encoding = like.encoding
        self.written: list[bytes] = []
        self._like = like

    def write(self, text: str) -> None:
        written = text.replace("\n", os.linesep)
        self.written.append(written.encode(self.encoding, self._like.errors or "strict"))

    def flush(self) -> None:
        """Nothing waits."""

    def isatty(self) -> bool:
        return self._like.isatty()


class Tee(_Bytes):
    """Standard output for a report whose text is kept, too."""

    def __init__(self, out: TextIO, recorder: "Recorder") -> None:
        super().__init__(out)
        self.written = recorder.begun

    def write(self, text: str) -> None:
        """Write, and keep what was written as the stream has it."""
        self._like.write(text)
        super().write(text)

    def flush(self) -> None:
        self._like.flush()
