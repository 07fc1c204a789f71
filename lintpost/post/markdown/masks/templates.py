"""Liquid and Jinja tags, Hugo shortcodes, and the bodies of those that hold code or data.

A tag ends at the first mark that closes it, and before the next tag of its kind opens. One that is
never closed is text, as it is to every renderer that does not stop there.
"""

from bisect import bisect_left
from collections.abc import Iterator

from lintpost.post.lazy import lazy_bytes
from lintpost.post.markdown.masks.searched_text import SearchedText
from lintpost.post.markdown.masks.spans import Mask, Span

CODE_SHORTCODES = frozenset(
    [
        "abc", "asciinema", "chart", "chartjs", "code", "code-toggle", "codeblock", "comment", "css",
        "csv-table", "d2", "ditaa", "dot", "echarts", "flowchart", "geojson", "gist", "goat", "graphviz",
        "highlight", "html", "javascript", "js", "json", "katex", "kroki", "latex", "markmap", "math",
        "mathjax", "mermaid", "noformat", "output", "plantuml", "prettify", "puml", "raw", "raw-html", "rawhtml",
        "schema", "script", "shell", "style", "stylesheet", "svg", "tex", "topojson", "uml", "vega",
        "vega-lite", "verbatim", "wavedrom",
    ]
)  # fmt: skip
"""Shortcodes of Hugo and blocks of Liquid, Jinja, Nunjucks and Tera that hold code or data."""

_OPENER = lazy_bytes(rb"\{(?=[{%#])")
# What opens, what closes it, and whether it may go on after a blank line.
_FORMS = (
    (b"{{<", b">}}", True),
    (b"{{%", b"%}}", True),
    (b"{{{", b"}}}", False),
    (b"{{", b"}}", False),
    (b"{%", b"%}", False),
    (b"{# ", b"#}", True),
)
_VARIABLE = lazy_bytes(rb"\{\{(?![<%{])")
_NAME = lazy_bytes(
    rb"(?P<open>\{\{[<%]|\{%)-?[ \t\r\n]*(?P<name>[A-Za-z][A-Za-z0-9_-]*)(?P<call>[ \t]*\()?"
)
_BLANK_LINE = lazy_bytes(rb"\n[ \t\r]*\n")


def may_hold(data: bytes) -> bool:
    """Whether a body may hold a template tag."""
    return b"{" in data


def masks(text: SearchedText) -> Iterator[Mask]:
    """Every tag, with its body where that is code."""
    names = CODE_SHORTCODES | text.syntax.code_shortcodes
    closers = _Closers(text.source)
    after = 0
    for match in _OPENER.finditer(text.source):
        at = match.start()
        if at < after or text.is_in_code(at):
            continue
        is_text = text.is_text(at)
        if not is_text and not text.is_in_html(at):
            continue  # inline code, or a link's destination
        end = _tag_end(text.source, at, blank_lines=text.syntax.kramdown)
        if end < 0:
            continue
        body_end = _body_end(text.source, at, end, names, closers)
        if is_text or body_end > end:
            after = max(end, body_end)
            # What a variable holds is a word of its sentence; a tag may print nothing.
            is_word = _VARIABLE.match(text.source, at) and not text.is_alone(at, after)
            yield Mask(at, after, "word" if is_word else "markup")


def _tag_end(source: bytes, at: int, *, blank_lines: bool) -> int:
    """Where the tag that opens at a byte ends; -1 where it does not.

    `blank_lines`: any tag may go on after one, as Jekyll's Liquid lets it.
    """
    for opener, closer, may_go_on in _FORMS:
        if not source.startswith(opener, at):
            continue
        begin = at + len(opener)
        limit = source.find(opener, begin)
        close = source.find(closer, begin, limit if limit >= 0 else len(source))
        if close < 0 or (
            not (blank_lines or may_go_on) and _BLANK_LINE.search(source, begin, close)
        ):
            return -1
        return close + len(closer)
    return -1


def _body_end(source: bytes, at: int, end: int, names: frozenset[str], closers: "_Closers") -> int:
    """Where a tag's body of code ends with its closing tag; -1 for a tag without such a body."""
    tag = _NAME.match(source, at, end)
    if tag is None or tag["name"].decode() not in names or source.startswith(b"/>}}", end - 4):
        return -1
    name, is_liquid = tag["name"], tag["open"] == b"{%"
    if is_liquid:
        word = rb"end_?" + name + (rb"|end" if tag["call"] else rb"")
        pattern = rb"\{%-?\s*(?:" + word + rb")\s*-?%\}"
    else:
        pattern = rb"\{\{[<%]\s*/\s*" + name + rb"\s*[>%]\}\}"
    return closers.after(pattern, end)


class _Closers:
    """The closing tags of a body, each kind looked for once."""

    def __init__(self, source: bytes) -> None:
        self._source = source
        self._found: dict[bytes, list[Span]] = {}

    def after(self, pattern: bytes, at: int) -> int:
        """The end of the first tag that begins at or behind a byte; -1 for none."""
        if pattern not in self._found:
            found = lazy_bytes(pattern).finditer(self._source)
            self._found[pattern] = [match.span() for match in found]
        spans = self._found[pattern]
        index = bisect_left(spans, (at, 0))
        return spans[index][1] if index < len(spans) else -1
