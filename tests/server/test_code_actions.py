"""Code actions: what they offer, in which order, and what becomes of the texts."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lintpost.server.documents.addresses import uri_of
from tests.conftest import run_cli
from tests.server.client import Client, applied, edits_of
from tests.server.conftest import write_house

CONFIG = """\
lang: en # a comment
posts: ["./*.md"]
tags: tags.yml
names: names.yml
rules:
  bold/unknown-name: on
  bold/first-mention: off
  tags/count: {max: 3}
"""
TAGS = """\
# our tags
tags:
  - law      # of the land
  - {name: science, aliases: [Science news]}
"""
NAMES = """\
names: # ours
  - {name: MiraSoft, variants: [Mira Soft]}
  - name: HoshiNote
"""
POST = """\
---
title: Notes
date: 2026-05-01
tags: [laws, Science news, chess]
---

😀 Mira Soft, and Mira Soft again.

We like **HoshiNotes** and **QuuxDesk**.
"""
FILES = {"lintpost.yml": CONFIG, "tags.yml": TAGS, "names.yml": NAMES}
EDITS = {"workspaceEdit": {"documentChanges": True}}


@pytest.fixture
def house(tmp_path: Path) -> Path:
    write_house(tmp_path, FILES)
    (tmp_path / "a.md").write_text(POST)
    return tmp_path


def _actions(client: Client, uri: str, text: str, word: str, **context: Any) -> list[dict]:
    at = text.index(word)
    line = text.count("\n", 0, at)
    before = text[text.rfind("\n", 0, at) + 1 : at]
    place = {"line": line, "character": len(before.encode("utf-16-le")) // 2}
    params = {
        "textDocument": {"uri": uri},
        "range": {"start": place, "end": place},
        "context": {"diagnostics": [], **context},
    }
    return client.request("textDocument/codeAction", params)


def _titles(actions: list[dict]) -> list[str]:
    return [action["title"] for action in actions]


def _result(action: dict, house: Path) -> dict[str, str]:
    """The texts that an action changes, by the names of their files."""
    found = {}
    for uri, edits in edits_of(action["edit"]).items():
        path = Path(uri.removeprefix("file://"))
        found[path.name] = applied(path.read_text(), edits)
    return found


def test_actions_of_a_name_with_a_fix(client: Client, house: Path) -> None:
    client.initialize(house, workspace=EDITS)
    uri = client.open(house / "a.md", POST)
    actions = _actions(client, uri, POST, "Mira Soft", only=["quickfix"])
    assert _titles(actions) == [
        "Change “Mira Soft” to “MiraSoft”",
        "Fix all 2 of names/spacing in this post",
        "Switch names/spacing off here, with a reason",
        "Switch names/spacing off in this post, with a reason",
        "Switch names/spacing off in lintpost.yml",
    ]
    assert [action.get("isPreferred") for action in actions] == [True, None, None, None, None]
    assert all(action["kind"] == "quickfix" for action in actions)
    assert actions[0]["diagnostics"][0]["code"] == "names/spacing"
    assert actions[0]["edit"]["documentChanges"][0]["textDocument"] == {"uri": uri, "version": 1}
    one, both, here, whole, everywhere = (_result(action, house) for action in actions)
    assert one == {"a.md": POST.replace("Mira Soft", "MiraSoft", 1)}
    assert both == {"a.md": POST.replace("Mira Soft", "MiraSoft")}
    comment = "<!-- lintpost-disable-next-line names/spacing -- reason -->\n"
    assert here == {"a.md": POST.replace("😀", f"{comment}😀")}
    assert whole == {
        "a.md": POST.replace("---\n", "---\n# lintpost: disable names/spacing -- reason\n", 1)
    }
    assert everywhere == {"lintpost.yml": CONFIG + "  names/spacing: off\n"}


def test_a_name_that_no_dictionary_has(client: Client, house: Path) -> None:
    client.initialize(house)
    uri = client.open(house / "a.md", POST)
    actions = _actions(client, uri, POST, "QuuxDesk", only=["quickfix"])
    assert _titles(actions)[0] == "Add “QuuxDesk” to names.yml"
    assert _result(actions[0], house) == {"names.yml": NAMES + "  - QuuxDesk\n"}


def test_a_name_that_is_near_to_one(client: Client, house: Path) -> None:
    client.initialize(house)
    uri = client.open(house / "a.md", POST)
    actions = _actions(client, uri, POST, "HoshiNotes", only=["quickfix"])
    by_title = {action["title"]: action for action in actions}
    assert _titles(actions)[:4] == [
        "Write “HoshiNote”",
        "Add “HoshiNotes” to names.yml",
        "Add “HoshiNotes” to names.yml as a wrong form of “HoshiNote” (variants)",
        "Add “HoshiNotes” to names.yml as a right form of “HoshiNote” (accepted)",
    ]
    variant = by_title["Add “HoshiNotes” to names.yml as a wrong form of “HoshiNote” (variants)"]
    assert _result(variant, house) == {
        "names.yml": NAMES + "    variants: [HoshiNotes]\n",
    }


def test_tags_that_the_vocabulary_does_not_have(client: Client, house: Path) -> None:
    client.initialize(house)
    uri = client.open(house / "a.md", POST)
    actions = _actions(client, uri, POST, "laws", only=["quickfix"])
    assert _titles(actions)[:3] == [
        "Write “law”",
        "Add “laws” to tags.yml",
        "Add “laws” to tags.yml as an alias of “law”",
    ]
    replaced, added, alias = (_result(action, house) for action in actions[:3])
    assert replaced == {"a.md": POST.replace("laws", "law")}
    assert added == {"tags.yml": TAGS + "  - laws\n"}
    assert alias == {
        "tags.yml": TAGS.replace("- law ", "- {name: law, aliases: [laws]} "),
    }
    actions = _actions(client, uri, POST, "chess", only=["quickfix"])
    assert _titles(actions)[0] == "Add “chess” to tags.yml"


def test_dictionaries_are_edited_as_they_are_open(client: Client, house: Path) -> None:
    client.initialize(house, workspace=EDITS)
    uri = client.open(house / "a.md", POST)
    text = "tags: [law, science, sport]\n"
    tags = client.open(house / "tags.yml", text, "yaml")
    (action,) = [
        one
        for one in _actions(client, uri, POST, "chess", only=["quickfix"])
        if one["title"].startswith("Add")
    ]
    (change,) = action["edit"]["documentChanges"]
    assert change["textDocument"] == {"uri": tags, "version": 1}
    assert applied(text, change["edits"]) == "tags: [law, science, sport, chess]\n"


def test_japanese_titles(client: Client, house: Path) -> None:
    (house / "lintpost.yml").write_text(CONFIG.replace("en", "ja", 1))
    client.initialize(house)
    uri = client.open(house / "a.md", POST)
    assert _titles(_actions(client, uri, POST, "laws", only=["quickfix"])) == [
        "「law」に替える",
        "「laws」を tags.yml に加える",
        "「laws」を「law」の別名として tags.yml に加える",
        "tags/unknown をここだけ無効にする（理由を添える）",
        "tags/unknown をこの記事で無効にする（理由を添える）",
        "tags/unknown を lintpost.yml で無効にする",
    ]


@pytest.mark.parametrize("lazily", [True, False])
def test_fix_all_is_what_check_fixes(client: Client, house: Path, lazily: bool) -> None:
    capabilities = {"codeAction": {"resolveSupport": {"properties": ["edit"]}}} if lazily else {}
    client.initialize(house, textDocument=capabilities)
    uri = client.open(house / "a.md", POST)
    (action,) = _actions(client, uri, POST, "---", only=["source.fixAll"])
    assert action["kind"] == "source.fixAll.lintpost"
    assert ("edit" in action) is not lazily
    if lazily:
        action = client.request("codeAction/resolve", action)
    fixed = _result(action, house)["a.md"]
    run_cli("check", "--fix", str(house / "a.md"))
    assert fixed == (house / "a.md").read_text()
    assert fixed != POST
    client.change(uri, fixed)
    assert _actions(client, uri, fixed, "---", only=["source.fixAll.lintpost"]) == []


@pytest.mark.parametrize(
    ("only", "kinds"),
    [
        (["quickfix"], {"quickfix"}),
        (["source"], {"source.fixAll.lintpost"}),
        (["source.fixAll.lintpost"], {"source.fixAll.lintpost"}),
        (["source.fixAll.other"], set()),
        (["refactor"], set()),
        (None, {"quickfix", "source.fixAll.lintpost"}),
    ],
)
def test_kinds(client: Client, house: Path, only: object, kinds: set[str]) -> None:
    client.initialize(house)
    uri = client.open(house / "a.md", POST)
    context = {"only": only} if only is not None else {}
    actions = _actions(client, uri, POST, "Mira Soft", **context)
    assert {action["kind"] for action in actions} == kinds


def test_no_actions_where_nothing_is_checked(client: Client, house: Path) -> None:
    client.initialize(house)
    uri = client.open(house / "lintpost.yml", CONFIG, "yaml")
    assert _actions(client, uri, CONFIG, "lang") == []
    uri = client.open(house / "sub" / "a.md", POST)
    assert _actions(client, uri, POST, "Mira Soft") == []


def test_unsafe_fixes_are_named_as_such(client: Client, house: Path) -> None:
    (house / "lintpost.yml").write_text(CONFIG + "fixes: {names/*: unsafe}\n")
    client.initialize(house)
    uri = client.open(house / "a.md", POST)
    action = _actions(client, uri, POST, "Mira Soft", only=["quickfix"])[0]
    assert action["title"] == "Change “Mira Soft” to “MiraSoft” (unsafe: please check)"
    assert "isPreferred" not in action


def test_crlf(client: Client, house: Path) -> None:
    text = POST.replace("\n", "\r\n")
    client.initialize(house)
    uri = client.open(house / "a.md", text)
    here = _actions(client, uri, text, "Mira Soft", only=["quickfix"])[2]
    (edits,) = edits_of(here["edit"]).values()
    comment = "<!-- lintpost-disable-next-line names/spacing -- reason -->\r\n"
    assert applied(text, edits) == text.replace("😀", f"{comment}😀")
    assert uri_of(str(house / "a.md")) == uri


@pytest.mark.parametrize(
    ("selected", "titles"),
    [
        ("We like", ["Add “We like” to names.yml"]),
        ("We like ", []),
        ("Mira Soft", []),
        ("Notes", []),
        ("", []),
    ],
)
def test_a_selected_text_is_added_to_the_names(
    client: Client, house: Path, selected: str, titles: list[str]
) -> None:
    client.initialize(house)
    uri = client.open(house / "a.md", POST)
    at = POST.index(selected)
    before = POST[:at].split("\n")
    column = len(before[-1].encode("utf-16-le")) // 2
    start = {"line": len(before) - 1, "character": column}
    end = {**start, "character": column + len(selected)}
    params = {
        "textDocument": {"uri": uri},
        "range": {"start": start, "end": end},
        "context": {"diagnostics": [], "only": ["refactor"]},
    }
    actions = client.request("textDocument/codeAction", params)
    assert _titles(actions) == titles
    for action in actions:
        assert _result(action, house) == {"names.yml": f"{NAMES}  - {selected}\n"}


@pytest.mark.parametrize(
    ("lang", "text", "word", "title"),
    [
        ("en", "**「太字」**です。", "太字", "Change “**「太字」**” to “「**太字**」”"),
        ("ja", "**「太字」**です。", "太字", "「**「太字」**」を「「**太字**」」に直す"),
        (
            "en",
            f"😀**「{'長い' * 20}」**です。",
            "長い",
            "Change “**「” to “「**”, and 1 more change",
        ),
        ("ja", f"😀**「{'長い' * 20}」**です。", "長い", "「**「」を「「**」に直す（ほか1か所）"),
    ],
)
def test_titles_of_fixes_in_several_places(
    client: Client, house: Path, lang: str, text: str, word: str, title: str
) -> None:
    """Those close together are told as one."""
    (house / "lintpost.yml").write_text(f"lang: {lang}\nrenderer: commonmark\n")
    client.initialize(house)
    text = f"これは{text}\n"
    uri = client.open(house / "a.md", text)
    assert _titles(_actions(client, uri, text, word, only=["quickfix"]))[0] == title


@pytest.mark.parametrize(("lang", "reason"), [("en", "reason"), ("ja", "理由")])
def test_the_place_of_the_reason_is_selected(
    start: Callable[..., Client], house: Path, lang: str, reason: str
) -> None:
    """Where the client names a command for it: its range is that in the text with the edit."""
    (house / "lintpost.yml").write_text(CONFIG.replace("en #", f"{lang} #"))
    params = {"capabilities": {}, "initializationOptions": {"selectCommand": "x.select"}}
    client = start()
    client.request("initialize", {**params, "rootUri": uri_of(str(house))})
    client.notify("initialized", {})
    text = POST.replace("😀 ", "- 😀 ")
    uri = client.open(house / "a.md", text)
    actions = _actions(client, uri, text, "Mira Soft", only=["quickfix"])[2:4]
    for action in actions:
        assert action["command"]["command"] == "x.select"
        where, place = action["command"]["arguments"]
        (edits,) = edits_of(action["edit"]).values()
        after = applied(text, edits).split("\n")[place["start"]["line"]].encode("utf-16-le")
        start, end = (2 * place[end]["character"] for end in ("start", "end"))
        assert (where, after[start:end].decode("utf-16-le")) == (uri, reason)
