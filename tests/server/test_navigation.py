"""Hover, definition, references, rename, symbols and folding."""

from pathlib import Path
from typing import Any

import pytest

from lintpost.server.documents.addresses import uri_of
from tests.conftest import run_cli
from tests.server.client import Client, applied, edits_of
from tests.server.conftest import write_house

CONFIG = """\
lang: en
posts: ["./*.md"]
renderer: commonmark
tags: tags.yml
names: names.yml
front-matter:
  required: [title]
  properties:
    title: {type: string, description: What readers see first.}
"""
TAGS = """\
tags: # ours
  - {name: law, aliases: [legal], description: Of the land.}
  - {name: science, implies: [law]}
"""
NAMES = """\
names:
  # the makers
  - {name: MiraSoft, kind: company, accepted: [ミラソフト]}
  - {name: Mira Pad, owner: MiraSoft, variants: [Mirapad2]}
"""
POST = """\
---
title: The Mira Pad
tags: [law, "science"]
---

# About

😀 The Mira Pad of MiraSoft is **「新製品」**です。

## More

See MiraSoft, ミラソフト and `MiraSoft`. <!-- lintpost-disable-line bold/span -->

# End

Bye.
"""
OTHER = "---\ntitle: B\ntags:\n  - legal\n  - science\n---\n\nOnly MiraSoft here.\n"
FILES = {
    "lintpost.yml": CONFIG, "tags.yml": TAGS, "names.yml": NAMES, "a.md": POST, "b.md": OTHER,
    "c.md": "---\ntitle: C\n---\n\nNothing.\n",
}  # fmt: skip


@pytest.fixture
def house(tmp_path: Path) -> Path:
    write_house(tmp_path, FILES)
    return tmp_path


@pytest.fixture
def ready(client: Client, house: Path) -> Client:
    client.initialize(house, workspace={"workspaceEdit": {"documentChanges": True}})
    return client


def _at(client: Client, uri: str, text: str, word: str, nth: int = 1, inside: int = 1) -> dict:
    at = -1
    for _ in range(nth):
        at = text.index(word, at + 1)
    before = text[: at + inside].split("\n")
    column = len(before[-1].encode("utf-16-le")) // 2
    return client.at(uri, len(before) - 1, column)


def _hover(client: Client, house: Path, word: str, nth: int = 1, name: str = "a.md") -> str | None:
    text = FILES[name]
    uri = client.open(house / name, text, "yaml" if name.endswith("yml") else "markdown")
    result = client.request("textDocument/hover", _at(client, uri, text, word, nth))
    return result["contents"]["value"] if result else None


@pytest.mark.parametrize(
    ("word", "nth", "parts"),
    [
        ("MiraSoft", 1, ["**MiraSoft** · company", "Also right: ミラソフト", "In 2 posts."]),
        ("Mira Pad", 2, ["**Mira Pad** · product", "By: MiraSoft", "Wrong: Mirapad2", "In 1 post."]),
        ("law", 1, ["**law**", "Of the land.", "Aliases: legal", "1 post."]),
        ("science", 1, ["**science**", "Implies: law", "2 posts."]),
        ("title", 1, ["**`title`**", "Required.", "What readers see first.", "Type: text"]),
        ("bold/span", 1, ["**bold/span**", "What it leaves out"]),
        ("新製品", 1, ["**Bold**: 「新製品」", "- kramdown: bold", "- commonmark (this site): not bold"]),
    ],
)  # fmt: skip
def test_hover(ready: Client, house: Path, word: str, nth: int, parts: list[str]) -> None:
    text = _hover(ready, house, word, nth)
    assert text is not None
    assert [part for part in parts if part not in text] == []


@pytest.mark.parametrize("word", ["Bye", "`MiraSoft", "---", "See"])
def test_hover_over_nothing(ready: Client, house: Path, word: str) -> None:
    assert _hover(ready, house, word) is None


def test_hover_in_settings(ready: Client, house: Path) -> None:
    assert "**law**" in (_hover(ready, house, "law", 1, "tags.yml") or "")
    assert "**Mira Pad**" in (_hover(ready, house, "Mira Pad", 1, "names.yml") or "")
    text = CONFIG + "rules: {bold/span: off}\n"
    uri = ready.open(house / "lintpost.yml", text, "yaml")
    result = ready.request("textDocument/hover", _at(ready, uri, text, "bold/span"))
    assert "**bold/span**" in result["contents"]["value"]


