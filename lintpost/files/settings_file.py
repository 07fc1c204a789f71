"""Reads the YAML files that users write for lintpost, with exact positions of errors."""

from collections.abc import Iterable
from typing import Any, NoReturn, TypeVar

from lintpost.files.settings_error import FilePosition, SettingsError, broken, unknown_word
from lintpost.files.sources import record_file
from lintpost.files.unsaved import unsaved_data
from lintpost.language import Text
from lintpost.post.front_matter.value_node import Entry, Problem, ValueNode
from lintpost.post.front_matter.yaml_tree import parse_yaml
from lintpost.post.source import Source, UnreadablePost, decode, read_source

MAX_BYTES = 20_000_000
"""Largest settings file that is read."""

Word = TypeVar("Word", bound=str)


_PROBLEMS = {
    "colon": Text(
        'a ": " inside a value; put the value in quotes',
        "値の中に「: 」があります。引用符で囲んでください",
    ),
    "tab": Text(
        "a tab; YAML is indented with spaces", "タブがあります。YAMLの字下げは空白で書きます"
    ),
    "unclosed-quote": Text("this quote is never closed", "この引用符が閉じられていません"),
    "unclosed-bracket": Text(
        "this bracket is never closed, or a comma is missing behind it",
        "この括弧が閉じられていないか、途中のカンマが抜けています",
    ),
    "reserved": Text(
        "a value cannot begin with this sign; put it in quotes",
        "値をこの記号で始めることはできません。引用符で囲んでください",
    ),
    "structure": Text(
        "YAML loses the thread here; look at the quotes and the indentation",
        "ここでYAMLの構造が崩れています。引用符と字下げを確かめてください",
    ),
    "tag-value": Text("this is no value of its YAML tag", "YAMLタグの値として読めません"),
    "too-many-digits": Text(
        "a number that is too long; put it in quotes", "数値が長すぎます。引用符で囲んでください"
    ),
}


def _unreadable(problem: Problem) -> Text:
    detail = problem.params.get("detail", problem.key)
    return _PROBLEMS.get(problem.key) or Text(
        f"not valid YAML ({detail})", f"YAMLとして読めません（{detail}）"
    )


def _parsed(source: Source) -> tuple[ValueNode | None, list[Problem], list[Entry]]:
    """The root, problems and duplicate keys of a file. Raises `SettingsError` where the parser breaks."""
    try:
        return parse_yaml(source.text, 0, len(source.text))
    except Exception as error:
        raise broken(source.path, error) from error


def read_settings(path: str) -> Source:
    """The text of a file of at most `MAX_BYTES`, which is recorded. Raises `SettingsError`."""
    try:
        source = read_source(path, MAX_BYTES)
        data = unsaved_data(path)
        if data is not None:
            source = Source(path, decode(path, data), data, source.stat)
    except UnreadablePost as error:
        raise SettingsError(FilePosition(path), error.text) from None
    assert source.stat is not None
    record_file(path, source.stat, source.data)
    return source


class SettingsFile:
    """A settings file as nodes with positions.

    The methods return the value of a node as a type, or raise `SettingsError` at its position.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        root, problems, duplicates = _parsed(source)
        if problems:
            problem = problems[0]
            raise SettingsError(self.position_at(problem.start), _unreadable(problem))
        if duplicates:
            key = duplicates[0]
            raise SettingsError(
                self.position_at(key.start),
                Text(f"`{key.key}` stands twice", f"「{key.key}」が2回書かれています"),
            )
        self.root = root if root is not None else ValueNode({}, 0, 0, entries=[])

    @classmethod
    def read(cls, path: str) -> "SettingsFile":
        """Read a file of at most `MAX_BYTES`. Raises `SettingsError`."""
        return cls(read_settings(path))

    def position_at(self, offset: int) -> FilePosition:
        """Where an offset (code points) lies."""
        return FilePosition(self.source.path, *self.source.location(offset))

    def place(self, node: ValueNode) -> FilePosition:
        """The position at which a node begins."""
        return self.position_at(node.start)

    def fail(self, node: ValueNode, text: Text) -> NoReturn:
        """Raise `SettingsError` at a node."""
        raise SettingsError(self.place(node), text)

    def any_mapping(self, node: ValueNode) -> dict[str, ValueNode]:
        """A mapping with arbitrary keys, as nodes."""
        if node.entries is None:
            self.fail(
                node,
                Text("a mapping (key: value) is needed here", "「キー: 値」の形で書いてください"),
            )
        return {entry.key: entry.node for entry in node.entries}

    def mapping(self, node: ValueNode, known: Iterable[str]) -> dict[str, ValueNode]:
        """A mapping, as nodes; raises at the first key that is not known, with the most similar one."""
        found = self.any_mapping(node)
        known = tuple(known)
        for entry in node.entries or ():
            if entry.key not in known:
                raise SettingsError(
                    self.position_at(entry.start),
                    unknown_word(entry.key, known, Text("key", "キー")),
                )
        return found

    def require(
        self, entries: dict[str, ValueNode], keys: Iterable[str], node: ValueNode | None = None
    ) -> None:
        """Raise if one of the keys is missing."""
        for key in keys:
            if key not in entries:
                self.fail(
                    node or self.root,
                    Text(f"`{key}` is missing", f"「{key}」がありません"),
                )

    def plain_mapping(self, node: ValueNode) -> dict[str, Any]:
        """A mapping as plain values."""
        self.any_mapping(node)
        return dict(node.value)

    def items(self, node: ValueNode) -> list[ValueNode]:
        """The items of a list."""
        if node.items is None:
            self.fail(node, Text("a list is needed here", "リストで書いてください"))
        return node.items

    def string(self, node: ValueNode) -> str:
        """A string."""
        if not isinstance(node.value, str):
            self.fail(
                node,
                Text(
                    "a string is needed here; put it in quotes",
                    "文字列で書いてください（引用符で囲みます）",
                ),
            )
        return node.value

    def strings(self, node: ValueNode) -> list[str]:
        """A list of strings; a single string counts as a list."""
        if isinstance(node.value, str):
            return [node.value]
        return [self.string(item) for item in self.items(node)]

    def whole_number(self, node: ValueNode) -> int:
        """A whole number."""
        if not isinstance(node.value, int) or isinstance(node.value, bool):
            self.fail(node, Text("a whole number is needed here", "整数で書いてください"))
        return node.value

    def boolean(self, node: ValueNode) -> bool:
        """The value as true or false; fails for anything else."""
        if not isinstance(node.value, bool):
            self.fail(
                node, Text("true or false is needed here", "true か false を指定してください")
            )
        return node.value

    def choice(self, node: ValueNode, words: tuple[Word, ...]) -> Word:
        """One of some words; ``off`` may also be unquoted, which YAML reads as false."""
        value = "off" if node.value is False else node.value
        if value not in words:
            # A number may have too many digits to be written.
            is_text = isinstance(node.value, str)
            shown = node.value if is_text else self.source.text[node.start : node.end]
            self.fail(
                node,
                Text(
                    f"`{shown}` is not one of {', '.join(words)}",
                    f"「{shown}」は使えません。{'、'.join(words)} のどれかです",
                ),
            )
        return words[words.index(value)]
