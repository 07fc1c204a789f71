"""Values written as the schema wants them, where that is the same value in another dress."""

from typing import Any
from unicodedata import normalize

from lintpost.checks.common.blocks.list_text import as_list
from lintpost.checks.common.dates.front_matter_dates import parse
from lintpost.checks.common.schema.errors import Violation
from lintpost.checks.contract.hit import Fix
from lintpost.post.edit import Edit
from lintpost.post.front_matter.scalars import quote_value, replace_value
from lintpost.post.front_matter.value_node import ValueNode
from lintpost.post.lazy import lazy
from lintpost.site.fold import fold

_NUMBER = lazy(
    r"\s*(-?[0-9]+(?:\.[0-9]+)?)\s*(?:分|字|文字|円|回|個|件|本|人|min(?:utes?|s)?\.?)?\s*"
)
_JSON_NUMBER = lazy(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_TRUTH = {"true": "true", "yes": "true", "on": "true", "false": "false", "no": "false", "off": "false"}  # fmt: skip


def mended(text: str, node: ValueNode, violation: Violation, *, yaml: bool) -> Fix | None:
    """The fix of a violation in YAML, or else in TOML or JSON; None where it takes an editor to say what was
    meant.

    A number in quotes or with its unit loses them, a number where text belongs gets quotes, a word
    becomes a list of one, an option is spelled as the schema spells it, a date as ISO 8601 does.
    """
    edit: Edit | None = None
    value = node.value
    if violation.keyword == "type":
        edit = _of_type(text, node, violation.wanted, yaml)
    elif violation.keyword == "enum" and isinstance(value, str):
        same = [o for o in violation.wanted if isinstance(o, str) and fold(o) == fold(value)]
        edit = replace_value(text, node, same[0]) if len(same) == 1 else None
    elif violation.keyword == "format" and violation.wanted == ("date",) and isinstance(value, str):
        moment = parse(value)
        if moment is not None and moment.time is None:
            new = moment.day.isoformat()
            is_plain = text[node.start] not in "'\""  # to YAML a plain date is one, too
            edit = Edit(node.start, node.end, new) if is_plain else replace_value(text, node, new)
    return Fix("safe", (edit,)) if edit is not None else None


def _of_type(text: str, node: ValueNode, wanted: tuple[Any, ...], yaml: bool) -> Edit | None:
    value = node.value
    written = text[node.start : node.end]
    if isinstance(value, str) and written[:1] not in ("|", ">"):
        number = _NUMBER.fullmatch(normalize("NFKC", value))
        if number and not (yaml or _JSON_NUMBER.fullmatch(number[1])):
            return None
        if number and ("number" in wanted or ("integer" in wanted and "." not in number[1])):
            return Edit(node.start, node.end, number[1])
        if "boolean" in wanted and value.lower() in _TRUTH:
            return Edit(node.start, node.end, _TRUTH[value.lower()])
        return as_list(text, node, yaml=yaml) if "array" in wanted else None
    single = isinstance(value, bool | int | float) or hasattr(value, "isoformat")
    return quote_value(text, node) if single and "string" in wanted else None
