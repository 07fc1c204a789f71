"""Words that YAML reads as true or false, and words that it does not."""

import re
from collections.abc import Iterator

from lintpost.checks.common.yaml.scalars import BOOLEANS, Scalar, scalars, schema_types
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.front_matter.mapping_edits import own_entries
from lintpost.post.front_matter.scalars import in_quotes, quote_value
from lintpost.post.post import Post
from lintpost.site.site import Site

_WORDS = {"yes": True, "on": True, "no": False, "off": False}
_PLACES = r"(?i)country|lang|locale|region|state|code|iso|nation|title|name"


class Options(CheckOptions):
    """`booleans`: keys whose value is meant as true or false. `lists`: keys of lists whose items
    another rule looks at (tags/type).
    """

    booleans: tuple[str, ...] = BOOLEANS
    lists: tuple[str, ...] = ("tags", "categories", "topics")


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """YAML 1.1: yes, no, on and off, read as true and false where a word may be meant. YAML 1.2:
    the same words, read as strings where true or false is meant. Keys count in YAML 1.1 too.
    """
    for scalar in scalars(post):
        if not scalar.plain or (scalar.in_list and scalar.top in options.lists):
            continue
        node = scalar.node
        written = post.text[node.start : node.end]
        meaning = _WORDS.get(written.lower())
        if meaning is None or node.value.__class__ not in (bool, str):
            continue
        types = schema_types(site, scalar.key)
        wanted = "boolean" in types or (not types and scalar.key in options.booleans)
        value = "true" if meaning else "false"
        params = {"key": scalar.key, "word": written, "value": value}
        if isinstance(node.value, str):
            if wanted:
                fix = Fix("safe", (Edit(node.start, node.end, value),))
                yield Hit(node.start, node.end, "string", params, fix)
        elif not wanted:
            edit = quote_value(post.text, node) if _is_word(scalar, written, types) else None
            yield Hit(
                node.start, node.end, "boolean", params, Fix("safe", (edit,)) if edit else None
            )
    if site.yaml == "1.1":
        yield from _keys(post)


def _keys(post: Post) -> Iterator[Hit]:
    """Keys such as ``on:``, which become true and false where a reader follows YAML 1.1."""
    front = post.front_matter
    if front is None or front.format != "yaml" or front.root is None:
        return
    for node in front.root.walk():
        for entry in own_entries(node):
            meaning = _WORDS.get(entry.key.lower())
            if meaning is not None and post.text[entry.start : entry.end] == entry.key:
                fix = Fix("safe", (Edit(entry.start, entry.end, in_quotes(entry.key)),))
                params = {"key": entry.key, "value": "true" if meaning else "false"}
                yield Hit(entry.start, entry.end, "key", params, fix)


def _is_word(scalar: Scalar, written: str, types: tuple[str, ...]) -> bool:
    """Whether a word was surely meant: NO the country, an item of a list, a name."""
    return (
        written.isupper()
        or scalar.in_list
        or "string" in types
        or re.search(_PLACES, scalar.key) is not None
    )


CHECK = Check(
    name="yaml-boolean",
    options=Options,
    messages={
        "boolean": ("key", "value", "word"),
        "string": ("key", "value", "word"),
        "key": ("key", "value"),
    },
    run=run,
    reads=("front-matter",),
    site=("schema", "yaml"),
    changes=("front-matter",),
)
