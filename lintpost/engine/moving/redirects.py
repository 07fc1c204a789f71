"""Redirects from a post's old address, where its generator makes them from the front matter."""

import json
from collections.abc import Iterator

from lintpost.post.edit import Edit, apply_edits
from lintpost.post.front_matter.block import FrontMatter
from lintpost.post.front_matter.list_edits import add_item, line_end, remove_item
from lintpost.post.front_matter.mapping_edits import insert_entry
from lintpost.post.front_matter.scalars import in_quotes, written
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.post.source import Source
from lintpost.site.addresses.address import key_of
from lintpost.site.addresses.generator import Generator
from lintpost.site.addresses.jekyll import Jekyll

_TABLE = lazy(r"(?m)^[ \t]*\[")


def redirect_key(generator: Generator) -> str | None:
    """The key that a generator makes redirects from; None where it makes none."""
    if generator.name in ("hugo", "zola"):
        return "aliases"
    if isinstance(generator, Jekyll) and "jekyll-redirect-from" in generator.plugins:
        return "redirect_from"
    return None


def with_redirect(post: Post, key: str, old: str, new: str) -> str | None:
    """The text of a post whose front matter has a redirect from `old`, and none from `new`, which is now its own
    address. None where the front matter cannot be extended.
    """
    text = post.text
    for edit in _without(post, key, new):
        text = apply_edits(text, [edit])
        post = Post(Source(post.path, text), post.syntax)
    front = post.front_matter
    if front is None or front.root is None or front.problems:
        return None
    known = front.values.get(key)
    listed = known if isinstance(known, list) else [known] if isinstance(known, str) else []
    if any(isinstance(one, str) and key_of(one) == key_of(old) for one in listed):
        return text
    found = _added(post, front, key, old)
    if found is None:
        return None
    after = apply_edits(text, [found])
    values = Post(Source(post.path, after), post.syntax).front_matter
    wanted = {**front.values, key: [*listed, old]}
    return after if values is not None and values.values == wanted else None


def _without(post: Post, key: str, address: str) -> Iterator[Edit]:
    """Take an address out of a list: a page that redirects to itself cannot be reached."""
    entry = post.front_matter.get(key) if post.front_matter is not None else None
    for index, item in enumerate(entry.node.items or () if entry is not None else ()):
        if isinstance(item.value, str) and key_of(item.value) == key_of(address):
            edit = remove_item(post.source, entry, index)  # type: ignore[arg-type]
            if edit is not None:
                yield edit
            return


def _added(post: Post, front: FrontMatter, key: str, old: str) -> Edit | None:
    assert front.root is not None
    is_yaml = front.format == "yaml"
    entry = front.get(key)
    if entry is not None:
        if entry.node.items is not None:
            return add_item(post.source, entry.node, old, yaml=is_yaml)
        if not isinstance(entry.node.value, str):
            return None
        kept = post.text[entry.node.start : entry.node.end]
        item = written(old, kept) if is_yaml else in_quotes(old)
        return Edit(entry.node.start, entry.node.end, f"[{kept}, {item}]")
    if is_yaml:
        return insert_entry(post.source, front.root, key, f"[{written(old)}]")
    end = line_end(post.source)
    if front.format == "toml":
        table = _TABLE.search(post.text, front.inner_start, front.inner_end)
        at = _before_table(post, front, table.start() if table else front.inner_end)
        return Edit(at, at, f"{key} = [{in_quotes(old)}]{end}")
    if not front.root.entries:
        return None
    last = front.root.entries[-1]
    before = post.text[post.source.line_span(post.source.location(last.start)[0])[0] : last.start]
    lead = f"{end}{before}" if not before.strip() else " "
    return Edit(last.node.end, last.node.end, f",{lead}{json.dumps(key)}: [{in_quotes(old)}]")


def _before_table(post: Post, front: FrontMatter, limit: int) -> int:
    """Behind the last key of the top level, whose line ends before the first table."""
    assert front.root is not None
    ends = [entry.node.end for entry in front.root.entries or () if entry.node.end <= limit]
    if not ends:
        return front.inner_start
    line = post.source.location(max(ends))[0]
    starts = post.source.line_starts
    return starts[line] if line < len(starts) else front.inner_start
