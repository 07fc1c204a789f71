"""Front-matter keys that every post must have."""

from collections.abc import Iterator
from typing import Any

from lintpost.checks.common.front_values import fence, words_of
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.front_matter.block import FrontMatter
from lintpost.post.front_matter.mapping_edits import insert_entry
from lintpost.post.front_matter.scalars import written
from lintpost.post.post import Post
from lintpost.site.schema import Schema
from lintpost.site.site import Site


class Options(CheckOptions):
    """`fields` are required beside those of the schema's own ``required``; `by_category` adds more
    for the posts of a category: ``{導入事例: [company, industry]}``.
    """

    fields: tuple[str, ...] = ()
    by_category: dict[str, tuple[str, ...]] = {}
    categories: tuple[str, ...] = ("categories", "category")


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit for each key that is missing, at the opening fence or at the category that asks for it.

    The fix writes the schema's ``const`` or ``default``, at its place in the order.
    """
    front = post.front_matter
    if front is None or front.problems:
        return
    missing = set()
    for key in dict.fromkeys([*options.fields, *(site.schema.required if site.schema else ())]):
        if front.get(key) is None:
            missing.add(key)
            fix = _fix(post, front, site.schema, key)
            yield Hit(*fence(post, front), "post", {"key": key}, fix)
    if not options.by_category:
        return
    for category, node in words_of(post, options.categories).items():
        for key in options.by_category.get(category, ()):
            if front.get(key) is None and key not in missing:
                missing.add(key)
                params = {"key": key, "category": category}
                fix = _fix(post, front, site.schema, key)
                yield Hit(node.start, node.end, "category", params, fix)


def _fix(post: Post, front: FrontMatter, schema: Schema | None, key: str) -> Fix | None:
    wanted = schema.properties.get(key) if schema is not None else None
    if schema is None or not isinstance(wanted, dict) or front.format != "yaml":
        return None
    value = wanted.get("const", wanted.get("default"))
    if value is None or front.root is None:
        return None
    edit = insert_entry(post.source, front.root, key, _yaml(value), schema.key_order)
    return Fix("safe", (edit,)) if edit else None


def _yaml(value: Any) -> str:
    """A value of a schema, which is JSON but for its plain words."""
    if isinstance(value, str):
        return written(value)
    import json

    return json.dumps(value, ensure_ascii=False)


CHECK = Check(
    name="required-key",
    options=Options,
    messages={"post": ("key",), "category": ("category", "key")},
    run=run,
    reads=("front-matter",),
    site=("schema",),
    changes=("front-matter",),
    whole_post=True,
)
