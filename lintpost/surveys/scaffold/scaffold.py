"""The files that ``lintpost init`` writes."""

from collections.abc import Iterable
from typing import NamedTuple

from lintpost.config.migrate.migration import Migration
from lintpost.config.settings import DEFAULT_MAX_BYTES
from lintpost.language import Lang
from lintpost.surveys.harvest import Harvest, harvest
from lintpost.surveys.scaffold.config_text import config_text
from lintpost.surveys.scaffold.dictionary_texts import names_text, tags_text


class Scaffold(NamedTuple):
    """Texts of files by their names, what was found in the posts, and the language of the site."""

    files: dict[str, str]
    found: Harvest
    lang: Lang


def scaffold(
    folder: str,
    paths: list[str],
    lang: Lang | None,
    fallback: Lang,
    migration: Migration | None,
    drawn: Iterable[str] | None = None,
) -> Scaffold:
    """The files for a site with these posts below a folder, which need not have any.

    Without `lang` the language is Japanese where the posts are, else `fallback`. The settings of a
    `migration` become part of the configuration. `drawn` are the paths again, for a caller that counts
    them as they are read.
    """
    found = harvest(paths if drawn is None else drawn, DEFAULT_MAX_BYTES)
    spoken: Lang = lang or ("ja" if found.japanese else fallback)
    files = {"lintpost.yml": config_text(found, folder, paths, spoken, migration)}
    if found.tags or found.categories:
        files["tags.yml"] = tags_text(found, spoken)
    if found.names:
        files["names.yml"] = names_text(found, spoken)
    if migration is not None:
        files |= migration.files
    return Scaffold(files, found, spoken)
