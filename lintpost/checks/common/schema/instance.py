"""Front-matter values as a JSON Schema sees them."""

from datetime import date, datetime
from typing import Any

from lintpost.checks.common.dates.front_matter_dates import parse
from lintpost.post.front_matter.value_node import ValueNode
from lintpost.post.lazy import lazy

_TIME = lazy(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[Tt ]+[0-9]")


def as_json(text: str, node: ValueNode) -> Any:
    """The values as JSON has them: dates as ISO 8601, those too that Ruby reads and PyYAML does not."""
    if node.entries is not None:
        return {entry.key: as_json(text, entry.node) for entry in node.entries}
    if node.items is not None:
        return [as_json(text, item) for item in node.items]
    value = node.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        # "2026-04-02 09:00:00 +0900" without quotes is a time to Jekyll.
        if text[node.start : node.start + 1] not in ("'", '"') and _TIME.match(value):
            moment = parse(value)
            if moment is not None and isinstance(moment.time, datetime):
                return moment.time.isoformat()
        return value
    return value if value is None or isinstance(value, bool | int | float) else str(value)
