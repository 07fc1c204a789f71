"""The front matter that a site's posts share: keys that nearly all have, and keys that are null on purpose."""

import os
from collections import Counter
from typing import Any, NamedTuple

from lintpost.config.globs import matches
from lintpost.config.settings import Settings
from lintpost.post.post import Post
from lintpost.site.schema import names_null
from lintpost.surveys.reading import read_posts
from lintpost.surveys.schema_inference import infer_schema

REQUIRED_PERCENT = 95
"""Percentage of posts from which a key counts as required."""
_FEWEST = 3
"""Posts below which nothing is required."""


class SharedKeys(NamedTuple):
    """Keys to require, and the schemas of keys that posts set to null on purpose.

    `posts` is the number of posts with front matter that the keys were counted in, `bare` that of posts without.
    """

    required: list[str]
    nullable: dict[str, dict[str, Any]]
    posts: int
    bare: int


KeysNote = list[tuple[str, bool | None]]
"""Each key of a post, and whether it is explicitly null; None for a key with nothing behind it."""


def note_keys(post: Post) -> KeysNote | None:
    """Note the keys of one post; None where it has no front matter."""
    if post.front_matter is None:
        return None
    found: KeysNote = []
    root = post.front_matter.root
    for entry in (root.entries or ()) if root else ():
        node = entry.node
        if node.value is not None:
            found.append((entry.key, False))
        else:
            written = post.text[node.start : node.end].lower()
            found.append((entry.key, True if written in ("null", "~") else None))
    return found


def shared_keys(notes: dict[str, KeysNote | None], base: str, settings: Settings) -> SharedKeys:
    """Keys that `REQUIRED_PERCENT` of the posts fill, and keys that are explicitly null somewhere.

    `notes` are those of the posts that could be read, by path. Left out are the pages of which the preset in
    `settings` requires keys of their own (sections, chapters), and null of the keys that it lets be null.
    `base` is the folder of the site.
    """
    posts = 0
    filled: Counter[str] = Counter()
    null: set[str] = set()
    own = [
        path for path in notes if not _is_other_page(os.path.relpath(path, base or "."), settings)
    ]
    for path in own:
        found = notes[path]
        posts += found is not None
        for key, is_null in found or ():
            if is_null:
                null.add(key)
            elif is_null is False:
                filled[key] += 1
    known = settings.site.schema.properties if settings.site.schema else {}
    free = {key for key, schema in known.items() if names_null(schema)}
    required = [
        key for key, count in filled.most_common() if count * 100 >= posts * REQUIRED_PERCENT
    ]
    nullable = {}
    if null - free:
        again = read_posts(own, settings.max_bytes, [], settings.site.syntax)
        nullable = {f.key: f.schema for f in infer_schema(again, 100).keys if f.key in null - free}
    return SharedKeys(required if posts >= _FEWEST else [], nullable, posts, len(own) - posts)


def _is_other_page(path: str, settings: Settings) -> bool:
    path = path.replace(os.sep, "/")
    return any(
        override.schema is not None
        and "required" in override.schema.data
        and matches(path, override.posts)
        for override in settings.overrides
    )
