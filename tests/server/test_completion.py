"""Completion; `|` is the place of typing."""

from pathlib import Path
from typing import Any

import pytest

from lintpost.server.features.completions.kana import romanized
from tests.server.client import Client, applied
from tests.server.conftest import write_house

CONFIG = """\
lang: en
posts: ["*.md"]
tags: tags.yml
names: names.yml
front-matter:
  required: [title, date]
  properties:
    title: {type: string}
    layout: {enum: [post, memo, "on"], description: How it is shown.}
    draft: {type: boolean}
    date: {type: string, format: date}
    audience: {type: array, items: {enum: [students, teachers]}}
    author: {type: object, required: [name], properties: {name: {type: string}, url: {}}}
"""
TAGS = """\
tags:
  - {name: law, description: Of the land.}
  - {name: science, aliases: [Forschung]}
  - {name: "a: b"}
  - {name: old, retired: true}
categories: [news]
"""
NAMES = """\
names:
  - {name: MiraSoft, kind: company, variants: [Mira Soft]}
  - {name: ホシノート, accepted: [HoshiNote]}
  - {name: 未来電機, accepted: [ミライデンキ]}
  - {name: Furui, until: "2020-01-01", renamed-to: MiraSoft}
"""
FILES = {"lintpost.yml": CONFIG, "tags.yml": TAGS, "names.yml": NAMES}
HEAD = "---\ntitle: A\ndate: 2026-05-01\n"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    write_house(tmp_path, FILES)
    for number, tags in enumerate(["science", "science, law", "science", "'a: b'"]):
        text = f"---\ntitle: A\ndate: 2026-05-0{number + 1}\ntags: [{tags}]\n---\n\nText.\n"
        (tmp_path / f"{number}.md").write_text(text)
    return tmp_path


def _complete(client: Client, house: Path, marked: str, name: str = "a.md") -> list[dict[str, Any]]:
    at = marked.index("|")
    text = marked.replace("|", "", 1)
    uri = client.open(house / name, text, "markdown" if name.endswith("md") else "yaml")
    before = text[:at].split("\n")
    column = len(before[-1].encode("utf-16-le")) // 2
    result = client.request("textDocument/completion", client.at(uri, len(before) - 1, column))
    items = result["items"]
    assert [item["sortText"] for item in items] == sorted(item["sortText"] for item in items)
    for item in items:
        item["becomes"] = applied(text, [item["textEdit"]])
    return items


def _labels(items: list[dict[str, Any]]) -> list[str]:
    return [item["label"] for item in items]


@pytest.fixture
def ready(client: Client, house: Path) -> Client:
    client.initialize(house)
    return client


def test_keys(ready: Client, house: Path) -> None:
    items = _complete(ready, house, "---\nlayout: post\n|\n---\n\nA.\n")
    assert _labels(items) == ["title", "date", "draft", "audience", "author"]
    assert [item.get("detail") for item in items[:3]] == ["required", "required", None]
    assert items[1]["becomes"] == "---\nlayout: post\ndate: \n---\n\nA.\n"


def test_keys_while_the_block_cannot_be_read(ready: Client, house: Path) -> None:
    items = _complete(ready, house, f"{HEAD}lay|\n---\n")
    assert "layout" in _labels(items)
    assert next(i for i in items if i["label"] == "layout")["documentation"]["value"] == (
        'How it is shown.\n\nOne of `post`, `memo`, `"on"`'
    )


def test_inner_keys(ready: Client, house: Path) -> None:
    items = _complete(ready, house, f"{HEAD}author:\n  n|\n---\n")
    assert _labels(items) == ["name", "url"]


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("layout: |", ["post", "memo", '"on"']),
        ("layout:|", ["post", "memo", '"on"']),
        ("draft: t|", ["true", "false"]),
        ("audience: [students, |]", ["teachers"]),
        ("audience:\n  - |", ["students", "teachers"]),
        ("title: |", []),
        ("# |", []),
    ],
)
def test_values(ready: Client, house: Path, line: str, labels: list[str]) -> None:
    head = HEAD.replace("title: A\n", "") if line.startswith("title") else HEAD
    assert _labels(_complete(ready, house, f"{head}{line}\n---\n")) == labels


def test_a_date_is_that_of_today(ready: Client, house: Path) -> None:
    items = _complete(ready, house, "---\ntitle: A\ndate: |\n---\n")
    assert _labels(items) == ["2026-06-01"]


@pytest.mark.parametrize("before", ["tags: [|]", "tags:\n  - |", "tags: [x, |]", "tags: ['|']"])
def test_tags_by_use(ready: Client, house: Path, before: str) -> None:
    text = f"{HEAD}{before}\n---\n"
    items = _complete(ready, house, text)
    assert _labels(items) == ["science", "a: b", "law", "Forschung → science"]
    assert [item["detail"] for item in items] == ["3 posts", "1 post", "1 post", "3 posts"]
    assert items[2]["documentation"]["value"] == "Of the land."
    assert items[3]["filterText"] == "Forschung"
    assert items[3]["becomes"] == text.replace("|", "science")
    quoted = "a: b" if "'" in before else '"a: b"'
    assert items[1]["becomes"] == text.replace("|", quoted)


def test_tags_that_are_there_are_not_offered(ready: Client, house: Path) -> None:
    assert _labels(_complete(ready, house, f"{HEAD}tags: [science, l|]\n---\n")) == ["a: b", "law"]


def test_categories(ready: Client, house: Path) -> None:
    assert _labels(_complete(ready, house, f"{HEAD}categories: [|]\n---\n")) == ["news"]


