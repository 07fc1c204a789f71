"""A Markdown body as the sequence of what a reader sees, to hold two versions of it against each other."""

import json
from typing import Any, NamedTuple

from pyromark import events_with_range

from lintpost.post.markdown.events import OPTIONS

TEXT, CODE = "Text", "CodeText"


class Token(NamedTuple):
    """One event: its kind, what else it says, and its range (bytes of the body, half-open).

    Neighbouring texts and soft line breaks are one ``Text``, whose `detail` is the text.
    """

    kind: str
    detail: str
    start: int
    end: int


def tokens_of(body: str, ignored: frozenset[str] = frozenset()) -> list[Token]:
    """The events of a body (GFM); the starts and ends of `ignored` kinds of inlines are left out, and
    the texts that they part are one.
    """
    found: list[Token] = []
    in_code = False
    events: Any = events_with_range(body, options=OPTIONS)
    for event, place in events:
        start, end = place["start"], place["end"]
        if event == "SoftBreak" or (event.__class__ is dict and TEXT in event):
            text = "\n" if event == "SoftBreak" else event[TEXT]
            kind = CODE if in_code else TEXT
            if found and found[-1].kind == kind:
                last = found[-1]
                found[-1] = Token(kind, last.detail + text, last.start, end)
            else:
                found.append(Token(kind, text, start, end))
            continue
        kind, detail = _read(event)
        in_code = kind == "Start CodeBlock"
        if kind.rpartition(" ")[2] in ignored:
            continue
        found.append(Token(kind, detail, start, end))
    return found


def _read(event: Any) -> tuple[str, str]:
    """An event's kind (``Start Link``, ``Code``…) and the rest of it as JSON."""
    if event.__class__ is str:
        return event, ""
    ((kind, value),) = event.items()
    if kind not in ("Start", "End"):
        return kind, json.dumps(value, ensure_ascii=False)
    if value.__class__ is str:
        return f"{kind} {value}", ""
    ((name, rest),) = value.items()
    return f"{kind} {name}", json.dumps(rest, ensure_ascii=False, sort_keys=True)
