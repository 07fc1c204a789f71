"""Links of the front matter that name a post by a word: the name of its file, its slug, the end of its address."""

from collections.abc import Iterator
from posixpath import splitext

from lintpost.engine.moving.moves import Moves
from lintpost.post.edit import Edit
from lintpost.post.front_matter.value_node import ValueNode
from lintpost.post.post import Post
from lintpost.site.addresses.address import key_of
from lintpost.site.addresses.site_pages import Page, SitePages
from lintpost.site.addresses.slugs import without_date
from lintpost.site.files import page_stem

KEYS = ("related_articles", "related_posts", "relatedPosts", "related_article", "related", "pillar_article")  # fmt: skip
"""Keys that hold posts: words, or mappings with one."""
_WORD_KEYS = ("slug", "url", "path", "link", "href", "permalink")


class RelatedNames:
    """The words by which the posts of a site may be called, before and after a move."""

    def __init__(self, before: SitePages, after: SitePages, moves: Moves) -> None:
        self._new: dict[str, dict[str, str]] = {}
        """By the path of a post that moves: its words, and what they become."""
        self._owners: dict[str, set[str]] = {}
        for path, page in before.posts.items():
            for word in filter(None, names_of(page)):
                self._owners.setdefault(word, set()).add(path)
            if moves.takes(path):
                will = after.posts[moves.new_path(path)]
                pairs = zip(names_of(page), names_of(will), strict=True)
                self._new[path] = dict(reversed([pair for pair in pairs if all(pair)]))

    def edits(self, post: Post) -> Iterator[Edit]:
        """The edits of a post's front matter. A word that several posts have is left alone."""
        front = post.front_matter
        for key in KEYS:
            entry = front.get(key) if front is not None and not front.problems else None
            for node in entry.node.each() if entry is not None else ():
                word = _word(node)
                if word is None or word.inner is None or not isinstance(word.value, str):
                    continue
                owners = self._owners.get(word.value, set())
                if len(owners) != 1:
                    continue
                new = self._new.get(next(iter(owners)), {}).get(word.value, word.value)
                if new != word.value:
                    yield Edit(word.inner, word.inner + len(word.value), new)


def names_of(page: Page) -> tuple[str, str, str, str]:
    """The words for a page, the most common first; "" where it has none of a kind."""
    stem = page_stem(page.path)
    return (
        stem,
        without_date(stem),
        page.note.slug,
        splitext(key_of(page.addresses.own))[0].rpartition("/")[2] if page.addresses.own else "",
    )


def _word(node: ValueNode) -> ValueNode | None:
    if node.entries is None:
        return node
    return next((entry.node for key in _WORD_KEYS if (entry := node.get(key)) is not None), None)
