"""Which posts of a site have which tags."""

from collections import Counter
from collections.abc import Callable, Iterator

from lintpost.config.rule_states import rule_states
from lintpost.files.settings_error import SettingsError
from lintpost.files.settings_file import SettingsFile
from lintpost.server.workspace.post_notes import OpenTexts, PostNotes
from lintpost.server.workspace.site_settings import SiteSettings


class TagIndex:
    """The tags of the posts of one site; `fields` has the vocabulary of each front-matter key with tags."""

    def __init__(self, settings: SiteSettings, texts: OpenTexts) -> None:
        assert settings.checker is not None
        self._settings = settings.checker.settings
        self._descriptions: dict[tuple[str, str], str] | None = None
        self.fields = _fields_of(settings)
        self.notes = PostNotes(self._settings, self.fields, texts)

    def counts(self, field: str) -> Counter[str]:
        """How many posts have each word of a field, by what is known now."""
        notes = self.notes.by_path.values()
        return Counter(word for note in notes for word in set(note.words.get(field, ())))

    def posts_with(self, field: str, wanted: Callable[[str], bool]) -> list[str]:
        """The posts that have a word of a field."""
        notes = self.notes.by_path.items()
        return [path for path, one in notes if any(map(wanted, one.words.get(field, ())))]

    def description(self, field: str, word: str) -> str:
        """What `tags.yml` says that a word is for; "" where it says nothing."""
        if self._descriptions is None:
            self._descriptions = dict(self._described())
        return self._descriptions.get((self.fields.get(field, field), word), "")

    def _described(self) -> Iterator[tuple[tuple[str, str], str]]:
        for path in self._settings.tags_files:
            try:
                root = SettingsFile.read(path).root
            except SettingsError:
                continue
            for entry in root.entries or ():
                for item in entry.node.items or ():
                    name, text = item.at(["name"]).value, item.get("description")
                    if text is not None and isinstance(name, str):
                        yield (entry.key, name), str(text.node.value)


def _fields_of(settings: SiteSettings) -> dict[str, str]:
    """The vocabulary of each front-matter key that has tags: what the rules about them are told to look at."""
    assert settings.checker is not None
    found: dict[str, str] = {}
    for state in rule_states(settings.checker.settings):
        if state.rule.check == "vocabulary":
            vocabulary = str(state.options.get("vocabulary", "tags"))
            found.setdefault(str(state.options.get("field", vocabulary)), vocabulary)
    return found
