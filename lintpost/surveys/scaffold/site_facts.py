"""What `lintpost init` learns about a site before it writes anything."""

from collections.abc import Iterable
from typing import NamedTuple

from lintpost.config.rule_states import rule_states
from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import Settings, load_settings
from lintpost.language import Lang
from lintpost.packs.builtin import preset_path
from lintpost.surveys.advice import advised_presets
from lintpost.surveys.harvest import Harvest, harvest
from lintpost.surveys.scaffold.front_matter import SharedKeys, shared_keys
from lintpost.surveys.scaffold.languages import Edition, are_english, editions
from lintpost.surveys.scaffold.layout import Layout
from lintpost.surveys.tag_usage import TagUse, survey_tags


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


def facts_of(layout: Layout, paths: list[str], drawn: Iterable[str]) -> SiteFacts:
    """Read all posts of a site. `drawn` are the paths again, for a caller that counts them as they are read."""
    settings = load_settings(preset_path(layout.preset), CliOverrides())
    found = harvest(drawn, settings.max_bytes)
    main = "ja" if found.japanese else "en"
    return SiteFacts(
        layout,
        paths,
        found,
        not found.japanese and are_english(paths, settings.max_bytes),
        {
            field: survey_tags(paths, key, settings.max_bytes).words
            for field, key in _tag_keys(settings).items()
        },
        shared_keys(paths, layout.base, settings),
        editions(paths, main) if paths else [],
        advised_presets(paths, settings.max_bytes),
    )


def _tag_keys(settings: Settings) -> dict[str, str]:
    """The front-matter key of tags and of categories: ``topics`` on Zenn."""
    states = {state.rule.name: state.options for state in rule_states(settings)}
    return {
        field: str(states[f"{field}/unknown"].get("field", field))
        for field in ("tags", "categories")
    }
