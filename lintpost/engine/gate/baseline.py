"""The baseline: findings that were there when the gate was switched on, and may only become fewer."""

import json
import os
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from lintpost.engine.finding import Finding, PostResult
from lintpost.engine.gate.fingerprint import fingerprint, surroundings
from lintpost.files.settings_error import FilePosition, SettingsError
from lintpost.files.settings_file import MAX_BYTES
from lintpost.language import Text
from lintpost.post.source import UnreadablePost, read_source

DEFAULT_NAME = "lintpost-baseline.jsonl"
_KEYS = ("path", "rule", "text", "mark", "around")
_LONGEST = 40


class Entry(NamedTuple):
    """One known finding: its post (relative to the baseline's folder, with slashes), its rule, the
    beginning of its text for people to read, its fingerprint and that of its surroundings. `line` is
    its line in the file, from 1; 0 for an entry that is in no file yet.
    """

    path: str
    rule: str
    text: str
    mark: str
    around: str
    line: int = 0

    def written(self) -> str:
        """The entry as a line of JSON."""
        return json.dumps(dict(zip(_KEYS, self, strict=False)), ensure_ascii=False)


class Baseline:
    """The entries of a file, to be matched with the findings of a run."""

    def __init__(self, path: str, entries: Iterable[Entry] = ()) -> None:
        self.path = path
        self.folder = os.path.dirname(os.path.abspath(path))
        self.entries = list(entries)
        self._open: dict[str, list[Entry]] = defaultdict(list)
        self.seen: set[str] = set()
        orphans: list[Entry] = []
        exists: dict[str, bool] = {}
        for entry in self.entries:
            if entry.path not in exists:
                exists[entry.path] = os.path.exists(os.path.join(self.folder, entry.path))
            (self._open[entry.path] if exists[entry.path] else orphans).append(entry)
        self.orphans = orphans
        """Entries of posts that are no more; a renamed post takes its own over."""

    @classmethod
    def read(cls, path: str) -> "Baseline":
        """Read a file. Raises `SettingsError` naming the line that cannot be read."""
        try:
            text = read_source(path, MAX_BYTES).text
        except UnreadablePost as error:
            raise SettingsError(FilePosition(path), error.text) from None
        entries = []
        for number, line in enumerate(text.splitlines(), 1):
            if line.strip():
                entries.append(_entry(path, number, line))
        return cls(path, entries)

    def name(self, path: str) -> str:
        """A post's path as entries have it."""
        return os.path.relpath(os.path.abspath(path), self.folder).replace(os.sep, "/")

    def split(self, result: PostResult) -> PostResult:
        """A result with the findings that are known apart. `result.text` must be there.

        An entry is a finding's own where rule and fingerprint are the same; then where rule and text
        are, for what stands around may have changed, or what stands around is, for the text may have;
        then those of a post that is no more.
        """
        name = self.name(result.path)
        self.seen.add(name)
        text = result.text or ""
        wanted = [(finding, _of(finding, name, text)) for finding in result.findings]
        known: set[int] = set()
        own = self._open[name]
        for pool, field in ((own, "mark"), (own, "text"), (own, "around"), (self.orphans, "mark")):
            for index, (finding, entry) in enumerate(wanted):
                if index in known:
                    continue
                match = next(
                    (
                        e
                        for e in pool
                        if e.rule == finding.rule and getattr(e, field) == getattr(entry, field)
                    ),
                    None,
                )
                if match is not None:
                    pool.remove(match)
                    known.add(index)
        return result._replace(
            findings=tuple(f for i, (f, _) in enumerate(wanted) if i not in known),
            known=tuple(f for i, (f, _) in enumerate(wanted) if i in known),
        )

    def stale(self, rules: set[str], *, whole: bool) -> list[Entry]:
        """The entries that no finding matched, of these rules and the posts that were checked.

        In a run over the whole site those of posts that are no more count too.
        """
        found = [
            entry
            for name, entries in self._open.items()
            if name in self.seen
            for entry in entries
            if entry.rule in rules
        ]
        if whole:
            found += self.orphans
        return sorted(found, key=lambda entry: entry.line)

    def entries_of(self, results: Iterable[PostResult]) -> list[Entry]:
        """Entries for all findings, new and known, of results that have their texts."""
        return [
            _of(finding, self.name(result.path), result.text or "")
            for result in results
            for finding in (*result.findings, *result.known)
        ]


def written(entries: Iterable[Entry]) -> str:
    """A file: one entry a line, sorted, so that git merges it line by line."""
    return "".join(f"{line}\n" for line in sorted(entry.written() for entry in entries))


def _of(finding: Finding, name: str, text: str) -> Entry:
    own = " ".join(text[finding.start.offset : finding.end.offset].split())[:_LONGEST]
    return Entry(name, finding.rule, own, fingerprint(finding, text), surroundings(finding, text))


def _entry(path: str, number: int, line: str) -> Entry:
    place = FilePosition(path, number)
    if line.startswith(("<<<<<<<", "=======", ">>>>>>>")):
        raise SettingsError(
            place,
            Text("a merge was not finished here; keep the lines of both sides",
                 "マージの途中です。両方の行を残してください"),
        )  # fmt: skip
    try:
        data = json.loads(line)
        path_, rule, own, mark, around = (str(data[key]) for key in _KEYS)
        return Entry(path_, rule, own, mark, around, number)
    except (ValueError, KeyError, TypeError):
        raise SettingsError(
            place,
            Text("no entry of a baseline; `lintpost baseline update` writes the file anew",
                 "ベースラインの行として読めません。`lintpost baseline update` で書き直せます"),
        ) from None  # fmt: skip
