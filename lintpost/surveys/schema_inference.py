"""Infers a JSON Schema for the front matter from the posts of a site.

What it proposes accepts every post that it was made from.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from itertools import combinations
from os.path import commonprefix
from typing import Any, NamedTuple

from lintpost.checks.common.dates.front_matter_dates import parse
from lintpost.checks.common.schema.instance import as_json
from lintpost.post.post import Post
from lintpost.site.schema import compiled

_TYPE_SHARE = 0.95
"""Share of a key's values of common types; values of the other types are named, as they may be slips."""
_MAX_ENUM = 12
"""Number of distinct words up to which a key gets an ``enum``."""
_MIN_PREFIX = 4
"""Length in characters from which a common beginning of addresses becomes a ``pattern``."""
_OPEN_KEYS = ("title", "description", "excerpt", "summary", "slug", "permalink")
"""Keys whose values are never a closed list."""


class KeyFacts(NamedTuple):
    """One key: how many posts have it, and its proposed schema.

    `low` and `high` are the least and the greatest of its numbers (None: no numbers); `odd` lists the
    posts whose value is of a rare type, with that value.
    """

    key: str
    posts: int
    schema: dict[str, Any]
    low: float | None
    high: float | None
    odd: list[tuple[str, Any]]


class InferredSchema(NamedTuple):
    """The proposal: number of posts with front matter, keys in their usual order, required keys.

    `unordered` counts the posts whose keys stand in another order.
    """

    posts: int
    keys: list[KeyFacts]
    required: list[str]
    unordered: int


class _Value(NamedTuple):
    """A value of a key in one post: as parsed, and as the schema sees it."""

    path: str
    value: Any
    instance: Any


def infer_schema(posts: Iterable[Post], required_percent: int) -> InferredSchema:
    """Infer types, enums and common beginnings from the front matter of posts.

    A key is required if at least `required_percent` % of the posts have it.
    """
    values: dict[str, list[_Value]] = defaultdict(list)
    before: Counter[tuple[str, str]] = Counter()
    orders: Counter[tuple[str, ...]] = Counter()
    for post in posts:
        front = post.front_matter
        if front is None or front.problems:
            continue
        entries = {entry.key: entry for entry in (front.root.entries or () if front.root else ())}
        orders[tuple(entries)] += 1
        for key, entry in entries.items():
            node = entry.node
            values[key].append(_Value(post.path, node.value, as_json(post.text, node)))
    for order, count in orders.items():
        for pair in combinations(order, 2):
            before[pair] += count
    total = orders.total()
    by_posts = sorted(values, key=lambda key: -len(values[key]))
    keys = [_facts(key, values[key]) for key in _ordered(by_posts, before)]
    required = [f.key for f in keys if f.posts * 100 >= total * required_percent]
    rank = {f.key: index for index, f in enumerate(keys)}
    unordered = sum(
        count
        for order, count in orders.items()
        if list(order) != sorted(order, key=rank.__getitem__)
    )
    return InferredSchema(total, keys, required, unordered)


def _ordered(keys: list[str], before: Counter[tuple[str, str]]) -> list[str]:
    """Insert each key where it contradicts the order in the fewest posts, frequent keys first.

    `before` counts, for each pair of keys, the posts that have the first before the second.
    """
    order: list[str] = []
    for key in keys:
        costs = [
            sum(before[key, other] for other in order[:at])
            + sum(before[other, key] for other in order[at:])
            for at in range(len(order) + 1)
        ]
        # On a tie the last place: a key that never occurs together with another goes behind it.
        at = max(index for index, cost in enumerate(costs) if cost == min(costs))
        order.insert(at, key)
    return order


def _facts(key: str, values: list[_Value]) -> KeyFacts:
    filled = [one for one in values if one.value is not None]
    kinds = Counter(_kind(one.value) for one in filled)
    common: set[str] = set()
    covered = 0
    for kind, count in kinds.most_common():
        if covered >= _TYPE_SHARE * len(filled):
            break
        common.add(kind)
        covered += count
    odd = [(one.path, one.value) for one in filled if _kind(one.value) not in common]
    numbers = [one.value for one in filled if _kind(one.value) in ("integer", "number")]
    schema = _of_kinds(key, set(kinds), [one.value for one in filled])
    if len(filled) < len(values):
        schema = _or_null(schema)
    schema = _accepting(schema, [one.instance for one in values])
    return KeyFacts(
        key, len(values), schema, min(numbers, default=None), max(numbers, default=None), odd
    )


