"""Completion items."""

from typing import Any, Literal

from lintpost.server.documents.positions import Positions

Item = dict[str, Any]

KINDS = {"key": 10, "value": 12, "tag": 20, "name": 21, "rule": 14}
"""LSP's kinds for what is completed here: property, value, member of an enumeration, constant, keyword."""


def item(
    kind: Literal["key", "value", "tag", "name", "rule"],
    label: str,
    span: tuple[int, int],
    positions: Positions,
    *,
    new: str | None = None,
    typed: str | None = None,
    detail: str = "",
    documentation: str = "",
) -> Item:
    """An item that replaces a span. `new` is what it writes, `typed` what it is chosen by; both are the label by
    default.
    """
    found: Item = {
        "label": label,
        "kind": KINDS[kind],
        "textEdit": {
            "range": positions.range(*span),
            "newText": label if new is None else new,
        },
        "filterText": label if typed is None else typed,
    }
    if detail:
        found["detail"] = detail
    if documentation:
        found["documentation"] = {"kind": "markdown", "value": documentation}
    return found


def in_order(items: list[Item]) -> list[Item]:
    """Items that a client shows in this order."""
    return [{**one, "sortText": f"{index:05}"} for index, one in enumerate(items)]
