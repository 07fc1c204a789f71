"""Lines that YAML joins to the value above them, though they look like keys or items of their own."""

from collections.abc import Iterator

from lintpost.checks.common.yaml.scalars import Scalar, scalars
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.site import Site

_ITEM = lazy(r"(?P<indent>[ \t]*)-[ \t]+\S")
_BARE_DASH = lazy(r"[ \t]*(?P<dash>-)[^\s-]")
_GLUED = lazy(r"(?P<indent>[ \t]*)(?P<key>[^\W\d][\w-]*)[ \t]*[:：](?=[^ \t\r\n/:：])")
_KEY = lazy(r"(?P<indent>[ \t]*)(?P<key>[^\W\d][\w-]*):(?=[ \t]|$)")


class Options(CheckOptions):
    """`keys` that a post may have, beside those of the schema: a line that begins with one of them,
    and is not there otherwise, is meant as that key. `lists`: keys of lists that another rule wants
    written as one (tags/type).
    """

    keys: tuple[str, ...] = (
        "title", "date", "tags", "categories", "layout", "author", "description", "draft", "published",
        "slug", "permalink",
    )  # fmt: skip
    lists: tuple[str, ...] = ("tags", "categories", "topics")


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each line that a value has swallowed."""
    front = post.front_matter
    if front is None or front.root is None:
        return
    missing: set[str] | None = None
    for scalar in scalars(post):
        node = scalar.node
        written = post.text[node.start : node.end]
        if not scalar.in_list and scalar.top in options.lists:
            continue
        if scalar.plain and written[:1] == "-" and isinstance(node.value, str):
            yield from _bare_dashes(post, scalar)
        if "\n" not in written and "\r" not in written:
            continue
        if missing is None:
            known = {
                *options.keys,
                *(site.schema.data.get("properties", ()) if site.schema else ()),
            }
            missing = {key for key in known if front.get(key) is None}
        if scalar.plain:
            yield from _in_plain(post, scalar, missing)
        elif written[0] in "|>":
            yield from _in_block(post, scalar, missing)
        else:
            yield from _in_quotes(post, scalar)


def _lines(post: Post, scalar: Scalar) -> list[tuple[int, int]]:
    """The spans of a value's lines; the first begins where its line does, before the key."""
    source, node = post.source, scalar.node
    first, last = source.location(node.start)[0], source.location(max(node.end - 1, node.start))[0]
    return [source.line_span(line) for line in range(first, last + 1)]


def _bare_dashes(post: Post, scalar: Scalar) -> Iterator[Hit]:
    """``-a`` on lines of their own below a key: a list whose hyphens lack their spaces."""
    lines = _lines(post, scalar)
    found = [_BARE_DASH.match(post.text, *line) for line in lines]
    dashes = [match.start("dash") for match in found if match is not None]
    if scalar.in_list or len(dashes) < len(lines) or dashes[0] != scalar.node.start:
        return
    edits = tuple(Edit(at + 1, at + 1, " ") for at in dashes)
    yield Hit(dashes[0], dashes[0] + 1, "dash", {"key": scalar.key}, Fix("safe", edits))


def _in_plain(post: Post, scalar: Scalar, missing: set[str]) -> Iterator[Hit]:
    first, *others = _lines(post, scalar)
    own = _ITEM.match(post.text, *first) if scalar.in_list else None
    if own is not None and own.end() <= scalar.node.start:
        own = None  # "- - a": which of the two lists the line belongs to, nobody can tell
    for start, end in others:
        if item := _ITEM.match(post.text, start, end):
            at = item.end("indent")
            fix = None
            if own is not None and "\t" not in item["indent"] + own["indent"]:
                fix = Fix("safe", (Edit(start, at, own["indent"]),))
            yield Hit(at, at + 1, "item", {"key": scalar.key}, fix)
        elif (glued := _GLUED.match(post.text, start, end)) and glued["key"] in missing:
            params = {"key": scalar.key, "name": glued["key"]}
            yield Hit(*glued.span("key"), "key", params)


def _in_block(post: Post, scalar: Scalar, missing: set[str]) -> Iterator[Hit]:
    _, *others = _lines(post, scalar)
    indent = None
    for start, end in others:
        line = post.text[start:end]
        if indent is None and line.strip():
            indent = line[: len(line) - len(line.lstrip())]
        key = _KEY.match(post.text, start, end)
        if key and key["key"] in missing and key["indent"] == indent:
            yield Hit(*key.span("key"), "block", {"key": scalar.key, "name": key["key"]})


def _in_quotes(post: Post, scalar: Scalar) -> Iterator[Hit]:
    """Lines at the depth of the value's own key, which no reader but libyaml takes for a part of it."""
    (first, end), *others = _lines(post, scalar)
    line = post.source.location(scalar.node.start)[0]
    depth = end - first - len(post.text[first:end].lstrip())
    for start, stop in others:
        key = _KEY.match(post.text, start, stop)
        if key and len(key["indent"]) <= depth:
            params = {"key": scalar.key, "name": key["key"], "line": line}
            yield Hit(*key.span("key"), "quoted", params)


CHECK = Check(
    name="yaml-joined",
    options=Options,
    messages={
        "item": ("key",),
        "dash": ("key",),
        "key": ("key", "name"),
        "block": ("key", "name"),
        "quoted": ("key", "line", "name"),
    },
    run=run,
    reads=("front-matter",),
    site=("schema",),
    changes=("front-matter",),
)
