"""Run settings as the cache stores them, so that a run whose posts are all cached reads no rules.

They are stored with the stamps of every file that the settings were read from, and with the settings'
fingerprint, under which the results of posts are found.
"""

import json
import os
import sys
from typing import TYPE_CHECKING, NamedTuple

from lintpost.config.run_settings import CliOverrides, FailOn, RunSettings
from lintpost.files.package import is_own_file, package_stamp, place_of
from lintpost.files.settings_error import FilePosition
from lintpost.files.sources import record_paths
from lintpost.files.stamp import file_stamp, settled
from lintpost.language import Text, environment_language

if TYPE_CHECKING:
    from lintpost.config.rule_states import SiteRules
    from lintpost.config.settings import Settings
    from lintpost.files.sources import Sources


class CachedSettings(NamedTuple):
    """Run settings, and digests of everything that the findings of a post depend on beside the post:
    `package` of lintpost itself, `content` of the files and options that the settings come from.
    `site_rules`: whether rules that look over the whole site are on.
    """

    run_settings: RunSettings
    package: str
    content: str
    site_rules: "SiteRules"

    @property
    def fingerprint(self) -> str:
        """Both digests."""
        return f"{self.package} {self.content}"


def cache_key(config: str | None, overlay: CliOverrides) -> str:
    """What settings are stored under: the file as it was named, and everything that is in no file."""
    place = os.path.abspath(config) if config is not None else os.getcwd()
    return json.dumps([config, place, overlay, environment_language(), sys.version])


def cached_settings(settings: "Settings", sources: "Sources") -> CachedSettings:
    """The part of settings that is cached. `sources` are the files and folders they were read from."""
    from lintpost.config.rule_states import site_rules
    from lintpost.files.package import package_digest

    content = content_digest(settings, sources)
    return CachedSettings(settings.run_settings, package_digest(), content, site_rules(settings))


def content_digest(settings: "Settings", sources: "Sources") -> str:
    """A digest of what was read, not of places: the same in every checkout of the same site."""
    from hashlib import blake2b

    shown = {
        place_of(path, settings.root): read.digest
        for path, read in sources.items()
        if read.digest is not None and not is_own_file(os.path.abspath(path))
    }
    faults = [fault.en for fault in settings.faults]
    parts = (settings.overlay, settings.lang, sorted(shown.items()), faults)
    return blake2b(repr(parts).encode(errors="surrogatepass"), digest_size=16).hexdigest()


def to_json(cached: CachedSettings, sources: "Sources") -> str:
    """Cached settings as JSON, with the stamps of the files that they depend on."""
    stamps = [
        [path, *settled(read.stamp)]
        for path, read in sources.items()
        if read.stamp is not None and not is_own_file(os.path.abspath(path))
    ]
    run_settings, *others = cached
    *fields, notes = run_settings
    shown = [[note.en, note.ja] for note in notes]
    return json.dumps([package_stamp(), stamps, others, [*fields, shown]], ensure_ascii=False)


def from_json(text: str) -> CachedSettings | None:
    """What `to_json` wrote; None where a file has changed since, or the text is damaged."""
    try:
        package_then, stamps, (package, content, rules_over_site), fields = json.loads(text)
        if package_then != package_stamp():
            return None
        if any(file_stamp(path) != tuple(stamp) for path, *stamp in stamps):
            return None
        record_paths(*(path for path, *_ in stamps))
        (
            path,
            root,
            posts,
            exclude,
            lang,
            (severity, rules),
            most,
            baseline,
            max_bytes,
            packs,
            notes,
        ) = fields
        fail_on = FailOn(severity, tuple((rule, FilePosition(*place)) for rule, place in rules))
        run_settings = RunSettings(
            path, root, tuple(posts), tuple(exclude), lang, fail_on, most, baseline, max_bytes,
            tuple(packs), tuple(Text(*note) for note in notes),
        )  # fmt: skip
    except (ValueError, TypeError):
        return None
    return CachedSettings(run_settings, package, content, rules_over_site)
