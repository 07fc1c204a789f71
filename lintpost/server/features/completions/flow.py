"""Where in brackets and braces something is being typed: YAML's flow style, and TOML's lists and tables."""

from typing import NamedTuple


class FlowPlace(NamedTuple):
    """The innermost bracket or brace that is open: `opener`, "" where all are closed.

    `keys` lead to what is typed, its own key with it; `has_key`: it is the value of that. `start` is where it
    begins in the text, and `items` are the items, or the keys, before it in the same bracket.
    """

    opener: str
    keys: tuple[str, ...]
    has_key: bool
    start: int
    items: tuple[str, ...]


class _Level:
    """One open bracket, brace, or the text around all."""

    def __init__(self, opener: str) -> None:
        self.opener = opener
        self.key = ""
        self.items: list[str] = []


def flow_place(text: str) -> FlowPlace:
    """The place at the end of a text, which begins outside of all brackets."""
    levels = [_Level("")]
    quote = ""
    start = 0
    for at, char in enumerate(text):
        level = levels[-1]
        if quote:
            quote = "" if char == quote else quote
        elif char in "\"'" and not text[start:at].strip():
            quote = char
        elif char in "[{":
            levels.append(_Level(char))
            start = at + 1
        elif char in "]}":
            if len(levels) > 1:
                levels.pop()
            start = at + 1
        elif char == "," and level.opener:
            word = level.key if level.opener == "{" else bare(text[start:at])
            level.items += [word] if word else []
            level.key = ""
            start = at + 1
        elif level.opener == "{" and (char == "=" or text[at : at + 2] in (": ", ":")):
            level.key = bare(text[start:at])
            start = at + 1
    start += len(text[start:]) - len(text[start:].lstrip())
    inner = levels[-1]
    keys = tuple(level.key for level in levels if level.key)
    return FlowPlace(inner.opener, keys, bool(inner.key), start, tuple(inner.items))


def bare(word: str) -> str:
    """A word without its quotes and the spaces around it."""
    return word.strip().strip("\"'").strip()
