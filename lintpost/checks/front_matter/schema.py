"""Front matter against the house's JSON Schema (2020-12)."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from lintpost.checks.common.front_values import fence
from lintpost.checks.common.schema.instance import as_json
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.front_matter.block import FrontMatter
from lintpost.post.front_matter.value_node import ValueNode
from lintpost.post.post import Post
from lintpost.site.plain_schema import certainly_valid
from lintpost.site.schema import Schema
from lintpost.site.site import Site

if TYPE_CHECKING:
    from lintpost.checks.common.schema.errors import Violation


class Options(CheckOptions):
    """The schema is the site's. `lists`: keys whose being a list of different strings is checked by
    rules of their own (tags/type, tags/duplicate) and not said twice.
    """

    lists: tuple[str, ...] = ("tags", "categories")


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """Each violation at the very value; missing and unknown top-level keys have their own rules."""
    front, schema = post.front_matter, site.schema
    if front is None or front.root is None or schema is None:
        return
    if certainly_valid(schema.data, front.root.value):
        return
    # Most posts are valid: the words for what is not are imported when they are needed.
    from lintpost.checks.common.schema.errors import violations

    instance = as_json(post.text, front.root)
    for error in schema.validator.iter_errors(instance):
        for violation in violations(error, schema.data):
            if not _said_elsewhere(violation, schema, options):
                yield _hit(post, front, front.root, violation)


def _said_elsewhere(violation: "Violation", schema: Schema, options: Options) -> bool:
    """Whether another rule reports it: front-matter/required, unknown-key, tags/type…"""
    path, keyword = violation.path, violation.keyword
    if not path:
        if keyword == "required":
            return violation.params["key"] in schema.required
        return keyword == "additionalProperties" and (
            schema.data.get("additionalProperties") is False
        )
    return path[0] in options.lists and keyword in ("type", "uniqueItems")


def _hit(post: Post, front: FrontMatter, root: ValueNode, violation: "Violation") -> Hit:
    node = root.at(violation.path)
    places = [entry for key in violation.keys if (entry := node.get(key)) is not None]
    if violation.message == "unknown" and places:
        return Hit(places[0].start, places[0].end, violation.message, violation.params)
    if places and violation.message == "required-when":
        node = places[0].node
    elif not violation.path:
        return Hit(*fence(post, front), violation.message, violation.params)
    if isinstance(node.value, date):
        violation.params["value"] = post.text[node.start : node.end]
    from lintpost.checks.common.schema.fixes import mended

    fix = mended(post.text, node, violation, yaml=front.format == "yaml")
    return Hit(node.start, node.end, violation.message, violation.params, fix)


CHECK = Check(
    name="front-matter-schema",
    options=Options,
    messages={
        "type": ("path", "type", "value"),
        "enum": ("options", "path", "value"),
        "const": ("expected", "path", "value"),
        "unique": ("path",),
        "required": ("key", "path"),
        "missing": ("key",),
        "required-when": ("condition", "key", "path", "value"),
        "one-of": ("key", "path"),
        "unknown": ("key", "path", "value"),
        "minimum": ("limit", "path", "value"),
        "maximum": ("limit", "path", "value"),
        "exclusiveMinimum": ("limit", "path", "value"),
        "exclusiveMaximum": ("limit", "path", "value"),
        "multipleOf": ("limit", "path", "value"),
        "minLength": ("count", "limit", "path"),
        "maxLength": ("count", "limit", "path"),
        "minItems": ("count", "limit", "path"),
        "maxItems": ("count", "limit", "path"),
        "minProperties": ("count", "limit", "path"),
        "maxProperties": ("count", "limit", "path"),
        "pattern": ("path", "value", "wanted"),
        "format": ("path", "value", "wanted"),
        "contains": ("path",),
        "not": ("path", "value"),
        "falseSchema": ("path",),
        "alternatives": ("path", "value"),
        "ambiguous": ("path", "value"),
        "other": ("detail", "path"),
    },
    run=run,
    reads=("front-matter",),
    site=("schema",),
    requires="schema",
    changes=("front-matter",),
)
