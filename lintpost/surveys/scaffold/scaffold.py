"""The files that ``lintpost init`` writes."""

from typing import NamedTuple

from lintpost.config.migrate.migration import Migration
from lintpost.language import Lang
from lintpost.surveys.scaffold.config_text import config_text
from lintpost.surveys.scaffold.dictionary_texts import names_text
from lintpost.surveys.scaffold.site_facts import SiteFacts
from lintpost.surveys.scaffold.tags_text import TagsText, tags_text

CONFIG = "lintpost.yml"


class Scaffold(NamedTuple):
    """Texts of files by their names, what is known of the site, and the language of the files.

    `tags` has the text of `tags.yml`, None where posts have no tags.
    """

    files: dict[str, str]
    facts: SiteFacts
    lang: Lang
    migration: Migration | None
    tags: TagsText | None

    def with_notes(self, frequent: dict[str, int]) -> "Scaffold":
        """The same with rules of taste that have more findings than there are posts as notes."""
        config = config_text(self.facts, self.lang, self.migration, frequent=frequent)
        return self._replace(files={**self.files, CONFIG: config})


def scaffold(
    facts: SiteFacts, lang: Lang | None, fallback: Lang, migration: Migration | None
) -> Scaffold:
    """The files for a site, which need not have posts.

    Without `lang` the language is Japanese where the posts are, else `fallback`. The settings of a
    `migration` become part of the configuration.
    """
    spoken: Lang = lang or ("ja" if facts.found.japanese else fallback)
    files = {CONFIG: ""}
    tags = tags_text(facts.tags, spoken) if any(facts.tags.values()) else None
    if tags is not None:
        files["tags.yml"] = tags.text
    if facts.found.names:
        files["names.yml"] = names_text(facts.found, spoken)
    if migration is not None:
        files |= migration.files
    return Scaffold(files, facts, spoken, migration, tags).with_notes({})
