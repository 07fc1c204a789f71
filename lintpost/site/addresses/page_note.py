"""What the address of a page depends on: its front matter, in short."""

from typing import Any, NamedTuple

from lintpost.post.front_matter.block import FrontMatter, parse_front_matter
from lintpost.post.front_matter.yaml_tree import YamlVersion

_ALIAS_KEYS = ("aliases", "redirect_from")
_MOST_ALIASES = 20
_LONGEST = 200
"""Characters of a value that is noted: facts are small."""


class PageNote(NamedTuple):
    """Values of a page's front matter. Dates are as they are written.

    `permalink` (Jekyll), `url` (Hugo) and `path` (Zola) are whole addresses; `aliases` are old addresses; `draft` is ``draft: true`` or
    ``published: false``; `hidden` says that the page has no address of its own (``headless``, ``render: false``).
    """

    has_front: bool = False
    permalink: str = ""
    url: str = ""
    path: str = ""
    slug: str = ""
    title: str = ""
    date: str = ""
    publish: str = ""
    expiry: str = ""
    language: str = ""
    categories: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    draft: bool = False
    hidden: bool = False

    def to_fact(self) -> dict[str, Any]:
        """The note as part of a fact, without what is empty."""
        return {key: value for key, value in self._asdict().items() if value}

    @classmethod
    def of_fact(cls, fact: dict[str, Any]) -> "PageNote":
        """The note of `to_fact`, from JSON or not."""
        lists = {key: tuple(value) for key, value in fact.items() if isinstance(value, list)}
        return cls(**{**fact, **lists})

    @classmethod
    def of_text(cls, text: str, yaml: YamlVersion) -> "PageNote":
        """The note of a page's file."""
        return cls.of_front_matter(parse_front_matter(text, yaml), text)

    @classmethod
    def of_front_matter(cls, front: FrontMatter | None, text: str) -> "PageNote":
        """The note of a page; `text` is that of its file."""
        if front is None:
            return cls()
        values = front.values
        expiry = _written(front, text, "expiryDate") or _written(front, text, "expirydate")
        return cls(
            has_front=True,
            permalink=_text(values.get("permalink")),
            url=_text(values.get("url")),
            path=_text(values.get("path")),
            slug=_text(values.get("slug")),
            title=_text(values.get("title")),
            date=_written(front, text, "date") or _written(front, text, "published_at"),
            publish=_written(front, text, "publishDate"),
            expiry=expiry,
            language=_text(values.get("lang")),
            categories=_categories(values),
            aliases=tuple(one for key in _ALIAS_KEYS for one in _list(values.get(key)))[:_MOST_ALIASES],
            draft=values.get("draft") is True or values.get("published") is False,
            hidden=_is_hidden(values),
        )  # fmt: skip


def _text(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).strip()[:_LONGEST]


def _list(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [text for one in values if (text := _text(one))]


def _categories(values: dict[str, Any]) -> tuple[str, ...]:
    """Jekyll's categories: a string of ``categories`` is split at its spaces, that of ``category`` is not."""
    one, several = values.get("category"), values.get("categories")
    found = [one] if isinstance(one, str) else _list(one)
    found += several.split() if isinstance(several, str) else _list(several)
    return tuple(dict.fromkeys(found))


def _written(front: FrontMatter, text: str, key: str) -> str:
    entry = front.get(key)
    if entry is None or entry.node.entries is not None or entry.node.items is not None:
        return ""
    return text[entry.node.start : entry.node.end].strip().strip("\"'")[:40]


def _is_hidden(values: dict[str, Any]) -> bool:
    build = values.get("build", values.get("_build"))
    render = build.get("render") if isinstance(build, dict) else None
    never = render in ("never", "link", False)
    return values.get("headless") is True or values.get("render") is False or never
