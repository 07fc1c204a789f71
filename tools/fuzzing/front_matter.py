"""Front matter before and after fixes, read by PyYAML, tomllib and json."""

import json
import re
import tomllib
from collections.abc import Iterator, Sequence
from typing import Any

import yaml

from lintpost.post.edit import Edit

_FENCED = re.compile(r"(?s)\A\ufeff?(---|\+\+\+)[ \t]*\n(.*?\n)??\1[ \t]*(?:\n|\Z)")
_KEY = re.compile(
    r"""(?m)^[ \t]*["']?([^\s"':=\[#-][^"':=\n]*?)["']?[ \t]*[:=]|"([^"\n]+)"[ \t]*:"""
)


def values_of(text: str) -> dict[str, Any] | None:
    """The values of a post's front matter; None where there is none, or it cannot be read."""
    try:
        found = _FENCED.match(text)
        if found is None:
            values = json.JSONDecoder().raw_decode(text)[0] if text.startswith("{") else None
        elif found[1] == "---":
            values = yaml.safe_load(found[2] or "")
        else:
            values = tomllib.loads(found[2] or "")
    except (ValueError, OverflowError, yaml.YAMLError, RecursionError, TypeError, AttributeError):
        return None
    return values if isinstance(values, dict) else None


def front_matter_differences(
    before: str, after: str, edits: Sequence[Edit], body: int
) -> Iterator[str]:
    """The keys whose values differ although no edit (code points into `before`) is near them or names them.

    `body` is where the body of `before` begins.
    """
    inside = [edit for edit in edits if edit.start < body]
    old, new = values_of(before), values_of(after)
    if old is None:
        return
    if new is None:
        yield "front matter: can no longer be read"
        return
    changed = {key for key in {**old, **new} if repr(old.get(key, ...)) != repr(new.get(key, ...))}
    near = {key for edit in inside for key in _keys_near(before, edit)}
    near |= {key.strip() for key in near} | {str(_read(key)) for key in near}  # on: is true
    yield from (f"front matter: {key!r} differs" for key in changed if str(key) not in near)


def _read(key: str) -> Any:
    """What a key means without quotation marks."""
    try:
        return yaml.safe_load(key)
    except (ValueError, yaml.YAMLError):
        return key


def _keys_near(text: str, edit: Edit) -> Iterator[str]:
    """The keys in the lines of an edit and in what it writes, and those above up to one without indent."""
    start = text.rfind("\n", 0, edit.start) + 1
    end = text.find("\n", edit.end)
    for found in _KEY.finditer(text[start : end if end >= 0 else len(text)] + "\n" + edit.text):
        yield found[1] or found[2]
    for found in reversed(list(_KEY.finditer(text, 0, start))):
        yield found[1] or found[2]
        if not text[found.start() : found.start() + 1].isspace():
            break
