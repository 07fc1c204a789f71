"""`lintpost tags`: what it prints and what it writes, file by file."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lintpost.post.front_matter.block import parse_front_matter
from tests.conftest import run_cli

CONFIG = "lang: en\ntags: tags.yml\nposts: ['posts/**']\n"
TAGS = "tags:\n  - LLM\n  - {name: AI規制, group: 話題}  # 37\n  - {name: RAG, implies: [LLM]}\n  - AI規制対応\n  - {name: 古い, retired: {use: LLM}}\n"
POSTS = {
    "posts__2026-01-02-a_md": "---\r\ntitle: 'a'  # 一\r\ntags: [ \"AI規制対応\", LLM ] # 二\r\n---\r\nAI規制対応の話。\r\n",
    "posts__b_md": "---\ndate: 2026-03-04\ntags:\n  # 上\n  - RAG\n  -  古い\nx: &a {b: 1}\n---\n本文\n",
    "posts__c_md": "---\ntags: LLM, 新しい\n---\n本文\n",
}


@pytest.fixture
def house(site: Callable[..., Path]) -> Path:
    return site(lintpost_yml=CONFIG, tags_yml=TAGS, **POSTS)


def _texts(house: Path) -> dict[str, str]:
    return {p.name: p.read_bytes().decode() for p in sorted((house / "posts").iterdir())}


def _run(house: Path, *arguments: str, status: int = 0) -> str:
    done = run_cli("tags", *arguments, cwd=house)
    assert done.returncode == status, done.stderr.decode()
    return done.stdout.decode()


def test_list(house: Path) -> None:
    data = json.loads(_run(house, "list", "--output-format", "json"))
    assert data["version"] == 1
    assert data["posts"] == 3
    rows = [(w["word"], w["posts"], w["first"], w["status"], w["group"], w["use"]) for w in data["words"]]  # fmt: skip
    assert rows == [
        ("LLM", 2, "2026-01-02", "current", None, None),
        ("AI規制対応", 1, "2026-01-02", "current", None, None),
        ("RAG", 1, "2026-03-04", "current", None, None),
        ("古い", 1, "2026-03-04", "retired", None, "LLM"),
        ("新しい", 1, None, "unknown", None, None),
        ("AI規制", 0, None, "current", "話題", None),
    ]
    assert "5 tags in 3 posts; 1 of them not in the vocabulary." in _run(house, "list")


def test_drift(house: Path) -> None:
    data = json.loads(_run(house, "drift", "--output-format", "json"))
    assert [(pair["keep"], pair["drop"]) for pair in data["pairs"]] == [("AI規制対応", "AI規制")]
    (house / "posts" / "d.md").write_text("---\ntags: [AI規制]\n---\n", encoding="utf-8")
    data = json.loads(_run(house, "drift", "--output-format", "json"))
    assert data["pairs"] == [
        {"kind": "holds", "keep": "AI規制", "keep_posts": 1, "drop": "AI規制対応", "drop_posts": 1}
    ]
    assert data["singletons"] == ["AI規制", "AI規制対応", "RAG", "古い", "新しい"]
    (house / "posts" / "e.md").write_text('---\ntags: [rag, "it\'s"]\n---\n', encoding="utf-8")
    commands = _run(house, "drift", "--output-format", "commands")
    assert commands == "lintpost tags alias -- 'AI規制' 'AI規制対応'\n"
    (house / "posts" / "e.md").unlink()
    shown = _run(house, "drift", "--lang", "ja")
    assert "一般的な語が付いただけ\n  AI規制 1 <- AI規制対応 1\n" in shown
    assert "1本の記事だけ（1）\n  新しい\n" in shown


def test_alias_then_apply(house: Path) -> None:
    before = _texts(house)
    assert _run(house, "alias", "AI規制", "AI規制対応") == "Written: tags.yml\n"
    tags = (house / "tags.yml").read_text(encoding="utf-8")
    assert "  - {name: AI規制, group: 話題, aliases: [AI規制対応]}  # 37\n" in tags
    assert "  - AI規制対応\n" not in tags
    diff = _run(house, "apply", "--diff", status=1)
    assert diff.count("--- a/") == 3
    assert _texts(house) == before
    said = _run(house, "apply")
    assert "3 of 3 posts changed." in said
    assert _texts(house) == {
        "2026-01-02-a.md": before["2026-01-02-a.md"].replace('"AI規制対応"', '"AI規制"', 1),
        "b.md": before["b.md"].replace("  -  古い\n", "  -  LLM\n"),
        "c.md": before["c.md"].replace("LLM, 新しい", "[LLM, 新しい]"),
    }
    _same_but_tags(before, _texts(house))
    assert "0 of 3 posts changed." in _run(house, "apply")


def test_implied_tags_are_applied(house: Path) -> None:
    (house / "posts" / "b.md").write_text("---\ntags:\n  - RAG # r\nx: 1\n---\n", encoding="utf-8")
    _run(house, "apply", "posts/b.md")
    assert _texts(house)["b.md"] == "---\ntags:\n  - RAG # r\n  - LLM\nx: 1\n---\n"


def test_rename(house: Path) -> None:
    before = _texts(house)
    tags = (house / "tags.yml").read_text(encoding="utf-8")
    diff = _run(house, "rename", "LLM", "言語モデル", "--diff", status=1)
    assert "+  - {name: 言語モデル, aliases: [LLM]}" in diff
    assert '+tags: [ "AI規制対応", 言語モデル ] # 二' in diff
    assert (house / "tags.yml").read_text(encoding="utf-8") == tags
    assert _texts(house) == before
    _run(house, "rename", "LLM", "言語モデル")
    assert "implies: [言語モデル]" in (house / "tags.yml").read_text(encoding="utf-8")
    name = "2026-01-02-a.md"
    assert _texts(house) == {**before, name: before[name].replace(", LLM ]", ", 言語モデル ]")}


def test_a_word_of_no_vocabulary_can_be_renamed(house: Path) -> None:
    (house / "lintpost.yml").write_text("lang: en\n", encoding="utf-8")
    (house / "posts" / "d.md").write_text("---\ntags: [タグ]\n---\n", encoding="utf-8")
    assert "1 of 4 posts changed." in _run(house, "rename", "タグ", "新タグ")
    assert _texts(house)["d.md"] == "---\ntags: [新タグ]\n---\n"


def test_add_and_retire(house: Path) -> None:
    _run(house, "add", "MoE", "--alias", "専門家混合", "--group", "話題", "--implies", "LLM")
    _run(house, "retire", "AI規制対応", "--use", "AI規制")
    _run(house, "add", "解説", "--categories")
    tags = (house / "tags.yml").read_text(encoding="utf-8")
    assert tags == TAGS.replace(
        "- AI規制対応", "- {name: AI規制対応, retired: {use: AI規制}}"
    ) + (
        "  - {name: MoE, aliases: [専門家混合], group: 話題, implies: [LLM]}\n"
        "categories:\n  - 解説\n"
    )  # fmt: skip


def test_a_tag_of_posts_that_is_not_listed_can_be_retired(house: Path) -> None:
    _run(house, "retire", "新しい", "--use", "LLM")
    tags = (house / "tags.yml").read_text(encoding="utf-8")
    assert tags == TAGS + "  - {name: 新しい, retired: {use: LLM}}\n"
    done = run_cli("tags", "retire", "新しくない", cwd=house)
    assert (done.returncode, (house / "tags.yml").read_text(encoding="utf-8")) == (2, tags)
    assert "unknown tag `新しくない`" in done.stderr.decode()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["add", "LLM"], "“LLM” is listed twice"),
        (["alias", "LML", "x"], "unknown tag `LML`; did you mean `LLM`?"),
        (["retire", "RAG", "--use", "無い"], "unknown tag `無い`"),
        (["rename", "RAGG", "x"], "unknown tag `RAGG`; did you mean `RAG`?"),
        (["rename", "RAGG", "x", "--diff"], "unknown tag `RAGG`; did you mean `RAG`?"),
        (["lst"], "unknown command `lst`; did you mean `list`?"),
        ([], "name a command; see `lintpost tags --help`"),
        (["alias", "LLM"], "WORD is missing"),
        (["list", "nowhere"], "no such file or folder"),
        (["apply", "nowhere"], "no such file or folder"),
    ],
)
def test_what_cannot_be(house: Path, arguments: list[str], message: str) -> None:
    before = (house / "tags.yml").read_bytes(), _texts(house)
    done = run_cli("tags", *arguments, cwd=house, LINTPOST_LANG="en")
    assert done.returncode == 2
    assert message in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
    assert ((house / "tags.yml").read_bytes(), _texts(house)) == before


def test_without_a_vocabulary(site: Callable[..., Path]) -> None:
    folder = site(lintpost_yml="lang: ja\n", a_md="---\ntags: [a]\n---\n")
    done = run_cli("tags", "add", "x", cwd=folder)
    assert done.returncode == 2
    assert "tags.yml がありません" in done.stderr.decode()
    done = run_cli("tags", "apply", cwd=folder)
    assert done.returncode == 2
    assert "tags.yml がありません" in done.stderr.decode()
    assert "記事1本、タグ1種類。" in _run(folder, "list")


def test_the_topics_of_zenn(site: Callable[..., Path]) -> None:
    text = '---\ntitle: "t"\ntopics: ["js"]\n---\n'
    folder = site(
        lintpost_yml="extends: zenn\ntags: tags.yml\nlang: en\n",
        tags_yml="tags: [{name: javascript, aliases: [js]}]\n",
        articles__a_md=text,
    )
    _run(folder, "apply")
    assert (folder / "articles" / "a.md").read_text(encoding="utf-8") == text.replace('"js"', '"javascript"')  # fmt: skip


def _same_but_tags(before: dict[str, str], after: dict[str, str]) -> None:
    for name, text in before.items():
        old, new = _values(text), _values(after[name])
        assert {**old, "tags": None} == {**new, "tags": None}


def _values(text: str) -> dict[str, Any]:
    front = parse_front_matter(text)
    assert front is not None
    assert not front.problems
    return front.values


def test_the_addresses_of_jekyll_hold_the_categories(site: Callable[..., Path]) -> None:
    """`check --fix` leaves them; `tags apply --categories` and `fixes` were asked for."""
    vocabulary = "categories:\n  - {name: 事例, aliases: [導入事例]}\n  - {name: 古い, retired: {use: 事例}}\n"
    config = "extends: jekyll\nlang: en\ntags: tags.yml\n"
    folder = site(lintpost_yml=config, tags_yml=vocabulary)
    (folder / "_posts").mkdir()
    post = folder / "_posts" / "2026-01-01-a.md"
    text = "---\ntitle: a\ndate: 2026-01-01\ncategories: [{}]\n---\n本文\n"
    for old in ("導入事例", "古い"):
        post.write_text(text.format(old), "utf-8")
        run_cli("check", "--select", "categories", "--fix", cwd=folder)
        assert post.read_text("utf-8") == text.format(old)
        _run(folder, "apply", "--categories")
        assert post.read_text("utf-8") == text.format("事例")
    (folder / "lintpost.yml").write_text(config + "fixes: {categories/retired: safe}\n", "utf-8")
    post.write_text(text.format("古い"), "utf-8")
    run_cli("check", "--select", "categories", "--fix", cwd=folder)
    assert post.read_text("utf-8") == text.format("事例")
    (folder / "lintpost.yml").write_text(config + "fixes: {categories/alias: off}\n", "utf-8")
    post.write_text(text.format("導入事例"), "utf-8")
    _run(folder, "apply", "--categories")
    assert post.read_text("utf-8") == text.format("導入事例")