def test_toml(ready: Client, house: Path) -> None:
    items = _complete(ready, house, '+++\ntitle = "A"\ntags = ["|"]\n+++\n')
    assert "science" in _labels(items)
    items = _complete(ready, house, '+++\ntitle = "A"\ntags = [|]\n+++\n', "b.md")
    assert items[0]["textEdit"]["newText"] == '"science"'
    items = _complete(ready, house, '+++\ntitle = "A"\n|\n+++\n', "c.md")
    assert items[0]["textEdit"]["newText"] == "date = "


@pytest.mark.parametrize(
    ("typed", "labels"),
    [
        ("We use Mi|", ["MiraSoft", "未来電機"]),
        ("We use mira s|", ["MiraSoft"]),
        ("これは😀ホシ|", ["ホシノート"]),
        ("これはほし|", ["ホシノート"]),
        ("We use hoshin|", ["ホシノート"]),
        ("これは未|", ["未来電機"]),
        ("これはミライ|", ["未来電機"]),
        ("Amira|", []),
        ("Fur|", []),
        ("law|", []),
        ("sci|", []),
        ("`Mira|`", []),
        ("[a](Mira|)", []),
        ("```\nMira|\n```", []),
        ("は|", []),
    ],
)
def test_names_in_prose(ready: Client, house: Path, typed: str, labels: list[str]) -> None:
    """No tags in prose; nothing in code, in addresses, within words."""
    items = _complete(ready, house, f"{HEAD}---\n\n{typed}\n")
    assert _labels(items) == labels


def test_what_is_typed_is_replaced(ready: Client, house: Path) -> None:
    items = _complete(ready, house, f"{HEAD}---\n\n😀はほし|です。\n")
    assert items[0]["becomes"].endswith("\n😀はホシノートです。\n")
    assert items[0]["filterText"] == "ほし"


def test_names_in_titles_and_none_in_tags(ready: Client, house: Path) -> None:
    items = _complete(ready, house, "---\ntitle: Mira|\n---\n")
    assert _labels(items) == ["MiraSoft", "未来電機"]
    items = _complete(ready, house, f"{HEAD}tags: [Mira|]\n---\n", "b.md")
    assert "MiraSoft" not in _labels(items)


@pytest.mark.parametrize(
    ("text", "wanted", "becomes"),
    [
        ("---\n\n<!-- lintpost-disable bold/sp| -->\n", "bold/span", "bold/span -->"),
        ("---\n\n<!-- lintpost-disable-line a/b, | -->\n", "bold/*", "a/b, bold/* -->"),
        ("# lintpost: disable ta|\n---\n", "tags/count", "# lintpost: disable tags/count\n"),
        ("---\n\n<!-- lint| -->\n", "lintpost-disable-file", "<!-- lintpost-disable-file -->"),
    ],
)
def test_comments(ready: Client, house: Path, text: str, wanted: str, becomes: str) -> None:
    items = _complete(ready, house, f"{HEAD}{text}")
    (item,) = [item for item in items if item["label"] == wanted]
    assert becomes in item["becomes"]


def test_no_rules_in_reasons(ready: Client, house: Path) -> None:
    assert _complete(ready, house, f"{HEAD}---\n\n<!-- lintpost-disable a/b -- w| -->\n") == []


@pytest.mark.parametrize(
    ("name", "text", "some"),
    [
        ("lintpost.yml", "lang: en\n|", ["rules", "tags", "names"]),
        ("lintpost.yml", "lang: |", ["en", "ja"]),
        ("lintpost.yml", "extends: [jekyll, |]", ["hugo", "strict"]),
        ("lintpost.yml", "rules:\n  bold/s|", ["bold/span", "bold/*"]),
        ("lintpost.yml", "rules:\n  bold/span: |", ["off", "warning"]),
        ("lintpost.yml", "rules:\n  tags/count:\n    |", ["max", "severity"]),
        ("lintpost.yml", "overrides:\n  - posts: [a]\n    rules:\n      |", ["bold/span"]),
        ("lintpost.yml", "overrides:\n  - |", ["posts", "front-matter"]),
        ("tags.yml", "tags:\n  - name: a\n    |", ["aliases", "retired"]),
        ("tags.yml", "tags:\n  - {name: law}\n  - {name: b, implies: [|]}", ["law"]),
        ("names.yml", "names:\n  - name: A\n    kind: |", ["product", "company"]),
        ("names.yml", "|", ["names", "defaults"]),
    ],
)
def test_settings_files(ready: Client, house: Path, name: str, text: str, some: list[str]) -> None:
    assert set(some) <= set(_labels(_complete(ready, house, text, name)))


def test_nothing_in_other_files(ready: Client, house: Path) -> None:
    assert _complete(ready, house, "a: |", "other.yml") == []


@pytest.mark.parametrize(
    ("kana", "roman"),
    [
        ("グーグル", "guguru"), ("ホシノート", "hoshinoto"), ("ジャパン", "japan"), ("チャット", "chatto"),
        ("フェイス", "feisu"), ("キョート", "kyoto"), ("マッチャ", "matcha"), ("テスラ X", "tesura x"),
        ("ティー", "ti"),
    ],
)  # fmt: skip
def test_latin_letters_for_kana(kana: str, roman: str) -> None:
    assert romanized(kana) == roman


@pytest.mark.parametrize(
    ("typed", "labels"),
    [
        ("# One, 二\n\n## One, 二\n\n[a](#|)", ["#one-二", "#one-二-1"]),
        ("[a](|)", ["0.md", "1.md", "2.md", "3.md"]),
        ("[a](2|", ["2.md"]),
        ("[a](https://|)", []),
        ("[a](/|)", []),
        ("`[a](|)`", []),
    ],
)
def test_link_targets(ready: Client, house: Path, typed: str, labels: list[str]) -> None:
    assert _labels(_complete(ready, house, f"{HEAD}---\n\n{typed}\n")) == labels
