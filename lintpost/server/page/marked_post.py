"""A post as an editor reads it: its body rendered, with the findings marked.

HTML of the post is shown as text, links and images lead nowhere: what was pasted must not act on the page.
"""

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from pyromark import events_with_range

from lintpost.post.markdown.events import OPTIONS
from lintpost.post.offsets import Offsets
from lintpost.post.post import Post
from lintpost.server.page.marks import MarkedSpan, Marker

_ELEMENTS = {
    "Paragraph": "p", "BlockQuote": "blockquote", "Item": "li", "Emphasis": "em", "Strong": "strong", "Strikethrough": "del",
    "Table": "table", "TableHead": "tr", "TableRow": "tr", "TableCell": "td", "FootnoteDefinition": "aside",
    "HtmlBlock": "pre", "MetadataBlock": "pre", "DefinitionList": "dl",
}  # fmt: skip


def marked_post(post: Post, spans: Sequence[MarkedSpan]) -> str:
    """The front matter as it is written, then the body as CommonMark renders it."""
    marker = Marker(spans)
    head = post.text[: post.body]
    front = (
        f'<pre class="front-matter">{marker.text(head, 0, post.body)}</pre>' if head.strip() else ""
    )
    return front + _Body(post, marker).html() + marker.rest()


class _Body:
    """Renders the body, event by event."""

    def __init__(self, post: Post, marker: Marker) -> None:
        body = post.text[post.body :]
        self._offsets = Offsets(body, body.encode())
        self._base = post.body
        self._text = post.text
        self._marker = marker
        self._events: Any = events_with_range(body, options=OPTIONS)
        self._open: list[str] = []
        self._pieces: list[str] = []
        self._run = "", 0, 0
        """Text that is not written yet, and its span: the parser splits text at every special character."""

    def html(self) -> str:
        """The whole body."""
        for event, place in self._events:
            start, end = (self._base + self._offsets.point(place[key]) for key in ("start", "end"))
            text: str | None = None
            if "Text" in event:
                text = event["Text"]
            elif event == "SoftBreak":
                text = "\n"
            if text is not None:
                self._add_text(text, start, end)
                continue
            self._end_run()
            if isinstance(event, str):
                self._single(event, None, start, end)
                continue
            ((kind, value),) = event.items()
            if kind == "Start":
                self._start(value, start)
            elif kind == "End":
                self._pieces.append(self._open.pop())
            else:
                self._single(kind, value, start, end)
        self._end_run()
        return "".join(self._pieces)

    def _add_text(self, text: str, start: int, end: int) -> None:
        before, first, last = self._run
        if last == start and len(text) == end - start and len(before) == last - first:
            self._run = before + text, first, end
        else:
            self._end_run()
            self._run = text, start, end

    def _end_run(self) -> None:
        text, start, end = self._run
        if text:
            self._pieces.append(self._marker.text(text, start, end))
        self._run = "", 0, 0

    def _start(self, tag: Any, start: int) -> None:
        name = tag if isinstance(tag, str) else next(iter(tag))
        opening, closing = self._tags(name, {} if isinstance(tag, str) else tag[name])
        self._pieces.append(self._marker.before(start) + opening)
        self._open.append(closing)

    def _tags(self, name: str, value: Any) -> tuple[str, str]:
        if name == "Heading":
            element = f"h{value['level'][1:]}"
            return f"<{element}>", f"</{element}>"
        if name == "List":
            return ("<ul>", "</ul>") if value is None else (f'<ol start="{int(value)}">', "</ol>")
        if name == "CodeBlock":
            return "<pre><code>", "</code></pre>"
        if name == "Link":
            return f'<span class="link" title="{escape(value["dest_url"])}">', "</span>"
        if name == "Image":
            return f'<span class="image" title="{escape(value["dest_url"])}">🖼 ', "</span>"
        element = _ELEMENTS.get(name, "div")
        return f"<{element}>", f"</{element}>"

    def _single(self, kind: str, value: str | None, start: int, end: int) -> None:
        made: dict[str, Callable[[], str]] = {
            "HardBreak": lambda: "<br>",
            "Rule": lambda: self._marker.before(start) + "<hr>",
            "Code": lambda: f"<code>{self._code(value or '', start, end)}</code>",
            "FootnoteReference": lambda: (
                f"<sup>{self._marker.text(f'[{value}]', start, end)}</sup>"
            ),
            "TaskListMarker": lambda: "☑ " if self._text[start:end].strip("[] ") else "☐ ",
        }
        raw = self._marker.text
        self._pieces.append(
            made[kind]()
            if kind in made
            else f'<code class="raw">{raw(value or "", start, end)}</code>'
        )

    def _code(self, value: str, start: int, end: int) -> str:
        """A code span without its backticks; where its text stands otherwise in the file, marked as a whole."""
        inner = self._text.find(value, start, end)
        if inner < 0:
            return self._marker.text(value, start, end)
        return self._marker.text(value, inner, inner + len(value))
