"""One long session on a Japanese site, with emoji before every finding, by a client that shares no code."""

import contextlib
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.server.raw import CODECS, Raw, check, cut, edited, lines_of, place

CONFIG = """\
extends: jekyll
lang: ja
posts: ["_posts/"]
tags: tags.yml
names: names.yml
front-matter:
  required: [title, date]
  properties:
    title: {type: string, description: 読者が最初に見る}
    layout: {enum: [post, page]}
"""
TAGS = """\
tags:
  - {name: 人工知能, aliases: [AI], description: 機械の知能}
  - {name: 半導体}
  - {name: 古い, retired: {use: 半導体}}
"""
NAMES = """\
names:
  - {name: ミライ電子, kind: company, variants: [未来電子]}
  - {name: Hoshi Pad, owner: ミライ電子}
"""
POST = """\
---
layout: post
title: 😀未来電子の話
date: 2026-05-01
tags: [AI, 古い, 半導休]
---

## 👩‍👩‍👧はじめに

😀👍🏽𠮷未来電子は**新しい **会社です。😀HoshiPadを使う。

- 🍣[続き](2026-05-02-b.md#まとめ)と🍣[前](/2026/05/02/b.html)

🍣**「強調」**する。
"""
OTHER = "---\ntitle: 別\ndate: 2026-05-02\ntags: [半導体]\n---\n\n## まとめ\n\n🍣ミライ電子。\n"
FILES = {
    "lintpost.yml": CONFIG, "tags.yml": TAGS, "names.yml": NAMES,
    "_posts/2026-05-01-a.md": POST, "_posts/2026-05-02-b.md": OTHER,
    "_config.yml": "permalink: /:year/:month/:day/:title.html\n",
}  # fmt: skip
SESSIONS = [("utf-8", "\r\n"), ("utf-16", "\n"), ("utf-16", "\r\n"), ("utf-32", "\n")]
ALL = {"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}}


class Session:
    """A site with a session on it, and one post open."""

    def __init__(self, folder: Path, encoding: str, end: str) -> None:
        (folder / ".git").mkdir(parents=True)
        (folder / "_posts").mkdir()
        for name, text in FILES.items():
            (folder / name).write_text(text, "utf-8")
        self.folder, self.encoding = folder, encoding
        self.path = folder / "_posts" / "2026-05-01-a.md"
        self.text = POST.replace("\n", end)
        self.raw = Raw()
        self.result = self.raw.ask(
            "initialize",
            {
                "processId": None,
                "rootUri": folder.as_uri(),
                "capabilities": {"general": {"positionEncodings": [encoding]}},
            },
        )
        self.raw.send("initialized", {})
        self.uri = self.open(self.path.as_uri(), self.text)
        self.version = 1

    def open(self, uri: str, text: str, language: str = "markdown") -> str:
        item = {"uri": uri, "languageId": language, "version": 1, "text": text}
        self.raw.send("textDocument/didOpen", {"textDocument": item})
        return uri

    def change(self, *changes: dict[str, Any]) -> list[dict[str, Any]]:
        self.version += 1
        document = {"uri": self.uri, "version": self.version}
        params = {"textDocument": document, "contentChanges": list(changes)}
        self.raw.send("textDocument/didChange", params)
        return self.raw.found(self.uri, self.version)

    def at(self, word: str, inside: int = 1, uri: str = "") -> dict[str, Any]:
        position = place(self.text, word, self.encoding, inside)
        return {"textDocument": {"uri": uri or self.uri}, "position": position}

    def cut(self, span: dict[str, Any], text: str = "") -> str:
        return cut(text or self.text, span, self.encoding)

    def assert_like_check(self, diagnostics: list[dict[str, Any]], text: str) -> None:
        """The same findings, in the same places, as ``lintpost check`` finds in the text."""
        wanted = json.loads(check(self.path, text, "--output-format", "json").stdout)["findings"]
        lines = lines_of(text)
        codec, size = CODECS[self.encoding]

        def units(location: dict[str, int]) -> tuple[int, int]:
            before = lines[location["line"] - 1][: location["column"] - 1]
            return location["line"] - 1, len(before.encode(codec)) // size

        assert [
            (d["code"], d["message"], *d["range"]["start"].values(), *d["range"]["end"].values())
            for d in diagnostics
        ] == [(f["rule"], f["message"], *units(f["start"]), *units(f["end"])) for f in wanted]
        assert [d.get("data", {}).get("fix") for d in diagnostics] == [
            f["fix"]["applicability"] if f["fix"] else None for f in wanted
        ]

    def actions(self, span: dict[str, Any], *only: str) -> list[dict[str, Any]]:
        context = {"diagnostics": [], **({"only": list(only)} if only else {})}
        params = {"textDocument": {"uri": self.uri}, "range": span, "context": context}
        return self.raw.ask("textDocument/codeAction", params)


@pytest.fixture(scope="module", params=SESSIONS)
def session(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Session]:
    made = Session(tmp_path_factory.mktemp("raw") / "サイト", *request.param)
    yield made
    made.raw.close()
    assert made.raw.log == []


def test_findings_and_fixes_are_those_of_check(session: Session) -> None:
    assert session.result["capabilities"]["positionEncoding"] == session.encoding
    found = session.change({"text": session.text})
    session.assert_like_check(found, session.text)
    words = {one["code"]: session.cut(one["range"]) for one in found}
    assert words.items() >= {
        "tags/alias": "AI", "tags/retired": "古い", "tags/unknown": "半導休",
        "names/spelling": "未来電子", "names/spacing": "HoshiPad",
        "bold/unrendered": "**新しい **",
    }.items()  # fmt: skip
    (all_safe,) = session.actions(ALL, "source.fixAll.lintpost")
    fixed = edited(session.text, all_safe["edit"]["changes"][session.uri], session.encoding)
    assert fixed.encode() == check(session.path, session.text, "--fix").stdout


def test_quick_fixes_do_what_they_say(session: Session) -> None:
    (one,) = [d for d in session.change({"text": session.text}) if d["code"] == "names/spacing"]
    actions = session.actions(one["range"], "quickfix")
    assert actions[0]["title"] == "「HoshiPad」を「Hoshi Pad」に直す"
    edits = actions[0]["edit"]["changes"][session.uri]
    assert edits == one["data"]["edits"]
    fixed = edited(session.text, edits, session.encoding)
    assert fixed == session.text.replace("HoshiPad", "Hoshi Pad")
    # Each way to switch the rule off does so, for `lintpost check` as well.
    for action in actions:
        if action["title"].startswith(("names/spacing をここだけ", "names/spacing をこの記事で")):
            off = edited(session.text, action["edit"]["changes"][session.uri], session.encoding)
            report = json.loads(check(session.path, off, "--output-format", "json").stdout)
            assert "names/spacing" not in [f["rule"] for f in report["findings"]]
            assert "names/spacing -- 理由" in off
    (unknown,) = [d for d in session.change({"text": session.text}) if d["code"] == "tags/unknown"]
    titles = {a["title"]: a["edit"]["changes"] for a in session.actions(unknown["range"])}
    tags = (session.folder / "tags.yml").as_uri()
    added = titles["「半導休」を tags.yml に加える"][tags]
    assert edited(TAGS, added, session.encoding) == TAGS + "  - 半導休\n"
    alias = titles["「半導休」を「半導体」の別名として tags.yml に加える"][tags]
    assert "name: 半導体, aliases: [半導休]" in edited(TAGS, alias, session.encoding)


def test_hover_definition_references_and_rename(session: Session) -> None:
    ask, at = session.raw.ask, session.at
    for word, shown in (
        ("未来電子は", "**ミライ電子** · 会社"), ("古い", "廃止"), ("layout", "`post`"), ("「強調", "kramdown"),
    ):  # fmt: skip
        hover = ask("textDocument/hover", at(word))
        assert shown in hover["contents"]["value"]
        assert word.removesuffix("は") in session.cut(hover["range"])
    entry = ask("textDocument/definition", at("未来電子は"))
    assert session.cut(entry["range"], NAMES) == "ミライ電子"
    context = {"context": {"includeDeclaration": True}}
    uses = ask("textDocument/references", {**at("未来電子は"), **context})
    texts = {(session.folder / name).as_uri(): text for name, text in FILES.items()}
    texts[session.uri] = session.text
    assert [session.cut(one["range"], texts[one["uri"]]) for one in uses] == [
        "ミライ電子", "未来電子", "未来電子", "ミライ電子",
    ]  # fmt: skip
    links = ask("textDocument/references", {**at("/2026/05/02"), **context})
    assert [session.cut(one["range"], texts[one["uri"]]) for one in links] == [
        "", "2026-05-02-b.md#まとめ", "/2026/05/02/b.html",
    ]  # fmt: skip
    heading = ask("textDocument/definition", at("2026-05-02-b.md"))
    assert session.cut(heading["range"], OTHER) == "## まとめ"
    edit = ask("textDocument/rename", {**at("古い"), "newName": "電池"})["changes"]
    after = {uri: edited(texts[uri], edits, session.encoding) for uri, edits in edit.items()}
    assert after[session.uri] == session.text.replace("古い", "電池")
    assert (
        "name: 電池, retired: {use: 半導体}, aliases: [古い]"
        in after[(session.folder / "tags.yml").as_uri()]
    )


@pytest.mark.parametrize(
    ("behind", "typed", "wanted", "never"),
    [
        ("会社です。", "みら", "ミライ電子", "人工知能"),
        ("会社です。", "人工", None, "人工知能"),
        ("会社です。", "hos", "Hoshi Pad", "半導体"),
        ("半導休", ", ", "人工知能", "ミライ電子"),
        ("半導休", ", み", None, "ミライ電子"),
        ("2026-05-01", "\nla", None, "人工知能"),
        ("🍣[続き](", "2026", "2026-05-02-b.md", "人工知能"),
    ],
)
def test_completion(
    session: Session, behind: str, typed: str, wanted: str | None, never: str
) -> None:
    """No tags in prose, no names among the tags; what is replaced is what was typed."""
    end = session.text.index(behind) + len(behind)
    text = session.text[:end] + typed + session.text[end:]
    session.change({"text": text})
    position = place(text, text[:end] + typed, session.encoding, end + len(typed))
    params = {"textDocument": {"uri": session.uri}, "position": position}
    items = session.raw.ask("textDocument/completion", params)["items"]
    labels = [one["label"] for one in items]
    assert wanted is None or wanted in labels
    assert never not in labels
    for one in items:
        assert typed.strip(" ,\n").startswith(cut(text, one["textEdit"]["range"], session.encoding))


def test_quick_changes_in_a_row(session: Session) -> None:
    """Two hundred, incremental, each behind an emoji: the last is answered within five seconds."""
    session.change({"text": session.text})
    text, started = session.text, time.monotonic()
    for number in range(200):
        session.version += 1
        new = ("😀", "未来電子", "\u3000", "**")[number % 4]
        where = place(text, "会社です。", session.encoding, len("会社です。"))
        text = text.replace("会社です。", f"会社です。{new}", 1)
        params = {
            "textDocument": {"uri": session.uri, "version": session.version},
            "contentChanges": [{"range": {"start": where, "end": where}, "text": new}],
        }
        session.raw.send("textDocument/didChange", params)
    found = session.raw.found(session.uri, session.version)
    assert time.monotonic() - started < 5
    session.assert_like_check(found, text)


def test_a_broken_and_a_mended_configuration(session: Session) -> None:
    """The fault is shown in the house's language, the last good version goes on, and the mended one counts."""
    before = session.change({"text": session.text})
    for name, text, word in (
        ("lintpost.yml", CONFIG + "rulez: {}\n", "rules"),
        ("names.yml", "names:\n  - {name: A, kindd: company}\n", "kind"),
        ("tags.yml", "tags: [あ\n", "括弧"),
    ):
        path = session.folder / name
        since = len(session.raw.said)
        changed = {"changes": [{"uri": path.as_uri(), "type": 2}]}
        _put(path, text)
        session.raw.send("workspace/didChangeWatchedFiles", changed)
        fault = session.raw.until(lambda m, p=path: _is_of(m, p.as_uri()), since)
        (one,) = fault["params"]["diagnostics"]
        assert word in one["message"]
        assert not one["message"].isascii()
        assert session.change({"text": session.text}) == before
        since = len(session.raw.said)
        _put(path, FILES[name])
        session.raw.send("workspace/didChangeWatchedFiles", changed)
        mended = session.raw.until(lambda m, p=path: _is_of(m, p.as_uri()), since)
        assert mended["params"]["diagnostics"] == []
    assert session.change({"text": session.text}) == before


def _put(path: Path, text: str) -> None:
    """Write a file at once: a configuration that is being written is an empty one for a moment, and a good one."""
    beside = path.with_suffix(".new")
    beside.write_text(text, "utf-8")
    beside.replace(path)


def _is_of(message: dict[str, Any], uri: str) -> bool:
    is_published = message.get("method") == "textDocument/publishDiagnostics"
    return is_published and message["params"]["uri"] == uri


def test_untitled_buffers_and_files_outside(session: Session, tmp_path: Path) -> None:
    uri = session.open("untitled:無題-1", session.text)
    assert "names/spelling" in [one["code"] for one in session.raw.found(uri, 1)]
    assert session.raw.ask("textDocument/hover", session.at("未来電子は", uri=uri)) is not None
    outside = session.open((tmp_path / "外.md").as_uri(), "😀**強調 **。\n")
    (one,) = [d for d in session.raw.found(outside, 1) if d["code"] == "bold/unrendered"]
    assert cut("😀**強調 **。\n", one["range"], session.encoding) == "**強調 **"
    for document in (uri, outside):
        session.raw.send("textDocument/didClose", {"textDocument": {"uri": document}})


def test_what_is_no_protocol(session: Session) -> None:
    """Errors have their codes, notifications that nobody knows are let pass, and the session goes on."""
    raw = session.raw
    assert raw.ask("textDocument/nothing", {}) == -32601
    raw.send("nothing/at/all", {"x": 1})
    raw.send("$/setTrace", {"value": "off"})
    for data, code in ((b"Content-Length: 2\r\n\r\n{]", -32700), (b"Length: 3\r\n\r\n", -32700)):
        since = len(raw.said)
        raw.bytes(data)
        error = raw.until(lambda m: "error" in m and m.get("id") is None, since)
        assert error["error"]["code"] == code
    session.assert_like_check(session.change({"text": session.text}), session.text)


def test_before_initialize_and_exit_with_standard_input_open() -> None:
    raw = Raw()
    with contextlib.closing(raw):
        assert raw.ask("textDocument/hover", {}) == -32002
        assert raw.ask("shutdown") == -32002
        assert "capabilities" in raw.ask("initialize", {"capabilities": {}})
        assert raw.ask("shutdown") is None
        raw.send("exit")
        assert raw.process.wait(10) == 0
        assert not raw.process.stdin.closed
