"""What `lintpost init` notes of each post, in one reading."""

from typing import TypedDict

from lintpost.engine.finding import PostError
from lintpost.engine.guard import guarded
from lintpost.post.post import Post
from lintpost.post.syntax import Syntax
from lintpost.surveys.advice import PresetNote, PresetNoter
from lintpost.surveys.harvest import NamesNote, note_names
from lintpost.surveys.scaffold.front_matter import KeysNote, note_keys
from lintpost.surveys.tag_usage import TagNote, note_tags


class PostNote(TypedDict):
    """The notes of one post. `tags` are by field of `tags.yml`; `presets` is None for a post that is not in the
    sample, or could not be checked.
    """

    names: NamesNote
    tags: dict[str, TagNote]
    keys: KeysNote | None
    presets: PresetNote | None


class PostNoter:
    """Notes posts, all as of a site of which nothing is known; the keys by the `syntax` of its preset.

    `fields` are the fields of `tags.yml` with the front-matter keys that hold them, `sample` the paths of the
    posts that presets are proposed by.
    """

    def __init__(
        self, fields: tuple[tuple[str, str], ...], sample: frozenset[str], syntax: Syntax
    ) -> None:
        self._fields = fields
        self._sample = sample
        self._syntax = syntax
        self._presets: PresetNoter | None = None

    def __call__(self, post: Post) -> PostNote:
        """Note one post."""
        names = note_names(post)
        tags = {field: note_tags(key, post) for field, key in self._fields}
        same = post.syntax.yaml == self._syntax.yaml
        keys = note_keys(post if same else Post(post.source, self._syntax))
        presets = guarded(post.path, lambda: self._note_presets(post))
        if isinstance(presets, PostError):
            presets = None
        return {"names": names, "tags": tags, "keys": keys, "presets": presets}

    def _note_presets(self, post: Post) -> PresetNote | None:
        if post.path not in self._sample:
            return None
        if self._presets is None:
            self._presets = PresetNoter()
        return self._presets.note(post)
