"""Figures that YAML reads as another number than is written, or as a time of day in seconds."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

from lintpost.checks.common.yaml.scalars import Scalar, scalars, schema_types
from lintpost.checks.contract.check import Check, by_option
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.front_matter.scalars import quote_value
from lintpost.post.post import Post
from lintpost.site.site import Site

_ZERO_FIRST = r"[-+]?0[0-9]+"
_VERSION = r"(?i)(?:^|[_-])ver(?:sion)?$"
_TEXT = ("title", "slug", "name", "subtitle", "description", "excerpt", "summary")


class Options(CheckOptions):
    """`report`: figures, or times such as 12:30. `lists`: keys of lists whose items another rule
    looks at (tags/type).
    """

    report: Literal["number", "time"] = "number"
    lists: tuple[str, ...] = ("tags", "categories", "topics")


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """Each plain value that loses something when it is read."""
    for scalar in scalars(post):
        if not scalar.plain or (scalar.in_list and scalar.top in options.lists):
            continue
        node = scalar.node
        written = post.text[node.start : node.end]
        key, value = _trap(scalar, written)
        if not key or (options.report == "time") is not (key == "time"):
            continue
        types = schema_types(site, scalar.key)
        fix = None
        if not {"integer", "number"} & set(types):
            fix = Fix("safe", (quote_value(post.text, node),))
        elif value == written or key == "version":
            continue
        params = {"key": scalar.key, "written": written, "value": value}
        yield Hit(node.start, node.end, key, params, fix)


def _trap(scalar: Scalar, written: str) -> tuple[str, str]:
    """What kind of trap a value is ("" for none), and what it is read as."""
    value = scalar.node.value
    kind = value.__class__
    if kind is str:
        # "08" is text to one reader and 8 to another, and its neighbour "07" is 7 to both.
        return ("zero", written.lstrip("+-0")) if re.fullmatch(_ZERO_FIRST, written) else ("", "")
    if isinstance(value, date):
        named = scalar.key in _TEXT or re.search(_VERSION, scalar.key)
        return ("date", written) if named and not scalar.in_list else ("", "")
    if kind not in (int, float):
        return "", ""
    if ":" in written:
        return "time", str(value)
    if re.fullmatch(_ZERO_FIRST, written):
        return "zero", str(value)
    read = repr(value)
    if kind is float and re.search(_VERSION, scalar.key):
        return ("version", read) if read == written else ("number", read)
    same = read == written.lstrip("+") or written.lstrip("+-")[:1] == "." or "inf" in read
    return ("", "") if same or "nan" in read else ("number", read)


CHECK = Check(
    name="yaml-number",
    options=Options,
    messages=by_option(
        "report",
        {
            "number": {
                "number": ("key", "value", "written"),
                "zero": ("key", "value", "written"),
                "version": ("key", "value", "written"),
                "date": ("key", "value", "written"),
            },
            "time": {"time": ("key", "value", "written")},
        },
    ),
    run=run,
    reads=("front-matter",),
    site=("schema",),
    changes=("front-matter",),
)
