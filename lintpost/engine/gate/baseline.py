"""The baseline: findings that were there when the gate was switched on, and may only become fewer."""

import json
import os
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from lintpost.engine.finding import Finding, PostResult
from lintpost.engine.gate.fingerprint import fingerprint, surroundings
from lintpost.files.settings_error import FilePosition, SettingsError
from lintpost.files.settings_file import MAX_BYTES
from lintpost.language import Text
from lintpost.packs.rule import Rule
from lintpost.post.source import UnreadablePost, read_source

DEFAULT_NAME = "lintpost-baseline.jsonl"
_KEYS = ("path", "rule", "text", "mark", "around")
"""The names of an entry's fields in the file."""
_LONGEST = 40
"""Code points of a finding's text in an entry."""


class Entry(NamedTuple):
    """One known finding: its post (relative to the baseline's folder, with slashes), its rule, the
    beginning of its text for people to read, its fingerprint and that of its surroundings. `line` is
    its line in the file, from 1; 0 for an entry that is in no file yet.
    """

    path: str
    rule: str
    text: str
    fingerprint: str
    surroundings: str
    line: int = 0

    def to_json(self) -> str:
        """The entry as a line of the file, without its end."""
        line = json.dumps(dict(zip(_KEYS, self, strict=False)), ensure_ascii=False)
        # A lone surrogate (in the name of a file that is not UTF-8) becomes an escape of JSON.
        return line.encode("utf-8", "backslashreplace").decode()


class Baseline:
    """The entries of a file, to be matched with the findings of a run."""

    def __init__(self, path: str, entries: Iterable[Entry] = ()) -> None:
        self.path = path
        self._old_names: dict[str, tuple[str, ...]] = {}
        self.folder = os.path.dirname(os.path.abspath(path))
        self.entries = list(entries)
        self._unmatched: dict[str, list[Entry]] = defaultdict(list)
        self._checked: set[str] = set()
        orphans: list[Entry] = []
        exists: dict[str, bool] = {}
        for entry in self.entries:
            if entry.path not in exists:
                exists[entry.path] = os.path.exists(os.path.join(self.folder, entry.path))
            (self._unmatched[entry.path] if exists[entry.path] else orphans).append(entry)
        self._orphans = orphans
        """Entries of posts that are no more; a renamed post takes its own over."""

    @classmethod
    def read(cls, path: str) -> "Baseline":
        """Read a file. Raises `SettingsError` where there is none, or naming the line that is faulty."""
        if not os.path.isfile(path):
            missing = Text(
                "there is no baseline yet: run `lintpost baseline create`",
                "ベースラインがまだありません。`lintpost baseline create` で作ってください",
            )
            raise SettingsError(FilePosition(path), missing)
        try:
            text = read_source(path, MAX_BYTES).text
        except UnreadablePost as error:
            raise SettingsError(FilePosition(path), error.text) from None
        entries = []
        for number, line in enumerate(text.splitlines(), 1):
            if line.strip():
                entries.append(_read_entry(path, number, line))
        return cls(path, entries)

    def know_old_names(self, rules: Mapping[str, Rule]) -> None:
        """Let entries have old names of rules. A name is part of a fingerprint."""
        self._old_names = {name: rule.names[1:] for name, rule in rules.items() if rule.aliases}

    def name(self, path: str) -> str:
        """A post's path as entries have it."""
        return os.path.relpath(os.path.abspath(path), self.folder).replace(os.sep, "/")

    def split(self, result: PostResult) -> PostResult:
        """A result with its known findings apart. `result.text` must be there.

        An entry of the same rule is matched by its fingerprint; then by its text, for the surroundings
        may have changed; then by its surroundings, for the text may have; then by the fingerprint alone
        among the entries of posts that are no more. Each pass is over all findings, so that an entry
        goes to the finding that it fits best.
        """
        name = self.name(result.path)
        self._checked.add(name)
        text = result.text or ""
        wanted = [
            (index, _entry_of(finding._replace(rule=rule), name, text))
            for index, finding in enumerate(result.findings)
            for rule in (finding.rule, *self._old_names.get(finding.rule, ()))
        ]
        known: set[int] = set()
        own = self._unmatched[name]
        for pool, field in (
            (own, "fingerprint"),
            (own, "text"),
            (own, "surroundings"),
            (self._orphans, "fingerprint"),
        ):
            for index, entry in wanted:
                if index in known:
                    continue
                value = getattr(entry, field)
                match = next(
                    (e for e in pool if e.rule == entry.rule and getattr(e, field) == value), None
                )
                if match is not None:
                    pool.remove(match)
                    known.add(index)
        return result._replace(
            findings=tuple(f for i, f in enumerate(result.findings) if i not in known),
            known=tuple(f for i, f in enumerate(result.findings) if i in known),
        )

    def stale(self, rules: set[str], *, whole_site: bool) -> list[Entry]:
        """The entries that no finding matched, of these rules and the posts that were checked.

        With `whole_site` (every post was checked) those of posts that are no more are stale too.
        """
        rules = rules | {old for rule in rules for old in self._old_names.get(rule, ())}
        found = [
            entry
            for name, entries in self._unmatched.items()
            if name in self._checked
            for entry in entries
            if entry.rule in rules
        ]
        if whole_site:
            found += self._orphans
        return sorted(found, key=lambda entry: entry.line)

    def entries_of(self, results: Iterable[PostResult]) -> list[Entry]:
        """Entries for all findings, new and known, of results that have their texts."""
        return [
            _entry_of(finding, self.name(result.path), result.text or "")
            for result in results
            for finding in (*result.findings, *result.known)
        ]


def to_jsonl(entries: Iterable[Entry]) -> str:
    """The text of a file: one entry a line, sorted, so that git merges it line by line."""
    return "".join(f"{line}\n" for line in sorted(entry.to_json() for entry in entries))


def _entry_of(finding: Finding, name: str, text: str) -> Entry:
    own = " ".join(text[finding.start.offset : finding.end.offset].split())[:_LONGEST]
    return Entry(name, finding.rule, own, fingerprint(finding, text), surroundings(finding, text))


def _read_entry(path: str, number: int, line: str) -> Entry:
    place = FilePosition(path, number)
    if line.startswith(("<<<<<<<", "=======", ">>>>>>>")):
        text = Text(
            "a merge was not finished here; keep the lines of both sides",
            "マージの途中です。両方の行を残してください",
        )
        raise SettingsError(place, text)
    try:
        data = json.loads(line)
        post, rule, own, mark, around = (str(data[key]) for key in _KEYS)
        return Entry(post, rule, own, mark, around, number)
    except (ValueError, KeyError, TypeError):
        text = Text(
            "no entry of a baseline; `lintpost baseline update` writes the file anew",
            "ベースラインの行として読めません。`lintpost baseline update` で書き直せます",
        )
        raise SettingsError(place, text) from None
