"""The whole page: one file, which loads nothing."""

import os

from lintpost.language import Text
from lintpost.report.dashboard.contents import Contents
from lintpost.report.dashboard.data import page_data
from lintpost.report.dashboard.front_matter import front_matter
from lintpost.report.dashboard.html import Markup, element
from lintpost.report.dashboard.names import names
from lintpost.report.dashboard.overview import overview
from lintpost.report.dashboard.posts import posts
from lintpost.report.dashboard.prose import prose
from lintpost.report.dashboard.rules import rules
from lintpost.report.dashboard.site import site
from lintpost.report.dashboard.tags import tags
from lintpost.version import __version__

_SECTIONS = (
    ("overview", Text("State", "状態"), overview),
    ("posts", Text("Posts", "記事"), posts),
    ("rules", Text("Rules", "ルール"), rules),
    ("tags", Text("Tags", "タグ"), tags),
    ("names", Text("Names", "名前"), names),
    ("front-matter", Text("Front matter", "フロントマター"), front_matter),
    ("prose", Text("Prose", "文章"), prose),
    ("site", Text("Site", "サイト"), site),
)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
"""The page may run its own script, and load nothing from anywhere."""


def page(contents: Contents) -> str:
    """The page as HTML."""
    title = Text(f"{contents.site}: the state of the posts", f"{contents.site}：記事の状態")
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("title", title[contents.lang]),
        element("style", Markup(_asset("style.css"))),
    )
    body = element(
        "body",
        _language_switch(contents),
        element("header", element("h1", title), element("p", *_made(contents))),
        element(
            "nav",
            element("ul", (element("li", element("a", label, href=f"#{name}"))
                           for name, label, _ in _SECTIONS)),
            aria_label="contents",
        ),
        element("main", (made(contents) for _, _, made in _SECTIONS)),
        element("script", Markup(page_data(contents)), type="application/json", id="data"),
        element("script", Markup(_asset("script.js"))),
    )  # fmt: skip
    return f"<!doctype html>\n{element('html', head, body, lang=contents.lang)}\n"


def _language_switch(contents: Contents) -> Markup:
    """Two radio buttons, which work by the style sheet alone."""
    return element(
        "div",
        [
            (
                element("input", type="radio", name="language", id=f"language-{key}",
                        checked=contents.lang == key),
                element("label", name, for_=f"language-{key}", lang=key),
            )
            for key, name in (("ja", "日本語"), ("en", "English"))
        ],
        class_="languages", role="group", aria_label="language / 言語",
    )  # fmt: skip


def _made(contents: Contents) -> list[object]:
    moment = contents.now.strftime("%Y-%m-%d %H:%M %Z").strip()
    commit = contents.history[-1].commit
    return [
        element("time", moment, datetime=contents.now.isoformat(timespec="seconds")),
        f" · {commit}" if commit else None,
        f" · lintpost {__version__}",
    ]


def _asset(name: str) -> str:
    path = os.path.join(os.path.dirname(__file__), name)
    with open(path, encoding="utf-8") as file:
        return file.read()
