"""The findings of a baseline, which an editor shows as little as ``lintpost check`` does."""

import os
from collections import defaultdict

from lintpost.engine.finding import PostResult
from lintpost.engine.gate.baseline import Baseline, Entry
from lintpost.post.source import Source


class KnownFindings:
    """One reading of a baseline. Every check of a post matches its entries anew."""

    def __init__(self, path: str) -> None:
        """Raises `SettingsError` where there is no such file, or it is faulty."""
        self._baseline = Baseline.read(path)
        self._entries: dict[str, list[Entry]] = defaultdict(list)
        self._orphans: list[Entry] = []
        folder = self._baseline.folder
        for entry in self._baseline.entries:
            self._entries[entry.path].append(entry)
        for name, entries in self._entries.items():
            if not os.path.exists(os.path.join(folder, name)):
                self._orphans += entries  # a renamed post takes them over

    def without_known(self, result: PostResult, source: Source) -> PostResult:
        """A result without its known findings."""
        if not result.findings:
            return result
        name = self._baseline.name(result.path)
        entries = [*self._entries.get(name, ()), *(e for e in self._orphans if e.path != name)]
        matched = Baseline(self._baseline.path, entries)
        return matched.split(result._replace(text=source.text))._replace(text=None)
