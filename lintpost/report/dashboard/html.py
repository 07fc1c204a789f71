"""HTML elements whose texts and attributes are always escaped."""

from collections.abc import Iterable
from html import escape

from lintpost.language import Text

_EMPTY = frozenset({"br", "circle", "input", "line", "meta", "path", "polyline", "rect"})
"""Elements that have no content."""


class Markup(str):
    """A string that is HTML already."""

    __slots__ = ()


def element(
    name: str, /, *children: object, **attributes: str | int | float | bool | None
) -> Markup:
    """An element. Of its attributes `class_` and `for_` lose their underscore, others become hyphens; True
    stands for an attribute without a value, None and False for none.

    Children are strings and numbers, which are escaped, `Text` in both languages, `Markup`, None, or iterables of
    these.
    """
    opening = "".join(f" {_name(key)}{_value(value)}" for key, value in attributes.items()
                      if value is not None and value is not False)  # fmt: skip
    if name in _EMPTY:
        return Markup(f"<{name}{opening}/>")
    return Markup(f"<{name}{opening}>{markup(children)}</{name}>")


def markup(child: object) -> Markup:
    """A child of an element as HTML."""
    if child is None:
        return Markup("")
    if isinstance(child, Markup):
        return child
    if isinstance(child, Text):
        return both(child)
    if isinstance(child, str):
        return Markup(escape(child))
    if isinstance(child, int):
        return Markup(f"{child:,}")
    if isinstance(child, Iterable):
        return Markup("".join(map(markup, child)))
    raise TypeError(f"no child of an element: {child!r}")


def both(text: Text) -> Markup:
    """A text in both languages, of which the page shows one."""
    if text.en == text.ja:
        return Markup(escape(text.en))
    return Markup(
        f'<span lang="en">{escape(text.en)}</span><span lang="ja">{escape(text.ja)}</span>'
    )


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _value(value: str | float) -> str:
    return "" if value is True else f'="{escape(str(value))}"'
