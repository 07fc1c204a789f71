"""What `lintpost init` learns about a site before it writes anything."""

from collections.abc import Iterator
from typing import NamedTuple

from lintpost.config.rule_states import rule_states
from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import Settings, load_settings
from lintpost.engine.finding import PostError
from lintpost.engine.notes import Survey, Watch, notes_of, readable
from lintpost.language import Lang
from lintpost.packs.builtin import preset_path
from lintpost.surveys.advice import PresetNote, advised_presets, sample_of
from lintpost.surveys.harvest import Harvest, NamesNote, harvest
from lintpost.surveys.scaffold.front_matter import KeysNote, SharedKeys, shared_keys
from lintpost.surveys.scaffold.languages import Edition, are_english, editions
from lintpost.surveys.scaffold.layout import Layout
from lintpost.surveys.scaffold.post_note import PostNoter
from lintpost.surveys.tag_usage import TagCounter, TagUse


class SiteFacts(NamedTuple):
    """The layout, the posts, and what was found in them.

    `english`: the posts of the main language are in English, not in another language without rules of its own.
    `tags` has the words in use by field of `tags.yml`; `presets` are those to propose for the prose.
    """

    layout: Layout
    paths: list[str]
    found: Harvest
    english: bool
    tags: dict[str, list[TagUse]]
    keys: SharedKeys
    editions: list[Edition]
    presets: list[str]

    @property
    def main(self) -> Lang:
        """The language of most posts; of those that are not Japanese, `english` tells."""
        return "ja" if self.found.japanese else "en"


def facts_of(layout: Layout, paths: list[str], watch: Watch) -> SiteFacts:
    """Read all posts of a site. `watch` counts them as they are read."""
    settings = load_settings(preset_path(layout.preset), CliOverrides())
    fields = _tag_keys(settings)
    arguments = tuple(fields.items()), frozenset(sample_of(paths)), settings.site.syntax
    unreadable: list[PostError] = []
    counters = {field: TagCounter(key) for field, key in fields.items()}
    keys: dict[str, KeysNote | None] = {}
    presets: list[PresetNote] = []

    def names() -> Iterator[NamesNote]:
        notes = watch(notes_of(paths, Survey(PostNoter, arguments, settings.max_bytes)))
        for path, note in readable(notes, unreadable):
            for field, counter in counters.items():
                counter.add_note(note["tags"][field])
            keys[path] = note["keys"]
            if note["presets"] is not None:
                presets.append(note["presets"])
            yield note["names"]

    found = harvest(names(), unreadable)
    main = "ja" if found.japanese else "en"
    return SiteFacts(
        layout,
        paths,
        found,
        not found.japanese and are_english(paths, settings.max_bytes),
        {field: counter.uses() for field, counter in counters.items()},
        shared_keys(keys, layout.base, settings),
        editions(paths, main) if paths else [],
        advised_presets(presets),
    )


def _tag_keys(settings: Settings) -> dict[str, str]:
    """The front-matter key of tags and of categories: ``topics`` on Zenn."""
    states = {state.rule.name: state.options for state in rule_states(settings)}
    return {
        field: str(states[f"{field}/unknown"].get("field", field))
        for field in ("tags", "categories")
    }
