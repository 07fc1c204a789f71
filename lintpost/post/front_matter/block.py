"""The front matter of a post: YAML between ``---``, TOML between ``+++``, or a JSON object."""

import re
from typing import TYPE_CHECKING, Any, Literal

from lintpost.post.front_matter.value_node import Entry, Problem, ValueNode
from lintpost.post.lazy import lazy
from lintpost.post.source import BOM

if TYPE_CHECKING:
    from lintpost.post.front_matter.yaml_tree import YamlVersion

Format = Literal["yaml", "toml", "json"]

# Jekyll's own pattern lets spaces follow the fence and lets "..." close it:
# https://github.com/jekyll/jekyll/blob/master/lib/jekyll/document.rb (YAML_FRONT_MATTER_REGEXP)
_OPEN = lazy(r"(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)")
_CLOSE_YAML = lazy(r"\n(?:---|\.\.\.)[ \t]*(?=\n|\Z)")
_CLOSE_TOML = lazy(r"\n\+\+\+[ \t]*(?=\n|\Z)")
_JSON_OPEN = lazy(r'\{\s*(?:"|\}\s*(?:\n|\Z))')
_LINE_END = lazy(r"[ \t]*(?:\r\n|\r|\n)?")
_YAML_LINE = lazy(r"[ \t]*(?:#|-[ \t]|[^\s:#][^:\n]*:(?:[ \t\r]|$))|[ \t]+\S|\s*$")
_BLANK_LINES = lazy("(?:[ \\t\u00a0\u200b\u3000\ufeff]*(?:\\r\\n|\\r|\\n))+")
_CARRIAGE_ONLY = lazy(r"\r(?!\n)")


class FrontMatter:
    """The block at the top of a post.

    `start` and `end` enclose the block with its fences, `inner_start` and `inner_end` the lines
    between the fences; `body` is where the text of the post begins. All are code points into the
    whole file. `root` is None if the block is empty or cannot be parsed; then `problems` says why.
    `duplicates` are the entries whose key occurred before in the same mapping.
    """

    __slots__ = (
        "body", "duplicates", "end", "format", "inner_end", "inner_start", "problems", "root",
        "start",
    )  # fmt: skip

    def __init__(self, format: Format, start: int, inner_start: int, inner_end: int, end: int):
        self.format: Format = format
        self.start = start
        self.inner_start = inner_start
        self.inner_end = inner_end
        self.end = end
        self.body = end
        self.root: ValueNode | None = None
        self.problems: list[Problem] = []
        self.duplicates: list[Entry] = []

    def get(self, key: str) -> Entry | None:
        """The entry of a top-level key, or of one inside a mapping (``taxonomies.tags``); None if there is none."""
        if self.root is None:
            return None
        entry = self.root.get(key)
        if entry is None and "." in key:
            outer, _, inner = key.partition(".")
            mapping = self.root.get(outer)
            return mapping.node.get(inner) if mapping is not None else None
        return entry

    def text(self, key: str) -> str | None:
        """The value of a top-level key; None if there is none or it is not a string."""
        entry = self.get(key)
        return entry.node.value if entry and isinstance(entry.node.value, str) else None

    @property
    def values(self) -> dict[str, Any]:
        """The block as plain values; empty if it could not be parsed."""
        return self.root.value if self.root is not None and self.root.entries is not None else {}


def parse_front_matter(text: str, version: "YamlVersion" = "1.1") -> FrontMatter | None:
    """Find and parse the front matter of a file; None if there is none. `version` is that of YAML.

    A block behind blank lines counts where it can be read: front-matter/missing says what is wrong.
    """
    start = len(BOM) if text.startswith(BOM) else 0
    blank = _BLANK_LINES.match(text, start)
    if blank is None:
        return _at(text, start, version)
    front = _at(text, blank.end(), version)
    return front if front is not None and front.values and not front.problems else None


def _at(text: str, start: int, version: "YamlVersion") -> FrontMatter | None:
    """The front matter that begins at `start`, at the beginning of a line."""
    opening = _OPEN.match(text, start)
    if opening is None:
        if _JSON_OPEN.match(text, start):
            return _json(text, start)
        return None
    toml = opening[1] == "+++"
    # The patterns look for "\n" only; a lone "\r", which also ends a line, is replaced at equal length.
    lines = text
    if "\r" in text:
        lines = _CARRIAGE_ONLY.sub("\n", text).replace("\r\n", " \n")
    closing = (_CLOSE_TOML if toml else _CLOSE_YAML).search(lines, opening.end() - 1)
    if closing is None:
        return _unclosed(text, lines, start, opening.end(), "toml" if toml else "yaml")
    end = _line_end(text, closing.end())
    inner_end = closing.start() + 1
    front = FrontMatter("toml" if toml else "yaml", start, opening.end(), inner_end, end)
    if toml:
        front.root, front.problems = parse_toml_block(text, front.inner_start, front.inner_end)
    else:
        _read_yaml(front, text, version)
    return front


def parse_toml_block(text: str, start: int, end: int) -> tuple[ValueNode | None, list[Problem]]:
    """Parse TOML (see `parse_toml`); its module is imported only by posts that need it."""
    from lintpost.post.front_matter.toml_tree import parse_toml

    return parse_toml(text, start, end)


def _read_yaml(front: FrontMatter, text: str, version: "YamlVersion") -> None:
    from lintpost.post.front_matter.yaml_tree import parse_yaml

    root, front.problems, front.duplicates = parse_yaml(
        text, front.inner_start, front.inner_end, version
    )
    if root is not None and root.entries is None:
        front.problems = [Problem(root.start, root.end, "not-a-mapping", {})]
    else:
        front.root = root


def _json(text: str, start: int) -> FrontMatter:
    from lintpost.post.front_matter.json_tree import parse_json

    root, end, problems, duplicates = parse_json(text, start)
    if problems:
        # A block that cannot be parsed ends at the first line with nothing but a closing brace.
        close = re.compile(r"^\}[ \t]*\r?$", re.MULTILINE).search(text, start)
        end = close.end() if close else len(text)
    end = _line_end(text, end)
    front = FrontMatter("json", start, start, end, end)
    front.root, front.problems, front.duplicates = root, problems, duplicates
    return front


def _unclosed(text: str, lines: str, start: int, inner: int, format: Format) -> FrontMatter | None:
    """A fence without a closing fence. A lone ``---`` above prose is a thematic break instead."""
    end = inner
    for line in lines[inner:].split("\n"):
        if not line.strip() or (not _YAML_LINE.match(line) and "=" not in line):
            break
        end += len(line) + 1
    if end == inner:
        return None
    end = min(end, len(text))
    front = FrontMatter(format, start, inner, end, end)
    front.problems = [Problem(start, start + 3, "unclosed", {"fence": text[start : start + 3]})]
    return front


def _line_end(text: str, at: int) -> int:
    match = _LINE_END.match(text, at)
    return match.end() if match else at
