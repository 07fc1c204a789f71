"""Diagnostics are what ``lintpost check`` finds in the same text."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from lintpost.server.documents.addresses import uri_of
from tests.server.client import Client
from tests.server.fresh import fresh, plain

CONFIG = """\
extends: [jekyll, strict]
lang: ja
posts: ["**/*.md", "**/*.mdx"]
exclude: ["old/"]
tags: tags.yml
names: names.yml
rules:
  bold/first-mention: off
  tags/count: {max: 2}
overrides:
  - posts: ["drafts/**"]
    rules: {bold/*: off}
  - front-matter: {kind: memo}
    rules: {tags/*: off}
"""
TAGS = """\
tags:
  - {name: 人工知能, aliases: [AI, ＡＩ], description: 機械の知能}
  - {name: 法律}
  - {name: 古い, retired: {use: 法律}}
"""
NAMES = """\
names:
  - {name: ミライ電子, kind: company, variants: [未来電子], accepted: [Mirai]}
  - {name: ホシゾラ, until: "2025-01-01", renamed-to: キラボシ}
  - キラボシ
"""
POST = """\
---
layout: post
title: 未来電子とＡＩの話
date: 2026-05-01
tags: [AI, 古い, 法律, 謎]
---

😀😀未来電子は**「強調」**です。ホシゾラは終わりました。

ミライ電子について。<!-- lintpost-disable-line names/renamed -->
"""


@pytest.fixture
def house(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    for name, text in (("lintpost", CONFIG), ("tags", TAGS), ("names", NAMES)):
        (tmp_path / f"{name}.yml").write_bytes(text.encode())
    return tmp_path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@pytest.mark.parametrize("change", ["none", "crlf", "bom", "mixed"])
def test_the_same_as_check(client: Client, house: Path, encoding: str, change: str) -> None:
    text = {
        "none": POST,
        "crlf": POST.replace("\n", "\r\n"),
        "bom": f"\ufeff{POST}",
        "mixed": POST.replace("\n\n", "\r\n\n").replace("。\n", "。\r"),
    }[change]
    client.initialize(house, general={"positionEncodings": [encoding]})
    path = house / "_posts" / "2026-05-01-a.md"
    found = plain(client.published(client.open(path, text)))
    assert found == fresh(path, text, encoding)
    assert len(found) >= 3


@pytest.mark.parametrize("name", ["drafts/a.md", "_posts/2026-05-01-a.mdx", "old/a.md"])
def test_settings_by_path(client: Client, house: Path, name: str) -> None:
    client.initialize(house)
    found = plain(client.published(client.open(house / name, POST)))
    assert found == fresh(house / name, POST)
    assert bool(found) is not name.startswith("old")


def test_settings_by_front_matter_change_while_typing(client: Client, house: Path) -> None:
    client.initialize(house)
    path = house / "a.md"
    uri = client.open(path, POST)
    assert any(one["code"] == "tags/alias" for one in client.published(uri))
    other = POST.replace("layout: post", "layout: post\nkind: memo")
    found = plain(client.published(uri, version=client.change(uri, other)))
    assert found == fresh(path, other)
    assert not any(one["code"].startswith("tags/") for one in found)


def test_files_outside_of_any_folder(client: Client, house: Path, tmp_path_factory: object) -> None:
    client.initialize(house)
    path = tmp_path_factory.mktemp("elsewhere") / "a.md"  # type: ignore[attr-defined]
    text = "---\ntitle: A\ntags: [a, a]\ndate: 2026-02-31\n---\n\nHe **said **it.\n"
    found = plain(client.published(client.open(path, text)))
    assert found == fresh(path, text)
    assert found


def test_untitled_buffers_belong_to_the_folder(client: Client, house: Path) -> None:
    client.initialize(house)
    found = client.published(client.open("untitled:Untitled-1", POST))
    assert {"tags/alias", "names/spelling"} <= {one["code"] for one in found}


def test_several_folders(client: Client, house: Path, tmp_path_factory: object) -> None:
    other = tmp_path_factory.mktemp("other")  # type: ignore[attr-defined]
    (other / "lintpost.yml").write_text("lang: en\nrules: {bold/*: off}\n")
    client.initialize(house)
    event = {"added": [{"uri": uri_of(str(other)), "name": "other"}], "removed": []}
    client.notify("workspace/didChangeWorkspaceFolders", {"event": event})
    for path in (house / "a.md", other / "a.md"):
        assert plain(client.published(client.open(path, POST))) == fresh(path, POST)


def test_severity_tags_related_places_and_fixes(client: Client, house: Path) -> None:
    client.initialize(house, textDocument={"publishDiagnostics": {"relatedInformation": True}})
    text = POST.replace("謎", "法律")
    found = client.published(client.open(house / "a.md", text))
    by_rule = {one["code"]: one for one in found}
    assert by_rule["tags/retired"]["tags"] == [2]
    assert by_rule["names/renamed"]["tags"] == [2]
    assert by_rule["tags/duplicate"]["tags"] == [1]
    assert by_rule["tags/alias"]["source"] == "lintpost"
    fix = by_rule["tags/alias"]["data"]
    assert fix == {
        "fix": "safe",
        "edits": [{"range": by_rule["tags/alias"]["range"], "newText": "人工知能"}],
    }


def test_versions(client: Client, house: Path) -> None:
    client.initialize(house)
    uri = client.open(house / "a.md", POST)
    for _ in range(5):
        version = client.change(uri, POST)
        client.published(uri, version=version)


def test_two_hundred_changes_in_a_row(client: Client, house: Path) -> None:
    client.initialize(house)
    uri = client.open(house / "a.md", POST)
    client.published(uri)
    started = time.monotonic()
    end = len(POST.split("\n")) - 1
    for number in range(200):
        place = {"line": end, "character": number}
        version = client.change(uri, {"range": {"start": place, "end": place}, "text": "字"})
    found = plain(client.published(uri, version=version))
    assert time.monotonic() - started < 5
    assert found == fresh(house / "a.md", POST + "字" * 200)
    count = sum(m.get("method") == "textDocument/publishDiagnostics" for m in client.received)
    assert count < 200


def test_what_was_found_is_taken_back(client: Client, house: Path) -> None:
    client.initialize(house)
    uri = client.open(house / "a.md", POST)
    assert client.published(uri)
    seen = len(client.received)
    client.close(uri)
    assert client.published(uri, seen) == []


def test_what_cannot_be_read_is_said(client: Client, house: Path) -> None:
    client.initialize(house)
    uri = client.open(house / "a.md", "a\0b")
    (found,) = client.published(uri)
    assert (found["code"], found["severity"]) == ("unreadable", 1)
    assert found["range"]["start"] == {"line": 0, "character": 0}
    assert plain(client.published(uri, version=client.change(uri, POST))) == fresh(
        house / "a.md", POST
    )


def test_pulled_diagnostics(client: Client, house: Path) -> None:
    client.initialize(house, textDocument={"diagnostic": {}})
    uri = client.open(house / "a.md", POST)
    params = {"textDocument": {"uri": uri}}
    report = client.request("textDocument/diagnostic", params)
    assert report["kind"] == "full"
    assert plain(report["items"]) == fresh(house / "a.md", POST)
    params["previousResultId"] = report["resultId"]
    again = client.request("textDocument/diagnostic", params)
    assert again == {"kind": "unchanged", "resultId": report["resultId"]}
    client.change(uri, POST + "\n未来電子。\n")
    third = client.request("textDocument/diagnostic", params)
    assert len(third["items"]) == len(report["items"]) + 1
    methods = {message.get("method") for message in client.received}
    assert "textDocument/publishDiagnostics" not in methods


def test_a_rule_that_breaks_is_for_the_log(start: Callable[..., Client], tmp_path: Path) -> None:
    """A pattern that takes longer than a rule may: the others are told, and the client's log says it."""
    pack = tmp_path / "pack" / "own"
    pack.mkdir(parents=True)
    (pack / "slow.yml").write_text(
        "rule: own/slow\ncheck: existence\nseverity: warning\n"
        "options: {tokens: ['(a+)+$']}\n"
        "title: {en: T, ja: T}\nmessage: {en: M, ja: M}\nwhy: {en: W, ja: W}\n"
        "examples:\n  - bad: aaa\n    at: aaa\n"
    )
    (tmp_path / "lintpost.yml").write_text("lang: en\npacks: [pack]\n")
    client = start()
    client.initialize(tmp_path)
    uri = client.open(tmp_path / "a.md", f"{'a' * 40}!\n\n**b **c\n")
    assert isinstance(client.published(uri), list)
    told = client.wait(lambda message: message.get("method") == "window/logMessage")
    assert "own/slow" in told["params"]["message"]


def test_large_posts(client: Client, tmp_path: Path) -> None:
    """Five megabytes: each change is taken in, and answered with what is found."""
    (tmp_path / "lintpost.yml").write_text("lang: en\n")
    client.initialize(tmp_path)
    section = "A line of a long post, and plain words.\n\n" * 120 + "And **bold **words.\n\n"
    text = "---\ntitle: A\n---\n\n" + section * 1000
    assert len(text) > 4_900_000
    uri = client.open(tmp_path / "a.md", text)
    assert len(client.published(uri)) == 1000
    place = {"line": 5, "character": 3}
    version = client.change(uri, {"range": {"start": place, "end": place}, "text": "x"})
    assert len(client.published(uri, version=version)) == 1000


def test_clients_that_could_pull_and_do_not(client: Client, house: Path) -> None:
    """What a client can do is not what it does: to one that asks for nothing findings are published."""
    client.initialize(house, textDocument={"diagnostic": {}})
    uri = client.open(house / "a.md", POST)
    assert plain(client.published(uri)) == fresh(house / "a.md", POST)
    seen = len(client.received)
    report = client.request("textDocument/diagnostic", {"textDocument": {"uri": uri}})
    assert plain(report["items"]) == fresh(house / "a.md", POST)
    assert client.published(uri, seen) == [], "nothing is shown twice"