def _of_kinds(key: str, kinds: set[str], values: list[Any]) -> dict[str, Any]:
    """The schema of values of some kinds, none of them null."""
    if kinds == {"integer", "number"}:
        kinds = {"number"}
    if len(kinds) == 1:
        return _of_kind(key, next(iter(kinds)), values)
    if kinds <= {"string", "date", "time"} and all(map(parse, values)):
        return {}  # dates, which front-matter/date reads as the generators do
    return {"type": sorted({"string" if kind in ("date", "time") else kind for kind in kinds})}


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema with null allowed in so many words: front-matter/empty takes it for meant, then."""
    if "const" in schema:
        return {"enum": [schema["const"], None]}
    if "enum" in schema:
        return {"enum": [*schema["enum"], None]}
    types = schema.get("type") or "string"
    return {**schema, "type": [*([types] if isinstance(types, str) else types), "null"]}


def _accepting(schema: dict[str, Any], instances: list[Any]) -> dict[str, Any]:
    """The schema if it accepts all values, else one of their types alone."""
    types = sorted({"null" if value is None else _kind(value) for value in instances})
    for candidate in (schema, {"type": types[0] if len(types) == 1 else types}):
        validator = compiled(candidate, {})
        try:
            if all(map(validator.is_valid, instances)):
                return candidate
        except ValueError:  # not a number, infinity: JSON has no such values
            break
    return {}


def _kind(value: Any) -> str:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "integer"
    if isinstance(value, float):
        return "number"
    if isinstance(value, datetime):
        return "time"
    if isinstance(value, date):
        return "date"
    if isinstance(value, list | dict):
        return "array" if isinstance(value, list) else "object"
    return "string"


def _of_kind(key: str, kind: str, values: list[Any]) -> dict[str, Any]:
    if kind == "date":
        return {"format": "date"}
    if kind == "time":
        return {"format": "date-time"} if all(v.tzinfo for v in values) else {}
    if kind == "string":
        return _of_strings(key, values)
    if kind == "array":
        items = [item for value in values for item in value]
        kinds = {_kind(item) for item in items}
        if kinds == {"object"}:
            return {"type": "array", "items": _of_mappings(items)}
        if kinds == {"string"}:
            return {"type": "array", "items": {"type": "string"}}
        return {"type": "array"}
    if kind == "object":
        return _of_mappings(values)
    if kind == "boolean" and len(values) > 4 and len(set(values)) == 1:
        return {"type": "boolean"}
    return {"type": kind}


def _of_mappings(values: list[dict[str, Any]]) -> dict[str, Any]:
    """The schema of mappings; keys that all of them have are required."""
    always = [key for key in values[0] if all(key in value for value in values)] if values else []
    return {"type": "object", "required": always} if always else {"type": "object"}


def _of_strings(key: str, values: list[str]) -> dict[str, Any]:
    counts = Counter(values)
    if all(parse(value) for value in values):
        return {}  # dates, which front-matter/date reads as the generators do
    if (
        key not in _OPEN_KEYS
        and len(values) >= max(5, 3 * len(counts))
        and len(counts) <= _MAX_ENUM
    ):
        words = [word for word, _ in counts.most_common()]
        return {"const": words[0]} if len(words) == 1 else {"enum": words}
    prefix = commonprefix(values)  # noqa: RUF071  # URLs, not paths; cut at a slash below
    prefix = prefix[: prefix.rfind("/") + 1]
    if len(values) > 2 and len(prefix) >= _MIN_PREFIX and prefix.isascii():
        escaped = prefix.replace(".", r"\.")
        return {"type": "string", "pattern": f"^{escaped}"}
    if len(values) > 2 and all(value.startswith(("https://", "http://")) for value in values):
        return {"type": "string", "format": "uri"}
    return {"type": "string"}