def test_hover_range_and_plain_text(client: Client, house: Path) -> None:
    client.initialize(house, textDocument={"hover": {"contentFormat": ["plaintext"]}})
    uri = client.open(house / "a.md", POST)
    result = client.request("textDocument/hover", _at(client, uri, POST, "MiraSoft"))
    assert result["contents"]["kind"] == "plaintext"
    assert result["range"] == {
        "start": {"line": 7, "character": 19},
        "end": {"line": 7, "character": 27},
    }


def _spot(found: dict[str, Any]) -> tuple[str, int, int]:
    start = found["range"]["start"]
    return Path(found["uri"]).name, start["line"], start["character"]


@pytest.mark.parametrize(
    ("word", "nth", "spot"),
    [
        ("MiraSoft", 1, ("names.yml", 2, 11)),
        ("ミラソフト", 1, ("names.yml", 2, 11)),
        ("Mira Pad", 1, ("names.yml", 3, 11)),
        ("science", 1, ("tags.yml", 2, 11)),
    ],
)
def test_definition(ready: Client, house: Path, word: str, nth: int, spot: tuple) -> None:
    uri = ready.open(house / "a.md", POST)
    found = ready.request("textDocument/definition", _at(ready, uri, POST, word, nth))
    assert _spot(found) == spot


@pytest.mark.parametrize("word", ["Bye", "title", "`MiraSoft"])
def test_no_definition(ready: Client, house: Path, word: str) -> None:
    uri = ready.open(house / "a.md", POST)
    params = _at(ready, uri, POST, word)
    assert ready.request("textDocument/definition", params) is None
    assert ready.request("textDocument/references", params) is None
    assert ready.request("textDocument/prepareRename", params) is None
    assert ready.request("textDocument/rename", {**params, "newName": "x"}) is None


def test_references(ready: Client, house: Path) -> None:
    uri = ready.open(house / "a.md", POST)
    params = {**_at(ready, uri, POST, "MiraSoft"), "context": {"includeDeclaration": True}}
    found = sorted(map(_spot, ready.request("textDocument/references", params)))
    assert found == [
        ("a.md", 7, 19), ("a.md", 11, 4), ("a.md", 11, 14), ("b.md", 7, 5), ("names.yml", 2, 11),
    ]  # fmt: skip
    params = {**_at(ready, uri, POST, "law"), "context": {"includeDeclaration": False}}
    found = sorted(map(_spot, ready.request("textDocument/references", params)))
    assert found == [("a.md", 2, 7), ("b.md", 3, 4)]


def test_references_from_a_dictionary_and_in_buffers(ready: Client, house: Path) -> None:
    ready.open(house / "c.md", FILES["c.md"].replace("Nothing", "MiraSoft"))
    uri = ready.open(house / "names.yml", NAMES, "yaml")
    params = {**_at(ready, uri, NAMES, "MiraSoft"), "context": {"includeDeclaration": False}}
    found = ready.request("textDocument/references", params)
    assert {_spot(one)[0] for one in found} == {"a.md", "b.md", "c.md"}


def _renamed(client: Client, house: Path, params: dict, new: str) -> dict[str, str]:
    edit = client.request("textDocument/rename", {**params, "newName": new})
    assert "documentChanges" in edit, edit
    return {
        Path(uri).name: applied((house / Path(uri).name).read_text(), edits)
        for uri, edits in edits_of(edit).items()
    }


def test_rename_of_a_tag_is_that_of_the_command(ready: Client, house: Path) -> None:
    uri = ready.open(house / "a.md", POST)
    params = _at(ready, uri, POST, "science")
    prepared = ready.request("textDocument/prepareRename", params)
    assert prepared["placeholder"] == "science"
    assert prepared["range"]["start"] == {"line": 2, "character": 13}
    found = _renamed(ready, house, params, "research")
    run_cli("tags", "rename", "science", "research", cwd=house)
    for name, text in FILES.items():
        assert found.get(name, text) == (house / name).read_text()
    assert set(found) == {"tags.yml", "a.md", "b.md"}


def test_rename_of_a_tag_to_another_merges_them(ready: Client, house: Path) -> None:
    uri = ready.open(house / "a.md", POST)
    found = _renamed(ready, house, _at(ready, uri, POST, "science"), "law")
    run_cli("tags", "rename", "science", "law", cwd=house)
    for name, text in FILES.items():
        assert found.get(name, text) == (house / name).read_text()


