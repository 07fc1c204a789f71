"""Changes of tags.yml: exact texts, comments and style kept."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintpost.config.dictionaries.tags_edits import TagsText
from lintpost.config.dictionaries.tags_file import read_vocabularies
from lintpost.files.settings_error import SettingsError
from lintpost.post.source import Source

FILE = """\
# The tags.
tags:
  - LLM  # 70
  - {name: RAG, aliases: ["検索拡張生成"], implies: [LLM]}  # both
  # A tag of its own.
  - name: DX推進
    aliases:
      - 'DX'
    excludes: RAG

  - 古い
categories: [解説, 速報]
"""


def _text(field: str = "tags", text: str = FILE) -> TagsText:
    return TagsText(Source("tags.yml", text), field)


def _after(before: str, old: str, new: str) -> str:
    assert before.count(old) == 1
    return before.replace(old, new)


def test_add() -> None:
    text = _text()
    text.add("MoE", {})
    assert text.text == _after(FILE, "  - 古い\n", "  - 古い\n  - MoE\n")
    text = _text()
    text.add("技術: AI", {"aliases": ["a, b", "c"], "group": "技術", "implies": ["LLM"]})
    new = '  - {name: "技術: AI", aliases: ["a, b", c], group: 技術, implies: [LLM]}\n'
    assert text.text == _after(FILE, "  - 古い\n", "  - 古い\n" + new)
    text = _text("categories")
    text.add("連載", {})
    assert text.text == _after(FILE, "速報]", "速報, 連載]")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "tags:\n  - AI\n"),
        ("tags: []\n", "tags:\n  - AI\n"),
        ("tags:\n", "tags:\n  - AI\n"),
        ("categories: [x]\r\n", "categories: [x]\r\ntags:\r\n  - AI\r\n"),
        ("tags:\n- x", "tags:\n- x\n- AI"),
    ],
)
def test_add_where_there_is_little(before: str, after: str) -> None:
    text = _text(text=before)
    text.add("AI", {})
    assert text.text == after


def test_alias() -> None:
    text = _text()
    text.alias("LLM", ["大規模言語モデル"])
    assert text.text == _after(
        FILE, "- LLM  # 70", "- {name: LLM, aliases: [大規模言語モデル]}  # 70"
    )
    text = _text()
    text.alias("RAG", ["retrieval"])
    assert text.text == _after(FILE, '["検索拡張生成"]', '["検索拡張生成", "retrieval"]')
    text = _text()
    text.alias("DX推進", ["デジタル化"])
    assert text.text == _after(FILE, "      - 'DX'\n", "      - 'DX'\n      - 'デジタル化'\n")
    text.alias("DX推進", ["デジタル化"])
    assert text.text.count("デジタル化") == 1


def test_merging_brings_the_aliases_and_what_names_it() -> None:
    text = _text()
    text.alias("LLM", ["RAG"])
    merged = _after(
        FILE, '  - {name: RAG, aliases: ["検索拡張生成"], implies: [LLM]}  # both\n', ""
    )
    merged = _after(merged, "- LLM  # 70", "- {name: LLM, aliases: [RAG, 検索拡張生成]}  # 70")
    assert text.text == _after(merged, "excludes: RAG", "excludes: LLM")
    text = _text()
    text.alias("RAG", ["LLM"])
    assert '{name: RAG, aliases: ["検索拡張生成", "LLM"], implies: []}' in text.text
    text = _text()
    text.alias("DX推進", ["RAG"])
    assert "    excludes: []\n" in text.text


def test_retire() -> None:
    text = _text()
    text.retire("古い", "LLM")
    assert text.text == _after(FILE, "- 古い", "- {name: 古い, retired: {use: LLM}}")
    text.retire("古い", None)
    assert "- {name: 古い, retired: true}" in text.text
    text = _text()
    text.retire("DX推進", None)
    assert text.text == _after(
        FILE, "    excludes: RAG\n", "    excludes: RAG\n    retired: true\n"
    )


def test_rename() -> None:
    text = _text()
    text.rename("RAG", "検索拡張生成")
    assert text.text == _after(
        FILE, 'RAG, aliases: ["検索拡張生成"]', '検索拡張生成, aliases: ["RAG"]'
    ).replace("excludes: RAG", "excludes: 検索拡張生成")
    text = _text()
    text.rename("LLM", "大規模言語モデル")
    assert "- {name: 大規模言語モデル, aliases: [LLM]}  # 70" in text.text
    assert "implies: [大規模言語モデル]}  # both" in text.text
    text = _text()
    text.rename("古い", "LLM")
    assert "- {name: LLM, aliases: [古い]}  # 70" in text.text
    assert "\n  - 古い" not in text.text


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda text: text.add("RAG", {}), "“RAG” is listed twice"),
        (lambda text: text.add("検索拡張生成", {}), "is listed under “RAG” and under"),
        (lambda text: text.add("x", {"implies": ["LMM"]}), "did you mean `LLM`?"),
        (lambda text: text.alias("LML", ["x"]), "unknown tag `LML`; did you mean `LLM`?"),
        (lambda text: text.alias("LLM", ["LLM"]), "is this tag itself"),
        (lambda text: text.retire("LLM", "古"), "unknown tag `古`"),
        (lambda text: text.retire("RAG", "RAG"), "unknown tag `RAG`"),
    ],
)
def test_what_cannot_be(change: Callable[[TagsText], None], message: str) -> None:
    with pytest.raises(SettingsError) as caught:
        change(_text())
    assert message in caught.value.message("en")
    assert caught.value.message("en").startswith("tags.yml")


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=6).filter(lambda w: w.strip() == w)  # fmt: skip


@given(WORDS, WORDS)
def test_any_word_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, name: str, alias: str
) -> None:
    text = _text()
    try:
        text.add(name, {"aliases": [alias]})
    except SettingsError:
        return
    path = tmp_path_factory.mktemp("tags") / "tags.yml"
    path.write_text(text.text, encoding="utf-8", newline="")
    before = _text()._file.root.value["tags"]
    found = read_vocabularies(str(path))["tags"]
    assert found.tags[name].aliases == (alias,)
    assert len(found.tags) == len(before) + 1
