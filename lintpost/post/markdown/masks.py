"""Spans of a Markdown body that a Markdown parser takes for text although they are not prose.

These are Liquid and Jinja tags, Hugo shortcodes, kramdown's attribute lists, extensions and math,
directive fences (``:::``), and in MDX imports, exports and expressions.
"""

import re

from lintpost.post.lazy import lazy

_TEMPLATE = lazy(
    r"\{%-?\s*(highlight|raw|comment|mermaid)\b.*?\{%-?\s*end\1\s*-?%\}"  # a block whose body is code or raw text
    r"|\{%.*?%\}"
    r"|\{\{.*?\}\}",
    re.DOTALL,
)
_ATTRIBUTES = lazy(r"\{::?[^}\n]*\}|\{#[\w:-]+\}")
_EXTENSION = lazy(r"\{::(comment|nomarkdown)\}.*?\{:/\1\}", re.DOTALL)
_MATH = lazy(r"\$\$.+?\$\$", re.DOTALL)
_DIRECTIVE = lazy(r"^[ \t>]*:{3,}.*$", re.MULTILINE)
_MDX_MODULE = lazy(
    r"^(?:import\s[^\n]*?[\"'][^\n]*|import\s*\{[^}]*\}\s*from[^\n]*|export\s[^\n]*(?:\n[ \t}\])][^\n]*)*)$",
    re.MULTILINE,
)
_MDX_EXPRESSION = lazy(r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}")


def may_be_masked(data: bytes) -> bool:
    """Whether a body (UTF-8, not MDX) may contain anything to mask. Searches single bytes, for speed."""
    return b"{" in data or (b"$" in data and b"$$" in data) or (b":" in data and b":::" in data)


def masked(text: str, start: int, *, mdx: bool) -> list[tuple[int, int]]:
    """The masked spans from an offset on: sorted, not overlapping, in code points, half-open."""
    patterns = []
    if "{" in text:
        if mdx:
            patterns += [_MDX_EXPRESSION]
        if "{%" in text or "{{" in text:
            patterns.append(_TEMPLATE)
        if "{:" in text or "{#" in text:
            patterns += [_EXTENSION, _ATTRIBUTES]
    if mdx:
        patterns.append(_MDX_MODULE)
    if "$$" in text:
        patterns.append(_MATH)
    if ":::" in text:
        patterns.append(_DIRECTIVE)
    spans = sorted(match.span() for pattern in patterns for match in pattern.finditer(text, start))
    merged: list[tuple[int, int]] = []
    for first, last in spans:
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


def subtract(start: int, end: int, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts of the span `start` to `end` that are outside of some sorted spans."""
    rest = []
    for first, last in spans:
        if last <= start:
            continue
        if first >= end:
            break
        if first > start:
            rest.append((start, first))
        start = max(start, last)
    if start < end:
        rest.append((start, end))
    return rest