def test_rename_of_a_name(ready: Client, house: Path) -> None:
    uri = ready.open(house / "a.md", POST)
    found = _renamed(ready, house, _at(ready, uri, POST, "MiraSoft"), "MiraWorks")
    assert found == {
        "names.yml": NAMES.replace("name: MiraSoft", "name: MiraWorks")
        .replace("owner: MiraSoft", "owner: MiraWorks")
        .replace("[ミラソフト]", "[ミラソフト], variants: [MiraSoft]"),
        "a.md": POST.replace("MiraSoft is", "MiraWorks is").replace(
            "See MiraSoft", "See MiraWorks"
        ),
        "b.md": OTHER.replace("MiraSoft", "MiraWorks"),
    }


def test_rename_says_why_not(ready: Client, house: Path) -> None:
    uri = ready.open(house / "a.md", POST)
    params = _at(ready, uri, POST, "MiraSoft")
    error = ready.request("textDocument/rename", {**params, "newName": "Mira Pad"})
    assert error["code"] == -32803
    assert "Mira Pad" in error["message"]
    for new in ("", " ", "a\nb", None):
        assert ready.request("textDocument/rename", {**params, "newName": new})["code"] == -32602


def test_versions_in_edits(ready: Client, house: Path) -> None:
    uri = ready.open(house / "a.md", POST)
    params = {**_at(ready, uri, POST, "MiraSoft"), "newName": "X"}
    edit = ready.request("textDocument/rename", params)
    versions = {
        Path(one["textDocument"]["uri"]).name: one["textDocument"]["version"]
        for one in edit["documentChanges"]
    }
    assert versions == {"a.md": 1, "b.md": None, "names.yml": None}


def test_a_rename_can_be_looked_at_first(client: Client, house: Path) -> None:
    capabilities = {"documentChanges": True, "changeAnnotationSupport": {}}
    client.initialize(house, workspace={"workspaceEdit": capabilities})
    uri = client.open(house / "a.md", POST)
    params = {**_at(client, uri, POST, "science"), "newName": "research"}
    edit = client.request("textDocument/rename", params)
    (id,) = edit["changeAnnotations"]
    assert edit["changeAnnotations"][id] == {
        "label": "Rename “science” to “research”",
        "needsConfirmation": False,
    }
    assert all(one["annotationId"] == id for c in edit["documentChanges"] for one in c["edits"])


def test_document_symbols(client: Client, house: Path) -> None:
    client.initialize(
        house, textDocument={"documentSymbol": {"hierarchicalDocumentSymbolSupport": True}}
    )
    uri = client.open(house / "a.md", POST)
    symbols = client.request("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
    assert [(s["name"], [c["name"] for c in s["children"]]) for s in symbols] == [
        ("Front matter", ["title", "tags"]), ("About", ["More"]), ("End", []),
    ]  # fmt: skip
    assert symbols[1]["range"]["start"]["line"] == 5
    assert symbols[1]["range"]["end"]["line"] == 11
    assert symbols[1]["selectionRange"]["end"] == {"line": 5, "character": 7}


def test_flat_document_symbols(ready: Client, house: Path) -> None:
    uri = ready.open(house / "a.md", POST)
    symbols = ready.request("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
    assert [(s["name"], s.get("containerName")) for s in symbols] == [
        ("Front matter", None), ("title", "Front matter"), ("tags", "Front matter"),
        ("About", None), ("More", "About"), ("End", None),
    ]  # fmt: skip
    assert symbols[3]["location"]["uri"] == uri


def test_workspace_symbols(ready: Client, house: Path) -> None:
    ready.open(house / "a.md", POST)
    symbols = ready.request("workspace/symbol", {"query": "mira"})
    assert [(s["name"], Path(s["location"]["uri"]).name) for s in symbols] == [
        ("MiraSoft", "names.yml"), ("Mira Pad", "names.yml"), ("The Mira Pad", "a.md"),
    ]  # fmt: skip
    assert len(ready.request("workspace/symbol", {"query": ""})) == 7


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        (POST, [(0, 3)]),
        ("+++\na = 1\n+++\nText.\n", [(0, 2)]),
        ("Text.\n", []),
        ("---\r\na: 1\r\n---\r\n", [(0, 2)]),
    ],
)
def test_folding(ready: Client, house: Path, text: str, ranges: list) -> None:
    uri = ready.open(house / "x.md", text)
    found = ready.request("textDocument/foldingRange", {"textDocument": {"uri": uri}})
    assert [(one["startLine"], one["endLine"]) for one in found] == ranges
    assert uri_of(str(house / "x.md")) == uri


