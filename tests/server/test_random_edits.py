"""After each of many random edits of real posts, the server's diagnostics are those of a fresh check."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.engine.check_post import Checker
from lintpost.engine.repeats import without_repeats
from lintpost.post.source import Source
from lintpost.server.documents.positions import ENCODINGS, Positions
from tests.server.client import Client
from tests.server.fresh import as_diagnostics, fresh, plain

pytestmark = pytest.mark.own_server
CONFIG = 'extends: [jekyll, strict]\nlang: ja\nposts: ["**/*.md"]\n'
FOLDERS = ("allforces", "zenn-articles", "qiita", "tech-blog-ja", "hugo-docs", "rust", "vue-ja")
PIECES = (
    "", "", "字", "😀", "\n", "\r\n", "**", "**「強調」**です。", "`", "```\n", "---\n", "- ", "# ", "\u3000", "  ",
    "tags: [AI, AI]\n", "<!-- lintpost-disable-line -->", "<!-- lintpost-disable bold -->\n", "[a](b)", "ＡＩ",
    "すること ができる", "Open AI", "\t", "| a | b |\n", "\ufeff", "{% raw %}", "<div>",
)  # fmt: skip
EDITS = 20


def _posts(corpus: Path) -> Iterator[Path]:
    """Ten real posts of several sites, none so long that the test would take minutes."""
    chance = random.Random(20)
    for folder in (*FOLDERS, *FOLDERS[:3]):
        paths = sorted((corpus / folder).rglob("*.md"))
        yield chance.choice([path for path in paths if path.stat().st_size < 30_000])


def _is_of_post(diagnostic: dict[str, Any]) -> bool:
    """Whether a diagnostic depends on the post alone."""
    return (
        not diagnostic["code"].startswith("site/")
        and diagnostic["code"] != "meta/unused-suppression"
    )


def _edit(chance: random.Random, text: str, other: str) -> tuple[int, int, str]:
    """A span and what takes its place: a piece, or a part of another post."""
    start = chance.randrange(len(text) + 1)
    if chance.random() < 0.2:
        start = chance.randrange(min(len(text), 300) + 1)
    end = min(len(text), start + chance.choice((0, 0, 0, 1, 2, 30)))
    new = chance.choice(PIECES)
    if chance.random() < 0.2 and other:
        at = chance.randrange(len(other))
        new = other[at : at + chance.randrange(200)]
    for at in (start, end):  # a position lies before or behind a line end, not within
        if text[at - 1 : at + 1] == "\r\n":
            return start, start, ""
    return start, end, new


@pytest.mark.slow
@pytest.mark.parametrize("number", range(10))
def test_random_edits(client: Client, corpus: Path, tmp_path: Path, number: int) -> None:
    posts = list(_posts(corpus))
    text, other = (posts[at % len(posts)].read_bytes().decode() for at in (number, number + 1))
    encoding = ENCODINGS[number % len(ENCODINGS)]
    (tmp_path / ".git").mkdir()
    (tmp_path / "lintpost.yml").write_text(CONFIG)
    path = tmp_path / "2026-05-01-a.md"
    overlay = CliOverrides(no_site=True)
    checker = Checker(load_settings(str(tmp_path / "lintpost.yml"), overlay))
    client.initialize(tmp_path, general={"positionEncodings": [encoding]})
    uri = client.open(path, text)
    chance = random.Random(number)
    for _ in range(EDITS):
        start, end, new = _edit(chance, text, other)
        place = Positions(Source("", text), encoding).range(start, end)
        text = text[:start] + new + text[end:]
        version = client.change(uri, {"range": place, "text": new})
        found = plain(client.published(uri, version=version))
        source = Source(str(path), text)
        known = as_diagnostics(
            without_repeats(checker.check_source(source)).findings, source, encoding
        )
        # What comments switch off is known once the site is: the last publication has it.
        assert [one for one in found if _is_of_post(one)] == [
            one for one in known if _is_of_post(one)
        ]
    wanted = fresh(path, text, encoding)
    assert client.becomes(uri, wanted) == wanted


SITE = """\
extends: [jekyll, strict]
lang: ja
posts: ["posts/"]
tags: tags.yml
names: names.yml
"""
WORDS = ("AI", "Google", "ChatGPT", "GitHub", "web", "Rust", "OpenAI", "人工知能", "開発", "記事")


def _tags(chance: random.Random) -> str:
    """A vocabulary of some words, with aliases, retired words and words that imply others."""
    words = chance.sample(WORDS, 6)
    lines = [f"  - {word}" for word in words[:3]]
    lines += [f"  - {{name: {words[3]}, aliases: [{words[3].lower()}x, {words[4]}]}}"]
    lines += [f"  - {{name: {words[5]}, {chance.choice(('retired', 'implies'))}: XX}}"]
    return "\n".join(["tags:", *lines]).replace("retired: XX", "retired: true").replace(
        "XX", f"[{words[0]}]"
    ) + "\n"  # fmt: skip


def _names(chance: random.Random) -> str:
    words = chance.sample(WORDS, 4)
    return "names:\n" + "".join(
        f"  - {{name: {word}, variants: [{word[:1]}{word}, {word.lower()}y]}}\n" for word in words
    )


@pytest.mark.slow
@pytest.mark.parametrize("number", range(4))
def test_random_edits_of_a_site(client: Client, corpus: Path, tmp_path: Path, number: int) -> None:
    """With rules over the whole site on: edits of the post, of other posts on the disk, and of the dictionaries, in
    open buffers and on the disk.
    """
    chance = random.Random(100 + number)
    (tmp_path / ".git").mkdir()
    (tmp_path / "posts").mkdir()
    texts = [path.read_bytes().decode() for path in _posts(corpus)]
    own = [text for text in texts[number::3] if len(text) < 12_000][:3]
    others = [tmp_path / "posts" / f"2026-05-0{at}-b.md" for at in range(2, 6)]
    for path in others:
        path.write_bytes(chance.choice(own).encode())
    config = {name: tmp_path / f"{name}.yml" for name in ("lintpost", "tags", "names")}
    for name, text in (("lintpost", SITE), ("tags", _tags(chance)), ("names", _names(chance))):
        config[name].write_text(text, "utf-8")
    client.initialize(tmp_path)
    path, text = tmp_path / "posts" / "2026-05-01-a.md", own[0]
    uri = client.open(path, text)
    buffers = {
        name: client.open(config[name], config[name].read_text("utf-8"), "yaml")
        for name in ("tags", "names")[: number % 3]
    }
    for _ in range(EDITS // 2):
        kind = chance.choice(("post", "post", "tags", "names", "other"))
        if kind == "post":
            start, end, new = _edit(chance, text, own[-1])
            place = Positions(Source("", text), "utf-16").range(start, end)
            text = text[:start] + new + text[end:]
            client.change(uri, {"range": place, "text": new})
        elif kind == "other":
            changed = chance.choice(others)
            changed.write_bytes(text.encode() if chance.random() < 0.5 else own[-1].encode())
            _tell(client, changed)
        else:
            made = _tags(chance) if kind == "tags" else _names(chance)
            config[kind].write_text(made, "utf-8")
            if kind in buffers:
                client.change(buffers[kind], made)
            else:
                _tell(client, config[kind])
        wanted = fresh(path, text)
        assert client.becomes(uri, wanted) == wanted, kind


def _tell(client: Client, path: Path) -> None:
    changes = [{"uri": path.as_uri(), "type": 2}]
    client.notify("workspace/didChangeWatchedFiles", {"changes": changes})
