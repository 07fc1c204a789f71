"""Definitions and references are those of the renderers: comrak (GitHub's rules), markdown-it and kramdown."""

import json
import random
import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime

import comrak
import pytest
from markdown_it import MarkdownIt

from lintpost.checks.common.links.references import references
from lintpost.checks.links.undefined_reference import Options, run
from lintpost.post.post import Post
from lintpost.post.source import Source
from lintpost.post.syntax import Syntax
from lintpost.site.site import Site

NOW = datetime(2026, 6, 1, tzinfo=UTC)
LINES = (
    "[l]: /u\n", "[L]: <a>\n", "[l]: /u 'x'\n", "  [l]: /u\n", "    [l]: /u\n", "- [l]: /u\n", "> [l]: /u\n",
    "1. a\n\n   [l]: /u\n", "文です。\n", "[l]\n", "[l]: x\n[m]: y\n", "```\n[l]: /u\n```\n", "<div>\n[l]: /u\n</div>\n",
    "# 見出し\n", "| a | b |\n|---|---|\n", "[l][m]: /u\n", "\\[l]: /u\n", "文[l]: /u\n", "<!-- \n[l]: /u\n-->\n",
    "`[l]: /u`\n", "[[l]]: /u\n",
)  # fmt: skip
"""What may hold a definition of `l` or `m`, each behind an empty line: blocks that run into one another are read
differently by the renderers themselves."""
FOOTNOTES = (
    "[^n1]: 注\n", "[^n1]: 注\n    続き\n", "    [^n1]: 注\n", "文[^n1]: 注\n", "```\n[^n1]: 注\n```\n", "# [^n1]: 注\n",
    "<!-- \n[^n1]: 注\n-->\n", "[l]: /u\n", "\\[^n1]: 注\n", "`[^n1]: 注`\n", "文です。\n",
)  # fmt: skip
KRAMDOWN = """
require 'kramdown'; require 'kramdown-parser-gfm'; require 'json'
puts JSON.parse(STDIN.read).map { |text| Kramdown::Document.new(text, input: 'GFM').to_html }.to_json
"""


def bodies(lines: tuple[str, ...]) -> list[str]:
    """Bodies of one to four of some pieces, the same each time."""
    chance = random.Random(19)
    made = ["\n".join(chance.choices(lines, k=chance.randint(1, 4))) for _ in range(300)]
    return sorted({*lines, *made})


def comraks(texts: list[str]) -> list[str]:
    extensions = comrak.ExtensionOptions()
    extensions.table = extensions.footnotes = True
    return [comrak.render_markdown(text, extension_options=extensions) for text in texts]


def markdown_its(texts: list[str]) -> list[str]:
    render = MarkdownIt("commonmark").enable("table").render
    return [render(text) for text in texts]


def kramdowns(texts: list[str]) -> list[str]:
    ruby = shutil.which("ruby") or ""
    command = [ruby, "-W0", "-e", KRAMDOWN]
    if (
        not ruby
        or subprocess.run(
            [ruby, "-e", "require 'kramdown-parser-gfm'"], check=False, capture_output=True
        ).returncode
    ):
        pytest.skip("kramdown is not here (Debian: ruby-kramdown, ruby-kramdown-parser-gfm)")
    done = subprocess.run(
        command, input=json.dumps(texts), text=True, capture_output=True, check=True
    )
    pages: list[str] = json.loads(done.stdout)
    return pages


Render = Callable[[list[str]], list[str]]
RENDERERS: dict[str, tuple[Render, str]] = {
    "comrak": (comraks, "commonmark"),
    "markdown-it": (markdown_its, "commonmark"),
    "kramdown": (kramdowns, "kramdown"),
}


@pytest.mark.parametrize("name", RENDERERS)
@pytest.mark.parametrize("label", ["l", "m"])
def test_definitions_are_the_renderers(name: str, label: str) -> None:
    render, renderer = RENDERERS[name]
    texts = [f"[{label}]ここ\n\n{body}" for body in bodies(LINES)]
    linked = ["</a>ここ" in page for page in render(texts)]
    found = [
        label in {one.key.strip() for one in references(_post(text, renderer)).links}
        for text in texts
    ]
    assert [t for t, a, b in zip(texts, linked, found, strict=True) if a != b] == []
    assert {True, False} == set(linked)


@pytest.mark.parametrize("name", ["comrak", "kramdown"])
def test_footnotes_without_a_text_are_the_renderers(name: str) -> None:
    render, renderer = RENDERERS[name]
    site = Site(renderers=(renderer,), now=NOW)  # type: ignore[arg-type]
    texts = [f"ここ[^n1]に\n\n{body}" for body in bodies(FOOTNOTES)]
    shown = ["ここ[^n1]に" in page for page in render(texts)]
    hits = [list(run(_post(text, renderer), Options({"of": "footnotes"}), site)) for text in texts]
    found = [any(hit.start == 2 for hit in some) for some in hits]
    assert [t for t, a, b in zip(texts, shown, found, strict=True) if a != b] == []
    assert {True, False} == set(shown)


def _post(text: str, renderer: str) -> Post:
    return Post(Source("post.md", text), Syntax(renderers=(renderer,)))