LINKS = """\
---
title: Links
---

# A heading, 見出し

See [b](b.md), [again](./b#x), [root](/sub/d.md), [here](#a-heading-見出し), [there](sub/d.md#two)
and [lost](nothing.md), [out](https://example.com/b.md), `[code](b.md)`.
"""


@pytest.mark.parametrize(
    ("word", "spot"),
    [
        ("b.md", ("b.md", 0, 0)),
        ("./b#x", ("b.md", 0, 0)),
        ("/sub/d.md", ("d.md", 0, 0)),
        ("#a-heading", ("x.md", 4, 0)),
        ("sub/d.md#two", ("d.md", 2, 0)),
        ("nothing.md", None),
        ("https://example", None),
        ("b.md)`", None),
    ],
)
def test_links_lead_to_files_and_headings(
    ready: Client, house: Path, word: str, spot: tuple | None
) -> None:
    (house / "sub").mkdir()
    (house / "sub" / "d.md").write_text("# One\n\n## Two\n")
    uri = ready.open(house / "x.md", LINKS)
    found = ready.request("textDocument/definition", _at(ready, uri, LINKS, word))
    assert (_spot(found) if found else None) == spot


LINKED = {
    "_config.yml": "permalink: /:year/:month/:title/\n",
    "_posts/2026-05-01-a.md": "---\ntitle: 😀A\n---\n\n## はじめに\n\n## Two {#second}\n\n[b](2026-05-02-b.md)\n",
    "_posts/2026-05-02-b.md": (
        "---\ntitle: B\n---\n\n😀[a](/2026/05/a/)、[はじめに](/2026/05/a/#はじめに)。"
        "{% post_url 2026-05-01-a %} [x](2026-05-01-a.md#second) `[a](/2026/05/a/)`\n"
    ),
    "_posts/2026-05-03-c.md": "---\ntitle: C\n---\n\n[a](https://example.com/2026/05/a/) [lost](/2026/05/x/)\n",
}


@pytest.fixture
def linked(ready: Client, house: Path) -> dict[str, str]:
    """The addresses of the posts of a Jekyll site, opened."""
    (house / "_posts").mkdir()
    (house / "lintpost.yml").write_text(CONFIG.replace("./*.md", "_posts/"))
    for name, text in LINKED.items():
        (house / name).write_text(text)
    return {
        name[-4]: ready.open(house / name, text)
        for name, text in LINKED.items()
        if name.endswith(".md")
    }


@pytest.mark.parametrize(
    ("post", "word", "spots"),
    [
        # A page: however it is linked to.
        ("b", "/2026/05/a/)、", [("b", 4, 6), ("b", 4, 26), ("b", 4, 56), ("b", 4, 76)]),
        # One of its headings: from a link to it, and from itself.
        ("b", "/2026/05/a/#", [("b", 4, 26)]),
        ("a", "はじめに", [("b", 4, 26)]),
        ("a", "Two", [("b", 4, 76)]),
        ("b", "2026-05-01-a.md#second", [("b", 4, 76)]),
        ("a", "2026-05-02-b.md", [("a", 8, 4)]),
        ("c", "/2026/05/x/", None),
        ("c", "https", None),
    ],
)
def test_references_of_links(
    ready: Client, linked: dict[str, str], post: str, word: str, spots: list | None
) -> None:
    text = next(text for name, text in LINKED.items() if name.endswith(f"{post}.md"))
    params = _at(ready, linked[post], text, word)
    params["context"] = {"includeDeclaration": False}
    found = ready.request("textDocument/references", params)
    assert (found and [(name[-4], line, at) for name, line, at in map(_spot, found)]) == spots


def test_the_target_of_a_link_as_its_declaration(ready: Client, linked: dict[str, str]) -> None:
    text = LINKED["_posts/2026-05-02-b.md"]
    params = _at(ready, linked["b"], text, "/2026/05/a/#")
    params["context"] = {"includeDeclaration": True}
    found = list(map(_spot, ready.request("textDocument/references", params)))
    assert found[0] == ("2026-05-01-a.md", 4, 0)
    assert _spot(ready.request("textDocument/definition", params)) == found[0]
